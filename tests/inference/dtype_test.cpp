// SPDX-License-Identifier: Apache-2.0
#include "inference/tensor/dtype.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

namespace inference {

TEST(DType, everyHalfSurvivesTheRoundTrip) {
    for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
        const auto half = static_cast<std::uint16_t>(bits);
        const float value = halfToFloat(half);
        if (std::isnan(value))
            EXPECT_TRUE(std::isnan(halfToFloat(floatToHalf(value))));
        else
            EXPECT_EQ(floatToHalf(value), half) << value;
    }
}

TEST(DType, halfRoundsToNearestEven) {
    EXPECT_EQ(floatToHalf(2049.0F), floatToHalf(2048.0F)); // a tie, the even neighbour is below
    EXPECT_EQ(floatToHalf(2051.0F), floatToHalf(2052.0F)); // a tie, the even neighbour is above
    EXPECT_EQ(floatToHalf(65519.9F), 0x7bff);
    EXPECT_EQ(floatToHalf(65520.0F), 0x7c00);
    EXPECT_EQ(floatToHalf(0x1p-25F), 0);
    EXPECT_EQ(floatToHalf(0x1.8p-25F), 1);
}

TEST(DType, bfloat16RoundsToNearestEven) {
    EXPECT_EQ(floatToBfloat16(std::bit_cast<float>(0x3f808000U)), 0x3f80);
    EXPECT_EQ(floatToBfloat16(std::bit_cast<float>(0x3f818000U)), 0x3f82);
    EXPECT_EQ(bfloat16ToFloat(0xc049), -3.140625F);
}

} // namespace inference
