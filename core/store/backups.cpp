// SPDX-License-Identifier: Apache-2.0
#include "core/store/backups.h"

#include "core/store/project_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace core {
namespace {

/// Backups are numbered, not dated: a clock that is set back must not make a new one look old.
struct BackupName {
    qint64 number = 0;
    qint64 revision = -1;
};

BackupName parse(const QString& file) {
    static const QRegularExpression pattern(QStringLiteral("-(\\d+)-r(\\d+)$"));
    const QRegularExpressionMatch match = pattern.match(QFileInfo(file).completeBaseName());
    return match.hasMatch() ? BackupName{match.captured(1).toLongLong(), match.captured(2).toLongLong()}
                            : BackupName{};
}

/// "000003 r41 before the clean-up"
struct CheckpointName {
    qint64 number = 0;
    qint64 revision = 0;
    QString name;
};

CheckpointName parseCheckpoint(const QString& file) {
    static const QRegularExpression pattern(QStringLiteral("^(\\d+) r(\\d+)(?: (.*))?$"));
    const QRegularExpressionMatch match = pattern.match(QFileInfo(file).completeBaseName());
    return match.hasMatch() ? CheckpointName{match.captured(1).toLongLong(), match.captured(2).toLongLong(),
                                             match.captured(3)}
                            : CheckpointName{};
}

QString checkpointFileName(const CheckpointName& parts) {
    // What some file system forbids in names.
    static const QRegularExpression forbidden(QStringLiteral("[\\x00-\\x1f<>:\"/\\\\|?*]+"));
    QString name = parts.name;
    name = name.replace(forbidden, QStringLiteral(" ")).simplified().left(80);
    return QStringLiteral("%1 r%2 %3")
        .arg(parts.number, 6, 10, QLatin1Char('0'))
        .arg(parts.revision)
        .arg(name)
        .trimmed();
}

QDir checkpointFolder(const QString& file) {
    return {QDir(backupFolder(file)).filePath(QStringLiteral("checkpoints"))};
}

QStringList checkpointsOf(const QString& file) {
    QStringList files;
    const QFileInfoList found =
        checkpointFolder(file).entryInfoList({QStringLiteral("*.") + QFileInfo(file).suffix()}, QDir::Files);
    for (const QFileInfo& info : found)
        if (parseCheckpoint(info.fileName()).number > 0)
            files.append(info.absoluteFilePath());
    return files;
}

/// Copies the store to `name`, whole or not at all.
Status copyTo(ProjectStore& store, const QString& name) {
    if (!QFileInfo(name).absoluteDir().mkpath(QStringLiteral(".")))
        return fail(ErrorCode::Io,
                    QStringLiteral("The folder “%1” for backups cannot be made; check the permissions.")
                        .arg(QFileInfo(name).absolutePath()));
    const QString growing = name + QStringLiteral(".partial");
    QFile::remove(growing);
    const Status copied = store.database().backupTo(growing);
    if (copied && QFile::rename(growing, name))
        return {};
    QFile::remove(growing);
    return copied ? fail(ErrorCode::Io, QStringLiteral("The backup “%1” cannot be written.").arg(name))
                  : copied;
}

} // namespace

QString backupFolder(const QString& file) {
    const QFileInfo info(file);
    return info.absoluteDir().filePath(info.completeBaseName() + QStringLiteral(".backups"));
}

QStringList backupsOf(const QString& file) {
    const QFileInfo info(file);
    const QString any = QStringLiteral("*-r*.") + info.suffix();
    QStringList backups;
    const QFileInfoList found = QDir(backupFolder(file)).entryInfoList({any}, QDir::Files);
    for (const QFileInfo& backup : found)
        if (parse(backup.fileName()).number > 0)
            backups.append(backup.absoluteFilePath());
    std::sort(backups.begin(), backups.end(),
              [](const QString& a, const QString& b) { return parse(a).number > parse(b).number; });
    return backups;
}

