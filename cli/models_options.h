// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"

#include <CLI/CLI.hpp>

#include <string>

namespace cli {

/// The words after `models`, filled by parsing.
struct ModelsArguments {
    std::string id;
    std::string path;
    std::string as;
    bool accept = false;
    bool tokenFromInput = false;
    bool asJson = false;
};

/// Adds `models list|licence|get|import|remove`.
CLI::App* addModels(CLI::App& app, ModelsArguments& arguments);
ExitCode runModels(const CLI::App& models, const ModelsArguments& arguments);

} // namespace cli
