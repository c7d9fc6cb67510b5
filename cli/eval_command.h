// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"

#include <CLI/CLI.hpp>

#include <string>

namespace cli {

struct EvalArguments {
    std::string truth;
    std::string found;
    std::string truthWhere, foundWhere; ///< filters
    std::string compare = "masks";
    std::string json;
    bool clips = false;
};

CLI::App* addEval(CLI::App& app, EvalArguments& arguments);
/// Compares what was found with what is true and prints the figures, or writes them as JSON.
ExitCode eval(const EvalArguments& arguments);

CLI::App* addDiff(CLI::App& app, EvalArguments& arguments);
/// Lists what was added, removed, changed and relabelled from `truth` to `found`. BadInput: something was.
ExitCode diff(const EvalArguments& arguments);

} // namespace cli
