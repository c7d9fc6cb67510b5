// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/attention_kernel.h"

#include <algorithm>
#include <limits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "inference/cpu/attention_kernel.cpp"
#define HWY_DISABLED_TARGETS HWY_SSSE3
#include <hwy/foreach_target.h> // must come before highway.h

#include <hwy/highway.h>

#include "inference/cpu/tile-inl.h"
#include "inference/cpu/vector_math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {
namespace {

constexpr auto kLanes = static_cast<std::int64_t>(kTileLanes);
constexpr std::int64_t kTileColumns = 2 * kLanes;
/// Scores of a tile of queries with so many keys stay in the first-level cache.
constexpr std::int64_t kKeyBlock = 576;
constexpr std::int64_t kPadding = 16;
constexpr std::int64_t kScoreStride = kKeyBlock + kPadding;
/// Query tiles that go over a block of keys before the next block comes: it stays in the second-level cache.
constexpr std::int64_t kTilesTogether = 8;
constexpr float kLog2E = 1.44269504F;

std::int64_t roundUp(std::int64_t value, std::int64_t step) {
    return (value + step - 1) / step * step;
}

/// Where the parts of the scratch memory lie.
struct Scratch {
    float* keys;    ///< panels [depth][tile columns]
    float* values;  ///< panels [keys][tile columns]
    float* queries; ///< kTilesTogether tiles, rows queryStride apart, times scale·log2(e)
    float* scores;  ///< a tile, rows kScoreStride apart
    float* sums;    ///< kTilesTogether tiles, rows valueStride apart
    float* largest; ///< of each row so far, in powers of two
    float* totals;  ///< of each row so far
    std::int64_t queryStride;
    std::int64_t valueStride;
    std::size_t size;
};

Scratch layOut(const HeadJob& job, float* memory) {
    constexpr std::int64_t kRows = kTilesTogether * kTileRows;
    Scratch s = {};
    s.queryStride = roundUp(job.depth, kPadding) + kPadding;
    s.valueStride = roundUp(job.valueDepth, kTileColumns);
    std::int64_t used = 0;
    const auto take = [&](std::int64_t floats) {
        float* part = memory ? memory + used : nullptr;
        used += roundUp(floats, kTileColumns);
        return part;
    };
    s.keys = take(roundUp(job.keys, kTileColumns) * job.depth);
    s.values = take(job.keys * s.valueStride);
    s.queries = take(kRows * s.queryStride);
    s.scores = take(kTileRows * kScoreStride);
    s.sums = take(kRows * s.valueStride);
    s.largest = take(kRows);
    s.totals = take(kRows);
    s.size = static_cast<std::size_t>(used);
    return s;
}

std::size_t headScratch(const HeadJob& job) {
    return layOut(job, nullptr).size;
}

/// Keys side by side: a panel of keys is a matrix [depth, tile columns].
void packKeys(const HeadJob& job, const Scratch& s) {
    constexpr std::int64_t kStep = 16;
    constexpr std::int64_t kStride = kTileColumns + 1;
    HWY_ALIGN float turned[kStep * kStride];
    for (std::int64_t key = 0; key < job.keys; key += kTileColumns) {
        const std::int64_t count = std::min(kTileColumns, job.keys - key);
        std::fill(turned, turned + kStep * kStride, 0.0F);
        for (std::int64_t c = 0; c < job.depth; c += kStep) {
            const std::int64_t step = std::min(kStep, job.depth - c);
            for (std::int64_t j = 0; j < count; ++j)
                for (std::int64_t i = 0; i < step; ++i)
                    turned[i * kStride + j] = job.k[(key + j) * job.width + c + i];
            for (std::int64_t i = 0; i < step; ++i)
                std::copy_n(turned + i * kStride, kTileColumns,
                            s.keys + key * job.depth + (c + i) * kTileColumns);
        }
    }
}

void packValues(const HeadJob& job, const Scratch& s) {
    for (std::int64_t c = 0; c < job.valueDepth; c += kTileColumns) {
        const std::int64_t count = std::min(kTileColumns, job.valueDepth - c);
        float* panel = s.values + c * job.keys;
        for (std::int64_t key = 0; key < job.keys; ++key, panel += kTileColumns) {
            std::copy_n(job.v + key * job.valueWidth + c, count, panel);
            std::fill(panel + count, panel + kTileColumns, 0.0F);
        }
    }
}

/// Rows [first, first + rows) in powers of two; the tile's other rows are zeros.
void copyQueries(const HeadJob& job, std::int64_t first, std::int64_t rows, std::int64_t stride, float* to) {
    const float factor = job.scale * kLog2E;
    for (std::int64_t i = 0; i < roundUp(rows, kTileRows); ++i)
        for (std::int64_t c = 0; c < job.depth; ++c)
            to[i * stride + c] = i < rows ? job.q[(first + i) * job.width + c] * factor : 0.0F;
}

/// 2^x for x ≤ 0, relative error 1.5e-7; below -126 it stays at 1.2e-38. The polynomial is our own fit of 2^r
/// for |r| ≤ 1/2.
HWY_INLINE V powerOfTwo(D d, V x) {
    constexpr float kCoefficients[] = {0.0013266944F, 0.009675482F, 0.05550743F,
                                       0.24022122F,   0.69314694F,  1.0000001F};
    constexpr float kRounder = 12582912.0F; // 1.5·2^23: adding it leaves the integer in the lowest bits
    const hn::RebindToUnsigned<D> du;
    const V bounded = hn::Max(x, hn::Set(d, -126.0F));
    const V shifted = hn::Add(bounded, hn::Set(d, kRounder));
    const V r = hn::Sub(bounded, hn::Sub(shifted, hn::Set(d, kRounder)));
    V p = hn::Set(d, kCoefficients[0]);
    for (std::size_t i = 1; i < std::size(kCoefficients); ++i)
        p = hn::MulAdd(p, r, hn::Set(d, kCoefficients[i]));
    return hn::BitCast(d, hn::Add(hn::BitCast(du, p), hn::ShiftLeft<23>(hn::BitCast(du, shifted))));
}

/// Fills up a row's scores to whole vectors: what is not there weighs nothing.
void fillUp(float* scores, std::int64_t n) {
    std::fill(scores + n, scores + roundUp(n, kLanes), -std::numeric_limits<float>::infinity());
}

/// Turns n scores of a row into weights; returns the factor that what earlier keys gave is multiplied by.
float weigh(float* scores, std::int64_t n, float& largest, float& total) {
    const D d;
    const std::int64_t end = roundUp(n, kLanes);
    V most = hn::Set(d, largest);
    for (std::int64_t i = 0; i < end; i += kLanes)
        most = hn::Max(most, hn::Load(d, scores + i));
    const float now = hn::GetLane(hn::MaxOfLanes(d, most));
    // A row whose scores are all minus infinity: any finite reference gives tiny weights instead of NaN.
    const float reference = now == -std::numeric_limits<float>::infinity() ? 0.0F : now;
    const V references = hn::Set(d, reference);
    V sum = hn::Zero(d);
    for (std::int64_t i = 0; i < end; i += kLanes) {
        const V weight = powerOfTwo(d, hn::Sub(hn::Load(d, scores + i), references));
        hn::Store(weight, d, scores + i);
        sum = hn::Add(sum, weight);
    }
    const float factor = hn::GetLane(powerOfTwo(d, hn::Set(d, largest - reference)));
    total = total * factor + hn::GetLane(hn::SumOfLanes(d, sum));
    largest = now;
    return factor;
}

/// Adds a row's bias to its scores.
void addBias(const float* bias, std::int64_t n, float* scores) {
    const D d;
    const V log2E = hn::Set(d, kLog2E);
    std::int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes)
        hn::Store(hn::MulAdd(hn::LoadU(d, bias + i), log2E, hn::Load(d, scores + i)), d, scores + i);
    for (; i < n; ++i)
        scores[i] += bias[i] * kLog2E;
}

