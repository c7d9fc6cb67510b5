// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/tool_manager.h"

#include "tests/support/gui/window_fixture.h"

#include <QSignalSpy>
#include <QTest>

namespace {

class ToolsTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(2);
    }
    /// What must be equal after undoing everything.
    std::vector<core::Annotation> snapshot() {
        std::vector<core::Annotation> all;
        for (const core::Annotation* a : annotations()) {
            all.push_back(*a);
        }
        return all;
    }
    /// The mask of the answer is computed on another thread.
    void answerShape(const QRectF& ellipse) {
        const std::size_t before = edits();
        service.answerShape({test::ellipseCandidate(kPicture, ellipse, 0.9F)});
        ASSERT_TRUE(waitFor([&] { return edits() != before; }));
    }
    std::size_t edits() { return history().cursor(); }
};

TEST_F(ToolsTest, AStrokeIsExactlyOneEditAndUndoRestoresEveryPixel) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 40, 40}));
    const auto before = snapshot();
    const auto editsBefore = edits();
    moveTo(120, 100);
    key(Qt::Key_B);
    EXPECT_EQ(session().selection().current(), id) << "B over a mask selects it";
    drag({120, 100}, {180, 120});
    EXPECT_EQ(edits(), editsBefore + 1);
    const auto after = snapshot();
    ASSERT_EQ(after.size(), 1U);
    EXPECT_EQ(after[0].id, id);
    EXPECT_EQ(after[0].fields.label, before[0].fields.label);
    EXPECT_EQ(after[0].fields.state, core::State::Fixed);
    EXPECT_TRUE(after[0].mask.contains({175, 118}));
    EXPECT_TRUE(after[0].touched.contains({150, 110}));
    session().undo();
    EXPECT_EQ(snapshot(), before);
    session().redo();
    EXPECT_EQ(snapshot(), after);
}

TEST_F(ToolsTest, AStrokeOnNothingMakesAnInstanceOfTheCurrentLabel) {
    addMask(core::Mask::fromRect({10, 10, 5, 5}), QStringLiteral("first"));
    addMask(core::Mask::fromRect({20, 10, 5, 5}), QStringLiteral("second"));
    session().setLabel(project().labelByName(QStringLiteral("second"))->id);
    key(Qt::Key_B);
    drag({200, 150}, {230, 170});
    ASSERT_EQ(annotations().size(), 3);
    const core::Annotation* made = project().annotation(session().selection().current());
    ASSERT_NE(made, nullptr);
    EXPECT_EQ(made->fields.label, project().labelByName(QStringLiteral("second"))->id);
    EXPECT_EQ(made->touched, made->mask);
}

TEST_F(ToolsTest, TheFirstShapeOfAProjectMakesItsLabelInTheSameEdit) {
    ASSERT_TRUE(project().labels().isEmpty());
    const auto before = edits();
    key(Qt::Key_B);
    drag({50, 50}, {80, 80});
    EXPECT_EQ(edits(), before + 1);
    EXPECT_EQ(project().labels().size(), 1);
    session().undo();
    EXPECT_TRUE(project().labels().isEmpty());
    EXPECT_TRUE(annotations().isEmpty());
}

TEST_F(ToolsTest, NothingReachesTheProjectBeforeTheRelease) {
    key(Qt::Key_B);
    QSignalSpy changes(&session(), &gui::Session::contentChanged);
    press(60, 60);
    moveTo(90, 60);
    EXPECT_EQ(changes.count(), 0);
    ASSERT_TRUE(canvas().scene().preview().has_value());
    EXPECT_TRUE(canvas().scene().preview()->mask.contains({75, 60}));
    release(90, 60);
    EXPECT_EQ(changes.count(), 1);
    EXPECT_FALSE(canvas().scene().preview().has_value());
}

TEST_F(ToolsTest, EscapeDropsTheStroke) {
    const auto before = edits();
    key(Qt::Key_B);
    press(60, 60);
    moveTo(90, 60);
    key(Qt::Key_Escape);
    release(90, 60);
    EXPECT_EQ(edits(), before);
    EXPECT_TRUE(annotations().isEmpty());
    EXPECT_FALSE(canvas().scene().preview().has_value());
    EXPECT_EQ(canvas().tools().currentId(), gui::ToolId::Brush) << "the ladder stops at the stroke";
}

