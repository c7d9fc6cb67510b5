// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/nn/attention.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <array>
#include <span>
#include <vector>

namespace inference {

/// An example of what to find (or not to find): centre x, y, width, height in [0,1] of the image.
struct Exemplar {
    std::array<float, 4> box{};
    bool positive = true;
};

/// Exemplar boxes and one class token, looked up in the image (sam3-image §6). Runs without boxes, too.
class GeometryEncoder {
public:
    GeometryEncoder(const WeightScope& w, const Config& config);

    /// Keys and values of the image for each layer; they don't depend on the prompt. l2 and position [g·g,C].
    std::vector<KeyValue> prepare(Run& run, const Tensor& l2, const Tensor& position) const;
    /// l2 [g,g,C] → [boxes+1,C], the class token last.
    Result<Tensor> operator()(Run& run, const Tensor& l2, const std::vector<KeyValue>& image,
                              std::span<const Exemplar> exemplars) const;

private:
    struct Layer {
        Layer(const WeightScope& w, const Config& config);
        LayerNorm selfNorm;
        MultiHeadAttention selfAttention;
        LayerNorm imageNorm;
        MultiHeadAttention imageAttention;
        LayerNorm mlpNorm;
        FeedForward mlp;
    };

    Tensor boxTokens(Run& run, const Tensor& l2, std::span<const Exemplar> exemplars) const;

    Linear m_boxDirect;
    Linear m_boxPool; ///< the 7x7 convolution over the pooled patch, as a linear layer
    Linear m_boxPosition;
    Tensor m_labels; ///< row 0 negative, row 1 positive
    Tensor m_class;
    LayerNorm m_imageNorm;
    Linear m_projection;
    LayerNorm m_norm;
    std::vector<Layer> m_layers;
    LayerNorm m_finalNorm;
    int m_roiSize;
    int m_grid;
    int m_dim;
};

} // namespace inference
