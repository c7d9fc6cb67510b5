// SPDX-License-Identifier: Apache-2.0
#include "inference/nn/few_tokens.h"

#include "tests/support/inference/op_test.h"
#include "tests/support/inference/weight_file.h"

namespace inference::test {
namespace {

constexpr std::int64_t kDim = 48;
constexpr std::int64_t kInner = 24;
constexpr int kHeads = 4;

} // namespace

/// The rearranged forms against the plain ones, with the weights of a file.
class FewTokens : public OpTest {
protected:
    FewTokens() {
        for (const char* part : {"q_proj", "k_proj", "v_proj", "out_proj"}) {
            const bool isOut = std::string_view(part) == "out_proj";
            const Shape shape = isOut ? Shape{kDim, kInner} : Shape{kInner, kDim};
            add(std::string(part) + ".weight", shape);
            add(std::string(part) + ".bias", {shape[0]});
        }
        m_file.write(m_folder.path() / "weights.safetensors");
        m_loader = std::make_unique<WeightLoader>(
            openWeights(m_folder.path() / "weights.safetensors").value(), backend.device);
    }
    WeightScope root() { return m_loader->root(); }

private:
    void add(const std::string& name, const Shape& shape) {
        const Tensor values = random(shape, -0.5F, 0.5F);
        m_file.tensors[name] = {shape, {values.f32(), values.f32() + values.count()}};
    }

    TempFolder m_folder;
    WeightFile m_file;
    std::unique_ptr<WeightLoader> m_loader;
};
INSTANTIATE_TEST_SUITE_P(CpuThreads, FewTokens, ::testing::Values(1, 3));

TEST_P(FewTokens, softmaxAgainstPlainLoops) {
    for (const Shape& shape : {Shape{1, 4}, Shape{7, 12}, Shape{1000, 40}, Shape{0, 8}}) {
        const Tensor x = random(shape, -30.0F, 30.0F);
        expectSame([&](Run& run) { return ops::softmaxTokens(run, x, 4); }, 1e-6);
    }
    const Tensor huge = values({300.0F, -300.0F, 300.0F, 200.0F}, {1, 4});
    expectSame([&](Run& run) { return ops::softmaxTokens(run, huge, 2); }, 1e-6);
}

TEST_P(FewTokens, weightedMeansAgainstPlainLoops) {
    for (const std::int64_t rows : {1, 5, 288, 289, 1300}) {
        SCOPED_TRACE(rows);
        const Tensor scores = random({rows, 13}, -9.0F, 9.0F);
        const Tensor x = random({rows, 37});
        expectSame([&](Run& run) { return ops::weightedMeans(run, scores, x); }, 3e-6);
    }
}

TEST_P(FewTokens, weightedMeansOfHugeScores) {
    Tensor scores = random({600, 3}, -9.0F, 9.0F);
    for (std::int64_t i = 0; i < scores.count(); ++i)
        scores.f32()[i] += 500.0F;
    const Tensor x = random({600, 8});
    const Tensor y = ops::weightedMeans(backend, scores, x);
    for (std::int64_t i = 0; i < scores.count(); ++i)
        scores.f32()[i] -= 500.0F;
    EXPECT_TENSOR_NEAR(y, ops::weightedMeans(reference, scores, x), 1e-4);
}

TEST_P(FewTokens, manyTokensAttendToAFew) {
    const NarrowAttention plain(root(), kDim, kInner, kHeads);
    const AttentionToFew few({root() / "q_proj", "weight", "bias", kInner, 0}, root() / "out_proj", kDim,
                             kInner, kHeads);
    EXPECT_TRUE(few.suits(6));
    EXPECT_FALSE(few.suits(7));
    const Tensor x = random({500, kDim});
    const Tensor residual = random({500, kDim});
    for (const std::int64_t tokens : {1, 5, 9}) {
        const KeyValue keys{random({tokens, kInner}, -3.0F, 3.0F), random({tokens, kInner})};
        EXPECT_TENSOR_NEAR(few(backend, x, keys, residual),
                           plain.attend(reference, plain.projectQueries(reference, x), keys, residual), 1e-5);
    }
}

TEST_P(FewTokens, ofSeveralProjectionsOneIsTaken) {
    const Tensor joined = random({3 * kInner, kDim});
    const Tensor bias = random({3 * kInner});
    WeightFile file;
    file.tensors["all"] = {joined.shape(), {joined.f32(), joined.f32() + joined.count()}};
    file.tensors["all_bias"] = {bias.shape(), {bias.f32(), bias.f32() + bias.count()}};
    const TempFolder folder;
    file.write(folder.path() / "joined.safetensors");
    WeightLoader loader(openWeights(folder.path() / "joined.safetensors").value(), backend.device);
    const AttentionToFew few({loader.root(), "all", "all_bias", 3 * kInner, kInner}, root() / "out_proj",
                             kDim, kInner, kHeads);
    const Linear out(root() / "out_proj", kInner, kDim);
    const Tensor x = random({50, kDim});
    const KeyValue keys{random({5, kInner}), random({5, kInner})};
    const Tensor q =
        ops::linear(reference, x, {joined.rows(kInner, 2 * kInner), bias.rows(kInner, 2 * kInner)});
    const Tensor mixed = ops::attention(reference, q, keys.key, keys.value, {kHeads, false, {}, {}});
    EXPECT_TENSOR_NEAR(few(backend, x, keys, {}), out(reference, mixed), 1e-5);
}

TEST_P(FewTokens, aFewTokensAttendToMany) {
    const NarrowAttention plain(root(), kDim, kInner, kHeads);
    const AttentionOfFew few(root() / "k_proj", root() / "v_proj", kDim, kInner, kHeads);
    EXPECT_TRUE(few.suits(6));
    EXPECT_FALSE(few.suits(7));
    const Tensor placed = random({700, kDim});
    const Tensor x = random({700, kDim});
    for (const std::int64_t tokens : {1, 5, 9}) {
        const Tensor queries = random({tokens, kInner}, -3.0F, 3.0F);
        const Tensor residual = random({tokens, kDim});
        EXPECT_TENSOR_NEAR(plain.output(backend, few(backend, queries, placed, x), residual),
                           plain.attend(reference, queries, plain.project(reference, placed, x), residual),
                           1e-5);
    }
}

} // namespace inference::test
