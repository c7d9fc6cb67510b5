// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QPolygonF>

#include <vector>

namespace core {

/// Cuts the parts of a mask that the line crosses from side to side. The first mask is what stays: the
/// largest piece of each cut part and all parts that were not cut; then the other pieces, largest first. No
/// pixel is lost or in two pieces: those under the line go to a piece beside it. One mask, the given one, if
/// the line cuts nothing.
std::vector<Mask> cutAlong(const Mask& mask, const QPolygonF& line);

} // namespace core
