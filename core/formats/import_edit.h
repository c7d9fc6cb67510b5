// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"
#include "core/project/edit.h"
#include "core/store/open_project.h"

namespace core {

/// What an import brings, as one edit with ids of the project and the name `text`; labels of the same name
/// are joined, images are found by their files in `folder`, or in the project by name, size and the ends of
/// their folders where that leaves no doubt. What a person should know of it is added to `warnings`.
Edit importEdit(OpenProject& open, const ImportedDataset& data, const QString& folder, const QString& text,
                QStringList* warnings = nullptr);

} // namespace core
