// SPDX-License-Identifier: Apache-2.0
#include "core/store/rescue_file.h"

#include "core/store/byte_stream.h"
#include "core/store/edit_codec.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace core {
namespace {

constexpr quint64 kVersion = 1;

QDir folder() {
    return {QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
                .filePath(QStringLiteral("rescue"))};
}

struct Kept {
    QString project;
    StoredMark stored;
    std::vector<StoreOp> ops;
};

QByteArray encode(const Kept& kept, const std::vector<const StoreOp*>& ops) {
    ByteWriter to;
    to.number(kVersion);
    to.text(kept.project);
    for (const qint64 part :
         {kept.stored.revision, kept.stored.lastId, kept.stored.session, kept.stored.oldest})
        to.signedNumber(part);
    to.number(ops.size());
    for (const StoreOp* op : ops) {
        to.byte(static_cast<std::uint8_t>(op->kind));
        to.signedNumber(op->revision);
        to.blob(encodeEdit(op->edit));
    }
    return to.take();
}

/// What is not whole and well-formed holds no ops.
Kept decode(const QByteArray& bytes) {
    ByteReader from(bytes);
    if (from.number() != kVersion)
        return {};
    Kept kept;
    kept.project = from.text();
    kept.stored.revision = from.signedNumber();
    kept.stored.lastId = from.signedNumber();
    kept.stored.session = from.signedNumber();
    kept.stored.oldest = from.signedNumber();
    const std::size_t count = from.count(3);
    for (std::size_t i = 0; i < count && from.ok(); ++i) {
        StoreOp op;
        op.kind = static_cast<StoreOp::Kind>(from.byteUpTo(static_cast<std::uint8_t>(StoreOp::Kind::Note)));
        op.revision = from.signedNumber();
        Result<Edit> edit = decodeEdit(from.blob());
        if (!edit)
            return {};
        op.edit = std::move(*edit);
        kept.ops.push_back(std::move(op));
    }
    return from.atEnd() ? kept : Kept{};
}

/// The name of the rescue file that belongs to the project, and what it holds.
std::pair<QString, Kept> lookFor(const QString& project, const StoredMark& stored) {
    const QFileInfoList files = folder().entryInfoList({QStringLiteral("*.edits")}, QDir::Files);
    for (const QFileInfo& info : files) {
        QFile file(info.absoluteFilePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Kept kept = decode(file.readAll());
        const bool mine = kept.project == project || !QFileInfo::exists(kept.project);
        if (mine && !kept.ops.empty() && kept.stored == stored)
            return {info.absoluteFilePath(), std::move(kept)};
    }
    return {};
}

} // namespace

RescueFile::RescueFile(const QString& file) : m_project(file) {
    const QByteArray hash =
        QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    m_name = folder().filePath(QFileInfo(file).completeBaseName() + QLatin1Char('-') +
                               QString::fromLatin1(hash) + QStringLiteral(".edits"));
}

void RescueFile::keep(const StoredMark& stored, const std::vector<const StoreOp*>& ops) {
    folder().mkpath(QStringLiteral("."));
    QSaveFile file(m_name);
    const QByteArray bytes = encode({m_project, stored, {}}, ops);
    m_there = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

void RescueFile::remove() {
    if (m_there)
        QFile::remove(m_name);
    m_there = false;
}

bool RescueFile::anyKept() {
    return !folder().entryList({QStringLiteral("*.edits")}, QDir::Files).isEmpty();
}

std::vector<StoreOp> RescueFile::find(const QString& file, const StoredMark& stored) {
    return lookFor(file, stored).second.ops;
}

void RescueFile::forget(const QString& file, const StoredMark& stored) {
    const QString name = lookFor(file, stored).first;
    if (!name.isEmpty())
        QFile::remove(name);
}

} // namespace core
