// SPDX-License-Identifier: Apache-2.0
#include "inference/model/efficient_vit.h"

#include "inference/base/trace.h"
#include "inference/nn/fold.h"

#include <array>

namespace inference {
namespace {

constexpr int kStages = 4;
constexpr float kAttentionEpsilon = 1e-15F;

/// "conv", and "norm" where there is one; the last stages have biases instead.
FoldedLayer layer(const WeightScope& w, const Shape& shape) {
    const WeightScope norm = w / "norm";
    return norm.exists() ? readLayer(w / "conv", shape, norm) : readLayer(w / "conv", shape, Bias::Present);
}

std::int64_t outputsOf(const WeightScope& w) {
    return extent(w / "conv", "weight", 0);
}

std::optional<Linear> expansion(const WeightScope& w, std::int64_t in) {
    if (!w.exists())
        return std::nullopt;
    return toLinear(w / "conv", layer(w, {outputsOf(w), in, 1, 1}));
}

/// Stored [G·O, I, 1, 1]; result [G, I, O]. Empty if the groups don't divide the channels.
Tensor groupMatrices(const WeightScope& w, std::int64_t channels, std::int64_t depth) {
    const std::int64_t inputs = channels % depth == 0 ? depth : -1; // fits no tensor
    const std::vector<double> from = readValues(w, "weight", {channels, inputs, 1, 1});
    std::vector<double> to(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto n = static_cast<std::size_t>(depth);
        const std::size_t group = i / (n * n);
        const std::size_t out = i / n % n;
        to[(group * n + i % n) * n + out] = from[i];
    }
    return uploadFolded(w, "weight", to, {channels / depth, depth, depth});
}

} // namespace

EfficientVit::Bottleneck::Bottleneck(const WeightScope& w, std::int64_t in, int stride)
    : outputs(outputsOf(w / "point_conv")), expand(expansion(w / "inverted_conv", in)),
      depth(DepthwiseWeights{}), project(LinearWeights{}), addsInput(stride == 1) {
    const std::int64_t inner = expand ? outputsOf(w / "inverted_conv") : in;
    depth = toDepthwise(w / "depth_conv" / "conv", layer(w / "depth_conv", {inner, 1, 3, 3}), stride);
    outputs = addsInput ? in : outputs;
    project = toLinear(w / "point_conv" / "conv", layer(w / "point_conv", {outputs, inner, 1, 1}));
}

Tensor EfficientVit::Bottleneck::operator()(Run& run, const Tensor& x) const {
    Tensor h = expand ? (*expand)(run, x, Activation::HardSwish) : x;
    h = depth(run, h, Activation::HardSwish);
    return project(run, h, Activation::None, addsInput ? x : Tensor());
}

EfficientVit::LinearAttention::LinearAttention(const WeightScope& w, std::int64_t channels)
    : qkv(toLinear(w / "qkv" / "conv",
                   readLayer(w / "qkv" / "conv", {3 * channels, channels, 1, 1}, Bias::Absent))),
      depth(toDepthwise(w / "aggreg" / 0 / 0,
                        readLayer(w / "aggreg" / 0 / 0, {3 * channels, 1, 5, 5}, Bias::Absent), 1)),
      headDim(static_cast<int>(extent(w / "aggreg" / 0 / 1, "weight", 1))),
      groups(groupMatrices(w / "aggreg" / 0 / 1, 3 * channels, headDim)),
      project(toLinear(w / "proj" / "conv", layer(w / "proj", {channels, 2 * channels, 1, 1}))) {}

Tensor EfficientVit::LinearAttention::operator()(Run& run, const Tensor& x) const {
    const Tensor fine = qkv(run, x);
    const std::array<Tensor, 2> scales{fine, ops::groupedLinear(run, depth(run, fine), groups)};
    const Tensor both = ops::concatChannels(run, scales);
    const Tensor mixed = ops::reluAttention(run, both.reshaped({x.dim(0) * x.dim(1), both.dim(2)}), headDim,
                                            kAttentionEpsilon);
    return project(run, mixed.reshaped({x.dim(0), x.dim(1), mixed.dim(1)}), Activation::None, x);
}

Conv2d EfficientVit::stem(const WeightScope& w, std::int64_t width) {
    return toConv2d(w / "conv", readLayer(w / "conv", {width, 3, 3, 3}, w / "norm"), 2);
}

EfficientVit::EfficientVit(const WeightScope& w, const Config& c) : m_stem(ConvWeights{}) {
    const WeightScope backbone = w / "backbone" / "model";
    const WeightScope first = backbone / "input_stem" / "op_list";
    std::int64_t channels = outputsOf(first / 0);
    m_stem = stem(first / 0, channels);
    for (int i = 1; (first / i).exists(); ++i)
        m_blocks.push_back({std::nullopt, Bottleneck(first / i / "main", channels, 1)});
    for (int s = 0; s < kStages; ++s)
        addStage(backbone / "stages" / s / "op_list", channels);
    m_head.emplace(w / "head", channels, c);
}

void EfficientVit::addStage(const WeightScope& w, std::int64_t& channels) {
    m_blocks.push_back({std::nullopt, Bottleneck(w / 0 / "main", channels, 2)});
    channels = m_blocks.back().local.outputs;
    for (int i = 1; (w / i).exists(); ++i) {
        const WeightScope context = w / i / "context_module";
        if (context.exists())
            m_blocks.push_back({LinearAttention(context / "main", channels),
                                Bottleneck(w / i / "local_module" / "main", channels, 1)});
        else
            m_blocks.push_back({std::nullopt, Bottleneck(w / i / "main", channels, 1)});
    }
}

Result<Tensor> EfficientVit::operator()(Run& run, const Tensor& pixels) const {
    const Trace::Scope scope(run.trace, "image encoder");
    const int total = static_cast<int>(m_blocks.size()) + 1;
    Tensor x = m_stem(run, pixels, Activation::HardSwish);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"image encoder", static_cast<int>(i), total}));
        const Block& block = m_blocks[i];
        x = block.local(run, block.context ? (*block.context)(run, x) : x);
    }
    RETURN_IF_ERROR(run.checkpoint({"image encoder", total - 1, total}));
    x = (*m_head)(run, x);
    RETURN_IF_ERROR(run.checkpoint({"image encoder", total, total}));
    return x;
}

} // namespace inference
