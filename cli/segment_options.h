// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/engine/inference_types.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace cli {

/// The arguments of `segment` as they were typed.
struct SegmentArguments {
    std::string image;
    std::string model;
    std::vector<std::string> texts;
    std::vector<std::string> boxes;
    std::vector<std::string> points;
    std::string threshold;
    std::string json;
    std::string overlay;
    std::string masks;
    int threads = 0;
    bool trace = false;
};

/// The same, read and found sensible.
struct SegmentOptions {
    QString image;
    QString model;
    QStringList texts; ///< tidy phrases, none empty
    QList<core::PromptBox> boxes;
    QList<core::PromptPoint> points;
    std::optional<float> threshold;
    QString json; ///< "-" is standard output
    QString overlay;
    QString masks;
    int threads = 0;
    bool trace = false;

    bool isShape() const { return !points.isEmpty(); } ///< one instance by points
};

/// Errors: InvalidArgument (numbers, contradictions), NotFound (the default model), all before anything is
/// opened.
core::Result<SegmentOptions> readOptions(const SegmentArguments& arguments);
/// The file of the model that was named, or of the one that comes with the program. NotFound,
/// InvalidArgument.
core::Result<QString> modelFile(const QString& given);
/// What only the picture's size can tell: InvalidArgument if a point or a whole box lies outside.
core::Status checkInside(const SegmentOptions& options, QSize imageSize);

} // namespace cli
