// SPDX-License-Identifier: Apache-2.0
#include "core/formats/brush_rle.h"
#include "tests/core/mask_random.h"

#include <gtest/gtest.h>

namespace core {
namespace {

QByteArray bytesOf(std::initializer_list<int> values) {
    QByteArray bytes;
    for (const int value : values)
        bytes.append(char(value));
    return bytes;
}

Mask ringAndDot() {
    return Mask::fromRect({1, 1, 3, 3})
        .subtracted(Mask::fromRect({2, 2, 1, 1}))
        .united(Mask::fromRect({5, 2, 1, 1}));
}

TEST(BrushRle, ReadsWhatTheReferenceEncoderWrites) {
    // label_studio_sdk.converter.brush.mask2rle() of the mask above, 7 by 5: it also uses literal words.
    const QByteArray theirs = bytesOf({0,   0,   0,  140, 57,  27, 254, 31,  0,   183, 255, 124, 2,   63,
                                       248, 192, 35, 255, 140, 2,  63,  249, 192, 45,  255, 226, 112, 0});
    const Result<Mask> mask = maskOfBrushRle(theirs, {7, 5});
    ASSERT_TRUE(mask) << mask.error().message;
    EXPECT_EQ(*mask, ringAndDot());
    EXPECT_FALSE(maskOfBrushRle(theirs, {5, 5})) << "another image";
    for (qsizetype size = 0; size < theirs.size() - 2; ++size)
        EXPECT_FALSE(maskOfBrushRle(theirs.left(size), {7, 5})) << size;
}

TEST(BrushRle, GivesEveryPixelBack) {
    std::mt19937 random(5);
    for (int i = 0; i < 300; ++i) {
        const QSize size(1 + int(random() % 90), 1 + int(random() % 70));
        const Mask mask = randomBitmap(random, size).mask();
        const Result<Mask> back = maskOfBrushRle(brushRle(mask, size), size);
        ASSERT_TRUE(back) << back.error().message;
        ASSERT_EQ(*back, mask);
    }
}

TEST(BrushRle, RunsLongerThanItsWidestFieldAreDivided) {
    // 40,000 pixels are 160,000 values, and a run says at most 65,536.
    const QSize size(200, 200);
    const Mask all = Mask::fromRect({0, 0, 200, 200});
    EXPECT_EQ(maskOfBrushRle(brushRle(all, size), size).value_or(Mask()), all);
    EXPECT_EQ(maskOfBrushRle(brushRle(Mask(), size), size).value_or(all), Mask());
    EXPECT_LT(brushRle(all, size).size(), 30);
}

TEST(BrushRle, SoftEdgesAreInsideFromHalfOn) {
    // Two pixels: eight literal words of which the fourth and eighth are alphas.
    const auto pixels = [](int alpha) {
        // 32 bits: 8 values; 5 bits: words of 8; widths 3, 4, 8, 16; then one literal run of 8 (width 3).
        std::string bits =
            std::string(28, '0') + "1000" + "00111" + "0010" + "0011" + "0111" + "1111" + "000111";
        const auto put = [&](int word) {
            for (int bit = 7; bit >= 0; --bit)
                bits += (word >> bit & 1) != 0 ? '1' : '0';
        };
        for (const int word : {255, 255, 255, alpha, 0, 0, 0, 127})
            put(word);
        bits.resize((bits.size() + 7) / 8 * 8, '0');
        QByteArray bytes;
        for (std::size_t i = 0; i < bits.size(); i += 8)
            bytes.append(char(std::stoi(bits.substr(i, 8), nullptr, 2)));
        return bytes;
    };
    EXPECT_EQ(maskOfBrushRle(pixels(128), {2, 1}).value_or(Mask()), Mask::fromRect({0, 0, 1, 1}));
    EXPECT_EQ(maskOfBrushRle(pixels(127), {2, 1}).value_or(Mask::fromRect({0, 0, 1, 1})), Mask());
}

} // namespace
} // namespace core
