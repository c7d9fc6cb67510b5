// SPDX-License-Identifier: Apache-2.0
#include "core/mask/contour.h"

#include "tests/core/mask_random.h"
#include "tests/support/slowdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace core {
namespace {

/// Twice the signed area; positive when clockwise on the screen.
qint64 doubleArea(const QPolygon& ring) {
    qint64 sum = 0;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        sum += qint64(a.x()) * b.y() - qint64(b.x()) * a.y();
    }
    return sum;
}

TEST(Contour, masksComeBackWithoutADifferingPixel) {
    std::mt19937 random(1);
    for (int i = 0; i < 10'000; ++i) {
        const Mask mask = randomBitmap(random, 24).mask();
        ASSERT_EQ(maskOf(contoursOf(mask)), mask) << i;
    }
}

TEST(Contour, ringsCountPartsHolesAndPixels) {
    std::mt19937 random(2);
    for (int i = 0; i < 4000; ++i) {
        const Mask mask = randomBitmap(random, 24).mask();
        const std::vector<ContourPart> parts = contoursOf(mask);
        const std::vector<Mask> expected = mask.parts();
        ASSERT_EQ(parts.size(), expected.size());
        for (std::size_t p = 0; p < parts.size(); ++p) {
            qint64 sum = doubleArea(parts[p].outer);
            EXPECT_GT(sum, 0);
            for (const QPolygon& hole : parts[p].holes) {
                EXPECT_LT(doubleArea(hole), 0);
                sum += doubleArea(hole);
            }
            EXPECT_EQ(sum, 2 * expected[p].area());
            EXPECT_EQ(int(parts[p].holes.size()), expected[p].holeCount());
        }
    }
}

TEST(Contour, neighbouringCornersAreNeverOnOneLine) {
    std::mt19937 random(3);
    for (int i = 0; i < 1000; ++i) {
        for (const ContourPart& part : contoursOf(randomBitmap(random, 24).mask())) {
            const QPolygon& ring = part.outer;
            for (qsizetype p = 0; p < ring.size(); ++p) {
                const QPoint a = ring[p], b = ring[(p + 1) % ring.size()], c = ring[(p + 2) % ring.size()];
                ASSERT_TRUE((a.x() == b.x()) != (a.y() == b.y()));
                ASSERT_NE(a.x() == b.x(), b.x() == c.x());
            }
        }
    }
}

TEST(Contour, ringWithAHoleAndASeparatePixel) {
    const Mask mask = Mask::fromRect({1, 1, 3, 3})
                          .subtracted(Mask::fromRect({2, 2, 1, 1}))
                          .united(Mask::fromRect({5, 2, 1, 1}));
    const std::vector<ContourPart> parts = contoursOf(mask);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].outer, QPolygon({{1, 1}, {4, 1}, {4, 4}, {1, 4}}));
    ASSERT_EQ(parts[0].holes.size(), 1U);
    EXPECT_EQ(parts[0].holes[0], QPolygon({{2, 3}, {3, 3}, {3, 2}, {2, 2}}));
    EXPECT_EQ(parts[1].outer, QPolygon({{5, 2}, {6, 2}, {6, 3}, {5, 3}}));
}

TEST(Contour, keyholesFillToTheSamePixels) {
    std::mt19937 random(4);
    for (int i = 0; i < 4000; ++i) {
        const Bitmap bitmap = randomBitmap(random, 24);
        std::vector<Mask::Span> spans;
        for (const ContourPart& part : contoursOf(bitmap.mask())) {
            const Mask filled =
                maskOfPolygons({QPolygonF(keyholed(part))}, {0, 0, bitmap.width, bitmap.height});
            spans.insert(spans.end(), filled.spans().begin(), filled.spans().end());
        }
        ASSERT_EQ(Mask::fromSpans(spans), bitmap.mask());
    }
}

