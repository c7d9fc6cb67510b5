// SPDX-License-Identifier: Apache-2.0
#include "bench/reference_kernels.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <thread>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace bench {

namespace {

#if defined(__x86_64__)
constexpr int kChains = 12; ///< more than latency times throughput
constexpr std::int64_t kRounds = 20'000'000;

__attribute__((target("avx512f"))) float multiplyAdd512() {
    __m512 sums[kChains];
    for (int i = 0; i < kChains; ++i)
        sums[i] = _mm512_set1_ps(static_cast<float>(i));
    const __m512 factor = _mm512_set1_ps(0.999F);
    for (std::int64_t round = 0; round < kRounds; ++round) {
#pragma GCC unroll 12
        for (int i = 0; i < kChains; ++i)
            sums[i] = _mm512_fmadd_ps(sums[i], factor, factor);
    }
    float lanes[16];
    float total = 0;
    for (const __m512& sum : sums) {
        _mm512_storeu_ps(lanes, sum);
        for (const float lane : lanes)
            total += lane;
    }
    return total;
}

__attribute__((target("avx2,fma"))) float multiplyAdd256() {
    __m256 sums[kChains];
    for (int i = 0; i < kChains; ++i)
        sums[i] = _mm256_set1_ps(static_cast<float>(i));
    const __m256 factor = _mm256_set1_ps(0.999F);
    for (std::int64_t round = 0; round < kRounds; ++round) {
#pragma GCC unroll 12
        for (int i = 0; i < kChains; ++i)
            sums[i] = _mm256_fmadd_ps(sums[i], factor, factor);
    }
    float lanes[8];
    float total = 0;
    for (const __m256& sum : sums) {
        _mm256_storeu_ps(lanes, sum);
        for (const float lane : lanes)
            total += lane;
    }
    return total;
}

double flopsOf(float (*loop)(), int lanes, int threads) {
    std::vector<float> results(static_cast<std::size_t>(threads));
    const auto start = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> workers;
        for (float& result : results)
            workers.emplace_back([&result, loop] { result = loop(); });
    }
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    if (results[0] < 0) // never; keeps the loops from being removed
        return 0;
    return 2.0 * lanes * kChains * static_cast<double>(kRounds) * threads / elapsed.count();
}
#endif

} // namespace

double peakFlops(int threads) {
    double best = 0;
#if defined(__x86_64__)
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (__builtin_cpu_supports("avx512f"))
            best = std::max(best, flopsOf(multiplyAdd512, 16, threads));
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
            best = std::max(best, flopsOf(multiplyAdd256, 8, threads));
    }
#else
    (void)threads;
#endif
    return best;
}

double peakFlopsOfCpuTime() {
    const std::clock_t start = std::clock();
    const auto wallStart = std::chrono::steady_clock::now();
    const double byWall = peakFlops(1);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - wallStart;
    const double cpu = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    return byWall * std::max(1.0, wall.count() / cpu);
}

void plainLinear(const float* a, const float* b, float* y, std::int64_t rows, std::int64_t columns,
                 std::int64_t depth) {
    for (std::int64_t r = 0; r < rows; ++r)
        for (std::int64_t c = 0; c < columns; ++c) {
            float sum = 0;
            for (std::int64_t k = 0; k < depth; ++k)
                sum += a[r * depth + k] * b[c * depth + k];
            y[r * columns + c] = sum;
        }
}

void plainAttention(const PlainAttention& p) {
    plainLinear(p.q, p.k, p.scores, p.tokens, p.tokens, p.depth);
    const float scale = 1.0F / std::sqrt(static_cast<float>(p.depth));
    for (std::int64_t i = 0; i < p.tokens; ++i) {
        float* row = p.scores + i * p.tokens;
        const float largest = *std::max_element(row, row + p.tokens);
        float sum = 0;
        for (std::int64_t j = 0; j < p.tokens; ++j)
            sum += row[j] = std::exp((row[j] - largest) * scale);
        std::fill_n(p.y + i * p.depth, p.depth, 0.0F);
        for (std::int64_t j = 0; j < p.tokens; ++j)
            for (std::int64_t c = 0; c < p.depth; ++c)
                p.y[i * p.depth + c] += row[j] / sum * p.v[j * p.depth + c];
    }
}

void plainGelu(const float* x, float* y, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i)
        y[i] = 0.5F * x[i] * (1.0F + std::erf(x[i] * 0.70710678F));
}

void plainLayerNorm(const float* x, float* y, std::int64_t rows, std::int64_t width) {
    for (std::int64_t r = 0; r < rows; ++r) {
        const float* from = x + r * width;
        float mean = 0;
        for (std::int64_t c = 0; c < width; ++c)
            mean += from[c] / static_cast<float>(width);
        float variance = 0;
        for (std::int64_t c = 0; c < width; ++c)
            variance += (from[c] - mean) * (from[c] - mean) / static_cast<float>(width);
        for (std::int64_t c = 0; c < width; ++c)
            y[r * width + c] = (from[c] - mean) / std::sqrt(variance + 1e-5F);
    }
}

} // namespace bench
