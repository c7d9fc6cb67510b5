// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/op_test.h"

#include <cmath>
#include <limits>

namespace inference::test {

class AttentionTest : public OpTest {};
INSTANTIATE_TEST_SUITE_P(CpuThreads, AttentionTest, ::testing::Values(1, 3));

namespace {

struct Case {
    std::int64_t batch, queries, keys;
    int heads;
    std::int64_t depth, valueDepth; ///< of one head
};

/// Sizes on both sides of the tiles, and ones that fill no vector.
const std::vector<Case> kCases = {{1, 1, 1, 1, 1, 1},      {2, 3, 5, 2, 4, 4},     {3, 49, 49, 3, 12, 12},
                                  {1, 97, 257, 2, 16, 16}, {1, 5, 700, 4, 32, 32}, {2, 200, 33, 1, 64, 64},
                                  {1, 1, 300, 8, 8, 16},   {1, 31, 64, 2, 9, 5},   {1, 192, 512, 1, 24, 40},
                                  {2, 7, 704, 2, 16, 8},   {1, 63, 64, 2, 8, 13},  {1, 500, 203, 2, 8, 8},
                                  {0, 4, 4, 1, 4, 4},      {1, 0, 4, 1, 4, 4}};

} // namespace

TEST_P(AttentionTest, againstPlainSoftmax) {
    for (const Case& c : kCases) {
        SCOPED_TRACE(toString({c.batch, c.queries, c.keys, c.heads, c.depth, c.valueDepth}));
        const Tensor q = random({c.batch, c.queries, c.heads * c.depth}, -3.0F, 3.0F);
        const Tensor k = random({c.batch, c.keys, c.heads * c.depth}, -3.0F, 3.0F);
        const Tensor v = random({c.batch, c.keys, c.heads * c.valueDepth});
        AttentionOptions options;
        options.heads = c.heads;
        expectSame([&](Run& run) { return ops::attention(run, q, k, v, options); }, 3e-6);
        options.bias = random({c.heads, c.queries, c.keys}, -4.0F, 4.0F);
        expectSame([&](Run& run) { return ops::attention(run, q, k, v, options); }, 3e-6);
    }
}

TEST_P(AttentionTest, ofTurnedTokensWithEachOther) {
    for (const std::int64_t tokens : {1, 16, 49, 96, 200}) {
        SCOPED_TRACE(tokens);
        for (const std::int64_t pairs : {1, 6, 32}) {
            const Tensor qkv = random({2, tokens, 3 * 2 * 2 * pairs});
            const RopeTable rope = {random({tokens, pairs}), random({tokens, pairs})};
            expectSame([&](Run& run) { return ops::selfAttention(run, qkv, rope, 2); }, 3e-6);
        }
    }
}

TEST_P(AttentionTest, causal) {
    for (const std::int64_t tokens : {1, 7, 32, 95, 96, 97, 300, 520}) {
        SCOPED_TRACE(tokens);
        const Tensor q = random({2, tokens, 24}, -3.0F, 3.0F);
        const Tensor k = random({2, tokens, 24}, -3.0F, 3.0F);
        const Tensor v = random({2, tokens, 24});
        AttentionOptions options;
        options.heads = 3;
        options.causal = true;
        expectSame([&](Run& run) { return ops::attention(run, q, k, v, options); }, 3e-6);
        options.bias = random({3, tokens, tokens});
        expectSame([&](Run& run) { return ops::attention(run, q, k, v, options); }, 3e-6);
    }
}

TEST_P(AttentionTest, rankTwoIsABatchOfOne) {
    const Tensor q = random({5, 8});
    const Tensor k = random({6, 8});
    const Tensor v = random({6, 8});
    AttentionOptions options;
    options.heads = 2;
    expectSame([&](Run& run) { return ops::attention(run, q, k, v, options); }, 1e-6);
}

TEST_P(AttentionTest, scoresThatGrowFromTileToTile) { // the running maximum changes in every tile, by far
    const std::int64_t keys = 1000;
    std::vector<float> rising;
    for (std::int64_t i = 0; i < keys; ++i)
        rising.push_back(0.3F * static_cast<float>(i));
    const Tensor q = values({1.0F, -1.0F}, {1, 2, 1});
    const Tensor k = values(rising, {1, keys, 1});
    const Tensor v = random({1, keys, 1});
    expectSame([&](Run& run) { return ops::attention(run, q, k, v, {}); }, 1e-5);
}

TEST_P(AttentionTest, biasOfRowsAndColumnsOfAMap) {
    for (const std::int64_t queries : {1, 5, 49, 201})
        for (const std::int64_t side : {1, 7, 16})
            for (const int lead : {0, 1}) {
                SCOPED_TRACE(toString({queries, side, lead}));
                const Tensor q = random({queries, 16});
                const Tensor k = random({side * side, 16});
                const Tensor v = random({side * side, 16});
                AttentionOptions options;
                options.heads = 2;
                options.boxBias = {random({queries - lead, side, 2}, -4.0F, 4.0F),
                                   random({queries - lead, side, 2}, -4.0F, 4.0F), lead};
                expectSame([&](Run& run) { return ops::attention(run, q, k, v, options); }, 3e-6);
            }
}

TEST_P(AttentionTest, biasOfMinusInfinityHidesKeys) {
    const float hidden = -std::numeric_limits<float>::infinity();
    const Tensor q = random({3, 4});
    const Tensor k = random({600, 4});
    const Tensor v = random({600, 4});
    std::vector<float> list(3 * 600, hidden); // the first blocks of keys are hidden completely
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t key = 520; key < 590; ++key)
            list[row * 600 + key] = 0.5F;
    AttentionOptions options;
    options.bias = values(list, {1, 3, 600});
    expectSame([&](Run& run) { return ops::attention(run, q, k, v, options); }, 1e-6);
}

} // namespace inference::test
