// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"

#include <CLI/CLI.hpp>

#include <string>

namespace cli {

struct EvalArguments {
    std::string truth;
    std::string found;
    std::string compare = "masks";
    std::string json;
};

CLI::App* addEval(CLI::App& app, EvalArguments& arguments);
/// Compares what was found with what is true and prints the figures, or writes them as JSON.
ExitCode eval(const EvalArguments& arguments);

} // namespace cli
