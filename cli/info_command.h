// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"

#include <string>

namespace cli {

struct InfoArguments {
    std::string model;
    bool asJson = false;
    bool check = false;
};

/// Prints what a model is, what it lacks and what fits in this machine's memory, for people or as JSON; with
/// `check` after it was loaded and all of its weights were looked through. Ctrl+C stops that.
ExitCode info(const InfoArguments& arguments);

} // namespace cli
