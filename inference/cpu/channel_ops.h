// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

/// Arithmetic on the channels of neighbouring pixels, compiled for each instruction set and chosen at run
/// time. No allocation, no threads.
namespace inference::cpu {

/// One position of a depthwise kernel: what it reads for the first pixel, and its weights [channels].
struct DepthwiseTap {
    const float* x;
    const float* weight;
};

/// Neighbouring pixels that the same positions of the kernel reach.
struct DepthwiseSpan {
    const DepthwiseTap* taps;
    std::size_t tapCount;
    const float* bias; ///< [channels] or null
    std::size_t channels;
    std::size_t pixels;
    std::size_t step; ///< floats from what a pixel reads to what the next one reads
};
/// y[p][c] = bias[c] + Σ taps x[p·step + c]·weight[c]; y [pixels, channels].
void depthwiseSpan(const DepthwiseSpan& span, float* y);

/// y = x·w for one row x [in] and a matrix w [in, out].
void multiplyRow(const float* x, const float* w, float* y, std::size_t in, std::size_t out);

/// y = max(x, 0).
void reluRow(const float* x, float* y, std::size_t n);

/// sums[i] += k[i]·v for rows of `depth` floats, i < depth.
void accumulateOuter(const float* k, const float* v, float* sums, std::size_t depth);

/// y = x·factors.
void multiplyElements(const float* x, const float* factors, float* y, std::size_t n);

} // namespace inference::cpu
