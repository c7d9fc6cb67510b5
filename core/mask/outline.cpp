// SPDX-License-Identifier: Apache-2.0
#include "core/mask/outline.h"

#include "core/mask/contour.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core {
namespace {

QPointF nearestOn(QPointF a, QPointF b, QPointF p) {
    const QPointF along = b - a;
    const double square = QPointF::dotProduct(along, along);
    const double t = square > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / square, 0.0, 1.0) : 0.0;
    return a + along * t;
}

double distance(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// Chooses corners of a closed ring (Douglas and Peucker's way, from two corners far apart).
class Thinner {
public:
    Thinner(const QPolygon& ring, double tolerance)
        : m_ring(ring), m_kept(std::size_t(ring.size())), m_tolerance(tolerance) {}

    std::vector<bool> kept() {
        const qsizetype size = m_ring.size();
        qsizetype far = 0;
        for (qsizetype i = 1; i < size; ++i)
            if (distance(m_ring[i], m_ring[0]) > distance(m_ring[far], m_ring[0]))
                far = i;
        m_kept[0] = m_kept[std::size_t(far)] = true;
        thin(0, far);
        thin(far, size);
        if (std::count(m_kept.begin(), m_kept.end(), true) < 3)
            keepFarthest(0, far, size);
        return m_kept;
    }

private:
    QPointF corner(qsizetype i) const { return m_ring[i % m_ring.size()]; }
    std::pair<double, qsizetype> farthest(qsizetype from, qsizetype to) const {
        std::pair<double, qsizetype> most{-1, from};
        for (qsizetype i = from + 1; i < to; ++i) {
            const double away = distance(corner(i), nearestOn(corner(from), corner(to), corner(i)));
            if (away > most.first)
                most = {away, i};
        }
        return most;
    }
    void thin(qsizetype from, qsizetype to) {
        std::vector<std::pair<qsizetype, qsizetype>> waiting{{from, to}};
        while (!waiting.empty()) {
            const auto [begin, end] = waiting.back();
            waiting.pop_back();
            const auto [away, at] = farthest(begin, end);
            if (away <= m_tolerance)
                continue;
            m_kept[std::size_t(at)] = true;
            waiting.emplace_back(begin, at);
            waiting.emplace_back(at, end);
        }
    }
    /// A ring encloses pixels, so some corner lies off any line.
    void keepFarthest(qsizetype from, qsizetype middle, qsizetype to) {
        const auto one = farthest(from, middle);
        const auto other = farthest(middle, to);
        m_kept[std::size_t(std::max(one, other).second)] = true;
    }

    const QPolygon& m_ring;
    std::vector<bool> m_kept;
    double m_tolerance;
};

Outline::Ring ringOf(const QPolygon& corners, double tolerance) {
    const std::vector<bool> kept = Thinner(corners, tolerance).kept();
    Outline::Ring ring;
    for (qsizetype i = 0; i < corners.size(); ++i) {
        if (kept[std::size_t(i)]) // the first corner always is
            ring.vertices.push_back({corners[i], {}});
        else
            ring.vertices.back().exact.append(corners[i]);
    }
    return ring;
}

} // namespace

Outline::Outline(const Mask& mask, double tolerance) {
    const std::vector<ContourPart> parts = contoursOf(mask);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        m_rings.push_back(ringOf(parts[i].outer, tolerance));
        m_rings.back().part = int(i);
        for (const QPolygon& hole : parts[i].holes) {
            m_rings.push_back(ringOf(hole, tolerance));
            m_rings.back().part = int(i);
            m_rings.back().hole = true;
        }
    }
}

int Outline::vertexCount() const {
    std::size_t count = 0;
    for (const Ring& ring : m_rings)
        count += ring.vertices.size();
    return int(count);
}

QPolygonF Outline::way(const Ring& ring, std::size_t from) const {
    const Vertex& begin = ring.vertices[from];
    QPolygonF points{begin.at};
    for (const QPoint corner : begin.exact)
        points.append(corner);
    points.append(ring.vertices[(from + 1) % ring.vertices.size()].at);
    return points;
}

double Outline::straightError() const {
    double most = 0;
    for (const Ring& ring : m_rings)
        for (std::size_t i = 0; i < ring.vertices.size(); ++i) {
            const QPointF a = ring.vertices[i].at;
            const QPointF b = ring.vertices[(i + 1) % ring.vertices.size()].at;
            for (const QPoint corner : ring.vertices[i].exact)
                most = std::max(most, distance(corner, nearestOn(a, b, corner)));
        }
    return most;
}

