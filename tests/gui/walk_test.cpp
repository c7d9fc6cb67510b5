// SPDX-License-Identifier: Apache-2.0
// Every command and every tool: what it does is undone and redone to the byte, also after a restart in
// between; what is said to change nothing changes nothing.
#include "tests/gui/walk_scenarios.h"

#include "gui/tools/tool_manager.h"

#include <QApplication>

namespace {

using gui::ActionId;
using test::Effect;
using test::Scenario;

class WalkTest : public test::Stage {
protected:
    void walk(const Scenario& scenario, const std::function<void(test::Stage&)>& act) {
        fresh();
        if (scenario.prepare) {
            scenario.prepare(*this);
        }
        ASSERT_FALSE(HasFatalFailure());
        const QByteArray before = bytes();
        const std::size_t cursor = history().cursor();
        const std::size_t steps = history().size();
        (scenario.act ? scenario.act : act)(*this);
        QApplication::processEvents();
        EXPECT_FALSE(dialogIsMissing()) << "it opened no dialog";
        if (scenario.effect == Effect::Nothing) {
            EXPECT_EQ(bytes(), before) << "it changed the project";
            if (session().openProject() != nullptr && session().openProject()->file() == file) {
                EXPECT_EQ(history().size(), steps) << "it is a step of the history";
                EXPECT_EQ(history().cursor(), cursor);
            }
            return;
        }
        const bool undoes = scenario.effect == Effect::Undoes;
        const QByteArray after = bytes();
        EXPECT_NE(after, before) << "it changed nothing";
        EXPECT_EQ(history().cursor(), undoes ? cursor - 1 : cursor + 1) << "it must be one step";
        backAndForth(undoes, before, after);
    }

private:
    void step(bool undo) { undo ? session().undo() : session().redo(); }

    void backAndForth(bool undoes, const QByteArray& before, const QByteArray& after) {
        step(!undoes);
        EXPECT_EQ(bytes(), before) << "undo";
        step(undoes);
        EXPECT_EQ(bytes(), after) << "redo";
        reopen();
        EXPECT_EQ(bytes(), after) << "after a restart";
        step(!undoes);
        EXPECT_EQ(bytes(), before) << "undo after a restart";
        reopen();
        EXPECT_EQ(bytes(), before) << "a restart after undo";
        step(undoes);
        EXPECT_EQ(bytes(), after) << "redo after a restart";
    }
};

TEST_F(WalkTest, EveryCommandIsUndoneAndRedoneToTheByte) {
    for (const gui::ActionSpec& spec : gui::Actions::table()) {
        const std::string name = gui::Actions::name(spec.id).toStdString();
        SCOPED_TRACE(name);
        const auto scenario = test::commandScenarios().find(spec.id);
        if (scenario == test::commandScenarios().end()) {
            ADD_FAILURE() << "the command " << name
                          << " has no scenario: say in tests/gui/walk_scenarios.cpp how to do it";
            continue;
        }
        walk(scenario->second, [id = spec.id](test::Stage& stage) {
            EXPECT_TRUE(stage.action(id).isEnabled()) << "nothing was prepared that it can work on";
            stage.perform(id);
        });
    }
}

TEST_F(WalkTest, EveryToolIsUndoneAndRedoneToTheByte) {
    for (const gui::ToolId tool : canvas().tools().ids()) {
        SCOPED_TRACE("tool " + std::to_string(int(tool)));
        const auto scenario = test::toolScenarios().find(tool);
        if (scenario == test::toolScenarios().end()) {
            ADD_FAILURE() << "the tool has no scenario: say in tests/gui/walk_scenarios.cpp how to use it";
            continue;
        }
        Scenario withTool = scenario->second;
        withTool.prepare = [&](test::Stage& stage) {
            stage.canvas().selectTool(tool);
            if (scenario->second.prepare) {
                scenario->second.prepare(stage);
            }
        };
        walk(withTool, {});
    }
}

TEST_F(WalkTest, EveryOtherEditIsUndoneAndRedoneToTheByte) {
    for (const test::NamedScenario& other : test::otherScenarios()) {
        SCOPED_TRACE(other.name);
        walk(other.scenario, {});
    }
}

} // namespace
