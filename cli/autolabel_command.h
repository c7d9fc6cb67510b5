// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace cli {

/// The words after `autolabel` and `merge`, filled by parsing.
struct AutoLabelArguments {
    std::string plan;
    std::string project;
    std::string model;
    std::string shard;
    std::string output;
    int sample = 0;
    int threads = 0;
    std::vector<std::string> runs;
    bool partial = false;
};

CLI::App* addAutoLabel(CLI::App& app, AutoLabelArguments& arguments);
CLI::App* addMerge(CLI::App& app, AutoLabelArguments& arguments);
/// Labels the images of a project by a plan. Alone: all of them, then into the project as one undo step. With
/// a shard: that part, into its run file. With a sample: some, into nothing. Ctrl+C stops; the next call goes
/// on.
ExitCode autoLabel(const AutoLabelArguments& arguments);
/// Puts the run files of all shards into a project, once.
ExitCode merge(const AutoLabelArguments& arguments);

} // namespace cli
