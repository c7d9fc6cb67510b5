// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

// Datumaro: annotations/SUBSET.json with the pictures in images/SUBSET. Instances are masks with COCO's run
// lengths, so no pixel differs.

/// One subset, "default".
Status writeDatumaro(ExportPass& pass);
/// Reads one file, or all of them below a folder: masks, polygons, boxes, and labels of items as tags.
/// Errors: CorruptFile, NotFound, Io.
Result<ImportedDataset> importDatumaro(const QString& path);
bool looksLikeDatumaro(const QString& file, const QByteArray& start);

} // namespace core
