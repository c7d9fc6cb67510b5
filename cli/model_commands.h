// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"
#include "cli/segment_options.h"

namespace cli {

/// Finds instances in one picture. Ctrl+C stops it.
ExitCode segment(const SegmentArguments& arguments);

} // namespace cli
