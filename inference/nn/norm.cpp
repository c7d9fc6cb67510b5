// SPDX-License-Identifier: Apache-2.0
#include "inference/nn/norm.h"

namespace inference {

LayerNorm::LayerNorm(const WeightScope& w, std::int64_t dim, float epsilon)
    : m_w{w.tensor("weight", {dim}), w.tensor("bias", {dim})}, m_epsilon(epsilon) {}

GroupNorm::GroupNorm(const WeightScope& w, std::int64_t channels)
    : m_w{w.tensor("weight", {channels}), w.tensor("bias", {channels})} {}

} // namespace inference
