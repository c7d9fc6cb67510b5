// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"

namespace core {

class ExportPass;

/// MOTS: instances_txt/CLIP.txt with a line "frame id class height width mask" for each instance, and
/// instances/CLIP/000000.png with the same ids in 16 bits. id = class * 1000 + track; classes.txt says which
/// label a class is. A pixel belongs to what lies on top. Frames count from 0.
Status writeMots(ExportPass& pass);
/// Reads instances_txt/*.txt, or one of these. Errors, with file and line: CorruptFile.
Result<ImportedDataset> importMots(const QString& path);
bool looksLikeMots(const QString& file, const QByteArray& start);

} // namespace core
