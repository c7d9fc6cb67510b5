// SPDX-License-Identifier: Apache-2.0
#include "core/store/project_lock.h"

#include <QFileInfo>
#include <QLockFile>
#include <QSysInfo>

#include <filesystem>

namespace core {

QString lockName(const QString& file) {
    return file + QStringLiteral(".lock");
}

Result<std::unique_ptr<QLockFile>> lockProject(const QString& file) {
    auto lock = std::make_unique<QLockFile>(lockName(file));
    // Age proves nothing about an open project; a dead holder is recognised by its process.
    lock->setStaleLockTime(0);
    if (lock->tryLock())
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return fail(
            ErrorCode::Io,
            QStringLiteral("The folder of “%1” cannot be written; check its permissions, or copy the project "
                           "to a folder of your own.")
                .arg(file));
    qint64 pid = 0;
    QString host;
    QString program;
    lock->getLockInfo(&pid, &host, &program);
    if (!host.isEmpty() && host != QSysInfo::machineHostName())
        return fail(
            ErrorCode::Io,
            QStringLiteral("“%1” is open on the computer %2 (in %3, process %4); close it there first. "
                           "If %2 was switched off meanwhile, delete the file “%5” and try again.")
                .arg(QFileInfo(file).fileName(), host, program)
                .arg(pid)
                .arg(lockName(file)));
    return fail(ErrorCode::Io,
                QStringLiteral("“%1” is open already (in %2, process %3 on %4); close it there first.")
                    .arg(QFileInfo(file).fileName(), program)
                    .arg(pid)
                    .arg(host));
}

Result<QString> trueName(const QString& file) {
    const QString canonical = QFileInfo(file).canonicalFilePath();
    if (canonical.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no project “%1”.").arg(file));
    std::error_code error;
    const auto names =
        std::filesystem::hard_link_count(std::filesystem::path(canonical.toStdU16String()), error);
    if (!error && names > 1)
        return fail(
            ErrorCode::Io,
            QStringLiteral("“%1” has a second name (a hard link), and two programs writing through two names "
                           "would destroy it; open a copy instead.")
                .arg(file));
    return canonical;
}

bool isLocked(const QString& file) {
    QLockFile lock(lockName(QFileInfo(file).canonicalFilePath()));
    lock.setStaleLockTime(0);
    return QFileInfo::exists(file) && !lock.tryLock() && lock.error() == QLockFile::LockFailedError;
}

} // namespace core
