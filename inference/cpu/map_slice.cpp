// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/map_slice.h"

#include <algorithm>
#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "inference/cpu/map_slice.cpp"
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
static_assert(kMapSlice % kTileColumns == 0);

/// Tokens and vectors whose sums stay in registers.
constexpr std::int64_t kTokens = 4;

/// Tokens [first, first + kTokens) of a head, as far as there are, columns [column, column + kTileColumns).
HWY_INLINE void dotTokens(const SliceDots& job, std::int64_t head, std::int64_t first, std::int64_t column) {
    const D d;
    const std::int64_t depth = job.depth / job.heads;
    const float* x = job.x + head * depth * kMapSlice + column;
    const std::int64_t next = depth * kMapSlice; // the same of the next head is fetched
    const float* few[kTokens];
    V sums[kTokens][2];
#pragma GCC unroll 4
    for (std::int64_t t = 0; t < kTokens; ++t) {
        few[t] = job.few + std::min(first + t, job.tokens - 1) * job.depth + head * depth;
        sums[t][0] = sums[t][1] = hn::Zero(d);
    }
    for (std::int64_t c = 0; c < depth; ++c, x += kMapSlice) {
        hwy::Prefetch(x + next);
        hwy::Prefetch(x + next + kLanes);
        const V low = hn::Load(d, x);
        const V high = hn::Load(d, x + kLanes);
#pragma GCC unroll 4
        for (std::int64_t t = 0; t < kTokens; ++t) {
            const V factor = hn::Set(d, few[t][c]);
            sums[t][0] = hn::MulAdd(low, factor, sums[t][0]);
            sums[t][1] = hn::MulAdd(high, factor, sums[t][1]);
        }
    }
    for (std::int64_t t = 0; t < std::min(kTokens, job.tokens - first); ++t)
        for (std::int64_t v = 0; v < 2; ++v) {
            float* y = job.y + ((first + t) * job.heads + head) * kMapSlice + column + v * kLanes;
            V sum = sums[t][v];
            if (job.scale)
                sum = hn::Mul(sum, hn::Load(d, job.scale + column + v * kLanes));
            hn::Store(job.adds ? hn::Add(hn::Load(d, y), sum) : sum, d, y);
        }
}

void dotSlice(const SliceDots& job) {
    for (std::int64_t head = 0; head < job.heads; ++head)
        for (std::int64_t column = 0; column < kMapSlice; column += kTileColumns)
            for (std::int64_t first = 0; first < job.tokens; first += kTokens)
                dotTokens(job, head, first, column);
}

void multiplySlice(const SliceProduct& job) {
    const TileStart start = job.adds ? TileStart::Stored : TileStart::Zero;
    for (std::int64_t column = 0; column < job.columns; column += kTileColumns)
        for (std::int64_t row = 0; row < job.rows; row += kTileRows) {
            const std::int64_t depth =
                job.kind == Factor::Lower ? std::min<std::int64_t>(job.depth, row + kTileRows) : job.depth;
            multiplyTile<2>(job.a + row * job.strideA, static_cast<std::size_t>(job.strideA), job.x + column,
                            static_cast<std::size_t>(depth), job.y + row * job.strideY + column,
                            static_cast<std::size_t>(job.strideY), start, {},
                            static_cast<std::size_t>(job.strideX));
        }
}

void softmaxSlice(float* x, std::int64_t tokens, std::int64_t heads) {
    const D d;
    const std::int64_t step = heads * kMapSlice;
    for (std::int64_t head = 0; head < heads; ++head)
        for (std::int64_t column = 0; column < kMapSlice; column += kLanes) {
            float* at = x + head * kMapSlice + column;
            V largest = hn::Load(d, at);
            for (std::int64_t t = 1; t < tokens; ++t)
                largest = hn::Max(largest, hn::Load(d, at + t * step));
            V total = hn::Zero(d);
            for (std::int64_t t = 0; t < tokens; ++t) {
                const V weight = exponential(d, hn::Sub(hn::Load(d, at + t * step), largest));
                total = hn::Add(total, weight);
                hn::Store(weight, d, at + t * step);
            }
            const V factor = hn::Div(hn::Set(d, 1.0F), total);
            for (std::int64_t t = 0; t < tokens; ++t)
                hn::Store(hn::Mul(hn::Load(d, at + t * step), factor), d, at + t * step);
        }
}

