// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QPolygon>
#include <QRect>

#include <vector>

namespace core {

// For formats whose readers fill polygons as cv2.fillPoly does: vertices are pixels, the pixels under the
// edges belong to the polygon, and inside is where an odd number of edges lies to the left.

/// A ring through pixel centres for each 4-connected part, with horizontal and vertical edges only; holes are
/// reached over pixels of the part. Filled by that rule each gives its part without a differing pixel. Single
/// points are repeated: no ring has fewer than three.
std::vector<QPolygon> centerRings(const Mask& mask);

/// All parts in one ring, joined by lines that are walked twice. `filled` becomes the mask with the pixels of
/// those lines: what the rule gives back.
QPolygon joinedRing(const Mask& mask, Mask& filled);

/// What cv2.fillPoly fills, clipped to `bounds`. Coordinates within +-2^20.
Mask maskOfFillPoly(const QPolygon& ring, const QRect& bounds);
/// The pixels of all its edges: what filling costs. More than kMaxFillCost is no outline of anything.
qint64 fillPolyCost(const QPolygon& ring);
inline constexpr qint64 kMaxFillCost = 20'000'000;

} // namespace core
