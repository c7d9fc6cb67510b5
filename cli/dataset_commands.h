// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_code.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace cli {

struct DatasetArguments {
    std::string project;
    std::string place;  ///< the folder that is written, or the file or folder that is read
    std::string format; ///< an id of core::formats(); empty: COCO, or what the file is recognised as
    std::string where;
    bool polygons = false;
    bool withoutPictures = false;
    bool dryRun = false;
    std::string preset;              ///< empty: none
    std::optional<double> val, test; ///< shares of the images
    bool byFolder = false;
};

CLI::App* addExport(CLI::App& app, DatasetArguments& arguments);
CLI::App* addImport(CLI::App& app, DatasetArguments& arguments);
/// Prints what the format will lose, then writes the labels of a project, or of it what a filter finds. The
/// project is only read and may be open in the window: what is saved at this moment is exported.
ExitCode exportLabels(const DatasetArguments& arguments);
/// Reads labels into a project, which is made if it is not there, as one undo step, and prints what was left
/// out.
ExitCode importLabels(const DatasetArguments& arguments);

} // namespace cli
