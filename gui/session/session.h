// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/session/edits.h"
#include "gui/session/effort_clock.h"

#include "core/base/background.h"
#include "core/mask/logit_map.h"
#include "core/media/image_loader.h"
#include "core/project/change_event.h"
#include "core/store/open_project.h"

#include <QObject>

#include <functional>
#include <memory>

namespace core {
class History;
class InferenceService;
class Project;
} // namespace core

namespace gui {

class AutoLabel;
class Filter;
class Proposals;
struct Proposal;
class Review;
class Selection;

/// What the window is working on: the open project, the current image and label, the selection, the
/// proposals. Parts of the window follow its signals and never each other.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(core::InferenceService& service, QObject* parent = nullptr);
    ~Session() override;

    core::InferenceService& service() { return m_service; }
    Selection& selection() { return *m_selection; }
    Proposals& proposals() { return *m_proposals; }
    Filter& filter() { return *m_filter; }
    Review& review() { return *m_review; }
    AutoLabel& autoLabel() { return *m_autoLabel; }

    /// Replaces the open project (closing it drains its writer) and shows its first image. None: the welcome
    /// page.
    void setProject(std::unique_ptr<core::OpenProject> project);
    core::OpenProject* openProject() { return m_open.get(); }
    core::Project* project();             ///< none while no project is open
    const core::Project* project() const; ///< none while no project is open
    core::History* history();

    core::ImageId image() const { return m_image; }
    /// The decoded picture; a null image while it is being read or if it can't be.
    const core::LoadedImage& picture() const { return m_picture; }
    const QString& pictureFailure() const { return m_pictureFailure; }
    QRect imageRect() const { return m_picture.image.rect(); }
    void showImage(core::ImageId image);
    void step(int images); ///< through the images that the filter shows
    /// The next image in this direction (1 or -1), among those that the filter shows, that is not done: it
    /// is not marked as reviewed, and nothing is labelled there or something waits for a look.
    void stepToOpen(int direction);
    int imageIndex() const;

    core::LabelId label() const { return m_label; }
    void setLabel(core::LabelId label);
    /// The current label; if there is none yet, one is made as part of `edit`.
    core::LabelId labelForNew(core::Edit& edit);
    edits::Overlap overlap() const { return m_overlap; }
    void setOverlap(edits::Overlap rule) { m_overlap = rule; }
    /// Whether the points tool shows what a click would give.
    bool previewsClicks() const { return m_previewsClicks; }
    void setPreviewsClicks(bool on) { m_previewsClicks = on; }

    /// False, and said, if the project can only be looked at.
    bool mayEdit();
    /// Commits unless the edit is empty or mayEdit() says no, with what it cost; the id it got.
    core::EditId commit(core::Edit edit);
    EffortClock& effort() { return m_effort; }
    /// After `edit` was committed under Overlap::Ask: asks if its stroke covers other instances.
    void askOverlap(const core::Edit& edit, core::AnnotationId own, const core::Mask& painted);
    void undo();
    void redo();

    /// Proposals that pass become annotations, as one edit; waits for masks that are still being computed.
    void acceptProposals();
    /// One proposal becomes an annotation and is selected. None if its mask isn't there yet.
    core::AnnotationId acceptProposal(int index);
    void removeSelected();
    void assignLabel(core::LabelId label); ///< to the selection; becomes the current label

    /// The mask of `logits` in the current image, computed off the UI thread. Only the newest one arrives,
    /// and none after dropMask() or once the image has changed.
    void computeMask(const core::LogitMap& logits, std::function<void(const core::Mask&)> done);
    void dropMask() { m_masks.cancel(); }

    void report(const QString& sentence) { emit issue(sentence); }

signals:
    void projectChanged();
    void imageChanged();   ///< another image is current; its picture may still be on the way
    void pictureChanged(); ///< picture() is there, gone, or failed
    void contentChanged(const core::ChangeEvent& event);
    void historyChanged();
    void editUndone(const core::Edit& edit);
    void editRedone(const core::Edit& edit);
    void labelChanged();
    /// `edit` was committed last; `painted` covers `others` instances besides `own`.
    void overlapAsked(const core::Edit& edit, core::AnnotationId own, const core::Mask& painted, int others);
    void issue(const QString& sentence); ///< something the user should know; never a reason to stop

private:
    void connectProject();
    void noteModel(core::Edit& edit) const;
    void pictureLoaded(const core::LoadedImage& picture);
    void pictureFailed(core::ImageId id, const QString& message);
    void encode(); ///< so that the first prompt finds hot features
    void prefetchNext();
    void stepFiltered(int images);
    void followEdit(const core::Edit& edit);
    void dropVanished(const core::ChangeEvent& event);

    core::InferenceService& m_service;
    Selection* m_selection;
    Proposals* m_proposals;
    Filter* m_filter;
    Review* m_review;
    AutoLabel* m_autoLabel;
    core::ImageLoader m_loader;
    std::unique_ptr<core::OpenProject> m_open;
    core::ImageId m_image;
    core::LoadedImage m_picture;
    QString m_pictureFailure;
    core::LabelId m_label;
    edits::Accepted accepting(const Proposal& proposal) const;

    edits::Overlap m_overlap = edits::Overlap::Allow;
    bool m_previewsClicks = true;
    int m_direction = 1;
    bool m_acceptWaits = false;
    EffortClock m_effort;
    core::Background m_masks;
};

} // namespace gui
