// SPDX-License-Identifier: Apache-2.0
// Interpolation, cutting and the live wire.
#include "core/mask/cut.h"
#include "core/mask/interpolate.h"
#include "core/mask/live_wire.h"

#include "tests/core/mask_random.h"
#include "tests/support/slowdown.h"

#include <QPainter>

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>

namespace core {
namespace {

/// The definition, with a search over all pixels for each distance.
double naiveSigned(const Bitmap& bitmap, int x, int y) {
    const bool inside = bitmap.at(x, y, false);
    double nearest = 1e9;
    for (int v = -1; v <= bitmap.height; ++v)
        for (int u = -1; u <= bitmap.width; ++u)
            if (bitmap.at(u, v, false) != inside)
                nearest = std::min(nearest, std::hypot(u - x, v - y));
    return inside ? 0.5 - nearest : nearest - 0.5;
}

TEST(Interpolated, agreesWithSearchedDistances) {
    std::mt19937 random(41);
    for (int i = 0; i < 60; ++i) {
        // The same point reflection of itself has its centre in the middle, so nothing is moved.
        Bitmap a = randomBitmap(random, QSize(12, 12));
        Bitmap b = randomBitmap(random, QSize(12, 12));
        for (Bitmap* bitmap : {&a, &b})
            for (int p = 0; p < 72; ++p)
                bitmap->pixels[std::size_t(143 - p)] = bitmap->pixels[std::size_t(p)];
        if (a.mask().isEmpty() || b.mask().isEmpty())
            continue;
        Bitmap expected(12, 12);
        for (int y = 0; y < 12; ++y)
            for (int x = 0; x < 12; ++x)
                expected.at(x, y) = 0.75 * naiveSigned(a, x, y) + 0.25 * naiveSigned(b, x, y) < -1e-6;
        const Mask difference = interpolated(a.mask(), b.mask(), 0.25).exclusiveOr(expected.mask());
        // Ties may fall either way.
        for (const Mask::Span& s : difference.spans())
            for (int x = s.x0; x < s.x1; ++x)
                ASSERT_NEAR(0.75 * naiveSigned(a, x, s.y) + 0.25 * naiveSigned(b, x, s.y), 0, 1e-5);
    }
}

TEST(Interpolated, endsAreExactAndAMovingSquareMoves) {
    const Mask from = Mask::fromRect({0, 0, 10, 10});
    const Mask to = Mask::fromRect({100, 40, 10, 10});
    EXPECT_EQ(interpolated(from, to, 0), from);
    EXPECT_EQ(interpolated(from, to, 1), to);
    EXPECT_EQ(interpolated(from, to, 0.5), Mask::fromRect({50, 20, 10, 10}));
    const Mask bigger = interpolated(Mask::fromRect({0, 0, 10, 10}), Mask::fromRect({-5, -5, 20, 20}), 0.5);
    EXPECT_NEAR(std::sqrt(double(bigger.area())), 15, 1.5);
    EXPECT_EQ(interpolated(from, Mask(), 0.5), from);
}

TEST(CutAlong, pieceForPieceNothingIsLost) {
    std::mt19937 random(42);
    int cuts = 0;
    for (int i = 0; i < 2000; ++i) {
        const Mask mask = randomBitmap(random, 40).mask();
        QPolygonF line;
        for (int p = 0; p < 3; ++p)
            line << QPointF(double(random() % 50) - 5, double(random() % 50) - 5);
        const std::vector<Mask> pieces = cutAlong(mask, line);
        cuts += int(pieces.size()) - 1;
        Mask sum;
        qint64 area = 0;
        for (const Mask& piece : pieces) {
            sum = sum.united(piece);
            area += piece.area();
        }
        ASSERT_EQ(sum, mask) << i;
        ASSERT_EQ(area, mask.area()) << i;
    }
    EXPECT_GT(cuts, 500) << "the lines must cut something";
}

TEST(CutAlong, onlyALineFromSideToSideCuts) {
    const Mask block = Mask::fromRect({0, 0, 40, 20});
    EXPECT_EQ(cutAlong(block, {QPointF(20, -5), QPointF(20, 10)}).size(), 1U);
    EXPECT_EQ(cutAlong(block, {QPointF(60, -5), QPointF(60, 30)}).size(), 1U);
    const auto halves = cutAlong(block, {QPointF(10, -5), QPointF(10, 30)});
    ASSERT_EQ(halves.size(), 2U);
    EXPECT_TRUE(halves[0].contains({35, 10})) << "the larger piece stays";
    EXPECT_TRUE(halves[1].contains({2, 10}));
    EXPECT_NEAR(double(halves[1].area()), 200, 20);
    const auto withIsland =
        cutAlong(block.united(Mask::fromRect({100, 0, 5, 5})), {QPointF(10, -5), QPointF(10, 30)});
    ASSERT_EQ(withIsland.size(), 2U);
    EXPECT_TRUE(withIsland[0].contains({102, 2})) << "a part that is not cut stays";
}

TEST(LiveWire, followsTheBorderOfADisc) {
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(qRgb(60, 90, 60));
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(200, 180, 90));
    painter.drawEllipse(QPointF(100, 100), 60, 60);
    painter.end();
    const LiveWire wire(image, QPoint(40, 100));
    const QPolygon path = wire.pathTo({160, 100});
    EXPECT_EQ(path.first(), QPoint(40, 100));
    EXPECT_EQ(path.last(), QPoint(160, 100));
    for (const QPoint p : path)
        EXPECT_NEAR(std::hypot(p.x() - 100, p.y() - 100), 60, 2.5);
    for (qsizetype i = 1; i < path.size(); ++i)
        EXPECT_LE((path[i] - path[i - 1]).manhattanLength(), 2) << "without gaps";
}

TEST(LiveWire, outOfReachIsAStraightLine) {
    QImage image(1000, 20, QImage::Format_RGB32);
    image.fill(Qt::gray);
    const LiveWire wire(image, {5, 5});
    EXPECT_TRUE(wire.reaches({405, 20}));
    EXPECT_EQ(wire.pathTo({900, 5}), QPolygon({QPoint(5, 5), QPoint(900, 5)}));
    EXPECT_EQ(LiveWire().pathTo({3, 4}).size(), 2);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(LiveWire(image, {5, 5}, stop.get_token()).reaches({6, 6}));
}

TEST(LiveWire, theLargestWindowIsQuick) {
    std::mt19937 random(43);
    QImage image(1000, 1000, QImage::Format_RGB32);
    for (int y = 0; y < 1000; ++y)
        for (int x = 0; x < 1000; ++x)
            image.setPixel(x, y, qRgb(int(random() % 256), x % 256, y % 256));
    const auto start = std::chrono::steady_clock::now();
    const LiveWire wire(image, {500, 500});
    const double ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    EXPECT_EQ(wire.pathTo({900, 900}).last(), QPoint(900, 900));
    EXPECT_LT(ms, 1000 * test::kSlowdown);
    RecordProperty("ms", std::to_string(ms));
}

} // namespace
} // namespace core
