// SPDX-License-Identifier: Apache-2.0
#include "inference/nn/few_tokens.h"

#include <cmath>
#include <vector>

namespace inference {
namespace {

float scaleOf(std::int64_t inner, int heads) {
    const std::int64_t depth = inner / heads;
    return 1.0F / std::sqrt(static_cast<float>(depth));
}

/// Elements [first, first + count), times a factor, on the device.
Tensor scaledPart(const WeightScope& w, const std::vector<float>& values, std::int64_t first, Shape shape,
                  float factor) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<float> part(begin, begin + static_cast<std::ptrdiff_t>(elementCount(shape)));
    for (float& value : part)
        value *= factor;
    return w.upload(part, std::move(shape));
}

/// Rows [heads·depth, C] of a weight, each head's turned: [heads, C, depth].
Tensor turnedHeads(const WeightScope& w, const std::vector<float>& rows, std::int64_t dim,
                   std::int64_t depth) {
    std::vector<float> turned(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i) / dim;
        const std::int64_t c = static_cast<std::int64_t>(i) % dim;
        turned[static_cast<std::size_t>((row / depth * dim + c) * depth + row % depth)] = rows[i];
    }
    const std::int64_t heads = static_cast<std::int64_t>(rows.size()) / dim / depth;
    return w.upload(turned, {heads, dim, depth});
}

/// As m_spread.
Tensor spreadOf(const WeightScope& w, std::int64_t inner, int heads) {
    std::vector<float> values(static_cast<std::size_t>(inner * inner), 0.0F);
    for (std::int64_t i = 0; i < inner; ++i)
        values[static_cast<std::size_t>(i * inner + i)] = 1.0F;
    return w.upload(values, {heads, inner / heads, inner});
}

} // namespace

AttentionToFew::AttentionToFew(const ProjectionRows& query, const WeightScope& out, std::int64_t dim,
                               std::int64_t inner, int heads)
    : m_spread(spreadOf(out, inner, heads)), m_out(out.tensor("weight", {dim, inner})),
      m_outBias(out.tensor("bias", {dim})), m_dim(dim), m_inner(inner), m_heads(heads) {
    const WeightScope& w = query.scope;
    const float scale = scaleOf(inner, heads);
    const std::int64_t depth = inner / heads;
    m_query = scaledPart(w, w.values(query.weight, {query.out, dim}), query.first * dim, {heads, depth, dim},
                         scale);
    m_queryBias =
        scaledPart(w, w.values(query.bias, {query.out}), query.first, {heads, depth, std::int64_t{1}}, scale);
}

bool AttentionToFew::suits(std::int64_t keys) const {
    return 2 * keys * m_heads <= m_dim;
}

Tensor AttentionToFew::operator()(Run& run, const Tensor& x, const KeyValue& few,
                                  const Tensor& residual) const {
    const std::int64_t pairs = few.key.dim(0) * m_heads; // of a key and a head
    const Tensor keys = ops::groupedLinear(run, few.key, m_query).reshaped({pairs, m_dim});
    const Tensor bias = ops::groupedLinear(run, few.key, m_queryBias).reshaped({pairs});
    const Tensor shares = ops::softmaxTokens(run, ops::linear(run, x, {keys, bias}), m_heads);
    const Tensor values = ops::groupedLinear(run, few.value, m_spread).reshaped({pairs, m_inner});
    const Tensor given = ops::matmulTransposed(run, m_out, values); // [C, pairs]
    return ops::linear(run, shares, {given, m_outBias}, Activation::None, residual);
}

AttentionOfFew::AttentionOfFew(const WeightScope& key, const WeightScope& value, std::int64_t dim,
                               std::int64_t inner, int heads)
    : m_key(scaledPart(key, key.values("weight", {inner, dim}), 0, {heads, inner / heads, dim},
                       scaleOf(inner, heads))),
      m_value(turnedHeads(value, value.values("weight", {inner, dim}), dim, inner / heads)),
      m_valueBias(value.tensor("bias", {inner})), m_dim(dim), m_inner(inner), m_heads(heads) {
    key.values("bias", {inner}); // not used, but the file must have it
}

bool AttentionOfFew::suits(std::int64_t queries) const {
    return 2 * queries * m_heads <= m_dim;
}

Tensor AttentionOfFew::operator()(Run& run, const Tensor& queries, const Tensor& placed,
                                  const Tensor& x) const {
    const std::int64_t tokens = queries.dim(0);
    const Tensor keys = ops::groupedLinear(run, queries, m_key).reshaped({tokens * m_heads, m_dim});
    const Tensor means = ops::weightedMeans(run, ops::linear(run, placed, {keys, {}}), x);
    const Tensor values = ops::groupedLinear(run, means.reshaped({tokens, m_heads * m_dim}), m_value);
    return ops::add(run, values, m_valueBias);
}

} // namespace inference
