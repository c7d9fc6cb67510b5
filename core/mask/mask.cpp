// SPDX-License-Identifier: Apache-2.0
#include "core/mask/mask.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace core {
namespace {

using Span = Mask::Span;
using Spans = std::vector<Span>;

bool earlier(const Span& a, const Span& b) {
    return a.y != b.y ? a.y < b.y : a.x0 < b.x0;
}

/// Reads the borders of a span list in reading order. Even borders open a span and odd ones close it, so the
/// number of borders passed says whether the position is inside.
class Borders {
public:
    static constexpr qint64 kEnd = std::numeric_limits<qint64>::max();
    static qint64 position(int y, int x) {
        return qint64(y) * (qint64(1) << 32) + (qint64(x) - std::numeric_limits<int>::min());
    }
    static int rowOf(qint64 position) { return int(position >> 32); }
    static int columnOf(qint64 position) {
        return int((position & 0xffffffff) + std::numeric_limits<int>::min());
    }

    Borders(Spans::const_iterator begin, Spans::const_iterator end) : m_span(begin), m_end(end) {}
    qint64 next() const {
        if (m_span == m_end)
            return kEnd;
        return position(m_span->y, m_inside ? m_span->x1 : m_span->x0);
    }
    void pass() {
        if (m_inside)
            ++m_span;
        m_inside = !m_inside;
    }
    bool isInside() const { return m_inside; }

private:
    Spans::const_iterator m_span, m_end;
    bool m_inside = false;
};

/// Keeps the pixels for which `keep(inA, inB)` holds; keep(false, false) must be false.
template <class Keep> void mergeRows(Borders a, Borders b, const Keep& keep, Spans& out) {
    bool inside = false;
    qint64 start = 0;
    for (;;) {
        const qint64 nextA = a.next();
        const qint64 nextB = b.next();
        const qint64 at = std::min(nextA, nextB);
        if (at == Borders::kEnd)
            return;
        if (nextA == at)
            a.pass();
        if (nextB == at)
            b.pass();
        const bool now = keep(a.isInside(), b.isInside());
        if (now == inside)
            continue;
        inside = now;
        if (now)
            start = at;
        else
            out.push_back({Borders::rowOf(start), Borders::columnOf(start), Borders::columnOf(at)});
    }
}

Spans::const_iterator firstFromRow(const Spans& spans, qint64 y) {
    return std::partition_point(spans.begin(), spans.end(), [y](const Span& s) { return s.y < y; });
}

/// Rows that only one mask has are copied as they are: uniting a small stroke with a large mask costs a
/// memcpy.
template <class Keep> Spans combine(const Spans& a, const Spans& b, const Keep& keep) {
    const bool keepA = keep(true, false);
    const bool keepB = keep(false, true);
    Spans out;
    if (a.empty() || b.empty()) {
        if (keepA)
            out = a;
        if (keepB && a.empty())
            out = b;
        return out;
    }
    const int top = std::max(a.front().y, b.front().y);
    const int bottom = std::min(a.back().y, b.back().y);
    const auto beginA = firstFromRow(a, top), beginB = firstFromRow(b, top);
    const auto endA = std::max(beginA, firstFromRow(a, qint64(bottom) + 1));
    const auto endB = std::max(beginB, firstFromRow(b, qint64(bottom) + 1));

    out.reserve((keepA ? a.size() : 0) + (keepB ? b.size() : 0));
    if (keepA)
        out.insert(out.end(), a.begin(), beginA);
    if (keepB)
        out.insert(out.end(), b.begin(), beginB);
    mergeRows(Borders(beginA, endA), Borders(beginB, endB), keep, out);
    if (keepA)
        out.insert(out.end(), endA, a.end());
    if (keepB)
        out.insert(out.end(), endB, b.end());
    return out;
}

const std::uint8_t* skipZeros(const std::uint8_t* at, const std::uint8_t* end) {
    for (std::uint64_t word = 0; end - at >= 8; at += 8) {
        std::memcpy(&word, at, 8);
        if (word != 0)
            break;
    }
    return std::find_if(at, end, [](std::uint8_t value) { return value != 0; });
}

} // namespace

