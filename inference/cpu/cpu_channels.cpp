// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/channel_ops.h"
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/row_ops.h"

#include <algorithm>
#include <vector>

namespace inference::cpu {

namespace {

/// A depthwise convolution; sizes in pixels.
struct Problem {
    const float* x;
    const float* weight;
    const float* bias; ///< null: none
    float* y;
    std::int64_t height, width, channels;
    std::int64_t kernelHeight, kernelWidth, stride;
    std::int64_t outWidth;

    /// The first output column at which kernel column `dx` lies inside the map, and the one behind the last.
    std::int64_t firstInside(std::int64_t dx) const {
        const std::int64_t before = std::max<std::int64_t>(kernelWidth / 2 - dx, 0);
        return std::min((before + stride - 1) / stride, outWidth);
    }
    std::int64_t endInside(std::int64_t dx) const {
        const std::int64_t last = width - 1 + kernelWidth / 2 - dx;
        return last < 0 ? 0 : std::min(last / stride + 1, outWidth);
    }
};

/// Output columns [begin, end) of a row, which the same kernel columns reach.
void convolveSpan(const Problem& p, std::int64_t row, std::int64_t begin, std::int64_t end,
                  std::vector<DepthwiseTap>& taps) {
    taps.clear();
    for (std::int64_t dy = 0; dy < p.kernelHeight; ++dy) {
        const std::int64_t y = row * p.stride - p.kernelHeight / 2 + dy;
        if (y < 0 || y >= p.height)
            continue;
        for (std::int64_t dx = 0; dx < p.kernelWidth; ++dx) {
            const std::int64_t x = begin * p.stride - p.kernelWidth / 2 + dx;
            if (begin >= p.firstInside(dx) && end <= p.endInside(dx))
                taps.push_back({p.x + (y * p.width + x) * p.channels,
                                p.weight + (dy * p.kernelWidth + dx) * p.channels});
        }
    }
    const DepthwiseSpan span = {taps.data(),
                                taps.size(),
                                p.bias,
                                static_cast<std::size_t>(p.channels),
                                static_cast<std::size_t>(end - begin),
                                static_cast<std::size_t>(p.stride * p.channels)};
    depthwiseSpan(span, p.y + (row * p.outWidth + begin) * p.channels);
}

void convolveRow(const Problem& p, std::int64_t row, std::vector<DepthwiseTap>& taps) {
    const std::int64_t inner = p.firstInside(0);
    const std::int64_t innerEnd = std::max(p.endInside(p.kernelWidth - 1), inner);
    for (std::int64_t column = 0; column < inner; ++column)
        convolveSpan(p, row, column, column + 1, taps);
    if (inner < innerEnd)
        convolveSpan(p, row, inner, innerEnd, taps);
    for (std::int64_t column = innerEnd; column < p.outWidth; ++column)
        convolveSpan(p, row, column, column + 1, taps);
}

/// The sums over all tokens that one group needs.
struct GroupSums {
    std::vector<float> products; ///< [depth, depth], row i: Σ k[i]·v
    std::vector<float> keys;     ///< [depth], Σ k
};

GroupSums sumGroup(const float* keys, std::int64_t tokens, std::int64_t stride, std::size_t depth) {
    GroupSums sums{std::vector<float>(depth * depth), std::vector<float>(depth)};
    std::vector<float> key(depth);
    for (std::int64_t t = 0; t < tokens; ++t, keys += stride) {
        reluRow(keys, key.data(), depth);
        accumulateRow(key.data(), sums.keys.data(), depth);
        accumulateOuter(key.data(), keys + depth, sums.products.data(), depth);
    }
    return sums;
}

} // namespace

void CpuKernels::depthwise(Run& run, const Tensor& x, const DepthwiseWeights& w, Activation act, Tensor& y) {
    const Problem p = {x.f32(),  w.weight.f32(),  w.bias.isEmpty() ? nullptr : w.bias.f32(),
                       y.f32(),  x.dim(0),        x.dim(1),
                       x.dim(2), w.weight.dim(0), w.weight.dim(1),
                       w.stride, y.dim(1)};
    const std::int64_t rowLength = y.dim(1) * y.dim(2);
    const double work = static_cast<double>(rowLength * p.kernelHeight * p.kernelWidth) / 4;
    forPanels(run, y.dim(0), work, [&](std::int64_t begin, std::int64_t end) {
        std::vector<DepthwiseTap> taps;
        for (std::int64_t row = begin; row < end; ++row) {
            convolveRow(p, row, taps);
            float* done = y.f32() + row * rowLength;
            if (act != Activation::None)
                activateRow(done, done, static_cast<std::size_t>(rowLength), act);
        }
    });
}

void CpuKernels::groupedLinear(Run& run, const Tensor& x, const Tensor& weight, Tensor& y) {
    const std::int64_t groups = weight.dim(0);
    const std::int64_t in = weight.dim(1);
    const std::int64_t out = weight.dim(2);
    const std::int64_t rows = y.count() / std::max<std::int64_t>(groups * out, 1);
    forPanels(run, rows, static_cast<double>(weight.count()) / 4, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            for (std::int64_t g = 0; g < groups; ++g)
                multiplyRow(x.f32() + (row * groups + g) * in, weight.f32() + g * in * out,
                            y.f32() + (row * groups + g) * out, static_cast<std::size_t>(in),
                            static_cast<std::size_t>(out));
    });
}

void CpuKernels::reluAttention(Run& run, const Tensor& qkv, int depth, float epsilon, Tensor& y) {
    const std::int64_t tokens = qkv.dim(0);
    const std::int64_t width = qkv.dim(1);
    const auto n = static_cast<std::size_t>(depth);
    forPanels(run, width / (3 * depth), static_cast<double>(tokens * depth * depth) / 2,
              [&](std::int64_t begin, std::int64_t end) {
                  std::vector<float> query(n);
                  for (std::int64_t group = begin; group < end; ++group) {
                      const float* from = qkv.f32() + group * 3 * depth;
                      const GroupSums sums = sumGroup(from + depth, tokens, width, n);
                      for (std::int64_t t = 0; t < tokens; ++t) {
                          reluRow(from + t * width, query.data(), n);
                          float* to = y.f32() + t * y.dim(1) + group * depth;
                          multiplyRow(query.data(), sums.products.data(), to, n, n);
                          float weights = 0;
                          multiplyRow(query.data(), sums.keys.data(), &weights, n, 1);
                          scaleRow(to, 1.0F / (weights + epsilon), n);
                      }
                  }
              });
}

void CpuKernels::scaleChannels(Run& run, const Tensor& x, const Tensor& factors, Tensor& y) {
    const std::int64_t channels = factors.dim(0);
    forPanels(run, x.count() / std::max<std::int64_t>(channels, 1), static_cast<double>(channels),
              [&](std::int64_t begin, std::int64_t end) {
                  for (std::int64_t row = begin; row < end; ++row)
                      multiplyElements(x.f32() + row * channels, factors.f32(), y.f32() + row * channels,
                                       static_cast<std::size_t>(channels));
              });
}

} // namespace inference::cpu
