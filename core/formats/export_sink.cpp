// SPDX-License-Identifier: Apache-2.0
#include "core/formats/export_sink.h"

#include "core/formats/export_file.h"
#include "core/formats/late_removal.h"
#include "core/media/image_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QLockFile>
#include <QSet>
#include <QUuid>

#include <filesystem>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#endif

namespace core {
namespace {

const auto kList = QString::fromLatin1(kExportList);
constexpr qint64 kSyncAfter = 64 << 20; // bytes
const auto kOld = QStringLiteral(".maskwright-old.partial");

class NoSink final : public ExportSink {
public:
    Status begin(const QString&) override { return {}; }
    Status write(const QByteArray&) override { return {}; }
    Status copy(const QString&, const QString&) override { return {}; }
    Status commit() override { return {}; }
    QString place() const override { return {}; }
};

/// Whether a file may be replaced: there is none, or its beginning says who wrote it.
bool isOurs(const QString& path) {
    constexpr qint64 kBeginning = 1000;
    QFile file(path);
    return !file.exists() || (file.open(QIODevice::ReadOnly) && file.read(kBeginning).contains("Maskwright"));
}

class FileSink final : public ExportSink {
public:
    explicit FileSink(QString folder) : m_folder(std::move(folder)) {}
    Status begin(const QString& name) override {
        if (m_file)
            return onlyOne(name);
        if (!QDir().mkpath(m_folder))
            return fail(ErrorCode::Io, QStringLiteral("The folder %1 can't be made; choose another one.")
                                           .arg(QDir::toNativeSeparators(m_folder)));
        const QString path = QDir(m_folder).filePath(name);
        if (!isOurs(path))
            return fail(
                ErrorCode::InvalidArgument,
                QStringLiteral("%1 is there already and is not an export of Maskwright; choose another "
                               "folder or give that file another name.")
                    .arg(QDir::toNativeSeparators(path)));
        m_file = std::make_unique<ExportFile>(path);
        return m_file->open();
    }
    Status write(const QByteArray& bytes) override { return m_file->write(bytes); }
    Status copy(const QString&, const QString& name) override { return onlyOne(name); }
    Status commit() override { return m_file->commit(); }
    QString place() const override { return m_folder; }

private:
    /// Two could not take their places at once.
    static Status onlyOne(const QString& name) {
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("%1 can't be written beside another file; this format needs a folder of "
                                   "its own.")
                        .arg(name));
    }

    QString m_folder;
    std::unique_ptr<ExportFile> m_file;
};

std::filesystem::path native(const QString& path) {
    return {path.toStdU16String()};
}

bool renamed(const QString& from, const QString& to) {
    std::error_code error;
    std::filesystem::rename(native(from), native(to), error);
    return !error;
}

/// Both names change places at once, where the system can.
bool exchanged([[maybe_unused]] const QString& a, [[maybe_unused]] const QString& b) {
#if defined(Q_OS_LINUX) && defined(RENAME_EXCHANGE)
    return renameat2(AT_FDCWD, QFile::encodeName(a).constData(), AT_FDCWD, QFile::encodeName(b).constData(),
                     RENAME_EXCHANGE) == 0;
#else
    return false;
#endif
}

/// All files of the folder's disk at once: an fsync for each of 100,000 files would take minutes.
bool toDisk([[maybe_unused]] const QString& folder) {
#ifdef Q_OS_LINUX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    const bool done = handle >= 0 && syncfs(handle) == 0;
    if (handle >= 0)
        ::close(handle);
    return done;
#else
    return true;
#endif
}

/// The first file or link in `folder` that no export of ours made; empty if there is none.
QString strangerIn(const QString& folder) {
    QSet<QString> known{kList};
    QFile list(QDir(folder).filePath(kList));
    if (list.open(QIODevice::ReadOnly)) {
        while (!list.atEnd())
            known.insert(QString::fromUtf8(list.readLine()).chopped(1));
    }
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QString name = QDir(folder).relativeFilePath(entries.next());
        const QFileInfo info = entries.fileInfo();
        if (info.isDir() && !info.isSymLink())
            continue;
        if (!known.contains(name) && !name.endsWith(QStringLiteral(".cache")))
            return name;
    }
    return {};
}

/// Behind links, for it is the folder itself that is replaced.
QString resolved(const QString& folder) {
    const QFileInfo info(folder);
    return info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
}

class FolderSink final : public ExportSink {
public:
    explicit FolderSink(const QString& folder)
        : m_folder(resolved(folder)),
          m_growing(m_folder + QStringLiteral(".maskwright-") +
                    QUuid::createUuid().toString(QUuid::Id128).left(12) + QStringLiteral(".partial")),
          m_lock(m_folder + QStringLiteral(".maskwright.lock")) {
        m_lock.setStaleLockTime(0); // a large export takes longer than any age that would prove a crash
    }
    ~FolderSink() override {
        m_file.close();
        m_list.close();
        if (m_pending)
            removeLater(m_growing);
    }
    FolderSink(const FolderSink&) = delete;
    FolderSink& operator=(const FolderSink&) = delete;