Mask Mask::fromSpans(std::vector<Span> spans) {
    std::erase_if(spans, [](const Span& s) { return s.x1 <= s.x0; });
    if (!std::is_sorted(spans.begin(), spans.end(), earlier))
        std::sort(spans.begin(), spans.end(), earlier);
    std::size_t kept = 0;
    for (const Span& s : spans) {
        if (kept > 0 && spans[kept - 1].y == s.y && s.x0 <= spans[kept - 1].x1)
            spans[kept - 1].x1 = std::max(spans[kept - 1].x1, s.x1);
        else
            spans[kept++] = s;
    }
    spans.resize(kept);
    Mask mask;
    mask.m_spans = std::move(spans);
    return mask;
}

Mask Mask::fromBitmap(const std::uint8_t* data, int width, int height, std::ptrdiff_t bytesPerLine) {
    Mask mask;
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* row = data + y * bytesPerLine;
        const std::uint8_t* end = row + width;
        for (const std::uint8_t* at = skipZeros(row, end); at != end; at = skipZeros(at, end)) {
            const void* zero = std::memchr(at, 0, std::size_t(end - at));
            const std::uint8_t* stop = zero ? static_cast<const std::uint8_t*>(zero) : end;
            mask.m_spans.push_back({y, int(at - row), int(stop - row)});
            at = stop;
        }
    }
    return mask;
}

Mask Mask::fromRect(const QRect& rect) {
    Mask mask;
    if (rect.isEmpty())
        return mask;
    mask.m_spans.reserve(std::size_t(rect.height()));
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        mask.m_spans.push_back({y, rect.left(), rect.right() + 1});
    return mask;
}

qint64 Mask::area() const {
    qint64 sum = 0;
    for (const Span& s : m_spans)
        sum += qint64(s.x1) - s.x0;
    return sum;
}

QRect Mask::boundingBox() const {
    if (m_spans.empty())
        return {};
    int left = m_spans.front().x0;
    int right = m_spans.front().x1;
    for (const Span& s : m_spans) {
        left = std::min(left, s.x0);
        right = std::max(right, s.x1);
    }
    return {QPoint(left, m_spans.front().y), QPoint(right - 1, m_spans.back().y)};
}

bool Mask::contains(QPoint pixel) const {
    const auto after =
        std::upper_bound(m_spans.begin(), m_spans.end(), Span{pixel.y(), pixel.x(), 0}, earlier);
    if (after == m_spans.begin())
        return false;
    const Span& s = *std::prev(after);
    return s.y == pixel.y() && pixel.x() < s.x1;
}

Mask Mask::united(const Mask& other) const {
    Mask result;
    result.m_spans = combine(m_spans, other.m_spans, [](bool a, bool b) { return a || b; });
    return result;
}

Mask Mask::intersected(const Mask& other) const {
    Mask result;
    result.m_spans = combine(m_spans, other.m_spans, [](bool a, bool b) { return a && b; });
    return result;
}

Mask Mask::subtracted(const Mask& other) const {
    Mask result;
    result.m_spans = combine(m_spans, other.m_spans, [](bool a, bool b) { return a && !b; });
    return result;
}

Mask Mask::exclusiveOr(const Mask& other) const {
    Mask result;
    result.m_spans = combine(m_spans, other.m_spans, [](bool a, bool b) { return a != b; });
    return result;
}

Mask Mask::clipped(const QRect& rect) const {
    Mask result;
    if (rect.isEmpty())
        return result;
    const auto end = firstFromRow(m_spans, qint64(rect.bottom()) + 1);
    for (auto s = firstFromRow(m_spans, rect.top()); s != end; ++s) {
        const int x0 = std::max(s->x0, rect.left());
        const int x1 = std::min(s->x1, rect.right() + 1);
        if (x0 < x1)
            result.m_spans.push_back({s->y, x0, x1});
    }
    return result;
}

Mask Mask::translated(QPoint offset) const {
    Mask result = *this;
    for (Span& s : result.m_spans)
        s = {s.y + offset.y(), s.x0 + offset.x(), s.x1 + offset.x()};
    return result;
}

void Mask::paint(std::uint8_t* data, std::ptrdiff_t bytesPerLine, const QRect& region,
                 std::uint8_t value) const {
    if (region.isEmpty())
        return;
    const auto end = firstFromRow(m_spans, qint64(region.bottom()) + 1);
    for (auto s = firstFromRow(m_spans, region.top()); s != end; ++s) {
        const int x0 = std::max(s->x0, region.left());
        const int x1 = std::min(s->x1, region.right() + 1);
        if (x0 < x1)
            std::memset(data + (s->y - region.top()) * bytesPerLine + (x0 - region.left()), value,
                        std::size_t(x1 - x0));
    }
}

} // namespace core
