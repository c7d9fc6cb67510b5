// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/tensor/dtype.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace inference {

/// A matrix as integers: a value is its integer times the scale of its block of kQuantBlock.
struct QuantisedMatrix {
    std::vector<std::int8_t> values;
    std::vector<float> scales; ///< one for each block, row by row
};

/// Integers from -127 to 127; a block's scale is its largest magnitude / 127 (checkpoints §4.1). Rows hold a
/// whole number of blocks. The values must be finite.
QuantisedMatrix quantise(std::span<const float> values);
std::vector<float> dequantise(std::span<const std::int8_t> values, std::span<const float> scales);

/// The elements as F32, F16 or BF16, rounded to nearest even.
std::vector<std::byte> encodeFloats(std::span<const float> values, DType type);

} // namespace inference
