// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/nn/attention.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <vector>

namespace inference {

/// What the queries found.
struct DecodedQueries {
    Tensor queries;             ///< hs [Q,C]
    Tensor boxes;               ///< [Q,4] cxcywh in [0,1]
    Tensor presence;            ///< [1,1] logit, unbounded
    std::vector<Tensor> layers; ///< hs of every layer; only when taps are wanted
};

/// Queries and one presence token look at the prompt and the image, and refine their boxes (sam3-image §9).
class QueryDecoder {
public:
    QueryDecoder(const WeightScope& w, const Config& config);
    /// memory and position [g·g,C], prompt [n,C].
    Result<DecodedQueries> operator()(Run& run, const Tensor& memory, const Tensor& position,
                                      const Tensor& prompt) const;

private:
    struct Layer {
        Layer(const WeightScope& w, const Config& config);
        MultiHeadAttention selfAttention;
        LayerNorm selfNorm;
        MultiHeadAttention textAttention;
        LayerNorm textNorm;
        MultiHeadAttention imageAttention;
        LayerNorm imageNorm;
        FeedForward mlp;
        LayerNorm mlpNorm;
    };

    /// What every layer looks at.
    struct Scene {
        const Tensor& memory;
        const Tensor& placedMemory; ///< memory + position
        const Tensor& prompt;
    };

    /// x [1+Q,C], the presence token first.
    Tensor advance(Run& run, std::size_t index, const Tensor& x, const Tensor& reference,
                   const Scene& scene) const;

    Tensor m_content;
    Tensor m_references; ///< pre-sigmoid cxcywh
    Tensor m_presenceToken;
    Tensor m_zeroRow;
    Mlp m_referenceHead;
    Mlp m_biasX;
    Mlp m_biasY;
    std::vector<Layer> m_layers;
    LayerNorm m_norm;
    Mlp m_boxHead;
    LayerNorm m_presenceNorm;
    Mlp m_presenceHead;
    int m_grid;
    int m_dim;
};

/// Similarity of queries and prompt (sam3-image §10).
class Scoring {
public:
    Scoring(const WeightScope& w, const Config& config);
    /// prompt [n,C] → its summary [1,C], shared by all queries.
    Tensor summarise(Run& run, const Tensor& prompt) const;
    /// Logits [Q] of queries [Q,C], clamped to ±12; on the host, where the threshold is applied.
    Result<std::vector<float>> operator()(Run& run, const Tensor& queries, const Tensor& summary) const;

private:
    Mlp m_promptMlp;
    LayerNorm m_promptNorm;
    Linear m_promptProjection;
    Linear m_queryProjection;
    float m_scale;
};

} // namespace inference
