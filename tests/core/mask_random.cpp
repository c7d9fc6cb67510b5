// SPDX-License-Identifier: Apache-2.0
#include "tests/core/mask_random.h"

namespace core {
namespace {

int below(std::mt19937& random, int limit) {
    return int(random() % unsigned(limit));
}

void addNoise(std::mt19937& random, Bitmap& bitmap) {
    static constexpr unsigned kPerMille[] = {10, 100, 500, 900, 990};
    const unsigned density = kPerMille[random() % 5];
    for (std::uint8_t& pixel : bitmap.pixels)
        pixel = random() % 1000 < density;
}

void addDiscs(std::mt19937& random, Bitmap& bitmap) {
    const int discs = 1 + below(random, 9);
    for (int i = 0; i < discs; ++i) {
        const int cx = below(random, bitmap.width);
        const int cy = below(random, bitmap.height);
        const int r = 1 + below(random, 2 + std::max(bitmap.width, bitmap.height) / 3);
        const std::uint8_t value = i % 3 != 1;
        for (int y = std::max(0, cy - r); y < std::min(bitmap.height, cy + r + 1); ++y) {
            for (int x = std::max(0, cx - r); x < std::min(bitmap.width, cx + r + 1); ++x) {
                if ((x - cx) * (x - cx) + (y - cy) * (y - cy) <= r * r)
                    bitmap.at(x, y) = value;
            }
        }
    }
}

void addLines(std::mt19937& random, Bitmap& bitmap) {
    const int x0 = below(random, bitmap.width);
    const int y0 = below(random, bitmap.height);
    for (int x = 0; x < bitmap.width; ++x)
        bitmap.at(x, y0) = 1;
    for (int y = 0; y < bitmap.height; ++y)
        bitmap.at(x0, y) = 1;
    for (int i = 0; i < std::min(bitmap.width, bitmap.height); ++i)
        bitmap.at(i, i) = !bitmap.at(i, i);
}

void addPattern(std::mt19937& random, Bitmap& bitmap) {
    const int kind = below(random, 3);
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x) {
            const bool checker = ((x + y) & 1) == 0;
            const bool comb = (x & 1) == 0 || y == 0;
            const bool frame = x == 0 || y == 0 || x == bitmap.width - 1 || y == bitmap.height - 1;
            bitmap.at(x, y) = kind == 0 ? checker : kind == 1 ? comb : frame;
        }
    }
}

} // namespace

Bitmap bitmapOf(const Mask& mask, int width, int height) {
    Bitmap bitmap(width, height);
    for (const Mask::Span& s : mask.spans()) {
        for (int x = s.x0; x < s.x1; ++x) {
            if (x >= 0 && x < width && s.y >= 0 && s.y < height)
                bitmap.at(x, s.y) = 1;
        }
    }
    return bitmap;
}

Bitmap randomBitmap(std::mt19937& random, QSize size) {
    Bitmap bitmap(size.width(), size.height());
    switch (below(random, 10)) {
    case 0:
    case 1:
    case 2:
        addNoise(random, bitmap);
        break;
    case 3:
        addLines(random, bitmap);
        break;
    case 4:
        addPattern(random, bitmap);
        break;
    case 5:
        if (random() % 2)
            std::fill(bitmap.pixels.begin(), bitmap.pixels.end(), std::uint8_t(1));
        break;
    default:
        addDiscs(random, bitmap);
        break;
    }
    return bitmap;
}

Bitmap randomBitmap(std::mt19937& random, int maxSide) {
    const int width = 1 + below(random, maxSide);
    return randomBitmap(random, QSize(width, 1 + below(random, maxSide)));
}

} // namespace core
