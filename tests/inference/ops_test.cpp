// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/op_test.h"

#include <array>
#include <cmath>

namespace inference::test {

INSTANTIATE_TEST_SUITE_P(CpuThreads, OpTest, ::testing::Values(1, 3));

namespace {

constexpr std::array<Activation, 4> kActivations = {Activation::None, Activation::Relu, Activation::Gelu,
                                                    Activation::Sigmoid};

} // namespace

TEST_P(OpTest, rowsToHostMovesEachRowByItsOffset) {
    const Tensor x = random({7, 301});
    const std::vector<float> offsets{0, 1, -2, 3, 0.5F, 7, -9};
    const auto rows = ops::rowsToHost(backend, x, offsets).value();
    ASSERT_EQ(rows.size(), 7U);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t k = 0; k < 301; ++k)
            ASSERT_EQ(rows[i].at(k), x.f32()[i * 301 + k] + offsets[i]);
}

TEST_P(OpTest, linearOverOddSizes) {
    const std::vector<std::array<std::int64_t, 3>> sizes = {
        {1, 1, 1}, {1, 37, 5}, {3, 17, 1}, {5, 1, 33}, {6, 64, 16}, {129, 67, 35}, {33, 20, 257}, {0, 4, 4}};
    for (const auto& [rows, in, out] : sizes) {
        SCOPED_TRACE(toString({rows, in, out}));
        const Tensor x = random({rows, in});
        const LinearWeights w = {random({out, in}), random({out})};
        const Tensor residual = random({rows, out});
        for (const Activation act : kActivations) {
            expectSame([&](Run& run) { return ops::linear(run, x, w, act, residual); }, 2e-5);
            expectSame([&](Run& run) { return ops::linear(run, x, w, act); }, 2e-5);
            expectSame([&](Run& run) { return ops::linear(run, x, {w.weight, {}}, act); }, 2e-5);
            expectSame([&](Run& run) { return ops::linear(run, x, {w.weight, {}}, act, residual); }, 2e-5);
        }
    }
}

TEST_P(OpTest, linearTakesAnyRank) {
    const LinearWeights w = {random({6, 4}), random({6})};
    for (const Shape& shape : {Shape{4}, Shape{2, 3, 4}, Shape{2, 1, 3, 4}}) {
        const Tensor x = random(shape);
        expectSame([&](Run& run) { return ops::linear(run, x, w); }, 1e-6);
    }
}

TEST_P(OpTest, linearAcrossPanels) { // several panels, each a grid of parts, against one part at a time
    const Tensor x = random({4001, 1000});
    const Tensor residual = random({4001, 1030});
    const LinearWeights w = {random({1030, 1000}), random({1030})};
    const Tensor y = ops::linear(backend, x, w, Activation::Relu, residual);
    for (std::int64_t first = 0; first < 4001; first += 145) {
        const std::int64_t last = std::min<std::int64_t>(first + 7, 4001);
        const Tensor part =
            ops::linear(backend, x.rows(first, last), w, Activation::Relu, residual.rows(first, last));
        EXPECT_TENSOR_NEAR(y.rows(first, last), part, 2e-4);
    }
    const Tensor few = x.rows(3990, 4001);
    expectSame([&](Run& run) { return ops::linear(run, few, w); }, 2e-4);
}

TEST_P(OpTest, matmulTransposed) {
    for (const auto& [m, n, k] :
         std::vector<std::array<std::int64_t, 3>>{{1, 1, 1}, {7, 3, 5}, {40, 90, 31}}) {
        const Tensor a = random({m, k});
        const Tensor b = random({n, k});
        expectSame([&](Run& run) { return ops::matmulTransposed(run, a, b); }, 1e-5);
    }
}

TEST_P(OpTest, addRepeatsASuffix) {
    const Tensor a = random({5, 3, 7});
    for (const Shape& shape : {Shape{5, 3, 7}, Shape{3, 7}, Shape{7}}) {
        const Tensor b = random(shape);
        expectSame([&](Run& run) { return ops::add(run, a, b); }, 0);
    }
    const Tensor large = random({700, 131});
    const Tensor row = random({131});
    expectSame([&](Run& run) { return ops::add(run, large, row); }, 0);
    const Tensor none = random({0, 3});
    expectSame([&](Run& run) { return ops::add(run, none, none); }, 0);
}

TEST_P(OpTest, activationsOverTheirRange) {
    for (const Activation act : kActivations) {
        const Tensor x = random({40001}, -12.0F, 12.0F);
        expectSame([&](Run& run) { return ops::activate(run, x, act); }, 4e-7 * 12);
    }
    const Tensor far = values({-1e30F, -200.0F, -100.0F, -0.0F, 0.0F, 100.0F, 200.0F, 1e30F}, {8});
    for (const Activation act : kActivations)
        EXPECT_TENSOR_NEAR(ops::activate(backend, far, act), ops::activate(reference, far, act), 1e-30);
}

