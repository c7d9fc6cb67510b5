// SPDX-License-Identifier: Apache-2.0
#include "core/formats/center_rings.h"

#include "core/mask/contour.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace core {
namespace {

int sign(int value) {
    return (value > 0) - (value < 0);
}

/// The crack ring moved inwards by half a pixel: at each corner, the pixel to the right of both edges.
QPolygon moved(const QPolygon& cracks) {
    QPolygon ring;
    ring.reserve(cracks.size());
    const qsizetype n = cracks.size();
    for (qsizetype i = 0; i < n; ++i) {
        const QPoint in = cracks[i] - cracks[(i + n - 1) % n];
        const QPoint out = cracks[(i + 1) % n] - cracks[i];
        const int right = -sign(in.y()) - sign(out.y());
        const int below = sign(in.x()) + sign(out.x());
        ring << cracks[i] + QPoint(right > 0 ? 0 : -1, below > 0 ? 0 : -1);
    }
    return ring;
}

/// Rings of one part that become one. Nodes are linked, so that joining costs nothing.
class RingJoiner {
public:
    /// `crossing`: for each pixel that starts a span of the mask, the node after which its ring passes it.
    void add(const QPolygon& cracks, const QPolygon& ring) {
        m_first.push_back(int(m_points.size()));
        const qsizetype n = ring.size();
        for (qsizetype i = 0; i < n; ++i) {
            const int node = int(m_points.size());
            const QPoint from = cracks[i], to = cracks[(i + 1) % n];
            for (int y = to.y(); from.x() == to.x() && y < from.y(); ++y) // upwards: pixels to the right
                m_passing.insert(QPoint(from.x(), y), node);
            m_points.push_back(ring[i]);
            m_next.push_back(i + 1 < n ? node + 1 : m_first.back());
        }
    }
    /// Joins ring `index` at its leftmost pixel to whatever lies left of it in the same run.
    void join(std::size_t index, const Mask& mask) {
        const int start = leftmost(m_first[index]);
        const QPoint pixel = m_points[std::size_t(start)];
        const auto span = std::upper_bound(mask.spans().begin(), mask.spans().end(), pixel,
                                           [](QPoint p, const Mask::Span& s) {
                                               return p.y() != s.y ? p.y() < s.y : p.x() < s.x0;
                                           }) -
                          1;
        const QPoint target(span->x0, span->y);
        const int node = m_passing.value(target);
        // node → target → pixel → its ring → pixel → target → what came after node
        const int there = addNode(target), again = addNode(pixel), back = addNode(target);
        m_next[std::size_t(back)] = m_next[std::size_t(node)];
        m_next[std::size_t(node)] = there;
        m_next[std::size_t(there)] = start;
        m_next[std::size_t(before(start))] = again;
        m_next[std::size_t(again)] = back;
    }
    int leftOf(std::size_t index) const { return m_points[std::size_t(leftmost(m_first[index]))].x(); }
    QPolygon ring() const {
        QPolygon ring;
        int node = m_first.front();
        do {
            const QPoint point = m_points[std::size_t(node)];
            if (ring.isEmpty() || ring.last() != point)
                ring << point;
            node = m_next[std::size_t(node)];
        } while (node != m_first.front());
        if (ring.size() > 1 && ring.last() == ring.first())
            ring.removeLast();
        while (ring.size() < 3)
            ring << ring.last();
        return ring;
    }

private:
    int addNode(QPoint point) {
        m_points.push_back(point);
        m_next.push_back(0);
        return int(m_points.size()) - 1;
    }
    /// Rings are looked at before they are joined: their nodes follow each other.
    int leftmost(int first) const {
        int best = first;
        for (int node = m_next[std::size_t(first)]; node != first; node = m_next[std::size_t(node)]) {
            if (m_points[std::size_t(node)].x() < m_points[std::size_t(best)].x())
                best = node;
        }
        return best;
    }
    int before(int start) const {
        int node = start;
        while (m_next[std::size_t(node)] != start)
            node = m_next[std::size_t(node)];
        return node;
    }

    std::vector<QPoint> m_points;
    std::vector<int> m_next;
    std::vector<int> m_first;
    QHash<QPoint, int> m_passing;
};

QPolygon ringOf(const ContourPart& part, const Mask& mask) {
    RingJoiner joiner;
    joiner.add(part.outer, moved(part.outer));
    std::vector<std::pair<int, std::size_t>> holes;
    for (std::size_t i = 0; i < part.holes.size(); ++i) {
        joiner.add(part.holes[i], moved(part.holes[i]));
        holes.emplace_back(joiner.leftOf(i + 1), i + 1);
    }
    // What lies left of a hole begins further left than the hole, so it is joined by then.
    std::sort(holes.begin(), holes.end());
    for (const auto& [left, index] : holes)
        joiner.join(index, mask);
    return joiner.ring();
}

int distance(QPoint a, QPoint b) {
    return std::max(std::abs(a.x() - b.x()), std::abs(a.y() - b.y()));
}

struct Bridge {
    std::size_t from = 0;
    qsizetype to = 0;
};

/// The nearest vertices, or near ones where looking at all pairs would take long.
Bridge nearest(const std::vector<QPoint>& a, const QPolygon& b, double budget) {
    const auto step = std::max<std::size_t>(1, std::size_t(double(a.size()) * double(b.size()) / budget));
    Bridge best;
    int least = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < a.size(); i += step) {
        for (qsizetype j = 0; j < b.size(); ++j) {
            if (const int d = distance(a[i], b[j]); d < least) {
                least = d;
                best = {i, j};
            }
        }
    }
    return best;
}

