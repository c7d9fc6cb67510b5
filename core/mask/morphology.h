// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

namespace core {

// Shapes made from shapes. A distance is between pixel centres, a disc of radius n holds the pixels at most n
// away. What lies outside a mask is background, also beyond the image: a shape at the image's border shrinks
// there, too, and who grows one clips it. Time goes with spans x (2 radius + 1), never with the area.

/// Every pixel at most `radius` away from the mask; 0 changes nothing.
Mask grown(const Mask& mask, int radius);
/// The pixels whose disc lies in the mask.
Mask shrunk(const Mask& mask, int radius);
/// A pixel is inside if more than half of the disc round it is: corners become round, lines and gaps thinner
/// than the radius go, straight borders and areas of large shapes stay. Takes time for the bounding box, too.
Mask smoothed(const Mask& mask, int radius);
/// Without the 4-connected parts of fewer than `pixels` pixels.
Mask islandsDropped(const Mask& mask, qint64 pixels);
/// The part with most pixels; of equal ones the first in reading order.
Mask largestPart(const Mask& mask);

} // namespace core
