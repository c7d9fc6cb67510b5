// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/mask_tool.h"

#include "core/mask/brush.h"

#include <QCoreApplication>

#include <optional>

namespace gui {

/// Brush or eraser; Alt swaps the two while it is held. Shift-click draws a straight line from the last
/// stroke's end, Shift held in a stroke keeps it on a line along the rows or columns, Alt and a drag with the
/// right button set the size. Each of the two has its own size.
class BrushTool : public MaskTool {
    Q_DECLARE_TR_FUNCTIONS(BrushTool)
public:
    enum class Kind { Paint, Erase };

    BrushTool(ToolHost& host, Kind kind) : MaskTool(host), m_kind(kind) {}

    double size() const override;
    void setSize(double diameter) override;

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    bool cancel() override;
    void changeSize(double factor) override;
    void imageChanged() override;
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QCursor cursor() const override { return Qt::BlankCursor; }
    QString hint() const override;
    QList<Gesture> gestures() const override;

private:
    struct Stroke {
        core::Brush brush;
        core::Mask kept; ///< of what was painted, the pixels that look like the first
        std::optional<QRgb> color;
        QPointF from;
        QPointF last;
        std::optional<QPointF> lockedAt; ///< since Shift went down
    };
    struct Sizing {
        PointerEvent from;
        double diameter = 0;
    };
    bool erases(Qt::KeyboardModifiers modifiers) const;
    double diameterFor(const PointerEvent& event) const;
    QPointF onAxis(const PointerEvent& event);
    void extend(QPointF to, double diameter);
    const core::Mask& painted() const;

    Kind m_kind;
    std::optional<Stroke> m_stroke;
    std::optional<Sizing> m_sizing;
    std::optional<QPointF> m_lastEnd; ///< where Shift-click goes on from
};

} // namespace gui
