// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace core {

/// The file's one true name, so that links to it meet the same lock. Errors: NotFound, Io (it has a second
/// name).
Result<QString> trueName(const QString& file);
/// The file beside a project that says who has it open.
QString lockName(const QString& file);
/// Errors: Io, a sentence that says who has it.
Result<std::unique_ptr<QLockFile>> lockProject(const QString& file);
/// Whether any program has the project open at this moment.
bool isLocked(const QString& file);

} // namespace core
