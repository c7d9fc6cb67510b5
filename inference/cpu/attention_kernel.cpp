// SPDX-License-Identifier: Apache-2.0
// Queries lie in the lanes of vectors, keys and values are read as they come and spread over a vector: so
// nothing but the queries is transposed, and a softmax over keys goes lane by lane.
#include "inference/cpu/attention_kernel.h"

#include <algorithm>
#include <limits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "inference/cpu/attention_kernel.cpp"
#define HWY_DISABLED_TARGETS HWY_SSSE3
#include <hwy/foreach_target.h> // must come before highway.h

#include <hwy/cache_control.h>
#include <hwy/highway.h>

#include "inference/cpu/vector_math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {
namespace {

// A tile of sums stays in registers: kRows x kMostVectors, with room for a row of vectors and a factor.
#if HWY_TARGET <= HWY_AVX3 && (HWY_ARCH_X86)
constexpr int kRows = 8; // of 32 registers
#else
constexpr int kRows = 4; // of 16 registers
#endif
constexpr int kMostVectors = 3;
constexpr std::int64_t kLanes = HWY_MAX_BYTES / sizeof(float);
constexpr std::int64_t kWidth = kMostVectors * kLanes; ///< queries of a block
/// Scores of a block of queries with so many keys stay in the first-level cache.
constexpr std::int64_t kKeyBlock = 96;
/// Blocks of queries that go over a block of keys before the next comes: keys and values of a large map
/// are read from beyond the second-level cache.
constexpr std::int64_t kBlocksTogether = 4;
/// Fewer queries than that read keys and values where they lie.
constexpr std::int64_t kFewQueries = 64;
constexpr float kLog2E = 1.44269504F;
constexpr float kInfinity = std::numeric_limits<float>::infinity();

std::int64_t roundUp(std::int64_t value, std::int64_t step) {
    return (value + step - 1) / step * step;
}

/// Rows of keys or values that a whole number of tiles covers.
struct Rows {
    const float* data;
    std::int64_t stride;
};

/// Where the parts of the scratch memory lie; what a block of queries has, it has kBlocksTogether times.
struct Scratch {
    float* keys;    ///< [keys, depth], rows rounded up to whole tiles; null: read where they lie
    float* values;  ///< [keys, value depth rounded up to whole tiles]; null: read where they lie
    float* scores;  ///< [kKeyBlock, kWidth]
    float* queries; ///< [depth, kWidth], in powers of two
    float* sums;    ///< [valueRows, kWidth]
    float* largest; ///< [kWidth], in powers of two
    float* totals;  ///< [kWidth]
    float* boxBias; ///< [2·side, kWidth]: of columns, then of rows, in powers of two
    std::int64_t valueRows;
    std::size_t size;
};

Scratch layOut(const HeadJob& job, float* memory) {
    Scratch s = {};
    std::int64_t used = 0;
    const auto take = [&](std::int64_t floats) {
        float* part = memory ? memory + used : nullptr;
        used += roundUp(floats, kLanes);
        return part;
    };
    s.valueRows = roundUp(job.valueDepth, kRows);
    const bool inPlace = job.queries < kFewQueries && job.keys % kRows == 0;
    if (!inPlace || job.cosine)
        s.keys = take(roundUp(job.keys, kRows) * job.depth);
    if (!inPlace || s.valueRows != job.valueDepth)
        s.values = take(job.keys * s.valueRows);
    s.scores = take(kKeyBlock * kWidth);
    s.queries = take(kBlocksTogether * job.depth * kWidth);
    s.sums = take(kBlocksTogether * s.valueRows * kWidth);
    s.largest = take(kBlocksTogether * kWidth);
    s.totals = take(kBlocksTogether * kWidth);
    s.boxBias = take(job.boxBias.x ? kBlocksTogether * 2 * job.boxBias.side * kWidth : 0);
    s.size = static_cast<std::size_t>(used);
    return s;
}

std::size_t headScratch(const HeadJob& job) {
    return layOut(job, nullptr).size;
}

/// A row of queries or keys, turned by its position.
void turnRow(const float* x, const HeadJob& job, std::int64_t token, float* y) {
    const D d;
    const std::int64_t pairs = job.depth / 2;
    const float* cosine = job.cosine + token * pairs;
    const float* sine = job.sine + token * pairs;
    std::int64_t p = 0;
    for (; p + kLanes <= pairs; p += kLanes) {
        V a;
        V b;
        hn::LoadInterleaved2(d, x + 2 * p, a, b);
        const V c = hn::LoadU(d, cosine + p);
        const V s = hn::LoadU(d, sine + p);
        hn::StoreInterleaved2(hn::NegMulAdd(b, s, hn::Mul(a, c)), hn::MulAdd(a, s, hn::Mul(b, c)), d,
                              y + 2 * p);
    }
    for (; p < pairs; ++p) {
        y[2 * p] = x[2 * p] * cosine[p] - x[2 * p + 1] * sine[p];
        y[2 * p + 1] = x[2 * p] * sine[p] + x[2 * p + 1] * cosine[p];
    }
}

/// Fetches a row that will be copied soon: rows lie too far apart for the processor to guess.
HWY_INLINE void fetchAhead(const float* rows, std::int64_t stride, std::int64_t row, std::int64_t count,
                           std::int64_t width) {
    constexpr std::int64_t kAhead = 16;
    constexpr std::int64_t kLine = 16;
    if (row + kAhead < count)
        for (std::int64_t c = 0; c < width; c += kLine)
            hwy::Prefetch(rows + (row + kAhead) * stride + c);
}

Rows keyRows(const HeadJob& job, const Scratch& s) {
    if (!s.keys)
        return {job.k, job.strideK};
    for (std::int64_t key = 0; key < job.keys; ++key) {
        fetchAhead(job.k, job.strideK, key, job.keys, job.depth);
        if (job.cosine)
            turnRow(job.k + key * job.strideK, job, key, s.keys + key * job.depth);
        else
            std::copy_n(job.k + key * job.strideK, job.depth, s.keys + key * job.depth);
    }
    std::fill(s.keys + job.keys * job.depth, s.keys + roundUp(job.keys, kRows) * job.depth, 0.0F);
    return {s.keys, job.depth};
}

Rows valueRows(const HeadJob& job, const Scratch& s) {
    if (!s.values)
        return {job.v, job.strideV};
    for (std::int64_t key = 0; key < job.keys; ++key) {
        fetchAhead(job.v, job.strideV, key, job.keys, job.valueDepth);
        float* row = s.values + key * s.valueRows;
        std::copy_n(job.v + key * job.strideV, job.valueDepth, row);
        std::fill(row + job.valueDepth, row + s.valueRows, 0.0F);
    }
    return {s.values, s.valueRows};
}

/// How the elements of the left factor lie: those of a row, or those of a step, side by side.
enum class Along { Row, Step };

/// c [kRows, kVectors·lanes] (+)= a [kRows, steps] · b [steps, kVectors·lanes].
template <int kVectors, Along kAlong>
HWY_NOINLINE void multiplyTile(const float* HWY_RESTRICT a, std::int64_t stride, const float* HWY_RESTRICT b,
                               std::int64_t steps, float* HWY_RESTRICT c, bool addsUp) {
    const D d;
    V sums[kRows][kVectors];
#pragma GCC unroll 8
    for (int i = 0; i < kRows; ++i)
#pragma GCC unroll 3
        for (int v = 0; v < kVectors; ++v)
            sums[i][v] = addsUp ? hn::Load(d, c + (i * kVectors + v) * kLanes) : hn::Zero(d);
    const float* middle = a + kRows / 2 * stride; // one base address reaches a few rows
    for (std::int64_t k = 0; k < steps; ++k, b += kVectors * kLanes) {
        V row[kVectors];
#pragma GCC unroll 3
        for (int v = 0; v < kVectors; ++v)
            row[v] = hn::Load(d, b + v * kLanes);
#pragma GCC unroll 8
        for (int i = 0; i < kRows; ++i) {
            const float* from = a + i;
            if constexpr (kAlong == Along::Row)
                from = i < kRows / 2 ? a + i * stride : middle + (i - kRows / 2) * stride;
            const V factor = hn::Set(d, *from);
#pragma GCC unroll 3
            for (int v = 0; v < kVectors; ++v)
                sums[i][v] = hn::MulAdd(factor, row[v], sums[i][v]);
        }
        a += kAlong == Along::Row ? 1 : stride;
        middle += 1;
    }
#pragma GCC unroll 8
    for (int i = 0; i < kRows; ++i)
#pragma GCC unroll 3
        for (int v = 0; v < kVectors; ++v)
            hn::Store(sums[i][v], d, c + (i * kVectors + v) * kLanes);
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

/// Up to kWidth queries, one a lane, and what is known of them so far.
struct QueryBlock {
    std::int64_t first, count;
    float* queries; ///< [depth, width of the block]
    float* sums;    ///< [valueRows, width of the block]
    float* largest;
    float* totals;
    float* boxBias; ///< [2·side, width of the block]
};

int vectorsOf(const QueryBlock& block) {
    return static_cast<int>(roundUp(block.count, kLanes) / kLanes);
}

/// Transposes the queries of a block; lanes without one hold zeros.
void takeQueries(const HeadJob& job, const QueryBlock& block, float* line) {
    const std::int64_t width = roundUp(block.count, kLanes);
    const float factor = job.scale * kLog2E;
    if (block.count < width)
        std::fill_n(block.queries, job.depth * width, 0.0F);
    for (std::int64_t i = 0; i < block.count; ++i) {
        const std::int64_t token = block.first + i;
        fetchAhead(job.q, job.strideQ, token, job.firstQuery + job.queries, job.depth);
        const float* row = job.q + token * job.strideQ;
        if (job.cosine) {
            turnRow(row, job, token, line);
            row = line;
        }
        for (std::int64_t c = 0; c < job.depth; ++c)
            block.queries[c * width + i] = row[c] * factor;
    }
    std::fill_n(block.largest, width, -kInfinity);
    std::fill_n(block.totals, width, 0.0F);
}

/// A stretch of keys.
struct KeyBlock {
    std::int64_t first, count;
};

void addBias(const HeadJob& job, const QueryBlock& block, const KeyBlock& keys, std::int64_t width,
             float* scores) {
    for (std::int64_t i = 0; i < block.count; ++i) {
        const float* bias = job.bias + (block.first + i) * job.keys + keys.first;
        for (std::int64_t k = 0; k < keys.count; ++k)
            scores[k * width + i] += bias[k] * kLog2E;
    }
}

/// Transposes the bias of a block.
void takeBoxBias(const HeadBias& bias, const QueryBlock& block) {
    const std::int64_t width = roundUp(block.count, kLanes);
    std::fill_n(block.boxBias, 2 * bias.side * width, 0.0F);
    for (std::int64_t i = std::max<std::int64_t>(0, bias.lead - block.first); i < block.count; ++i) {
        const std::int64_t from = (block.first + i - bias.lead) * bias.side * bias.step;
        for (std::int64_t k = 0; k < bias.side; ++k) {
            block.boxBias[k * width + i] = bias.x[from + k * bias.step] * kLog2E;
            block.boxBias[(bias.side + k) * width + i] = bias.y[from + k * bias.step] * kLog2E;
        }
    }
}

template <int kVectors>
void addBoxBias(std::int64_t side, const QueryBlock& block, const KeyBlock& keys, float* scores) {
    const D d;
    constexpr std::int64_t kStep = kVectors * kLanes;
    for (std::int64_t k = 0; k < keys.count; ++k) {
        const float* column = block.boxBias + (keys.first + k) % side * kStep;
        const float* row = block.boxBias + (side + (keys.first + k) / side) * kStep;
        for (std::int64_t lane = 0; lane < kStep; lane += kLanes) {
            const V bias = hn::Add(hn::Load(d, column + lane), hn::Load(d, row + lane));
            hn::Store(hn::Add(hn::Load(d, scores + k * kStep + lane), bias), d, scores + k * kStep + lane);
        }
    }
}

/// Hides the keys that come after a query.
void hideLater(const QueryBlock& block, const KeyBlock& keys, std::int64_t width, float* scores) {
    for (std::int64_t i = 0; i < block.count; ++i)
        for (std::int64_t k = std::max<std::int64_t>(0, block.first + i + 1 - keys.first); k < keys.count;
             ++k)
            scores[k * width + i] = -kInfinity;
}

/// A vector of queries of a block: its scores, sums and what is known of it, rows a block's width apart.
struct Lanes {
    float* scores;
    float* sums;
    float* largest;
    float* total;
};

/// Turns the scores of one vector of queries into weights and brings what earlier keys gave to the same
/// scale.
template <int kVectors> HWY_INLINE void weigh(const KeyBlock& keys, std::int64_t valueRows, const Lanes& of) {
    const D d;
    constexpr std::int64_t kStep = kVectors * kLanes;
    const V before = hn::Load(d, of.largest);
    V most = before;
    for (std::int64_t k = 0; k < keys.count; ++k)
        most = hn::Max(most, hn::Load(d, of.scores + k * kStep));
    // A query that sees nothing yet: any finite reference gives tiny weights instead of NaN.
    const V reference = hn::IfThenElse(hn::Eq(most, hn::Set(d, -kInfinity)), hn::Zero(d), most);
    V sum = hn::Zero(d);
    for (std::int64_t k = 0; k < keys.count; ++k) {
        const V weight = powerOfTwo(d, hn::Sub(hn::Load(d, of.scores + k * kStep), reference));
        hn::Store(weight, d, of.scores + k * kStep);
        sum = hn::Add(sum, weight);
    }
    hn::Store(most, d, of.largest);
    if (keys.first == 0)
        return hn::Store(sum, d, of.total);
    const V factor = powerOfTwo(d, hn::Sub(before, reference));
    hn::Store(hn::MulAdd(hn::Load(d, of.total), factor, sum), d, of.total);
    if (hn::AllTrue(d, hn::Eq(factor, hn::Set(d, 1.0F))))
        return;
    for (std::int64_t c = 0; c < valueRows; ++c)
        hn::Store(hn::Mul(hn::Load(d, of.sums + c * kStep), factor), d, of.sums + c * kStep);
}

template <int kVectors> struct Attend {
    static constexpr std::int64_t kStep = kVectors * kLanes;

    const HeadJob& job;
    const Scratch& scratch;
    Rows keys;
    Rows values;

    void operator()(const QueryBlock& block, const KeyBlock& at) const {
        for (std::int64_t k = 0; k < at.count; k += kRows)
            multiplyTile<kVectors, Along::Row>(keys.data + (at.first + k) * keys.stride, keys.stride,
                                               block.queries, job.depth, scratch.scores + k * kStep, false);
        if (job.bias)
            addBias(job, block, at, kStep, scratch.scores);
        if (job.boxBias.x)
            addBoxBias<kVectors>(job.boxBias.side, block, at, scratch.scores);
        if (job.causal)
            hideLater(block, at, kStep, scratch.scores);
        for (int v = 0; v < kVectors; ++v) {
            const std::int64_t lane = v * kLanes;
            weigh<kVectors>(
                at, scratch.valueRows,
                {scratch.scores + lane, block.sums + lane, block.largest + lane, block.totals + lane});
        }
        for (std::int64_t c = 0; c < scratch.valueRows; c += kRows)
            multiplyTile<kVectors, Along::Step>(values.data + at.first * values.stride + c, values.stride,
                                                scratch.scores, at.count, block.sums + c * kStep,
                                                at.first > 0);
    }
};

void writeRows(const HeadJob& job, const QueryBlock& block) {
    const std::int64_t width = roundUp(block.count, kLanes);
    for (std::int64_t i = 0; i < block.count; ++i) {
        const float inverse = 1.0F / block.totals[i];
        float* y = job.y + (block.first + i) * job.strideY;
        for (std::int64_t c = 0; c < job.valueDepth; ++c)
            y[c] = block.sums[c * width + i] * inverse;
    }
}

void attendBlocks(const HeadJob& job, const Scratch& s, const Rows& keys, const Rows& values,
                  std::int64_t first, std::int64_t end) {
    QueryBlock blocks[kBlocksTogether];
    std::int64_t count = 0;
    for (; first < end; first += kWidth, ++count) {
        blocks[count] = {first,
                         std::min(kWidth, end - first),
                         s.queries + count * job.depth * kWidth,
                         s.sums + count * s.valueRows * kWidth,
                         s.largest + count * kWidth,
                         s.totals + count * kWidth,
                         s.boxBias + count * 2 * job.boxBias.side * kWidth};
        takeQueries(job, blocks[count], s.scores);
        if (job.boxBias.x)
            takeBoxBias(job.boxBias, blocks[count]);
    }
    const std::int64_t seen = job.causal ? std::min(job.keys, end) : job.keys;
    for (std::int64_t key = 0; key < seen; key += kKeyBlock) {
        const KeyBlock at = {key, std::min(kKeyBlock, seen - key)};
        for (std::int64_t i = 0; i < count; ++i) {
            switch (vectorsOf(blocks[i])) {
            case 1:
                Attend<1>{job, s, keys, values}(blocks[i], at);
                break;
            case 2:
                Attend<2>{job, s, keys, values}(blocks[i], at);
                break;
            default:
                Attend<3>{job, s, keys, values}(blocks[i], at);
            }
        }
    }
    for (std::int64_t i = 0; i < count; ++i)
        writeRows(job, blocks[i]);
}

void attendHead(const HeadJob& job, float* scratch) {
    const Scratch s = layOut(job, scratch);
    const Rows keys = keyRows(job, s);
    const Rows values = valueRows(job, s);
    const std::int64_t end = job.firstQuery + job.queries;
    for (std::int64_t row = job.firstQuery; row < end; row += kBlocksTogether * kWidth)
        attendBlocks(job, s, keys, values, row, std::min(end, row + kBlocksTogether * kWidth));
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