Status makeBackup(ProjectStore& store, const QString& file) {
    ASSIGN_OR_RETURN(const qint64 revision, store.meta("revision"));
    const QStringList known = backupsOf(file);
    const BackupName newest = known.isEmpty() ? BackupName{} : parse(known.constFirst());
    if (newest.revision == revision)
        return {};
    const QFileInfo info(file);
    RETURN_IF_ERROR(copyTo(store, QDir(backupFolder(file))
                                      .filePath(QStringLiteral("%1-%2-r%3.%4")
                                                    .arg(info.completeBaseName())
                                                    .arg(newest.number + 1, 6, 10, QLatin1Char('0'))
                                                    .arg(revision)
                                                    .arg(info.suffix()))));
    for (qsizetype i = kBackups - 1; i < known.size(); ++i)
        QFile::remove(known.at(i));
    return {};
}

QList<Backup> copiesOf(const QString& file) {
    QList<Backup> copies;
    for (const QString& backup : backupsOf(file))
        copies.append({backup, false, {}, parse(backup).revision, QFileInfo(backup).lastModified()});
    for (const QString& checkpoint : checkpointsOf(file)) {
        const CheckpointName parts = parseCheckpoint(checkpoint);
        copies.append({checkpoint, true, parts.name, parts.revision, QFileInfo(checkpoint).lastModified()});
    }
    // By what they hold, not by the clock, which may have been set back.
    std::stable_sort(copies.begin(), copies.end(),
                     [](const Backup& a, const Backup& b) { return a.revision > b.revision; });
    return copies;
}

Status makeCheckpoint(ProjectStore& store, const QString& file, const QString& name) {
    ASSIGN_OR_RETURN(const qint64 revision, store.meta("revision"));
    qint64 last = 0;
    for (const QString& known : checkpointsOf(file))
        last = std::max(last, parseCheckpoint(known).number);
    return copyTo(store, checkpointFolder(file).filePath(checkpointFileName({last + 1, revision, name}) +
                                                         QLatin1Char('.') + QFileInfo(file).suffix()));
}

Status renameCheckpoint(const Backup& checkpoint, const QString& name) {
    CheckpointName parts = parseCheckpoint(checkpoint.file);
    parts.name = name;
    const QFileInfo info(checkpoint.file);
    const QString renamed =
        info.absoluteDir().filePath(checkpointFileName(parts) + QLatin1Char('.') + info.suffix());
    if (renamed != checkpoint.file && !QFile::rename(checkpoint.file, renamed))
        return fail(ErrorCode::Io,
                    QStringLiteral("The checkpoint “%1” cannot be renamed; check the permissions.")
                        .arg(info.fileName()));
    return {};
}

Result<QString> restoreAsCopy(const QString& backup, const QString& file) {
    const QFileInfo info(file);
    QString copy;
    for (int i = 1; copy.isEmpty() || QFileInfo::exists(copy); ++i)
        copy = info.absoluteDir().filePath(
            QStringLiteral("%1-restored-%2.%3").arg(info.completeBaseName()).arg(i).arg(info.suffix()));
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(backup, ProjectStore::Mode::ReadOnly));
    RETURN_IF_ERROR(copyTo(store, copy));
    return copy;
}

QString asideName(const QString& file, const QString& whose) {
    const QFileInfo info(file);
    QString name;
    for (int i = 1; name.isEmpty() || QFileInfo::exists(name); ++i)
        name = info.absoluteDir().filePath(
            QStringLiteral("%1-%2-%3.%4").arg(info.completeBaseName(), whose).arg(i).arg(info.suffix()));
    return name;
}

Result<ProjectCounts> countProject(const QString& file) {
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(file, ProjectStore::Mode::ReadOnly));
    ProjectCounts counts;
    ASSIGN_OR_RETURN(counts.revision, store.meta("revision"));
    Database& database = store.database();
    ASSIGN_OR_RETURN(counts.images, database.integer("SELECT count(*) FROM image WHERE removed = 0"));
    ASSIGN_OR_RETURN(counts.instances, database.integer("SELECT count(*) FROM annotation WHERE image IN "
                                                        "(SELECT id FROM image WHERE removed = 0)"));
    ASSIGN_OR_RETURN(counts.labels, database.integer("SELECT count(*) FROM label WHERE removed = 0"));
    return counts;
}

QString newestGoodBackup(const QString& file) {
    const QStringList backups = backupsOf(file);
    for (const QString& backup : backups)
        if (ProjectStore::check(backup))
            return backup;
    return {};
}

} // namespace core
