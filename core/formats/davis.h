// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"

namespace core {

class ExportPass;

/// DAVIS 2017: an indexed PNG for each frame of a clip, whose numbers are those of the tracks; frames are
/// numbered anew. A pixel belongs to what lies on top. labels.txt, which other programs pass over, says what
/// each number is: clip, number and label with tabs between them. A track whose label changes becomes two.
Status writeDavis(ExportPass& pass);
/// Reads Annotations/…/CLIP/*.png below a folder, or one such picture's clip. 254 and 255 are what nobody
/// decided.
Result<ImportedDataset> importDavis(const QString& path);
bool looksLikeDavis(const QString& file, const QByteArray& start);

} // namespace core
