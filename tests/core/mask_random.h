// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QPoint>
#include <QRect>
#include <QSize>

#include <random>
#include <vector>

namespace core {

/// A plain bitmap to compare masks with: slow, obvious, and never part of the program.
struct Bitmap {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;

    Bitmap(int w, int h) : width(w), height(h), pixels(std::size_t(w) * std::size_t(h)) {}
    std::uint8_t& at(int x, int y) { return pixels[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
    bool at(int x, int y, bool outside) const {
        if (x < 0 || y < 0 || x >= width || y >= height)
            return outside;
        return pixels[std::size_t(y) * std::size_t(width) + std::size_t(x)] != 0;
    }
    Mask mask() const { return Mask::fromBitmap(pixels.data(), width, height, width); }
    bool operator==(const Bitmap&) const = default;
};

/// The mask drawn pixel by pixel from its spans; pixels outside are dropped.
Bitmap bitmapOf(const Mask& mask, int width, int height);
/// Anything that breaks formats: noise of all densities, blobs with holes, several parts, lines, diagonal
/// touches, checkerboards, shapes that touch the border, empty and full.
Bitmap randomBitmap(std::mt19937& random, int maxSide);
Bitmap randomBitmap(std::mt19937& random, QSize size);

} // namespace core
