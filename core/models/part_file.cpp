// SPDX-License-Identifier: Apache-2.0
#include "core/models/part_file.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace core {
namespace {

constexpr qint64 kChunk = 1 << 20;
constexpr qint64 kSpare = 64 << 20; // so that the system itself does not run out

std::unique_ptr<QCryptographicHash> newHash() {
    return std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256);
}

} // namespace

qint64 freeSpace(const QString& folder) {
    // Asks the system itself: Qt looks the folder up in the list of mounted disks, which a container or a
    // chroot need not have.
    QDir there(folder);
    while (!there.exists() && !there.isRoot()) {
        there.setPath(QFileInfo(there.absolutePath()).absolutePath());
    }
    std::error_code error;
    const std::filesystem::space_info space =
        std::filesystem::space(QFile::encodeName(there.absolutePath()).toStdString(), error);
    return error ? -1 : qint64(std::min<std::uintmax_t>(space.available, std::numeric_limits<qint64>::max()));
}

Ending checkSpace(const QString& folder, qint64 bytes) {
    const qint64 free = freeSpace(folder);
    if (free < 0 || bytes <= free - kSpare) {
        return {};
    }
    const QLocale locale;
    return {Problem::NoSpace, QStringLiteral("%1 needed, %2 free in %3")
                                  .arg(locale.formattedDataSize(bytes), locale.formattedDataSize(free),
                                       QDir::toNativeSeparators(folder))};
}

Ending writeFailure(const QFile& file) {
    const QString folder = QFileInfo(file.fileName()).absolutePath();
    Ending full = checkSpace(folder, 0);
    if (!full.isDone() || file.error() == QFileDevice::ResourceError) {
        return {Problem::NoSpace, full.isDone() ? file.errorString() : full.detail};
    }
    return {Problem::CantWrite, file.errorString()};
}

bool flushToDisk(QFile& file) {
    bool flushed = file.flush();
#ifdef Q_OS_UNIX
    flushed = flushed && ::fsync(file.handle()) == 0;
#endif
    return flushed;
}

PartFile::PartFile(ModelFile file, const QString& folder)
    : m_file(std::move(file)), m_target(QDir(folder).filePath(m_file.name)),
      m_part(m_target + QStringLiteral(".part")) {}

QString PartFile::statePath() const {
    return m_part.fileName() + QStringLiteral(".json");
}

bool PartFile::readState() {
    QFile state(statePath());
    if (!state.open(QIODevice::ReadOnly)) {
        return m_file.isPinned(); // the checksum tells in the end
    }
    const QJsonDocument json = QJsonDocument::fromJson(state.read(kChunk));
    m_mark.etag = json[QLatin1String("etag")].toString().toLatin1();
    m_mark.modified = json[QLatin1String("modified")].toString().toLatin1();
    return json[QLatin1String("sha256")].toString() == QString::fromLatin1(m_file.sha256.toHex()) &&
           json[QLatin1String("size")].toInteger() == m_file.size;
}

Ending PartFile::open(const std::stop_token& stop, const Progress& progress) {
    const bool isOurs = readState();
    if (!m_part.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return {Problem::CantWrite, m_part.errorString()};
    }
    if (!isOurs || (m_file.size > 0 && m_part.size() > m_file.size)) {
        return restart();
    }
    return hashFromStart(m_part.size(), stop, progress);
}

Ending PartFile::hashFromStart(qint64 bytes, const std::stop_token& stop, const Progress& progress) {
    m_whole = newHash();
    m_current = newHash();
    m_size = 0;
    m_parts = 0;
    m_part.seek(0);
    while (m_size < bytes) {
        if (stop.stop_requested()) {
            return {Problem::Stopped, {}};
        }
        qint64 want = std::min(kChunk, bytes - m_size);
        if (m_file.partSize > 0) {
            want = std::min(want, m_file.partSize * (m_parts + 1) - m_size);
        }
        const QByteArray data = m_part.read(want);
        if (data.isEmpty()) {
            return {Problem::CantWrite, m_part.errorString()};
        }
        m_whole->addData(data);
        m_current->addData(data);
        m_size += data.size();
        if (!closePart()) {
            return cutTo(m_file.partSize * m_parts);
        }
        if (progress) {
            progress(m_size, bytes);
        }
    }
    m_part.seek(m_size);
    return {};
}

