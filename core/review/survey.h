// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/shape_measure.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace core {

/// An image to be measured; without a path its picture is not looked at.
struct SurveyedImage {
    ImageId image;
    QString picture = {}; ///< absolute path
};

/// Measures the instances that a project's file holds for these images, one image after the other; masks and
/// pictures are dropped at once. Images that can't be read are left out, pictures that can't be read count as
/// none. Ends early when stopped. Any thread.
std::vector<ShapeMeasure> surveyShapes(const QString& project, const std::vector<SurveyedImage>& images,
                                       const std::stop_token& stop = {});

} // namespace core
