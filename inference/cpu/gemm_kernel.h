// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/cpu/gemm.h"

#include <cstdint>

/// The parts of a matrix product that are compiled for each instruction set. No allocation, no threads.
namespace inference::cpu {

/// The tile of sums that the instruction set in use keeps in registers.
struct TileShape {
    std::int64_t rows;
    std::int64_t columns;
};
TileShape tileShape();

/// Lays out `count` rows of a weight, from row `column` on, as one panel [depth][tile columns], zeros after
/// `count`: elements [k, k + depth) of each row. Type and scale as in LinearWeights.
struct PanelJob {
    const LinearWeights* weights;
    std::int64_t column, count;
    std::int64_t k, depth;
    float* to;
};
void packPanel(const PanelJob& job);

/// Multiplies copied rows with packed panels and adds to y, or starts it; finishes it after the last part of
/// the depth.
struct BlockJob {
    const float* a; ///< rows rounded up to whole tiles, `strideA` floats apart
    std::int64_t rows, strideA;
    const float* panels; ///< `depth` rows of each panel, panels `panelStride` floats apart
    std::int64_t panelStride;
    std::int64_t depth;
    float* y; ///< first row and column of the block
    std::int64_t columns, strideY;
    bool isFirst, isLast; ///< part of the depth
    Finish finish;        ///< bias and residual at the block's first row and column; residual as y
};
void multiplyBlock(const BlockJob& job);

/// A few rows against weights as they lie: y [rows, columns] of the columns [column, column + count).
struct FewRowsJob {
    const LinearWeights* weights;
    const float* a; ///< [rows, depth]
    std::int64_t rows, depth;
    std::int64_t column, count;
    float* y; ///< [rows, strideY], column 0
    std::int64_t strideY;
};
void multiplyFewRows(const FewRowsJob& job);

} // namespace inference::cpu
