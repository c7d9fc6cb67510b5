// SPDX-License-Identifier: Apache-2.0
// Attention between the many tokens of a map and a few others, with the softmax apart from the products.
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/gemm_grid.h"
#include "inference/cpu/gemm_kernel.h"
#include "inference/cpu/row_ops.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <vector>

namespace inference::cpu {

namespace {

/// Rows that are summed together. Fixed, so that results do not depend on the number of threads.
constexpr std::int64_t kSlice = 288;
/// Keeps rows out of each other's cache lines.
constexpr std::int64_t kPadding = 16;

/// Softmax over the tokens for each head; a row holds [tokens, heads].
void softmaxRow(const float* x, std::int64_t tokens, std::int64_t heads, float* y, float* perHead) {
    std::copy_n(x, heads, perHead);
    for (std::int64_t t = 1; t < tokens; ++t)
        for (std::int64_t h = 0; h < heads; ++h)
            perHead[h] = std::max(perHead[h], x[t * heads + h]);
    for (std::int64_t t = 0; t < tokens; ++t)
        for (std::int64_t h = 0; h < heads; ++h)
            y[t * heads + h] = x[t * heads + h] - perHead[h];
    exponentialRow(y, static_cast<std::size_t>(tokens * heads));
    std::fill_n(perHead, heads, 0.0F);
    for (std::int64_t t = 0; t < tokens; ++t)
        for (std::int64_t h = 0; h < heads; ++h)
            perHead[h] += y[t * heads + h];
    for (std::int64_t h = 0; h < heads; ++h)
        perHead[h] = 1.0F / perHead[h];
    for (std::int64_t t = 0; t < tokens; ++t)
        for (std::int64_t h = 0; h < heads; ++h)
            y[t * heads + h] *= perHead[h];
}

/// The rows [first, first + count) of a map, weighed by each of `kinds` columns of scores.
struct SliceJob {
    const float* scores; ///< [count, kinds]
    const float* x;      ///< [count, width]
    std::int64_t count, kinds, width;
    float* largest; ///< [kinds]: of the scores
    float* totals;  ///< [kinds]: of the weights
    float* sums;    ///< [kinds, width]
};

/// Weights of a slice [kinds, stride], one row for each column of scores.
void takeWeights(const SliceJob& job, float* weights, std::int64_t stride) {
    std::vector<float> row(static_cast<std::size_t>(job.kinds));
    std::copy_n(job.scores, job.kinds, job.largest);
    for (std::int64_t i = 1; i < job.count; ++i)
        for (std::int64_t k = 0; k < job.kinds; ++k)
            job.largest[k] = std::max(job.largest[k], job.scores[i * job.kinds + k]);
    std::fill_n(job.totals, job.kinds, 0.0F);
    for (std::int64_t i = 0; i < job.count; ++i) {
        for (std::int64_t k = 0; k < job.kinds; ++k)
            row[static_cast<std::size_t>(k)] = job.scores[i * job.kinds + k] - job.largest[k];
        exponentialRow(row.data(), row.size());
        accumulateRow(row.data(), job.totals, row.size());
        for (std::int64_t k = 0; k < job.kinds; ++k)
            weights[k * stride + i] = row[static_cast<std::size_t>(k)];
    }
}

/// Rows as they come are what the tile kernel wants of its right factor, a panel of columns at a time.
void takeRows(const SliceJob& job, float* panels) {
    const std::int64_t columns = tileShape().columns;
    for (std::int64_t first = 0; first < job.width; first += columns) {
        const std::int64_t n = std::min(columns, job.width - first);
        for (std::int64_t i = 0; i < job.count; ++i, panels += columns) {
            std::memcpy(panels, job.x + i * job.width + first, static_cast<std::size_t>(n) * sizeof(float));
            std::fill_n(panels + n, columns - n, 0.0F);
        }
    }
}

/// Parts of the scratch memory of a slice, in floats.
struct SliceMemory {
    explicit SliceMemory(const SliceJob& job)
        : stride(roundUp(job.count, kPadding) + kPadding),
          weights(roundUp(job.kinds, tileShape().rows) * stride),
          panels(roundUp(job.width, tileShape().columns) * job.count) {}
    std::int64_t stride, weights, panels;
};

void weighSlice(const SliceJob& job, float* memory) {
    const SliceMemory parts(job);
    std::fill_n(memory, parts.weights, 0.0F);
    takeWeights(job, memory, parts.stride);
    takeRows(job, memory + parts.weights);
    BlockJob block = {};
    block.a = memory;
    block.rows = job.kinds;
    block.strideA = parts.stride;
    block.panels = memory + parts.weights;
    block.panelStride = job.count * tileShape().columns;
    block.depth = job.count;
    block.y = job.sums;
    block.columns = block.strideY = job.width;
    block.isFirst = block.isLast = true;
    multiplyBlock(block);
}

/// y [kinds, width] from the slices, whose weights refer to their own largest scores.
void joinSlices(const std::vector<SliceJob>& slices, std::int64_t kind, float* y) {
    const auto width = static_cast<std::size_t>(slices.front().width);
    float largest = -std::numeric_limits<float>::infinity();
    for (const SliceJob& slice : slices)
        largest = std::max(largest, slice.largest[kind]);
    std::fill_n(y, width, 0.0F);
    float total = 0;
    for (const SliceJob& slice : slices) {
        const float factor = std::exp(slice.largest[kind] - largest);
        total += slice.totals[kind] * factor;
        accumulateScaledRow(slice.sums + kind * slice.width, factor, y, width);
    }
    scaleRow(y, 1.0F / total, width);
}

} // namespace

void CpuKernels::softmaxTokens(Run& run, const Tensor& x, int heads, Tensor& y) {
    if (x.count() == 0)
        return;
    const std::int64_t width = x.dim(1);
    forPanels(run, x.dim(0), static_cast<double>(2 * width), [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> perHead(static_cast<std::size_t>(heads));
        for (std::int64_t row = begin; row < end; ++row)
            softmaxRow(x.f32() + row * width, width / heads, heads, y.f32() + row * width, perHead.data());
    });
}

void CpuKernels::weightedMeans(Run& run, const Tensor& scores, const Tensor& x, Tensor& y) {
    if (y.count() == 0)
        return;
    const std::int64_t kinds = scores.dim(1);
    const std::int64_t width = x.dim(1);
    const std::int64_t count = ceilDiv(x.dim(0), kSlice);
    const std::int64_t each = kinds * (width + 2);
    const std::shared_ptr<Storage> partial =
        m_memory.take(static_cast<std::size_t>(count * each) * sizeof(float));
    std::vector<SliceJob> slices;
    for (std::int64_t s = 0; s < count; ++s) {
        float* own = static_cast<float*>(partial->hostData()) + s * each;
        slices.push_back({scores.f32() + s * kSlice * kinds, x.f32() + s * kSlice * width,
                          std::min(kSlice, x.dim(0) - s * kSlice), kinds, width, own + kinds * width,
                          own + kinds * (width + 1), own});
    }
    const SliceMemory most(slices.front());
    const bool isDone = forPanels(
        run, count, static_cast<double>(kSlice * width * kinds) / 16,
        [&](std::int64_t begin, std::int64_t end) {
            const std::shared_ptr<Storage> scratch =
                m_memory.take(static_cast<std::size_t>(most.weights + most.panels) * sizeof(float));
            for (std::int64_t s = begin; s < end; ++s)
                weighSlice(slices[static_cast<std::size_t>(s)], static_cast<float*>(scratch->hostData()));
        });
    if (!isDone)
        return;
    forPanels(run, kinds, static_cast<double>(count * width), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t kind = begin; kind < end; ++kind)
            joinSlices(slices, kind, y.f32() + kind * width);
    });
}

} // namespace inference::cpu
