// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/mask_tool.h"

#include <QCoreApplication>
#include <QPolygonF>

namespace gui {

/// Shapes made by one drag: the lasso's loop, or a box.
class DragTool : public MaskTool {
    Q_DECLARE_TR_FUNCTIONS(DragTool)
public:
    enum class Kind { Lasso, Rectangle };

    DragTool(ToolHost& host, Kind kind) : MaskTool(host), m_kind(kind) {}

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QString hint() const override;
    QList<Gesture> gestures() const override;

private:
    QPolygonF shape() const;

    Kind m_kind;
    QPolygonF m_points; ///< image; of a box its first and present corner
};

} // namespace gui
