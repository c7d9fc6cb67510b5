// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/catalogue.h"
#include "core/models/problem.h"

#include <QByteArrayView>
#include <QCryptographicHash>
#include <QFile>

#include <functional>
#include <memory>
#include <stop_token>

namespace core {

/// What a server says of a file's identity: equal marks mean equal bytes.
struct SourceMark {
    QByteArray etag;     ///< strong ones only
    QByteArray modified; ///< the Last-Modified header
    bool isEmpty() const { return etag.isEmpty() && modified.isEmpty(); }
    bool operator==(const SourceMark&) const = default;
};

/// How a stored file was checked.
enum class Checked {
    No,     ///< nobody states a checksum
    Stated, ///< against the checksum that the server itself stated
    Pinned  ///< against the catalogue
};

/// A file on its way into the models folder: NAME.part with the bytes that are here and NAME.part.json with
/// where they come from, so that a later run can go on. Reads and writes on the calling thread: not for the
/// UI.
class PartFile {
public:
    /// `done` of `total` bytes are hashed.
    using Progress = std::function<void(qint64 done, qint64 total)>;

    PartFile(ModelFile file, const QString& folder);

    /// Opens what an earlier run has left and hashes it; begins anew if that belongs to another file. Cuts it
    /// before the first part whose hash differs.
    Ending open(const std::stop_token& stop, const Progress& progress);
    qint64 size() const { return m_size; }
    const ModelFile& file() const { return m_file; }
    const SourceMark& mark() const { return m_mark; }
    /// Remembered for the next run.
    Ending setMark(const SourceMark& mark);
    /// HashDiffers: the part that just ended is bad and was cut off again. OtherFile: longer than promised.
    Ending append(QByteArrayView bytes);
    Ending restart();
    /// Compares with the catalogue's checksum, else with `stated` (may be empty), flushes to the disk and
    /// gives the file its name. HashDiffers: the file is set aside beside it, its name is the detail.
    Ending finish(const QByteArray& stated);

    Checked checked() const { return m_checked; } ///< after finish()
    QByteArray hash() const { return m_hash; }    ///< after finish()
    int partsVerified() const { return m_parts; }
    QString target() const { return m_target; }

private:
    Ending hashFromStart(qint64 bytes, const std::stop_token& stop, const Progress& progress);
    Ending cutTo(qint64 bytes);
    bool closePart(); ///< false: its hash differs
    bool readState();
    QString statePath() const;
    Ending setAside();

    ModelFile m_file;
    QString m_target;
    QFile m_part;
    qint64 m_size = 0;
    std::unique_ptr<QCryptographicHash> m_whole;
    std::unique_ptr<QCryptographicHash> m_current; ///< of the part that is being filled
    int m_parts = 0;
    SourceMark m_mark;
    QByteArray m_hash;
    Checked m_checked = Checked::No;
};

/// Bytes that this user may still write there; the folder need not exist yet. -1: unknown.
qint64 freeSpace(const QString& folder);
/// NoSpace if the disk of `folder` has not `bytes` left and some to spare, with both figures as the detail.
Ending checkSpace(const QString& folder, qint64 bytes);
/// What a failed write to `file` means.
Ending writeFailure(const QFile& file);
/// Forces a file's bytes to the disk.
bool flushToDisk(QFile& file);

} // namespace core
