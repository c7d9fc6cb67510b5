// SPDX-License-Identifier: Apache-2.0
#include "core/mask/morphology.h"

#include <algorithm>
#include <cmath>

namespace core {
namespace {

using Span = Mask::Span;

/// Where the spans of each row begin, for the rows of the mask.
class RowIndex {
public:
    explicit RowIndex(const Mask& mask) : m_mask(mask) {
        const std::vector<Span>& spans = mask.spans();
        m_top = spans.front().y;
        m_begin.resize(std::size_t(spans.back().y - m_top) + 2, spans.size());
        for (std::size_t i = spans.size(); i-- > 0;)
            m_begin[std::size_t(spans[i].y - m_top)] = i;
        for (std::size_t row = m_begin.size() - 1; row-- > 0;)
            if (m_begin[row] == spans.size() || m_begin[row] > m_begin[row + 1])
                m_begin[row] = m_begin[row + 1];
    }
    int top() const { return m_top; }
    int bottom() const { return m_top + int(m_begin.size()) - 2; }
    /// Calls visit(span) for the spans of row y, which may lie outside the mask.
    template <class Visit> void visitRow(int y, const Visit& visit) const {
        if (y < top() || y > bottom())
            return;
        const auto row = std::size_t(y - m_top);
        for (std::size_t i = m_begin[row]; i < m_begin[row + 1]; ++i)
            visit(m_mask.spans()[i]);
    }

private:
    const Mask& m_mask;
    std::vector<std::size_t> m_begin;
    int m_top;
};

/// How far the disc reaches to each side, for the rows -radius to radius.
std::vector<int> discHalves(int radius) {
    std::vector<int> halves;
    for (int dy = -radius; dy <= radius; ++dy) {
        auto half = int(std::sqrt(double(radius) * radius - double(dy) * dy));
        while (qint64(half + 1) * (half + 1) + qint64(dy) * dy <= qint64(radius) * radius)
            ++half;
        halves.push_back(half);
    }
    return halves;
}

/// Counts, for each pixel of a row, how many mask pixels the disc round it holds. The count is linear between
/// the places where a span enters or leaves the disc's row, so its second differences are few.
class DiscCounter {
public:
    DiscCounter(const RowIndex& rows, const QRect& box, int radius)
        : m_rows(rows), m_box(box), m_halves(discHalves(radius)), m_radius(radius),
          m_turns(std::size_t(box.width()) + 2 * std::size_t(radius) + 2) {
        for (const int half : m_halves)
            m_area += 2 * qint64(half) + 1;
    }
    void appendMajority(int y, std::vector<Span>& out) {
        std::fill(m_turns.begin(), m_turns.end(), 0);
        for (int dy = -m_radius; dy <= m_radius; ++dy) {
            const int half = m_halves[std::size_t(qint64(dy) + m_radius)];
            m_rows.visitRow(y + dy, [this, half](const Span& s) {
                turn(s.x0 - half, 1);
                turn(s.x1 - half, -1);
                turn(s.x0 + half + 1, -1);
                turn(s.x1 + half + 1, 1);
            });
        }
        qint64 slope = 0;
        qint64 count = 0;
        const std::size_t before = out.size();
        const int end = m_box.right() + 1;
        for (int x = m_box.left() - m_radius; x < end; ++x) {
            slope += m_turns[std::size_t(qint64(x) - m_box.left() + m_radius)];
            count += slope;
            if (x < m_box.left() || 2 * count <= m_area)
                continue;
            if (out.size() > before && out.back().x1 == x)
                ++out.back().x1;
            else
                out.push_back({y, x, x + 1});
        }
    }

private:
    void turn(int x, int by) {
        const auto at = std::size_t(qint64(x) - m_box.left() + m_radius);
        if (at < m_turns.size())
            m_turns[at] += by;
    }

    const RowIndex& m_rows;
    QRect m_box;
    std::vector<int> m_halves;
    int m_radius;
    std::vector<int> m_turns;
    qint64 m_area = 0;
};

} // namespace

Mask grown(const Mask& mask, int radius) {
    if (mask.isEmpty() || radius <= 0)
        return mask;
    const RowIndex rows(mask);
    const std::vector<int> halves = discHalves(radius);
    std::vector<Span> spans;
    std::vector<Span> row;
    for (int y = rows.top() - radius; y <= rows.bottom() + radius; ++y) {
        row.clear();
        for (int dy = -radius; dy <= radius; ++dy) {
            const int half = halves[std::size_t(qint64(dy) + radius)];
            rows.visitRow(y + dy, [&row, y, half](const Span& s) {
                row.push_back({y, s.x0 - half, s.x1 + half});
            });
        }
        std::sort(row.begin(), row.end(), [](const Span& a, const Span& b) { return a.x0 < b.x0; });
        const std::size_t before = spans.size();
        for (const Span& s : row) {
            if (spans.size() > before && s.x0 <= spans.back().x1)
                spans.back().x1 = std::max(spans.back().x1, s.x1);
            else
                spans.push_back(s);
        }
    }
    return Mask::fromSpans(std::move(spans));
}

Mask shrunk(const Mask& mask, int radius) {
    if (mask.isEmpty() || radius <= 0)
        return mask;
    // The background nearest to a pixel is never further out than this frame.
    const Mask frame = Mask::fromRect(mask.boundingBox().adjusted(-1, -1, 1, 1));
    return mask.subtracted(grown(frame.subtracted(mask), radius));
}

Mask smoothed(const Mask& mask, int radius) {
    if (mask.isEmpty() || radius <= 0)
        return mask;
    // No pixel outside the bounding box has more than half of its disc inside.
    const RowIndex rows(mask);
    const QRect box = mask.boundingBox();
    DiscCounter counter(rows, box, radius);
    std::vector<Span> spans;
    for (int y = box.top(); y <= box.bottom(); ++y)
        counter.appendMajority(y, spans);
    return Mask::fromSpans(std::move(spans));
}

Mask islandsDropped(const Mask& mask, qint64 pixels) {
    std::vector<Span> kept;
    for (const Mask& part : mask.parts())
        if (part.area() >= pixels)
            kept.insert(kept.end(), part.spans().begin(), part.spans().end());
    return Mask::fromSpans(std::move(kept));
}

Mask largestPart(const Mask& mask) {
    const std::vector<Mask> parts = mask.parts();
    const auto largest = std::max_element(parts.begin(), parts.end(),
                                          [](const Mask& a, const Mask& b) { return a.area() < b.area(); });
    return largest == parts.end() ? mask : *largest;
}

} // namespace core
