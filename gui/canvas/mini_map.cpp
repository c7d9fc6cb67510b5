// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/mini_map.h"

#include "gui/canvas/canvas_view.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace gui {
namespace {

constexpr int kSide = 180; // logical pixels
constexpr int kMargin = 12;

/// Of a picture whose smaller levels are not there yet, only some of the pixels are looked at: reading all of
/// them would hold up the window.
QImage thumbnailOf(const QImage& image) {
    const auto sizeFor = [&image](int side) {
        return image.size().scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1});
    };
    const bool large = std::max(image.width(), image.height()) > 4 * kSide;
    const QImage some = large ? image.scaled(sizeFor(4 * kSide)) : image;
    return some.scaled(sizeFor(kSide), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

MiniMap::MiniMap(CanvasView& canvas) : QWidget(&canvas), m_canvas(canvas) {
    setObjectName(QStringLiteral("miniMap"));
    setAccessibleName(tr("Mini-map"));
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    hide();
    connect(&canvas, &CanvasView::viewChanged, this, &MiniMap::follow);
    connect(&canvas, &CanvasView::levelsChanged, this, &MiniMap::follow);
}

void MiniMap::setWanted(bool wanted) {
    m_wanted = wanted;
    follow();
}

QRectF MiniMap::shownPart() const {
    const Viewport& view = m_canvas.viewport();
    const QSizeF image = view.imageSize();
    const QPointF a = view.toImage({0, 0});
    const QPointF b = view.toImage(QPointF(view.viewSize().width(), view.viewSize().height()));
    const QRectF part(QPointF(a.x() / image.width(), a.y() / image.height()),
                      QPointF(b.x() / image.width(), b.y() / image.height()));
    return part.intersected({0, 0, 1, 1});
}

void MiniMap::follow() {
    const QImage& small = m_canvas.smallestLevel();
    const QRectF part = shownPart();
    const bool all = part.width() > 0.999 && part.height() > 0.999;
    setVisible(m_wanted && !small.isNull() && !all);
    if (!isVisible()) {
        return;
    }
    if (m_pictureKey != small.cacheKey()) {
        m_pictureKey = small.cacheKey();
        m_picture = QPixmap::fromImage(thumbnailOf(small));
        resize(m_picture.size() + QSize(2, 2));
    }
    place();
    update();
}

void MiniMap::place() {
    move(m_canvas.width() - width() - kMargin, m_canvas.height() - height() - kMargin);
}

void MiniMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(20, 22, 26));
    painter.drawPixmap(1, 1, m_picture);
    const QRectF part = shownPart();
    const QRectF inner = QRectF(rect()).adjusted(1, 1, -1, -1);
    QRectF frame(inner.x() + part.x() * inner.width(), inner.y() + part.y() * inner.height(),
                 part.width() * inner.width(), part.height() * inner.height());
    frame.setSize(frame.size().expandedTo({4, 4}));
    painter.setPen(QPen(QColor(0, 0, 0, 200), 3));
    painter.drawRect(frame);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawRect(frame);
}

void MiniMap::goTo(QPointF position) {
    const QSizeF image = m_canvas.viewport().imageSize();
    const QSizeF map(std::max(1, width() - 2), std::max(1, height() - 2));
    m_canvas.centreOn({(position.x() - 1) / map.width() * image.width(),
                       (position.y() - 1) / map.height() * image.height()});
}

void MiniMap::mousePressEvent(QMouseEvent* event) {
    goTo(event->position());
}

void MiniMap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) {
        goTo(event->position());
    }
}

} // namespace gui
