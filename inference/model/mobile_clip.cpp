// SPDX-License-Identifier: Apache-2.0
#include "inference/model/mobile_clip.h"

#include "inference/nn/fold.h"
#include "inference/nn/taps.h"

#include <algorithm>

namespace inference {
namespace {

constexpr std::int64_t kHeadWidth = 64;
constexpr std::int64_t kTaps = 11;

std::int64_t widthOf(const WeightScope& w) {
    return extent(w / "encoder" / "embedding_layer", "weight", 1);
}

std::int64_t hiddenOf(const WeightScope& w) {
    return extent(w, "weight", 0);
}

/// The table may have more rows than the context; the first ones count.
Tensor positionTable(const WeightScope& w, std::int64_t context, std::int64_t width) {
    const std::int64_t rows = std::max(extent(w, "pos_embed", 2), context);
    const Tensor table = w.tensor("pos_embed", {1, 1, rows, width});
    return table.isEmpty() ? table : table.reshaped({rows, width});
}

MultiHeadAttention attentionOf(const WeightScope& w, std::int64_t width) {
    LinearWeights packed = (w / "qkv_proj").matrix("weight", {3 * width, width});
    packed.bias = (w / "qkv_proj").tensor("bias", {3 * width});
    return {packed, Linear(w / "out_proj", width, width),
            static_cast<int>(std::max<std::int64_t>(width / kHeadWidth, 1))};
}

/// A layer scale [D,1,1].
ChannelAffine layerScale(const WeightScope& w, std::int64_t width) {
    ChannelAffine affine{readValues(w, "layer_scale", {width, 1, 1}), {}};
    affine.shift.assign(affine.scale.size(), 0.0);
    return affine;
}

/// x + scale·(skip(x) + conv(x) - norm(x)) as one kernel (light-encoders §8).
FoldedLayer mergedMixer(const WeightScope& w, std::int64_t width) {
    const WeightScope mixer = w / "mixer";
    const WeightScope convolution = mixer / "rbr_conv" / 0;
    FoldedLayer merged = readLayer(convolution / "conv", {width, 1, 1, kTaps}, convolution / "bn");
    const ChannelAffine skip = batchNorm(mixer / "rbr_skip", width);
    const ChannelAffine norm = batchNorm(w / "norm" / "rbr_skip", width);
    const ChannelAffine scale = layerScale(w, width);
    if (merged.isEmpty() || skip.scale.empty() || norm.scale.empty() || scale.scale.empty())
        return {};
    const auto centre = [](std::size_t c) { return c * kTaps + kTaps / 2; };
    for (std::size_t c = 0; c < merged.bias.size(); ++c) {
        merged.weight[centre(c)] += skip.scale[c] - norm.scale[c];
        merged.bias[c] += skip.shift[c] - norm.shift[c];
    }
    merged.follow(scale);
    for (std::size_t c = 0; c < merged.bias.size(); ++c)
        merged.weight[centre(c)] += 1;
    return merged;
}

FeedForward mixerMlp(const WeightScope& w, std::int64_t width) {
    const std::int64_t inner = hiddenOf(w / "fc1");
    return {pointwise(w / "fc1", width, inner), pointwise(w / "fc2", inner, width), Activation::Gelu};
}

std::string blockName(std::size_t index) {
    return std::string(index < 10 ? "text_block0" : "text_block") + std::to_string(index);
}

} // namespace

MobileClip::AttentionBlock::AttentionBlock(const WeightScope& w, std::int64_t width)
    : attentionNorm(w / "pre_norm_mha" / 0, width), attention(attentionOf(w / "pre_norm_mha" / 1, width)),
      mlpNorm(w / "pre_norm_ffn" / 0, width),
      mlp(Linear(w / "pre_norm_ffn" / 1, width, hiddenOf(w / "pre_norm_ffn" / 1)),
          Linear(w / "pre_norm_ffn" / 4, hiddenOf(w / "pre_norm_ffn" / 1), width), Activation::Gelu) {}

Tensor MobileClip::AttentionBlock::operator()(Run& run, const Tensor& x) const {
    const Tensor h = attentionNorm(run, x);
    const Tensor y = attention.attend(run, h, attention.project(run, h, h), x);
    return mlp(run, mlpNorm(run, y), y);
}

MobileClip::MixerBlock::MixerBlock(const WeightScope& w, std::int64_t width)
    : mix(toDepthwise(w / "token_mixer" / "mixer" / "rbr_conv" / 0 / "conv",
                      mergedMixer(w / "token_mixer", width), 1)),
      spread(toDepthwise(
          w / "convffn" / "conv" / "conv",
          readLayer(w / "convffn" / "conv" / "conv", {width, 1, 1, kTaps}, w / "convffn" / "conv" / "bn"),
          1)),
      mlp(mixerMlp(w / "convffn", width)), scale(w.tensor("layer_scale", {width, 1, 1})) {}

Tensor MobileClip::MixerBlock::operator()(Run& run, const Tensor& x) const {
    const Tensor line = mix(run, x.reshaped({1, x.dim(0), x.dim(1)}));
    const Tensor change = mlp.output(run, mlp.hidden(run, spread(run, line)));
    return ops::add(run, line, ops::scaleChannels(run, change, scale.reshaped({x.dim(1)})))
        .reshaped(x.shape());
}

MobileClip::MobileClip(const WeightScope& w, const Config& c)
    : m_tokens((w / "encoder" / "embedding_layer").table("weight", {c.vocabularySize, widthOf(w)})),
      m_positions(
          positionTable(w / "encoder" / "positional_embedding" / "pos_embed", c.contextLength, widthOf(w))),
      m_finalNorm(w / "encoder" / "final_layer_norm", widthOf(w)),
      m_projector(w / "projector", widthOf(w), c.dModel) {
    const WeightScope blocks = w / "encoder" / "transformer";
    for (int i = 0; (blocks / i).exists(); ++i) {
        if ((blocks / i / "token_mixer").exists())
            m_blocks.emplace_back(std::in_place_type<MixerBlock>, blocks / i, widthOf(w));
        else
            m_blocks.emplace_back(std::in_place_type<AttentionBlock>, blocks / i, widthOf(w));
    }
}

Result<Tensor> MobileClip::operator()(Run& run, std::span<const std::int32_t> ids) const {
    const Trace::Scope scope(run.trace, "text encoder");
    const int total = static_cast<int>(m_blocks.size());
    const Tensor embedded = ops::gatherRows(run, m_tokens, ids);
    Tensor x = ops::add(run, embedded, m_positions.rows(0, static_cast<std::int64_t>(ids.size())));
    tap(run, "text_embed", x);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"text encoder", static_cast<int>(i), total}));
        x = std::visit([&](const auto& block) { return block(run, x); }, m_blocks[i]);
        tap(run, blockName(i), x);
    }
    x = m_projector(run, m_finalNorm(run, x));
    std::vector<std::int32_t> valid;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i] != 0)
            valid.push_back(static_cast<std::int32_t>(i));
    x = ops::gatherRows(run, x, valid);
    tap(run, "text", x);
    RETURN_IF_ERROR(run.checkpoint({"text encoder", total, total}));
    return x;
}

} // namespace inference
