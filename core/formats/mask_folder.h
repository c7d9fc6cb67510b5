// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"

namespace core {

// Masks as many tools write them: a grey or indexed PNG for each picture, of the same name (img1.png or
// img1_mask.png for img1.jpg), whose pixels are numbers. Each number but 0 becomes one instance: of the label
// "object" if there is only one number in the whole folder, else of "class N". A subfolder of masks gives its
// name to the label instead.

/// Whether the first PNGs in `folder` are such masks of `images` (absolute paths). Reads their headers alone.
bool isMaskFolder(const QString& folder, const QStringList& images);
/// Any thread. What has no picture, another size than it, or colours instead of numbers is left out with a
/// warning. Errors: NotFound if no mask could be read, CorruptFile if all together unpack to more than any
/// real ones.
Result<ImportedDataset> importMaskFolder(const QString& folder, const QStringList& images);

} // namespace core
