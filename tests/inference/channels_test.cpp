// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/op_test.h"

#include <array>
#include <vector>

namespace inference::test {

class ChannelsTest : public OpTest {};
INSTANTIATE_TEST_SUITE_P(CpuThreads, ChannelsTest, ::testing::Values(1, 3));

TEST_P(ChannelsTest, depthwiseOverKernelsStridesAndEdges) {
    struct Case {
        std::int64_t height, width, channels, kernelHeight, kernelWidth;
        int stride;
    };
    const std::vector<Case> cases = {{1, 1, 1, 3, 3, 1},    {1, 1, 5, 5, 5, 2},   {6, 7, 8, 3, 3, 1},
                                     {6, 7, 19, 3, 3, 2},   {7, 6, 33, 3, 3, 2},  {63, 63, 4, 3, 3, 2},
                                     {9, 5, 12, 5, 5, 1},   {3, 2, 7, 7, 7, 1},   {8, 13, 16, 7, 7, 3},
                                     {1, 16, 24, 1, 11, 1}, {1, 4, 3, 1, 11, 1},  {5, 9, 6, 1, 1, 2},
                                     {2, 64, 40, 3, 3, 1},  {12, 12, 20, 3, 5, 2}};
    for (const Case& c : cases) {
        SCOPED_TRACE(toString({c.height, c.width, c.channels, c.kernelHeight, c.kernelWidth, c.stride}));
        const Tensor x = random({c.height, c.width, c.channels});
        DepthwiseWeights w = {random({c.kernelHeight, c.kernelWidth, c.channels}), random({c.channels}),
                              c.stride};
        expectSame([&](Run& run) { return ops::depthwise(run, x, w, Activation::HardSwish); }, 2e-6);
        w.bias = {};
        expectSame([&](Run& run) { return ops::depthwise(run, x, w); }, 2e-6);
    }
}

TEST_P(ChannelsTest, anOddMapKeepsItsLastLineWhenHalved) { // 63 → 32 reads one line of padding beyond
    const Tensor x = random({63, 63, 3});
    const DepthwiseWeights w = {random({3, 3, 3}), {}, 2};
    const Tensor y = ops::depthwise(backend, x, w);
    ASSERT_EQ(y.shape(), (Shape{32, 32, 3}));
    double corner = 0; // of the last pixel only the kernel's upper left 2x2 lies inside
    for (std::int64_t dy = 0; dy < 2; ++dy)
        for (std::int64_t dx = 0; dx < 2; ++dx)
            corner +=
                double{x.f32()[((61 + dy) * 63 + 61 + dx) * 3]} * double{w.weight.f32()[(dy * 3 + dx) * 3]};
    EXPECT_NEAR(y.f32()[(32 * 32 - 1) * 3], corner, 1e-6);
}

TEST_P(ChannelsTest, hardSwish) {
    const Tensor x = values({-4, -3, -1.5F, 0, 1, 3, 5}, {7});
    const Tensor expected = values({0, 0, -0.375F, 0, 2.0F / 3.0F, 3, 5}, {7});
    EXPECT_TENSOR_NEAR(ops::activate(backend, x, Activation::HardSwish), expected, 1e-6);
}

TEST_P(ChannelsTest, groupedLinear) {
    for (const auto& [rows, groups, in, out] : std::vector<std::array<std::int64_t, 4>>{
             {1, 1, 1, 1}, {7, 3, 16, 16}, {5, 6, 32, 32}, {9, 2, 5, 3}, {3, 4, 2, 19}, {0, 2, 4, 4}}) {
        SCOPED_TRACE(toString({rows, groups, in, out}));
        const Tensor x = random({rows, groups * in});
        const Tensor w = random({groups, in, out});
        expectSame([&](Run& run) { return ops::groupedLinear(run, x, w); }, 1e-5);
    }
}

TEST_P(ChannelsTest, reluAttentionIsTheSumOverAllPairs) {
    for (const auto& [tokens, groups, depth] :
         std::vector<std::array<std::int64_t, 3>>{{1, 1, 1}, {20, 3, 16}, {37, 2, 5}, {64, 4, 32}}) {
        SCOPED_TRACE(toString({tokens, groups, depth}));
        const Tensor qkv = random({tokens, groups * 3 * depth});
        expectSame(
            [&, d = depth](Run& run) { return ops::reluAttention(run, qkv, static_cast<int>(d), 1e-15F); },
            2e-5);
    }
}

TEST_P(ChannelsTest, aTokenWithoutPositiveQueryGetsZero) {
    const Tensor qkv = values({-1, -2, 3, 4, 5, 6, //
                               1, 0.5F, 2, 1, 7, 8},
                              {2, 6});
    const Tensor y = ops::reluAttention(backend, qkv, 2, 1e-15F);
    EXPECT_EQ(y.f32()[0], 0.0F);
    EXPECT_EQ(y.f32()[1], 0.0F);
    EXPECT_NEAR(y.f32()[2], (5 * 5 + 7 * 2.5) / 7.5, 1e-5); // weights 3 + 2 and 2 + 0.5
}

TEST_P(ChannelsTest, scaleChannels) {
    const Tensor x = random({4, 5, 21});
    const Tensor factors = random({21});
    expectSame([&](Run& run) { return ops::scaleChannels(run, x, factors); }, 1e-7);
}

TEST_P(ChannelsTest, resizeMapIsResizeBilinearOfChannels) {
    for (const auto& [inHeight, inWidth, height, width] :
         std::vector<std::array<int, 4>>{{32, 32, 72, 72}, {1, 1, 3, 5}, {4, 6, 4, 6}, {5, 3, 2, 7}}) {
        const Tensor x = random({inHeight, inWidth, 5});
        expectSame([&, h = height, w = width](Run& run) { return ops::resizeMap(run, x, h, w); }, 1e-6);
    }
}

TEST_P(ChannelsTest, resizeMapOfARampAndAnImpulse) {
    std::vector<float> ramp;
    std::vector<float> impulse(static_cast<std::size_t>(32 * 32), 0.0F);
    for (int i = 0; i < 32 * 32; ++i)
        ramp.push_back(static_cast<float>(i % 32));
    impulse[31] = 1; // row 0, column 31: the corner's value spreads unmixed to the edge
    const Tensor across = ops::resizeMap(backend, values(ramp, {32, 32, 1}), 72, 72);
    for (int i = 0; i < 72; ++i) // (i + 0.5)·32/72 - 0.5, held at both ends
        EXPECT_NEAR(across.f32()[i], std::min(std::max((i + 0.5) * 32 / 72 - 0.5, 0.0), 31.0), 1e-5) << i;
    const Tensor corner = ops::resizeMap(backend, values(impulse, {32, 32, 1}), 72, 72);
    EXPECT_EQ(corner.f32()[71], 1.0F);
    EXPECT_NEAR(corner.f32()[69], 69.5 * 32 / 72 - 0.5 - 30, 1e-5);
    EXPECT_EQ(corner.f32()[0], 0.0F);
}

} // namespace inference::test
