// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace core {

/// A file that is written whole or not at all. It grows under another name beside the old one and takes its
/// place only when it is complete and on the disk. What writers that were killed left behind is removed by
/// the next one; a writer that still runs holds a lock on its file.
class ExportFile {
public:
    explicit ExportFile(const QString& path);
    ~ExportFile(); ///< not committed: nothing is left, the old file stays
    ExportFile(const ExportFile&) = delete;
    ExportFile& operator=(const ExportFile&) = delete;

    /// All three fail with Io, and then nothing under the right name has changed.
    Status open();
    Status write(const QByteArray& bytes);
    Status commit();

private:
    void removeStrays();
    Status flush();
    Status failed(const QString& why);

    QString m_path;
    QFile m_growing; ///< stays open, and so locked, until it has its name
    bool m_pending = false;
    QByteArray m_buffer;
    qint64 m_unsynced = 0; ///< bytes
};

} // namespace core
