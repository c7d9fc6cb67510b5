// SPDX-License-Identifier: Apache-2.0
#include "core/mask/transpose.h"

#include <algorithm>

namespace core {
namespace {

using Span = Mask::Span;

/// Calls visit(y, x0, x1) for every stretch of columns that differs between row y - 1 and row y, from top to
/// bottom. In each of these columns a vertical run begins or ends at y.
template <class Visit> void visitChanges(const Mask& mask, const Visit& visit) {
    const std::vector<Span>& spans = mask.spans();
    std::size_t above = 0;
    std::size_t begin = 0;
    for (int y = mask.boundingBox().top(); above < spans.size(); ++y) {
        std::size_t end = begin;
        while (end < spans.size() && spans[end].y == y)
            ++end;
        // Borders of both rows in order; between an odd and an even one exactly one of the rows is inside.
        std::size_t a = 2 * above;
        std::size_t b = 2 * begin;
        const auto border = [&spans](std::size_t i) { return i % 2 ? spans[i / 2].x1 : spans[i / 2].x0; };
        bool differs = false;
        int start = 0;
        while (a < 2 * begin || b < 2 * end) {
            const bool takeA = b == 2 * end || (a < 2 * begin && border(a) <= border(b));
            const int x = border(takeA ? a++ : b++);
            if (differs && x > start)
                visit(y, start, x);
            differs = !differs;
            start = x;
        }
        above = begin;
        begin = end;
    }
}

} // namespace

qint64 transposedSpanCount(const Mask& mask) {
    qint64 changes = 0;
    visitChanges(mask, [&changes](int, int x0, int x1) { changes += x1 - x0; });
    return changes / 2;
}

Mask transposed(const Mask& mask) {
    if (mask.isEmpty())
        return {};
    const QRect box = mask.boundingBox();
    // offset[c] becomes the place of column c's first change: a counting sort by column keeps them ordered by
    // y.
    std::vector<qint64> offset(std::size_t(box.width()) + 1);
    visitChanges(mask, [&](int, int x0, int x1) {
        ++offset[std::size_t(x0 - box.left())];
        --offset[std::size_t(x1 - box.left())];
    });
    qint64 inColumn = 0;
    qint64 total = 0;
    for (qint64& entry : offset) {
        inColumn += entry;
        entry = total;
        total += inColumn;
    }
    // Two changes of a column make a span; the first goes to its x0, the second to its x1.
    std::vector<Span> spans(std::size_t(total / 2));
    visitChanges(mask, [&](int y, int x0, int x1) {
        for (int x = x0; x < x1; ++x) {
            const qint64 place = offset[std::size_t(x - box.left())]++;
            Span& span = spans[std::size_t(place / 2)];
            span.y = x;
            (place % 2 ? span.x1 : span.x0) = y;
        }
    });
    return Mask::fromSpans(std::move(spans));
}

} // namespace core