Ending PartFile::cutTo(qint64 bytes) {
    if (!m_part.resize(bytes)) {
        return {Problem::CantWrite, m_part.errorString()};
    }
    return hashFromStart(bytes, {}, {}); // the parts before have been found good
}

bool PartFile::closePart() {
    if (m_file.partSize == 0) {
        return true;
    }
    const bool isFull = m_size == m_file.partSize * (m_parts + 1) || m_size == m_file.size;
    if (!isFull) {
        return true;
    }
    if (m_current->result() != m_file.partHashes.value(m_parts)) {
        return false;
    }
    ++m_parts;
    m_current = newHash();
    return true;
}

Ending PartFile::setMark(const SourceMark& mark) {
    m_mark = mark;
    const QJsonObject json{{QStringLiteral("etag"), QString::fromLatin1(mark.etag)},
                           {QStringLiteral("modified"), QString::fromLatin1(mark.modified)},
                           {QStringLiteral("sha256"), QString::fromLatin1(m_file.sha256.toHex())},
                           {QStringLiteral("size"), m_file.size}};
    QSaveFile state(statePath());
    if (!state.open(QIODevice::WriteOnly) || state.write(QJsonDocument(json).toJson()) < 0 ||
        !state.commit()) {
        return {Problem::CantWrite, state.errorString()};
    }
    return {};
}

Ending PartFile::append(QByteArrayView bytes) {
    if (m_file.size > 0 && m_size + bytes.size() > m_file.size) {
        return {Problem::OtherFile, QStringLiteral("it is longer than %1 bytes").arg(m_file.size)};
    }
    while (!bytes.isEmpty()) {
        qint64 count = bytes.size();
        if (m_file.partSize > 0) {
            count = std::min(count, m_file.partSize * (m_parts + 1) - m_size);
        }
        const QByteArrayView piece = bytes.first(count);
        if (m_part.write(piece.data(), piece.size()) != piece.size()) {
            Ending failure = writeFailure(m_part);
            m_part.resize(m_size); // a torn write is not counted
            m_part.seek(m_size);
            return failure;
        }
        m_size += count;
        m_whole->addData({piece.data(), piece.size()});
        m_current->addData({piece.data(), piece.size()});
        if (!closePart()) {
            const Ending cut = cutTo(m_file.partSize * m_parts);
            return cut.isDone() ? Ending{Problem::HashDiffers, m_part.fileName()} : cut;
        }
        bytes = bytes.sliced(count);
    }
    return {};
}

Ending PartFile::restart() {
    m_mark = {};
    if (!m_part.isOpen() && !m_part.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return {Problem::CantWrite, m_part.errorString()};
    }
    return cutTo(0);
}

Ending PartFile::setAside() {
    m_part.close();
    QString aside = m_target + QStringLiteral(".bad");
    for (int i = 2; QFileInfo::exists(aside); ++i) {
        aside = m_target + QStringLiteral(".bad-%1").arg(i);
    }
    QFile::remove(statePath());
    if (!QFile::rename(m_part.fileName(), aside)) {
        return {Problem::CantWrite, m_part.fileName()};
    }
    return {Problem::HashDiffers, QDir::toNativeSeparators(aside)};
}

Ending PartFile::finish(const QByteArray& stated) {
    m_hash = m_whole->result();
    const QByteArray wanted = m_file.isPinned() ? m_file.sha256 : stated;
    m_checked = m_file.isPinned() ? Checked::Pinned : stated.isEmpty() ? Checked::No : Checked::Stated;
    if (!wanted.isEmpty() && m_hash != wanted) {
        return setAside();
    }
    if (!flushToDisk(m_part)) {
        return writeFailure(m_part);
    }
    m_part.close();
    if (!QFile::rename(m_part.fileName(), m_target)) {
        return {Problem::CantWrite, QDir::toNativeSeparators(m_target)};
    }
    QFile::remove(statePath());
    return {};
}

} // namespace core
