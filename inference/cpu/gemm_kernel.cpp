// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/gemm_kernel.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "inference/cpu/gemm_kernel.cpp"
#define HWY_DISABLED_TARGETS HWY_SSSE3
#include <hwy/foreach_target.h> // must come before highway.h

#include <hwy/highway.h>

#include "inference/cpu/finish-inl.h"
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
        const std::int64_t ahead = std::min(k + 2 * kStep, job.depth - 1);
        for (std::int64_t j = 0; j < job.count; ++j) {
            rows.fetch(job.column + j, job.k + ahead);
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

/// Where a tile of the block lies.
struct TilePlace {
    std::int64_t row, rows, column, columns;
};

TileEnd endOf(const BlockJob& job, const TilePlace& at) {
    const std::int64_t to = at.row * job.strideY + at.column;
    return {job.y + to,
            job.strideY,
            at.rows,
            at.columns,
            job.finish.bias ? job.finish.bias + at.column : nullptr,
            job.finish.residual ? job.finish.residual + to : nullptr};
}

/// Sums of a tile that is not the first of its depth start from what y holds.
void loadSums(const BlockJob& job, const TilePlace& at, float* sums) {
    for (std::int64_t i = 0; i < at.rows; ++i)
        std::copy_n(job.y + (at.row + i) * job.strideY + at.column, at.columns, sums + i * kTileColumns);
}

HWY_NOINLINE void multiplyInto(const BlockJob& job, const float* a, const float* b, float* sums,
                               const Ahead& ahead) {
    multiplyTile<2>(a, static_cast<std::size_t>(job.strideA), b, static_cast<std::size_t>(job.depth), sums,
                    kTileColumns, job.isFirst ? TileStart::Zero : TileStart::Stored, ahead);
}

template <class Act> void multiplyTiles(const BlockJob& job, const Act& act) {
    HWY_ALIGN float sums[kTileRows * kTileColumns] = {};
    const std::int64_t tiles = (job.rows + kTileRows - 1) / kTileRows;
    const std::int64_t share = job.depth * kTileColumns / tiles; // of the next panel, fetched by each tile
    for (std::int64_t column = 0; column < job.columns; column += kTileColumns) {
        const float* b = job.panels + column / kTileColumns * job.panelStride;
        const std::int64_t columns = std::min(kTileColumns, job.columns - column);
        const bool hasNext = column + kTileColumns < job.columns;
        for (std::int64_t row = 0; row < job.rows; row += kTileRows) {
            const TilePlace at = {row, std::min<std::int64_t>(kTileRows, job.rows - row), column, columns};
            Ahead ahead;
            if (hasNext)
                ahead.panel = b + job.panelStride + row / kTileRows * share;
            if (!job.isFirst)
                loadSums(job, at, sums);
            fetchEnd(endOf(job, at));
            multiplyInto(job, job.a + row * job.strideA, b, sums, ahead);
            if (job.isLast)
                finishTile(endOf(job, at), sums, act);
            else
                for (std::int64_t i = 0; i < at.rows; ++i)
                    std::copy_n(sums + i * kTileColumns, columns, job.y + (row + i) * job.strideY + column);
        }
    }
}

void multiplyBlock(const BlockJob& job) {
    withActivation(job.finish.act, [&](const auto& act) HWY_ATTR { multiplyTiles(job, act); });
}

// A few rows are multiplied with a few rows of the weight at a time; their sums stay in registers.
#if HWY_TARGET <= HWY_AVX3 && (HWY_ARCH_X86)
constexpr int kMostTogether = 8; // of 32 registers
constexpr int kColumnsTogether = 3;
#else
constexpr int kMostTogether = 4; // of 16 registers
constexpr int kColumnsTogether = 2;
#endif
/// Rows of the weight that are fetched ahead: the processor's own look ahead ends with a page of memory.
constexpr std::int64_t kRowsAhead = 3;

/// Sums of rows [row, row + kTogether), as far as there are, with rows [column, column + kColumns) of the
/// weight.
template <int kTogether, int kColumns, class Rows>
HWY_INLINE void dotRows(const Rows& rows, const FewRowsJob& job, std::int64_t row, std::int64_t column) {
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    const std::int64_t last = job.column + job.count - kColumns;
    const std::int64_t ahead = row == 0 ? std::min(column + kRowsAhead, last) : column;
    const float* a[kTogether];
    V sums[kTogether][kColumns];
#pragma GCC unroll 8
    for (int i = 0; i < kTogether; ++i) {
        a[i] = job.a + std::min(row + i, job.rows - 1) * job.depth;
        for (V& sum : sums[i])
            sum = hn::Zero(d);
    }
    std::int64_t k = 0;
    for (; k + lanes <= job.depth; k += lanes) {
        V w[kColumns];
#pragma GCC unroll 3
        for (int c = 0; c < kColumns; ++c) {
            rows.fetch(ahead + c, k);
            w[c] = rows.load(d, column + c, k);
        }
#pragma GCC unroll 8
        for (int i = 0; i < kTogether; ++i) {
            const V x = hn::LoadU(d, a[i] + k);
#pragma GCC unroll 3
            for (int c = 0; c < kColumns; ++c)
                sums[i][c] = hn::MulAdd(x, w[c], sums[i][c]);
        }
    }
    HWY_ALIGN float rest[kTileLanes];
    for (int c = 0; c < kColumns; ++c) {
        if (k < job.depth)
            rows.read(column + c, k, job.depth - k, rest);
        for (std::int64_t i = 0; i < std::min<std::int64_t>(kTogether, job.rows - row); ++i) {
            float sum = hn::GetLane(hn::SumOfLanes(d, sums[i][c]));
            for (std::int64_t j = k; j < job.depth; ++j)
                sum += a[i][j] * rest[j - k];
            job.y[(row + i) * job.strideY + column + c] = sum;
        }
    }
}

template <int kTogether, class Rows>
void dotColumns(const Rows& rows, const FewRowsJob& job, std::int64_t row) {
    std::int64_t column = job.column;
    const std::int64_t end = job.column + job.count;
    for (; column + kColumnsTogether <= end; column += kColumnsTogether)
        dotRows<kTogether, kColumnsTogether>(rows, job, row, column);
    for (; column < end; ++column)
        dotRows<kTogether, 1>(rows, job, row, column);
}

void multiplyFewRows(const FewRowsJob& job) {
    withRows(*job.weights, [&](const auto& rows) HWY_ATTR {
        std::int64_t row = 0;
        for (; row < job.rows; row += kMostTogether) {
            const std::int64_t left = job.rows - row;
            if (left > kMostTogether / 2)
                dotColumns<kMostTogether>(rows, job, row);
            else if (left > 1)
                dotColumns<kMostTogether / 2>(rows, job, row);
            else
                dotColumns<1>(rows, job, row);
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
