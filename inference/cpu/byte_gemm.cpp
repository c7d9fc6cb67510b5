// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/byte_gemm.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "inference/cpu/byte_gemm.cpp"
#define HWY_DISABLED_TARGETS HWY_SSSE3
#define HWY_WANT_AVX3_DL        // the level that has products of bytes
#include <hwy/foreach_target.h> // must come before highway.h

#include <hwy/highway.h>

#include "inference/cpu/finish-inl.h"
#include "inference/cpu/tile-inl.h"
#include "inference/cpu/vector_math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {
namespace {

using DI = hn::RebindToSigned<D>;
using VI = hn::Vec<DI>;
constexpr auto kLanes = static_cast<std::int64_t>(kTileLanes);
constexpr std::int64_t kTileColumns = 2 * kLanes;

// A word is what one lane multiplies in one step: four bytes where the processor multiplies unsigned with
// signed bytes (activations then carry an offset, which the packed weights make up for), else two 16-bit
// integers. Both are exact.
#if HWY_TARGET == HWY_AVX3_DL
using Element = std::int8_t;
constexpr int kOffset = 128;
HWY_INLINE VI multiplyWords(VI sum, VI a, VI w) {
    // Not as an intrinsic: the library's list of features for this level lacks the one that it would ask for.
    asm("vpdpbusd %2, %1, %0" : "+v"(sum.raw) : "v"(a.raw), "v"(w.raw));
    return sum;
}
#elif HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128
using Element = std::int16_t;
constexpr int kOffset = 0;
HWY_INLINE VI multiplyWords(VI sum, VI a, VI w) {
    const DI d;
    const hn::RepartitionToNarrow<DI> d16;
    VI other = hn::Zero(d); // stays zero on this architecture
    return hn::ReorderWidenMulAccumulate(d, hn::BitCast(d16, a), hn::BitCast(d16, w), sum, other);
}
#else
#define MW_NO_BYTE_PRODUCTS
using Element = std::int16_t;
constexpr int kOffset = 0;
HWY_INLINE VI multiplyWords(VI sum, VI, VI) {
    return sum;
}
#endif
constexpr std::int64_t kWord = 4 / static_cast<std::int64_t>(sizeof(Element)); // elements of a word
constexpr std::int64_t kSteps = kQuantBlock / kWord;                           // words of a block
constexpr std::int64_t kRowPadding = 64;

bool hasByteProducts() {
#ifdef MW_NO_BYTE_PRODUCTS
#undef MW_NO_BYTE_PRODUCTS
    return false;
#else
    return true;
#endif
}

std::size_t byteRowSize(std::int64_t depth) {
    return static_cast<std::size_t>(depth) * sizeof(Element) + kRowPadding;
}

/// A block of a panel: its words, then what makes up for the offset, then its scales.
constexpr std::size_t kBlockWords = static_cast<std::size_t>(kSteps * kTileColumns) * 4;
constexpr std::size_t kBlockSize = kBlockWords + static_cast<std::size_t>(kTileColumns) * 8;

std::size_t bytePanelSize(std::int64_t depth) {
    return static_cast<std::size_t>(depth / kQuantBlock) * kBlockSize;
}

float largestOf(const float* a) {
    const D d;
    V largest = hn::Zero(d);
    for (std::int64_t k = 0; k < kQuantBlock; k += kLanes)
        largest = hn::Max(largest, hn::Abs(hn::LoadU(d, a + k)));
    return hn::GetLane(hn::MaxOfLanes(d, largest));
}

void roundRows(const RoundJob& job) {
    const D d;
    const DI di;
    HWY_ALIGN std::int32_t whole[kQuantBlock];
    const std::int64_t blocks = job.depth / kQuantBlock;
    for (std::int64_t i = 0; i < job.rows; ++i) {
        auto* to = reinterpret_cast<Element*>(job.to + static_cast<std::size_t>(i) * byteRowSize(job.depth));
        for (std::int64_t b = 0; b < blocks; ++b) {
            const float* a = job.a + i * job.depth + b * kQuantBlock;
            const float largest = largestOf(a);
            job.scales[i * blocks + b] = largest / 127.0F;
            const V inverse = hn::Set(d, largest > 0 ? 127.0F / largest : 0.0F);
            for (std::int64_t k = 0; k < kQuantBlock; k += kLanes)
                hn::Store(hn::NearestInt(hn::Mul(hn::LoadU(d, a + k), inverse)), di, whole + k);
            for (std::int64_t k = 0; k < kQuantBlock; ++k)
                to[b * kQuantBlock + k] = static_cast<Element>(whole[k] + kOffset);
        }
    }
}

void packBytePanel(const LinearWeights& w, std::int64_t column, std::int64_t count, std::byte* to) {
    const std::int64_t depth = w.weight.dim(-1);
    const std::int64_t blocks = depth / kQuantBlock;
    const auto* bytes = static_cast<const std::int8_t*>(w.weight.data());
    for (std::int64_t b = 0; b < blocks; ++b, to += kBlockSize) {
        auto* words = reinterpret_cast<Element*>(to);
        auto* offsets = reinterpret_cast<std::int32_t*>(to + kBlockWords);
        auto* scales = reinterpret_cast<float*>(offsets + kTileColumns);
        if (count < kTileColumns)
            std::memset(to, 0, kBlockSize);
        for (std::int64_t j = 0; j < count; ++j) {
            const std::int8_t* from = bytes + (column + j) * depth + b * kQuantBlock;
            std::int32_t sum = 0;
            for (std::int64_t s = 0; s < kSteps; ++s)
                for (std::int64_t k = 0; k < kWord; ++k) {
                    // NOLINTNEXTLINE(bugprone-signed-char-misuse): weights are signed
                    const std::int32_t value = from[s * kWord + k];
                    words[(s * kTileColumns + j) * kWord + k] = static_cast<Element>(value);
                    sum += value;
                }
            offsets[j] = -kOffset * sum;
            scales[j] = w.scale.f32()[(column + j) * blocks + b];
        }
    }
}

/// One block of the depth for one tile: sums += products · scale of the weights · scale of the rows.
HWY_INLINE void addBlock(const std::byte* a, std::size_t strideA, const std::byte* panel, const float* scales,
                         std::int64_t strideScales, float* sums) {
    const D d;
    const DI di;
    constexpr int kGroup = 3;
    VI products[kTileRows][2];
    const auto* offsets = reinterpret_cast<const std::int32_t*>(panel + kBlockWords);
#pragma GCC unroll 12
    for (int i = 0; i < kTileRows; ++i)
#pragma GCC unroll 2
        for (int v = 0; v < 2; ++v)
            products[i][v] = hn::Load(di, offsets + v * kTileLanes);
    const std::byte* group[kTileRows / kGroup];
#pragma GCC unroll 4
    for (int g = 0; g < kTileRows / kGroup; ++g)
        group[g] = a + static_cast<std::size_t>(g * kGroup) * strideA;
    const auto* words = reinterpret_cast<const std::int32_t*>(panel);
    for (std::int64_t s = 0; s < kSteps; ++s, words += kTileColumns) {
        const VI first = hn::Load(di, words);
        const VI second = hn::Load(di, words + kLanes);
#pragma GCC unroll 12
        for (int i = 0; i < kTileRows; ++i) {
            std::int32_t word;
            std::memcpy(&word, group[i / kGroup] + static_cast<std::size_t>(i % kGroup) * strideA + s * 4, 4);
            const VI row = hn::Set(di, word);
            products[i][0] = multiplyWords(products[i][0], row, first);
            products[i][1] = multiplyWords(products[i][1], row, second);
        }
    }
    const auto* weightScales = reinterpret_cast<const float*>(offsets + kTileColumns);
    const V scale[2] = {hn::Load(d, weightScales), hn::Load(d, weightScales + kTileLanes)};
#pragma GCC unroll 12
    for (int i = 0; i < kTileRows; ++i) {
        const V rowScale = hn::Set(d, scales[i * strideScales]);
#pragma GCC unroll 2
        for (int v = 0; v < 2; ++v) {
            float* sum = sums + i * kTileColumns + v * kLanes;
            hn::Store(
                hn::MulAdd(hn::ConvertTo(d, products[i][v]), hn::Mul(scale[v], rowScale), hn::Load(d, sum)),
                d, sum);
        }
    }
}

HWY_NOINLINE void multiplyByteTile(const ByteBlockJob& job, std::int64_t row, const std::byte* panel,
                                   float* sums) {
    const std::size_t stride = byteRowSize(job.depth);
    const std::int64_t blocks = job.depth / kQuantBlock;
    std::fill_n(sums, kTileRows * kTileColumns, 0.0F);
    const std::byte* a = job.a + static_cast<std::size_t>(row) * stride;
    for (std::int64_t b = 0; b < blocks; ++b)
        addBlock(a + static_cast<std::size_t>(b * kQuantBlock) * sizeof(Element), stride,
                 panel + static_cast<std::size_t>(b) * kBlockSize, job.scales + row * blocks + b, blocks,
                 sums);
}

template <class Act> void multiplyByteTiles(const ByteBlockJob& job, const Act& act) {
    HWY_ALIGN float sums[kTileRows * kTileColumns];
    for (std::int64_t column = 0; column < job.columns; column += kTileColumns) {
        const std::byte* panel =
            job.panels + static_cast<std::size_t>(column / kTileColumns) * bytePanelSize(job.depth);
        for (std::int64_t row = 0; row < job.rows; row += kTileRows) {
            const std::int64_t to = row * job.strideY + column;
            const TileEnd end = {job.y + to,
                                 job.strideY,
                                 std::min<std::int64_t>(kTileRows, job.rows - row),
                                 std::min(kTileColumns, job.columns - column),
                                 job.finish.bias ? job.finish.bias + column : nullptr,
                                 job.finish.residual ? job.finish.residual + to : nullptr};
            fetchEnd(end);
            multiplyByteTile(job, row, panel, sums);
            finishTile(end, sums, act);
        }
    }
}

void multiplyByteBlock(const ByteBlockJob& job) {
    withActivation(job.finish.act, [&](const auto& act) HWY_ATTR { multiplyByteTiles(job, act); });
}

} // namespace
} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace inference::cpu {

HWY_EXPORT(hasByteProducts);
HWY_EXPORT(byteRowSize);
HWY_EXPORT(bytePanelSize);
HWY_EXPORT(roundRows);
HWY_EXPORT(packBytePanel);
HWY_EXPORT(multiplyByteBlock);

bool hasByteProducts() {
    return HWY_DYNAMIC_DISPATCH(hasByteProducts)();
}

std::size_t byteRowSize(std::int64_t depth) {
    return HWY_DYNAMIC_DISPATCH(byteRowSize)(depth);
}

std::size_t bytePanelSize(std::int64_t depth) {
    return HWY_DYNAMIC_DISPATCH(bytePanelSize)(depth);
}

void roundRows(const RoundJob& job) {
    HWY_DYNAMIC_DISPATCH(roundRows)(job);
}

void packBytePanel(const LinearWeights& weights, std::int64_t column, std::int64_t count, std::byte* to) {
    HWY_DYNAMIC_DISPATCH(packBytePanel)(weights, column, count, to);
}

void multiplyByteBlock(const ByteBlockJob& job) {
    HWY_DYNAMIC_DISPATCH(multiplyByteBlock)(job);
}

} // namespace inference::cpu
#endif
