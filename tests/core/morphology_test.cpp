// SPDX-License-Identifier: Apache-2.0
#include "core/mask/morphology.h"

#include "tests/core/mask_random.h"
#include "tests/support/slowdown.h"

#include <gtest/gtest.h>

#include <chrono>

namespace core {
namespace {

/// How many of the disc's pixels are inside; pixels outside the bitmap are not.
int insideDisc(const Bitmap& bitmap, int cx, int cy, int radius) {
    int count = 0;
    for (int dy = -radius; dy <= radius; ++dy)
        for (int dx = -radius; dx <= radius; ++dx)
            count += dx * dx + dy * dy <= radius * radius && bitmap.at(cx + dx, cy + dy, false);
    return count;
}

int discArea(int radius) {
    Bitmap full(2 * radius + 1, 2 * radius + 1);
    std::fill(full.pixels.begin(), full.pixels.end(), std::uint8_t(1));
    return insideDisc(full, radius, radius, radius);
}

template <class Keep> Mask naive(const Bitmap& bitmap, int radius, const Keep& keep) {
    Bitmap result(bitmap.width + 2 * radius, bitmap.height + 2 * radius);
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x)
            result.at(x, y) = keep(insideDisc(bitmap, x - radius, y - radius, radius));
    return result.mask().translated({-radius, -radius});
}

TEST(Morphology, agreesWithTheDefinitionPixelByPixel) {
    std::mt19937 random(11);
    for (int i = 0; i < 400; ++i) {
        const Bitmap bitmap = randomBitmap(random, 24);
        const Mask mask = bitmap.mask();
        const int radius = 1 + int(random() % 6);
        const int all = discArea(radius);
        ASSERT_EQ(grown(mask, radius), naive(bitmap, radius, [](int n) { return n > 0; })) << i;
        ASSERT_EQ(shrunk(mask, radius), naive(bitmap, radius, [all](int n) { return n == all; })) << i;
        ASSERT_EQ(smoothed(mask, radius), naive(bitmap, radius, [all](int n) { return 2 * n > all; })) << i;
    }
}

TEST(Morphology, aStepOfOneIsTheFourNeighbours) {
    const Mask dot = Mask::fromRect({5, 5, 1, 1});
    EXPECT_EQ(grown(dot, 1).area(), 5);
    EXPECT_EQ(shrunk(grown(dot, 1), 1), dot);
    EXPECT_EQ(grown(dot, 0), dot);
    EXPECT_TRUE(shrunk(dot, 1).isEmpty());
    EXPECT_TRUE(grown(Mask(), 3).isEmpty());
}

TEST(Morphology, smoothingLeavesStraightBordersAndDropsThreads) {
    const Mask block = Mask::fromRect({0, 0, 100, 100});
    const Mask smooth = smoothed(block.united(Mask::fromRect({100, 50, 60, 2})), 4);
    EXPECT_FALSE(smooth.contains({140, 50})) << "a thread of two pixels goes";
    EXPECT_TRUE(smooth.contains({50, 0})) << "a straight border stays";
    EXPECT_FALSE(smooth.contains({0, 0})) << "a corner becomes round";
}

TEST(Morphology, islandsGoBySize) {
    const Mask big = Mask::fromRect({0, 0, 10, 10});
    const Mask small = Mask::fromRect({20, 0, 3, 3});
    const Mask both = big.united(small);
    EXPECT_EQ(islandsDropped(both, 9), both);
    EXPECT_EQ(islandsDropped(both, 10), big);
    EXPECT_TRUE(islandsDropped(both, 101).isEmpty());
    EXPECT_EQ(largestPart(both), big);
    EXPECT_TRUE(largestPart(Mask()).isEmpty());
}

TEST(Morphology, costGoesWithTheBorderNotWithTheArea) {
    using Clock = std::chrono::steady_clock;
    const Mask large = Mask::fromRect({0, 0, 8192, 8192});
    const auto start = Clock::now();
    const Mask wide = grown(large, 20);
    const Mask narrow = shrunk(wide, 20);
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    EXPECT_EQ(narrow, large);
    EXPECT_LT(ms, 1500 * test::kSlowdown);
    RecordProperty("ms_to_grow_and_shrink_64_megapixels_by_20", std::to_string(ms));
}

} // namespace
} // namespace core
