// SPDX-License-Identifier: Apache-2.0
#include "core/store/backups.h"

#include "core/store/project_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

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
    const QDir folder(backupFolder(file));
    if (!folder.mkpath(QStringLiteral(".")))
        return fail(ErrorCode::Io,
                    QStringLiteral("The folder “%1” for backups cannot be made; check the permissions.")
                        .arg(folder.path()));
    const QFileInfo info(file);
    const QString name = folder.filePath(QStringLiteral("%1-%2-r%3.%4")
                                             .arg(info.completeBaseName())
                                             .arg(newest.number + 1, 6, 10, QLatin1Char('0'))
                                             .arg(revision)
                                             .arg(info.suffix()));
    const QString growing = name + QStringLiteral(".partial");
    QFile::remove(growing);
    const Status copied = store.database().backupTo(growing);
    if (!copied || !QFile::rename(growing, name)) {
        QFile::remove(growing);
        return copied ? fail(ErrorCode::Io, QStringLiteral("The backup “%1” cannot be written.").arg(name))
                      : copied;
    }
    for (qsizetype i = kBackups - 1; i < known.size(); ++i)
        QFile::remove(known.at(i));
    return {};
}

QString newestGoodBackup(const QString& file) {
    const QStringList backups = backupsOf(file);
    for (const QString& backup : backups)
        if (ProjectStore::check(backup))
            return backup;
    return {};
}

} // namespace core
