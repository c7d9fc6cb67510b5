// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/formats/loss_report.h"
#include "core/project/annotation.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace core {

/// What is written: a snapshot, image by image, so that memory holds one image's annotations at a time.
struct ExportSource {
    QList<Label> labels;
    QList<ImageInfo> images;
    std::function<Result<std::vector<Annotation>>(ImageId)> annotations;
    std::function<QString(ImageId)> imagePath; ///< absolute
    QStringList others; ///< pictures of the project that are not written: no export may replace them, either
};

/// What was read: values with ids of their own, to be put into a project as one edit. Images and annotations
/// count from 1; labels keep the file's category ids where those are positive, so that a later export doesn't
/// renumber classes. An image's path is absolute if the picture lies beside the file, else the relative name
/// found there; names that lead out of the folder are cut. Attributes and groups have the file's own
/// numbers. Annotations with a score are State::Auto (nobody
/// has looked yet), others Accepted.
struct ImportedDataset {
    QList<Label> labels;
    QList<ImageInfo> images;
    std::vector<Annotation> annotations;
    QStringList warnings; ///< one sentence each: what was skipped and why
};

/// Told how many instances were read so far; false cancels.
using ImportProgress = std::function<bool(qint64 instances)>;

/// How images are parted for training; shares are from 0 to 1 of the images, the rest is for training.
struct DatasetSplit {
    double val = 0.2;
    double test = 0;
    bool byFolder = false; ///< images of one folder, such as the frames of a video, stay together
    bool operator==(const DatasetSplit&) const = default;
};

struct ExportOptions {
    /// COCO: polygons along pixel edges instead of compressed RLE. No pixel is lost: a hole is reached over a
    /// bridge walked twice. Some readers draw such bridges as lines.
    bool polygons = false;
    bool copyImages = true; ///< formats whose folder holds the pictures get copies of them
    DatasetSplit split;     ///< formats that part images for training
    std::function<bool(int done, int total)> progress; ///< false cancels; the old files stay
};

/// exportDataset(), exportLosses() and importDataset() of format.h for COCO, the format of reference.
Result<LossReport> exportCoco(const ExportSource& source, const QString& folder,
                              const ExportOptions& options = {});
Result<LossReport> cocoLosses(const ExportSource& source, const ExportOptions& options = {});
/// Reads COCO instances: compressed and uncompressed RLE, polygons, crowds. What can't be used is left out
/// and told in the warnings. Errors: NotFound, Io, CorruptFile (not JSON, no images, duplicate image or
/// category ids, limits).
Result<ImportedDataset> importCoco(const QString& file);

} // namespace core
