// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

namespace core {

/// The mask with x and y exchanged. Takes time and memory in proportion to the spans of mask and result.
Mask transposed(const Mask& mask);
/// How many spans transposed() would make, found without making them.
qint64 transposedSpanCount(const Mask& mask);

} // namespace core
