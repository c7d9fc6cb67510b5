// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/row_ops.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include <cblas.h>

namespace inference::cpu {

namespace {

/// A tile of scores is kQueries x kKeys and stays in the second-level cache.
constexpr std::int64_t kQueries = 96;
constexpr std::int64_t kKeys = 256;

struct Problem {
    const float* q;
    const float* k;
    const float* v;
    const float* bias; ///< null: none
    float* y;
    std::int64_t queries, keys;
    std::int64_t heads, depth, valueDepth; ///< depth and valueDepth of one head
    bool causal;

    std::int64_t width() const { return heads * depth; }
    std::int64_t valueWidth() const { return heads * valueDepth; }
};

/// Reused by the work items of one range.
struct Scratch {
    float* scores; ///< kQueries x kKeys
    std::array<SoftmaxState, kQueries> rows;
};

/// Queries [first, first + count) of one head of one batch entry.
struct Block {
    std::int64_t batch, head, first, count;
};

/// Turns the scores of keys [key, key + n) into weights and rescales what the earlier keys gave.
void softmaxTile(const Problem& p, const Block& b, std::int64_t key, std::int64_t n, Scratch& scratch) {
    float* to = p.y + (b.batch * p.queries + b.first) * p.valueWidth() + b.head * p.valueDepth;
    for (std::int64_t i = 0; i < b.count; ++i) {
        const std::int64_t query = b.first + i;
        const std::int64_t seen = p.causal ? std::clamp<std::int64_t>(query + 1 - key, 0, n) : n;
        float* row = scratch.scores + i * n;
        std::fill(row + seen, row + n, 0.0F);
        if (seen == 0)
            continue;
        const float* bias = p.bias ? p.bias + (b.head * p.queries + query) * p.keys + key : nullptr;
        const float factor =
            softmaxStep(row, bias, static_cast<std::size_t>(seen), scratch.rows[static_cast<std::size_t>(i)]);
        if (key > 0 && factor != 1.0F)
            scaleRow(to + i * p.valueWidth(), factor, static_cast<std::size_t>(p.valueDepth));
    }
}

void attend(const Problem& p, const Block& b, Scratch& scratch) {
    const auto count = static_cast<int>(b.count);
    const auto depth = static_cast<int>(p.depth);
    const auto valueDepth = static_cast<int>(p.valueDepth);
    const auto width = static_cast<int>(p.width());
    const auto valueWidth = static_cast<int>(p.valueWidth());
    const float scale = 1.0F / std::sqrt(static_cast<float>(p.depth));
    const float* q = p.q + (b.batch * p.queries + b.first) * p.width() + b.head * p.depth;
    float* y = p.y + (b.batch * p.queries + b.first) * p.valueWidth() + b.head * p.valueDepth;
    scratch.rows.fill({-std::numeric_limits<float>::infinity(), 0.0F});
    const std::int64_t keys = p.causal ? b.first + b.count : p.keys;
    for (std::int64_t key = 0; key < keys; key += kKeys) {
        const std::int64_t n = std::min(kKeys, keys - key);
        const float* k = p.k + (b.batch * p.keys + key) * p.width() + b.head * p.depth;
        const float* v = p.v + (b.batch * p.keys + key) * p.valueWidth() + b.head * p.valueDepth;
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, count, static_cast<int>(n), depth, scale, q,
                    width, k, width, 0.0F, scratch.scores, static_cast<int>(n));
        softmaxTile(p, b, key, n, scratch);
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, count, valueDepth, static_cast<int>(n), 1.0F,
                    scratch.scores, static_cast<int>(n), v, valueWidth, key > 0 ? 1.0F : 0.0F, y, valueWidth);
    }
    for (std::int64_t i = 0; i < b.count; ++i)
        scaleRow(y + i * p.valueWidth(), 1.0F / scratch.rows[static_cast<std::size_t>(i)].sum,
                 static_cast<std::size_t>(p.valueDepth));
}

} // namespace

void CpuKernels::attention(Run& run, const Tensor& q, const Tensor& k, const Tensor& v,
                           const AttentionOptions& options, Tensor& y) {
    if (y.count() == 0)
        return;
    Problem p = {};
    p.q = q.f32();
    p.k = k.f32();
    p.v = v.f32();
    p.bias = options.bias.isEmpty() ? nullptr : options.bias.f32();
    p.y = y.f32();
    p.queries = q.dim(1);
    p.keys = k.dim(1);
    p.heads = options.heads;
    p.depth = q.dim(2) / p.heads;
    p.valueDepth = v.dim(2) / p.heads;
    p.causal = options.causal;
    const std::int64_t blocks = (p.queries + kQueries - 1) / kQueries;
    const double work =
        static_cast<double>(std::min(kQueries, p.queries) * p.keys * (p.depth + p.valueDepth + 16)) / 16;
    forPanels(run, q.dim(0) * p.heads * blocks, work, [&](std::int64_t begin, std::int64_t end) {
        const std::shared_ptr<Storage> tile = m_memory.take(kQueries * kKeys * sizeof(float));
        Scratch scratch = {static_cast<float*>(tile->hostData()), {}};
        for (std::int64_t item = begin; item < end; ++item) {
            const std::int64_t first = item % blocks * kQueries;
            attend(p,
                   {item / blocks / p.heads, item / blocks % p.heads, first,
                    std::min(kQueries, p.queries - first)},
                   scratch);
        }
    });
}

} // namespace inference::cpu
