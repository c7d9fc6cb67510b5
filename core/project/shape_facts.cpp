// SPDX-License-Identifier: Apache-2.0
#include "core/project/shape_facts.h"

namespace core {

ShapeFacts shapeFacts(const Mask& mask, const Mask& touched) {
    ShapeFacts facts;
    facts.area = mask.area();
    facts.box = mask.boundingBox();
    facts.parts = mask.partCount();
    facts.holes = mask.holeCount();
    if (!touched.isEmpty())
        facts.byHand = static_cast<float>(double(touched.area()) / double(mask.united(touched).area()));
    return facts;
}

} // namespace core
