// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QRegion>

namespace gui {

/// Where two masks differ, in a few bands of rows: a large brush that moves on changes a crescent, whose
/// bounding box is nearly the whole brush.
QRegion changedRegion(const core::Mask& before, const core::Mask& now);

} // namespace gui
