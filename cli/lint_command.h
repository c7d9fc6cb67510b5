// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace cli {

struct LintArguments {
    std::string project;
    std::vector<std::string> rules;
    bool fix = false;
};

CLI::App* addLint(CLI::App& app, LintArguments& arguments);
/// Looks at every instance of a project by the rules of core/review and prints a line for each finding. With
/// `fix`, mends what has one sensible answer as one undo step. BadInput if findings are left.
ExitCode lint(const LintArguments& arguments);

} // namespace cli
