// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/tool.h"

#include <QPolygonF>

#include <optional>

namespace gui {

/// A tool whose gesture gives pixels to one instance, or takes them from it while Alt is held at its start.
/// The selected instance is changed; with nothing selected, a gesture that begins inside a mask edits that
/// mask and one that begins outside makes a new instance of the current label. The gesture shows what it will
/// store and ends in one edit that follows the rule for overlaps.
class MaskTool : public Tool {
public:
    using Tool::Tool;

    void modifiersChanged(Qt::KeyboardModifiers modifiers) override;
    bool cancel() override;
    QCursor cursor() const override { return Qt::CrossCursor; }

protected:
    /// Looks for the instance to change; false, with the reason reported, if there can be no gesture here.
    bool begin(const PointerEvent& event, bool take);
    bool isActive() const { return m_gesture.has_value(); }
    /// The gesture takes pixels away.
    bool takes() const { return m_gesture && m_gesture->take; }
    /// Shows the instance as it would be with these pixels.
    void preview(const core::Mask& painted);
    /// Ends the gesture with one edit. Texts with a place for the label's name.
    void commit(const core::Mask& painted, const QString& give, const QString& take);
    void commit(const core::Mask& painted);
    /// What a gesture with these modifiers would do.
    QString deed(bool take) const;
    Qt::KeyboardModifiers modifiers() const { return m_modifiers; }
    void noteModifiers(Qt::KeyboardModifiers modifiers) { m_modifiers = modifiers; }
    bool wouldTake() const { return m_gesture ? m_gesture->take : m_modifiers.testFlag(Qt::AltModifier); }
    /// The pointer, or a corner of a neighbour's border within six pixels of the screen; Ctrl suspends.
    QPointF snapped(const PointerEvent& event) const;

private:
    struct Held {
        core::AnnotationId target; ///< none: a new instance
        bool take = false;
    };
    core::AnnotationId targetFor(const PointerEvent& event, bool take);
    core::Mask result(const core::Mask& painted) const;

    std::optional<Held> m_gesture;
    Qt::KeyboardModifiers m_modifiers;
};

/// The corner of another instance's border nearest to `event`, within six pixels of the screen.
std::optional<QPointF> snapPoint(ToolHost& host, core::AnnotationId own, const PointerEvent& event);
/// Pen and brush in which all tools draw unfinished shapes: light on dark, so that it shows on any ground.
void paintSketch(QPainter& painter, const QPolygonF& view, bool closed, bool take);
/// A grip of a vertex.
void paintGrip(QPainter& painter, QPointF view, bool strong);

} // namespace gui
