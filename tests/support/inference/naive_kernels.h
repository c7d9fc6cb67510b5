// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/device.h"
#include "inference/device/kernels.h"

#include <memory>

namespace inference::test {

/// Every operation as plain loops in double, written from its description alone: the reference for any
/// backend. It works on host memory, one thread, and does not look at the stop token.
class NaiveKernels final : public Kernels {
public:
    void linear(Run& run, const Tensor& x, const LinearWeights& w, Activation act, const Tensor& residual,
                Tensor& y) override;
    void matmulTransposed(Run& run, const Tensor& a, const Tensor& b, Tensor& y) override;
    void add(Run& run, const Tensor& a, const Tensor& b, Tensor& y) override;
    void activate(Run& run, const Tensor& x, Activation act, Tensor& y) override;
    void layerNorm(Run& run, const Tensor& x, const NormWeights& w, float epsilon, Activation act,
                   Tensor& y) override;
    void groupNorm(Run& run, const Tensor& x, const NormWeights& w, int groups, float epsilon, Activation act,
                   Tensor& y) override; // NOLINT(readability-function-size): mirrors ops.h
    void splitRope(Run& run, const Tensor& qkv, const RopeTable& table, int heads,
                   std::array<Tensor, 3>& y) override;
    void attention(Run& run, const Tensor& q, const Tensor& k, const Tensor& v,
                   const AttentionOptions& options, Tensor& y) override;
    void selfAttention(Run& run, const Tensor& qkv, const RopeTable& rope, int heads, Tensor& y) override;
    void windowPartition(Run& run, const Tensor& x, int size, Tensor& y) override;
    void windowUnpartition(Run& run, const Tensor& x, int size, Tensor& y) override;
    void conv2d(Run& run, const Tensor& x, const ConvWeights& w, Activation act, Tensor& y) override;
    void depthwise(Run& run, const Tensor& x, const DepthwiseWeights& w, Activation act, Tensor& y) override;
    void softmaxTokens(Run& run, const Tensor& x, int heads, Tensor& y) override;
    void weightedMeans(Run& run, const Tensor& scores, const Tensor& x, Tensor& y) override;
    void sliceMap(Run& run, const Tensor& x, Tensor& y) override;
    void exchange(Run& run, const SpreadMap& before, const ExchangeJob& job, SpreadMap& after,
                  Tensor& taken) override;
    void upscaleProducts(Run& run, const UpscaleJob& job, Tensor& y) override;
    void groupedLinear(Run& run, const Tensor& x, const Tensor& weight, Tensor& y) override;
    void reluAttention(Run& run, const Tensor& qkv, int depth, float epsilon, Tensor& y) override;
    void scaleChannels(Run& run, const Tensor& x, const Tensor& factors, Tensor& y) override;
    void pixelShuffle2(Run& run, const Tensor& x, Tensor& y) override;
    void addUpsampled2(Run& run, const Tensor& high, const Tensor& low, Tensor& y) override;
    void resizeBilinear(Run& run, const Tensor& x, Tensor& y) override;
    void resizeMap(Run& run, const Tensor& x, Tensor& y) override;
    void roiAlign(Run& run, const Tensor& x, const Tensor& boxes, Tensor& y) override;
    void samplePoints(Run& run, const Tensor& x, const Tensor& points, Tensor& y) override;
    void gatherRows(Run& run, const Tensor& table, std::span<const std::int32_t> ids, Tensor& y) override;
    void concatRows(Run& run, std::span<const Tensor> parts, Tensor& y) override;
    void concatChannels(Run& run, std::span<const Tensor> parts, Tensor& y) override;
    void meanRows(Run& run, const Tensor& x, Tensor& y) override;
    void sineEncode(Run& run, const Tensor& x, std::span<const int> order, Tensor& y) override;
    void refineBoxes(Run& run, const Tensor& delta, const Tensor& reference, Tensor& y) override;
    void boxEdgeDistances(Run& run, const Tensor& boxes, Tensor& x, Tensor& y) override;
    void boxBias(Run& run, const Tensor& bx, const Tensor& by, Tensor& y) override;
};

/// A device with these kernels and plain heap memory, which it fills with NaN so that a result nobody wrote
/// shows.
std::unique_ptr<Device> makeNaiveDevice();

} // namespace inference::test