TEST_F(ToolsTest, EraserTakesPixelsAndAltSwaps) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 60, 60}));
    session().selection().select(id);
    key(Qt::Key_E);
    drag({110, 90}, {130, 90});
    EXPECT_FALSE(project().annotation(id)->mask.contains({120, 90}));
    EXPECT_TRUE(project().annotation(id)->touched.contains({120, 90}))
        << "an erased pixel was decided by hand";
    drag({110, 90}, {130, 90}, Qt::LeftButton, Qt::AltModifier);
    EXPECT_TRUE(project().annotation(id)->mask.contains({120, 90}));
}

TEST_F(ToolsTest, ErasingTheLastPixelRemovesTheInstance) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 6, 6}));
    const auto before = snapshot();
    session().selection().select(id);
    key(Qt::Key_E);
    drag({100, 83}, {108, 83});
    EXPECT_EQ(project().annotation(id), nullptr);
    EXPECT_TRUE(session().selection().isEmpty());
    session().undo();
    EXPECT_EQ(snapshot(), before);
}

TEST_F(ToolsTest, ShiftClickDrawsAStraightStroke) {
    key(Qt::Key_B);
    click(60, 60);
    const auto id = session().selection().current();
    click(160, 110, Qt::LeftButton, Qt::ShiftModifier);
    EXPECT_EQ(session().selection().current(), id);
    EXPECT_TRUE(project().annotation(id)->mask.contains({110, 85}));
}

TEST_F(ToolsTest, BracketsChangeTheSizeAndAtLeastByOnePixel) {
    key(Qt::Key_B);
    const auto widthOfDab = [this](double x) {
        session().selection().clear();
        click(x, 200);
        return project().annotation(session().selection().current())->mask.boundingBox().width();
    };
    const int before = widthOfDab(60);
    key(Qt::Key_BracketRight);
    key(Qt::Key_BracketRight);
    EXPECT_GT(widthOfDab(160), before);
    for (int i = 0; i < 80; ++i) {
        key(Qt::Key_BracketLeft);
    }
    EXPECT_EQ(widthOfDab(260), 1);
}

TEST_F(ToolsTest, ProtectedInstancesKeepTheirPixels) {
    const auto other = addMask(core::Mask::fromRect({100, 80, 40, 40}));
    const core::Mask before = project().annotation(other)->mask;
    session().setOverlap(gui::edits::Overlap::Protect);
    key(Qt::Key_B);
    session().selection().clear();
    drag({80, 100}, {160, 100});
    const auto made = session().selection().current();
    ASSERT_NE(made, other);
    EXPECT_EQ(project().annotation(other)->mask, before);
    EXPECT_TRUE(project().annotation(made)->mask.intersected(before).isEmpty());
}

TEST_F(ToolsTest, OverwritingTakesPixelsInTheSameEdit) {
    const auto other = addMask(core::Mask::fromRect({100, 80, 40, 40}));
    const auto before = snapshot();
    const auto editsBefore = edits();
    session().setOverlap(gui::edits::Overlap::Overwrite);
    key(Qt::Key_B);
    session().selection().clear();
    drag({80, 100}, {160, 100});
    EXPECT_EQ(edits(), editsBefore + 1);
    EXPECT_FALSE(project().annotation(other)->mask.contains({120, 100}));
    session().undo();
    EXPECT_EQ(snapshot(), before);
}

TEST_F(ToolsTest, ALockedInstanceIsNotPainted) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 40, 40}));
    session().selection().select(id);
    key(Qt::Key_L, Qt::ControlModifier);
    ASSERT_TRUE(project().annotation(id)->fields.locked);
    const auto before = edits();
    key(Qt::Key_B);
    drag({120, 100}, {180, 100});
    EXPECT_EQ(edits(), before);
}

