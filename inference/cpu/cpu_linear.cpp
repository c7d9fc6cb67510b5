// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/byte_gemm.h"
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/for_chunks.h"
#include "inference/cpu/gemm.h"
#include "inference/cpu/gemm_grid.h"
#include "inference/cpu/gemm_kernel.h"
#include "inference/cpu/row_ops.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace inference::cpu {

namespace {

/// Up to here the weights are read once, or from the second-level cache, without being laid out first.
constexpr std::int64_t kFewRows = 32;
/// Columns of such a product that a thread takes at a time.
constexpr std::int64_t kLongestFew = 384;
/// Rows and depth of a block of copied rows: 400 KB, half of a usual second-level cache.
constexpr std::int64_t kBlockRows = 96;
constexpr std::int64_t kBlockDepth = 1024;
/// Keeps the rows of a block, often a power of two apart, out of each other's cache lines.
constexpr std::int64_t kPadding = 16;
/// Bytes of packed weights at a time; the last-level cache holds about that.
constexpr std::int64_t kPackedBytes = std::int64_t{24} << 20;

class MatrixRows : public RowSource {
public:
    MatrixRows(const float* a, std::int64_t depth) : m_a(a), m_depth(depth) {}
    void copy(std::int64_t row, std::int64_t rows, std::int64_t k, std::int64_t depth, float* to,
              std::int64_t stride) const override {
        for (std::int64_t i = 0; i < rows; ++i)
            std::memcpy(to + i * stride, m_a + (row + i) * m_depth + k,
                        static_cast<std::size_t>(depth) * sizeof(float));
    }

private:
    const float* m_a;
    std::int64_t m_depth;
};

void multiplyFew(const Run& run, ThreadPool& threads, const Gemm& g) {
    const double work = static_cast<double>(g.rows) * static_cast<double>(g.depth);
    const auto grain = std::max<std::int64_t>(1, static_cast<std::int64_t>(kSmallestPart / work));
    // Long runs of columns: what is fetched ahead ends with them.
    const std::int64_t share = std::min<std::int64_t>(kLongestFew, g.columns / (4 * threads.size()));
    forChunks(run, threads, g.columns, std::max(grain, share), [&](std::int64_t begin, std::int64_t end) {
        multiplyFewRows({g.weights, g.a, g.rows, g.depth, begin, end - begin, g.y, g.columns});
        for (std::int64_t i = 0; i < g.rows; ++i)
            finishRow(g.y + i * g.columns + begin, g.finish.bias ? g.finish.bias + begin : nullptr,
                      g.finish.residual ? g.finish.residual + i * g.columns + begin : nullptr,
                      static_cast<std::size_t>(end - begin), g.finish.act);
    });
}

/// Columns [first, first + count) of a product, whose weights are laid out.
struct Slice {
    std::int64_t first, count;
    const float* panels;
};

void multiplyPart(const Gemm& g, const RowSource& source, const Slice& slice, const Part& part,
                  MemoryPool& memory) {
    const TileShape tile = tileShape();
    const std::int64_t depth = roundUp(ceilDiv(g.depth, ceilDiv(g.depth, kBlockDepth)), kPadding);
    const std::int64_t stride = roundUp(depth, kPadding) + kPadding;
    const std::int64_t rows = roundUp(part.rows, tile.rows);
    const std::shared_ptr<Storage> scratch =
        memory.take(static_cast<std::size_t>(rows * stride) * sizeof(float));
    auto* a = static_cast<float*>(scratch->hostData());
    if (rows > part.rows)
        std::memset(a + part.rows * stride, 0,
                    static_cast<std::size_t>((rows - part.rows) * stride) * sizeof(float));
    const std::int64_t column = slice.first + part.column;
    for (std::int64_t k = 0; k < g.depth; k += depth) {
        const std::int64_t count = std::min(depth, g.depth - k);
        source.copy(part.row, part.rows, k, count, a, stride);
        BlockJob job = {};
        job.a = a;
        job.rows = part.rows;
        job.strideA = stride;
        job.panels = slice.panels + part.column * g.depth + k * tile.columns;
        job.panelStride = g.depth * tile.columns;
        job.depth = count;
        job.y = g.y + part.row * g.columns + column;
        job.columns = part.columns;
        job.strideY = g.columns;
        job.isFirst = k == 0;
        job.isLast = k + count == g.depth;
        job.finish = g.finish;
        if (g.finish.bias)
            job.finish.bias = g.finish.bias + column;
        if (g.finish.residual)
            job.finish.residual = g.finish.residual + part.row * g.columns + column;
        multiplyBlock(job);
    }
}

void pack(ThreadPool& threads, const Gemm& g, Slice& slice, float* to) {
    const std::int64_t width = tileShape().columns;
    const double work = static_cast<double>(width * g.depth);
    threads.parallelFor(ceilDiv(slice.count, width),
                        std::max<std::int64_t>(1, static_cast<std::int64_t>(kSmallestPart / 10 / work)),
                        [&](std::int64_t begin, std::int64_t end) {
                            for (std::int64_t panel = begin; panel < end; ++panel)
                                packPanel({g.weights, slice.first + panel * width,
                                           std::min(width, slice.count - panel * width), 0, g.depth,
                                           to + panel * width * g.depth});
                        });
    slice.panels = to;
}

} // namespace

