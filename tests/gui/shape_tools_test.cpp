// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/polygon_tool.h"
#include "gui/tools/tool_manager.h"
#include "gui/tools/vertex_tool.h"

#include "core/mask/morphology.h"
#include "core/mask/similar.h"

#include "tests/support/gui/tool_fixture.h"

#include <QTest>

#include <cmath>

namespace {

class ShapeToolsTest : public test::ToolFixture {};

TEST_F(ShapeToolsTest, TheLassoAddsAndAltTakes) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 40, 40}));
    session().selection().select(id);
    const auto before = snapshot();
    key(Qt::Key_L);
    ASSERT_EQ(canvas().tools().currentId(), gui::ToolId::Lasso);
    stroke({{130, 90}, {180, 90}, {180, 110}, {130, 110}});
    EXPECT_TRUE(maskOf(id).contains({170, 100}));
    EXPECT_TRUE(maskOf(id).contains({101, 81}));
    EXPECT_TRUE(project().annotation(id)->touched.contains({170, 100}));
    expectReversible(before);
    stroke({{150, 95}, {160, 95}, {160, 105}, {150, 105}}, Qt::AltModifier);
    EXPECT_FALSE(maskOf(id).contains({155, 100}));
    EXPECT_EQ(maskOf(id).holeCount(), 1) << "a hole in the middle is a hole";
}

TEST_F(ShapeToolsTest, ABoxIsMadeOfWholePixels) {
    key(Qt::Key_U);
    const auto before = snapshot();
    stroke({{50, 60}, {80, 70}, {90, 100}});
    const QRect box = selectedMask().boundingBox();
    EXPECT_EQ(selectedMask(), core::Mask::fromRect(box));
    EXPECT_NEAR(box.left(), 50, 1);
    EXPECT_NEAR(box.right(), 89, 1);
    expectReversible(before);
}

TEST_F(ShapeToolsTest, OutsideWithNothingSelectedMakesANewInstanceInsideEditsTheMask) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 40, 40}));
    key(Qt::Key_U);
    session().selection().clear();
    stroke({{200, 20}, {220, 40}});
    EXPECT_EQ(annotations().size(), 2);
    session().selection().clear();
    stroke({{120, 100}, {180, 110}});
    EXPECT_EQ(annotations().size(), 2);
    EXPECT_EQ(session().selection().current(), id);
    session().selection().clear();
    const auto before = edits();
    stroke({{20, 200}, {60, 220}}, Qt::AltModifier);
    EXPECT_EQ(edits(), before) << "nothing to take from";
}

TEST_F(ShapeToolsTest, APolygonIsClosedByEnterAndBackspaceTakesTheLastCornerBack) {
    key(Qt::Key_P);
    const auto before = snapshot();
    const auto editsBefore = edits();
    click(40, 40);
    click(100, 40);
    click(100, 100);
    click(300, 200);
    key(Qt::Key_Backspace);
    click(40, 100);
    EXPECT_EQ(edits(), editsBefore) << "nothing is stored before it is closed";
    key(Qt::Key_Return);
    EXPECT_EQ(edits(), editsBefore + 1);
    EXPECT_TRUE(selectedMask().contains({50, 90}));
    EXPECT_FALSE(selectedMask().contains({150, 120}));
    EXPECT_NEAR(double(selectedMask().area()), 3600, 150);
    expectReversible(before);
}

TEST_F(ShapeToolsTest, APolygonIsClosedByADoubleClickOrItsFirstCorner) {
    key(Qt::Key_P);
    click(40, 40);
    click(100, 40);
    click(100, 100);
    click(40, 40);
    ASSERT_EQ(annotations().size(), 1);
    session().selection().clear();
    click(200, 40);
    click(260, 40);
    click(260, 100);
    QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, at(260, 100));
    EXPECT_EQ(annotations().size(), 2);
    EXPECT_TRUE(selectedMask().contains({250, 50}));
}

TEST_F(ShapeToolsTest, APolygonsCornerCanBeDraggedAndEscapeDropsIt) {
    key(Qt::Key_P);
    click(40, 40);
    click(100, 40);
    click(60, 60);
    drag({60, 60}, {100, 150});
    key(Qt::Key_Return);
    EXPECT_TRUE(selectedMask().contains({98, 130}));
    const auto before = edits();
    session().selection().clear();
    click(200, 40);
    click(260, 40);
    key(Qt::Key_Escape);
    key(Qt::Key_Return);
    EXPECT_EQ(edits(), before);
    EXPECT_EQ(canvas().tools().currentId(), gui::ToolId::Polygon);
}

