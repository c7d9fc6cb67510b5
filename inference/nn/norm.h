// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/ops/ops.h"
#include "inference/weights/weight_scope.h"

namespace inference {

/// Over the last dimension. The SAM prompt encoder and mask decoder normalise a map's channels with ε = 1e-6;
/// as maps are channel-last here, that is the same layer.
class LayerNorm {
public:
    static constexpr float kMapEpsilon = 1e-6F;
    LayerNorm(const WeightScope& w, std::int64_t dim, float epsilon = 1e-5F);
    Tensor operator()(Run& run, const Tensor& x, Activation act = Activation::None) const {
        return ops::layerNorm(run, x, m_w, m_epsilon, act);
    }

private:
    NormWeights m_w;
    float m_epsilon;
};

/// Eight groups of consecutive channels, statistics over a group and the whole map.
class GroupNorm {
public:
    static constexpr int kGroups = 8;
    GroupNorm(const WeightScope& w, std::int64_t channels);
    Tensor operator()(Run& run, const Tensor& x, Activation act) const {
        return ops::groupNorm(run, x, m_w, kGroups, 1e-5F, act);
    }

private:
    NormWeights m_w;
};

} // namespace inference
