// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_sink.h"

#include <QByteArray>

#include <memory>

class QTemporaryFile;

namespace core {

/// Text that an export writes only at its end, such as a list of what was met on the way. It waits on the
/// disk that the export grows on, in a file without a name where the system has such: with 100,000 images it
/// would take hundreds of megabytes. Where a sink keeps nothing, nothing is held.
class HeldText {
public:
    explicit HeldText(const ExportSink& sink);
    ~HeldText();
    HeldText(const HeldText&) = delete;
    HeldText& operator=(const HeldText&) = delete;

    /// Adds an entry of a JSON list, each on a line of its own. Io if the disk does not take it.
    Status add(const QByteArray& entry);
    /// Writes all of it to the file that `sink` began last. Errors: Io, those of the sink.
    Status writeTo(ExportSink& sink);

private:
    QString m_place;
    std::unique_ptr<QTemporaryFile> m_file; ///< none until there is a block to write
    QByteArray m_block;
    bool m_isEmpty = true;
};

} // namespace core