TEST_P(OpTest, geluKeepsRelativeAccuracy) {
    const Tensor x = random({20000}, -5.0F, 5.0F);
    const Tensor actual = ops::activate(backend, x, Activation::Gelu);
    const Tensor expected = ops::activate(reference, x, Activation::Gelu);
    for (std::int64_t i = 0; i < x.count(); ++i) {
        const double v = x.f32()[i];
        const double allowed = v > -1 ? 5e-7 : v > -3 ? 1.5e-6 : 3e-6; // the exponential of a larger argument
        ASSERT_NEAR(actual.f32()[i], expected.f32()[i], allowed * std::abs(double{expected.f32()[i]})) << v;
    }
}

TEST_P(OpTest, layerNorm) {
    for (const Shape& shape : {Shape{1, 1}, Shape{3, 5}, Shape{2, 3, 67}, Shape{300, 96}, Shape{0, 4}}) {
        SCOPED_TRACE(toString(shape));
        const Tensor x = random(shape, -3.0F, 5.0F);
        const NormWeights w = {random({shape.back()}), random({shape.back()})};
        for (const Activation act : kActivations)
            expectSame([&](Run& run) { return ops::layerNorm(run, x, w, 1e-5F, act); }, 2e-6);
    }
}

TEST_P(OpTest, layerNormSurvivesALargeMean) { // E[x²] - E[x]² would lose everything here
    const Tensor x = random({9, 200}, 10000.0F, 10001.0F);
    const NormWeights w = {random({200}, 1.0F, 2.0F), random({200})};
    expectSame([&](Run& run) { return ops::layerNorm(run, x, w, 1e-5F); }, 1e-2);
}

TEST_P(OpTest, groupNorm) {
    struct Case {
        Shape shape;
        int groups;
    };
    for (const Case& c :
         {Case{{1, 1, 8}, 2}, Case{{5, 7, 24}, 8}, Case{{40, 33, 6}, 3}, Case{{3, 3, 5}, 1}}) {
        SCOPED_TRACE(toString(c.shape));
        const Tensor x = random(c.shape, 20.0F, 22.0F);
        const NormWeights w = {random({c.shape[2]}), random({c.shape[2]})};
        for (const Activation act : {Activation::None, Activation::Relu})
            expectSame([&](Run& run) { return ops::groupNorm(run, x, w, c.groups, 1e-5F, act); }, 2e-5);
    }
}

TEST_P(OpTest, splitRope) {
    for (const auto& [batch, tokens, heads, headWidth] : std::vector<std::array<std::int64_t, 4>>{
             {1, 1, 1, 2}, {2, 5, 3, 12}, {3, 49, 2, 64}, {1, 7, 1, 70}}) {
        const Tensor qkv = random({batch, tokens, 3 * heads * headWidth});
        const RopeTable table = {random({tokens, headWidth / 2}), random({tokens, headWidth / 2})};
        for (int part = 0; part < 3; ++part)
            expectSame(
                [&, h = static_cast<int>(heads)](Run& run) {
                    const ops::Qkv r = ops::splitRope(run, qkv, table, h);
                    return part == 0 ? r.q : part == 1 ? r.k : r.v;
                },
                3e-7);
    }
}

TEST_P(OpTest, windowsOfEvenAndUnevenMaps) {
    for (const auto& [height, width, size] :
         std::vector<std::array<int, 3>>{{4, 4, 2}, {3, 3, 2}, {1, 1, 3}, {7, 12, 5}, {5, 2, 1}}) {
        const Tensor x = random({height, width, 3});
        expectSame([&, s = size](Run& run) { return ops::windowPartition(run, x, s); }, 0);
        const Tensor parts = ops::windowPartition(reference, x, size);
        expectSame([&, s = size, h = height,
                    w = width](Run& run) { return ops::windowUnpartition(run, parts, s, h, w); },
                   0);
        EXPECT_TENSOR_NEAR(ops::windowUnpartition(backend, parts, size, height, width), x, 0);
    }
}

TEST_P(OpTest, windowSpotCheck) {
    const Tensor x = values({1, 2, 3, 4, 5, 6, 7, 8, 9}, {3, 3, 1});
    EXPECT_TENSOR_NEAR(ops::windowPartition(backend, x, 2),
                       values({1, 2, 4, 5, 3, 0, 6, 0, 7, 8, 0, 0, 9, 0, 0, 0}, {4, 4, 1}), 0);
}

