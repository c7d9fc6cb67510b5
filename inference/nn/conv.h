// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/nn/linear.h"
#include "inference/ops/ops.h"
#include "inference/weights/weight_scope.h"

namespace inference {

enum class Bias { Present, Absent };

struct ConvShape {
    std::int64_t in = 0;
    std::int64_t out = 0;
    int kernel = 1;
    int stride = 1;
    int padding = 0;
    Bias bias = Bias::Present;
};

/// [H,W,in] → [H',W',out].
class Conv2d {
public:
    Conv2d(const WeightScope& w, const ConvShape& shape);
    explicit Conv2d(ConvWeights weights) : m_w(std::move(weights)) {}
    Tensor operator()(Run& run, const Tensor& x, Activation act = Activation::None) const {
        return ops::conv2d(run, x, m_w, act);
    }

private:
    ConvWeights m_w;
};

/// A kernel for each channel: [H,W,C] → [⌈H/stride⌉,⌈W/stride⌉,C].
class DepthwiseConv {
public:
    explicit DepthwiseConv(DepthwiseWeights weights) : m_w(std::move(weights)) {}
    Tensor operator()(Run& run, const Tensor& x, Activation act = Activation::None) const {
        return ops::depthwise(run, x, m_w, act);
    }

private:
    DepthwiseWeights m_w;
};

/// A 1x1 convolution, which on channel-last maps is a linear layer.
Linear pointwise(const WeightScope& w, std::int64_t in, std::int64_t out);

/// Transposed convolution 2x2 with stride 2: [H,W,in] → [2H,2W,out].
class ConvTranspose2 {
public:
    ConvTranspose2(const WeightScope& w, std::int64_t in, std::int64_t out);
    Tensor operator()(Run& run, const Tensor& x, Activation act = Activation::None) const {
        return ops::pixelShuffle2(run, quads(run, x, act));
    }
    /// The four output pixels (dy, dx) of each input pixel side by side, in the order that ops::pixelShuffle2
    /// sorts into a map: act(x [..., in] → [..., 4·out] (+ addend)).
    Tensor quads(Run& run, const Tensor& x, Activation act = Activation::None,
                 const Tensor& addend = {}) const {
        return ops::linear(run, x, m_w, act, addend);
    }

private:
    LinearWeights m_w;
};

} // namespace inference
