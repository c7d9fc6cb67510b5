// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/quantise.h"

#include "tests/support/inference/nano_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace inference::test {
namespace {

constexpr std::size_t kBlock = 64;

TEST(Quantise, errorIsAtMostHalfAStepOfItsBlock) {
    std::vector<float> values = generate("quantise", 40 * kBlock, 1.0F, 0.0F);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] *= std::pow(10.0F, static_cast<float>(i / kBlock) / 4 - 8); // blocks from 1e-8 to 100
    const QuantisedMatrix matrix = quantise(values);
    const std::vector<float> back = dequantise(matrix.values, matrix.scales);
    ASSERT_EQ(matrix.scales.size(), values.size() / kBlock);
    for (std::size_t i = 0; i < values.size(); ++i)
        ASSERT_LE(std::abs(back[i] - values[i]), 0.5001F * matrix.scales[i / kBlock]) << i;
}

TEST(Quantise, aBlocksLargestValueIsKept) {
    std::vector<float> values(kBlock, 0.25F);
    values[3] = -12.7F;
    const QuantisedMatrix matrix = quantise(values);
    EXPECT_FLOAT_EQ(matrix.scales[0], 0.1F);
    EXPECT_EQ(matrix.values[3], -127);
    EXPECT_EQ(matrix.values[0], 3) << "2.5 steps are rounded away from zero";
}

TEST(Quantise, zerosStayZerosAndTinyValuesFinite) {
    std::vector<float> values(2 * kBlock, 0.0F);
    values[kBlock] = 1e-44F; // its scale underflows
    const QuantisedMatrix matrix = quantise(values);
    for (const float value : dequantise(matrix.values, matrix.scales))
        EXPECT_EQ(value, 0.0F);
}

TEST(Quantise, quantisingAgainChangesNothing) {
    const std::vector<float> values = generate("again", 16 * kBlock, 0.5F, 0.1F);
    const QuantisedMatrix once = quantise(values);
    const QuantisedMatrix twice = quantise(dequantise(once.values, once.scales));
    EXPECT_EQ(once.values, twice.values);
}

TEST(EncodeFloats, writesTheBitsOfItsType) {
    const std::vector<float> values{1.0F, -2.5F};
    const auto words = [&](DType type) {
        const std::vector<std::byte> bytes = encodeFloats(values, type);
        std::vector<std::uint16_t> result(bytes.size() / 2);
        std::memcpy(result.data(), bytes.data(), bytes.size());
        return result;
    };
    EXPECT_EQ(words(DType::F16), (std::vector<std::uint16_t>{0x3c00, 0xc100}));
    EXPECT_EQ(words(DType::BF16), (std::vector<std::uint16_t>{0x3f80, 0xc020}));
    EXPECT_EQ(words(DType::F32), (std::vector<std::uint16_t>{0, 0x3f80, 0, 0xc020}));
}

} // namespace
} // namespace inference::test
