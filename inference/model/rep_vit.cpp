// SPDX-License-Identifier: Apache-2.0
#include "inference/model/rep_vit.h"

#include "inference/base/trace.h"
#include "inference/nn/fold.h"

namespace inference {
namespace {

/// "c" without bias, then "bn".
FoldedLayer layer(const WeightScope& w, const Shape& shape) {
    return readLayer(w / "c", shape, w / "bn");
}

std::int64_t outputsOf(const WeightScope& w) {
    return extent(w / "c", "weight", 0);
}

/// bn(conv3x3(x) + conv1x1(x) + x) as one 3x3 kernel (light-encoders §8).
FoldedLayer mergedBranches(const WeightScope& w, std::int64_t channels) {
    FoldedLayer merged = layer(w / "conv", {channels, 1, 3, 3});
    const FoldedLayer point = readLayer(w / "conv1", {channels, 1, 1, 1}, Bias::Present);
    const ChannelAffine norm = batchNorm(w / "bn", channels);
    if (merged.isEmpty() || point.isEmpty())
        return {};
    for (std::size_t c = 0; c < point.weight.size(); ++c) {
        constexpr std::size_t kTaps = 9;
        merged.weight[c * kTaps + kTaps / 2] += point.weight[c] + 1;
        merged.bias[c] += point.bias[c];
    }
    merged.follow(norm);
    return merged;
}

bool widens(const WeightScope& w) {
    return (w / "token_mixer" / 2).exists();
}

DepthwiseConv mixer(const WeightScope& w, std::int64_t channels) {
    const WeightScope first = w / "token_mixer" / 0;
    if (widens(w))
        return toDepthwise(first / "c", layer(first, {channels, 1, 3, 3}), 2);
    return toDepthwise(first / "conv" / "c", mergedBranches(first, channels), 1);
}

FeedForward channelMixer(const WeightScope& w, std::int64_t channels) {
    const std::int64_t inner = outputsOf(w / 0);
    return {toLinear(w / 0 / "c", layer(w / 0, {inner, channels, 1, 1})),
            toLinear(w / 2 / "c", layer(w / 2, {channels, inner, 1, 1})), Activation::Gelu};
}

} // namespace

RepVit::Squeeze::Squeeze(const WeightScope& w, std::int64_t channels)
    : reduce(pointwise(w / "fc1", channels, extent(w / "fc1", "weight", 0))),
      restore(pointwise(w / "fc2", extent(w / "fc1", "weight", 0), channels)) {}

Tensor RepVit::Squeeze::operator()(Run& run, const Tensor& x) const {
    const Tensor mean = ops::meanRows(run, x.reshaped({x.dim(0) * x.dim(1), x.dim(2)}));
    const Tensor factors = restore(run, reduce(run, mean, Activation::Relu), Activation::Sigmoid);
    return ops::scaleChannels(run, x, factors.reshaped({x.dim(2)}));
}

RepVit::Block::Block(const WeightScope& w, std::int64_t in)
    : outputs(widens(w) ? outputsOf(w / "token_mixer" / 2) : in), mix(mixer(w, in)),
      channels(channelMixer(w / "channel_mixer" / "m", outputs)) {
    if ((w / "token_mixer" / 1).exists())
        squeeze.emplace(w / "token_mixer" / 1, in);
    const WeightScope point = w / "token_mixer" / 2;
    if (point.exists())
        widen = toLinear(point / "c", layer(point, {outputs, in, 1, 1}));
}

Tensor RepVit::Block::operator()(Run& run, const Tensor& x) const {
    Tensor t = mix(run, x);
    if (squeeze)
        t = (*squeeze)(run, t);
    if (widen)
        t = (*widen)(run, t);
    return channels(run, t, t);
}

RepVit::RepVit(const WeightScope& w, const Config& c) : m_stemA(ConvWeights{}), m_stemB(ConvWeights{}) {
    const WeightScope features = w / "backbone" / "model" / "features";
    const WeightScope first = features / 0 / 0;
    const WeightScope second = features / 0 / 2;
    const std::int64_t half = outputsOf(first);
    std::int64_t channels = outputsOf(second);
    m_stemA = toConv2d(first / "c", layer(first, {half, 3, 3, 3}), 2);
    m_stemB = toConv2d(second / "c", layer(second, {channels, half, 3, 3}), 2);
    for (int i = 1; (features / i).exists(); ++i) {
        m_blocks.emplace_back(features / i, channels);
        channels = m_blocks.back().outputs;
    }
    m_head.emplace(w / "head", channels, c);
}

Result<Tensor> RepVit::operator()(Run& run, const Tensor& pixels) const {
    const Trace::Scope scope(run.trace, "image encoder");
    const int total = static_cast<int>(m_blocks.size()) + 1;
    Tensor x = m_stemB(run, m_stemA(run, pixels, Activation::Gelu));
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"image encoder", static_cast<int>(i), total}));
        x = m_blocks[i](run, x);
    }
    RETURN_IF_ERROR(run.checkpoint({"image encoder", total - 1, total}));
    x = (*m_head)(run, x);
    RETURN_IF_ERROR(run.checkpoint({"image encoder", total, total}));
    return x;
}

} // namespace inference
