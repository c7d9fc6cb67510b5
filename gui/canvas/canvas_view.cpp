// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/canvas_view.h"

#include "gui/canvas/mini_map.h"
#include "gui/session/proposals.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/tools/tool_manager.h"

#include "core/project/project.h"

#include <QCoreApplication>
#include <QTimer>

namespace gui {
namespace {

constexpr int kLinger = 150;         // milliseconds
constexpr double kEdgeTolerance = 3; // logical pixels

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
    m_last = nowhere();
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

void CanvasView::resizeEvent(QResizeEvent*) {
    m_viewport.setViewSize((QSizeF(size()) * devicePixelRatioF()).toSize());
    m_miniMap->place();
    emit viewChanged();
}

bool CanvasView::lingers() const {
    return !m_pyramid.isNull() && m_session.image().isValid() && m_session.pictureFailure().isEmpty() &&
           m_pictureLeft.elapsed() < kLinger;
}

} // namespace gui
