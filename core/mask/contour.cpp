// SPDX-License-Identifier: Apache-2.0
#include "core/mask/contour.h"

#include "core/mask/span_components.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core {
namespace {

using Span = Mask::Span;

/// Walks the pixel edges of a mask, foreground on the right hand, without a bitmap. Every span has two
/// vertical edges: 2i is its left side, walked upwards, and 2i+1 its right side, walked downwards. A ring is
/// a cycle of vertical edges; where pixels touch at a corner the walk turns right, so that 4-connected parts
/// stay apart.
class EdgeWalk {
public:
    explicit EdgeWalk(const std::vector<Span>& spans) : m_spans(spans) {}

    std::size_t next(std::size_t edge) const { return edge % 2 ? afterRight(edge / 2) : afterLeft(edge / 2); }
    QPoint start(std::size_t edge) const {
        const Span& s = m_spans[edge / 2];
        return edge % 2 ? QPoint(s.x1, s.y) : QPoint(s.x0, s.y + 1);
    }
    QPoint end(std::size_t edge) const {
        const Span& s = m_spans[edge / 2];
        return edge % 2 ? QPoint(s.x1, s.y + 1) : QPoint(s.x0, s.y);
    }

private:
    static std::size_t left(std::size_t span) { return 2 * span; }
    static std::size_t right(std::size_t span) { return 2 * span + 1; }

    /// First span that ends after column `x` of row `y`; it may lie in a later row.
    std::size_t firstEndingAfter(int y, int x) const {
        const auto before = [](const Span& s, QPoint p) {
            return s.y != p.y() ? s.y < p.y() : s.x1 <= p.x();
        };
        return std::size_t(std::lower_bound(m_spans.begin(), m_spans.end(), QPoint(x, y), before) -
                           m_spans.begin());
    }
    bool isInRow(std::size_t span, int y) const { return span < m_spans.size() && m_spans[span].y == y; }

    /// At the lower right corner of span i, going down.
    std::size_t afterRight(std::size_t i) const {
        const Span& s = m_spans[i];
        std::size_t below = firstEndingAfter(s.y + 1, s.x1);
        if (isInRow(below, s.y + 1) && m_spans[below].x0 < s.x1) {
            const bool blocked = isInRow(i + 1, s.y) && m_spans[i + 1].x0 < m_spans[below].x1;
            return blocked ? left(i + 1) : right(below);
        }
        // Otherwise along the span's lower side to the left, until foreground appears below.
        if (below-- > 0 && isInRow(below, s.y + 1) && m_spans[below].x1 > s.x0)
            return right(below);
        return left(i);
    }
    /// At the upper left corner of span i, going up: the same, turned by half a circle.
    std::size_t afterLeft(std::size_t i) const {
        const Span& s = m_spans[i];
        const std::size_t above = firstEndingAfter(s.y - 1, s.x0);
        if (!isInRow(above, s.y - 1))
            return right(i);
        if (m_spans[above].x0 < s.x0) {
            const bool blocked = i > 0 && isInRow(i - 1, s.y) && m_spans[i - 1].x1 > m_spans[above].x0;
            return blocked ? right(i - 1) : left(above);
        }
        return m_spans[above].x0 < s.x1 ? left(above) : right(i);
    }

    const std::vector<Span>& m_spans;
};

/// Pairs the crossings of each row. Rows are relative to the bounds; a crossing is the first pixel at or
/// after it, relative to the bounds, and in its lowest bit the direction of the edge.
class CrossingTable {
public:
    explicit CrossingTable(const QRect& bounds)
        : m_bounds(bounds), m_rowEnd(std::size_t(bounds.height()) + 1) {}

    /// Calls visit(row, x) for every row whose centres the edge crosses; its lower end belongs to the next
    /// edge.
    template <class Visit> void visitEdge(QPointF from, QPointF to, const Visit& visit) const {
        const int upwards = from.y() > to.y() ? 1 : 0;
        if (upwards)
            std::swap(from, to);
        const double slope = (to.x() - from.x()) / (to.y() - from.y());
        const int begin = firstCentre(from.y(), m_bounds.top(), m_bounds.bottom() + 1);
        const int end = firstCentre(to.y(), m_bounds.top(), m_bounds.bottom() + 1);
        for (int y = begin; y < end; ++y) {
            const double x = from.x() + (y + 0.5 - from.y()) * slope;
            const int pixel = firstCentre(x, m_bounds.left(), m_bounds.right() + 1) - m_bounds.left();
            visit(y - m_bounds.top(), 2 * pixel + upwards);
        }
    }
    void count(QPointF from, QPointF to) {
        visitEdge(from, to, [this](int row, int) { ++m_rowEnd[std::size_t(row)]; });
    }
    void allocate() {
        std::size_t total = 0;
        for (std::size_t& row : m_rowEnd) {
            const std::size_t inRow = row;
            row = total;
            total += inRow;
        }
        m_crossings.resize(total);
    }
    void add(QPointF from, QPointF to) {
        visitEdge(from, to, [this](int row, int x) { m_crossings[m_rowEnd[std::size_t(row)]++] = x; });
    }
    void appendSpans(FillRule rule, std::vector<Span>& spans) {
        std::size_t begin = 0;
        for (int row = 0; row < m_bounds.height(); ++row) {
            const std::size_t end = m_rowEnd[std::size_t(row)];
            std::sort(m_crossings.begin() + std::ptrdiff_t(begin), m_crossings.begin() + std::ptrdiff_t(end));
            for (int winding = 0; begin + 1 < end; ++begin) {
                if (rule == FillRule::EvenOdd)
                    winding = 1 - winding;
                else
                    winding += m_crossings[begin] % 2 ? -1 : 1;
                if (winding != 0)
                    spans.push_back({m_bounds.top() + row, m_bounds.left() + m_crossings[begin] / 2,
                                     m_bounds.left() + m_crossings[begin + 1] / 2});
            }
            begin = end;
        }
    }

private:
    static int firstCentre(double position, int low, int high) {
        return int(std::clamp(std::ceil(position - 0.5), double(low), double(high)));
    }

