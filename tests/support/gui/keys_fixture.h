// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/commands/comfort_commands.h"
#include "gui/keys/key_map.h"
#include "gui/tools/tool_manager.h"

#include "tests/support/gui/window_fixture.h"

namespace test {

/// A window and its key map.
class KeysFixture : public WindowFixture {
protected:
    gui::KeyMap& map() { return window->comfort().keys(); }
    gui::ToolId tool() { return canvas().tools().currentId(); }
};

} // namespace test