TEST_F(ToolsTest, PointsCorrectTheSelectedInstanceInPlace) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 40, 40}), QStringLiteral("bottle"));
    const core::LabelId label = project().annotation(id)->fields.label;
    moveTo(120, 100);
    key(Qt::Key_Q);
    const auto before = edits();
    click(150, 100);
    ASSERT_EQ(service.shapes.size(), 1);
    EXPECT_TRUE(service.shapes[0].box.has_value()) << "the model has not seen this mask";
    EXPECT_EQ(service.shapes[0].points.last().position.toPoint(), QPoint(150, 100));
    answerShape({95, 70, 80, 60});
    EXPECT_EQ(edits(), before + 1);
    ASSERT_EQ(annotations().size(), 1);
    EXPECT_EQ(annotations()[0]->id, id);
    EXPECT_EQ(annotations()[0]->fields.label, label);
    EXPECT_TRUE(annotations()[0]->mask.contains({165, 100}));

    click(160, 100, Qt::RightButton);
    ASSERT_EQ(service.shapes.size(), 2);
    EXPECT_FALSE(service.shapes[1].points.last().positive);
    EXPECT_FALSE(service.shapes[1].previous.isEmpty()) << "the last answer goes along";
    answerShape({95, 70, 60, 60});
    EXPECT_EQ(edits(), before + 2) << "one undo for each click";
    session().undo();
    EXPECT_TRUE(project().annotation(id)->mask.contains({165, 100}));
    session().undo();
    EXPECT_EQ(project().annotation(id)->mask, core::Mask::fromRect({100, 80, 40, 40}));
}

TEST_F(ToolsTest, PixelsPaintedByHandOutliveTheModelsAnswer) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 40, 40}));
    session().selection().select(id);
    key(Qt::Key_B);
    drag({200, 100}, {220, 100});
    key(Qt::Key_Q);
    click(130, 100);
    answerShape({95, 70, 60, 60});
    EXPECT_TRUE(project().annotation(id)->mask.contains({210, 100}));
}

TEST_F(ToolsTest, AClickOnNothingMakesAnInstanceThatFurtherClicksRefine) {
    key(Qt::Key_Q);
    click(150, 100);
    answerShape({120, 70, 60, 60});
    ASSERT_EQ(annotations().size(), 1);
    const auto id = annotations()[0]->id;
    click(190, 100);
    EXPECT_EQ(service.shapes.last().points.size(), 2);
    answerShape({120, 70, 90, 60});
    ASSERT_EQ(annotations().size(), 1);
    EXPECT_EQ(annotations()[0]->id, id);
}

TEST_F(ToolsTest, EscapeCancelsTheWaitingClick) {
    key(Qt::Key_Q);
    click(150, 100);
    key(Qt::Key_Escape);
    EXPECT_FALSE(service.shapeWaits());
    EXPECT_TRUE(annotations().isEmpty());
}

TEST_F(ToolsTest, DeleteDigitsAndMaskCommands) {
    addMask(core::Mask::fromRect({10, 10, 5, 5}), QStringLiteral("one"));
    const auto id = addMask(core::Mask::fromRect({100, 80, 40, 40})
                                .subtracted(core::Mask::fromRect({110, 90, 5, 5}))
                                .united(core::Mask::fromRect({200, 10, 3, 3})),
                            QStringLiteral("two"));
    session().selection().select(id);
    key(Qt::Key_1);
    EXPECT_EQ(project().annotation(id)->fields.label, project().labels()[0].id);
    key(Qt::Key_F, Qt::ShiftModifier);
    EXPECT_TRUE(project().annotation(id)->mask.contains({112, 92}));
    key(Qt::Key_I, Qt::ShiftModifier);
    EXPECT_EQ(project().annotation(id)->mask, core::Mask::fromRect({100, 80, 40, 40}));
    key(Qt::Key_Delete);
    EXPECT_EQ(annotations().size(), 1);
    for (int i = 0; i < 4; ++i) {
        session().undo();
    }
    EXPECT_EQ(project().annotation(id)->fields.label, project().labelByName(QStringLiteral("two"))->id);
    EXPECT_TRUE(project().annotation(id)->mask.contains({201, 11}));
}

} // namespace
