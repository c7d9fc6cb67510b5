// SPDX-License-Identifier: Apache-2.0
// What CanvasView does with events of mouse, wheel, pen and keys.
#include "gui/canvas/canvas_view.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/tools/tool_manager.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QTabletEvent>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace gui {
namespace {

constexpr double kWheelStep = 1.15;

/// How far an arrow key moves the picture, in logical pixels: the view goes where the arrow points.
QPoint arrow(int key) {
    constexpr int kStep = 64;
    return key == Qt::Key_Left    ? QPoint(kStep, 0)
           : key == Qt::Key_Right ? QPoint(-kStep, 0)
           : key == Qt::Key_Up    ? QPoint(0, kStep)
           : key == Qt::Key_Down  ? QPoint(0, -kStep)
                                  : QPoint();
}

} // namespace

PointerEvent CanvasView::nowhere() {
    return {QPointF(-1e9, -1e9), QPointF(-1e9, -1e9), Qt::NoButton, Qt::NoModifier};
}

PointerEvent CanvasView::pointerEvent(const QPointF& view, Qt::MouseButton button,
                                      Qt::KeyboardModifiers modifiers) const {
    return {toImage(view), view * devicePixelRatioF(), button, modifiers};
}

void CanvasView::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers().testFlag(Qt::AltModifier)) {
        // Alt turns the wheel sideways on some systems.
        const double turned = notches != 0 ? notches : event->angleDelta().x() / 120.0;
        m_tools->current().altWheel(turned,
                                    pointerEvent(event->position(), Qt::NoButton, event->modifiers()));
    } else if (m_ctrlWheelZooms && !event->modifiers().testFlag(Qt::ControlModifier)) {
        scroll(*event);
    } else if (notches != 0) {
        m_viewport.zoomAbout(event->position() * devicePixelRatioF(), std::pow(kWheelStep, notches));
        m_last = pointerEvent(event->position(), Qt::NoButton, event->modifiers());
        viewMoved();
        emit pointerMoved(m_last.image, true);
    }
    event->accept();
}

void CanvasView::scroll(const QWheelEvent& event) {
    constexpr int kNotch = 60; // logical pixels
    QPointF by = event.pixelDelta().isNull() ? QPointF(event.angleDelta()) / 120.0 * kNotch
                                             : QPointF(event.pixelDelta());
    if (event.modifiers().testFlag(Qt::ShiftModifier) && by.x() == 0) {
        by = by.transposed();
    }
    m_viewport.panBy((by * devicePixelRatioF()).toPoint());
    m_last = pointerEvent(event.position(), Qt::NoButton, event.modifiers());
    viewMoved();
    emit pointerMoved(m_last.image, true);
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
    pressed(pointerEvent(event->position(), event->button(), event->modifiers()), event->position());
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
    moved(pointerEvent(event->position(), Qt::NoButton, event->modifiers()), event->position(),
          event->buttons());
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event) {
    released(pointerEvent(event->position(), event->button(), event->modifiers()));
}

void CanvasView::tabletEvent(QTabletEvent* event) {
    PointerEvent at = pointerEvent(event->position(), event->button(), event->modifiers());
    at.pressure = event->pressure();
    at.penEraser = event->pointerType() == QPointingDevice::PointerType::Eraser;
    if (event->type() == QEvent::TabletPress) {
        setFocus(Qt::MouseFocusReason);
        pressed(at, event->position());
    } else if (event->type() == QEvent::TabletMove) {
        moved(at, event->position(), event->buttons());
    } else if (event->type() == QEvent::TabletRelease) {
        released(at);
    }
    event->accept();
}

void CanvasView::pressed(const PointerEvent& event, const QPointF& view) {
    if (event.button == Qt::MiddleButton || (m_spaceHeld && event.button == Qt::LeftButton)) {
        startPan(view);
        return;
    }
    m_last = event;
    const bool looks = m_tools->currentId() == ToolId::Select;
    if (!m_session.picture().image.isNull() && (looks || m_session.mayEdit())) {
        m_toolPressed = true;
        m_tools->current().press(m_last);
    }
}

