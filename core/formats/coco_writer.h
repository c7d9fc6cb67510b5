// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

/// COCO instances as annotations.json. Category ids are the labels' ids, which renaming, sorting and deleting
/// never change; images and annotations are numbered from 1; the same data gives the same bytes. File names
/// are relative to the images' deepest common folder. A score is written if a model gave one below 1.
Status writeCoco(ExportPass& pass);
/// The same parted for training: annotations/instances_PART.json and images/PART/ for each part that has
/// images. No id stands in two parts.
Status writeCocoSplit(ExportPass& pass);

} // namespace core
