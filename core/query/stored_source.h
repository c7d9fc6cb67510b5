// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"
#include "core/query/query_match.h"
#include "core/store/project_store.h"

namespace core {

/// The data set that a project's file holds, read image by image: for threads that don't have the project.
/// `store` must live while it is used. Errors: those of ProjectStore::contents().
Result<ExportSource> storedSource(ProjectStore& store, const QString& project);
/// What a filter finds in it. Errors: InvalidArgument (no filter; says where), Unsupported (the file is of an
/// older version), Io, CorruptFile.
Result<QueryMatches> storedMatches(ProjectStore& store, const ExportSource& source, const QString& where);

} // namespace core
