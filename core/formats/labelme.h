// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

// One JSON beside each picture. LabelMe: shapes are masks (a PNG of the box, its corners inclusive pixels),
// so no pixel differs. X-AnyLabeling knows no masks: a polygon for each 4-connected part, by the pixels'
// centres, which cv2.fillPoly, the rule of its exporters, fills to the same pixels; parts of one instance
// share a group.

Status writeLabelme(ExportPass& pass);
Status writeXAnyLabeling(ExportPass& pass);
/// Reads a folder, or that of a file, with all folders below it. Files with marks of X-AnyLabeling are filled
/// by its rule, polygons of others where pixel centres lie inside. Errors: CorruptFile for the first file
/// that is no JSON or has impossible values, with its name.
Result<ImportedDataset> importLabelme(const QString& file);
bool looksLikeLabelme(const QString& file, const QByteArray& start);
bool looksLikeXAnyLabeling(const QString& file, const QByteArray& start);

} // namespace core
