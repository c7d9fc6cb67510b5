// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/nn/conv.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"
#include "inference/nn/position.h"

#include <array>
#include <span>
#include <vector>

namespace inference {

enum class PointKind { Negative, Positive, BoxTopLeft, BoxBottomRight };

/// A click or a box corner; x and y in [0,1] of the image, the half pixel of sam3-image §13 already added.
struct ClickPoint {
    double x = 0;
    double y = 0;
    PointKind kind = PointKind::Positive;
};

/// What one instance prompt becomes.
struct EncodedClicks {
    Tensor sparse; ///< [tokens,C]; empty tensor without clicks
    Tensor dense;  ///< [g·g,C] with a mask, else noMask()
    bool hasMask = false;
};

/// Clicks, box corners and an earlier mask to tokens (sam3-image §13).
class PromptEncoder {
public:
    PromptEncoder(const WeightScope& w, const Config& config);

    /// `mask` holds 4g·4g logits, or nothing. Box corners come first in `points`. A padding token follows the
    /// points.
    Result<EncodedClicks> operator()(Run& run, std::span<const ClickPoint> points,
                                     std::span<const float> mask) const;
    /// The position code of the image's tokens, [g·g,C].
    /// What is added to the image for want of a mask prompt: [C].
    Tensor noMask() const { return m_noMask.reshaped({m_dim}); }
    const Tensor& imageCode() const { return m_imageCode; }

private:
    FourierCode m_code;
    std::array<std::vector<float>, 4> m_kinds;
    std::vector<float> m_padding;
    Tensor m_noMask;
    Conv2d m_conv0;
    LayerNorm m_norm0;
    Conv2d m_conv1;
    LayerNorm m_norm1;
    Linear m_project;
    Tensor m_imageCode;
    int m_maskSize;
    int m_dim;
};

} // namespace inference
