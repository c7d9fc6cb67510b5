// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

// SA-Co, the data of SAM 3: like COCO, but an entry of "images" is a pair of an image and a noun phrase,
// boxes and areas are shares of the image, and a pair without annotations says that a person looked and found
// none.

/// Phrases are those of the labels, or their names. Pairs are the phrases of an image's instances and, for a
/// reviewed image, all phrases: those without an instance are negatives. Pairs of reviewed images are
/// exhaustive.
Status writeSaco(ExportPass& pass);
/// Labels are the phrases. A project has no place for negatives: they are counted in the warnings. Images do
/// not become reviewed, for nobody asked for all phrases there. Errors: those of readJsonLists(), CorruptFile
/// for a pair id used twice.
Result<ImportedDataset> importSaco(const QString& file);
bool looksLikeSaco(const QString& file, const QByteArray& start);

} // namespace core
