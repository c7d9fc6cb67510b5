// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"
#include "core/base/result.h"

#include <QString>

namespace cli {

/// The file that `--model` means: a path, or the id of a model that is here. InvalidArgument if neither.
core::Result<QString> findModelFile(const QString& given);

/// "3.4 GB", "5.1 MB"; "?" for 0 bytes.
QString sizeText(qint64 bytes);

struct GetOptions {
    QString id;
    bool acceptLicence = false;
    bool tokenFromInput = false; ///< its first line; else the system's keychain is asked
};

ExitCode listModels(bool asJson);
/// The text that --accept-licence accepts.
ExitCode printLicence(const QString& id);
/// Ctrl+C stops and keeps what is here.
ExitCode getModel(const GetOptions& options);
/// `id` empty: a model of one's own.
ExitCode importModel(const QString& path, const QString& id, bool acceptLicence);
ExitCode removeModel(const QString& id);

} // namespace cli
