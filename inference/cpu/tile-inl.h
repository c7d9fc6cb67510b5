// SPDX-License-Identifier: Apache-2.0
// The innermost loop of every matrix product, for files that are compiled once for each instruction set.
#if defined(INFERENCE_CPU_TILE_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef INFERENCE_CPU_TILE_INL_H
#undef INFERENCE_CPU_TILE_INL_H
#else
#define INFERENCE_CPU_TILE_INL_H
#endif

#include <cstddef>

#include <hwy/cache_control.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {

// A tile of sums stays in registers: kTileRows x (2 vectors), with room for two vectors of b and one of a.
#if HWY_TARGET <= HWY_AVX3 && (HWY_ARCH_X86)
constexpr int kTileRows = 12; // of 32 registers
#else
constexpr int kTileRows = 6; // of 16 registers
#endif
constexpr std::size_t kTileLanes = HWY_MAX_BYTES / sizeof(float);

enum class TileStart { Zero, Stored };

/// What the next tiles need, fetched while this one is computed: weights come from beyond the second-level
/// cache.
struct Ahead {
    const float* panel = nullptr; ///< a cache line for every kLineStep steps of the depth; null: nothing
    static constexpr std::size_t kLineStep = 4;
};

/// c [kTileRows, kVectors·lanes] = (Zero: 0, Stored: c) + a [kTileRows, depth] · b [depth, kVectors·lanes];
/// rows of a, b and c lie `strideA`, `strideB` and `strideC` apart, those of b aligned.
template <int kVectors>
// NOLINTNEXTLINE(readability-function-size): plain values stay in registers
HWY_INLINE void multiplyTile(const float* HWY_RESTRICT a, std::size_t strideA, const float* HWY_RESTRICT b,
                             std::size_t depth, float* HWY_RESTRICT c, std::size_t strideC, TileStart start,
                             const Ahead& ahead = {}, std::size_t strideB = kVectors * kTileLanes) {
    namespace hn = hwy::HWY_NAMESPACE;
    const hn::ScalableTag<float> d;
    using V = hn::Vec<decltype(d)>;
    constexpr int kGroup = 3; // rows that one base address reaches: base, + stride, + 2 strides
    V sums[kTileRows][kVectors];
    if (start == TileStart::Zero) {
#pragma GCC unroll 12
        for (int i = 0; i < kTileRows; ++i)
#pragma GCC unroll 2
            for (int v = 0; v < kVectors; ++v)
                sums[i][v] = hn::Zero(d);
    } else {
#pragma GCC unroll 12
        for (int i = 0; i < kTileRows; ++i)
#pragma GCC unroll 2
            for (int v = 0; v < kVectors; ++v)
                sums[i][v] = hn::LoadU(d, c + i * strideC + v * kTileLanes);
    }
    const float* group[kTileRows / kGroup];
#pragma GCC unroll 4
    for (int g = 0; g < kTileRows / kGroup; ++g)
        group[g] = a + g * kGroup * strideA;
    const float* line = ahead.panel;
    for (std::size_t k = 0; k < depth; ++k, b += strideB) {
        if (line && k % Ahead::kLineStep == 0) {
            hwy::Prefetch(line);
            line += 16;
        }
        V row[kVectors];
#pragma GCC unroll 2
        for (int v = 0; v < kVectors; ++v)
            row[v] = hn::Load(d, b + v * kTileLanes);
#pragma GCC unroll 12
        for (int i = 0; i < kTileRows; ++i) {
            const V factor = hn::Set(d, group[i / kGroup][(i % kGroup) * strideA + k]);
#pragma GCC unroll 2
            for (int v = 0; v < kVectors; ++v)
                sums[i][v] = hn::MulAdd(factor, row[v], sums[i][v]);
        }
    }
#pragma GCC unroll 12
    for (int i = 0; i < kTileRows; ++i)
#pragma GCC unroll 2
        for (int v = 0; v < kVectors; ++v)
            hn::StoreU(sums[i][v], d, c + i * strideC + v * kTileLanes);
}

} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
