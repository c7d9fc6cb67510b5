// SPDX-License-Identifier: Apache-2.0
// Attention between tokens and a map that is never made, against plain loops and against the maps.
#include "inference/model/token_exchange.h"
#include "inference/nn/conv.h"
#include "inference/nn/norm.h"

#include "tests/support/inference/op_test.h"
#include "tests/support/inference/weight_file.h"

#include <cmath>

namespace inference::test {
namespace {

/// Rows of a sliced map beyond the last are zeros, as the operations make them.
Tensor sliced(Run& run, const Tensor& rows) {
    return ops::sliceMap(run, rows);
}

} // namespace

class ExchangeTest : public OpTest {
protected:
    static constexpr int kHeads = 4;
    static constexpr std::int64_t kDepth = 24;

    /// A job over `rows` rows; with `old` parts of a map before.
    ExchangeJob jobOf(std::int64_t rows, std::int64_t tokens, std::int64_t old) {
        const std::int64_t pairs = tokens * kHeads;
        const std::int64_t layers = old > 0 ? 2 : 1;
        const std::int64_t parts = old > 0 ? old + pairs + 1 : pairs;
        ExchangeJob job;
        job.heads = kHeads;
        job.queries = sliced(backend, random({rows, kDepth}));
        job.keys = random({tokens, kDepth});
        if (old > 0) {
            job.queryPlaces = sliced(backend, random({rows, kDepth}));
            job.oldScores = random({pairs, old});
        }
        job.values = random({layers * tokens, kDepth});
        // Rows whose products are those of real maps, so that no length is negative.
        const std::int64_t channels = 8 * parts;
        job.channels = channels;
        const Tensor partRows = random({parts, channels});
        job.gram = ops::matmulTransposed(reference, partRows, partRows);
        Tensor cross = random({rows, layers * kDepth + layers}, -0.1F, 0.1F);
        for (std::int64_t n = 0; n < rows; ++n)
            cross.f32()[(n + 1) * cross.dim(1) - 1] = 50.0F + static_cast<float>(n % 7);
        job.cross = sliced(backend, cross);
        job.epsilon = 1e-3F;
        job.nextKeys = sliced(backend, random({rows, kDepth}, -9.0F, 9.0F));
        job.nextKeyPlaces = sliced(backend, random({rows, kDepth}, -4.0F, 4.0F));
        job.nextScores = random({pairs, parts});
        job.nextQueries = random({tokens, kDepth});
        job.nextValues = random({rows, kDepth});
        job.partValues = random({parts, kDepth});
        return job;
    }
    SpreadMap mapOf(std::int64_t rows, std::int64_t parts) {
        return {sliced(backend, random({rows, std::int64_t{1}}, 0.5F, 2.0F)),
                sliced(backend, random({rows, parts}, 0.0F, 1.0F))};
    }
    void expectExchange(const SpreadMap& before, const ExchangeJob& job) {
        expectSame([&](Run& run) { return ops::exchange(run, before, job).taken; }, 6e-5);
        const SpreadMap expected = ops::exchange(reference, before, job).map;
        const SpreadMap actual = ops::exchange(backend, before, job).map;
        const std::int64_t rows = job.nextValues.dim(0);
        for (std::int64_t n = 0; n < rows; ++n)
            for (std::int64_t k = 0; k < expected.parts.dim(1); ++k) {
                const std::int64_t i =
                    (n / kMapSlice * expected.parts.dim(1) + k) * kMapSlice + n % kMapSlice;
                ASSERT_NEAR(actual.parts.f32()[i], expected.parts.f32()[i], 1e-5) << n << " " << k;
            }
        for (std::int64_t n = 0; n < rows; ++n)
            ASSERT_NEAR(actual.scale.f32()[n], expected.scale.f32()[n], 1e-5) << n;
    }
};
INSTANTIATE_TEST_SUITE_P(CpuThreads, ExchangeTest, ::testing::Values(1, 3));

TEST_P(ExchangeTest, slicedMap) {
    for (const Shape& shape : {Shape{1, 3}, Shape{288, 5}, Shape{700, 17}}) {
        const Tensor x = random(shape);
        expectSame([&](Run& run) { return ops::sliceMap(run, x); }, 0);
    }
}

TEST_P(ExchangeTest, exchangeAgainstPlainLoops) {
    for (const std::int64_t rows : {1, 288, 400})
        for (const std::int64_t tokens : {1, 6, 13}) {
            SCOPED_TRACE(std::to_string(rows) + " rows, tokens " + std::to_string(tokens));
            expectExchange({}, jobOf(rows, tokens, 0));
            expectExchange(mapOf(rows, tokens * kHeads), jobOf(rows, tokens, tokens * kHeads));
        }
}

TEST_P(ExchangeTest, hugeScoresStayFinite) {
    ExchangeJob job = jobOf(600, 5, 0);
    for (Tensor* tensor : {&job.nextKeyPlaces, &job.keys})
        for (std::int64_t i = 0; i < tensor->count(); ++i)
            tensor->f32()[i] *= 40;
    const ops::Exchange made = ops::exchange(backend, {}, job);
    for (std::int64_t i = 0; i < made.taken.count(); ++i)
        ASSERT_TRUE(std::isfinite(made.taken.f32()[i]));
}

TEST_P(ExchangeTest, upscaleAgainstPlainLoops) {
    for (const int grid : {1, 4, 19}) {
        const std::int64_t rows = std::int64_t{grid} * grid;
        UpscaleJob job;
        job.base = sliced(backend, random({rows, 40}));
        job.middle = sliced(backend, random({rows, 40}));
        job.norm = {random({10}), random({10})};
        job.epsilon = 1e-6F;
        job.outer = {random({20, 10}), random({20})};
        job.fine = sliced(backend, random({rows, 80}));
        job.products = random({3, 5});
        const auto upscaled = [&](Run& run) { return ops::upscaleProducts(run, job, grid); };
        expectSame(upscaled, 2e-5);
        job.map = mapOf(rows, 29);
        job.rowWeights = random({40, 29});
        job.bias = random({40});
        expectSame(upscaled, 2e-5);
    }
}

/// The whole class against attention layers over maps, with the weights of a file.
class TokenExchangeTest : public OpTest {
protected:
    static constexpr std::int64_t kInner = 16;

