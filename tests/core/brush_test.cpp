// SPDX-License-Identifier: Apache-2.0
#include "core/mask/brush.h"

#include "tests/support/slowdown.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <limits>
#include <random>

namespace core {
namespace {

constexpr QRect kBounds(0, 0, 120, 90);

double distance(QPointF p, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double square = QPointF::dotProduct(along, along);
    const double t = square > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / square, 0.0, 1.0) : 0.0;
    const QPointF nearest = a + along * t;
    return std::hypot(p.x() - nearest.x(), p.y() - nearest.y());
}

TEST(Brush, paintsExactlyThePixelsWhoseCentreIsInside) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> x(-30, 150), y(-30, 120), size(2, 50);
    for (int i = 0; i < 300; ++i) {
        const double diameter = size(random);
        Brush brush(diameter, kBounds);
        const QPointF a(x(random), y(random)), b(x(random), y(random));
        brush.moveTo(a);
        const Mask step = brush.moveTo(b);
        for (int row = 0; row < kBounds.height(); ++row) {
            for (int column = 0; column < kBounds.width(); ++column) {
                const double away = distance(QPointF(column + 0.5, row + 0.5), a, b) - diameter / 2;
                if (std::abs(away) < 1e-9)
                    continue;
                ASSERT_EQ(step.contains({column, row}), away < 0) << column << ',' << row;
            }
        }
    }
}

TEST(Brush, stepsAddUpToWhatIsPainted) {
    std::mt19937 random(2);
    std::uniform_real_distribution<double> x(-10, 130), y(-10, 100);
    Brush brush(7, kBounds);
    Mask sum;
    for (int i = 0; i < 200; ++i) {
        sum = sum.united(brush.moveTo(QPointF(x(random), y(random))));
        if (i % 50 == 0) {
            ASSERT_EQ(brush.painted(), sum);
        }
    }
    EXPECT_EQ(brush.painted(), sum);
    EXPECT_TRUE(sum.subtracted(Mask::fromRect(kBounds)).isEmpty());
}

TEST(Brush, smallestBrushLeavesNoGaps) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> x(0, 119), y(0, 89);
    for (int i = 0; i < 300; ++i) {
        Brush brush(1, kBounds);
        const QPointF a(x(random), y(random)), b(x(random), y(random));
        EXPECT_GE(brush.moveTo(a).area(), 1);
        brush.moveTo(b);
        // Eight-connected: growing every pixel by its right and lower neighbours must leave one part.
        const Mask& line = brush.painted();
        const Mask grown = line.united(line.translated({1, 0})).united(line.translated({0, 1}));
        ASSERT_EQ(grown.united(line.translated({1, 1})).partCount(), 1);
    }
}

TEST(Brush, dabOfOnePixelPaintsThePixelUnderThePointer) {
    Brush brush(1, kBounds);
    EXPECT_EQ(brush.moveTo(QPointF(10, 20)), Mask::fromRect({10, 20, 1, 1}));
    EXPECT_TRUE(Brush(1, kBounds).moveTo(QPointF(-0.5, 3)).isEmpty());
    EXPECT_EQ(Brush(0, kBounds).moveTo(QPointF(4.2, 3.9)).area(), 1);
}

TEST(Brush, impossiblePositionsPaintNothing) {
    Brush brush(10, kBounds);
    EXPECT_TRUE(brush.moveTo(QPointF(std::nan(""), 3)).isEmpty());
    EXPECT_TRUE(brush.moveTo(QPointF(3, std::numeric_limits<double>::infinity())).isEmpty());
    EXPECT_TRUE(brush.moveTo(QPointF(1e300, -1e300)).isEmpty());
    EXPECT_TRUE(brush.painted().isEmpty());
}

TEST(Brush, hugeBrushAndLongStrokeStayCheap) {
    using Clock = std::chrono::steady_clock;
    const QRect image(0, 0, 8000, 6000);
    Brush brush(2000, image);
    const auto start = Clock::now();
    for (int i = 0; i < 500; ++i)
        brush.moveTo(QPointF(1000 + i * 12, 3000 + 1000 * std::sin(i * 0.1)));
    const double huge = std::chrono::duration<double, std::milli>(Clock::now() - start).count() / 500;
    EXPECT_FALSE(brush.painted().isEmpty());
    EXPECT_LT(huge, 8 * test::kSlowdown) << "ms a step";

    Brush fine(9, image);
    const auto begin = Clock::now();
    for (int i = 0; i < 100'000; ++i)
        fine.moveTo(QPointF(4000 + 3900 * std::sin(i * 0.011), 3000 + 2900 * std::sin(i * 0.007)));
    EXPECT_FALSE(fine.painted().isEmpty());
    EXPECT_LT(std::chrono::duration<double>(Clock::now() - begin).count(), 20 * test::kSlowdown);
    RecordProperty("ms_for_a_2000_px_step", std::to_string(huge));
}

TEST(Brush, aPenThatIsPressedHarderPaintsATaperWithoutGaps) {
    Brush brush(2, kBounds);
    brush.moveTo(QPointF(10, 45));
    brush.setDiameter(40);
    brush.moveTo(QPointF(90, 45));
    const Mask& taper = brush.painted();
    EXPECT_EQ(taper.partCount(), 1);
    int last = 0;
    for (int x = 12; x < 90; x += 6) {
        const auto height = int(taper.clipped({x, 0, 1, 90}).area());
        EXPECT_GE(height, last);
        last = height;
    }
    EXPECT_NEAR(last, 40, 3);
    EXPECT_LE(taper.clipped({10, 0, 1, 90}).area(), 4) << "thin where the pen was light";
}

} // namespace
} // namespace core
