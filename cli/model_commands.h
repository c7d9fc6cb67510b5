// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"
#include "cli/segment_options.h"

#include <string>

namespace cli {

/// Finds instances in one picture. Ctrl+C stops it.
ExitCode segment(const SegmentArguments& arguments);
/// Prints what a model file says of itself, for people or as JSON.
ExitCode info(const std::string& model, bool asJson);

} // namespace cli
