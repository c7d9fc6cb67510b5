// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/model/text_tower.h"
#include "inference/nn/attention.h"
#include "inference/nn/conv.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <variant>
#include <vector>

namespace inference {

/// MobileCLIP's text encoder: pre-norm transformer blocks without any mask, in S0 also blocks that mix
/// neighbouring tokens by a depthwise kernel (light-encoders §6). Padding takes part inside, so the length of
/// the context decides the result.
class MobileClip final : public TextTower {
public:
    /// `w` at "language_backbone".
    MobileClip(const WeightScope& w, const Config& config);
    Result<Tensor> operator()(Run& run, std::span<const std::int32_t> ids) const override;

private:
    struct AttentionBlock {
        AttentionBlock(const WeightScope& w, std::int64_t width);
        Tensor operator()(Run& run, const Tensor& x) const;
        LayerNorm attentionNorm;
        MultiHeadAttention attention;
        LayerNorm mlpNorm;
        FeedForward mlp;
    };
    struct MixerBlock {
        MixerBlock(const WeightScope& w, std::int64_t width);
        Tensor operator()(Run& run, const Tensor& x) const;
        DepthwiseConv mix; ///< with its residual and layer scale
        DepthwiseConv spread;
        FeedForward mlp;
        Tensor scale; ///< of what `mlp` adds, [D,1,1]
    };
    using Block = std::variant<AttentionBlock, MixerBlock>;

    Tensor m_tokens;
    Tensor m_positions; ///< [rows,D], at least the context
    std::vector<Block> m_blocks;
    LayerNorm m_finalNorm;
    Linear m_projector;
};

} // namespace inference
