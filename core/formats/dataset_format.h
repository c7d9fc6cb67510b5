// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/formats/loss_report.h"
#include "core/project/annotation.h"

#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace core {

/// What is written: a snapshot, image by image, so that memory holds one image's annotations at a time.
struct ExportSource {
    QList<Label> labels;
    QList<ImageInfo> images;
    std::function<Result<std::vector<Annotation>>(ImageId)> annotations;
    std::function<QString(ImageId)> imagePath; ///< absolute
};

/// What was read: values with ids of their own (1..n), to be put into a project as one edit.
struct ImportedDataset {
    QList<Label> labels;
    QList<ImageInfo> images;
    std::vector<Annotation> annotations;
    QStringList warnings; ///< one sentence each: what was skipped and why
};

struct ExportOptions {
    bool polygons = false; ///< COCO: polygons instead of compressed RLE (holes and small parts then cost pixels)
    std::function<bool(int done, int total)> progress; ///< false cancels; the old files stay
};

/// Writes COCO instances into `folder` as annotations.json: temporary file, then rename. See formats.md.
Result<LossReport> exportCoco(const ExportSource& source, const QString& folder, const ExportOptions& options = {});
/// Counts what exportCoco would lose, without writing.
Result<LossReport> cocoLosses(const ExportSource& source, const ExportOptions& options = {});
/// Reads COCO instances: compressed and uncompressed RLE, polygons, crowds.
Result<ImportedDataset> importCoco(const QString& file);

} // namespace core
