// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

namespace core {

/// Pixels in both masks, counted without making a mask of them.
qint64 sharedArea(const Mask& a, const Mask& b);
/// Intersection over union; 0 if both are empty.
double iouOf(const Mask& a, const Mask& b);

} // namespace core
