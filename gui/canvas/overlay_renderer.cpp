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

inline QRgb over(QRgb source, QRgb target) {
    const uint keep = 255 - qAlpha(source);
    uint rb = (target & 0x00ff00ff) * keep;
    rb = ((rb + ((rb >> 8) & 0x00ff00ff) + 0x00800080) >> 8) & 0x00ff00ff;
    uint ag = ((target >> 8) & 0x00ff00ff) * keep;
    ag = (ag + ((ag >> 8) & 0x00ff00ff) + 0x00800080) & 0xff00ff00;
    return source + (rb | ag);
}

constexpr int kStep = 8; // pixels looked at together
constexpr std::uint64_t kAllInside = 0x0101010101010101;

std::uint64_t eight(const std::uint8_t* p) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, p, sizeof bytes);
    return bytes;
}

/// The part of one mask that is on the screen, as bytes (1: inside) with an empty border as wide as the
/// outline. Rows are long enough to be read eight bytes at a time.
struct Coverage {
    QRect rect; ///< device pixels that are painted
    int border = 0;
    int stride = 0;
    std::vector<std::uint8_t> bytes;

    const std::uint8_t* row(int y) const {
        return bytes.data() + std::size_t(y - rect.top() + border) * std::size_t(stride) + border;
    }
};

void rasterise(const OverlayItem& item, const Viewport& viewport, Coverage& out) {
    const int b = out.border;
    const QRect area = out.rect.adjusted(-b, -b, b, b);
    out.stride = area.width() + kStep;
    out.bytes.assign(std::size_t(out.stride) * std::size_t(area.height() + 1), 0);
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

/// Of eight pixels those with no pixel outside within `reach` steps left, right, up or down.
std::uint64_t inner(const std::uint8_t* p, int stride, int reach) {
    std::uint64_t all = eight(p);
    for (int i = 1; i <= reach; ++i) {
        all &= eight(p + i) & eight(p - i) & eight(p + i * stride) & eight(p - i * stride);
    }
    return all;
}

class Paint {
public:
    QRgb fill = 0; ///< premultiplied
    QRgb line = 0;
    QRgb gap = 0;  ///< between dashes
    QRgb weak = 0; ///< premultiplied, for the gaps of a pattern
    int dash = 0;
    Pattern pattern = Pattern::Solid;
    // Patterns are fixed to the image, so that what panning uncovers continues what was there.
    QPoint origin;

    QRgb lineAt(int x, int y) const {
        const bool inGap = dash > 0 && !isBefore(dash, 2 * dash, x + y - origin.x() - origin.y());
        return inGap ? gap : line;
    }
    QRgb fillAt(int x, int y) const { return isGap(x - origin.x(), y - origin.y()) ? weak : fill; }

private:
    /// Whether `at` lies in the first `ink` of its period.
    static bool isBefore(int ink, int period, int at) { return (at % period + period) % period < ink; }
    bool isGap(int x, int y) const {
        const auto inked = [](int at) { return isBefore(4, 10, at); };
        switch (pattern) {
        case Pattern::Rising:
            return !inked(x + y);
        case Pattern::Falling:
            return !inked(x - y);
        case Pattern::Dots:
            return !inked(x) || !inked(y);
        case Pattern::Level:
            return !inked(y);
        case Pattern::Solid:
            break;
        }
        return false;
    }
};

void blendRow(QRgb* out, const std::uint8_t* in, const Coverage& coverage, int y, const OverlayStyle& style,
              const Paint& paint) {
    const int width = coverage.rect.width();
    for (int x = 0; x < width; x += kStep) {
        const std::uint64_t inside = eight(in + x);
        if (inside == 0) {
            continue;
        }
        const std::uint64_t core = inner(in + x, coverage.stride, style.outline);
        if (core == kAllInside && x + kStep <= width && style.pattern == Pattern::Solid) {
            for (int k = 0; k < kStep; ++k) {
                out[x + k] = over(paint.fill, out[x + k]);
            }
            continue;
        }
        for (int k = 0; k < kStep && x + k < width; ++k) {
            if (inside >> (8 * k) & 1) {
                const bool filled = core >> (8 * k) & 1;
                const int column = coverage.rect.left() + x + k;
                out[x + k] = filled ? over(paint.fillAt(column, y), out[x + k]) : paint.lineAt(column, y);
            }
        }
    }
}

void blend(QImage& target, const Coverage& coverage, const OverlayStyle& style, QPoint origin) {
    Paint paint;
    paint.fill = premultiplied(style.color, style.fillAlpha);
    paint.weak = premultiplied(style.color, style.fillAlpha / 3);
    paint.line = style.color | 0xff000000U;
    paint.gap = qRgba(255, 255, 255, 255);
    paint.dash = style.dash;
    paint.pattern = style.pattern;
    paint.origin = origin;
    for (int y = coverage.rect.top(); y <= coverage.rect.bottom(); ++y) {
        auto* out = reinterpret_cast<QRgb*>(target.scanLine(y)) + coverage.rect.left();
        blendRow(out, coverage.row(y), coverage, y, style, paint);
    }
}

} // namespace

void paintOverlay(QImage& target, const QRegion& device, const Viewport& viewport,
                  const std::vector<OverlayItem>& items) {
    Coverage coverage;
    const QPoint origin(int(std::floor(viewport.offset().x())), int(std::floor(viewport.offset().y())));
    const QRegion region = device.intersected(target.rect());
    for (const OverlayItem& item : items) {
        const QRect box = viewport.toDevice(item.box);
        if (!box.intersects(region.boundingRect())) {
            continue;
        }
        for (const QRect& rect : region) {
            coverage.rect = box.intersected(rect);
            if (coverage.rect.isEmpty()) {
                continue;
            }
            coverage.border = std::max(1, item.style.outline);
            rasterise(item, viewport, coverage);
            blend(target, coverage, item.style, origin);
        }
    }
}

} // namespace gui