TEST(Contour, polygonsFillByPixelCentresAndEvenOdd) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> at(-8, 40);
    const QRect bounds(2, 3, 25, 20);
    for (int i = 0; i < 1500; ++i) {
        std::vector<QPolygonF> rings(1 + random() % 3);
        for (QPolygonF& ring : rings) {
            for (unsigned p = 0; p < 3 + random() % 8; ++p)
                ring << QPointF(at(random), at(random));
        }
        const Mask mask = maskOfPolygons(rings, bounds);
        EXPECT_TRUE(mask.subtracted(Mask::fromRect(bounds)).isEmpty());
        for (int y = bounds.top(); y <= bounds.bottom(); ++y) {
            for (int x = bounds.left(); x <= bounds.right(); ++x) {
                bool inside = false;
                for (const QPolygonF& ring : rings)
                    inside ^= ring.containsPoint(QPointF(x + 0.5, y + 0.5), Qt::OddEvenFill);
                ASSERT_EQ(mask.contains({x, y}), inside);
            }
        }
    }
}

TEST(Contour, squaresMoveWithTheirCentres) {
    const auto square = [](double offset) {
        return QPolygonF(QRectF(1 + offset, 1 + offset, 4, 4)).mid(0, 4);
    };
    const QRect bounds(0, 0, 10, 10);
    EXPECT_EQ(maskOfPolygons({square(0)}, bounds), Mask::fromRect({1, 1, 4, 4}));
    EXPECT_EQ(maskOfPolygons({square(0.4)}, bounds), Mask::fromRect({1, 1, 4, 4}));
    EXPECT_EQ(maskOfPolygons({square(0.6)}, bounds), Mask::fromRect({2, 2, 4, 4}));
}

TEST(Contour, impossiblePolygonsGiveNothing) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const QRect bounds(0, 0, 10, 10);
    EXPECT_TRUE(maskOfPolygons({}, bounds).isEmpty());
    EXPECT_TRUE(maskOfPolygons({QPolygonF({{1, 1}}), QPolygonF({{1, 1}, {9, 9}})}, bounds).isEmpty());
    EXPECT_TRUE(maskOfPolygons({QPolygonF({{1, 1}, {nan, 5}, {9, 9}})}, bounds).isEmpty());
    EXPECT_TRUE(maskOfPolygons({QPolygonF({{1, 1}, {5, 1}, {5, 5}})}, QRect()).isEmpty());
    const QPolygonF huge({{-1e300, -1e300}, {1e300, -1e300}, {1e300, 1e300}, {-1e300, 1e300}});
    EXPECT_EQ(maskOfPolygons({huge}, bounds), Mask::fromRect(bounds));
}

TEST(Contour, manyPartsTakeLinearTime) {
    std::vector<Mask::Span> spans;
    for (int y = 0; y < 1000; ++y) {
        for (int x = y % 2; x < 1000; x += 2)
            spans.push_back({y, x, x + 1});
    }
    const Mask checkers = Mask::fromSpans(spans);
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(maskOf(contoursOf(checkers)), checkers);
    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
              15 * test::kSlowdown);
}

TEST(MaskOfPolygons, aLoopDrawnMoreThanOnceHasNoHoleByWinding) {
    const QPolygonF once{QPointF(0, 0), QPointF(10, 0), QPointF(10, 10), QPointF(0, 10)};
    QPolygonF loop = once;
    loop << once << QPointF(0, 0);
    const QRect bounds(-5, -5, 30, 30);
    EXPECT_TRUE(maskOfPolygons({loop}, bounds).isEmpty());
    EXPECT_EQ(maskOfPolygons({loop}, bounds, FillRule::Winding), Mask::fromRect({0, 0, 10, 10}));
    QPolygonF other = once;
    std::reverse(other.begin(), other.end());
    EXPECT_TRUE(maskOfPolygons({once, other}, bounds, FillRule::Winding).isEmpty()) << "there and back";
    EXPECT_EQ(maskOfPolygons({other}, bounds, FillRule::Winding), Mask::fromRect({0, 0, 10, 10}));
}

} // namespace
} // namespace core
