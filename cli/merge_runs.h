// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace cli {

/// Folds run files into the project as one edit and says on stdout what that did. Errors: those of opening
/// and folding; InvalidArgument if the run is not whole (unless `partial`) or is in the project already.
core::Status mergeRuns(const QString& project, const QStringList& files, bool partial);

} // namespace cli
