// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"
#include "core/store/project_store.h"

namespace core {

/// The data set that a project's file holds, read image by image: for threads that don't have the project.
/// `store` must live while it is used. Errors: those of ProjectStore::contents().
Result<ExportSource> storedSource(ProjectStore& store, const QString& project);

} // namespace core
