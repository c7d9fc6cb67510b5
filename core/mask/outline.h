// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QPointF>
#include <QPolygon>
#include <QPolygonF>

#include <set>
#include <vector>

namespace core {

/// The outline of a mask as few vertices that can be moved. Between two vertices the outline remembers the
/// exact way of the mask's border, until one of the two is moved: what nobody touches stays as it was, to the
/// pixel, and an outline just made gives its mask back.
class Outline {
public:
    struct Vertex {
        QPointF at;
        QPolygon exact; ///< the border's corners on the way to the next vertex; empty: a straight line
    };
    struct Ring {
        std::vector<Vertex> vertices;
        int part = 0; ///< rings of one 4-connected part have the same number
        bool hole = false;
    };
    /// Place of a vertex.
    struct Place {
        int ring = -1, vertex = -1;
        // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads it
        auto operator<=>(const Place&) const = default;
    };

    Outline() = default;
    /// Vertices are corners of the border, chosen so that no corner lies further than `tolerance` pixels from
    /// the line between its neighbours among them; each ring keeps at least three.
    Outline(const Mask& mask, double tolerance);

    const std::vector<Ring>& rings() const { return m_rings; }
    int vertexCount() const;
    /// The largest distance between the border and the straight lines between the vertices; both ways, since
    /// the way between two vertices passes over all of the line.
    double straightError() const;
    /// The pixels whose centre is inside, clipped to `bounds`: each part is its outer ring without its holes.
    Mask mask(const QRect& bounds) const;
    /// The same with straight lines everywhere.
    Outline straightened() const;

    QPointF at(Place place) const { return vertex(place).at; }
    void move(Place place, QPointF to);
    /// A new vertex on the way from `after` to its next one, where the way is nearest to `near`; the shape
    /// stays. Its place.
    Place insert(Place after, QPointF near);
    /// The ways round removed vertices become straight; rings left with fewer than three vanish.
    void remove(const std::set<Place>& places);
    /// The vertex nearest to `point`, not further than `reach`; ring -1 if there is none.
    Place vertexNear(QPointF point, double reach) const;
    /// The vertex that the way nearest to `point` starts from; ring -1 if none is within `reach`.
    Place wayNear(QPointF point, double reach) const;

private:
    const Vertex& vertex(Place p) const {
        return m_rings[std::size_t(p.ring)].vertices[std::size_t(p.vertex)];
    }
    Vertex& vertex(Place p) { return m_rings[std::size_t(p.ring)].vertices[std::size_t(p.vertex)]; }
    QPolygonF way(const Ring& ring, std::size_t from) const;

    std::vector<Ring> m_rings;
};

/// A mask with a simpler border, and what that cost.
struct Simplified {
    Mask mask;
    int verticesBefore = 0; ///< corners of the exact border
    int vertices = 0;
    double overlap = 1;       ///< IoU of both masks
    double boundaryError = 0; ///< Outline::straightError(), pixels
};
Simplified simplified(const Mask& mask, double tolerance);

} // namespace core
