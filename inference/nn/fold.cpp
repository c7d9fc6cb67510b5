// SPDX-License-Identifier: Apache-2.0
#include "inference/nn/fold.h"

#include <algorithm>
#include <cmath>

namespace inference {
namespace {

constexpr double kEpsilon = 1e-5;
constexpr std::int64_t kMaxExtent = 4096;

/// [O,I,kh,kw] → [O,kh,kw,I].
std::vector<double> channelLast(const FoldedLayer& layer) {
    const std::int64_t inputs = layer.shape[1];
    const std::int64_t taps = layer.shape[2] * layer.shape[3];
    std::vector<double> to(layer.weight.size());
    for (std::int64_t o = 0; o < layer.shape[0]; ++o)
        for (std::int64_t i = 0; i < inputs; ++i)
            for (std::int64_t t = 0; t < taps; ++t)
                to[static_cast<std::size_t>((o * taps + t) * inputs + i)] =
                    layer.weight[static_cast<std::size_t>((o * inputs + i) * taps + t)];
    return to;
}

/// [C,1,kh,kw] → [kh,kw,C].
std::vector<double> tapsFirst(const FoldedLayer& layer) {
    const std::int64_t channels = layer.shape[0];
    const std::int64_t taps = layer.shape[2] * layer.shape[3];
    std::vector<double> to(layer.weight.size());
    for (std::int64_t c = 0; c < channels; ++c)
        for (std::int64_t t = 0; t < taps; ++t)
            to[static_cast<std::size_t>(t * channels + c)] =
                layer.weight[static_cast<std::size_t>(c * taps + t)];
    return to;
}

Tensor uploadBias(const WeightScope& w, const FoldedLayer& layer) {
    const bool isZero = std::all_of(layer.bias.begin(), layer.bias.end(), [](double b) { return b == 0; });
    return isZero ? Tensor() : uploadFolded(w, "bias", layer.bias, {layer.shape[0]});
}

} // namespace

std::int64_t extent(const WeightScope& w, std::string_view name, std::size_t dim) {
    const Shape shape = w.shapeOf(name);
    return dim < shape.size() && shape[dim] >= 1 && shape[dim] <= kMaxExtent ? shape[dim] : 1;
}

std::vector<double> readValues(const WeightScope& w, std::string_view name, const Shape& shape) {
    if (w.shapeOf(name) != shape) {
        w.tensor(name, shape); // notes what is wrong
        return {};
    }
    const std::vector<float> values = w.values(name, shape);
    return {values.begin(), values.end()};
}

Tensor uploadFolded(const WeightScope& w, std::string_view name, const std::vector<double>& values,
                    Shape shape) {
    if (values.empty())
        return {};
    std::vector<float> rounded(values.size());
    std::transform(values.begin(), values.end(), rounded.begin(),
                   [](double value) { return static_cast<float>(value); });
    if (!std::all_of(rounded.begin(), rounded.end(), [](float value) { return std::isfinite(value); }))
        w.refuse(name, WeightScope::Fault::NotFinite);
    return w.upload(rounded, std::move(shape));
}

ChannelAffine batchNorm(const WeightScope& w, std::int64_t channels) {
    const std::vector<double> gain = readValues(w, "weight", {channels});
    const std::vector<double> bias = readValues(w, "bias", {channels});
    const std::vector<double> mean = readValues(w, "running_mean", {channels});
    const std::vector<double> variance = readValues(w, "running_var", {channels});
    if (gain.empty() || bias.empty() || mean.empty() || variance.empty())
        return {};
    if (std::any_of(variance.begin(), variance.end(), [](double v) { return v < 0; }))
        w.refuse("running_var", WeightScope::Fault::NegativeVariance);
    ChannelAffine affine;
    for (std::size_t c = 0; c < gain.size(); ++c) {
        const double scale = gain[c] / std::sqrt(variance[c] + kEpsilon);
        affine.scale.push_back(scale);
        affine.shift.push_back(bias[c] - mean[c] * scale);
    }
    return affine;
}

void FoldedLayer::follow(const ChannelAffine& next) {
    if (isEmpty() || next.scale.size() != bias.size()) // noted when it was read
        return;
    const std::size_t row = weight.size() / bias.size();
    for (std::size_t i = 0; i < weight.size(); ++i)
        weight[i] *= next.scale[i / row];
    for (std::size_t o = 0; o < bias.size(); ++o)
        bias[o] = bias[o] * next.scale[o] + next.shift[o];
}

FoldedLayer readLayer(const WeightScope& w, const Shape& shape, Bias bias) {
    FoldedLayer layer{shape, readValues(w, "weight", shape), {}};
    if (bias == Bias::Present)
        layer.bias = readValues(w, "bias", {shape[0]});
    else if (!layer.isEmpty())
        layer.bias.assign(static_cast<std::size_t>(shape[0]), 0.0);
    return layer.isEmpty() || layer.bias.empty() ? FoldedLayer() : layer;
}

FoldedLayer readLayer(const WeightScope& w, const Shape& shape, const WeightScope& norm) {
    FoldedLayer layer = readLayer(w, shape, Bias::Absent);
    layer.follow(batchNorm(norm, shape[0]));
    return layer;
}

Linear toLinear(const WeightScope& w, const FoldedLayer& layer) {
    if (layer.isEmpty())
        return Linear(LinearWeights{});
    return Linear(LinearWeights{uploadFolded(w, "weight", layer.weight, {layer.shape[0], layer.shape[1]}),
                                uploadBias(w, layer)});
}

Conv2d toConv2d(const WeightScope& w, const FoldedLayer& layer, int stride) {
    if (layer.isEmpty())
        return Conv2d(ConvWeights{});
    const Shape& s = layer.shape;
    return Conv2d(ConvWeights{uploadFolded(w, "weight", channelLast(layer), {s[0], s[2], s[3], s[1]}),
                              uploadBias(w, layer), stride, static_cast<int>(s[2] / 2)});
}

DepthwiseConv toDepthwise(const WeightScope& w, const FoldedLayer& layer, int stride) {
    if (layer.isEmpty())
        return DepthwiseConv(DepthwiseWeights{});
    const Shape& s = layer.shape;
    return DepthwiseConv(DepthwiseWeights{uploadFolded(w, "weight", tapsFirst(layer), {s[2], s[3], s[0]}),
                                          uploadBias(w, layer), stride});
}

} // namespace inference
