// SPDX-License-Identifier: Apache-2.0
#include "core/mask/logit_map.h"

#include "tests/core/mask_random.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <limits>

namespace core {
namespace {

LogitMap makeMap(int width, int height, std::vector<float> values) {
    return {QSize(width, height), std::make_shared<const std::vector<float>>(std::move(values))};
}

/// Two-way bilinear enlargement written straight from its definition.
Mask naive(const LogitMap& map, QSize out, float threshold) {
    const int w = map.size.width(), h = map.size.height();
    const auto value = [&](int x, int y) { return double((*map.values)[std::size_t(y * w + x)]); };
    Bitmap bitmap(out.width(), out.height());
    for (int y = 0; y < out.height(); ++y) {
        const double sy = std::max((y + 0.5) * h / out.height() - 0.5, 0.0);
        const int y0 = int(std::floor(sy)), y1 = std::min(y0 + 1, h - 1);
        for (int x = 0; x < out.width(); ++x) {
            const double sx = std::max((x + 0.5) * w / out.width() - 0.5, 0.0);
            const int x0 = int(std::floor(sx)), x1 = std::min(x0 + 1, w - 1);
            const double wx = sx - x0, wy = sy - y0;
            const double v = (1 - wy) * ((1 - wx) * value(x0, y0) + wx * value(x1, y0)) +
                             wy * ((1 - wx) * value(x0, y1) + wx * value(x1, y1));
            bitmap.at(x, y) = v > threshold;
        }
    }
    return bitmap.mask();
}

LogitMap blobs(int width, int height) {
    std::vector<float> values;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            values.push_back(float(6 * std::sin(x * 9.0 / width) * std::cos(y * 7.0 / height) - 2));
    }
    return makeMap(width, height, std::move(values));
}

TEST(LogitMap, matchesTheDefinitionOnRandomGrids) {
    std::mt19937 random(1);
    std::normal_distribution<float> logit(-0.5F, 3);
    for (int i = 0; i < 600; ++i) {
        const int width = 1 + int(random() % 12), height = 1 + int(random() % 12);
        std::vector<float> values;
        for (int p = 0; p < width * height; ++p)
            values.push_back(logit(random));
        const LogitMap map = makeMap(width, height, std::move(values));
        const QSize out(1 + int(random() % 90), 1 + int(random() % 90));
        const float threshold = i % 3 == 0 ? 1.25F : 0;
        ASSERT_EQ(map.toMask(out, threshold), naive(map, out, threshold)) << i;
    }
}

TEST(LogitMap, realSizesMatchAndAreFast) {
    for (const int side : {64, 72, 144, 288}) {
        const LogitMap map = blobs(side, side);
        const QSize out(1600, 1067);
        const auto start = std::chrono::steady_clock::now();
        const Mask mask = map.toMask(out);
        const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
        EXPECT_EQ(mask, naive(map, out, 0));
        EXPECT_LT(spent.count(), 60) << side;
        RecordProperty("ms_from_" + std::to_string(side), std::to_string(spent.count()));
    }
}

TEST(LogitMap, shrinkingIsPointSampling) {
    const LogitMap map = blobs(288, 288);
    EXPECT_EQ(map.toMask(QSize(40, 31)), naive(map, QSize(40, 31), 0));
}

TEST(LogitMap, thresholdIsStrict) {
    const LogitMap map = makeMap(2, 1, {0, 1});
    EXPECT_EQ(map.toMask(QSize(2, 1)), Mask::fromRect({1, 0, 1, 1}));
    EXPECT_EQ(map.toMask(QSize(2, 1), 1), Mask());
}

TEST(LogitMap, notANumberIsOutside) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const LogitMap map = makeMap(2, 2, {nan, 1, 1, 1});
    EXPECT_FALSE(map.toMask(QSize(8, 8)).contains({0, 0}));
    EXPECT_TRUE(map.toMask(QSize(8, 8)).contains({7, 7}));
}

TEST(LogitMap, emptyOrInconsistentMapsGiveNothing) {
    EXPECT_TRUE(LogitMap().toMask(QSize(10, 10)).isEmpty());
    EXPECT_TRUE(makeMap(3, 3, {1, 1}).toMask(QSize(10, 10)).isEmpty());
    EXPECT_TRUE(blobs(8, 8).toMask(QSize()).isEmpty());
}

TEST(LogitsOf, areThePartOfEachCellThatIsInside) {
    // 8 x 4 pixels on 4 x 2 cells of 2 x 2: one whole cell, one half, one quarter.
    const Mask mask = Mask::fromSpans({{0, 0, 3}, {1, 0, 3}, {2, 6, 7}});
    const LogitMap map = logitsOf(mask, QSize(8, 4), QSize(4, 2));
    ASSERT_EQ(map.size, QSize(4, 2));
    EXPECT_EQ(*map.values, (std::vector<float>{8, 0, -8, -8, -8, -8, -8, -4}));
}

TEST(LogitsOf, giveLargeShapesBack) {
    const QSize image(400, 300);
    for (const QSize grid : {QSize(96, 96), QSize(288, 288), QSize(640, 512)}) {
        const Mask mask = blobs(40, 40).toMask(image);
        const Mask back = logitsOf(mask, image, grid).toMask(image);
        const double common = double(mask.intersected(back).area());
        EXPECT_GT(common / double(mask.united(back).area()), 0.97) << grid.width();
    }
}

TEST(LogitsOf, countNothingOutsideTheImage) {
    const Mask mask = Mask::fromRect({-10, -10, 30, 12});
    const LogitMap map = logitsOf(mask, QSize(8, 8), QSize(4, 4));
    EXPECT_EQ((*map.values)[0], 8);
    EXPECT_EQ((*map.values)[4], -8);
    EXPECT_TRUE(logitsOf(mask, QSize(), QSize(4, 4)).isEmpty());
}

} // namespace
} // namespace core
