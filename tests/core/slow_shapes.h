// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/core/mask_random.h"

#include <QImage>
#include <QPolygonF>

#include <vector>

namespace core {

// What the operations on masks mean, pixel by pixel on plain bitmaps: slow, obvious, sharing no code with the
// program. Everything outside a bitmap is background.

Bitmap slowUnited(const Bitmap& a, const Bitmap& b);
Bitmap slowSubtracted(const Bitmap& a, const Bitmap& b);
Bitmap slowIntersected(const Bitmap& a, const Bitmap& b);
Bitmap slowExclusiveOr(const Bitmap& a, const Bitmap& b);
/// Moved by (dx, dy); what leaves the bitmap is gone.
Bitmap slowMoved(const Bitmap& bitmap, int dx, int dy);
Bitmap slowGrown(const Bitmap& bitmap, int radius);
Bitmap slowShrunk(const Bitmap& bitmap, int radius);
Bitmap slowSmoothed(const Bitmap& bitmap, int radius);
/// With the holes of at most `maxArea` pixels filled; -1: all.
Bitmap slowFilled(const Bitmap& bitmap, int maxArea);
/// 4-connected parts in reading order.
std::vector<Bitmap> slowParts(const Bitmap& bitmap);
int slowArea(const Bitmap& bitmap);

/// A shape drawn with real numbers. Where a pixel's centre lies on the very border, either answer is right.
struct Drawn {
    Bitmap sure;
    Bitmap maybe; ///< includes `sure`
};
/// Everything within `radius` of the line through the points, and the pixels under them.
Drawn slowStroke(const QPolygonF& points, double radius, QSize size);
/// What a closed line goes round, as often as not the other way (the winding rule).
Drawn slowPolygon(const QPolygonF& points, QSize size);
/// Pixels like the one at `seed`; `contiguous`: those that hang together with it.
Bitmap slowWand(const QImage& image, QPoint seed, int tolerance, bool contiguous);

} // namespace core
