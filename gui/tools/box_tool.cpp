// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/box_tool.h"

#include "gui/session/proposals.h"
#include "gui/session/session.h"

#include "core/engine/inference_service.h"
#include "core/project/project.h"

#include <QPainter>

namespace gui {
namespace {

constexpr double kSmallest = 4; // device pixels; less is a click

} // namespace

void BoxTool::press(const PointerEvent& event) {
    if (event.button != Qt::LeftButton && event.button != Qt::RightButton) {
        return;
    }
    m_dragging = true;
    m_button = event.button;
    m_positive = event.button == Qt::LeftButton && !event.modifiers.testFlag(Qt::AltModifier);
    m_from = m_to = event;
}

void BoxTool::move(const PointerEvent& event) {
    if (m_dragging) {
        m_to = event;
        modifiersChanged(event.modifiers);
    }
}

void BoxTool::modifiersChanged(Qt::KeyboardModifiers modifiers) {
    if (m_dragging) {
        m_positive = m_button == Qt::LeftButton && !modifiers.testFlag(Qt::AltModifier);
    }
    host().refresh();
}

QRectF BoxTool::dragged() const {
    return QRectF(m_from.image, m_to.image).normalized().intersected(QRectF(session().imageRect()));
}

void BoxTool::release(const PointerEvent& event) {
    if (!m_dragging) {
        return;
    }
    m_dragging = false;
    m_to = event;
    QRectF box = dragged();
    const double smallest = kSmallest * host().deviceRatio() / host().viewport().scale();
    if (box.width() < smallest || box.height() < smallest) {
        const Hit hit = host().hitAt(event.image);
        const auto* a = session().project() ? session().project()->annotation(hit.annotation) : nullptr;
        box = a                   ? QRectF(a->mask.boundingBox())
              : hit.proposal >= 0 ? QRectF(session().proposals().items()[std::size_t(hit.proposal)].box)
                                  : QRectF();
    }
    host().refresh();
    if (box.isEmpty() || session().picture().image.isNull()) {
        return;
    }
    const core::ModelStatus& model = session().service().model();
    if (model.ready && !model.hasExemplars) {
        session().report(tr("%1 can't search by example; type a phrase instead.").arg(model.name));
        return;
    }
    session().proposals().addBox({box, m_positive});
}

bool BoxTool::cancel() {
    const bool was = m_dragging;
    m_dragging = false;
    return was;
}

void BoxTool::paint(QPainter& painter, const PointerEvent&) {
    if (m_dragging) {
        const QColor color = m_positive ? QColor(0x3f, 0xd4, 0x6b) : QColor(0xff, 0x5c, 0x5c);
        const QRectF box(toView(dragged().topLeft()), toView(dragged().bottomRight()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(0, 0, 0, 150), 3));
        painter.drawRect(box);
        painter.setPen(QPen(color, 1.5, m_positive ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(QColor(color.red(), color.green(), color.blue(), 35));
        painter.drawRect(box);
    }
}

QString BoxTool::hint() const {
    return tr("Drag a box round an example; Alt-drag round what it is not");
}

QList<Gesture> BoxTool::gestures() const {
    return {{tr("Drag"), tr("Find more like this")},
            {tr("Alt+drag"), tr("Not like this; right button too")},
            {tr("Click a mask"), tr("Take its box")}};
}

} // namespace gui
