// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/base/parallel.h"
#include "inference/cpu/cpu_memory.h"
#include "inference/device/kernels.h"

#include <cstdint>
#include <functional>

namespace inference::cpu {

/// The operations on host memory. Work is cut into chunks of some milliseconds at most; when a run wants a
/// pause no further one is begun, and the run is asked, on the calling thread, whether it goes on.
class CpuKernels final : public Kernels {
public:
    CpuKernels(ThreadPool& threads, MemoryPool& memory);

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

private:
    struct Heads;
    using Body = std::function<void(std::int64_t begin, std::int64_t end)>;

    /// Runs `body` over [0, count) in chunks; `work` is about the number of elementary operations of one
    /// item, from which the chunk follows. False if the run was interrupted on the way.
    bool forPanels(const Run& run, std::int64_t count, double work, const Body& body) const;
    void attend(const Run& run, const Heads& heads);

    ThreadPool& m_threads;
    MemoryPool& m_memory;
};

} // namespace inference::cpu