void normSlice(const SliceNorm& job) {
    const D d;
    const V one = hn::Set(d, 1.0F);
    for (std::int64_t column = 0; column < kMapSlice; column += kLanes) {
        const V scale = job.scale ? hn::Load(d, job.scale + column) : one;
        const V twice = hn::Add(scale, scale);
        V sum = hn::Mul(hn::Mul(scale, scale), hn::Load(d, job.own + column));
        for (std::int64_t k = 0; k < job.count; ++k) {
            const std::int64_t at = k * kMapSlice + column;
            const V other = hn::MulAdd(twice, hn::Load(d, job.cross + at), hn::Load(d, job.products + at));
            sum = hn::MulAdd(hn::Load(d, job.parts + at), other, sum);
        }
        const V variance = hn::Max(hn::Mul(sum, hn::Set(d, 1.0F / job.channels)), hn::Zero(d));
        const V factor = hn::Div(one, hn::Sqrt(hn::Add(variance, hn::Set(d, job.epsilon))));
        for (std::int64_t k = 0; k < job.count; ++k) {
            float* at = job.parts + k * kMapSlice + column;
            hn::Store(hn::Mul(hn::Load(d, at), factor), d, at);
        }
        hn::Store(hn::Mul(scale, factor), d, job.newScale + column);
    }
}

void weighSlice(const SliceWeights& job) {
    const D d;
    for (std::int64_t row = 0; row < job.rows; ++row) {
        float* x = job.x + row * kMapSlice;
        std::fill(x + job.valid, x + kMapSlice, -HUGE_VALF); // their weight is 0
        V largest = hn::Load(d, x);
        for (std::int64_t i = kLanes; i < kMapSlice; i += kLanes)
            largest = hn::Max(largest, hn::Load(d, x + i));
        const float most = hn::GetLane(hn::MaxOfLanes(d, largest));
        V total = hn::Zero(d);
        for (std::int64_t i = 0; i < kMapSlice; i += kLanes) {
            const V weight = exponential(d, hn::Sub(hn::Load(d, x + i), hn::Set(d, most)));
            total = hn::Add(total, weight);
            hn::Store(weight, d, x + i);
        }
        job.largest[row] = most;
        job.totals[row] = hn::GetLane(hn::SumOfLanes(d, total));
    }
}

/// x = GELU(norm(x)) over `count` rows of kTileColumns.
void normPixels(const SliceUpscale& job, float* x) {
    const D d;
    const std::int64_t count = job.middleCount;
    const V share = hn::Set(d, 1.0F / static_cast<float>(count));
    for (std::int64_t v = 0; v < kTileColumns; v += kLanes) {
        V sum = hn::Zero(d);
        for (std::int64_t c = 0; c < count; ++c)
            sum = hn::Add(sum, hn::Load(d, x + c * kTileColumns + v));
        const V mean = hn::Mul(sum, share);
        V squares = hn::Zero(d);
        for (std::int64_t c = 0; c < count; ++c) {
            const V off = hn::Sub(hn::Load(d, x + c * kTileColumns + v), mean);
            squares = hn::MulAdd(off, off, squares);
        }
        const V deviation = hn::Sqrt(hn::MulAdd(squares, share, hn::Set(d, job.epsilon)));
        const V factor = hn::Div(hn::Set(d, 1.0F), deviation);
        for (std::int64_t c = 0; c < count; ++c) {
            float* at = x + c * kTileColumns + v;
            const V normed = hn::Mul(hn::Sub(hn::Load(d, at), mean), factor);
            hn::Store(geluOfPixels(d, hn::MulAdd(normed, hn::Set(d, job.gain[c]), hn::Set(d, job.shift[c]))),
                      d, at);
        }
    }
}

/// x [4M] = scale·base + middle + bias, where the products with the parts are added.
void startPixels(const SliceUpscale& job, float* x) {
    const D d;
    for (std::int64_t v = 0; v < kTileColumns; v += kLanes) {
        const std::int64_t at = job.column + v;
        const V scale = job.scale ? hn::Load(d, job.scale + at) : hn::Set(d, 1.0F);
        for (std::int64_t c = 0; c < 4 * job.middleCount; ++c) {
            const V bias = hn::Set(d, job.bias ? job.bias[c] : 0.0F);
            const float* base = job.base + c * kMapSlice + at;
            const float* added = job.middle + c * kMapSlice + at;
            hwy::Prefetch(base + kTileColumns); // of the next columns
            hwy::Prefetch(added + kTileColumns);
            const V rest = hn::Add(hn::Load(d, added), bias);
            hn::Store(hn::MulAdd(scale, hn::Load(d, base), rest), d, x + c * kTileColumns + v);
        }
    }
}

