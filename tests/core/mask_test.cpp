// SPDX-License-Identifier: Apache-2.0
#include "core/mask/mask.h"

#include "tests/core/mask_random.h"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>

namespace core {
namespace {

using Rule = std::function<bool(bool, bool)>;

Bitmap combined(const Bitmap& a, const Bitmap& b, const Rule& rule) {
    Bitmap result(a.width, a.height);
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        result.pixels[i] = rule(a.pixels[i] != 0, b.pixels[i] != 0);
    return result;
}

/// Gives each pixel of value `wanted` the number of its component, from 1 in reading order; returns their
/// areas.
std::vector<qint64> flood(const Bitmap& bitmap, bool wanted, bool diagonal, Bitmap& label) {
    std::vector<qint64> areas;
    std::vector<QPoint> stack;
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x) {
            if (bitmap.at(x, y, false) != wanted || label.at(x, y, true))
                continue;
            areas.push_back(0);
            stack.push_back({x, y});
            label.at(x, y) = std::uint8_t(areas.size());
            while (!stack.empty()) {
                const QPoint p = stack.back();
                stack.pop_back();
                ++areas.back();
                for (int i = 0; i < 9; ++i) {
                    const QPoint q = p + QPoint(i % 3 - 1, i / 3 - 1);
                    const bool straight = q.x() == p.x() || q.y() == p.y();
                    if (!(straight || diagonal) || bitmap.at(q.x(), q.y(), !wanted) != wanted ||
                        label.at(q.x(), q.y(), true))
                        continue;
                    label.at(q.x(), q.y()) = std::uint8_t(areas.size());
                    stack.push_back(q);
                }
            }
        }
    }
    return areas;
}

/// Surrounds the bitmap by one pixel of background, so that the outside is one component, the first.
Bitmap padded(const Bitmap& bitmap) {
    Bitmap result(bitmap.width + 2, bitmap.height + 2);
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x)
            result.at(x + 1, y + 1) = bitmap.at(x, y, false);
    }
    return result;
}

bool isCanonical(const Mask& mask) {
    return Mask::fromSpans(mask.spans()).spans() == mask.spans();
}

TEST(Mask, booleanOperationsMatchBitmaps) {
    std::mt19937 random(1);
    for (int i = 0; i < 4000; ++i) {
        const Bitmap a = randomBitmap(random, 40);
        const Bitmap b = randomBitmap(random, QSize(a.width, a.height));
        const Mask ma = a.mask(), mb = b.mask();
        EXPECT_EQ(ma.united(mb), combined(a, b, [](bool x, bool y) { return x || y; }).mask());
        EXPECT_EQ(ma.intersected(mb), combined(a, b, [](bool x, bool y) { return x && y; }).mask());
        EXPECT_EQ(ma.subtracted(mb), combined(a, b, [](bool x, bool y) { return x && !y; }).mask());
        EXPECT_EQ(ma.exclusiveOr(mb), combined(a, b, [](bool x, bool y) { return x != y; }).mask());
        ASSERT_TRUE(isCanonical(ma.united(mb)) && isCanonical(ma.exclusiveOr(mb)));
    }
}

TEST(Mask, operationsOnMasksWithDifferentRows) {
    std::mt19937 random(2);
    for (int i = 0; i < 2000; ++i) {
        const Bitmap a = randomBitmap(random, 20);
        const QPoint offset(int(random() % 60) - 30, int(random() % 60) - 30);
        const Mask ma = a.mask(), mb = randomBitmap(random, 20).mask().translated(offset);
        const Bitmap wideA = bitmapOf(ma.translated({30, 30}), 80, 80);
        const Bitmap wideB = bitmapOf(mb.translated({30, 30}), 80, 80);
        const auto expected = [&](const Rule& rule) {
            return combined(wideA, wideB, rule).mask().translated({-30, -30});
        };
        EXPECT_EQ(ma.united(mb), expected([](bool x, bool y) { return x || y; }));
        EXPECT_EQ(ma.subtracted(mb), expected([](bool x, bool y) { return x && !y; }));
        EXPECT_EQ(mb.subtracted(ma), expected([](bool x, bool y) { return y && !x; }));
        EXPECT_EQ(ma.intersected(mb), expected([](bool x, bool y) { return x && y; }));
        ASSERT_EQ(ma.exclusiveOr(mb).exclusiveOr(mb), ma);
    }
}

TEST(Mask, areaBoxAndContainsMatchBitmaps) {
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        const Bitmap bitmap = randomBitmap(random, 30);
        const Mask mask = bitmap.mask();
        qint64 area = 0;
        QRect box;
        for (int y = -1; y <= bitmap.height; ++y) {
            for (int x = -1; x <= bitmap.width; ++x) {
                const bool inside = bitmap.at(x, y, false);
                ASSERT_EQ(mask.contains({x, y}), inside);
                area += inside;
                if (inside)
                    box |= QRect(x, y, 1, 1);
            }
        }
        EXPECT_EQ(mask.area(), area);
        EXPECT_EQ(mask.boundingBox(), box);
        ASSERT_EQ(bitmapOf(mask, bitmap.width, bitmap.height), bitmap);
    }
}

TEST(Mask, fromSpansMakesAnyListCanonical) {
    const Mask mask =
        Mask::fromSpans({{5, 3, 6}, {1, 0, 4}, {5, 6, 9}, {5, 1, 2}, {1, 2, 3}, {2, 7, 7}, {2, 8, 4}});
    const std::vector<Mask::Span> expected = {{1, 0, 4}, {5, 1, 2}, {5, 3, 9}};
    EXPECT_EQ(mask.spans(), expected);
}

