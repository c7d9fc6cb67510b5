// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/walk_scenarios.h"

#include "gui/docks/shape_panel.h"
#include "gui/tools/tool_manager.h"
#include "gui/tools/vertex_tool.h"

#include <QTest>

namespace test {
namespace {

using gui::ActionId;
using gui::ToolId;

/// A command with a number, shown before it is stored.
Scenario numbered(ActionId id, double number, std::function<void(Stage&)> prepare = {}) {
    return {Effect::Step, std::move(prepare), [id, number](Stage& stage) {
                stage.perform(id);
                auto* panel = stage.canvas().findChild<gui::ShapePanel*>(QStringLiteral("shapePanel"));
                ASSERT_NE(panel, nullptr);
                panel->setNumber(number);
                panel->apply();
                EXPECT_TRUE(Stage::waitFor([&] { return !panel->isVisible(); }));
            }};
}

/// An instance with round ends, so that there is something to simplify.
void roundShape(Stage& stage) {
    stage.select({});
    stage.canvas().selectTool(ToolId::Brush);
    stage.drag({40, 180}, {90, 200});
    stage.canvas().selectTool(ToolId::Select);
}

void selectOverlapping(Stage& stage) {
    stage.select({stage.holed, stage.overlapping});
}

void drawn(Stage& stage, std::initializer_list<QPointF> way) {
    stage.press(way.begin()->x(), way.begin()->y());
    for (const QPointF& at : way) {
        stage.moveTo(at.x(), at.y());
    }
    stage.release((way.end() - 1)->x(), (way.end() - 1)->y());
}

void clicked(Stage& stage) {
    const std::size_t cursor = stage.history().cursor();
    for (const QPointF at : {QPointF(90, 60), QPointF(160, 60), QPointF(160, 110), QPointF(90, 110)}) {
        stage.click(at.x(), at.y());
        QTest::qWait(60); // the line along the edge is found off the UI thread
    }
    stage.key(Qt::Key_Return);
    EXPECT_TRUE(Stage::waitFor([&] { return stage.history().cursor() != cursor; }));
}

void moveVertex(Stage& stage) {
    auto& tool = dynamic_cast<gui::VertexTool&>(stage.canvas().tools().current());
    ASSERT_TRUE(Stage::waitFor([&] { return tool.outline().vertexCount() > 2; }));
    const QPointF corner = tool.outline().rings()[0].vertices[0].at;
    stage.drag(corner, corner + QPointF(-15, -10));
}

void takeCovered(Stage& stage) {
    stage.perform(ActionId::OverlapAsk);
    stage.canvas().selectTool(ToolId::Brush);
    stage.drag({120, 100}, {170, 100});
    stage.perform(ActionId::TakeCovered);
    stage.perform(ActionId::OverlapAllow);
}

} // namespace

void addShapeCommands(std::map<ActionId, Scenario>& table) {
    using enum ActionId;
    for (const ActionId id : {SplitParts, Duplicate, CopyToNext}) {
        table[id] = {Effect::Step};
    }
    for (const ActionId id : {Merge, Subtract, Intersect, ExclusiveOr}) {
        table[id] = {Effect::Step, selectOverlapping};
    }
    table[GrowBy] = numbered(GrowBy, 5);
    table[ShrinkBy] = numbered(ShrinkBy, 2);
    table[SmoothBy] = numbered(SmoothBy, 3);
    table[FillHolesUnder] = numbered(FillHolesUnder, 40);
    table[DropIslandsUnder] = numbered(DropIslandsUnder, 30);
    table[Simplify] = numbered(Simplify, 2, roundShape);
    table[Copy] = {Effect::Nothing};
    // The text is read off the UI thread.
    table[Paste] = {Effect::Step, [](Stage& stage) { stage.perform(Copy); },
                    [](Stage& stage) {
                        const std::size_t cursor = stage.history().cursor();
                        stage.perform(Paste);
                        EXPECT_TRUE(Stage::waitFor([&] { return stage.history().cursor() != cursor; }));
                    }};
    // No image lies between the stage's two; ShapeRestartTest interpolates over four.
    table[Interpolate] = {Effect::Nothing};
    table[TakeCovered] = {Effect::Step, {}, takeCovered};
    table[OverlapAsk] = {Effect::Nothing, {}, [](Stage& stage) {
                             stage.perform(OverlapAsk);
                             stage.perform(OverlapAllow);
                         }};
    for (const ActionId id :
         {ToolLasso, ToolPolygon, ToolRectangle, ToolWand, ToolScissors, ToolCut, ToolVertices}) {
        table[id] = {Effect::Nothing};
    }
}

void addShapeTools(std::map<ToolId, Scenario>& table) {
    const auto step = [](std::function<void(Stage&)> act) {
        return Scenario{Effect::Step, {}, std::move(act)};
    };
    table[ToolId::Lasso] = step([](Stage& stage) { drawn(stage, {{90, 60}, {160, 70}, {150, 110}}); });
    table[ToolId::Rectangle] = step([](Stage& stage) { drawn(stage, {{90, 60}, {160, 110}}); });
    table[ToolId::Polygon] = table[ToolId::Scissors] = step(clicked);
    table[ToolId::Wand] = step([](Stage& stage) {
        const std::size_t cursor = stage.history().cursor();
        stage.click(20, 20);
        EXPECT_TRUE(Stage::waitFor([&] { return stage.history().cursor() != cursor; }));
    });
    table[ToolId::Cut] = step([](Stage& stage) { drawn(stage, {{120, 60}, {121, 100}, {120, 140}}); });
    table[ToolId::Vertices] = step(moveVertex);
}

} // namespace test
