// SPDX-License-Identifier: Apache-2.0
#include "inference/session/preprocess.h"

#include "inference/device/device.h"
#include "inference/ops/ops.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace inference::test {
namespace {

using ::testing::ElementsAre;

/// A picture of one row that repeats in every row and channel.
std::vector<std::uint8_t> stripes(const std::vector<std::uint8_t>& row, int height, int channels) {
    std::vector<std::uint8_t> pixels;
    for (int y = 0; y < height; ++y)
        for (const std::uint8_t value : row)
            pixels.insert(pixels.end(), static_cast<std::size_t>(channels), value);
    return pixels;
}

ImageView view(const std::vector<std::uint8_t>& pixels, int width, int height, int channels = 3) {
    return {pixels.data(), width, height, static_cast<std::ptrdiff_t>(width) * channels, channels};
}

std::vector<int> firstRow(const std::vector<std::uint8_t>& square, int size) {
    std::vector<int> row;
    for (int x = 0; x < size; ++x)
        row.push_back(square[static_cast<std::size_t>(x) * 3]);
    return row;
}

class Preprocess : public ::testing::Test {
protected:
    ThreadPool m_threads{2};
};

TEST_F(Preprocess, agreesWithTheReferencesFigures) {
    const auto ramp = stripes({0, 10, 20, 30, 40, 50, 60, 70}, 8, 3);
    // 11.05, 35, 58.95 and 0, 5.91, 13.18, … of the specification, rounded
    EXPECT_THAT(firstRow(resizeToSquare(view(ramp, 8, 8), 3, m_threads), 3), ElementsAre(11, 35, 59));
    EXPECT_THAT(firstRow(resizeToSquare(view(ramp, 8, 8), 11, m_threads), 11),
                ElementsAre(0, 6, 13, 20, 28, 35, 42, 50, 57, 64, 70));
}

TEST_F(Preprocess, sameSizeIsUntouched) {
    std::mt19937 random(1);
    std::vector<std::uint8_t> pixels(33 * 33 * 3);
    for (auto& value : pixels)
        value = static_cast<std::uint8_t>(random());
    EXPECT_EQ(resizeToSquare(view(pixels, 33, 33), 33, m_threads), pixels);
}

TEST_F(Preprocess, sidesScaleSeparatelyAndRowsMayBePadded) {
    const auto wide = stripes({0, 0, 0, 0, 100, 100, 100, 100}, 2, 4);
    EXPECT_THAT(firstRow(resizeToSquare(view(wide, 8, 2, 4), 2, m_threads), 2), ElementsAre(14, 86));
    std::vector<std::uint8_t> padded;
    for (int y = 0; y < 2; ++y) {
        padded.insert(padded.end(), wide.begin(), wide.begin() + 32);
        padded.insert(padded.end(), 5, 255);
    }
    ImageView strided = view(padded, 8, 2, 4);
    strided.bytesPerLine = 37;
    EXPECT_EQ(resizeToSquare(strided, 2, m_threads), resizeToSquare(view(wide, 8, 2, 4), 2, m_threads));
}

TEST_F(Preprocess, extremeShapesWork) {
    for (const auto& [width, height] : {std::pair(1, 1), std::pair(1, 500), std::pair(3000, 2)}) {
        const auto pixels =
            stripes(std::vector<std::uint8_t>(static_cast<std::size_t>(width), 77), height, 3);
        for (const std::uint8_t value : resizeToSquare(view(pixels, width, height), 40, m_threads))
            ASSERT_EQ(value, 77);
    }
}

TEST_F(Preprocess, threadsDontChangeTheResult) {
    std::mt19937 random(2);
    std::vector<std::uint8_t> pixels(301 * 203 * 3);
    for (auto& value : pixels)
        value = static_cast<std::uint8_t>(random());
    ThreadPool one(1);
    EXPECT_EQ(resizeToSquare(view(pixels, 301, 203), 112, m_threads),
              resizeToSquare(view(pixels, 301, 203), 112, one));
}

TEST_F(Preprocess, normalisesToPlusMinusOne) {
    const auto device = openDevice(DeviceChoice::Cpu, 1).value();
    inference::Run run{*device};
    const Tensor input = normalisePixels(run, {0, 51, 255}, 1);
    EXPECT_EQ(input.shape(), (Shape{1, 1, 3}));
    EXPECT_FLOAT_EQ(input.f32()[0], -1.0F);
    EXPECT_FLOAT_EQ(input.f32()[1], -0.6F);
    EXPECT_FLOAT_EQ(input.f32()[2], 1.0F);
}

TEST_F(Preprocess, aPixelChangesTheHash) {
    std::vector<std::uint8_t> pixels(3 * 100, 9);
    const std::string before = hashPixels(pixels);
    EXPECT_EQ(before.size(), 32U);
    EXPECT_EQ(hashPixels(pixels), before);
    for (const std::size_t index : {0UL, 150UL, 299UL}) {
        pixels[index] = 8;
        EXPECT_NE(hashPixels(pixels), before);
        pixels[index] = 9;
    }
    pixels.push_back(0);
    EXPECT_NE(hashPixels(pixels), before);
}

} // namespace
} // namespace inference::test