void CanvasView::startPan(const QPointF& view) {
    m_panning = true;
    m_panFrom = view;
    updateCursor();
}

void CanvasView::pan(const QPointF& view) {
    const double ratio = devicePixelRatioF();
    const QPoint by = (view * ratio).toPoint() - (m_panFrom * ratio).toPoint();
    m_panFrom = view;
    m_viewport.panBy(by);
    viewMoved();
}

void CanvasView::moved(const PointerEvent& event, const QPointF& view, Qt::MouseButtons held) {
    const bool wasInside = std::exchange(m_inside, true);
    // Space pressed in the middle of a stroke pans, and the stroke goes on when it is let go.
    const bool spacePans = m_spaceHeld && held.testFlag(Qt::LeftButton);
    if (spacePans && !m_panning) {
        startPan(m_last.device / devicePixelRatioF());
    } else if (m_panning && m_toolPressed && !spacePans && !held.testFlag(Qt::MiddleButton)) {
        m_panning = false;
        updateCursor();
    }
    if (m_panning) {
        pan(view);
        m_last = pointerEvent(view, Qt::NoButton, event.modifiers);
        return;
    }
    m_last = event;
    if (held == Qt::NoButton) {
        m_tools->current().hover(m_last);
    } else {
        m_tools->current().move(m_last);
    }
    if (!wasInside || m_scene.hoveredProposal() >= 0 || m_session.selection().hovered().isValid()) {
        update();
    }
    emit pointerMoved(m_last.image, true);
    emit hintChanged();
}

void CanvasView::released(const PointerEvent& event) {
    const bool panEnds = m_panning && (event.button == Qt::MiddleButton || event.button == Qt::LeftButton);
    if (panEnds) {
        m_panning = false;
        updateCursor();
    }
    if (event.button == Qt::MiddleButton || (panEnds && !m_toolPressed)) {
        return;
    }
    m_toolPressed = false;
    m_last = event;
    m_tools->current().release(m_last);
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !m_spaceHeld) {
        m_last = pointerEvent(event->position(), event->button(), event->modifiers());
        m_toolPressed = true;
        // A brush's second dab is a press like any other.
        m_tools->current().press(m_last);
        m_tools->current().doubleClick(m_last);
    }
}

void CanvasView::leaveEvent(QEvent*) {
    m_inside = false;
    m_last = nowhere();
    m_scene.setHovered({});
    m_tools->current().leave();
    emit pointerMoved({}, false);
    update();
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = true;
        updateCursor();
    } else if (m_tools->current().wantsKey(event->key())) {
        m_tools->current().keyPressed(event->key());
    } else if (const QPoint way = arrow(event->key()); !way.isNull()) {
        m_viewport.panBy((QPointF(way) * devicePixelRatioF()).toPoint());
        viewMoved();
    } else if (event->key() == Qt::Key_Alt || event->key() == Qt::Key_Shift) {
        m_tools->current().modifiersChanged(
            event->modifiers() | (event->key() == Qt::Key_Alt ? Qt::AltModifier : Qt::ShiftModifier));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CanvasView::keyReleaseEvent(QKeyEvent* event) {
    if (event->isAutoRepeat()) {
        return;
    }
    if (event->key() == Qt::Key_Space) {
        m_spaceHeld = false;
        updateCursor();
    } else if (event->key() == Qt::Key_Alt || event->key() == Qt::Key_Shift) {
        m_tools->current().modifiersChanged(event->modifiers());
    } else {
        QWidget::keyReleaseEvent(event);
    }
}

void CanvasView::focusOutEvent(QFocusEvent*) {
    m_spaceHeld = false;
    updateCursor();
    update();
}

bool CanvasView::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            m_viewport.zoomAbout(gesture->position() * devicePixelRatioF(), 1 + gesture->value());
            viewMoved();
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride &&
        m_tools->current().wantsKey(static_cast<QKeyEvent*>(event)->key())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CanvasView::updateCursor() {
    setCursor(m_panning     ? QCursor(Qt::ClosedHandCursor)
              : m_spaceHeld ? QCursor(Qt::OpenHandCursor)
                            : m_tools->current().cursor());
}

} // namespace gui
