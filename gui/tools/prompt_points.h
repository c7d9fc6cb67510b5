// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QList>
#include <QPointF>

namespace gui {

/// At most `count` points spread evenly along a drawn line, its middle first choice for a single one. Points
/// of the line that repeat cost nothing; an empty line gives none.
QList<QPointF> sampled(const QList<QPointF>& line, int count);

/// A pixel well inside `mask` and far from `avoid`: what stands for a mask that the model has not seen.
QPointF insidePoint(const core::Mask& mask, const QList<QPointF>& avoid);

} // namespace gui
