// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/walk_stage.h"

#include <functional>
#include <map>
#include <vector>

namespace test {

/// What a command or a gesture does to the project.
enum class Effect {
    Nothing, ///< nothing that is saved
    Step,    ///< one step of the history
    Undoes,
    Redoes
};

/// How to do it on a fresh stage.
struct Scenario {
    Effect effect = Effect::Nothing;
    std::function<void(Stage&)> prepare = {}; ///< none: the fresh stage is right
    std::function<void(Stage&)> act = {};     ///< none: the command's key, or its menu entry
};

struct NamedScenario {
    const char* name;
    Scenario scenario;
};

/// Those of the shape tools and of the commands on shapes.
void addShapeCommands(std::map<gui::ActionId, Scenario>& table);
void addShapeTools(std::map<gui::ToolId, Scenario>& table);
/// One for each command in Actions::table().
const std::map<gui::ActionId, Scenario>& commandScenarios();
/// One for each tool.
const std::map<gui::ToolId, Scenario>& toolScenarios();
/// Edits that are neither: in the lists, by digits, by dropping files.
const std::vector<NamedScenario>& otherScenarios();

} // namespace test
