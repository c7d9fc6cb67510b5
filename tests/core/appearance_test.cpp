// SPDX-License-Identifier: Apache-2.0
#include "core/review/appearance.h"

#include <gtest/gtest.h>

namespace core {
namespace {

Annotation square(qint64 id, const QRect& rect) {
    Annotation annotation;
    annotation.id = {id};
    annotation.mask = Mask::fromRect(rect);
    return annotation;
}

TEST(Appearance, ColoursAreThoseUnderTheMask) {
    QImage picture(40, 40, QImage::Format_RGB32);
    picture.fill(Qt::black);
    for (int y = 10; y < 20; ++y) {
        for (int x = 10; x < 20; ++x) {
            picture.setPixel(x, y, qRgb(200, 100, 50));
        }
    }
    const Appearance look = appearanceOf(square(1, {10, 10, 10, 10}), picture);
    EXPECT_NEAR(look.values[0], 0.299 * 200 + 0.587 * 100 + 0.114 * 50, 0.01);
    EXPECT_NEAR(look.values[1], 0, 0.01) << "one colour has no spread";
    EXPECT_NEAR(look.values[2], 100, 0.01);
    EXPECT_NEAR(look.values[4], 100, 0.01);
    EXPECT_NEAR(look.values[6], std::log(100), 1e-5);
    EXPECT_EQ(look.values[7], 0);
    EXPECT_EQ(look.values[8], 1);
    const Appearance wider = appearanceOf(square(1, {10, 10, 20, 10}), picture);
    EXPECT_NEAR(wider.values[0], look.values[0] / 2, 0.01) << "half of it is black";
    EXPECT_GT(wider.values[1], 50);
}

TEST(Appearance, OutsideOfThePictureThereAreNoColours) {
    const Appearance look = appearanceOf(square(1, {100, 100, 5, 5}), QImage(8, 8, QImage::Format_RGB32));
    EXPECT_EQ(look.values[0], 0);
    EXPECT_NEAR(look.values[6], std::log(25), 1e-5);
    EXPECT_EQ(appearanceOf(square(1, {}), QImage()).values, (std::array<float, Appearance::kCount>{}));
}

TEST(Appearance, TheOddOneComesFirst) {
    std::vector<Appearance> looks;
    for (qint64 id = 1; id <= 9; ++id) {
        Appearance look{{id}, {}};
        look.values[0] = 100 + float(id);
        look.values[6] = 5;
        looks.push_back(look);
    }
    looks[6].values[2] = 80;   // another colour
    looks[2].values[6] = 5.3F; // somewhat larger
    const std::vector<AnnotationId> order = oddFirst(looks);
    ASSERT_EQ(order.size(), 9U);
    EXPECT_EQ(order[0].value, 7);
    EXPECT_EQ(order[1].value, 3);
    EXPECT_EQ(order.back().value, 5) << "the median";
    EXPECT_TRUE(oddFirst({}).empty());
}

} // namespace
} // namespace core
