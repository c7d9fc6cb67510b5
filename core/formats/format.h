// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"

#include <vector>

namespace core {

class ExportPass;

/// One row of the table of formats: everything the window and the command line know about one.
struct Format {
    enum class Place {
        File,  ///< one file; others may lie beside it
        Folder ///< a folder of its own, which is replaced as a whole
    };
    QString id;    ///< for the command line, such as "coco"
    QString title; ///< its name, not translated
    Place place = Place::File;
    QString file;       ///< what is written there or read from there, such as "annotations.json" or "*.json"
    unsigned keeps = 0; ///< Keeps flags; what else the data has is reported as dropped
    bool takesImages = false; ///< pictures belong into its folder and are copied unless the options say no
    bool splits = false;      ///< images are parted for training and validation
    Status (*write)(ExportPass& pass) = nullptr;                    ///< none: only read
    Result<ImportedDataset> (*read)(const QString& file) = nullptr; ///< none: only written
    /// Whether a file, of which `start` is the first 64 KB, is plainly of this format.
    bool (*recognises)(const QString& file, const QByteArray& start) = nullptr;
};

/// COCO, the default, first.
const std::vector<Format>& formats();
/// None for an id that is not in the table.
const Format* formatById(const QString& id);
/// The format of a file or folder that is to be read. Errors: NotFound, Io, Unsupported (no format's mark is
/// in it, or it is a folder with nothing in it that a format names).
Result<const Format*> formatOf(const QString& path);

/// Counts what `format` would lose, without writing. Errors: what the source returns, Cancelled.
Result<LossReport> exportLosses(const Format& format, const ExportSource& source,
                                const ExportOptions& options = {});
/// Writes into `folder`: the old export or the new one is there at any moment, never half. A folder format
/// replaces only what an export made. Errors: InvalidArgument if its folder or file holds anything else or
/// pictures that the project uses, Io, Cancelled,
/// and what the source returns.
Result<LossReport> exportDataset(const Format& format, const ExportSource& source, const QString& folder,
                                 const ExportOptions& options = {});
/// Reads `path`: a file of the format, or a folder that holds one. Errors: Cancelled, those of the format,
/// each one sentence that names the place.
Result<ImportedDataset> importDataset(const Format& format, const QString& path,
                                      const ImportProgress& progress = {});

} // namespace core
