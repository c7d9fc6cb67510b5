// SPDX-License-Identifier: Apache-2.0
#include "inference/tensor/dtype.h"

#include <bit>

namespace inference {

const char* nameOf(DType type) {
    switch (type) {
    case DType::F32:
        return "f32";
    case DType::F16:
        return "f16";
    case DType::BF16:
        return "bf16";
    case DType::I64:
        return "i64";
    case DType::I32:
        return "i32";
    case DType::U8:
        return "u8";
    case DType::I8:
        return "i8";
    case DType::C64:
        return "c64";
    }
    return "?";
}

std::uint16_t floatToHalf(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>(bits >> 16 & 0x8000U);
    const std::uint32_t rest = bits & 0x7fffffffU;
    if (rest > 0x7f800000U)
        return sign | 0x7e00U;
    if (rest >= 0x477ff000U) // rounds to infinity
        return sign | 0x7c00U;
    if (rest <
        0x38800000U) { // subnormal half: adding 0.5 aligns the bits, and the FPU rounds to nearest even
        const float shifted = std::bit_cast<float>(rest) + 0.5F;
        return sign | static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(shifted) - 0x3f000000U);
    }
    const std::uint32_t odd = rest >> 13 & 1U;
    return sign | static_cast<std::uint16_t>((rest - (112U << 23) + 0xfffU + odd) >> 13);
}

std::uint16_t floatToBfloat16(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & 0x7fffffffU) > 0x7f800000U)
        return static_cast<std::uint16_t>(bits >> 16 | 0x40U);
    return static_cast<std::uint16_t>((bits + 0x7fffU + (bits >> 16 & 1U)) >> 16);
}

} // namespace inference
