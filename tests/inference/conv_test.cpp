// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/op_test.h"

#include <array>

namespace inference::test {

class ConvTest : public OpTest {};
INSTANTIATE_TEST_SUITE_P(CpuThreads, ConvTest, ::testing::Values(1, 3));

TEST_P(ConvTest, conv2dOverKernelsStridesAndEdges) {
    struct Case {
        std::int64_t height, width, in, out, kernel;
        int stride, padding;
    };
    const std::vector<Case> cases = {
        {1, 1, 1, 1, 1, 1, 0},     {5, 7, 3, 4, 3, 1, 1},   {6, 5, 2, 5, 3, 2, 1}, {28, 14, 3, 9, 14, 14, 0},
        {7, 7, 4, 6, 7, 1, 0},     {9, 4, 5, 3, 1, 1, 0},   {9, 4, 5, 3, 1, 2, 0}, {2, 2, 3, 2, 5, 1, 2},
        {40, 50, 16, 24, 3, 1, 1}, {4, 3, 2, 3, 2, 2, 0},   {5, 6, 2, 3, 1, 1, 1}, {16, 16, 32, 32, 3, 1, 1},
        {17, 21, 40, 33, 3, 1, 1}, {9, 31, 35, 64, 3, 1, 1}}; // the last three by tiles of 4x4, whole and cut
    for (const Case& c : cases) {
        SCOPED_TRACE(toString({c.height, c.width, c.in, c.out, c.kernel, c.stride, c.padding}));
        // The transforms of the tiles multiply by up to 8, and their inverse takes it back: relative to the
        // norm of the result that is 1.4e-6.
        const double tolerance = c.in >= 32 ? 2e-4 : 2e-5;
        const Tensor x = random({c.height, c.width, c.in});
        ConvWeights w = {random({c.out, c.kernel, c.kernel, c.in}), random({c.out}), c.stride, c.padding};
        expectSame([&](Run& run) { return ops::conv2d(run, x, w, Activation::Gelu); }, tolerance);
        w.bias = {};
        expectSame([&](Run& run) { return ops::conv2d(run, x, w); }, tolerance);
    }
}

TEST_P(ConvTest, conv2dTakesOblongKernels) {
    const Tensor x = random({6, 9, 3});
    const ConvWeights w = {random({4, 3, 5, 3}), random({4}), 1, 2};
    expectSame([&](Run& run) { return ops::conv2d(run, x, w); }, 1e-5);
}

TEST_P(ConvTest, pixelShuffle) {
    for (const Shape& shape : {Shape{1, 1, 4}, Shape{3, 5, 12}, Shape{4, 1, 8}}) {
        const Tensor x = random(shape);
        expectSame([&](Run& run) { return ops::pixelShuffle2(run, x); }, 0);
    }
    const Tensor x = values({1, 2, 3, 4, 5, 6, 7, 8}, {1, 1, 8}); // (dy, dx, o): two channels of four corners
    EXPECT_TENSOR_NEAR(ops::pixelShuffle2(backend, x), values({1, 2, 3, 4, 5, 6, 7, 8}, {2, 2, 2}), 0);
}

TEST_P(ConvTest, addUpsampled) {
    for (const Shape& shape : {Shape{1, 1, 1}, Shape{3, 5, 7}, Shape{2, 2, 64}}) {
        const Tensor low = random(shape);
        const Tensor high = random({2 * shape[0], 2 * shape[1], shape[2]});
        expectSame([&](Run& run) { return ops::addUpsampled2(run, high, low); }, 0);
    }
}

TEST_P(ConvTest, resizeBilinear) {
    const std::vector<std::array<int, 4>> cases = {{1, 1, 3, 5},   {4, 6, 4, 6},   {3, 5, 1, 1},
                                                   {5, 3, 17, 29}, {20, 31, 7, 4}, {1, 9, 6, 1}};
    for (const auto& [inHeight, inWidth, height, width] : cases) {
        const Tensor x = random({2, inHeight, inWidth});
        expectSame([&, h = height, w = width](Run& run) { return ops::resizeBilinear(run, x, h, w); }, 1e-6);
    }
    const Tensor none = random({0, 4, 4});
    expectSame([&](Run& run) { return ops::resizeBilinear(run, none, 8, 8); }, 0);
}

TEST_P(ConvTest, resizeSpotCheck) { // up-scaling agrees with the antialiased rule of sam3-image §18
    const Tensor x = values({0, 10, 20, 30, 40, 50, 60, 70}, {1, 1, 8});
    const Tensor expected = values({0, 5.909091F, 13.181818F, 20.4545441F, 27.7272758F, 35, 42.272728F,
                                    49.5454559F, 56.8181839F, 64.0909119F, 70},
                                   {1, 1, 11});
    EXPECT_TENSOR_NEAR(ops::resizeBilinear(backend, x, 1, 11), expected, 1e-5);
}

TEST_P(ConvTest, roiAlign) {
    const Tensor x = random({13, 9, 5});
    const Tensor boxes = values({1,    2,    6, 9,  -3, -2, 5,  4,  0,  0,  9, 13, 4.3F, 5.7F,
                                 4.4F, 5.9F, 7, 11, 15, 20, 20, 20, 30, 30, 6, 6,  2,    2},
                                {7, 4});
    for (const int size : {1, 3, 7})
        expectSame([&](Run& run) { return ops::roiAlign(run, x, boxes, size); }, 1e-6);
    const Tensor none = random({0, 4});
    expectSame([&](Run& run) { return ops::roiAlign(run, x, none, 7); }, 0);
}

TEST_P(ConvTest, roiAlignSpotCheck) {
    std::vector<float> ramp;
    for (int y = 0; y < 72; ++y)
        for (int x = 0; x < 72; ++x)
            ramp.push_back(static_cast<float>(x + 100 * y));
    const Tensor map = values(ramp, {72, 72, 1});
    const Tensor boxes = values({10, 20, 24, 27, 10.3F, 20.7F, 11, 21, -3, -2, 5, 4, 66, 66, 80, 75}, {4, 4});
    const Tensor pooled = ops::roiAlign(backend, map, boxes, 7);
    struct Spot {
        int box, row, column;
        double value;
    };
    const std::vector<Spot> spots = {{0, 0, 0, 2061},   {0, 0, 1, 2063},      {0, 3, 3, 2367},
                                     {0, 6, 6, 2673},   {1, 0, 0, 2087.5144}, {1, 0, 1, 2087.6572},
                                     {1, 3, 3, 2130.8}, {1, 6, 6, 2174.0859}, {2, 0, 0, 0},
                                     {2, 3, 3, 101},    {2, 6, 6, 361.57141}, {3, 0, 0, 6731.2861},
                                     {3, 3, 3, 0}};
    for (const Spot& s : spots)
        EXPECT_NEAR(pooled.f32()[(s.box * 7 + s.row) * 7 + s.column], s.value, 2e-3) << s.box << " " << s.row;
}

TEST_P(ConvTest, samplePoints) {
    const Tensor x = random({5, 8, 3});
    const Tensor points =
        values({0.5F, 0.5F, 0, 0, 1, 1, 0.03F, 0.97F, -0.2F, 0.5F, 0.5F, 1.05F, 0.3125F, 0.3F}, {7, 2});
    expectSame([&](Run& run) { return ops::samplePoints(run, x, points); }, 1e-6);
}

} // namespace inference::test
