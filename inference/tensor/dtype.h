// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
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

/// Without branches, so that the compiler makes vectors of a loop over them.
inline float halfToFloat(std::uint16_t bits) {
    const std::uint32_t sign = std::uint32_t{bits & 0x8000U} << 16;
    const std::uint32_t rest = bits & 0x7fffU;
    constexpr std::uint32_t kBias = 112U << 23; // between the exponents of the two types
    const std::uint32_t special =
        rest >= 0x7c00U ? kBias : 0U; // infinity and not-a-number keep their payload
    const std::uint32_t normal = (rest << 13) + kBias + special;
    const float tiny = static_cast<float>(static_cast<std::int32_t>(rest)) * 0x1p-24F; // exact in f32
    return std::bit_cast<float>(sign | (rest >= 0x0400U ? normal : std::bit_cast<std::uint32_t>(tiny)));
}

inline float bfloat16ToFloat(std::uint16_t bits) {
    return std::bit_cast<float>(std::uint32_t{bits} << 16);
}

std::uint16_t floatToHalf(float value);     ///< nearest even
std::uint16_t floatToBfloat16(float value); ///< nearest even

} // namespace inference
