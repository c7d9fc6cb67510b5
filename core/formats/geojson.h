// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

// GeoJSON as programs for slides and aerial pictures read it: a collection for each picture, a feature for
// each instance, with polygons along pixel edges, y downwards. Holes and parts are kept, so no pixel differs.

Status writeGeojson(ExportPass& pass);
/// Reads one file, or all of them below a folder: polygons and multipolygons in pixels; the winding of rings
/// says nothing. A collection that names no picture belongs to one with its own file's name. Errors:
/// CorruptFile with the file's name, NotFound, Io.
Result<ImportedDataset> importGeojson(const QString& path);
bool looksLikeGeojson(const QString& file, const QByteArray& start);

} // namespace core
