// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace cli {

/// Examines a project file; findings are sentences, none means sound. Errors: NotFound, Unsupported, Io.
core::Result<QStringList> checkProject(const QString& project);
/// Adds pictures and the pictures of folders; makes the project if it is not there. How many were new.
/// Errors: those of opening; NotFound if a path is not there, InvalidArgument if there is no picture.
core::Result<int> addPictures(const QString& project, const QStringList& paths);

} // namespace cli
