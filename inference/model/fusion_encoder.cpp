// SPDX-License-Identifier: Apache-2.0
#include "inference/model/fusion_encoder.h"

#include "inference/nn/taps.h"

namespace inference {

FusionEncoder::Layer::Layer(const WeightScope& w, const Config& c)
    : selfNorm(w / "norm1", c.dModel), selfAttention(w / "self_attn", c.dModel, c.heads),
      promptNorm(w / "norm2", c.dModel), promptAttention(w / "cross_attn_image", c.dModel, c.heads),
      fewPrompts({w / "cross_attn_image", "in_proj_weight", "in_proj_bias", 3 * c.dModel, 0},
                 w / "cross_attn_image" / "out_proj", c.dModel, c.dModel, c.heads),
      mlpNorm(w / "norm3", c.dModel), mlp(Linear(w / "linear1", c.dModel, c.ffnDim),
                                          Linear(w / "linear2", c.ffnDim, c.dModel), Activation::Relu) {}

Tensor FusionEncoder::Layer::attendSelf(Run& run, const Tensor& x, const Tensor& position) const {
    const Tensor h = selfNorm(run, x);
    const Tensor placed = ops::add(run, h, position);
    return selfAttention.attend(run, placed, selfAttention.project(run, placed, h), x);
}

FusionEncoder::FusionEncoder(const WeightScope& w, const Config& c) {
    for (int i = 0; i < c.fusionLayers; ++i)
        m_layers.emplace_back(w / "layers" / i, c);
}

Tensor FusionEncoder::prepare(Run& run, const Tensor& l2, const Tensor& position) const {
    return m_layers.front().attendSelf(run, l2, position);
}

Result<Tensor> FusionEncoder::operator()(Run& run, const Tensor& start, const Tensor& position,
                                         const Tensor& prompt) const {
    const Trace::Scope scope(run.trace, "fusion");
    const int total = static_cast<int>(m_layers.size());
    Tensor x = start;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"fusion", static_cast<int>(i), total}));
        const Layer& layer = m_layers[i];
        if (i > 0)
            x = layer.attendSelf(run, x, position);
        const KeyValue tokens = layer.promptAttention.project(run, prompt, prompt);
        const Tensor normed = layer.promptNorm(run, x);
        x = layer.fewPrompts.suits(tokens.key.dim(0)) ? layer.fewPrompts(run, normed, tokens, x)
                                                      : layer.promptAttention.attend(run, normed, tokens, x);
        x = layer.mlp(run, layer.mlpNorm(run, x), x);
        tap(run, "fusion_layer" + std::to_string(i), x);
    }
    RETURN_IF_ERROR(run.checkpoint({"fusion", total, total}));
    return x;
}

} // namespace inference
