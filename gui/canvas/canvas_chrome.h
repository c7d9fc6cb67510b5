// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/canvas/color_by.h"
#include "gui/canvas/viewport.h"

class QPainter;

namespace gui {

/// What lies round the picture; all in logical pixels of the view, `ratio` device pixels each.

/// The distance of two numbered marks of a ruler: 1, 2 or 5 times a power of ten, at least `least` view
/// pixels apart. `scale` in view pixels for each image pixel.
int rulerStep(double scale, double least);
/// Rulers in image pixels along the upper and the left edge, with a mark where the pointer is.
void paintRulers(QPainter& painter, const QSize& view, const Viewport& viewport, double ratio,
                 QPointF pointer);
void paintLegend(QPainter& painter, const QSize& view, const QList<LegendEntry>& entries);

} // namespace gui
