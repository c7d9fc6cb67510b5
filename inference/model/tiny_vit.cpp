// SPDX-License-Identifier: Apache-2.0
#include "inference/model/tiny_vit.h"

#include "inference/base/trace.h"
#include "inference/nn/fold.h"

#include <algorithm>
#include <cstdlib>

namespace inference {
namespace {

constexpr std::int64_t kHeadWidth = 32;
constexpr std::int64_t kMaxWindow = 16; ///< the bias of a block has window⁴ entries for each head
constexpr float kNormEpsilon = 1e-5F;

/// "c" without bias, then "bn".
FoldedLayer layer(const WeightScope& w, const Shape& shape) {
    return readLayer(w / "c", shape, w / "bn");
}

std::int64_t outputsOf(const WeightScope& w) {
    return extent(w / "c", "weight", 0);
}

NormWeights unitNorm(const WeightScope& w, std::int64_t channels) {
    const auto n = static_cast<std::size_t>(channels);
    return {w.upload(std::vector<float>(n, 1.0F), {channels}),
            w.upload(std::vector<float>(n, 0.0F), {channels})};
}

int windowSide(const WeightScope& w) {
    const std::int64_t offsets = extent(w, "attention_biases", 1);
    std::int64_t side = 1;
    while (side < kMaxWindow && side * side < offsets)
        ++side;
    return static_cast<int>(side);
}

/// The table of a head has a value for each distance down and across; the result one for each pair of pixels.
Tensor pairBias(const WeightScope& w, std::int64_t heads, std::int64_t window) {
    const std::int64_t tokens = window * window;
    const std::vector<double> table = readValues(w, "attention_biases", {heads, tokens});
    std::vector<double> bias;
    bias.reserve(table.size() * static_cast<std::size_t>(tokens));
    for (std::int64_t h = 0; h < heads && !table.empty(); ++h)
        for (std::int64_t i = 0; i < tokens; ++i)
            for (std::int64_t j = 0; j < tokens; ++j) {
                const std::int64_t down = std::abs(i / window - j / window);
                const std::int64_t across = std::abs(i % window - j % window);
                bias.push_back(table[static_cast<std::size_t>(h * tokens + down * window + across)]);
            }
    return uploadFolded(w, "attention_biases", bias, {heads, tokens, tokens});
}

/// `layer`, a linear one, of what a layer norm leaves before its gain and bias.
void follow(FoldedLayer& layer, const std::vector<double>& gain, const std::vector<double>& bias) {
    if (layer.isEmpty() || gain.empty() || bias.empty())
        return;
    for (std::size_t i = 0; i < layer.weight.size(); ++i) {
        layer.bias[i / gain.size()] += layer.weight[i] * bias[i % gain.size()];
        layer.weight[i] *= gain[i % gain.size()];
    }
}

/// Rows of head h begin at 3·h·depth: depth of q, of k, of v. Takes those of one of the three.
FoldedLayer part(const FoldedLayer& packed, std::size_t index, std::size_t heads) {
    if (packed.isEmpty())
        return {};
    const std::size_t rows = packed.bias.size() / 3;
    const std::size_t depth = rows / heads;
    const std::size_t columns = packed.weight.size() / packed.bias.size();
    FoldedLayer taken{{packed.shape[0] / 3, packed.shape[1]}, {}, {}};
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t from = (row / depth * 3 + index) * depth + row % depth;
        const auto begin = packed.weight.begin() + static_cast<std::ptrdiff_t>(from * columns);
        taken.weight.insert(taken.weight.end(), begin, begin + static_cast<std::ptrdiff_t>(columns));
        taken.bias.push_back(packed.bias[from]);
    }
    return taken;
}

void addProduct(FoldedLayer& layer, const std::vector<double>& input) {
    if (layer.isEmpty() || input.empty())
        return;
    for (std::size_t i = 0; i < layer.weight.size(); ++i)
        layer.bias[i / input.size()] += layer.weight[i] * input[i % input.size()];
}

} // namespace

TinyVit::Bottleneck::Bottleneck(const WeightScope& w, std::int64_t in, int stride)
    : outputs(stride == 1 ? in : outputsOf(w / "conv3")), expand(LinearWeights{}), depth(DepthwiseWeights{}),
      project(LinearWeights{}), addsInput(stride == 1) {
    const std::int64_t inner = outputsOf(w / "conv1");
    expand = toLinear(w / "conv1" / "c", layer(w / "conv1", {inner, in, 1, 1}));
    depth = toDepthwise(w / "conv2" / "c", layer(w / "conv2", {inner, 1, 3, 3}), stride);
    project = toLinear(w / "conv3" / "c", layer(w / "conv3", {outputs, inner, 1, 1}));
}

Tensor TinyVit::Bottleneck::operator()(Run& run, const Tensor& x) const {
    const Tensor h = depth(run, expand(run, x, Activation::Gelu), Activation::Gelu);
    if (!addsInput)
        return project(run, h);
    return ops::activate(run, project(run, h, Activation::None, x), Activation::Gelu);
}

