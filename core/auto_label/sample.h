// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/label_images.h"

#include <array>
#include <vector>

namespace core {

/// What a plan finds in a few images, with every score from 0.05 up, so that thresholds can be chosen.
struct SampleReport {
    struct Class {
        std::array<int, 20> scores{}; ///< objects by score, in steps of 0.05
        int found = 0;                ///< above the class's threshold
        float threshold = 0;
    };
    std::vector<Class> classes; ///< as in the plan
    int images = 0;             ///< looked at
    int total = 0;              ///< of all images
    double seconds = 0;         ///< for those looked at, reading included
    QStringList failures;
    double secondsForAll() const { return images > 0 ? seconds / images * total : 0; }
};

/// Labels `count` images that are spread evenly over the list, and keeps nothing. Errors: Cancelled.
Result<SampleReport> labelSample(EnginePort& engine, const AutoLabelPlan& plan, const RunImages& images,
                                 int count, const inference::RunControl& control);
/// A histogram for each class and what the whole run would take, as text.
QString describe(const SampleReport& report, const AutoLabelPlan& plan);

} // namespace core
