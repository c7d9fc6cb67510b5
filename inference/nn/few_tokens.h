// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/nn/attention.h"
#include "inference/ops/ops.h"
#include "inference/weights/weight_scope.h"

namespace inference {

/// Names of a projection: `weight` [out,in] and `bias` [out], of which rows [first, first + rows) count.
struct ProjectionRows {
    WeightScope scope;
    std::string_view weight;
    std::string_view bias;
    std::int64_t out; ///< rows that are stored
    std::int64_t first;
};

/// The attention of many tokens to a few. The product of the projected queries with a key is the product of
/// the tokens with the projected key; so, too, with values and output: with fewer than half as many keys
/// times heads as the tokens have channels, that is a fraction of the work of projecting all tokens, and the
/// result is the same.
class AttentionToFew {
public:
    AttentionToFew(const ProjectionRows& query, const WeightScope& out, std::int64_t dim, std::int64_t inner,
                   int heads);

    /// Whether so many keys are few enough.
    bool suits(std::int64_t keys) const;
    /// residual + attention of `x` [N,C] to projected keys and values [T,inner].
    Tensor operator()(Run& run, const Tensor& x, const KeyValue& few, const Tensor& residual) const;

private:
    Tensor m_query;     ///< [heads, depth, C], scaled
    Tensor m_queryBias; ///< [heads, depth, 1], scaled
    Tensor m_spread;    ///< [heads, depth, inner]: a head's channels keep their place, all others become 0
    Tensor m_out;       ///< [C, inner]
    Tensor m_outBias;   ///< [C]
    std::int64_t m_dim, m_inner;
    int m_heads;
};

/// The attention of a few tokens to many, rearranged in the same way.
class AttentionOfFew {
public:
    AttentionOfFew(const WeightScope& key, const WeightScope& value, std::int64_t dim, std::int64_t inner,
                   int heads);

    /// Whether so many queries are few enough.
    bool suits(std::int64_t queries) const;
    /// What projected queries [T,inner] take from `x` [N,C], whose keys are those of `placed` [N,C] →
    /// [T,inner].
    Tensor operator()(Run& run, const Tensor& queries, const Tensor& placed, const Tensor& x) const;

private:
    Tensor m_key;       ///< [heads, depth, C], scaled; the bias moves all scores of a query alike
    Tensor m_value;     ///< [heads, C, depth]
    Tensor m_valueBias; ///< [inner]
    std::int64_t m_dim, m_inner;
    int m_heads;
};

} // namespace inference
