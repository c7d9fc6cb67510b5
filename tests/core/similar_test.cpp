// SPDX-License-Identifier: Apache-2.0
#include "core/mask/similar.h"

#include "tests/core/mask_random.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <vector>

namespace core {
namespace {

QImage randomPicture(std::mt19937& random) {
    QImage image(1 + int(random() % 30), 1 + int(random() % 30), QImage::Format_RGB32);
    const unsigned levels = 2 + random() % 4;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const int v = int(random() % levels) * 20;
            image.setPixel(x, y, qRgb(v, 100, int(random() % 3)));
        }
    return image;
}

bool similar(QRgb a, QRgb b, int tolerance) {
    return std::abs(qRed(a) - qRed(b)) <= tolerance && std::abs(qGreen(a) - qGreen(b)) <= tolerance &&
           std::abs(qBlue(a) - qBlue(b)) <= tolerance;
}

Mask naiveWand(const QImage& image, const Wand& wand) {
    Bitmap result(image.width(), image.height());
    const QRect region = wand.region & image.rect();
    const QRgb color = image.pixel(wand.seed);
    if (!wand.contiguous) {
        for (int y = region.top(); y <= region.bottom(); ++y)
            for (int x = region.left(); x <= region.right(); ++x)
                result.at(x, y) = similar(image.pixel(x, y), color, wand.tolerance);
        return result.mask();
    }
    std::vector<QPoint> waiting{wand.seed};
    while (!waiting.empty()) {
        const QPoint p = waiting.back();
        waiting.pop_back();
        if (!region.contains(p) || result.at(p.x(), p.y()) || !similar(image.pixel(p), color, wand.tolerance))
            continue;
        result.at(p.x(), p.y()) = 1;
        for (const QPoint step : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)})
            waiting.push_back(p + step);
    }
    return result.mask();
}

TEST(Wand, agreesWithANaiveFloodFill) {
    std::mt19937 random(21);
    for (int i = 0; i < 1000; ++i) {
        const QImage image = randomPicture(random);
        Wand wand;
        wand.seed = {int(random() % unsigned(image.width())), int(random() % unsigned(image.height()))};
        wand.tolerance = int(random() % 50);
        wand.contiguous = random() % 2 == 0;
        wand.region =
            QRect(wand.seed, QSize(1, 1))
                .adjusted(-int(random() % 20), -int(random() % 20), int(random() % 20), int(random() % 20));
        ASSERT_EQ(wandMask(image, wand), naiveWand(image, wand)) << i;
    }
}

TEST(Wand, outsideAndStoppedGiveNothing) {
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::white);
    EXPECT_EQ(wandMask(image, {{3, 3}, 0, true, image.rect()}), Mask::fromRect(image.rect()));
    EXPECT_TRUE(wandMask(image, {{-1, 3}, 0, true, QRect(-5, -5, 20, 20)}).isEmpty());
    EXPECT_TRUE(wandMask(image, {{3, 3}, 0, true, QRect(5, 5, 2, 2)}).isEmpty());
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(wandMask(image, {{3, 3}, 0, true, image.rect()}, stop.get_token()).isEmpty());
}

TEST(SimilarWithin, keepsWhatLooksLikeTheColour) {
    QImage image(20, 10, QImage::Format_RGB32);
    image.fill(qRgb(100, 100, 100));
    for (int y = 0; y < 10; ++y)
        for (int x = 10; x < 20; ++x)
            image.setPixel(x, y, qRgb(100, 131, 100));
    const Mask within = Mask::fromRect({5, 2, 10, 3}).united(Mask::fromRect({-4, 20, 3, 3}));
    EXPECT_EQ(similarWithin(image, within, qRgb(100, 100, 100), 30), Mask::fromRect({5, 2, 5, 3}));
    EXPECT_EQ(similarWithin(image, within, qRgb(100, 100, 100), 31), Mask::fromRect({5, 2, 10, 3}));
}

} // namespace
} // namespace core
