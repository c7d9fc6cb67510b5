// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/canvas_view.h"

#include "gui/canvas/mini_map.h"
#include "gui/session/proposals.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/tools/tool_manager.h"

#include "core/project/project.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTabletEvent>
#include <QTimer>
#include <QWheelEvent>

#include <cmath>

namespace gui {
namespace {

constexpr double kWheelStep = 1.15;
constexpr int kLinger = 150;         // milliseconds
constexpr double kEdgeTolerance = 3; // logical pixels
const PointerEvent kNowhere{QPointF(-1e9, -1e9), QPointF(-1e9, -1e9), Qt::NoButton, Qt::NoModifier};

} // namespace

CanvasView::CanvasView(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_scene(session), m_display(session),
      m_tools(std::make_unique<ToolManager>(static_cast<ToolHost&>(*this), session)) {
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Canvas"));
    setAccessibleDescription(tr("The current image with its masks"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 180);
    m_last = kNowhere;
    // Every move of the pointer is a point of the stroke; some systems merge them unless told not to. They
    // decide when the application starts, so this comes after.
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);
    QCoreApplication::setAttribute(Qt::AA_CompressTabletEvents, false);
    connect(&m_scene, &CanvasScene::dirty, this, &CanvasView::imageDirty);
    connect(&m_pyramid, &ImagePyramid::levelReady, this, [this] {
        m_base.invalidate();
        emit levelsChanged();
        update();
    });
    m_miniMap = new MiniMap(*this);
    connect(&session, &Session::pictureChanged, this, &CanvasView::pictureChanged);
    connect(&m_display, &DisplayPicture::shown, this, &CanvasView::showPicture);
    connect(&session.proposals(), &Proposals::queryChanged, this, qOverload<>(&QWidget::update));
    connect(&session.selection(), &Selection::changed, this, &CanvasView::hintChanged);
    connect(&session, &Session::labelChanged, this, &CanvasView::hintChanged);
    connect(m_tools.get(), &ToolManager::currentChanged, this, [this] {
        updateCursor();
        refresh();
    });
    connect(&m_settings, &ToolSettings::changed, this, &CanvasView::refresh);
}

CanvasView::~CanvasView() = default;

QPointF CanvasView::toImage(QPointF view) const {
    return m_viewport.toImage(view * devicePixelRatioF());
}
QPointF CanvasView::toView(QPointF image) const {
    return m_viewport.toDevice(image) / devicePixelRatioF();
}

void CanvasView::pictureChanged() {
    const core::LoadedImage& picture = m_session.picture();
    const bool reading =
        picture.image.isNull() && m_session.image().isValid() && m_session.pictureFailure().isEmpty();
    if (reading) {
        // The picture before stays for a moment: most are read so fast that anything else would flicker.
        m_pictureLeft.start();
        QTimer::singleShot(kLinger + 10, this, [this] {
            if (m_session.picture().image.isNull() && !lingers()) {
                m_pyramid.setImage({}); // gigabytes that the next picture may need
                emit levelsChanged();
            }
            update();
        });
    } else if (picture.image.isNull()) {
        showPicture({});
    }
    if (!picture.image.isNull()) {
        // Images of one size keep their place, so that stepping through a series compares like with like.
        if (picture.image.size() != m_viewport.imageSize() || m_viewport.isFit()) {
            m_viewport.setImageSize(picture.image.size());
        }
        emit viewChanged();
    }
    m_overlay.invalidate();
    update();
}

void CanvasView::showPicture(const QImage& image) {
    if (!image.isNull() || !m_session.pictureFailure().isEmpty() || !m_session.image().isValid()) {
        m_pyramid.setImage(image);
        m_base.invalidate();
        emit levelsChanged();
        update();
    }
}

void CanvasView::viewMoved() {
    update();
    emit viewChanged();
}

void CanvasView::imageDirty(const QRegion& image) {
    if (image.isEmpty()) {
        return;
    }
    QRegion region;
    for (const QRect& rect : image) {
        // Outlines reach beyond the pixels that changed.
        region += m_viewport.toDevice(rect).adjusted(-5, -5, 5, 5);
    }
    m_overlay.invalidate(region);
    const QRect device = region.boundingRect();
    const double ratio = devicePixelRatioF();
    update(QRectF(device.x() / ratio, device.y() / ratio, device.width() / ratio, device.height() / ratio)
               .toAlignedRect());
}

void CanvasView::fit() {
    m_viewport.fit();
    viewMoved();
}

void CanvasView::setScale(double devicePixels) {
    m_viewport.setScaleAbout(
        QPointF(m_viewport.viewSize().width() / 2.0, m_viewport.viewSize().height() / 2.0), devicePixels);
    viewMoved();
}

void CanvasView::zoomBy(double factor) {
    setScale(m_viewport.scale() * factor);
}

void CanvasView::zoomTo(const QRect& image) {
    m_viewport.show(QRectF(image), 0.6);
    viewMoved();
}

void CanvasView::centreOn(QPointF image) {
    m_viewport.centreOn(image);
    viewMoved();
}

void CanvasView::setRulers(bool on) {
    m_rulers = on;
    update();
}

void CanvasView::selectTool(ToolId tool) {
    m_tools->setCurrent(tool, m_last.image);
}

QPointF CanvasView::pointer() const {
    return m_last.image;
}

Hit CanvasView::hitUnderPointer() const {
    return hitAt(m_last.image);
}

Hit CanvasView::hitAt(QPointF image) const {
    return m_scene.hitAt(image, kEdgeTolerance * devicePixelRatioF() / m_viewport.scale());
}

QString CanvasView::hint() const {
    return m_session.picture().image.isNull() ? QString() : m_tools->current().hint();
}

void CanvasView::refresh() {
    update();
    emit hintChanged();
}

PointerEvent CanvasView::pointerEvent(const QPointF& view, Qt::MouseButton button,
                                      Qt::KeyboardModifiers modifiers) const {
    return {toImage(view), view * devicePixelRatioF(), button, modifiers};
}

void CanvasView::resizeEvent(QResizeEvent*) {
    m_viewport.setViewSize((QSizeF(size()) * devicePixelRatioF()).toSize());
    m_miniMap->place();
    emit viewChanged();
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
    m_last = kNowhere;
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

bool CanvasView::lingers() const {
    return !m_pyramid.isNull() && m_session.image().isValid() && m_session.pictureFailure().isEmpty() &&
           m_pictureLeft.elapsed() < kLinger;
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
