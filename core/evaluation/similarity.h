// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/assignment.h"
#include "core/evaluation/unit.h"

namespace core {

/// What of two objects is compared. Boundary: the smaller of the masks' and of their boundaries' IoU.
enum class Compared { Masks, Boxes, Boundaries };

/// Intersection over union of two tracks, summed over all frames; of two empty ones: 1 for masks of clips
/// with several frames, as the published evaluator has it, else 0. `size` is the picture's.
double trackIou(const Track& a, const Track& b, Compared what, QSize size);
/// trackIou() of every found track (row) with every true one (column). A crowd's is intersection over the
/// found one's area, as COCO has it.
PairTable trackIous(const EvaluationUnit& unit, Compared what);
double boxIou(const QRectF& a, const QRectF& b);

/// The ring of pixels that erosion by a square takes away: those at most `width` steps (also diagonal) from
/// the outside. The picture's border is outside.
Mask boundaryOf(const Mask& mask, int width);
/// How wide a boundary is compared: 2 % of the picture's diagonal, at least 1.
int boundaryWidth(QSize picture);

/// J: IoU of a frame, 1 if both are empty. F: how well the outlines meet within 0.8 % of the diagonal, as
/// DAVIS computes it; 1 if both are empty.
double regionSimilarity(const Mask& found, const Mask& truth);
double contourSimilarity(const Mask& found, const Mask& truth, QSize picture);

} // namespace core
