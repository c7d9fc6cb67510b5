// SPDX-License-Identifier: Apache-2.0
#include "cli/convert_command.h"

#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "inference/api/convert.h"

#include <QFileInfo>
#include <QString>

#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>

namespace cli {

namespace {

QString fromLocal(const std::string& text) {
    return QString::fromLocal8Bit(text.data(), qsizetype(text.size()));
}

std::optional<inference::Precision> precisionOf(const std::string& name) {
    using inference::Precision;
    for (const Precision precision : {Precision::F32, Precision::F16, Precision::BF16, Precision::Q8}) {
        if (name == inference::nameOf(precision)) {
            return precision;
        }
    }
    return std::nullopt;
}

ExitCode misuse(const QString& sentence) {
    complain(sentence);
    return ExitCode::BadUsage;
}

} // namespace

ExitCode convert(const ConvertArguments& arguments) {
    const std::optional<inference::Precision> precision = precisionOf(arguments.dtype);
    if (!precision) {
        return misuse(
            QStringLiteral("--dtype is f32, f16, bf16 or q8, not %1.").arg(fromLocal(arguments.dtype)));
    }
    const QFileInfo in(fromLocal(arguments.in));
    const QFileInfo out(fromLocal(arguments.out));
    if (!in.exists()) {
        return misuse(QStringLiteral("There is no model file %1.").arg(in.filePath()));
    }
    if (out.isDir()) {
        return misuse(QStringLiteral("%1 is a folder; name a file.").arg(out.filePath()));
    }
    if (out.exists() && !arguments.force) {
        return misuse(QStringLiteral("%1 is there already; use --force to replace it.").arg(out.filePath()));
    }
    const Interrupt interrupt;
    const bool isShown = isTerminal(stderr);
    inference::RunControl control;
    control.stop = interrupt.token();
    control.progress = [&](const inference::Progress& progress) {
        if (isShown) {
            std::fprintf(stderr, "\r%d of %d MB", progress.done, progress.total);
        }
    };
    const auto path = [](const QFileInfo& file) {
        return std::filesystem::path(file.filePath().toStdU16String());
    };
    const auto status = inference::convertModel(path(in), path(out), {*precision}, control);
    if (isShown) {
        std::fputs("\r                        \r", stderr);
    }
    return status ? ExitCode::Done : report(status.error());
}

} // namespace cli
