// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

// CVAT for images 1.1: one annotations.xml. Instances are masks, whose run lengths count along the rows of
// their box, so no pixel differs.

Status writeCvat(ExportPass& pass);
/// Reads masks, polygons, boxes without rotation and tags. Errors: CorruptFile with file and line; documents
/// with a DTD are refused.
Result<ImportedDataset> importCvat(const QString& file);
bool looksLikeCvat(const QString& file, const QByteArray& start);

} // namespace core