void multiply(const Run& run, ThreadPool& threads, MemoryPool& memory, const Gemm& g) {
    if (g.rows == 0 || g.columns == 0)
        return;
    if (g.rows <= kFewRows && g.source == nullptr)
        return multiplyFew(run, threads, g);
    if (g.weights->weight.type() == DType::I8 && g.source == nullptr && hasByteProducts())
        return multiplyBytes(run, threads, memory, g);
    const MatrixRows dense(g.a, g.depth);
    const RowSource& source = g.source ? *g.source : dense;
    const std::int64_t width = tileShape().columns;
    const std::int64_t fitting = std::max<std::int64_t>(
        1, kPackedBytes / (width * g.depth * static_cast<std::int64_t>(sizeof(float))));
    const std::int64_t panels = ceilDiv(g.columns, width);
    const std::int64_t step = ceilDiv(panels, ceilDiv(panels, fitting)) * width;
    const std::shared_ptr<Storage> packed = memory.take(
        static_cast<std::size_t>(std::min(step, roundUp(g.columns, width)) * g.depth) * sizeof(float));
    for (std::int64_t first = 0; first < g.columns; first += step) {
        if (run.interrupted())
            return;
        Slice slice = {first, std::min(step, g.columns - first), nullptr};
        pack(threads, g, slice, static_cast<float*>(packed->hostData()));
        const bool goesOn = forParts(run, threads, {g.rows, slice.count, g.depth}, kBlockRows,
                                     [&](const Part& part) { multiplyPart(g, source, slice, part, memory); });
        if (!goesOn)
            return;
    }
}

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

void CpuKernels::linear(Run& run, const Tensor& x, const LinearWeights& w, Activation act,
                        const Tensor& residual, Tensor& y) {
    if (y.count() == 0)
        return;
    Gemm g;
    g.depth = w.weight.dim(1);
    g.columns = w.weight.dim(0);
    g.rows = y.count() / g.columns;
    g.a = x.f32();
    g.weights = &w;
    g.y = y.f32();
    g.finish = {w.bias.isEmpty() ? nullptr : w.bias.f32(), residual.isEmpty() ? nullptr : residual.f32(),
                act};
    multiply(run, m_threads, m_memory, g);
}

void CpuKernels::matmulTransposed(Run& run, const Tensor& a, const Tensor& b, Tensor& y) {
    linear(run, a, {b, {}}, Activation::None, {}, y);
}

} // namespace inference::cpu
