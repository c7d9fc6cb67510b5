// SPDX-License-Identifier: Apache-2.0
#include "core/mask/mask_delta.h"

namespace core {

MaskDelta MaskDelta::between(const Mask& before, const Mask& after) {
    return MaskDelta(before.exclusiveOr(after));
}

Mask MaskDelta::applied(const Mask& mask) const {
    return mask.exclusiveOr(m_flips);
}

} // namespace core