Mask Outline::mask(const QRect& bounds) const {
    std::vector<Mask::Span> spans;
    for (std::size_t i = 0; i < m_rings.size();) {
        Mask part;
        for (const int number = m_rings[i].part; i < m_rings.size() && m_rings[i].part == number; ++i) {
            const Ring& ring = m_rings[i];
            QPolygonF points;
            for (const Vertex& v : ring.vertices) {
                points.append(v.at);
                for (const QPoint corner : v.exact)
                    points.append(corner);
            }
            const QRect box = points.boundingRect().toAlignedRect() & bounds;
            const Mask filled = maskOfPolygons({points}, box);
            part = ring.hole ? part.subtracted(filled) : part.united(filled);
        }
        spans.insert(spans.end(), part.spans().begin(), part.spans().end());
    }
    return Mask::fromSpans(std::move(spans));
}

Outline Outline::straightened() const {
    Outline result = *this;
    for (Ring& ring : result.m_rings)
        for (Vertex& v : ring.vertices)
            v.exact.clear();
    return result;
}

void Outline::move(Place place, QPointF to) {
    std::vector<Vertex>& ring = m_rings[std::size_t(place.ring)].vertices;
    Vertex& moved = ring[std::size_t(place.vertex)];
    if (moved.at == to)
        return;
    moved.at = to;
    moved.exact.clear();
    ring[(std::size_t(place.vertex) + ring.size() - 1) % ring.size()].exact.clear();
}

Outline::Place Outline::insert(Place after, QPointF near) {
    Ring& ring = m_rings[std::size_t(after.ring)];
    auto& before = ring.vertices[std::size_t(after.vertex)];
    Vertex made;
    if (before.exact.isEmpty()) {
        const QPolygonF line = way(ring, std::size_t(after.vertex));
        made.at = nearestOn(line.first(), line.last(), near);
    } else {
        const auto nearest =
            std::min_element(before.exact.begin(), before.exact.end(),
                             [near](QPoint a, QPoint b) { return distance(a, near) < distance(b, near); });
        const qsizetype at = nearest - before.exact.begin();
        made.at = before.exact[at];
        made.exact = QPolygon(before.exact.mid(at + 1));
        before.exact.resize(at);
    }
    const auto place = ring.vertices.begin() + after.vertex + 1;
    ring.vertices.insert(place, std::move(made));
    return {after.ring, after.vertex + 1};
}

void Outline::remove(const std::set<Place>& places) {
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        std::vector<Vertex>& ring = m_rings[std::size_t(place->ring)].vertices;
        const auto at = std::size_t(place->vertex);
        ring[(at + ring.size() - 1) % ring.size()].exact.clear();
        ring.erase(ring.begin() + place->vertex);
    }
    std::erase_if(m_rings, [](const Ring& ring) { return ring.vertices.size() < 3; });
}

Outline::Place Outline::vertexNear(QPointF point, double reach) const {
    Place best;
    for (std::size_t r = 0; r < m_rings.size(); ++r)
        for (std::size_t v = 0; v < m_rings[r].vertices.size(); ++v) {
            const double away = distance(m_rings[r].vertices[v].at, point);
            if (away <= reach) {
                reach = away;
                best = {int(r), int(v)};
            }
        }
    return best;
}

Outline::Place Outline::wayNear(QPointF point, double reach) const {
    Place best;
    for (std::size_t r = 0; r < m_rings.size(); ++r)
        for (std::size_t v = 0; v < m_rings[r].vertices.size(); ++v) {
            const QPolygonF points = way(m_rings[r], v);
            for (qsizetype i = 0; i + 1 < points.size(); ++i) {
                const double away = distance(point, nearestOn(points[i], points[i + 1], point));
                if (away <= reach) {
                    reach = away;
                    best = {int(r), int(v)};
                }
            }
        }
    return best;
}

Simplified simplified(const Mask& mask, double tolerance) {
    const Outline outline(mask, tolerance);
    Simplified result;
    for (const Outline::Ring& ring : outline.rings())
        for (const Outline::Vertex& v : ring.vertices)
            result.verticesBefore += 1 + int(v.exact.size());
    result.vertices = outline.vertexCount();
    result.boundaryError = outline.straightError();
    result.mask = outline.straightened().mask(mask.boundingBox());
    const auto both = double(mask.united(result.mask).area());
    result.overlap = both > 0 ? double(mask.intersected(result.mask).area()) / both : 1;
    return result;
}

} // namespace core
