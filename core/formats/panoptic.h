// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

// COCO panoptic: panoptic.json and a PNG for each picture whose colours are the numbers of segments, red the
// lowest byte. A pixel belongs to one segment: where instances overlap, the upper one has it.

Status writePanoptic(ExportPass& pass);
/// Errors: CorruptFile with the file's name, NotFound, Io.
Result<ImportedDataset> importPanoptic(const QString& file);
bool looksLikePanoptic(const QString& file, const QByteArray& start);

} // namespace core
