// SPDX-License-Identifier: Apache-2.0
#include "core/mask/similar.h"

#include "core/mask/span_components.h"

#include <algorithm>
#include <cstdlib>

namespace core {
namespace {

using Span = Mask::Span;

bool isSimilar(QRgb a, QRgb b, int tolerance) {
    return std::abs(qRed(a) - qRed(b)) <= tolerance && std::abs(qGreen(a) - qGreen(b)) <= tolerance &&
           std::abs(qBlue(a) - qBlue(b)) <= tolerance;
}

/// Appends the similar runs of [x0, x1) in row y.
void appendSimilar(const QImage& image, const Span& where, QRgb color, int tolerance,
                   std::vector<Span>& out) {
    const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(where.y));
    for (int x = where.x0; x < where.x1; ++x) {
        const int begin = x;
        while (x < where.x1 && isSimilar(row[x], color, tolerance))
            ++x;
        if (x > begin)
            out.push_back({where.y, begin, x});
    }
}

Mask componentAt(const Mask& mask, QPoint seed) {
    const std::vector<Span>& spans = mask.spans();
    const SpanComponents components = spanComponents(spans, Connectivity::Four);
    const auto at = std::find_if(spans.begin(), spans.end(), [seed](const Span& s) {
        return s.y == seed.y() && s.x0 <= seed.x() && seed.x() < s.x1;
    });
    if (at == spans.end())
        return {};
    const int wanted = components.of[std::size_t(at - spans.begin())];
    std::vector<Span> kept;
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (components.of[i] == wanted)
            kept.push_back(spans[i]);
    return Mask::fromSpans(std::move(kept));
}

} // namespace

Mask wandMask(const QImage& image, const Wand& wand, const std::stop_token& stop) {
    const QRect region = wand.region & image.rect();
    if (!region.contains(wand.seed))
        return {};
    const QRgb color = image.pixel(wand.seed);
    std::vector<Span> spans;
    for (int y = region.top(); y <= region.bottom(); ++y) {
        if (stop.stop_requested())
            return {};
        appendSimilar(image, {y, region.left(), region.right() + 1}, color, wand.tolerance, spans);
    }
    const Mask all = Mask::fromSpans(std::move(spans));
    return wand.contiguous ? componentAt(all, wand.seed) : all;
}

Mask similarWithin(const QImage& image, const Mask& within, QRgb color, int tolerance) {
    std::vector<Span> spans;
    const Mask inside = within.clipped(image.rect());
    for (const Span& s : inside.spans())
        appendSimilar(image, s, color, tolerance, spans);
    return Mask::fromSpans(std::move(spans));
}

} // namespace core
