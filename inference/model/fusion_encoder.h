// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/nn/attention.h"
#include "inference/nn/few_tokens.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <vector>

namespace inference {

/// Image tokens attend to the prompt (sam3-image §8).
class FusionEncoder {
public:
    FusionEncoder(const WeightScope& w, const Config& config);

    /// The first layer's self-attention, which doesn't depend on the prompt. l2 and position [g·g,C] →
    /// [g·g,C].
    Tensor prepare(Run& run, const Tensor& l2, const Tensor& position) const;
    /// `start` from prepare(); prompt [n,C] → memory [g·g,C].
    Result<Tensor> operator()(Run& run, const Tensor& start, const Tensor& position,
                              const Tensor& prompt) const;

private:
    struct Layer {
        Layer(const WeightScope& w, const Config& config);
        Tensor attendSelf(Run& run, const Tensor& x, const Tensor& position) const;
        LayerNorm selfNorm;
        MultiHeadAttention selfAttention;
        LayerNorm promptNorm;
        MultiHeadAttention promptAttention;
        AttentionToFew fewPrompts; ///< the same
        LayerNorm mlpNorm;
        FeedForward mlp;
    };

    std::vector<Layer> m_layers;
};

} // namespace inference
