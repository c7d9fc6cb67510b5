// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace core {

/// Examines a whole project without changing it; a project that is open in a program may be examined too.
/// The findings are sentences for people; none: everything is sound.
/// Errors: NotFound, Unsupported (a newer version), Io. Damage is a finding, not an error.
Result<QStringList> checkProjectFile(const QString& file);

} // namespace core