    TokenExchangeTest() {
        m_config.dModel = 96;
        m_config.samInner = kInner;
        m_config.samHeads = 4;
        m_config.samDepth = 3;
        for (int i = 0; i < m_config.samDepth; ++i) {
            const std::string layer = "transformer.layers." + std::to_string(i) + ".";
            addAttention(layer + "cross_attn_image_to_token.");
            addAttention(layer + "cross_attn_token_to_image.");
            addVectors(layer + "norm4.", m_config.dModel);
        }
        addAttention("transformer.final_attn_token_to_image.");
        add("output_upscaling.0.weight", {m_config.dModel, m_config.dModel / 4, 2, 2});
        add("output_upscaling.0.bias", {m_config.dModel / 4});
        m_file.write(m_folder.path() / "weights.safetensors");
        m_loader = std::make_unique<WeightLoader>(
            openWeights(m_folder.path() / "weights.safetensors").value(), backend.device);
    }
    WeightScope root() { return m_loader->root(); }
    WeightScope layer(int i) { return root() / "transformer" / "layers" / i; }
    NarrowAttention attention(const WeightScope& w) {
        return {w, m_config.dModel, kInner, m_config.samHeads};
    }
    NarrowAttention toImageAfter(int i) {
        return attention(i + 1 < m_config.samDepth ? layer(i + 1) / "cross_attn_token_to_image"
                                                   : root() / "transformer" / "final_attn_token_to_image");
    }
    Config m_config;

private:
    void add(const std::string& name, const Shape& shape) {
        const Tensor values = random(shape, -0.5F, 0.5F);
        m_file.tensors[name] = {shape, {values.f32(), values.f32() + values.count()}};
    }
    void addVectors(const std::string& name, std::int64_t count) {
        add(name + "weight", {count});
        add(name + "bias", {count});
    }
    void addAttention(const std::string& name) {
        for (const char* part : {"q_proj", "k_proj", "v_proj"}) {
            add(name + part + ".weight", {kInner, m_config.dModel});
            add(name + part + ".bias", {kInner});
        }
        add(name + "out_proj.weight", {m_config.dModel, kInner});
        add(name + "out_proj.bias", {m_config.dModel});
    }

    TempFolder m_folder;
    WeightFile m_file;
    std::unique_ptr<WeightLoader> m_loader;
};
INSTANTIATE_TEST_SUITE_P(CpuThreads, TokenExchangeTest, ::testing::Values(1, 3));

TEST_P(TokenExchangeTest, sameAsAttentionOverMaps) {
    const TokenExchange exchange(root(), m_config);
    const ConvTranspose2 up(root() / "output_upscaling" / 0, m_config.dModel, m_config.dModel / 4);
    EXPECT_TRUE(exchange.suits(12));
    EXPECT_FALSE(exchange.suits(13));
    const std::int64_t rows = 361;
    const Tensor tokens = random({rows, m_config.dModel}, -2.0F, 2.0F);
    const Tensor code = random({rows, m_config.dModel});
    const TokenExchange::Image image = exchange.prepare(backend, tokens, code);
    EXPECT_GT(image.bytes(), std::size_t{361} * 4 * 96);
    TokenExchange::State state;
    Tensor map = tokens;
    for (int i = 0; i < m_config.samDepth; ++i) {
        SCOPED_TRACE(i);
        const KeyValue prompt{random({7, kInner}, -2.0F, 2.0F), random({7, kInner}, -2.0F, 2.0F)};
        const Tensor queries = random({7, kInner});
        const Tensor taken = exchange(backend, image, prompt, queries, state);
        const NarrowAttention give = attention(layer(i) / "cross_attn_image_to_token");
        const Tensor placed = ops::add(reference, map, code);
        map = LayerNorm(layer(i) / "norm4", m_config.dModel)(
            reference, give.attend(reference, give.projectQueries(reference, placed), prompt, map));
        const NarrowAttention take = toImageAfter(i);
        const KeyValue all = take.project(reference, ops::add(reference, map, code), map);
        EXPECT_TENSOR_NEAR(taken, take.mixed(reference, queries, all), 2e-5);
    }
    UpscaleJob job;
    exchange.upscale(backend, image, state, job);
    // The map through the transposed convolution, from its base and its parts.
    const Tensor expected = up.quads(reference, map);
    for (std::int64_t n = 0; n < rows; ++n)
        for (std::int64_t c = 0; c < m_config.dModel; ++c) {
            const auto at = [&](const Tensor& sliced, std::int64_t channel) {
                return double{
                    sliced.f32()[(n / kMapSlice * sliced.dim(1) + channel) * kMapSlice + n % kMapSlice]};
            };
            double sum = at(job.map.scale, 0) * at(job.base, c) + double{job.bias.f32()[c]};
            for (std::int64_t k = 0; k < job.rowWeights.dim(1); ++k)
                sum += at(job.map.parts, k) * double{job.rowWeights.f32()[c * job.rowWeights.dim(1) + k]};
            ASSERT_NEAR(sum, double{expected.f32()[n * m_config.dModel + c]}, 3e-5) << n << " " << c;
        }
}

} // namespace inference::test
