// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

// Ultralytics' layout: data.yaml, images/<part>/x.jpg, labels/<part>/x.txt. Pictures are copies, for the
// trainer may rewrite them. An image without instances has an empty label file if it was reviewed, else none.

/// One polygon for each instance, all parts and holes in one line. Loss is counted by the trainer's rule at
/// the picture's own size: coordinates truncated to pixels, then cv2.fillPoly. One part with any holes loses
/// nothing; several parts gain the pixels of the lines between them.
Status writeYoloSegment(ExportPass& pass);
/// Boxes. The pixels of a box that are not of the mask count as different.
Status writeYoloDetect(ExportPass& pass);
/// Reads both, and predictions with a trailing score. `file` is a data.yaml; places outside of its folder are
/// not looked at. Errors: NotFound (no images), CorruptFile with file and line.
Result<ImportedDataset> importYolo(const QString& file);
bool looksLikeYolo(const QString& file, const QByteArray& start);

/// Where the trainer looks for the labels of a picture: the last folder "images" of its path is "labels".
QString yoloLabelsOf(const QString& picture);

/// What a data.yaml says; only the part of YAML that such files use. Error: CorruptFile with the line.
struct YoloConfig {
    QString path;
    QStringList places; ///< of train, val and test
    QMap<int, QString> names;
    QStringList others; ///< keys that have no place with us
    bool hasKeyPoints = false;
};
Result<YoloConfig> yoloConfig(const QByteArray& text);

} // namespace core
