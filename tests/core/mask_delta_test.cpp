// SPDX-License-Identifier: Apache-2.0
#include "core/mask/mask_delta.h"

#include <gtest/gtest.h>

namespace core {

TEST(MaskDelta, isItsOwnInverse) {
    const Mask before = Mask::fromRect({0, 0, 10, 10});
    const Mask after = Mask::fromRect({5, 5, 10, 10});
    const MaskDelta delta = MaskDelta::between(before, after);
    EXPECT_EQ(delta.applied(before), after);
    EXPECT_EQ(delta.applied(after), before);
}

} // namespace core
