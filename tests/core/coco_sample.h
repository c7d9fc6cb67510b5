// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"

#include <map>
#include <random>

namespace core {

/// A data set in memory, as a project would hand it to an exporter.
struct SampleDataset {
    QList<Label> labels;
    QList<ImageInfo> images;
    std::map<ImageId, std::vector<Annotation>> annotations;

    ExportSource source() const;
    /// Puts a fresh annotation on an image and returns it for changes.
    Annotation& add(ImageId image, Mask mask);
    ImageId addImage(const QString& path, QSize size);
};

/// Two labels, no images.
SampleDataset emptyDataset();
/// Images with `masks` random masks in all: holes, parts, border touching, overlaps.
SampleDataset randomDataset(std::mt19937& random, int masks);
SampleDataset datasetOf(const ImportedDataset& imported);

} // namespace core
