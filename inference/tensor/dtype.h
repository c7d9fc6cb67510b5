// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace inference {

enum class DType : std::uint8_t { F32, F16, BF16, I64, I32, U8, I8, C64 };

/// Bytes of one element.
constexpr std::size_t sizeOf(DType type) {
    switch (type) {
    case DType::I64:
    case DType::C64:
        return 8;
    case DType::F32:
    case DType::I32:
        return 4;
    case DType::F16:
    case DType::BF16:
        return 2;
    case DType::U8:
    case DType::I8:
        return 1;
    }
    return 0;
}

const char* nameOf(DType type);
float halfToFloat(std::uint16_t bits);
std::uint16_t floatToHalf(float value); ///< nearest even
float bfloat16ToFloat(std::uint16_t bits);
std::uint16_t floatToBfloat16(float value); ///< nearest even

} // namespace inference
