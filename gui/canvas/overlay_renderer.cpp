// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/overlay_renderer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace gui {
namespace {

QRgb premultiplied(QRgb color, int alpha) {
    return qPremultiply(qRgba(qRed(color), qGreen(color), qBlue(color), alpha));
}

QRgb over(QRgb source, QRgb target) {
    const uint keep = 255 - qAlpha(source);
    uint rb = (target & 0x00ff00ff) * keep;
    rb = ((rb + ((rb >> 8) & 0x00ff00ff) + 0x00800080) >> 8) & 0x00ff00ff;
    uint ag = ((target >> 8) & 0x00ff00ff) * keep;
    ag = (ag + ((ag >> 8) & 0x00ff00ff) + 0x00800080) & 0xff00ff00;
    return source + (rb | ag);
}

/// The part of one mask that is on the screen, as bytes with an empty border as wide as the outline.
struct Coverage {
    QRect rect; ///< device pixels that are painted
    int border = 0;
    int stride = 0;
    std::vector<std::uint8_t> bytes;

    const std::uint8_t* row(int y) const {
        return bytes.data() + std::size_t(y - rect.top() + border) * stride + border;
    }
};

void rasterise(const OverlayItem& item, const Viewport& viewport, Coverage& out) {
    const int b = out.border;
    const QRect area = out.rect.adjusted(-b, -b, b, b);
    out.stride = area.width();
    out.bytes.assign(std::size_t(area.width()) * std::size_t(area.height()), 0);
    const auto& spans = item.mask->spans();
    const double scale = viewport.scale();
    const double left = viewport.offset().x();
    auto at = spans.begin();
    int shownRow = 0;
    std::uint8_t* shown = nullptr;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const int row = int(std::floor((y + 0.5 - viewport.offset().y()) / scale));
        std::uint8_t* bytes = out.bytes.data() + std::size_t(y - area.top()) * out.stride;
        if (shown != nullptr && row == shownRow) {
            std::memcpy(bytes, shown, std::size_t(out.stride));
            continue;
        }
        shown = bytes;
        shownRow = row;
        at = std::lower_bound(at, spans.end(), row, [](const core::Mask::Span& s, int r) { return s.y < r; });
        for (auto span = at; span != spans.end() && span->y == row; ++span) {
            // A device pixel is inside if its centre is.
            const int x0 = std::max(int(std::ceil(span->x0 * scale + left - 0.5)), area.left());
            const int x1 = std::min(int(std::ceil(span->x1 * scale + left - 0.5)), area.right() + 1);
            if (x1 > x0) {
                std::memset(bytes + (x0 - area.left()), 1, std::size_t(x1 - x0));
            }
        }
    }
}

/// Whether a pixel within `reach` steps left, right, up or down is outside.
bool isEdge(const std::uint8_t* p, int stride, int reach) {
    for (int i = 1; i <= reach; ++i) {
        if (!p[i] || !p[-i] || !p[i * stride] || !p[-i * stride]) {
            return true;
        }
    }
    return false;
}

void blend(QImage& target, const Coverage& coverage, const OverlayStyle& style) {
    const QRgb fill = premultiplied(style.color, style.fillAlpha);
    const QRgb line = style.color | 0xff000000U;
    const QRgb gap = qRgba(255, 255, 255, 255);
    for (int y = coverage.rect.top(); y <= coverage.rect.bottom(); ++y) {
        const std::uint8_t* in = coverage.row(y);
        auto* out = reinterpret_cast<QRgb*>(target.scanLine(y)) + coverage.rect.left();
        for (int x = 0; x < coverage.rect.width(); ++x) {
            if (!in[x]) {
                continue;
            }
            if (style.outline > 0 && isEdge(in + x, coverage.stride, style.outline)) {
                const bool second = style.dash > 0 && ((coverage.rect.left() + x + y) / style.dash) % 2 != 0;
                out[x] = second ? gap : line;
            } else if (style.fillAlpha > 0) {
                out[x] = over(fill, out[x]);
            }
        }
    }
}

} // namespace

void paintOverlay(QImage& target, const QRect& device, const Viewport& viewport,
                  const std::vector<OverlayItem>& items) {
    Coverage coverage;
    for (const OverlayItem& item : items) {
        coverage.rect = viewport.toDevice(item.box).intersected(device).intersected(target.rect());
        if (coverage.rect.isEmpty()) {
            continue;
        }
        coverage.border = std::max(1, item.style.outline);
        rasterise(item, viewport, coverage);
        blend(target, coverage, item.style);
    }
}

} // namespace gui
