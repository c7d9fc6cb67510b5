// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/download.h"

#include <functional>
#include <stop_token>

namespace core {

struct ImportOrder {
    QString source;   ///< a file, or a folder with the model's files
    ModelEntry entry; ///< what it must be
    QString folder;   ///< the model's own
};

/// The entry of a model that is in no catalogue: all of its files, unpinned. Its id is made of the file's or
/// folder's name. Errors: NotFound (nothing there that could be a model).
Result<ModelEntry> ownEntry(const QString& source);

/// Brings files into the models folder by a hard link where the disk allows it, else by copying, and verifies
/// them as a download would; sets `checked`. The source is only read. Blocks: not for the UI thread. A file
/// that is not the catalogue's is OtherFile and leaves nothing behind.
Ending importFiles(const ImportOrder& order, const std::stop_token& stop,
                   const std::function<void(const InstallProgress&)>& report, Checked& checked);

} // namespace core
