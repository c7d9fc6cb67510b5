// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/image_pyramid.h"

#include <QPainter>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace gui {
namespace {

constexpr int kSmallest = 256;

QRgb mean(QRgb a, QRgb b, QRgb c, QRgb d) {
    constexpr QRgb even = 0x00ff00ff;
    const QRgb rb = ((a & even) + (b & even) + (c & even) + (d & even) + 0x00020002U) >> 2 & even;
    const QRgb g = (((a >> 8 & 0xff) + (b >> 8 & 0xff) + (c >> 8 & 0xff) + (d >> 8 & 0xff) + 2) >> 2) << 8;
    return 0xff000000U | rb | g;
}

/// For each device position the source pixel it shows, or -1 outside: that of the middle of `block`
/// positions. The overlay uses the same rounding, so that the edges of masks lie on the edges of pixels.
std::vector<int> sourceIndices(int first, int count, double offset, double scale, int length, int block) {
    std::vector<int> indices;
    indices.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        const int start = first + i - (first + i) % block;
        const double at = std::floor((start + block / 2.0 - offset) / scale);
        indices.push_back(at >= 0 && at < length ? int(at) : -1);
    }
    return indices;
}

} // namespace

QImage halved(const QImage& image) {
    const int w = std::max(1, (image.width() + 1) / 2);
    const int h = std::max(1, (image.height() + 1) / 2);
    QImage half(w, h, QImage::Format_RGB32);
    for (int y = 0; y < h; ++y) {
        const auto* a = reinterpret_cast<const QRgb*>(image.constScanLine(2 * y));
        const auto* b =
            reinterpret_cast<const QRgb*>(image.constScanLine(std::min(2 * y + 1, image.height() - 1)));
        auto* out = reinterpret_cast<QRgb*>(half.scanLine(y));
        const int whole = image.width() / 2;
        for (int x = 0; x < whole; ++x) {
            out[x] = mean(a[2 * x], a[2 * x + 1], b[2 * x], b[2 * x + 1]);
        }
        if (whole < w) {
            out[whole] = mean(a[2 * whole], a[2 * whole], b[2 * whole], b[2 * whole]);
        }
    }
    return half;
}

ImagePyramid::ImagePyramid(QObject* parent) : QObject(parent), m_levels(1) {}

void ImagePyramid::setImage(const QImage& image) {
    m_background.cancel();
    // Giving gigabytes back to the system takes a fifth of a second, which the window needn't wait for.
    QThreadPool::globalInstance()->start([old = std::exchange(m_levels, {image})]() mutable { old.clear(); });
    makeNextLevel();
}

void ImagePyramid::makeNextLevel() {
    const QImage& last = m_levels.back();
    if (std::min(last.width(), last.height()) < 2 * kSmallest) {
        return;
    }
    m_background.run([last] { return halved(last); },
                     [this](const QImage& level) {
                         m_levels.push_back(level);
                         makeNextLevel();
                         emit levelReady();
                     });
}

void ImagePyramid::paint(QImage& target, const QRect& device, const Viewport& viewport) const {
    if (isNull()) {
        return;
    }
    if (viewport.scale() >= 1) {
        paintSharp(target, device, viewport, 0);
        return;
    }
    const int wanted = std::max(0, int(std::floor(-std::log2(viewport.scale()) + 1e-9)));
    const int level = std::min(wanted, int(m_levels.size()) - 1);
    // Far from the wanted level smoothing reads too few of the pixels to be worth its time.
    if (wanted - level >= 2) {
        paintSharp(target, device, viewport, level);
    } else {
        paintSmooth(target, device, viewport, level);
    }
}

void ImagePyramid::paintSharp(QImage& target, const QRect& device, const Viewport& viewport,
                              int level) const {
    const QImage& source = m_levels[std::size_t(level)];
    const double scale = viewport.scale() * (1 << level);
    // Far from each other, every pixel that is read is waited for: until there is a smaller level, one stands
    // for four.
    const int block = scale < 1.0 / 8 ? 2 : 1;
    const auto xs =
        sourceIndices(device.left(), device.width(), viewport.offset().x(), scale, source.width(), block);
    const auto ys =
        sourceIndices(device.top(), device.height(), viewport.offset().y(), scale, source.height(), block);
    const auto inside = [](int i) { return i >= 0; };
    const auto begin = std::find_if(xs.begin(), xs.end(), inside);
    const auto end = std::find_if_not(begin, xs.end(), inside);
    const auto first = std::size_t(begin - xs.begin());
    const auto count = std::size_t(end - begin);
    for (std::size_t row = 0; row < ys.size() && count > 0; ++row) {
        if (ys[row] < 0) {
            continue;
        }
        auto* out = reinterpret_cast<QRgb*>(target.scanLine(device.top() + int(row))) + device.left();
        if (row > 0 && ys[row] == ys[row - 1]) {
            const auto* above =
                reinterpret_cast<const QRgb*>(target.constScanLine(device.top() + int(row) - 1));
            std::memcpy(out + first, above + device.left() + first, count * sizeof(QRgb));
            continue;
        }
        const auto* in = reinterpret_cast<const QRgb*>(source.constScanLine(ys[row]));
        for (std::size_t i = first; i < first + count; ++i) {
            out[i] = in[xs[i]] | 0xff000000U;
        }
    }
}

void ImagePyramid::paintSmooth(QImage& target, const QRect& device, const Viewport& viewport,
                               int level) const {
    const QImage& source = m_levels[std::size_t(level)];
    // Levels of odd sizes cover a little more than the image; the true ratio keeps them aligned with it.
    const double sx = double(viewport.imageSize().width()) / source.width();
    const double sy = double(viewport.imageSize().height()) / source.height();
    const QPointF a = viewport.toImage(QPointF(device.topLeft()));
    const QPointF b = viewport.toImage(QPointF(device.x() + device.width(), device.y() + device.height()));
    QRectF part(QPointF(a.x() / sx, a.y() / sy), QPointF(b.x() / sx, b.y() / sy));
    part = part.adjusted(-2, -2, 2, 2).toAlignedRect().intersected(source.rect());
    if (part.isEmpty()) {
        return;
    }
    const QPointF at = viewport.toDevice(QPointF(part.x() * sx, part.y() * sy));
    const QSizeF size(part.width() * sx * viewport.scale(), part.height() * sy * viewport.scale());
    QPainter painter(&target);
    painter.setClipRect(device);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(at, size), source, part);
}

} // namespace gui
