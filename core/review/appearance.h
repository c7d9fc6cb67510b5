// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QImage>

#include <array>
#include <stop_token>
#include <vector>

namespace core {

/// How an instance looks, in a few numbers: the mean and spread of brightness, two colour differences and
/// their spreads; the logarithms of its area and of width over height; how much of its box it fills. Cheap,
/// and no model is asked.
struct Appearance {
    static constexpr std::size_t kCount = 9;
    AnnotationId instance;
    std::array<float, kCount> values{};
    bool operator==(const Appearance&) const = default;
};

/// Measures one instance; of large ones some thousand pixels. Without a picture (null) its colours are zeros.
Appearance appearanceOf(const Annotation& annotation, const QImage& picture);

/// Those of `ids` (ascending) in these images of a project's file, one image after the other. Images that
/// can't be read are left out. Ends early when stopped. Any thread.
struct AppearanceImage {
    ImageId image;
    QString picture; ///< absolute path
};
std::vector<Appearance> surveyAppearance(const QString& project, const std::vector<AppearanceImage>& images,
                                         const std::vector<AnnotationId>& ids,
                                         const std::stop_token& stop = {});

/// The instances that look least like the others first: by the distance of their numbers from the medians, in
/// spreads (MAD). Equal ones by id.
std::vector<AnnotationId> oddFirst(const std::vector<Appearance>& appearances);

} // namespace core
