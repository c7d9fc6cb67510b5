// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/nn/attention.h"
#include "inference/nn/conv.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <array>
#include <vector>

namespace inference {

/// The maps that masks are read from.
struct SegmentationInput {
    Tensor memory; ///< [g·g,C]
    Tensor prompt; ///< [n,C]
    Tensor l1;     ///< [2g,2g,C]
    Tensor l0;     ///< [4g,4g,C]
};

/// Pixel decoder and mask logits (sam3-image §11). The 1x1 instance convolution is folded into the query
/// side, which is exact: eᵀ(Wx + b) = (Wᵀe)ᵀx + e·b.
class SegmentationHead {
public:
    SegmentationHead(const WeightScope& w, const Config& config);
    /// queries [k,C] → logits [4g·4g] of each, on the host.
    Result<std::vector<std::vector<float>>> operator()(Run& run, const SegmentationInput& input,
                                                       const Tensor& queries) const;

private:
    Tensor decodePixels(Run& run, const SegmentationInput& input) const;

    LayerNorm m_promptNorm;
    MultiHeadAttention m_promptAttention;
    std::array<Conv2d, 2> m_convs;
    std::array<GroupNorm, 2> m_norms;
    Mlp m_maskHead;
    Linear m_fold;     ///< Wᵀ of the instance convolution
    Tensor m_foldBias; ///< its bias as a row [1,C]
    Linear m_instance; ///< the same convolution as it is, for taps
    Linear m_semantic; ///< for taps
    int m_grid;
    int m_dim;
};

} // namespace inference
