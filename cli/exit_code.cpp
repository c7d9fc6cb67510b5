// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_code.h"

#include "core/engine/engine_bridge.h"

#include <cstdio>

namespace cli {

ExitCode exitCodeOf(core::ErrorCode code) {
    switch (code) {
    case core::ErrorCode::Cancelled:
        return ExitCode::Cancelled;
    case core::ErrorCode::InvalidArgument:
        return ExitCode::BadUsage;
    case core::ErrorCode::NotFound:
    case core::ErrorCode::Unsupported:
    case core::ErrorCode::CorruptFile:
    case core::ErrorCode::Io:
        return ExitCode::BadInput;
    case core::ErrorCode::OutOfMemory:
    case core::ErrorCode::DeviceLost:
    case core::ErrorCode::Internal:
        break;
    }
    return ExitCode::Internal;
}

void complain(const QString& sentence) {
    std::fprintf(stderr, "maskwright-cli: %s\n", qUtf8Printable(sentence));
}

ExitCode report(const core::Error& error) {
    if (error.code != core::ErrorCode::Cancelled) {
        complain(core::toSentence(error));
    }
    return exitCodeOf(error.code);
}

} // namespace cli
