// SPDX-License-Identifier: Apache-2.0
#include "inference/model/segmentation_head.h"

#include "inference/nn/taps.h"

namespace inference {
namespace {

constexpr int kSteps = 2;

Conv2d pixelConv(const WeightScope& w, const Config& c) {
    return {w, {c.dModel, c.dModel, 3, 1, 1, Bias::Present}};
}

Tensor asRow(const Tensor& bias) {
    return bias.isEmpty() ? bias : bias.reshaped({1, bias.count()});
}

} // namespace

SegmentationHead::SegmentationHead(const WeightScope& w, const Config& c)
    : m_promptNorm(w / "cross_attn_norm", c.dModel),
      m_promptAttention(w / "cross_attend_prompt", c.dModel, c.heads),
      m_convs{pixelConv(w / "pixel_decoder" / "conv_layers" / 0, c),
              pixelConv(w / "pixel_decoder" / "conv_layers" / 1, c)},
      m_norms{GroupNorm(w / "pixel_decoder" / "norms" / 0, c.dModel),
              GroupNorm(w / "pixel_decoder" / "norms" / 1, c.dModel)},
      m_maskHead(w / "mask_predictor" / "mask_embed", {c.dModel, c.dModel, c.dModel, c.dModel}),
      m_fold(LinearWeights{(w / "instance_seg_head").transposed("weight", {c.dModel, c.dModel, 1, 1}), {}}),
      m_foldBias(asRow((w / "instance_seg_head").tensor("bias", {c.dModel}))),
      m_instance(pointwise(w / "instance_seg_head", c.dModel, c.dModel)),
      m_semantic(pointwise(w / "semantic_seg_head", c.dModel, 1)), m_grid(c.grid()), m_dim(c.dModel) {}

Tensor SegmentationHead::decodePixels(Run& run, const SegmentationInput& input) const {
    const KeyValue tokens = m_promptAttention.project(run, input.prompt, input.prompt);
    const Tensor normed = m_promptNorm(run, input.memory);
    if (wantsTaps(run))
        tap(run, "seg_cross", m_promptAttention.attend(run, normed, tokens));
    Tensor x = m_promptAttention.attend(run, normed, tokens, input.memory).reshaped({m_grid, m_grid, m_dim});
    for (std::size_t i = 0; i < kSteps; ++i) {
        x = m_convs[i](run, ops::addUpsampled2(run, i == 0 ? input.l1 : input.l0, x));
        if (wantsTaps(run))
            tap(run, "seg_norm" + std::to_string(i), m_norms[i](run, x, Activation::None));
        x = m_norms[i](run, x, Activation::Relu);
    }
    tap(run, "seg_pixel", x);
    if (wantsTaps(run)) {
        tap(run, "seg_instance", m_instance(run, x));
        tap(run, "semantic", m_semantic(run, x));
    }
    return x;
}

Result<std::vector<std::vector<float>>> SegmentationHead::operator()(Run& run, const SegmentationInput& input,
                                                                     const Tensor& queries) const {
    const Trace::Scope scope(run.trace, "masks");
    RETURN_IF_ERROR(run.checkpoint({"masks", 0, 1}));
    const Tensor pixels = decodePixels(run, input);
    const std::int64_t area = pixels.dim(0) * pixels.dim(1);
    const Tensor embedding = m_maskHead(run, queries);
    tap(run, "seg_mask_embed", embedding);
    const Tensor products =
        ops::matmulTransposed(run, m_fold(run, embedding), pixels.reshaped({area, m_dim}));
    const Tensor offsets = ops::matmulTransposed(run, embedding, m_foldBias);
    RETURN_IF_ERROR(run.checkpoint({"masks", 1, 1}));
    ASSIGN_OR_RETURN(const std::vector<float> offset, ops::toHost(run, offsets));
    ASSIGN_OR_RETURN(std::vector<std::vector<float>> logits, ops::rowsToHost(run, products, offset));
    if (wantsTaps(run)) {
        std::vector<float> all;
        for (const std::vector<float>& row : logits)
            all.insert(all.end(), row.begin(), row.end());
        tap(run, "masks", ops::fromHost(run, all, products.shape()));
    }
    return logits;
}

} // namespace inference
