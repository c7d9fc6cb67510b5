// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/project/annotation.h"

#include <QString>

#include <vector>

namespace core {

/// What a project's file holds for one image at this moment, saved edits only. Any thread; the file is opened
/// for this alone, since a lasting reader would keep the project from closing into one file. Errors: as
/// ProjectStore::open() and annotations().
Result<std::vector<Annotation>> savedAnnotations(const QString& project, ImageId image);

} // namespace core