/// The masks' products of the pixels x [4L] of one quad.
void multiplyPixels(const SliceUpscale& job, const float* x, std::int64_t quad) {
    const D d;
    const std::int64_t count = job.fineCount;
    for (std::int64_t pixel = 0; pixel < 4; ++pixel)
        for (std::int64_t v = 0; v < kTileColumns; v += kLanes)
            for (std::int64_t mask = 0; mask < job.masks; mask += 4) {
                const float* products[4];
                V sums[4];
                for (std::int64_t m = 0; m < 4; ++m) {
                    products[m] = job.products + std::min(mask + m, job.masks - 1) * count;
                    sums[m] = hn::Zero(d);
                }
                for (std::int64_t c = 0; c < count; ++c) {
                    const V value = hn::Load(d, x + (pixel * count + c) * kTileColumns + v);
#pragma GCC unroll 4
                    for (std::int64_t m = 0; m < 4; ++m)
                        sums[m] = hn::MulAdd(value, hn::Set(d, products[m][c]), sums[m]);
                }
                for (std::int64_t m = 0; m < std::min<std::int64_t>(4, job.masks - mask); ++m)
                    hn::Store(sums[m], d, job.y + ((mask + m) * 16 + quad * 4 + pixel) * kTileColumns + v);
            }
}

std::int64_t wholeTiles(std::int64_t rows) {
    return (rows + kTileRows - 1) / kTileRows * kTileRows;
}

std::int64_t upscaleFloats(std::int64_t middleCount, std::int64_t fineCount) {
    return (wholeTiles(4 * middleCount) + wholeTiles(4 * fineCount)) * kTileColumns;
}

void upscaleSlice(const SliceUpscale& job) {
    const D d;
    float* middle = job.memory;
    float* fine = middle + wholeTiles(4 * job.middleCount) * kTileColumns;
    startPixels(job, middle);
    if (job.partCount > 0)
        multiplySlice({job.rowWeights, 4 * job.middleCount, job.partCount, job.partCount,
                       job.parts + job.column, kMapSlice, kTileColumns, middle, kTileColumns, true,
                       Factor::Whole});
    for (std::int64_t quad = 0; quad < 4; ++quad) {
        float* x = middle + quad * job.middleCount * kTileColumns;
        normPixels(job, x);
        for (std::int64_t c = 0; c < 4 * job.fineCount; ++c)
            for (std::int64_t v = 0; v < kTileColumns; v += kLanes) {
                const float* from = job.fine + (quad * 4 * job.fineCount + c) * kMapSlice + job.column + v;
                hwy::Prefetch(from + kTileColumns);
                hn::Store(hn::Add(hn::Load(d, from), hn::Set(d, job.outerBias[c])), d,
                          fine + c * kTileColumns + v);
            }
        multiplySlice({job.outer, 4 * job.fineCount, job.middleCount, job.middleCount, x, kTileColumns,
                       kTileColumns, fine, kTileColumns, true, Factor::Whole});
        for (std::int64_t i = 0; i < 4 * job.fineCount * kTileColumns; i += kLanes)
            hn::Store(geluOfPixels(d, hn::Load(d, fine + i)), d, fine + i);
        multiplyPixels(job, fine, quad);
    }
}

} // namespace
} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace inference::cpu {

HWY_EXPORT(dotSlice);
HWY_EXPORT(multiplySlice);
HWY_EXPORT(softmaxSlice);
HWY_EXPORT(normSlice);
HWY_EXPORT(weighSlice);
HWY_EXPORT(upscaleSlice);
HWY_EXPORT(upscaleFloats);

void dotSlice(const SliceDots& job) {
    HWY_DYNAMIC_DISPATCH(dotSlice)(job);
}

void multiplySlice(const SliceProduct& job) {
    HWY_DYNAMIC_DISPATCH(multiplySlice)(job);
}

void softmaxSlice(float* x, std::int64_t tokens, std::int64_t heads) {
    HWY_DYNAMIC_DISPATCH(softmaxSlice)(x, tokens, heads);
}

void normSlice(const SliceNorm& job) {
    HWY_DYNAMIC_DISPATCH(normSlice)(job);
}

void weighSlice(const SliceWeights& job) {
    HWY_DYNAMIC_DISPATCH(weighSlice)(job);
}

void upscaleSlice(const SliceUpscale& job) {
    HWY_DYNAMIC_DISPATCH(upscaleSlice)(job);
}

std::int64_t upscaleFloats(std::int64_t middleCount, std::int64_t fineCount) {
    return HWY_DYNAMIC_DISPATCH(upscaleFloats)(middleCount, fineCount);
}

} // namespace inference::cpu
#endif
