// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/model/text_tower.h"
#include "inference/nn/attention.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <cstdint>
#include <span>
#include <vector>

namespace inference {

/// Pre-norm transformer over a phrase, causal, then a projection to the detector's width (sam3-image §3).
class TextEncoder final : public TextTower {
public:
    TextEncoder(const WeightScope& w, const Config& config);
    Result<Tensor> operator()(Run& run, std::span<const std::int32_t> ids) const override;

private:
    struct Block {
        Block(const WeightScope& w, const Config& config);
        Tensor operator()(Run& run, const Tensor& x) const;
        LayerNorm attentionNorm;
        MultiHeadAttention attention;
        LayerNorm mlpNorm;
        FeedForward mlp;
    };

    Tensor m_tokens;
    Tensor m_positions;
    std::vector<Block> m_blocks;
    LayerNorm m_finalNorm;
    Linear m_resizer;
};

} // namespace inference