/// A tile of queries and a block of keys.
struct Block {
    std::int64_t query; ///< number of the tile's first query
    std::int64_t rows;
    std::int64_t key, keys;
    const float* queries;
    float* sums;
    float* largest;
    float* totals;
};

void score(const HeadJob& job, const Scratch& s, const Block& b) {
    for (std::int64_t j = 0; j < b.keys; j += kTileColumns)
        multiplyTile<2>(b.queries, static_cast<std::size_t>(s.queryStride), s.keys + (b.key + j) * job.depth,
                        static_cast<std::size_t>(job.depth), s.scores + j, kScoreStride, TileStart::Zero);
}

void weighRows(const HeadJob& job, const Scratch& s, const Block& b) {
    const D d;
    for (std::int64_t i = 0; i < b.rows; ++i) {
        float* scores = s.scores + i * kScoreStride;
        const std::int64_t seen =
            job.causal ? std::clamp<std::int64_t>(b.query + i + 1 - b.key, 0, b.keys) : b.keys;
        if (seen == 0) {
            std::fill_n(scores, b.keys, 0.0F);
            continue;
        }
        if (job.bias)
            addBias(job.bias + (b.query + i) * job.keys + b.key, seen, scores);
        fillUp(scores, seen);
        const float factor = weigh(scores, seen, b.largest[i], b.totals[i]);
        std::fill(scores + seen, scores + b.keys, 0.0F);
        float* sums = b.sums + i * s.valueStride;
        if (b.key > 0 && factor != 1.0F)
            for (std::int64_t c = 0; c < s.valueStride; c += kLanes)
                hn::Store(hn::Mul(hn::Load(d, sums + c), hn::Set(d, factor)), d, sums + c);
    }
}