    QRect m_bounds;
    std::vector<std::size_t> m_rowEnd;
    std::vector<int> m_crossings;
};

bool isFinite(const QPolygonF& ring) {
    return std::all_of(ring.begin(), ring.end(),
                       [](QPointF p) { return std::isfinite(p.x()) && std::isfinite(p.y()); });
}

template <class Use> void forEachEdge(const std::vector<QPolygonF>& rings, const Use& use) {
    for (const QPolygonF& ring : rings) {
        if (!isFinite(ring))
            continue;
        for (qsizetype i = 0; i < ring.size(); ++i)
            use(ring[i], ring[(i + 1) % ring.size()]);
    }
}

void appendPolygonSpans(const std::vector<QPolygonF>& rings, const QRect& bounds, FillRule rule,
                        std::vector<Span>& spans) {
    if (bounds.isEmpty())
        return;
    CrossingTable table(bounds);
    forEachEdge(rings, [&table](QPointF from, QPointF to) { table.count(from, to); });
    table.allocate();
    forEachEdge(rings, [&table](QPointF from, QPointF to) { table.add(from, to); });
    table.appendSpans(rule, spans);
}

} // namespace

std::vector<ContourPart> contoursOf(const Mask& mask) {
    const std::vector<Span>& spans = mask.spans();
    const SpanComponents components = spanComponents(spans, Connectivity::Four);
    const EdgeWalk walk(spans);
    std::vector<ContourPart> parts(std::size_t(components.count));
    std::vector<bool> seen(2 * spans.size());
    for (std::size_t first = 0; first < seen.size(); ++first) {
        if (seen[first])
            continue;
        QPolygon ring;
        for (std::size_t edge = first; !seen[edge];) {
            seen[edge] = true;
            const std::size_t next = walk.next(edge);
            const QPoint corner = walk.end(edge);
            const QPoint other = walk.start(next);
            if (corner != other)
                ring << corner << other;
            edge = next;
        }
        // The first edge of a part in reading order is the left side of its first span, which lies on the
        // outer ring.
        ContourPart& part = parts[std::size_t(components.of[first / 2])];
        if (part.outer.isEmpty())
            part.outer = std::move(ring);
        else
            part.holes.push_back(std::move(ring));
    }
    return parts;
}

QPolygon keyholed(const ContourPart& part) {
    constexpr std::size_t kMostComparisons = 20'000'000;
    const auto corners = std::size_t(part.outer.size());
    const bool search = part.holes.size() * corners < kMostComparisons;
    std::vector<std::pair<qsizetype, const QPolygon*>>
        detours; // corner of the outer ring, hole visited from there
    for (const QPolygon& hole : part.holes) {
        if (hole.isEmpty())
            continue;
        const auto nearer = [target = hole.first()](QPoint a, QPoint b) {
            return (a - target).manhattanLength() < (b - target).manhattanLength();
        };
        const auto last = search ? part.outer.end() : part.outer.begin();
        detours.emplace_back(std::min_element(part.outer.begin(), last, nearer) - part.outer.begin(), &hole);
    }
    std::stable_sort(detours.begin(), detours.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    QPolygon ring;
    auto detour = detours.begin();
    for (qsizetype i = 0; i < part.outer.size(); ++i) {
        ring << part.outer[i];
        for (; detour != detours.end() && detour->first == i; ++detour)
            ring << *detour->second << detour->second->first() << part.outer[i];
    }
    return ring;
}

Mask maskOf(const std::vector<ContourPart>& parts) {
    std::vector<Span> spans;
    for (const ContourPart& part : parts) {
        std::vector<QPolygonF> rings = {QPolygonF(part.outer)};
        for (const QPolygon& hole : part.holes)
            rings.emplace_back(hole);
        appendPolygonSpans(rings, part.outer.boundingRect(), FillRule::EvenOdd, spans);
    }
    return Mask::fromSpans(std::move(spans));
}

Mask maskOfPolygons(const std::vector<QPolygonF>& rings, const QRect& bounds, FillRule rule) {
    std::vector<Span> spans;
    appendPolygonSpans(rings, bounds, rule, spans);
    return Mask::fromSpans(std::move(spans));
}

} // namespace core
