// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"

#include <string>

namespace cli {

struct ConvertArguments {
    std::string in;
    std::string out;
    std::string dtype = "f16";
    bool force = false;
};

/// Writes a model in another precision; shows its progress on a terminal. Ctrl+C stops it and leaves nothing.
ExitCode convert(const ConvertArguments& arguments);

} // namespace cli
