// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace core {

class ProjectStore;

inline constexpr int kBackups = 10;

/// Folder of a project's rolling backups: "<name>.backups" beside it.
QString backupFolder(const QString& file);
/// Newest first.
QStringList backupsOf(const QString& file);
/// Copies the project into the folder, unless nothing changed since the newest copy, and removes the oldest
/// beyond ten. Errors: Io.
Status makeBackup(ProjectStore& store, const QString& file);
/// The newest backup that is sound; empty if none is.
QString newestGoodBackup(const QString& file);

} // namespace core
