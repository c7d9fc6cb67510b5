// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

// Pictures of numbers: instances/<stem>.png has 16 bits, a number from 1 for each instance and 0 where there
// is none; instances that overlap lie in further layers (instances.2/<stem>.png and so on), so no pixel is
// lost. instances/<stem>.json says what each number is. classes/<stem>.png has the number of the class on
// top, indexed by colour, or in 16 bits if there are more than 255. classes.json names the classes.

Status writePngMasks(ExportPass& pass);
/// `file` is a classes.json; images without a list in instances/ are read from classes/, one instance for
/// each class. Errors: CorruptFile with the file's name.
Result<ImportedDataset> importPngMasks(const QString& file);
bool looksLikePngMasks(const QString& file, const QByteArray& start);

} // namespace core
