// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/ops/ops.h"
#include "inference/weights/weight_scope.h"

#include <vector>

namespace inference {

/// `weight` [out,in] and `bias` [out].
class Linear {
public:
    Linear(const WeightScope& w, std::int64_t in, std::int64_t out);
    explicit Linear(LinearWeights weights) : m_w(std::move(weights)) {}

    /// x [..., in] → act(x·Wᵀ + b (+ residual)) [..., out].
    Tensor operator()(Run& run, const Tensor& x, Activation act = Activation::None,
                      const Tensor& residual = {}) const {
        return ops::linear(run, x, m_w, act, residual);
    }

private:
    LinearWeights m_w;
};

/// Linear layers `layers.0` … with ReLU between them; `widths` are the sizes of input, hidden layers and
/// output.
class Mlp {
public:
    Mlp(const WeightScope& w, const std::vector<std::int64_t>& widths);
    Tensor operator()(Run& run, const Tensor& x, Activation last = Activation::None) const;

private:
    std::vector<Linear> m_layers;
};

/// Two linear layers of a transformer block, named as the checkpoint names them.
class FeedForward {
public:
    FeedForward(Linear inner, Linear outer, Activation act)
        : m_inner(std::move(inner)), m_outer(std::move(outer)), m_act(act) {}
    /// residual + outer(act(inner(x))).
    Tensor operator()(Run& run, const Tensor& x, const Tensor& residual) const {
        return m_outer(run, m_inner(run, x, m_act), Activation::None, residual);
    }
    Tensor hidden(Run& run, const Tensor& x) const { return m_inner(run, x, m_act); }
    Tensor output(Run& run, const Tensor& hidden) const { return m_outer(run, hidden); }

private:
    Linear m_inner;
    Linear m_outer;
    Activation m_act;
};

} // namespace inference
