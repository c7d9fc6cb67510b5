// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QPolygon>
#include <QPolygonF>

#include <vector>

namespace core {

/// One connected part: its outer ring and the rings of its holes, along pixel edges (integer corners).
struct ContourPart {
    QPolygon outer;              ///< clockwise on the screen, first point not repeated
    std::vector<QPolygon> holes; ///< counter-clockwise
};

/// Exact outlines of all 4-connected parts; maskOf() gives the mask back without a differing pixel.
std::vector<ContourPart> contoursOf(const Mask& mask);
Mask maskOf(const std::vector<ContourPart>& parts);
/// The part as a single ring, for formats without holes: it goes to each hole and back over the same bridge,
/// so it fills to the same pixels under the even-odd rule.
QPolygon keyholed(const ContourPart& part);
/// What is inside of rings: where an odd number of them lies around, or (Winding) where they do not go round
/// as often one way as the other, so that a loop drawn a little more than once has no hole.
enum class FillRule { EvenOdd, Winding };
/// Fills polygons; a pixel is inside if its centre is. Clipped to `bounds`. Rings with coordinates that are
/// not finite are left out. Takes memory and time for every row an edge crosses inside the bounds.
Mask maskOfPolygons(const std::vector<QPolygonF>& rings, const QRect& bounds,
                    FillRule rule = FillRule::EvenOdd);

} // namespace core
