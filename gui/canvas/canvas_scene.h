// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/canvas/color_by.h"
#include "gui/canvas/overlay_renderer.h"

#include "core/project/annotation.h"
#include "core/project/change_event.h"

#include <QHash>
#include <QObject>
#include <QRegion>

#include <optional>
#include <vector>

namespace gui {

class Session;

/// What lies at a point of the image: an annotation or a proposal.
struct Hit {
    core::AnnotationId annotation;
    int proposal = -1;
    bool isValid() const { return annotation.isValid() || proposal >= 0; }
    bool operator==(const Hit&) const = default;
};

/// A shape that a tool is making; nothing of it is in the project.
struct Preview {
    core::AnnotationId target; ///< drawn in place of this one's mask; none: a new instance
    core::Mask mask;
    QRgb color = 0;
};

enum class ViewMode { Overlay, Outline, MaskOnly, CutOut };

/// What the canvas draws over the picture, bottom to top, and what is hit. Follows the session.
class CanvasScene : public QObject {
    Q_OBJECT
public:
    explicit CanvasScene(Session& session, QObject* parent = nullptr);

    /// Masks to draw, in order; the pointers hold until something changes.
    const std::vector<OverlayItem>& items(double deviceRatio);
    /// Everything at this point, top-most first. `tolerance` in image pixels widens thin masks.
    std::vector<Hit> hitsAt(QPointF image, double tolerance) const;
    Hit hitAt(QPointF image, double tolerance) const;

    const std::optional<Preview>& preview() const { return m_preview; }
    void setPreview(Preview preview);
    void clearPreview();
    /// Masks that commands would give; drawn in place of those of the instances until the next call.
    void setTrialMasks(QHash<core::AnnotationId, core::Mask> masks);
    const QHash<core::AnnotationId, core::Mask>& trialMasks() const { return m_trial; }

    ViewMode mode() const { return m_mode; }
    void setMode(ViewMode mode);
    int opacity() const { return m_opacity; } ///< of the fill, percent
    void setOpacity(int percent);
    void setPeeking(bool peeking); ///< hides every mask while it is on
    ColorBy colorBy() const { return m_colorBy; }
    void setColorBy(ColorBy by);
    const QList<LegendEntry>& legend() const; ///< of what is drawn; until something changes
    /// Labels differ in the pattern of their fill as well as in colour.
    bool patterns() const { return m_patterns; }
    void setPatterns(bool on);

    QRgb colorOf(core::LabelId label) const;
    QRgb proposalColor() const;
    int hoveredProposal() const { return m_hoveredProposal; }
    void setHovered(const Hit& hit);

signals:
    /// Image pixels that look different now.
    void dirty(const QRegion& image);

private:
    struct Known {
        QRect box;
        qint64 area = 0;
    };
    /// An annotation that is drawn; the pointer holds until something changes.
    struct Drawn {
        const core::Annotation* annotation = nullptr;
        Known known;
    };
    const Known& known(const core::Annotation& annotation) const;
    const std::vector<Drawn>& drawn() const;
    const core::Mask& maskOf(core::AnnotationId id) const; ///< empty if it is gone
    void changed();                                        ///< what drawn() and items() said is old
    Pattern patternOf(const core::Annotation& annotation) const;
    bool isAside(core::AnnotationId id) const;
    OverlayStyle styleOf(const core::Annotation& annotation, double ratio) const;
    void addProposals(double ratio);
    void contentChanged(const core::ChangeEvent& event);
    void redraw(const QList<core::AnnotationId>& ids);
    void redrawAll();

    Session& m_session;
    mutable QHash<core::AnnotationId, Known> m_known;
    mutable std::vector<Drawn> m_drawn;
    mutable bool m_drawnStale = true;
    mutable std::optional<QList<LegendEntry>> m_legend; ///< none: to be made
    std::vector<OverlayItem> m_items;
    double m_itemsRatio = 0;
    bool m_stale = true;
    std::optional<Preview> m_preview;
    QHash<core::AnnotationId, core::Mask> m_trial;
    ViewMode m_mode = ViewMode::Overlay;
    int m_opacity = 35;
    ColorBy m_colorBy = ColorBy::Label;
    bool m_patterns = false;
    bool m_peeking = false;
    int m_hoveredProposal = -1;
};

} // namespace gui
