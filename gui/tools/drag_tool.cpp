// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/drag_tool.h"

#include "gui/session/session.h"

#include "core/mask/contour.h"

#include <QPainter>

#include <cmath>

namespace gui {

void DragTool::press(const PointerEvent& event) {
    if (event.button == Qt::LeftButton && begin(event, event.modifiers.testFlag(Qt::AltModifier))) {
        m_points = {event.image, event.image};
    }
}

void DragTool::move(const PointerEvent& event) {
    noteModifiers(event.modifiers);
    if (isActive()) {
        if (m_kind == Kind::Lasso) {
            m_points.append(event.image);
        } else {
            m_points.last() = event.image;
        }
    }
    host().refresh();
}

QPolygonF DragTool::shape() const {
    if (m_kind == Kind::Lasso) {
        return m_points;
    }
    // Whole pixels, so that the box stored is the box seen.
    const auto rounded = [](QPointF p) { return QPointF(std::round(p.x()), std::round(p.y())); };
    const QRectF box = QRectF(rounded(m_points.first()), rounded(m_points.last())).normalized();
    return {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()};
}

void DragTool::release(const PointerEvent& event) {
    if (event.button == Qt::LeftButton && isActive()) {
        move(event);
        commit(core::maskOfPolygons({shape()}, session().imageRect(), core::FillRule::Winding));
        m_points.clear();
    }
}

void DragTool::hover(const PointerEvent& event) {
    noteModifiers(event.modifiers);
    Tool::hover(event);
}

void DragTool::paint(QPainter& painter, const PointerEvent&) {
    if (!isActive()) {
        return;
    }
    QPolygonF view;
    for (const QPointF p : shape()) {
        view.append(toView(p));
    }
    if (m_kind == Kind::Rectangle) {
        view.append(view.first());
    }
    paintSketch(painter, view, true, takes());
}

QString DragTool::hint() const {
    return m_kind == Kind::Lasso ? tr("Drag round the pixels. %1").arg(deed(wouldTake()))
                                 : tr("Drag a box. %1").arg(deed(wouldTake()));
}

QList<Gesture> DragTool::gestures() const {
    return {{tr("Drag"), tr("Adds the pixels inside")}, {tr("Alt+drag"), tr("Takes them away")}};
}

} // namespace gui