TEST_P(OpTest, gatherAndConcat) {
    const Tensor table = random({11, 5});
    const std::vector<std::int32_t> ids = {10, 0, 3, 3};
    expectSame([&](Run& run) { return ops::gatherRows(run, table, ids); }, 0);
    expectSame([&](Run& run) { return ops::gatherRows(run, table, {}); }, 0);
    const std::vector<Tensor> rows = {random({2, 3, 4}), random({0, 3, 4}), random({5, 3, 4})};
    expectSame([&](Run& run) { return ops::concatRows(run, rows); }, 0);
    const std::vector<Tensor> channels = {random({3, 2, 4}), random({3, 2, 1}), random({3, 2, 9})};
    expectSame([&](Run& run) { return ops::concatChannels(run, channels); }, 0);
}

TEST_P(OpTest, meanRows) {
    for (const Shape& shape : {Shape{1, 3}, Shape{1000, 65}, Shape{7, 1}}) {
        const Tensor x = random(shape, 0.0F, 100.0F);
        expectSame([&](Run& run) { return ops::meanRows(run, x); }, 1e-5);
    }
}

TEST_P(OpTest, sineEncode) {
    const Tensor x = random({5, 4}, -2.0F, 2.0F);
    const std::array<int, 4> order = {1, 0, 2, 3};
    expectSame([&](Run& run) { return ops::sineEncode(run, x, order, 128); }, 1e-7);
    expectSame([&](Run& run) { return ops::sineEncode(run, x, std::array<int, 1>{2}, 2); }, 1e-7);
}

TEST_P(OpTest, sineSpotCheck) {
    const Tensor box = values({0.5F, 0.25F, 0.1F, 0.2F}, {1, 4});
    const Tensor code = ops::sineEncode(backend, box, std::array<int, 4>{1, 0, 2, 3}, 128);
    const std::vector<std::pair<int, double>> expected = {{0, 1.0},        {2, 0.9779177},   {128, 0.0},
                                                          {129, -1.0},     {130, 0.4087512}, {256, 0.5877852},
                                                          {257, 0.809017}, {384, 0.9510565}, {385, 0.309017}};
    for (const auto& [index, value] : expected)
        EXPECT_NEAR(code.f32()[index], value, 3e-7) << index;
}

TEST_P(OpTest, refineBoxes) {
    const Tensor delta = random({50, 4}, -4.0F, 4.0F);
    const Tensor reference01 = random({50, 4}, -0.1F, 1.1F);
    expectSame([&](Run& run) { return ops::refineBoxes(run, delta, reference01); }, 1e-7);
}

TEST_P(OpTest, inverseSigmoidSpotCheck) {
    const std::vector<float> references = {0, 0.0005F, 0.001F, 0.25F, 0.5F, 0.9995F, 1};
    const std::vector<double> logits = {-6.9077554, -6.9072552, -6.906755, -1.0986123,
                                        0,          6.9072552,  6.9077554};
    const Tensor y =
        ops::refineBoxes(backend, values(std::vector<float>(7, 0.0F), {7}), values(references, {7}));
    for (std::size_t i = 0; i < logits.size(); ++i)
        EXPECT_NEAR(y.f32()[i], 1 / (1 + std::exp(-logits[i])), 1e-7) << references[i];
}

TEST_P(OpTest, boxEdgeDistances) {
    const Tensor boxes = random({6, 4}, -0.2F, 1.2F);
    for (int axis = 0; axis < 2; ++axis)
        expectSame(
            [&](Run& run) { return ops::boxEdgeDistances(run, boxes, 7)[static_cast<std::size_t>(axis)]; },
            1e-6);
}

TEST_P(OpTest, logDistanceSpotCheck) {
    // One grid line at 0 and an edge at -d: the distance is d.
    const std::vector<std::pair<float, double>> cases = {
        {0.5F, 0.773976}, {-1.0F, -1.0566417}, {0.0F, 0.0}, {0.125F, 0.3333333}, {-0.01F, -0.0370105}};
    for (const auto& [distance, expected] : cases) {
        const auto edges = ops::boxEdgeDistances(backend, values({-distance, 0, 0, 0}, {1, 4}), 1);
        EXPECT_NEAR(edges[0].f32()[0], expected, 1e-6) << distance;
        EXPECT_NEAR(edges[0].f32()[1], expected, 1e-6) << distance;
    }
}

TEST_P(OpTest, boxBias) {
    const Tensor bx = random({5, 9, 3});
    const Tensor by = random({5, 9, 3});
    expectSame([&](Run& run) { return ops::boxBias(run, bx, by); }, 0);
}

TEST_P(OpTest, hostCopies) {
    const std::vector<float> list = {1, 2, 3, 4, 5, 6};
    const Tensor x = ops::fromHost(backend, list, {2, 3});
    EXPECT_EQ(ops::toHost(backend, x).value(), list);
    std::vector<std::byte> tooSmall(4);
    const Status status = backend.device.download(x, tooSmall);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::InvalidArgument);
}

} // namespace inference::test
