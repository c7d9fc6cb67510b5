// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>
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

/// A copy of a project that can be gone back to.
struct Backup {
    QString file;
    bool checkpoint = false; ///< made by a person; stays until a person removes it
    QString name;            ///< of a checkpoint; may be empty
    qint64 revision = 0;     ///< changes that were ever made to the project until then
    QDateTime made;
};
/// Rolling backups and checkpoints, newest first.
QList<Backup> copiesOf(const QString& file);
/// A copy that no later backup pushes out, in "checkpoints" below the backups. Errors: Io.
Status makeCheckpoint(ProjectStore& store, const QString& file, const QString& name);
/// The checkpoint gets another name. Errors: Io.
Status renameCheckpoint(const Backup& checkpoint, const QString& name);
/// A new project beside `file` with the content of `backup`, so that the paths of its images hold. Its path.
/// Errors: Io.
Result<QString> restoreAsCopy(const QString& backup, const QString& file);
/// A fresh name beside the project for a version of it that gives way to another: "mine", "theirs".
QString asideName(const QString& file, const QString& whose);

/// What two states of a project can be compared by.
struct ProjectCounts {
    qint64 revision = 0;
    qint64 images = 0;
    qint64 instances = 0;
    qint64 labels = 0;
};
/// Errors: those of ProjectStore::open().
Result<ProjectCounts> countProject(const QString& file);

} // namespace core
