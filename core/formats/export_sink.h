// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace core {

/// Where an export goes. begin() names a file below the export's folder and write() adds to the file that was
/// begun last. Nothing is to be seen under the right name before commit(); without it nothing is left.
class ExportSink {
public:
    virtual ~ExportSink() = default;
    virtual Status begin(const QString& name) = 0;
    virtual Status write(const QByteArray& bytes) = 0;
    /// Copies a file of the user's as it is.
    virtual Status copy(const QString& from, const QString& name) = 0;
    virtual Status commit() = 0;
    /// Where it grows, on the disk that takes it; empty where nothing of it is kept, so that costly bytes
    /// need not be made.
    virtual QString place() const = 0;
    bool keeps() const { return !place().isEmpty(); }
};

/// Takes everything and keeps nothing: for counting losses.
std::unique_ptr<ExportSink> noSink();
/// One file in `folder`, which is made if needed. Errors of begin(): InvalidArgument if a file of that name
/// is there that no export made or if a file was begun before, Io. Those of copy(): InvalidArgument, for
/// there is only one file.
std::unique_ptr<ExportSink> fileSink(const QString& folder);
/// Grows beside `folder` and takes its place at once. A folder that is there must be empty or an export of
/// ours: its list "maskwright-export.txt" names every file in it (caches that trainers add are passed over).
/// Errors, before anything is written: InvalidArgument if it holds something else, Io.
Result<std::unique_ptr<ExportSink>> folderSink(const QString& folder);

} // namespace core