void gather(const HeadJob& job, const Scratch& s, const Block& b) {
    const TileStart start = b.key == 0 ? TileStart::Zero : TileStart::Stored;
    const auto stride = static_cast<std::size_t>(s.valueStride);
    for (std::int64_t c = 0; c < job.valueDepth; c += kTileColumns)
        multiplyTile<2>(s.scores, kScoreStride, s.values + c * job.keys + b.key * kTileColumns,
                        static_cast<std::size_t>(b.keys), b.sums + c, stride, start);
}

void writeRow(const HeadJob& job, const float* sums, float total, float* y) {
    const D d;
    const V inverse = hn::Set(d, 1.0F / total);
    std::int64_t c = 0;
    for (; c + kLanes <= job.valueDepth; c += kLanes)
        hn::StoreU(hn::Mul(hn::Load(d, sums + c), inverse), d, y + c);
    for (; c < job.valueDepth; ++c)
        y[c] = sums[c] / total;
}

void attendTiles(const HeadJob& job, const Scratch& s, std::int64_t first, std::int64_t rows) {
    copyQueries(job, first, rows, s.queryStride, s.queries);
    std::fill_n(s.largest, rows, -std::numeric_limits<float>::infinity());
    std::fill_n(s.totals, rows, 0.0F);
    const std::int64_t keys = job.causal ? std::min(job.keys, first + rows) : job.keys;
    for (std::int64_t key = 0; key < keys; key += kKeyBlock)
        for (std::int64_t row = 0; row < rows; row += kTileRows) {
            const Block block = {first + row,
                                 std::min<std::int64_t>(kTileRows, rows - row),
                                 key,
                                 std::min(kKeyBlock, keys - key),
                                 s.queries + row * s.queryStride,
                                 s.sums + row * s.valueStride,
                                 s.largest + row,
                                 s.totals + row};
            score(job, s, block);
            weighRows(job, s, block);
            gather(job, s, block);
        }
    for (std::int64_t i = 0; i < rows; ++i)
        writeRow(job, s.sums + i * s.valueStride, s.totals[i], job.y + (first + i) * job.valueWidth);
}

void attendHead(const HeadJob& job, float* scratch) {
    const Scratch s = layOut(job, scratch);
    std::fill_n(s.scores, kTileRows * kScoreStride, 0.0F);
    packKeys(job, s);
    packValues(job, s);
    constexpr std::int64_t kRows = kTilesTogether * kTileRows;
    for (std::int64_t row = 0; row < job.queries; row += kRows)
        attendTiles(job, s, job.firstQuery + row, std::min(kRows, job.queries - row));
}

} // namespace
} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace inference::cpu {

HWY_EXPORT(headScratch);
HWY_EXPORT(attendHead);

std::size_t headScratch(const HeadJob& job) {
    return HWY_DYNAMIC_DISPATCH(headScratch)(job);
}

void attendHead(const HeadJob& job, float* scratch) {
    HWY_DYNAMIC_DISPATCH(attendHead)(job, scratch);
}

} // namespace inference::cpu
#endif
