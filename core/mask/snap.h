// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QPointF>

#include <optional>

namespace core {

/// The pixel corner on the border of `mask` that is nearest to `point`, not further than `reach` pixels (at
/// most 256 are looked at). Time goes with the spans near the point.
std::optional<QPointF> nearestBorder(const Mask& mask, QPointF point, double reach);

} // namespace core