TEST(Mask, fromBitmapReadsPaddedRowsAndAnyValue) {
    const std::uint8_t data[] = {0, 7, 255, 9, 1, 0, 0, 9};
    const std::vector<Mask::Span> expected = {{0, 1, 3}, {1, 0, 1}};
    EXPECT_EQ(Mask::fromBitmap(data, 3, 2, 4).spans(), expected);
}

TEST(Mask, clippedAndTranslated) {
    std::mt19937 random(4);
    for (int i = 0; i < 1000; ++i) {
        const Mask mask = randomBitmap(random, 30).mask();
        const QRect rect(int(random() % 40) - 5, int(random() % 40) - 5, int(random() % 30),
                         int(random() % 30));
        EXPECT_EQ(mask.clipped(rect), mask.intersected(Mask::fromRect(rect)));
        ASSERT_EQ(mask.translated({-7, 9}).translated({7, -9}), mask);
    }
}

TEST(Mask, partsAreFourConnectedInReadingOrder) {
    std::mt19937 random(5);
    for (int i = 0; i < 2000; ++i) {
        const Bitmap bitmap = randomBitmap(random, 14);
        Bitmap label(bitmap.width, bitmap.height);
        const std::vector<qint64> areas = flood(bitmap, true, /*diagonal=*/false, label);
        const std::vector<Mask> parts = bitmap.mask().parts();
        ASSERT_EQ(parts.size(), areas.size());
        EXPECT_EQ(bitmap.mask().partCount(), int(areas.size()));
        for (std::size_t part = 0; part < parts.size(); ++part) {
            Bitmap expected = label;
            for (std::uint8_t& pixel : expected.pixels)
                pixel = pixel == part + 1;
            ASSERT_EQ(parts[part], expected.mask());
        }
    }
}

TEST(Mask, holesAreEightConnectedBackground) {
    std::mt19937 random(6);
    for (int i = 0; i < 2000; ++i) {
        const Bitmap bitmap = padded(randomBitmap(random, 14));
        Bitmap label(bitmap.width, bitmap.height);
        const std::vector<qint64> areas = flood(bitmap, false, /*diagonal=*/true, label);
        EXPECT_EQ(bitmap.mask().holeCount(), bitmap.mask().isEmpty() ? 0 : int(areas.size()) - 1);
        for (const qint64 limit : {qint64(-1), qint64(0), qint64(1), qint64(4)}) {
            Bitmap expected = bitmap;
            for (std::size_t p = 0; p < expected.pixels.size(); ++p) {
                const std::size_t hole = label.pixels[p];
                if (hole > 1 && (limit < 0 || areas[hole - 1] <= limit))
                    expected.pixels[p] = 1;
            }
            ASSERT_EQ(bitmap.mask().holesFilled(limit), expected.mask());
        }
    }
}

TEST(Mask, diagonalTouchSplitsPartsAndOpensHoles) {
    const Mask touching = Mask::fromSpans({{0, 0, 1}, {1, 1, 2}});
    EXPECT_EQ(touching.partCount(), 2);
    const Mask leaking = Mask::fromSpans({{0, 1, 2}, {1, 0, 1}, {1, 2, 3}, {2, 1, 2}});
    EXPECT_EQ(leaking.holeCount(), 0);
}

TEST(Mask, paintWritesOnlyInsideTheRegion) {
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) {
        const Bitmap bitmap = randomBitmap(random, 20);
        const QRect region(int(random() % 8) - 4, int(random() % 8) - 4, 9, 7);
        std::vector<std::uint8_t> data(10 * 7, 3);
        bitmap.mask().paint(data.data(), 10, region, 200);
        for (int y = 0; y < 7; ++y) {
            for (int x = 0; x < 10; ++x) {
                const bool inside = x < 9 && bitmap.at(region.x() + x, region.y() + y, false);
                ASSERT_EQ(data[std::size_t(y * 10 + x)], inside ? 200 : 3);
            }
        }
    }
}

TEST(Mask, emptyMaskIsHarmless) {
    const Mask empty;
    EXPECT_EQ(empty.area(), 0);
    EXPECT_TRUE(empty.boundingBox().isNull());
    EXPECT_FALSE(empty.contains({0, 0}));
    EXPECT_TRUE(empty.parts().empty());
    EXPECT_EQ(empty.holesFilled(), empty);
    EXPECT_TRUE(empty.subtracted(Mask::fromRect({0, 0, 3, 3})).isEmpty());
    EXPECT_EQ(empty.exclusiveOr(Mask::fromRect({0, 0, 3, 3})), Mask::fromRect({0, 0, 3, 3}));
    EXPECT_TRUE(Mask::fromRect({}).isEmpty());
}

TEST(Mask, operationsTakeLinearTime) {
    std::vector<Mask::Span> even, odd;
    for (int y = 0; y < 4000; ++y) {
        for (int x = 0; x < 500; x += 2)
            (y % 2 ? odd : even).push_back({y, x, x + 1});
    }
    const Mask a = Mask::fromSpans(even), b = Mask::fromSpans(odd);
    const auto start = std::chrono::steady_clock::now();
    const Mask both = a.united(b);
    EXPECT_EQ(both.partCount(), 250);
    EXPECT_EQ(both.area(), 1'000'000);
    const auto spent = std::chrono::steady_clock::now() - start;
    EXPECT_LT(std::chrono::duration<double>(spent).count(), 5);
}

} // namespace
} // namespace core
