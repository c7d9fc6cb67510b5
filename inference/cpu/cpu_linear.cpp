// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/gemm.h"

#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/row_ops.h"

#include <algorithm>

#include <cblas.h>

namespace inference::cpu {

namespace {

/// BLAS copies the whole weight for each call, so panels must have many rows for that to vanish.
constexpr std::int64_t kFewRows = 4;
/// A panel of all threads takes about this many multiply-adds: some tens of milliseconds.
constexpr double kPanelWork = 3e9;
/// Below this many multiply-adds a part is not worth another thread (about 10 µs).
constexpr double kSmallestPart = 4e5;

std::int64_t roundUp(std::int64_t value, std::int64_t step) {
    return (value + step - 1) / step * step;
}

std::int64_t ceilDiv(std::int64_t a, std::int64_t b) {
    return (a + b - 1) / b;
}

/// How a panel of rows is cut into a grid of parts.
struct Grid {
    std::int64_t rowStep;
    std::int64_t columnStep;
};

/// Each part copies its rows and its columns once; the best grid is the one that copies least.
Grid bestGrid(std::int64_t rows, std::int64_t columns, std::int64_t depth, int threads) {
    const double work = static_cast<double>(rows) * static_cast<double>(columns) * static_cast<double>(depth);
    const auto parts = static_cast<std::int64_t>(std::min<double>(threads, work / kSmallestPart + 1));
    Grid best = {rows, columns};
    double leastCopied = 0;
    for (std::int64_t down = 1; down <= parts; ++down) {
        const std::int64_t across = ceilDiv(parts, down);
        const Grid grid = {roundUp(ceilDiv(rows, down), 4), roundUp(ceilDiv(columns, across), 16)};
        const double copied = static_cast<double>(across) * static_cast<double>(rows) +
                              static_cast<double>(down) * static_cast<double>(columns);
        if (leastCopied > 0 && copied >= leastCopied)
            continue;
        leastCopied = copied;
        best = grid;
    }
    return best;
}

void multiply(const Gemm& g, std::int64_t r, std::int64_t rows, std::int64_t c, std::int64_t columns) {
    const auto k = static_cast<int>(g.depth);
    const float* b = g.b + c * g.depth;
    if (rows <= kFewRows) {
        for (std::int64_t i = r; i < r + rows; ++i)
            cblas_sgemv(CblasRowMajor, CblasNoTrans, static_cast<int>(columns), k, 1.0F, b, k,
                        g.a + i * g.depth, 1, 0.0F, g.y + i * g.columns + c, 1);
    } else {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, static_cast<int>(rows),
                    static_cast<int>(columns), k, 1.0F, g.a + r * g.depth, k, b, k, 0.0F,
                    g.y + r * g.columns + c, static_cast<int>(g.columns));
    }
    if (!g.bias && !g.residual && g.act == Activation::None)
        return;
    for (std::int64_t i = r; i < r + rows; ++i)
        finishRow(g.y + i * g.columns + c, g.bias ? g.bias + c : nullptr,
                  g.residual ? g.residual + i * g.columns + c : nullptr, static_cast<std::size_t>(columns),
                  g.act);
}

} // namespace

void widen(const Tensor& from, const Tensor& scale, std::int64_t begin, std::int64_t end, float* to) {
    const auto* half = static_cast<const std::uint16_t*>(from.data());
    const auto* byte = static_cast<const std::int8_t*>(from.data());
    for (std::int64_t i = begin; i < end; ++i, ++to) {
        if (from.type() == DType::F16)
            *to = halfToFloat(half[i]);
        else if (from.type() == DType::BF16)
            *to = bfloat16ToFloat(half[i]);
        else if (from.type() == DType::I8)
            *to = static_cast<float>(byte[i]) * scale.f32()[i / kQuantBlock];
        else
            *to = from.f32()[i];
    }
}

void multiplyBlock(const Gemm& g) {
    multiply(g, 0, g.rows, 0, g.columns);
}

void multiplyPanels(const Run& run, ThreadPool& threads, const Gemm& g) {
    const double rowWork = std::max(1.0, static_cast<double>(g.columns) * static_cast<double>(g.depth));
    const std::int64_t wanted =
        std::max<std::int64_t>(static_cast<std::int64_t>(kPanelWork / rowWork), kFewRows + 1);
    const std::int64_t panels = std::max<std::int64_t>(1, ceilDiv(g.rows, wanted));
    const std::int64_t panel = roundUp(std::max<std::int64_t>(1, ceilDiv(g.rows, panels)), 4);
    for (std::int64_t begin = 0; begin < g.rows; begin += panel) {
        if (run.interrupted())
            return;
        const std::int64_t rows = std::min(panel, g.rows - begin);
        const Grid grid = bestGrid(rows, g.columns, g.depth, threads.size());
        const std::int64_t across = ceilDiv(g.columns, grid.columnStep);
        threads.parallelFor(across * ceilDiv(rows, grid.rowStep), 1,
                            [&](std::int64_t first, std::int64_t last) {
                                for (std::int64_t part = first; part < last; ++part) {
                                    const std::int64_t r = part / across * grid.rowStep;
                                    const std::int64_t c = part % across * grid.columnStep;
                                    multiply(g, begin + r, std::min(grid.rowStep, rows - r), c,
                                             std::min(grid.columnStep, g.columns - c));
                                }
                            });
    }
}

void CpuKernels::linear(Run& run, const Tensor& x, const LinearWeights& w, Activation act,
                        const Tensor& residual, Tensor& y) {
    if (y.count() == 0)
        return;
    if (w.weight.type() != DType::F32) {
        Tensor weight{m_memory.take(static_cast<std::size_t>(w.weight.count()) * sizeof(float)), DType::F32,
                      w.weight.shape()};
        widen(w.weight, w.scale, 0, weight.count(), weight.f32());
        return linear(run, x, {weight, w.bias, {}}, act, residual, y);
    }
    Gemm g;
    g.depth = w.weight.dim(1);
    g.columns = w.weight.dim(0);
    g.rows = y.count() / g.columns;
    g.a = x.f32();
    g.b = w.weight.f32();
    g.y = y.f32();
    g.bias = w.bias.isEmpty() ? nullptr : w.bias.f32();
    g.residual = residual.isEmpty() ? nullptr : residual.f32();
    g.act = act;
    multiplyPanels(run, m_threads, g);
}

void CpuKernels::matmulTransposed(Run& run, const Tensor& a, const Tensor& b, Tensor& y) {
    linear(run, a, {b, {}}, Activation::None, {}, y);
}

} // namespace inference::cpu
