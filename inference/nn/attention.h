// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/nn/linear.h"
#include "inference/ops/ops.h"
#include "inference/weights/weight_scope.h"

namespace inference {

struct KeyValue {
    Tensor key;   ///< [Tk,D], projected
    Tensor value; ///< [Tk,D], projected
};

enum class Causality { None, Causal };

/// PyTorch's packed attention: `in_proj_weight` [3D,D] holds query, key and value rows, then `out_proj`.
class MultiHeadAttention {
public:
    MultiHeadAttention(const WeightScope& w, std::int64_t dim, int heads,
                       Causality causality = Causality::None);
    /// `packed` [3D,D] as above, under whatever name.
    MultiHeadAttention(const LinearWeights& packed, Linear out, int heads,
                       Causality causality = Causality::None);

    /// Keys and values of tokens that several requests attend to.
    KeyValue project(Run& run, const Tensor& keys, const Tensor& values) const;
    /// residual + attention of `queries` [Tq,D]; `bias` is added before the softmax.
    Tensor attend(Run& run, const Tensor& queries, const KeyValue& tokens, const Tensor& residual = {},
                  const BoxBias& bias = {}) const;

private:
    Linear m_query;
    Linear m_key;
    Linear m_value;
    Linear m_out;
    int m_heads;
    bool m_causal;
};

/// The mask decoder's attention: separate projections to a narrower inner width.
class NarrowAttention {
public:
    NarrowAttention(const WeightScope& w, std::int64_t dim, std::int64_t inner, int heads);
    Tensor operator()(Run& run, const Tensor& q, const Tensor& k, const Tensor& v,
                      const Tensor& residual = {}) const {
        return attend(run, projectQueries(run, q), project(run, k, v), residual);
    }

    /// What several requests share of either side.
    Tensor projectQueries(Run& run, const Tensor& q) const { return m_query(run, q); }
    KeyValue project(Run& run, const Tensor& k, const Tensor& v) const {
        return {m_key(run, k), m_value(run, v)};
    }
    /// residual + attention of projected queries.
    Tensor attend(Run& run, const Tensor& queries, const KeyValue& tokens, const Tensor& residual) const {
        return output(run, mixed(run, queries, tokens), residual);
    }
    /// What all heads take, and residual + its projection.
    Tensor mixed(Run& run, const Tensor& queries, const KeyValue& tokens) const;
    Tensor output(Run& run, const Tensor& mixed, const Tensor& residual) const {
        return m_out(run, mixed, Activation::None, residual);
    }

private:
    Linear m_query;
    Linear m_key;
    Linear m_value;
    Linear m_out;
    int m_heads;
};

} // namespace inference