TinyVit::WindowAttention::WindowAttention(const WeightScope& w, std::int64_t channels)
    : heads(static_cast<int>(std::max<std::int64_t>(channels / kHeadWidth, 1))), window(windowSide(w)),
      unit(unitNorm(w, channels)), query(LinearWeights{}), key(LinearWeights{}), value(LinearWeights{}),
      project(LinearWeights{}) {
    const std::vector<double> gain = readValues(w / "norm", "weight", {channels});
    const std::vector<double> shift = readValues(w / "norm", "bias", {channels});
    const std::int64_t rows = channels % kHeadWidth == 0 ? 3 * channels : -1; // fits no tensor
    FoldedLayer packed = readLayer(w / "qkv", {rows, channels}, Bias::Present);
    FoldedLayer out = readLayer(w / "proj", {channels, channels}, Bias::Present);
    if (packed.isEmpty() || out.isEmpty()) // the pairs would be large for what may be a handful of bytes
        return;
    bias = pairBias(w, heads, window);
    follow(packed, gain, shift);
    const auto count = static_cast<std::size_t>(heads);
    FoldedLayer keys = part(packed, 1, count);
    FoldedLayer values = part(packed, 2, count);
    addProduct(out, values.bias);
    keys.bias.assign(keys.bias.size(), 0.0);
    values.bias.assign(values.bias.size(), 0.0);
    query = toLinear(w / "qkv", part(packed, 0, count));
    key = toLinear(w / "qkv", keys);
    value = toLinear(w / "qkv", values);
    project = toLinear(w / "proj", out);
}

Tensor TinyVit::WindowAttention::operator()(Run& run, const Tensor& x) const {
    const Tensor h = ops::layerNorm(run, x, unit, kNormEpsilon);
    const Tensor q = ops::windowPartition(run, query(run, h), window);
    const Tensor k = ops::windowPartition(run, key(run, h), window);
    const Tensor v = ops::windowPartition(run, value(run, h), window);
    const Tensor mixed = ops::attention(run, q, k, v, {heads, false, bias});
    const Tensor map =
        ops::windowUnpartition(run, mixed, window, static_cast<int>(x.dim(0)), static_cast<int>(x.dim(1)));
    return project(run, map, Activation::None, x);
}

TinyVit::Transformer::Transformer(const WeightScope& w, std::int64_t channels)
    : attention(w / "attn", channels),
      local(toDepthwise(w / "local_conv" / "c", layer(w / "local_conv", {channels, 1, 3, 3}), 1)),
      norm(w / "mlp" / "norm", channels, kNormEpsilon),
      mlp(Linear(w / "mlp" / "fc1", channels, extent(w / "mlp" / "fc1", "weight", 0)),
          Linear(w / "mlp" / "fc2", extent(w / "mlp" / "fc1", "weight", 0), channels), Activation::Gelu) {}

Tensor TinyVit::Transformer::operator()(Run& run, const Tensor& x) const {
    const Tensor y = local(run, attention(run, x));
    return mlp(run, norm(run, y), y);
}

TinyVit::TinyVit(const WeightScope& w, const Config& c) : m_patchA(ConvWeights{}), m_patchB(ConvWeights{}) {
    const WeightScope backbone = w / "backbone" / "model";
    const WeightScope first = backbone / "patch_embed" / "seq" / 0;
    const WeightScope second = backbone / "patch_embed" / "seq" / 2;
    const std::int64_t half = outputsOf(first);
    std::int64_t channels = outputsOf(second);
    m_patchA = toConv2d(first / "c", layer(first, {half, 3, 3, 3}), 2);
    m_patchB = toConv2d(second / "c", layer(second, {channels, half, 3, 3}), 2);
    for (int l = 0; (backbone / "layers" / l).exists(); ++l) {
        const WeightScope stored = backbone / "layers" / l;
        Layer& made = m_layers.emplace_back();
        for (int i = 0; (stored / "blocks" / i).exists(); ++i) {
            const WeightScope block = stored / "blocks" / i;
            if ((block / "attn").exists())
                made.blocks.emplace_back(block, channels);
            else
                made.convolutions.emplace_back(block, channels, 1);
        }
        if ((stored / "downsample").exists()) {
            made.merge.emplace(stored / "downsample", channels, 2);
            channels = made.merge->outputs;
        }
    }
    m_head.emplace(w / "head", channels, c);
}

Result<Tensor> TinyVit::runLayers(Run& run, Tensor x) const {
    const int total = static_cast<int>(m_layers.size()) + 1;
    int done = 0;
    for (const Layer& layer : m_layers) {
        for (const Bottleneck& block : layer.convolutions) {
            RETURN_IF_ERROR(run.checkpoint({"image encoder", done, total}));
            x = block(run, x);
        }
        for (const Transformer& block : layer.blocks) {
            RETURN_IF_ERROR(run.checkpoint({"image encoder", done, total}));
            x = block(run, x);
        }
        if (layer.merge)
            x = (*layer.merge)(run, x);
        ++done;
    }
    RETURN_IF_ERROR(run.checkpoint({"image encoder", done, total}));
    x = (*m_head)(run, x);
    RETURN_IF_ERROR(run.checkpoint({"image encoder", total, total}));
    return x;
}

Result<Tensor> TinyVit::operator()(Run& run, const Tensor& pixels) const {
    const Trace::Scope scope(run.trace, "image encoder");
    return runLayers(run, m_patchB(run, m_patchA(run, pixels, Activation::Gelu)));
}

} // namespace inference