TEST_F(ShapeToolsTest, CornersSnapToTheNeighboursBorderUnlessCtrlIsHeld) {
    addMask(core::Mask::fromRect({100, 80, 40, 40}));
    canvas().setScale(4 * canvas().devicePixelRatioF());
    key(Qt::Key_P);
    session().selection().clear();
    click(141, 79);
    click(180, 80);
    click(180, 118);
    click(141, 121);
    key(Qt::Key_Enter);
    ASSERT_EQ(annotations().size(), 2);
    EXPECT_EQ(selectedMask().boundingBox().left(), 140) << "the border is shared: no gap";
    session().selection().clear();
    for (const QPointF p : {QPointF(99, 85), QPointF(70, 85), QPointF(70, 110), QPointF(99, 110)}) {
        click(p.x(), p.y(), Qt::LeftButton, Qt::ControlModifier);
    }
    key(Qt::Key_Enter);
    ASSERT_EQ(annotations().size(), 3);
    EXPECT_EQ(selectedMask().boundingBox().right(), 98);
}

TEST_F(ShapeToolsTest, TheMiddleButtonPansInTheMiddleOfALasso) {
    key(Qt::Key_L);
    canvas().setScale(3);
    moveTo(150, 120);
    press(150, 120);
    moveTo(180, 120);
    const QPointF offset = canvas().viewport().offset();
    press(180, 120, Qt::MiddleButton);
    const QPoint to = at(180, 120) + QPoint(40, 20);
    QMouseEvent event(QEvent::MouseMove, to, canvas().mapToGlobal(to), Qt::NoButton,
                      Qt::LeftButton | Qt::MiddleButton, {});
    QApplication::sendEvent(&canvas(), &event);
    release(180, 120, Qt::MiddleButton);
    EXPECT_NE(canvas().viewport().offset(), offset);
    moveTo(180, 150);
    moveTo(150, 150);
    release(150, 150);
    ASSERT_EQ(annotations().size(), 1);
    EXPECT_TRUE(selectedMask().contains({165, 135}));
}

TEST_F(ShapeToolsTest, SpaceInTheMiddleOfAStrokePansAndTheStrokeGoesOn) {
    key(Qt::Key_B);
    canvas().setScale(2);
    const auto before = edits();
    press(150, 120);
    moveTo(160, 120);
    QTest::keyPress(&canvas(), Qt::Key_Space);
    const QPointF offset = canvas().viewport().offset();
    moveTo(170, 130);
    moveTo(175, 135);
    EXPECT_NE(canvas().viewport().offset(), offset);
    QTest::keyRelease(&canvas(), Qt::Key_Space);
    EXPECT_EQ(edits(), before);
    moveTo(160, 125);
    release(160, 125);
    EXPECT_EQ(edits(), before + 1);
}

TEST_F(ShapeToolsTest, TheWandTakesSimilarPixelsAndADragSetsHowSimilar) {
    const QImage image = session().picture().image;
    key(Qt::Key_W);
    const QPoint seed(250, 30);
    setTool([](auto& v) { v.tolerance = 12; });
    const auto before = snapshot();
    const auto editsBefore = edits();
    click(seed.x() + 0.5, seed.y() + 0.5);
    ASSERT_TRUE(waitFor([&] { return edits() > editsBefore; }));
    EXPECT_EQ(selectedMask(), core::wandMask(image, {seed, 12, true, image.rect()}));
    expectReversible(before);
    session().undo();

    session().selection().clear();
    const QPointF to = canvas().toImage(canvas().toView(QPointF(seed) + QPointF(0.5, 0.5)) + QPointF(40, 0));
    drag(QPointF(seed) + QPointF(0.5, 0.5), to);
    ASSERT_TRUE(waitFor([&] { return annotations().size() == 1; }));
    const int tolerance = toolSettings().values().tolerance;
    EXPECT_NEAR(tolerance, 32, 1) << "two pixels of the screen for a step";
    EXPECT_EQ(selectedMask(), core::wandMask(image, {seed, tolerance, true, image.rect()}));
}

TEST_F(ShapeToolsTest, TheWandTakesEverywhereWhenItNeedNotHangTogether) {
    const QImage image = session().picture().image;
    key(Qt::Key_W);
    setTool([](auto& v) {
        v.tolerance = 10;
        v.contiguous = false;
    });
    click(20.5, 20.5);
    ASSERT_TRUE(waitFor([&] { return annotations().size() == 1; }));
    EXPECT_EQ(selectedMask(), core::wandMask(image, {{20, 20}, 10, false, image.rect()}));
    const auto before = edits();
    session().selection().clear();
    press(200, 200);
    key(Qt::Key_Escape);
    release(200, 200);
    QTest::qWait(50);
    EXPECT_EQ(edits(), before);
}

TEST_F(ShapeToolsTest, TheScissorsFollowTheEdgeOfADisc) {
    // The picture's first disc: see paintedPicture().
    const QPointF centre(320 * 0.15, 240 * 0.3);
    const double radius = 240 * 0.07;
    key(Qt::Key_W, Qt::ShiftModifier);
    ASSERT_EQ(canvas().tools().currentId(), gui::ToolId::Scissors);
    const auto before = snapshot();
    for (int i = 0; i < 4; ++i) {
        const double turn = i * 1.5707963;
        click(centre.x() + radius * std::cos(turn), centre.y() + radius * std::sin(turn));
        const auto& tool = static_cast<gui::PolygonTool&>(canvas().tools().current());
        ASSERT_TRUE(waitFor([&tool] { return tool.isWireReady(); }));
    }
    key(Qt::Key_Return);
    ASSERT_EQ(annotations().size(), 1);
    EXPECT_NEAR(double(selectedMask().area()), 3.14159 * radius * radius, 0.06 * 3.14159 * radius * radius)
        << "four straight lines would make 36 % less";
    expectReversible(before);
}

