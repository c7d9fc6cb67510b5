// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/nn/conv.h"
#include "inference/nn/linear.h"
#include "inference/weights/weight_scope.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace inference {

/// What a batch norm is at inference (ε = 1e-5), or a layer scale: y = x·scale + shift for each channel.
/// Empty if the file lacks it.
struct ChannelAffine {
    std::vector<double> scale;
    std::vector<double> shift;
};
/// Notes a negative variance.
ChannelAffine batchNorm(const WeightScope& w, std::int64_t channels);

/// A convolution or linear layer into which its neighbours are multiplied while a model is loaded
/// (light-encoders §8), in double. Empty if the file lacks it.
struct FoldedLayer {
    Shape shape;                ///< as stored: [O, I/groups, kh, kw] or [O, I]
    std::vector<double> weight; ///< in that order
    std::vector<double> bias;   ///< [O]

    bool isEmpty() const { return weight.empty(); }
    /// The layer, then `next`.
    void follow(const ChannelAffine& next);
};
FoldedLayer readLayer(const WeightScope& w, const Shape& shape, Bias bias);
/// A convolution without bias and the batch norm behind it.
FoldedLayer readLayer(const WeightScope& w, const Shape& shape, const WeightScope& norm);

/// The layer that runs, in f32. `w` is where the weights came from, to note values that are not finite.
Linear toLinear(const WeightScope& w, const FoldedLayer& layer);                       ///< kernel 1x1
Conv2d toConv2d(const WeightScope& w, const FoldedLayer& layer, int stride);           ///< padding k/2
DepthwiseConv toDepthwise(const WeightScope& w, const FoldedLayer& layer, int stride); ///< one input each

/// Values of a tensor; empty, and noted, if it is missing or of another shape.
std::vector<double> readValues(const WeightScope& w, std::string_view name, const Shape& shape);
/// A size that a tensor's shape tells. 1, which fits no tensor of that name, if there is no such dimension or
/// it is out of range; reading the tensor then notes what is wrong.
std::int64_t extent(const WeightScope& w, std::string_view name, std::size_t dim);
/// f32 copy of `values`; notes `name` if one of them is not finite.
Tensor uploadFolded(const WeightScope& w, std::string_view name, const std::vector<double>& values,
                    Shape shape);

} // namespace inference