    Status open() {
        const QFileInfo target(m_folder);
        if (!QDir().mkpath(target.absolutePath()))
            return failed(QStringLiteral("its folder can't be made"));
        if (!m_lock.tryLock())
            return failed(QStringLiteral("another export is writing there, or the place can't be written"));
        removeStrays();
        if (target.exists() && !target.isDir())
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("%1 is a file; choose a folder.").arg(shown()));
        RETURN_IF_ERROR(holdsNoStranger());
        m_pending = QDir().mkpath(m_growing);
        m_list.setFileName(QDir(m_growing).filePath(kList));
        if (!m_pending || !m_list.open(QIODevice::WriteOnly))
            return failed(QStringLiteral("the place can't be written"));
        return {};
    }
    Status begin(const QString& name) override {
        RETURN_IF_ERROR(close());
        ASSIGN_OR_RETURN(const QString path, enlisted(name));
        m_file.setFileName(path);
        return m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ? Status()
                                                                      : failed(m_file.errorString());
    }
    Status write(const QByteArray& bytes) override {
        syncEvery(bytes.size());
        return m_file.write(bytes) == bytes.size() ? Status() : failed(m_file.errorString());
    }
    Status copy(const QString& from, const QString& name) override {
        ASSIGN_OR_RETURN(const QString path, enlisted(name));
        QFile file(from);
        if (!file.exists())
            return fail(
                ErrorCode::NotFound,
                QStringLiteral("The picture %1 is missing; put it back, or export without the pictures.")
                    .arg(QDir::toNativeSeparators(from)));
        if (!file.copy(path))
            return failed(QStringLiteral("%1 can't be copied (%2)").arg(from, file.errorString()));
        syncEvery(file.size());
        QFile::setPermissions(path, QFile::permissions(path) | QFile::WriteOwner);
        return {};
    }
    Status commit() override {
        RETURN_IF_ERROR(close());
        m_list.close();
        if (m_list.error() != QFile::NoError || !toDisk(m_growing))
            return failed(QStringLiteral("the disk did not take it"));
        RETURN_IF_ERROR(holdsNoStranger()); // of files that came while the export ran, too
        if (QFileInfo::exists(m_folder) && !exchanged(m_growing, m_folder)) {
            // Between these two names the next export finds the old one by its name and puts it back.
            if (!renamed(m_folder, m_folder + kOld))
                return failed(QStringLiteral("the old export can't be replaced"));
            if (!renamed(m_growing, m_folder)) {
                renamed(m_folder + kOld, m_folder);
                return failed(QStringLiteral("the old export can't be replaced"));
            }
            renamed(m_folder + kOld, m_growing);
        } else if (!QFileInfo::exists(m_folder) && !renamed(m_growing, m_folder)) {
            return failed(QStringLiteral("the folder can't be renamed"));
        }
        toDisk(QFileInfo(m_folder).absolutePath());
        removeLater(m_growing); // this is the old export now, if there was one
        m_pending = false;
        return {};
    }
    QString place() const override { return m_growing; }

private:
    QString shown() const { return QDir::toNativeSeparators(m_folder); }
    Status failed(const QString& why) const {
        return fail(
            ErrorCode::Io,
            QStringLiteral("The export to %1 failed: %2. Free some space or choose another folder; what "
                           "was there before is unchanged.")
                .arg(shown(), why));
    }
    Status close() {
        m_file.close();
        return m_file.error() == QFile::NoError ? Status() : failed(m_file.errorString());
    }
    Result<QString> enlisted(const QString& name) {
        const QString path = QDir(m_growing).filePath(name);
        if (!QDir().mkpath(QFileInfo(path).path()) || m_list.write(name.toUtf8() + '\n') < 0)
            return tl::unexpected(failed(QStringLiteral("%1 can't be written").arg(name)).error());
        return path;
    }
    Status holdsNoStranger() const {
        const QString stranger = strangerIn(m_folder);
        if (stranger.isEmpty())
            return {};
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("%1 holds files that are not of an export, such as %2; choose a new or "
                                   "empty folder.")
                        .arg(shown(), stranger));
    }
    /// The disk takes it bit by bit: gigabytes at once, at the end, could not be cancelled for minutes.
    void syncEvery(qint64 bytes) {
        m_unsynced += bytes;
        if (m_unsynced > kSyncAfter) {
            toDisk(m_growing);
            m_unsynced = 0;
        }
    }
    /// Compares names as they are: a folder may be called "*". Never through a link.
    void removeStrays() const {
        if (!QFileInfo::exists(m_folder) && QFileInfo::exists(m_folder + kOld) &&
            !renamed(m_folder + kOld, m_folder))
            return;
        const QFileInfo target(m_folder);
        const QStringList names = target.absoluteDir().entryList(QDir::Dirs | QDir::Hidden |
                                                                 QDir::NoSymLinks | QDir::NoDotAndDotDot);
        for (const QString& name : names) {
            if (name.startsWith(target.fileName() + QStringLiteral(".maskwright-")) &&
                name.endsWith(QStringLiteral(".partial")))
                removeLater(target.absoluteDir().filePath(name));
        }
    }

    QString m_folder, m_growing;
    QLockFile m_lock;
    QFile m_file, m_list;
    bool m_pending = false;
    qint64 m_unsynced = 0; ///< bytes
};

} // namespace

std::unique_ptr<ExportSink> noSink() {
    return std::make_unique<NoSink>();
}

std::unique_ptr<ExportSink> fileSink(const QString& folder) {
    return std::make_unique<FileSink>(folder);
}

Result<std::unique_ptr<ExportSink>> folderSink(const QString& folder) {
    auto sink = std::make_unique<FolderSink>(folder);
    RETURN_IF_ERROR(sink->open());
    return sink;
}

} // namespace core
