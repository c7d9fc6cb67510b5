// SPDX-License-Identifier: Apache-2.0
#include "inference/nn/conv.h"

namespace inference {

Conv2d::Conv2d(const WeightScope& w, const ConvShape& shape)
    : m_w{w.convolution("weight", {shape.out, shape.in, shape.kernel, shape.kernel}),
          shape.bias == Bias::Present ? w.tensor("bias", {shape.out}) : Tensor(), shape.stride,
          shape.padding} {}

Linear pointwise(const WeightScope& w, std::int64_t in, std::int64_t out) {
    LinearWeights weights = w.matrix("weight", {out, in, 1, 1});
    if (!weights.weight.isEmpty())
        weights.weight = weights.weight.reshaped({out, in});
    weights.bias = w.tensor("bias", {out});
    return Linear(std::move(weights));
}

ConvTranspose2::ConvTranspose2(const WeightScope& w, std::int64_t in, std::int64_t out)
    : m_w{w.transposedConvolution("weight", {in, out, 2, 2}), w.transposedBias("bias", out)} {}

} // namespace inference
