// SPDX-License-Identifier: Apache-2.0
#include "inference/model/prompt_encoder.h"

#include "inference/nn/taps.h"

namespace inference {
namespace {

FourierCode readCode(const WeightScope& w, const Config& c) {
    return FourierCode((w / "pe_layer").values("positional_encoding_gaussian_matrix", {2, c.dModel / 2}));
}

ConvShape halving(std::int64_t in, std::int64_t out) {
    return {in, out, 2, 2, 0, Bias::Present};
}

} // namespace

PromptEncoder::PromptEncoder(const WeightScope& w, const Config& c)
    : m_code(readCode(w, c)), m_padding((w / "not_a_point_embed").values("weight", {1, c.dModel})),
      m_noMask((w / "no_mask_embed").tensor("weight", {1, c.dModel})),
      m_conv0(w / "mask_downscaling" / 0, halving(1, c.maskChannels / 4)),
      m_norm0(w / "mask_downscaling" / 1, c.maskChannels / 4, LayerNorm::kMapEpsilon),
      m_conv1(w / "mask_downscaling" / 3, halving(c.maskChannels / 4, c.maskChannels)),
      m_norm1(w / "mask_downscaling" / 4, c.maskChannels, LayerNorm::kMapEpsilon),
      m_project(pointwise(w / "mask_downscaling" / 6, c.maskChannels, c.dModel)),
      m_imageCode(w.upload(m_code.map(c.grid()), {static_cast<std::int64_t>(c.grid()) * c.grid(), c.dModel})),
      m_maskSize(c.maskSize()), m_dim(c.dModel) {
    for (int kind = 0; kind < 4; ++kind)
        m_kinds[static_cast<std::size_t>(kind)] =
            (w / "point_embeddings" / kind).values("weight", {1, c.dModel});
}

Result<EncodedClicks> PromptEncoder::operator()(Run& run, std::span<const ClickPoint> points,
                                                std::span<const float> mask) const {
    const Trace::Scope scope(run.trace, "prompt encoder");
    RETURN_IF_ERROR(run.checkpoint({"prompt encoder", 0, 1}));
    EncodedClicks result;
    if (!points.empty()) {
        std::vector<float> tokens;
        for (const ClickPoint& point : points) {
            std::vector<float> token = m_code(point.x, point.y);
            const std::vector<float>& kind = m_kinds[static_cast<std::size_t>(point.kind)];
            for (std::size_t i = 0; i < token.size(); ++i)
                token[i] += kind[i];
            tokens.insert(tokens.end(), token.begin(), token.end());
        }
        tokens.insert(tokens.end(), m_padding.begin(), m_padding.end());
        result.sparse = ops::fromHost(run, tokens, {static_cast<std::int64_t>(points.size()) + 1, m_dim});
        tap(run, "sparse", result.sparse);
    }
    if (mask.empty()) {
        result.dense = noMask();
    } else {
        Tensor x = ops::fromHost(run, mask, {m_maskSize, m_maskSize, 1});
        x = m_norm0(run, m_conv0(run, x), Activation::Gelu);
        x = m_norm1(run, m_conv1(run, x), Activation::Gelu);
        x = m_project(run, x);
        result.hasMask = true;
        result.dense = x.reshaped({x.dim(0) * x.dim(1), m_dim});
    }
    tap(run, "dense", result.dense);
    return result;
}

} // namespace inference
