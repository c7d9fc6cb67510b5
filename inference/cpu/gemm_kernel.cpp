// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/gemm_kernel.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "inference/cpu/gemm_kernel.cpp"
#define HWY_DISABLED_TARGETS HWY_SSSE3
#include <hwy/foreach_target.h> // must come before highway.h

#include <hwy/highway.h>

#include "inference/cpu/tile-inl.h"
#include "inference/cpu/vector_math-inl.h"
#include "inference/cpu/weight_rows-inl.h"

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {
namespace {

constexpr std::int64_t kTileColumns = 2 * static_cast<std::int64_t>(kTileLanes);

TileShape tileShape() {
    return {kTileRows, kTileColumns};
}

/// Rows are read a cache line at a time and turned in the first-level cache: reading one element of each row
/// in turn would evict the lines before they are used up, as rows lie a power of two apart.
template <class Rows> void packRows(const Rows& rows, const PanelJob& job) {
    constexpr std::int64_t kStep = 16;
    constexpr std::int64_t kStride = kTileColumns + 1;
    HWY_ALIGN float turned[kStep * kStride];
    HWY_ALIGN float line[kStep];
    std::fill(turned, turned + kStep * kStride, 0.0F);
    for (std::int64_t k = 0; k < job.depth; k += kStep) {
        const std::int64_t step = std::min(kStep, job.depth - k);
        for (std::int64_t j = 0; j < job.count; ++j) {
            rows.read(job.column + j, job.k + k, step, line);
            for (std::int64_t i = 0; i < step; ++i)
                turned[i * kStride + j] = line[i];
        }
        for (std::int64_t i = 0; i < step; ++i)
            std::copy_n(turned + i * kStride, kTileColumns, job.to + (k + i) * kTileColumns);
    }
}

void packPanel(const PanelJob& job) {
    withRows(*job.weights, [&](const auto& rows) HWY_ATTR { packRows(rows, job); });
}

/// y = act(y + bias) + residual on a tile that is still in the first-level cache.
template <class Act>
HWY_INLINE void finishTile(const BlockJob& job, std::int64_t row, std::int64_t rows, std::int64_t column,
                           std::int64_t columns, const Act& act) {
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    HWY_ALIGN float buffer[kTileLanes];
    for (std::int64_t i = row; i < row + rows; ++i)
        for (std::int64_t j = column; j < column + columns; j += lanes) {
            const std::int64_t n = std::min(lanes, column + columns - j);
            const auto load = [&](const float* from) HWY_ATTR {
                if (n == lanes)
                    return hn::LoadU(d, from);
                std::copy_n(from, n, buffer);
                return hn::Load(d, buffer);
            };
            V v = load(job.y + i * job.strideY + j);
            if (job.finish.bias)
                v = hn::Add(v, load(job.finish.bias + j));
            v = act(v);
            if (job.finish.residual)
                v = hn::Add(v, load(job.finish.residual + i * job.strideY + j));
            if (n == lanes) {
                hn::StoreU(v, d, job.y + i * job.strideY + j);
            } else {
                hn::Store(v, d, buffer);
                std::copy_n(buffer, n, job.y + i * job.strideY + j);
            }
        }
}

/// A tile that hangs over the block's edge goes through a buffer.
HWY_NOINLINE void multiplyEdge(const BlockJob& job, const float* a, const float* b, float* y,
                               std::int64_t rows, std::int64_t columns) {
    HWY_ALIGN float buffer[kTileRows * kTileColumns] = {};
    if (!job.isFirst)
        for (std::int64_t i = 0; i < rows; ++i)
            std::copy_n(y + i * job.strideY, columns, buffer + i * kTileColumns);
    multiplyTile<2>(a, static_cast<std::size_t>(job.strideA), b, static_cast<std::size_t>(job.depth), buffer,
                    kTileColumns, TileStart::Stored);
    for (std::int64_t i = 0; i < rows; ++i)
        std::copy_n(buffer + i * kTileColumns, columns, y + i * job.strideY);
}

HWY_NOINLINE void multiplyWhole(const BlockJob& job, const float* a, const float* b, float* y) {
    multiplyTile<2>(a, static_cast<std::size_t>(job.strideA), b, static_cast<std::size_t>(job.depth), y,
                    static_cast<std::size_t>(job.strideY), job.isFirst ? TileStart::Zero : TileStart::Stored);
}

template <class Act> void multiplyTiles(const BlockJob& job, const Act& act) {
    const bool finishes =
        job.isLast && (job.finish.bias || job.finish.residual || job.finish.act != Activation::None);
    for (std::int64_t column = 0; column < job.columns; column += kTileColumns) {
        const float* b = job.panels + column / kTileColumns * job.panelStride;
        const std::int64_t columns = std::min(kTileColumns, job.columns - column);
        for (std::int64_t row = 0; row < job.rows; row += kTileRows) {
            const std::int64_t rows = std::min<std::int64_t>(kTileRows, job.rows - row);
            const float* a = job.a + row * job.strideA;
            float* y = job.y + row * job.strideY + column;
            if (rows == kTileRows && columns == kTileColumns)
                multiplyWhole(job, a, b, y);
            else
                multiplyEdge(job, a, b, y, rows, columns);
            if (finishes)
                finishTile(job, row, rows, column, columns, act);
        }
    }
}

void multiplyBlock(const BlockJob& job) {
    withActivation(job.finish.act, [&](const auto& act) HWY_ATTR { multiplyTiles(job, act); });
}

/// Sums of up to kTogether rows with one row of the weight.
template <int kTogether, class Rows>
HWY_INLINE void dotRows(const Rows& rows, const FewRowsJob& job, std::int64_t row, std::int64_t column) {
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    V sums[kTogether];
    for (V& sum : sums)
        sum = hn::Zero(d);
    const float* a = job.a + row * job.depth;
    std::int64_t k = 0;
    for (; k + lanes <= job.depth; k += lanes) {
        const V w = rows.load(d, column, k);
#pragma GCC unroll 8
        for (int i = 0; i < kTogether; ++i)
            sums[i] = hn::MulAdd(hn::LoadU(d, a + i * job.depth + k), w, sums[i]);
    }
    HWY_ALIGN float rest[kTileLanes];
    if (k < job.depth)
        rows.read(column, k, job.depth - k, rest);
    for (int i = 0; i < kTogether; ++i) {
        float sum = hn::GetLane(hn::SumOfLanes(d, sums[i]));
        for (std::int64_t j = k; j < job.depth; ++j)
            sum += a[i * job.depth + j] * rest[j - k];
        job.y[(row + i) * job.strideY + column] = sum;
    }
}

void multiplyFewRows(const FewRowsJob& job) {
    withRows(*job.weights, [&](const auto& rows) HWY_ATTR {
        for (std::int64_t column = job.column; column < job.column + job.count; ++column) {
            std::int64_t row = 0;
            for (; row + 8 <= job.rows; row += 8)
                dotRows<8>(rows, job, row, column);
            for (; row + 4 <= job.rows; row += 4)
                dotRows<4>(rows, job, row, column);
            for (; row + 2 <= job.rows; row += 2)
                dotRows<2>(rows, job, row, column);
            for (; row < job.rows; ++row)
                dotRows<1>(rows, job, row, column);
        }
    });
}

} // namespace
} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace inference::cpu {

HWY_EXPORT(tileShape);
HWY_EXPORT(packPanel);
HWY_EXPORT(multiplyBlock);
HWY_EXPORT(multiplyFewRows);

TileShape tileShape() {
    return HWY_DYNAMIC_DISPATCH(tileShape)();
}

void packPanel(const PanelJob& job) {
    HWY_DYNAMIC_DISPATCH(packPanel)(job);
}

void multiplyBlock(const BlockJob& job) {
    HWY_DYNAMIC_DISPATCH(multiplyBlock)(job);
}

void multiplyFewRows(const FewRowsJob& job) {
    HWY_DYNAMIC_DISPATCH(multiplyFewRows)(job);
}

} // namespace inference::cpu
#endif
