// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/base/parallel.h"
#include "inference/device/kernels.h"

#include <cstdint>

namespace inference::cpu {

/// y [rows, columns] = act(a [rows, depth] · b [columns, depth]ᵀ + bias) + residual, all dense; bias
/// [columns] and residual [rows, columns] may be null.
struct Gemm {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t depth = 0;
    const float* a = nullptr;
    const float* b = nullptr;
    float* y = nullptr;
    const float* bias = nullptr;
    const float* residual = nullptr;
    Activation act = Activation::None;
};

/// Elements [begin, end) of a weight of any type as floats; `scale` as in LinearWeights.
void widen(const Tensor& from, const Tensor& scale, std::int64_t begin, std::int64_t end, float* to);

/// On the calling thread, in one piece.
void multiplyBlock(const Gemm& gemm);
/// On all threads, panel by panel, until the run is interrupted.
void multiplyPanels(const Run& run, ThreadPool& threads, const Gemm& gemm);

} // namespace inference::cpu
