// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/similarity.h"

#include "core/mask/morphology.h"
#include "core/mask/overlap.h"

#include <algorithm>
#include <cmath>

namespace core {
namespace {

struct Overlap {
    double both = 0;
    double either = 0;
    double first = 0; ///< area of the first alone
};

Overlap overlapOf(const Mask& a, const Mask& b) {
    const double both = double(sharedArea(a, b));
    const double first = double(a.area());
    return {both, first + double(b.area()) - both, first};
}

Overlap overlapOf(const QRectF& a, const QRectF& b) {
    const QRectF both = a & b;
    const double shared = both.width() * both.height();
    const double first = a.width() * a.height();
    return {shared, first + b.width() * b.height() - shared, first};
}

/// Without the pixels that one of `count` steps right or down from here would leave the mask, and so on in
/// both directions: erosion along one axis, in steps that double.
Mask erodedAlong(const Mask& mask, QPoint step, int count) {
    Mask result = mask;
    for (int done = 1, reach = 1; done <= 2 * count; done += reach) {
        reach = std::min(done, 2 * count + 1 - done);
        result = result.intersected(result.translated(step * reach));
    }
    return result.translated(step * -count);
}

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

Overlap overlapOf(const Track& a, const Track& b, Compared what, int width) {
    Overlap sum;
    const std::size_t frames = what == Compared::Boxes ? a.boxes.size() : a.masks.size();
    for (std::size_t frame = 0; frame < frames; ++frame) {
        Overlap one;
        if (what == Compared::Boxes) {
            one = overlapOf(a.boxes[frame], b.boxes[frame]);
        } else if (width > 0) {
            one = overlapOf(boundaryOf(a.masks[frame], width), boundaryOf(b.masks[frame], width));
        } else {
            one = overlapOf(a.masks[frame], b.masks[frame]);
        }
        sum.both += one.both;
        sum.either += one.either;
        sum.first += one.first;
    }
    return sum;
}

/// Pixels beside an outline: towards the origin, as DAVIS marks it.
Mask outlineOf(const Mask& mask, QSize picture) {
    const QRect inner(0, 0, picture.width() - 1, picture.height() - 1);
    const Mask right = mask.exclusiveOr(mask.translated({-1, 0}));
    const Mask below = mask.exclusiveOr(mask.translated({0, -1}));
    const Mask diagonal = mask.exclusiveOr(mask.translated({-1, -1}));
    return right.united(below)
        .united(diagonal)
        .clipped(inner)
        .united(right.clipped(QRect(0, inner.height(), inner.width(), 1)))
        .united(below.clipped(QRect(inner.width(), 0, 1, inner.height())));
}

} // namespace

double trackIou(const Track& a, const Track& b, Compared what, QSize size) {
    const Overlap overlap = overlapOf(a, b, what, 0);
    if (overlap.either <= 0) {
        return what == Compared::Masks && a.masks.size() > 1 ? 1 : 0;
    }
    const double iou = overlap.both / overlap.either;
    if (what != Compared::Boundaries) {
        return iou;
    }
    const Overlap rings = overlapOf(a, b, what, boundaryWidth(size));
    return std::min(iou, ratio(rings.both, rings.either));
}

PairTable trackIous(const EvaluationUnit& unit, Compared what) {
    PairTable table{unit.found.size(), unit.truth.size()};
    for (std::size_t found = 0; found < table.rows; ++found) {
        for (std::size_t truth = 0; truth < table.columns; ++truth) {
            const Track& one = unit.found[found];
            const Track& other = unit.truth[truth];
            if (other.crowd) {
                const Overlap overlap =
                    overlapOf(one, other, what == Compared::Boxes ? what : Compared::Masks, 0);
                table.at(found, truth) = ratio(overlap.both, overlap.first);
            } else {
                table.at(found, truth) = trackIou(one, other, what, unit.size);
            }
        }
    }
    return table;
}

double boxIou(const QRectF& a, const QRectF& b) {
    const Overlap overlap = overlapOf(a, b);
    return ratio(overlap.both, overlap.either);
}

Mask boundaryOf(const Mask& mask, int width) {
    return mask.subtracted(erodedAlong(erodedAlong(mask, {1, 0}, width), {0, 1}, width));
}

int boundaryWidth(QSize picture) {
    return std::max(1, int(std::nearbyint(0.02 * std::hypot(picture.width(), picture.height()))));
}

double regionSimilarity(const Mask& found, const Mask& truth) {
    return found.isEmpty() && truth.isEmpty() ? 1 : iouOf(found, truth);
}

double contourSimilarity(const Mask& found, const Mask& truth, QSize picture) {
    const Mask foundLine = outlineOf(found, picture);
    const Mask trueLine = outlineOf(truth, picture);
    if (foundLine.isEmpty() || trueLine.isEmpty()) {
        return foundLine.isEmpty() && trueLine.isEmpty() ? 1 : 0;
    }
    const int reach = int(std::ceil(0.008 * std::hypot(picture.width(), picture.height())));
    const double precision = double(sharedArea(foundLine, grown(trueLine, reach))) / double(foundLine.area());
    const double recall = double(sharedArea(trueLine, grown(foundLine, reach))) / double(trueLine.area());
    return ratio(2 * precision * recall, precision + recall);
}

} // namespace core
