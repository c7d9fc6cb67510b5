// SPDX-License-Identifier: Apache-2.0
// The last step of a matrix product, for files that are compiled once for each instruction set.
#if defined(INFERENCE_CPU_FINISH_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef INFERENCE_CPU_FINISH_INL_H
#undef INFERENCE_CPU_FINISH_INL_H
#else
#define INFERENCE_CPU_FINISH_INL_H
#endif

#include "inference/cpu/gemm.h"

#include <algorithm>
#include <cstdint>

#include <hwy/cache_control.h>
#include <hwy/highway.h>

#include "inference/cpu/tile-inl.h"
#include "inference/cpu/vector_math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {

/// Where the sums of a tile go: y, bias and residual at the tile's first row and column.
struct TileEnd {
    float* y;
    std::int64_t strideY;
    std::int64_t rows, columns;
    const float* bias;
    const float* residual;
};

/// Fetches what the end of a tile reads and writes while its sums are computed.
HWY_INLINE void fetchEnd(const TileEnd& end) {
    constexpr std::int64_t kLine = 16;
    for (std::int64_t i = 0; i < end.rows; ++i)
        for (std::int64_t j = 0; j < end.columns; j += kLine) {
            __builtin_prefetch(end.y + i * end.strideY + j, 1);
            if (end.residual)
                hwy::Prefetch(end.residual + i * end.strideY + j);
        }
}

/// Writes sums [kTileRows, 2 vectors], finished, to y.
template <class Act> HWY_INLINE void finishTile(const TileEnd& end, const float* sums, const Act& act) {
    const D d;
    constexpr auto kLanes = static_cast<std::int64_t>(kTileLanes);
    HWY_ALIGN float rest[kTileLanes];
    for (std::int64_t i = 0; i < end.rows; ++i)
        for (std::int64_t j = 0; j < end.columns; j += kLanes) {
            const std::int64_t n = std::min(kLanes, end.columns - j);
            const auto load = [&](const float* from) HWY_ATTR {
                if (n == kLanes)
                    return hn::LoadU(d, from);
                std::copy_n(from, n, rest);
                return hn::Load(d, rest);
            };
            V v = hn::Load(d, sums + i * 2 * kLanes + j);
            if (end.bias)
                v = hn::Add(v, load(end.bias + j));
            if (end.residual)
                v = hn::Add(v, load(end.residual + i * end.strideY + j));
            v = act(v);
            if (n == kLanes) {
                hn::StoreU(v, d, end.y + i * end.strideY + j);
            } else {
                hn::Store(v, d, rest);
                std::copy_n(rest, n, end.y + i * end.strideY + j);
            }
        }
}

} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
