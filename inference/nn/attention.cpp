// SPDX-License-Identifier: Apache-2.0
#include "inference/nn/attention.h"

namespace inference {
namespace {

LinearWeights readPacked(const WeightScope& w, std::int64_t dim) {
    LinearWeights packed = w.matrix("in_proj_weight", {3 * dim, dim});
    packed.bias = w.tensor("in_proj_bias", {3 * dim});
    return packed;
}

Linear part(const LinearWeights& packed, int index) {
    if (packed.weight.isEmpty() || packed.bias.isEmpty())
        return Linear(LinearWeights{});
    const std::int64_t dim = packed.weight.dim(0) / 3;
    const auto rows = [&](const Tensor& all) {
        return all.isEmpty() ? all : all.rows(index * dim, (index + 1) * dim);
    };
    return Linear(LinearWeights{rows(packed.weight), rows(packed.bias), rows(packed.scale)});
}

} // namespace

MultiHeadAttention::MultiHeadAttention(const WeightScope& w, std::int64_t dim, int heads, Causality causality)
    : MultiHeadAttention(readPacked(w, dim), Linear(w / "out_proj", dim, dim), heads, causality) {}

MultiHeadAttention::MultiHeadAttention(const LinearWeights& packed, Linear out, int heads,
                                       Causality causality)
    : m_query(part(packed, 0)), m_key(part(packed, 1)), m_value(part(packed, 2)), m_out(std::move(out)),
      m_heads(heads), m_causal(causality == Causality::Causal) {}

KeyValue MultiHeadAttention::project(Run& run, const Tensor& keys, const Tensor& values) const {
    return {m_key(run, keys), m_value(run, values)};
}

Tensor MultiHeadAttention::attend(Run& run, const Tensor& queries, const KeyValue& tokens,
                                  const Tensor& residual, const BoxBias& bias) const {
    const Tensor q = m_query(run, queries);
    const Tensor mixed = ops::attention(run, q, tokens.key, tokens.value, {m_heads, m_causal, {}, bias});
    return m_out(run, mixed, Activation::None, residual);
}

NarrowAttention::NarrowAttention(const WeightScope& w, std::int64_t dim, std::int64_t inner, int heads)
    : m_query(w / "q_proj", dim, inner), m_key(w / "k_proj", dim, inner), m_value(w / "v_proj", dim, inner),
      m_out(w / "out_proj", inner, dim), m_heads(heads) {}

Tensor NarrowAttention::mixed(Run& run, const Tensor& queries, const KeyValue& tokens) const {
    return ops::attention(run, queries, tokens.key, tokens.value, {m_heads, false, {}, {}});
}

} // namespace inference
