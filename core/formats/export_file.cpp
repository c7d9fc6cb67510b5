// SPDX-License-Identifier: Apache-2.0
#include "core/formats/export_file.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace core {
namespace {

constexpr qsizetype kBlock = 1 << 20;
constexpr qint64 kSyncAfter = 64 << 20; // bytes

// No name that a person would choose: what carries it is ours to remove.
const auto kMark = QStringLiteral(".maskwright-");
const auto kEnd = QStringLiteral(".partial");

/// The lock goes with the process, however it ends. Other systems refuse to remove a file that is open.
bool claim([[maybe_unused]] QFile& file) {
#ifdef Q_OS_UNIX
    return flock(file.handle(), LOCK_EX | LOCK_NB) == 0;
#else
    return true;
#endif
}

bool toDisk([[maybe_unused]] QFile& file) {
#ifdef Q_OS_UNIX
    return fsync(file.handle()) == 0;
#else
    return true;
#endif
}

/// Without this a power cut could forget the new name.
void folderToDisk([[maybe_unused]] const QString& folder) {
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (handle >= 0) {
        fsync(handle);
        ::close(handle);
    }
#endif
}

std::filesystem::path nativePath(const QString& path) {
    return {path.toStdU16String()};
}

} // namespace

ExportFile::ExportFile(const QString& path)
    : m_path(path), m_growing(path + kMark + QUuid::createUuid().toString(QUuid::Id128).left(12) + kEnd) {}

ExportFile::~ExportFile() {
    if (m_pending)
        m_growing.remove();
}

Status ExportFile::open() {
    removeStrays();
    if (!m_growing.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failed(m_growing.errorString());
    m_pending = true;
    claim(m_growing);
    return {};
}

Status ExportFile::write(const QByteArray& bytes) {
    m_buffer += bytes;
    return m_buffer.size() < kBlock ? Status() : flush();
}

Status ExportFile::flush() {
    bool written = m_growing.write(m_buffer) == m_buffer.size() && m_growing.flush();
    m_unsynced += m_buffer.size();
    if (m_unsynced > kSyncAfter) { // gigabytes at once, at the end, could not be cancelled for minutes
        written = written && toDisk(m_growing);
        m_unsynced = 0;
    }
    m_buffer.clear();
    return written ? Status() : failed(m_growing.errorString());
}

Status ExportFile::commit() {
    RETURN_IF_ERROR(flush());
    if (!toDisk(m_growing))
        return failed(QStringLiteral("the disk did not take it"));
    std::error_code error;
    std::filesystem::rename(nativePath(m_growing.fileName()), nativePath(m_path), error);
    if (error)
        return failed(QString::fromStdString(error.message()));
    m_pending = false;
    folderToDisk(QFileInfo(m_path).absolutePath());
    return {};
}

void ExportFile::removeStrays() {
    const QFileInfo target(m_path);
    const QStringList names =
        target.absoluteDir().entryList({target.fileName() + kMark + QLatin1Char('*') + kEnd}, QDir::Files);
    for (const QString& name : names) {
        QFile stray(target.absoluteDir().filePath(name));
        if (stray.open(QIODevice::ReadOnly) && claim(stray))
            stray.remove();
    }
}

Status ExportFile::failed(const QString& why) {
    return fail(ErrorCode::Io,
                QStringLiteral("The export to %1 failed: %2. Free some space or choose another folder; what "
                               "was there before is unchanged.")
                    .arg(QDir::toNativeSeparators(m_path), why));
}

} // namespace core
