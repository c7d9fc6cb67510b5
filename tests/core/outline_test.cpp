// SPDX-License-Identifier: Apache-2.0
#include "core/mask/outline.h"

#include "core/mask/brush.h"
#include "core/mask/contour.h"
#include "core/mask/snap.h"

#include "tests/core/mask_random.h"

#include <gtest/gtest.h>

#include <cmath>

namespace core {
namespace {

constexpr QRect kEverywhere(-1000, -1000, 2000, 2000);

Mask discOf(QPointF centre, double diameter) {
    Brush brush(diameter, kEverywhere);
    return brush.moveTo(centre);
}

TEST(Outline, aVertexThatMovesChangesOnlyItsTwoWays) {
    std::mt19937 random(31);
    for (int i = 0; i < 500; ++i) {
        const Mask mask = randomBitmap(random, 40).mask();
        Outline outline(mask, 1.5);
        if (outline.rings().empty())
            continue;
        const int ring = int(random() % outline.rings().size());
        const auto& vertices = outline.rings()[std::size_t(ring)].vertices;
        const auto count = vertices.size();
        const std::size_t moved = random() % count;
        // Everything that may change lies in the hull of the two ways and the new place.
        QPolygonF near{QPointF(double(random() % 40), double(random() % 40))};
        const QPointF to = near.first();
        for (const std::size_t at : {(moved + count - 1) % count, moved}) {
            near << vertices[at].at << vertices[(at + 1) % count].at;
            for (const QPoint corner : vertices[at].exact)
                near << corner;
        }
        outline.move({ring, int(moved)}, to);
        const Mask changed = outline.mask(kEverywhere).exclusiveOr(mask);
        const QRect allowed = near.boundingRect().toAlignedRect();
        ASSERT_EQ(changed, changed.clipped(allowed)) << i;
    }
}

TEST(Outline, insertingAndMovingNothingKeepsEveryPixel) {
    std::mt19937 random(32);
    for (int i = 0; i < 500; ++i) {
        const Mask mask = randomBitmap(random, 30).mask();
        Outline outline(mask, 1);
        if (outline.rings().empty())
            continue;
        const int ring = int(random() % outline.rings().size());
        const int vertex = int(random() % outline.rings()[std::size_t(ring)].vertices.size());
        const QPointF near(double(random() % 30), double(random() % 30));
        const int before = outline.vertexCount();
        const Outline::Place made = outline.insert({ring, vertex}, near);
        EXPECT_EQ(outline.vertexCount(), before + 1);
        outline.move(made, outline.at(made));
        ASSERT_EQ(outline.mask(kEverywhere), mask) << i;
    }
}

TEST(Outline, removedVerticesLeaveStraightWaysAndRingsVanish) {
    Outline outline(Mask::fromRect({10, 10, 20, 20}), 0.5);
    ASSERT_EQ(outline.vertexCount(), 4);
    const Outline::Place corner = outline.vertexNear({30, 30}, 1);
    ASSERT_GE(corner.ring, 0);
    outline.remove({corner});
    const Mask triangle = outline.mask(kEverywhere);
    EXPECT_TRUE(triangle.contains({11, 11}));
    EXPECT_FALSE(triangle.contains({28, 28}));
    EXPECT_NEAR(double(triangle.area()), 200, 20);
    outline.remove({{0, 0}});
    EXPECT_TRUE(outline.rings().empty());
    EXPECT_TRUE(outline.mask(kEverywhere).isEmpty());
}

TEST(Outline, findsVerticesAndWays) {
    const Outline outline(Mask::fromRect({10, 10, 20, 20}), 0.5);
    EXPECT_EQ(outline.at(outline.vertexNear({11, 9}, 3)), QPointF(10, 10));
    EXPECT_EQ(outline.vertexNear({20, 20}, 3).ring, -1);
    EXPECT_GE(outline.wayNear({20, 11}, 3).ring, 0);
    EXPECT_EQ(outline.wayNear({20, 20}, 3).ring, -1);
}

TEST(Simplified, theErrorItStatesIsTrue) {
    std::mt19937 random(33);
    for (int i = 0; i < 300; ++i) {
        const Mask mask = discOf({60, 60}, 20 + double(random() % 60))
                              .subtracted(discOf({55, 60}, 3 + double(random() % 15)));
        const double tolerance = 0.5 + double(random() % 60) / 10;
        const Simplified result = simplified(mask, tolerance);
        ASSERT_LE(result.boundaryError, tolerance);
        ASSERT_LE(result.vertices, result.verticesBefore);
        const double both = double(mask.united(result.mask).area());
        ASSERT_DOUBLE_EQ(result.overlap, double(mask.intersected(result.mask).area()) / both);
        // A pixel that changed has its centre between the two borders.
        const Mask changed = mask.exclusiveOr(result.mask);
        for (const Mask::Span& s : changed.spans())
            for (int x = s.x0; x < s.x1; ++x)
                ASSERT_TRUE(nearestBorder(mask, {x + 0.5, s.y + 0.5}, result.boundaryError + 1));
    }
    const Simplified exact = simplified(discOf({60, 60}, 40), 0);
    EXPECT_EQ(exact.overlap, 1);
    EXPECT_EQ(exact.vertices, exact.verticesBefore);
    const Simplified rough = simplified(discOf({60, 60}, 40), 2);
    EXPECT_LT(rough.vertices, exact.vertices / 2);
}

TEST(NearestBorder, findsTheNearestCornerOfAnyBorder) {
    std::mt19937 random(34);
    for (int i = 0; i < 500; ++i) {
        const Mask mask = randomBitmap(random, 30).mask();
        const QPointF point(double(random() % 300) / 10, double(random() % 300) / 10);
        const double reach = double(random() % 60) / 10;
        double nearest = 1e9;
        for (const ContourPart& part : contoursOf(mask)) {
            std::vector<QPolygon> rings = part.holes;
            rings.push_back(part.outer);
            for (const QPolygon& ring : rings)
                for (qsizetype c = 0; c < ring.size(); ++c) {
                    const QPoint a = ring[c];
                    const QPoint b = ring[(c + 1) % ring.size()];
                    const int steps = (b - a).manhattanLength();
                    for (int s = 0; s <= steps; ++s) {
                        const QPointF p = QPointF(a) + QPointF(b - a) * (double(s) / steps);
                        nearest = std::min(nearest, std::hypot(p.x() - point.x(), p.y() - point.y()));
                    }
                }
        }
        const auto found = nearestBorder(mask, point, reach);
        ASSERT_EQ(found.has_value(), nearest <= reach) << i;
        if (found) {
            ASSERT_NEAR(std::hypot(found->x() - point.x(), found->y() - point.y()), nearest, 1e-9) << i;
        }
    }
}

} // namespace
} // namespace core