TEST_F(ShapeToolsTest, ALineAcrossAnInstanceCutsItAndMergingGivesItBack) {
    const core::Mask mask = core::Mask::fromRect({100, 80, 60, 40});
    const auto id = addMask(mask, QStringLiteral("bottle"));
    const core::LabelId label = project().annotation(id)->fields.label;
    const auto before = snapshot();
    key(Qt::Key_C);
    session().selection().clear();
    stroke({{120, 70}, {120, 130}});
    ASSERT_EQ(annotations().size(), 2);
    EXPECT_EQ(session().selection().current(), id);
    EXPECT_TRUE(maskOf(id).contains({150, 100})) << "the larger piece keeps the id";
    for (const core::Annotation* a : annotations()) {
        EXPECT_EQ(a->fields.label, label);
    }
    EXPECT_EQ(annotations()[0]->mask.united(annotations()[1]->mask), mask);
    EXPECT_TRUE(annotations()[0]->mask.intersected(annotations()[1]->mask).isEmpty());
    expectReversible(before);
    session().selection().set({id, annotations()[0]->id == id ? annotations()[1]->id : annotations()[0]->id});
    key(Qt::Key_M);
    ASSERT_EQ(annotations().size(), 1);
    EXPECT_EQ(annotations()[0]->id, id);
    EXPECT_EQ(annotations()[0]->mask, mask);
    const auto editsBefore = edits();
    stroke({{130, 70}, {130, 100}});
    EXPECT_EQ(edits(), editsBefore) << "a line that ends inside cuts nothing";
}

TEST_F(ShapeToolsTest, AVertexIsDraggedAndTheRestStaysToThePixel) {
    const core::Mask mask = core::smoothed(core::Mask::fromRect({60, 60, 120, 100}), 20)
                                .subtracted(core::Mask::fromRect({100, 100, 17, 9}));
    const auto id = addMask(mask);
    session().selection().select(id);
    const auto before = snapshot();
    key(Qt::Key_P, Qt::ShiftModifier);
    auto& tool = static_cast<gui::VertexTool&>(canvas().tools().current());
    ASSERT_TRUE(waitFor([&] { return tool.outline().vertexCount() > 0; }));
    const auto place = tool.outline().vertexNear({60, 80}, 20);
    ASSERT_GE(place.ring, 0);
    const QPointF corner = tool.outline().at(place);
    drag(corner, corner - QPointF(25, 0));
    const core::Mask changed = maskOf(id).exclusiveOr(mask);
    ASSERT_FALSE(changed.isEmpty());
    EXPECT_LT(changed.boundingBox().right(), 90) << "the far side and the hole are as they were";
    EXPECT_EQ(maskOf(id).holeCount(), 1);
    expectReversible(before);
}

TEST_F(ShapeToolsTest, VerticesAreInsertedRemovedAndChosenByABox) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 60, 60}));
    session().selection().select(id);
    key(Qt::Key_P, Qt::ShiftModifier);
    auto& tool = static_cast<gui::VertexTool&>(canvas().tools().current());
    ASSERT_TRUE(waitFor([&] { return tool.outline().vertexCount() == 4; }));
    const auto editsBefore = edits();
    click(130, 80); // on the line: a vertex, and nothing changes
    EXPECT_EQ(tool.outline().vertexCount(), 5);
    EXPECT_EQ(edits(), editsBefore);
    drag({130, 80}, {130, 60});
    EXPECT_TRUE(maskOf(id).contains({130, 65}));
    EXPECT_EQ(edits(), editsBefore + 1);
    click(130, 60, Qt::LeftButton, Qt::AltModifier);
    EXPECT_EQ(tool.outline().vertexCount(), 4);
    EXPECT_EQ(maskOf(id), core::Mask::fromRect({100, 80, 60, 60}));
    drag({90, 70}, {110, 90});
    const auto before = snapshot();
    key(Qt::Key_Delete);
    EXPECT_EQ(tool.outline().vertexCount(), 3);
    EXPECT_NEAR(double(maskOf(id).area()), 1800, 60);
    expectReversible(before);
}

TEST_F(ShapeToolsTest, ToolSettingsOutliveTheWindow) {
    setTool([](auto& v) {
        v.tolerance = 77;
        v.contiguous = false;
        v.eraseSize = 99;
    });
    window->close();
    window.reset();
    window = std::make_unique<gui::MainWindow>(service, *settings);
    EXPECT_EQ(toolSettings().values().tolerance, 77);
    EXPECT_FALSE(toolSettings().values().contiguous);
    EXPECT_EQ(toolSettings().values().eraseSize, 99);
    setTool([](auto& v) { v.paintSize = 1e9; });
    EXPECT_EQ(toolSettings().values().paintSize, 2000) << "brought into range";
}

} // namespace
