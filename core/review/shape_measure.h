// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QImage>

#include <stop_token>
#include <vector>

namespace core {

/// What only the pixels tell of an instance. Negative: not measured.
struct ShapeMeasure {
    AnnotationId instance;
    float outline = -1; ///< length of the outline along pixel edges, squared, over the area
    float spread = -1;  ///< mean squared distance from the middle over the area: 0.159 for a disc
    float flat = -1;    ///< share of the picture's outline without an edge in the picture, 0 to 1
    float overlap = -1; ///< largest share of the smaller one's pixels, with an instance of another label
    float twin = -1;    ///< largest overlap (IoU) with an instance of the same label
    bool operator==(const ShapeMeasure&) const = default;
};

/// Measures the instances of one image that are neither rejected nor crowds. `picture` may be null: then no
/// edges are looked for. Takes time linear in the spans, and in the pixels of the boxes inside the
/// picture if there is one; and in the pairs of boxes that meet. Stopped, it leaves out instances and pairs.
std::vector<ShapeMeasure> measureShapes(const std::vector<Annotation>& annotations, const QImage& picture,
                                        const std::stop_token& stop = {});

} // namespace core
