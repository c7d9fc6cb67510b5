// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/canvas/viewport.h"

#include <QImage>
#include <QRegion>

#include <functional>

namespace gui {

/// A painted picture of the view that survives panning: it is shifted by whole pixels and only the new strips
/// are painted. Everything else that changes is told by invalidate().
class LayerCache {
public:
    /// Paints the pixels of `device` from scratch; they are transparent when it is called.
    using PaintFunction = std::function<void(QImage& target, const QRegion& device)>;

    explicit LayerCache(QImage::Format format) : m_format(format) {}
    void invalidate();
    void invalidate(const QRegion& device);
    /// The picture as it should be now.
    const QImage& updated(const Viewport& viewport, const PaintFunction& paint);

private:
    void follow(const Viewport& viewport);
    void shift(QPoint by);

    QImage::Format m_format;
    QImage m_image;
    Viewport m_viewport;
    QRegion m_dirty;
};

} // namespace gui
