// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// What the kernels are measured against: straightforward f32 code on one thread, and the processor's own
/// ceiling.
namespace bench {

/// Multiply-adds a second, as FLOP/s, of `threads` threads that do nothing but fused multiply-adds in
/// registers.
double peakFlops(int threads);
/// The same for one thread, by the second of processor time.
double peakFlopsOfCpuTime();

/// y [rows, columns] = a [rows, depth] · b [columns, depth]ᵀ: three loops.
void plainLinear(const float* a, const float* b, float* y, std::int64_t rows, std::int64_t columns,
                 std::int64_t depth);

/// One head: q, k, v [tokens, depth] → y, with the whole matrix of scores in `scores` [tokens, tokens].
struct PlainAttention {
    std::int64_t tokens, depth;
    const float *q, *k, *v;
    float *scores, *y;
};
void plainAttention(const PlainAttention& p);

void plainGelu(const float* x, float* y, std::int64_t count);
void plainLayerNorm(const float* x, float* y, std::int64_t rows, std::int64_t width);

} // namespace bench
