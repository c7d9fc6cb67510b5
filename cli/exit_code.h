// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

namespace cli {

/// What scripts may rely on.
enum class ExitCode { Done = 0, BadUsage = 1, BadInput = 2, Cancelled = 3, Internal = 4 };

ExitCode exitCodeOf(core::ErrorCode code);
/// Writes one sentence to stderr.
void complain(const QString& sentence);
/// Complains and says which code to exit with. A cancelled run is not worth a sentence.
ExitCode report(const core::Error& error);

} // namespace cli
