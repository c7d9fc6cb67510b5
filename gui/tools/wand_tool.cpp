// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/wand_tool.h"

#include "gui/session/session.h"
#include "gui/tools/tool_settings.h"

#include "core/mask/similar.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr double kPixelsForAStep = 2; // logical

} // namespace

void WandTool::press(const PointerEvent& event) {
    const QPoint pixel(int(std::floor(event.image.x())), int(std::floor(event.image.y())));
    if (event.button != Qt::LeftButton || !session().imageRect().contains(pixel) ||
        !begin(event, event.modifiers.testFlag(Qt::AltModifier))) {
        return;
    }
    m_from = event;
    m_startTolerance = m_tolerance = host().settings().values().tolerance;
    m_found = {};
    m_released = false;
    ask();
}

void WandTool::ask() {
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_background.cancel();
    m_waits = true;
    core::Wand wand;
    wand.seed = {int(std::floor(m_from.image.x())), int(std::floor(m_from.image.y()))};
    wand.tolerance = m_tolerance;
    wand.contiguous = host().settings().values().contiguous;
    wand.region = session().imageRect();
    m_background.run([image = session().picture().image, wand,
                      stop = m_stop.get_token()] { return core::wandMask(image, wand, stop); },
                     [this](const core::Mask& found) { answered(found); });
}

void WandTool::answered(const core::Mask& found) {
    m_found = found;
    m_waits = false;
    if (m_released) {
        commit(m_found);
    } else {
        preview(m_found);
    }
}

void WandTool::move(const PointerEvent& event) {
    noteModifiers(event.modifiers);
    if (!isActive() || m_released) {
        return;
    }
    const double way = (event.device.x() - m_from.device.x()) / host().deviceRatio();
    const int tolerance = std::clamp(m_startTolerance + int(way / kPixelsForAStep), 0, 255);
    if (tolerance != m_tolerance) {
        m_tolerance = tolerance;
        ask();
    }
    host().refresh();
}

void WandTool::release(const PointerEvent& event) {
    if (event.button != Qt::LeftButton || !isActive()) {
        return;
    }
    ToolSettings::Values v = host().settings().values();
    v.tolerance = m_tolerance;
    host().settings().set(v);
    m_released = true;
    if (!m_waits) {
        commit(m_found);
    }
}

void WandTool::hover(const PointerEvent& event) {
    noteModifiers(event.modifiers);
    Tool::hover(event);
}

bool WandTool::cancel() {
    m_stop.request_stop();
    m_background.cancel();
    return MaskTool::cancel();
}

void WandTool::paint(QPainter& painter, const PointerEvent&) {
    if (!isActive()) {
        return;
    }
    const QPointF at = toView(m_from.image);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QPen& pen : {QPen(QColor(0, 0, 0, 170), 3), QPen(Qt::white, 1.4)}) {
        painter.setPen(pen);
        painter.drawEllipse(at, 5, 5);
    }
}

QString WandTool::hint() const {
    if (isActive()) {
        return tr("Drag right for more, left for less: tolerance %1").arg(m_tolerance);
    }
    return tr("Click takes similar pixels (tolerance %1), a drag sets how similar. %2")
        .arg(host().settings().values().tolerance)
        .arg(deed(wouldTake()));
}

QList<Gesture> WandTool::gestures() const {
    return {{tr("Click"), tr("Adds similar pixels")},
            {tr("Drag"), tr("Sets how similar")},
            {tr("Alt+click"), tr("Takes them away")}};
}

} // namespace gui
