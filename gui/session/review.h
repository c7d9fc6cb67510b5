// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/session/review_queue.h"

#include "core/project/change_event.h"
#include "core/project/edit.h"

#include <QObject>

#include <vector>

namespace gui {

class ReviewSorter;
class Session;

/// The review mode: instances that wait for a decision, the riskiest first, narrowed by the window's filter.
/// While it is on there is a current one, whose image is shown and which is selected; a decision is one edit
/// and leads to the next one. Selecting another one of the queue makes that the current one. The queue is
/// there at once from what the file tells; what comes after the current one is sorted anew as shapes and
/// pictures are measured.
class Review : public QObject {
    Q_OBJECT
public:
    explicit Review(Session& session, QObject* parent = nullptr);
    ~Review() override;

    bool isOn() const { return m_on; }
    void setOn(bool on);
    /// False until the first answer after setOn(true).
    bool isReady() const { return m_ready; }
    /// True while shapes or pictures are still being measured.
    bool isMeasuring() const;

    /// Best IoU of instances with what another run or person has: those that agree little come early.
    void setAgreement(const QHash<core::AnnotationId, float>& agreement);

    /// In order; decided ones stay until the queue is made again.
    const std::vector<core::RiskItem>& queue() const { return m_queue.items(); }
    int place() const { return m_queue.place(); } ///< of the current one; -1: nothing waits
    const core::RiskItem* current() const { return m_queue.current(); }
    bool isDecided(int place) const { return m_queue.isDecided(place); }
    int decided() const { return m_queue.decided(); } ///< since the mode was switched on
    int waiting() const { return m_queue.waiting(); }
    void setPlace(int place);
    /// The first image after the current one that the queue leads to; none while the mode is off.
    core::ImageId nextImage() const { return m_queue.nextImage(); }

    /// Each decides the current one and goes to the next, once its picture is there (or can't be had): nobody
    /// decides what was not seen. While the user looks at something else accept() and acceptImage() only lead
    /// back. False if the key means something else: nothing waits (reject() is used up also then), or for
    /// reject() and relabel() something else is looked at.
    bool accept(); ///< what was corrected stays so
    bool reject();
    bool relabel(core::LabelId label); ///< and accepts
    bool acceptImage();                ///< all that wait in the current image, as one edit
    bool skip(int by);                 ///< on (1) or back (-1), without deciding

signals:
    void modeChanged(bool on);
    void queueChanged();         ///< another queue, order or count
    void itemChanged(int place); ///< decided, or not any more; -1: none of the queue
    void currentChanged();
    void shown(); ///< the queue led to the current one, perhaps again: it is to be looked at

private:
    /// What the user looks at.
    enum class Sight { Nothing, Elsewhere, Coming, Current };
    Sight sight() const;
    core::AnnotationId currentId() const;
    void takeSorted(std::vector<core::RiskItem> sorted, bool fresh);
    void followContent(const core::ChangeEvent& event);
    std::vector<core::AnnotationId> markChanged(const core::Edit& edit);
    void followUndo(const core::Edit& edit);
    void followSelection();
    void decide(core::State state, core::LabelId label, const QString& text);
    void decideAll(const std::vector<core::AnnotationId>& ids, core::State state, core::LabelId label,
                   const QString& text);
    void advance();
    bool show();

    Session& m_session;
    ReviewSorter* m_sorter;
    bool m_on = false;
    bool m_ready = false;
    ReviewQueue m_queue;
};

} // namespace gui
