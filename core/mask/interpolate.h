// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

namespace core {

/// The shape `part` (0 to 1) of the way from one mask to another: both are moved so that their centres of
/// gravity meet at the place in between, then a pixel is inside if its signed distances to the two borders,
/// weighted, say so. 0 gives `from` and 1 gives `to`, exactly. Takes about 20 bytes for each pixel of the box
/// round both shapes.
Mask interpolated(const Mask& from, const Mask& to, double part);

} // namespace core