/// A closed ring into which detours are put. Its nodes are linked, so that one costs only its own length.
class LinkedRing {
public:
    explicit LinkedRing(const QPolygon& ring) : m_points(ring.begin(), ring.end()) {
        for (std::size_t i = 0; i < m_points.size(); ++i)
            m_next.push_back(i + 1 < m_points.size() ? i + 1 : 0);
    }
    const std::vector<QPoint>& points() const { return m_points; } ///< in any order
    /// After the point of that index, which the detour must come back to.
    void insert(std::size_t index, const QPolygon& detour) {
        for (const QPoint point : detour) {
            m_points.push_back(point);
            m_next.push_back(m_next[index]);
            m_next[index] = m_points.size() - 1;
            index = m_points.size() - 1;
        }
    }
    QPolygon ring() const {
        QPolygon ring;
        ring.reserve(qsizetype(m_points.size()));
        std::size_t node = 0;
        do {
            ring << m_points[node];
            node = m_next[node];
        } while (node != 0);
        return ring;
    }

private:
    std::vector<QPoint> m_points;
    std::vector<std::size_t> m_next;
};

/// The pixels of the line that cv2 draws: 8-connected, always from the left end.
void addLine(std::vector<Mask::Span>& spans, QPoint a, QPoint b) {
    if (a.x() > b.x())
        std::swap(a, b);
    const int dx = b.x() - a.x(), dy = std::abs(b.y() - a.y()), down = b.y() < a.y() ? -1 : 1;
    const bool steep = dy > dx;
    const int length = std::max(dx, dy), across = std::min(dx, dy);
    int error = length - 2 * across;
    for (int i = 0; i <= length; ++i) {
        spans.push_back({a.y(), a.x(), a.x() + 1});
        const bool turn = error < 0;
        error += (turn ? 2 * length : 0) - 2 * across;
        a += steep ? QPoint(turn ? 1 : 0, down) : QPoint(1, turn ? down : 0);
    }
}

} // namespace

std::vector<QPolygon> centerRings(const Mask& mask) {
    std::vector<QPolygon> rings;
    for (const ContourPart& part : contoursOf(mask))
        rings.push_back(ringOf(part, mask));
    return rings;
}

QPolygon joinedRing(const Mask& mask, Mask& filled) {
    const std::vector<QPolygon> rings = centerRings(mask);
    if (rings.empty())
        return {};
    LinkedRing all(rings.front());
    std::vector<Mask::Span> bridges;
    const double budget = 1e8 / double(rings.size());
    for (std::size_t k = 1; k < rings.size(); ++k) {
        const QPolygon& ring = rings[k];
        const Bridge bridge = nearest(all.points(), ring, budget);
        const QPoint from = all.points()[bridge.from], to = ring[bridge.to];
        // Aslant, then straight: both ways draw the same pixels in every program.
        const int aslant = std::min(std::abs(to.x() - from.x()), std::abs(to.y() - from.y()));
        const QPoint corner = from + QPoint(sign(to.x() - from.x()), sign(to.y() - from.y())) * aslant;
        addLine(bridges, from, corner);
        addLine(bridges, corner, to);
        QPolygon inserted{corner};
        for (qsizetype i = 0; i <= ring.size(); ++i)
            inserted << ring[(bridge.to + i) % ring.size()];
        inserted << corner << from;
        all.insert(bridge.from, inserted);
    }
    filled = mask.united(Mask::fromSpans(std::move(bridges)));
    return all.ring();
}

qint64 fillPolyCost(const QPolygon& ring) {
    qint64 cost = 0;
    for (qsizetype i = 0; i < ring.size(); ++i)
        cost += distance(ring[i], ring[(i + 1) % ring.size()]) + 1;
    return cost;
}

Mask maskOfFillPoly(const QPolygon& ring, const QRect& bounds) {
    struct Edge {
        int top, bottom;
        qint64 x, step; // 16 bits of fraction
    };
    std::vector<Mask::Span> spans;
    std::vector<Edge> edges;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        QPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        addLine(spans, a, b);
        if (a.y() == b.y())
            continue;
        if (a.y() > b.y())
            std::swap(a, b);
        edges.push_back({a.y(), b.y(), qint64(a.x()) << 16, (qint64(b.x() - a.x()) << 16) / (b.y() - a.y())});
    }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.top < b.top; });
    std::vector<Edge> active;
    std::vector<qint64> crossings;
    auto next = edges.begin();
    for (int y = edges.empty() ? 0 : edges.front().top; next != edges.end() || !active.empty(); ++y) {
        std::erase_if(active, [y](const Edge& edge) { return edge.bottom <= y; });
        while (next != edges.end() && next->top <= y)
            active.push_back(*next++);
        crossings.clear();
        for (Edge& edge : active) {
            crossings.push_back((edge.x + (1 << 15)) >> 16);
            edge.x += edge.step;
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
            spans.push_back({y, int(crossings[i]), int(crossings[i + 1]) + 1});
    }
    return Mask::fromSpans(std::move(spans)).clipped(bounds);
}

} // namespace core
