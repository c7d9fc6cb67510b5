// SPDX-License-Identifier: Apache-2.0
#include "core/mask/rle.h"

#include "tests/core/mask_random.h"

#include <QCryptographicHash>

#include <gtest/gtest.h>

#include <functional>

namespace core {
namespace {

using Counts = std::vector<std::uint32_t>;

/// Run lengths counted pixel by pixel down the columns.
Counts naiveCounts(const Bitmap& bitmap) {
    Counts counts;
    bool inside = false;
    std::uint32_t run = 0;
    for (int x = 0; x < bitmap.width; ++x) {
        for (int y = 0; y < bitmap.height; ++y) {
            if (bitmap.at(x, y, false) != inside) {
                counts.push_back(run);
                run = 0;
                inside = !inside;
            }
            ++run;
        }
    }
    counts.push_back(run);
    return counts;
}

struct Vector {
    Counts counts;
    QSize size;
    const char* text;
};

const Vector kVectors[] = {
    {{4}, {2, 2}, "4"},
    {{0, 4}, {2, 2}, "04"},
    {{4, 2, 1, 2, 3}, {4, 3}, "42102"},
    {{0, 1, 7, 1}, {3, 3}, "0170"},
    {{0, 1, 99}, {1, 100}, "01S3"},
    {{16, 16}, {8, 4}, "`0`0"},
    {{5, 10, 3, 4}, {11, 2}, "5:3J"},
    {{0, 1, 31, 32, 1, 1023, 1024, 7}, {2119, 1}, "01o0o0ROon0oo0XPO"},
    {{100, 1, 200, 1, 300}, {301, 2}, "T31X60T3"},
    {{6, 3, 2, 1, 1, 1, 2, 3, 8, 1, 7}, {7, 5}, "632NO0126NO"},
};

TEST(Rle, publishedVectorsBothWays) {
    for (const Vector& v : kVectors) {
        const Result<Mask> fromCounts = maskFromCounts(v.counts, v.size);
        ASSERT_TRUE(fromCounts) << fromCounts.error().message;
        EXPECT_EQ(rleCounts(*fromCounts, v.size), v.counts);
        EXPECT_EQ(rleString(*fromCounts, v.size), QByteArray(v.text));
        const Result<Mask> fromText = maskFromRleString(v.text, v.size);
        ASSERT_TRUE(fromText) << fromText.error().message;
        EXPECT_EQ(*fromText, *fromCounts);
    }
}

TEST(Rle, ringWithHoleAndSeparatePixel) {
    const Mask ring = Mask::fromRect({1, 1, 3, 3}).subtracted(Mask::fromRect({2, 2, 1, 1}));
    EXPECT_EQ(rleString(ring.united(Mask::fromRect({5, 2, 1, 1})), {7, 5}), "632NO0126NO");
}

TEST(Rle, randomMasksMatchANaiveEncoderAndComeBack) {
    std::mt19937 random(1);
    for (int i = 0; i < 10'000; ++i) {
        const Bitmap bitmap = randomBitmap(random, 30);
        const QSize size(bitmap.width, bitmap.height);
        const Mask mask = bitmap.mask();
        ASSERT_EQ(rleCounts(mask, size), naiveCounts(bitmap));
        const Result<Mask> back = maskFromRleString(rleString(mask, size), size);
        ASSERT_TRUE(back);
        ASSERT_EQ(*back, mask);
    }
}

using Shape = std::function<bool(int, int)>;

Shape disc(int cx, int cy, int r) {
    return [=](int x, int y) { return (x - cx) * (x - cx) + (y - cy) * (y - cy) <= r * r; };
}

TEST(Rle, fixedShapesHaveTheReferenceEncoding) {
    const struct {
        Shape inside;
        qint64 area;
        std::size_t runs;
        qsizetype length;
        const char* sha;
    } cases[] = {
        {[](int, int) { return false; }, 0, 1, 4, "1558d6b28c8c0d88"},
        {[](int, int) { return true; }, 307200, 2, 5, "07f3a3b757bad802"},
        {disc(320, 240, 100), 31417, 403, 414, "7059cec9c2066cd4"},
        {[](int x, int y) { return ((x + y) & 1) == 0; }, 153600, 306562, 306562, "ab9b2da17d6c9743"},
        {[](int x, int) { return x == 10; }, 480, 3, 9, "245e6219cb5a23d3"},
        {[](int, int y) { return y == 10; }, 640, 1281, 1282, "2e14db70e6d14a20"},
        {[](int x, int y) { return x == y; }, 480, 961, 965, "6185b61ee9410188"},
        {disc(0, 0, 80), 5101, 163, 168, "60107722538ccda0"},
        {[](int x, int y) { return x == 639 && y == 479; }, 1, 2, 5, "e38e3b18d4f31778"},
    };
    const QSize size(640, 480);
    for (const auto& c : cases) {
        Bitmap bitmap(640, 480);
        for (int y = 0; y < 480; ++y) {
            for (int x = 0; x < 640; ++x)
                bitmap.at(x, y) = c.inside(x, y);
        }
        const Mask mask = bitmap.mask();
        EXPECT_EQ(mask.area(), c.area);
        EXPECT_EQ(rleCounts(mask, size).size(), c.runs);
        const QByteArray text = rleString(mask, size);
        EXPECT_EQ(text.size(), c.length);
        EXPECT_EQ(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(16), c.sha);
        ASSERT_EQ(*maskFromRleString(text, size), mask);
    }
}

TEST(Rle, pixelsOutsideTheImageAreDropped) {
    const Mask mask = Mask::fromRect({-5, -5, 20, 20});
    EXPECT_EQ(rleCounts(mask, {4, 3}), Counts({0, 12}));
    EXPECT_EQ(rleString(Mask::fromRect({50, 0, 2, 2}), {4, 3}), rleString(Mask(), {4, 3}));
}

TEST(Rle, zeroRunsInTheMiddleAreAccepted) {
    const Result<Mask> odd = maskFromCounts({3, 1, 0, 2, 6}, {4, 3});
    ASSERT_TRUE(odd);
    EXPECT_EQ(*odd, *maskFromCounts({3, 3, 6}, {4, 3}));
}

TEST(Rle, hostileInputIsRefusedInOneSentence) {
    const struct {
        QByteArray text;
        QSize size;
    } cases[] = {
        {"", {2, 2}},   // nothing
        {"3", {2, 2}},  // sum too small
        {"9", {2, 2}},  // sum too large
        {"4Z", {2, 2}}, // dangling continue bit
        {"4 ", {2, 2}}, // below the alphabet
        {QByteArray("4\x7f"), {2, 2}},
        {QByteArray("4\xff", 2), {2, 2}},
        {QByteArray("4\0", 2), {2, 2}},
        {"0N", {2, 2}},        // negative run
        {"oooooooo0", {2, 2}}, // more than seven groups
        {"ooooooo0", {2, 2}},
        {"4", {0, 0}},
        {"4", {-2, -2}},
        {"4", {2147483647, 2147483647}},
        {"4", {65536, 65536}},
        {QByteArray(10'000'000, '1'), {10, 10}},
    };
    for (const auto& c : cases) {
        const Result<Mask> result = maskFromRleString(c.text, c.size);
        ASSERT_FALSE(result) << c.text.left(20).toStdString();
        EXPECT_EQ(result.error().code, ErrorCode::CorruptFile);
        EXPECT_EQ(result.error().message.back(), '.');
    }
    EXPECT_FALSE(maskFromCounts({0xffffffffU, 5, 0xffffffffU}, {2, 2}));
    EXPECT_FALSE(maskFromCounts({}, {2, 2}));
}

TEST(Rle, stripesThatWouldNeedGigabytesAreRefused) {
    const int side = 20'000;
    Counts counts;
    for (int i = 0; i < side; ++i)
        counts.push_back(std::uint32_t(side));
    EXPECT_EQ(maskFromCounts(counts, {side, side}).error().code, ErrorCode::CorruptFile);
}

TEST(Rle, hugeImageWithOnePixelIsCheap) {
    const QSize size(30'000, 30'000);
    const Mask pixel = Mask::fromRect({29'999, 15'000, 1, 1});
    EXPECT_EQ(*maskFromRleString(rleString(pixel, size), size), pixel);
    const Mask full = Mask::fromRect({0, 0, 30'000, 30'000});
    EXPECT_EQ(rleCounts(full, size), Counts({0, 900'000'000}));
    EXPECT_EQ(*maskFromCounts({0, 900'000'000}, size), full);
}

} // namespace
} // namespace core
