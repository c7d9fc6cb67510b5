// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

namespace core {

/// What lists and filters ask of a shape; kept beside the mask in the file, so that they never decode it.
struct ShapeFacts {
    qint64 area = 0;
    QRect box; ///< null if the mask is empty
    int parts = 0;
    int holes = 0;
    float byHand = 0; ///< share of the mask's pixels, present or erased, that a person decided; 0 to 1
    bool operator==(const ShapeFacts&) const = default;
};

ShapeFacts shapeFacts(const Mask& mask, const Mask& touched);

} // namespace core
