// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/layer_cache.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace gui {
namespace {

/// More rectangles than that cost more than one that holds them.
constexpr int kMostRectangles = 48;

} // namespace

void LayerCache::invalidate() {
    m_dirty = m_image.rect();
}

void LayerCache::invalidate(const QRegion& device) {
    m_dirty += device.intersected(m_image.rect());
}

const QImage& LayerCache::updated(const Viewport& viewport, const PaintFunction& paint) {
    follow(viewport);
    if (m_dirty.isEmpty()) {
        return m_image;
    }
    const bool few = m_dirty.rectCount() <= kMostRectangles;
    const QRegion region = few ? m_dirty : QRegion(m_dirty.boundingRect());
    for (const QRect& rect : region) {
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            std::memset(m_image.scanLine(y) + qsizetype(rect.left()) * 4, 0, std::size_t(rect.width()) * 4);
        }
    }
    paint(m_image, region);
    m_dirty = {};
    return m_image;
}

void LayerCache::follow(const Viewport& viewport) {
    if (m_image.size() != viewport.viewSize()) {
        m_image = QImage(viewport.viewSize(), m_format);
        m_dirty = m_image.rect();
    } else if (m_viewport.scale() != viewport.scale() || m_viewport.imageSize() != viewport.imageSize()) {
        m_dirty = m_image.rect();
    } else if (m_viewport.offset() != viewport.offset()) {
        const QPointF by = viewport.offset() - m_viewport.offset();
        const QPoint whole(int(std::lround(by.x())), int(std::lround(by.y())));
        const QPointF rest = by - whole;
        if (std::abs(rest.x()) + std::abs(rest.y()) < 1e-6) {
            shift(whole);
        } else {
            m_dirty = m_image.rect();
        }
    }
    m_viewport = viewport;
}

void LayerCache::shift(QPoint by) {
    const QRect kept = m_image.rect().translated(by).intersected(m_image.rect());
    if (kept.isEmpty()) {
        m_dirty = m_image.rect();
        return;
    }
    const auto bytes = std::size_t(kept.width()) * 4;
    const qsizetype to = qsizetype(kept.left()) * 4;
    const qsizetype from = qsizetype(kept.left() - by.x()) * 4;
    const bool upwards = by.y() <= 0;
    for (int i = 0; i < kept.height(); ++i) {
        const int y = upwards ? kept.top() + i : kept.bottom() - i;
        std::memmove(m_image.scanLine(y) + to, m_image.constScanLine(y - by.y()) + from, bytes);
    }
    m_dirty.translate(by);
    m_dirty &= m_image.rect();
    m_dirty += QRegion(m_image.rect()) - kept;
}

} // namespace gui
