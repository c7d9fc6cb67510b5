// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/kernels.h"

#include <cstdint>

/// Arithmetic on one slice of a sliced map: arrays [rows][kMapSlice], aligned to cache lines, as the device's
/// tensors are. Compiled for
/// each instruction set and chosen at run time. No allocation, no threads.
namespace inference::cpu {

/// y [T·heads] (+)= scale · inner products of each head of x [depth] with few [T, depth].
struct SliceDots {
    const float* x;
    const float* few;
    std::int64_t tokens, depth, heads;
    const float* scale; ///< [kMapSlice], or null: 1
    bool adds;
    float* y;
};
void dotSlice(const SliceDots& job);

enum class Factor { Whole, Lower /* nothing right of the diagonal is read */ };

/// y [rows] = (adds ? y : 0) + a [rows, depth] · x [depth]. Rows of a and y up to whole tiles must be there.
struct SliceProduct {
    const float* a;
    std::int64_t rows, depth, strideA;
    const float* x;
    std::int64_t strideX;
    std::int64_t columns; ///< whole tiles
    float* y;
    std::int64_t strideY;
    bool adds;
    Factor kind;
};
void multiplySlice(const SliceProduct& job);

/// x [tokens·heads] = softmax over the tokens, for each head.
void softmaxSlice(float* x, std::int64_t tokens, std::int64_t heads);

/// The norm of rows from inner products: parts · products + 2·scale·(parts · cross) + scale²·own.
struct SliceNorm {
    float* parts;          ///< [count], multiplied by 1/deviation
    const float* products; ///< [count]
    const float* cross;    ///< [count]
    const float* own;      ///< [1]
    const float* scale;    ///< [1], or null: 1
    float* newScale;       ///< [1]: scale/deviation
    std::int64_t count;
    float channels, epsilon;
};
void normSlice(const SliceNorm& job);

/// x [rows] becomes e^(x - largest) for the first `valid` columns, 0 behind; largest and total of each row.
struct SliceWeights {
    float* x;
    std::int64_t rows, valid;
    float* largest; ///< [rows]
    float* totals;  ///< [rows]
};
void weighSlice(const SliceWeights& job);

/// Columns [column, column + tile columns) of a slice, enlarged.
struct SliceUpscale {
    const float* scale; ///< [kMapSlice] or null: 1
    const float* parts; ///< [K][kMapSlice]
    std::int64_t partCount;
    const float* base;
    const float* middle;
    const float* fine;
    const float* rowWeights; ///< [4M up to whole tiles, K]
    const float* bias;       ///< [4M] or null
    const float* gain;       ///< [M]
    const float* shift;      ///< [M]
    float epsilon;
    const float* outer;                         ///< [4L up to whole tiles, M]
    const float* outerBias;                     ///< [4L]
    const float* products;                      ///< [masks, L]
    std::int64_t middleCount, fineCount, masks; ///< M, L
    std::int64_t column;
    float* memory; ///< upscaleFloats()
    float* y;      ///< [masks][16][tile columns]: the pixels of each row
};
void upscaleSlice(const SliceUpscale& job);
std::int64_t upscaleFloats(std::int64_t middleCount, std::int64_t fineCount);

} // namespace inference::cpu
