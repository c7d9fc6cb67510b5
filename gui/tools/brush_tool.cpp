// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/brush_tool.h"

#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/tools/tool_settings.h"

#include "core/mask/similar.h"
#include "core/project/project.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr double kAxisFrom = 4; // device pixels after which the direction is clear

} // namespace

double BrushTool::size() const {
    const ToolSettings::Values& v = host().settings().values();
    return m_kind == Kind::Paint ? v.paintSize : v.eraseSize;
}

void BrushTool::setSize(double diameter) {
    ToolSettings::Values v = host().settings().values();
    (m_kind == Kind::Paint ? v.paintSize : v.eraseSize) = diameter;
    host().settings().set(v);
    host().refresh();
}

void BrushTool::changeSize(double factor) {
    const double step = std::max(std::abs(size() * (factor - 1)), 1.0);
    setSize(std::round(size() + (factor > 1 ? step : -step)));
}

bool BrushTool::erases(Qt::KeyboardModifiers modifiers) const {
    return (m_kind == Kind::Erase) != modifiers.testFlag(Qt::AltModifier);
}

double BrushTool::diameterFor(const PointerEvent& event) const {
    return host().settings().values().pressure ? std::max(1.0, size() * event.pressure) : size();
}

void BrushTool::press(const PointerEvent& event) {
    if (event.button == Qt::RightButton && event.modifiers.testFlag(Qt::AltModifier) && !m_stroke) {
        m_sizing = Sizing{event, size()};
        return;
    }
    if (event.button != Qt::LeftButton || m_stroke ||
        !begin(event, event.penEraser || erases(event.modifiers))) {
        return;
    }
    m_stroke =
        Stroke{core::Brush(diameterFor(event), session().imageRect()), {}, {}, event.image, event.image, {}};
    const QPoint pixel(int(std::floor(event.image.x())), int(std::floor(event.image.y())));
    if (host().settings().values().onlySimilar && session().imageRect().contains(pixel)) {
        m_stroke->color = session().picture().image.pixel(pixel);
    }
    if (event.modifiers.testFlag(Qt::ShiftModifier) && m_lastEnd) {
        extend(*m_lastEnd, diameterFor(event));
    }
    extend(event.image, diameterFor(event));
}

QPointF BrushTool::onAxis(const PointerEvent& event) {
    if (!event.modifiers.testFlag(Qt::ShiftModifier)) {
        m_stroke->lockedAt.reset();
        return event.image;
    }
    if (!m_stroke->lockedAt) {
        m_stroke->lockedAt = m_stroke->last;
    }
    const QPointF from = *m_stroke->lockedAt;
    const QPointF way = event.image - from;
    if (std::hypot(way.x(), way.y()) * host().viewport().scale() < kAxisFrom) {
        return from;
    }
    // The first clear direction decides; what was painted since lies on it.
    const QPointF done = m_stroke->last - from;
    const QPointF& judge = done.isNull() ? way : done;
    return std::abs(judge.x()) >= std::abs(judge.y()) ? QPointF(event.image.x(), from.y())
                                                      : QPointF(from.x(), event.image.y());
}

void BrushTool::move(const PointerEvent& event) {
    noteModifiers(event.modifiers);
    if (m_sizing) {
        const double way = event.device.x() - m_sizing->from.device.x();
        setSize(std::round(m_sizing->diameter + 2 * way / host().viewport().scale()));
    } else if (m_stroke) {
        extend(onAxis(event), diameterFor(event));
    }
    host().refresh();
}

void BrushTool::extend(QPointF to, double diameter) {
    m_stroke->brush.setDiameter(diameter);
    core::Mask added = m_stroke->brush.moveTo(to);
    m_stroke->last = to;
    m_lastEnd = to;
    if (m_stroke->color) {
        added = core::similarWithin(session().picture().image, added, *m_stroke->color,
                                    host().settings().values().similarity);
        m_stroke->kept = m_stroke->kept.united(added);
    }
    preview(painted());
}

const core::Mask& BrushTool::painted() const {
    return m_stroke->color ? m_stroke->kept : m_stroke->brush.painted();
}

void BrushTool::release(const PointerEvent& event) {
    if (event.button == Qt::RightButton) {
        m_sizing.reset();
    }
    if (event.button == Qt::LeftButton && m_stroke) {
        const core::Mask mask = painted();
        m_stroke.reset();
        commit(mask, tr("Paint %1"), tr("Erase %1"));
    }
}

void BrushTool::hover(const PointerEvent& event) {
    noteModifiers(event.modifiers);
    Tool::hover(event);
    host().refresh();
}

bool BrushTool::cancel() {
    m_stroke.reset();
    if (m_sizing) {
        setSize(m_sizing->diameter);
        m_sizing.reset();
        return true;
    }
    return MaskTool::cancel();
}

void BrushTool::imageChanged() {
    cancel();
    m_lastEnd.reset();
}

void BrushTool::paint(QPainter& painter, const PointerEvent& pointer) {
    const double radius = size() / 2 * host().viewport().scale() / host().deviceRatio();
    const QPointF at = (m_sizing ? m_sizing->from.device : pointer.device) / host().deviceRatio();
    // Two rings show on any ground.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 180), 3));
    painter.drawEllipse(at, radius, radius);
    const bool locked = !session().selection().isEmpty() && target() == nullptr;
    painter.setPen(QPen(Qt::white, 1.2, locked ? Qt::DashLine : Qt::SolidLine));
    painter.drawEllipse(at, radius, radius);
    const bool erase = isActive() ? takes() : erases(modifiers());
    for (const auto& [color, width] :
         {std::pair(QColor(0, 0, 0, 180), 3.0), std::pair(QColor(Qt::white), 1.2)}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at - QPointF(4, 0), at + QPointF(4, 0));
        if (!erase) {
            painter.drawLine(at - QPointF(0, 4), at + QPointF(0, 4));
        }
    }
}

QString BrushTool::hint() const {
    return tr("%1, %2 px").arg(deed(isActive() ? takes() : erases(modifiers()))).arg(std::lround(size()));
}

QList<Gesture> BrushTool::gestures() const {
    return {{tr("Drag"), tr("One stroke: one step to undo")},
            {tr("Shift+click"), tr("Straight stroke from the last one")},
            {tr("Hold Alt"), tr("Brush erases, eraser paints")},
            {tr("Hold Shift"), tr("Keeps the stroke on a line")},
            {tr("Alt+wheel"), tr("Size")}};
}

} // namespace gui
