// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/kernels.h"

#include <cstddef>

/// Arithmetic on contiguous rows, compiled for each instruction set and chosen at run time. No allocation, no
/// threads.
namespace inference::cpu {

/// y = act(x); y may be x.
void activateRow(const float* x, float* y, std::size_t n, Activation act);

/// x = e^x.
void exponentialRow(float* x, std::size_t n);

/// y = a + b; y may be either.
void addRow(const float* a, const float* b, float* y, std::size_t n);

/// y = act(y + bias + residual); bias and residual may be null.
void finishRow(float* y, const float* bias, const float* residual, std::size_t n, Activation act);

struct RowNorm {
    const float* gain;
    const float* bias;
    float epsilon;
    Activation act;
};
/// y = act((x - mean) / sqrt(variance + epsilon) · gain + bias) with statistics of the row, in two passes.
void layerNormRow(const float* x, float* y, std::size_t n, const RowNorm& norm);

/// y = act((x - mean) · scale + shift), each a row of n.
struct RowAffine {
    const float* mean;
    const float* scale;
    const float* shift;
    Activation act;
};
void affineRow(const float* x, float* y, std::size_t n, const RowAffine& affine);

/// sum += x.
void accumulateRow(const float* x, float* sum, std::size_t n);
/// sum += (x - mean)².
void accumulateSquaresRow(const float* x, const float* mean, float* sum, std::size_t n);

/// Turns the pairs (x[2p], x[2p+1]), p < pairs, by the angles whose cosine and sine are given.
void ropeRow(const float* x, const float* cosine, const float* sine, float* y, std::size_t pairs);

/// y = a + (b - a)·t.
void lerpRow(const float* a, const float* b, float t, float* y, std::size_t n);

/// y += x·factor.
void accumulateScaledRow(const float* x, float factor, float* y, std::size_t n);

/// x *= factor.
void scaleRow(float* x, float factor, std::size_t n);

} // namespace inference::cpu
