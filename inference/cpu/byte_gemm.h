// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/cpu/gemm.h"

#include <cstddef>
#include <cstdint>

/// Products of 8-bit weights with activations that are rounded to 8 bits as well, a scale for each row and
/// each kQuantBlock elements: sums of a block are whole numbers, blocks add up as floats. Compiled for each
/// instruction set; no allocation, no threads.
namespace inference::cpu {

/// Whether the instruction set in use multiplies bytes faster than floats.
bool hasByteProducts();

/// Bytes of one rounded row, and of one packed panel of weights, for a depth that is a multiple of
/// kQuantBlock.
std::size_t byteRowSize(std::int64_t depth);
std::size_t bytePanelSize(std::int64_t depth);

/// Rounds `rows` rows a [rows, depth] to `to`; `scales` [rows, depth / kQuantBlock].
struct RoundJob {
    const float* a;
    std::int64_t rows, depth;
    std::byte* to;
    float* scales;
};
void roundRows(const RoundJob& job);

/// Lays out `count` rows of an i8 weight from row `column` on, with their scales, as one panel.
void packBytePanel(const LinearWeights& weights, std::int64_t column, std::int64_t count, std::byte* to);

struct ByteBlockJob {
    const std::byte* a; ///< rounded rows, up to a whole tile of which may be read after the last
    const float* scales;
    std::int64_t rows, depth;
    const std::byte* panels;
    float* y;
    std::int64_t columns, strideY;
    Finish finish; ///< at the block's first row and column
};
void multiplyByteBlock(const ByteBlockJob& job);

} // namespace inference::cpu
