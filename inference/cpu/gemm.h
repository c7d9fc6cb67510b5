// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/base/parallel.h"
#include "inference/cpu/cpu_memory.h"
#include "inference/device/kernels.h"

#include <cstdint>

namespace inference::cpu {

/// Where the left factor's rows come from: a matrix, or pixels unfolded under a convolution's kernel.
class RowSource {
public:
    virtual ~RowSource() = default;
    /// Copies elements [k, k + depth) of the rows [row, row + rows) to `to`, `stride` floats a row.
    virtual void copy(std::int64_t row, std::int64_t rows, std::int64_t k, std::int64_t depth, float* to,
                      std::int64_t stride) const = 0;
};

/// What happens to a finished sum: y = act(sum + bias + residual).
struct Finish {
    const float* bias = nullptr;     ///< [columns] or null
    const float* residual = nullptr; ///< [rows, columns] or null; may be y itself
    Activation act = Activation::None;
};

/// y [rows, columns] = finish(a [rows, depth] · weight [columns, depth]ᵀ).
struct Gemm {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t depth = 0;
    const float* a = nullptr;               ///< dense; null if `source` is given
    const RowSource* source = nullptr;      ///< instead of `a`
    const LinearWeights* weights = nullptr; ///< weight and scale; the bias stands in `finish`
    float* y = nullptr;
    Finish finish;
};

/// On all threads, panel by panel, until the run is interrupted. A few rows are multiplied straight from the
/// weights as they lie; for more, the weights are first laid out for the tile kernel, as floats, a part at a
/// time, so f16, bf16 and i8 weights cost one conversion a call.
void multiply(const Run& run, ThreadPool& threads, MemoryPool& memory, const Gemm& gemm);

/// The same for i8 weights: the rows are rounded to 8 bits, too. Needs hasByteProducts().
void multiplyBytes(const Run& run, ThreadPool& threads, MemoryPool& memory, const Gemm& gemm);

/// Elements [begin, end) of a weight of any type as floats; `scale` as in LinearWeights, for i8 only.
void widen(const Tensor& from, const Tensor& scale, std::int64_t begin, std::int64_t end, float* to);

} // namespace inference::cpu
