// SPDX-License-Identifier: Apache-2.0
// The model's answers at one instance: shapes to choose from, scribbles, tidying, and the preview before a
// click.
#include "gui/actions.h"
#include "gui/tools/tool_manager.h"

#include "tests/support/gui/window_fixture.h"

#include <QTest>

namespace {

class PointToolTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(1);
        core::ModelStatus model;
        model.name = QStringLiteral("toy");
        model.ready = model.hasClicks = true;
        service.setModel(model);
    }
    core::Candidate ellipse(const QRectF& box, float score) {
        return test::ellipseCandidate(kPicture, box, score);
    }
    /// Answers with three shapes and waits for the edit.
    void answerThree() {
        const auto before = history().size();
        service.answerShape({ellipse({40, 40, 160, 160}, 0.9F), ellipse({80, 80, 80, 80}, 0.8F),
                             ellipse({100, 100, 40, 40}, 0.3F)});
        ASSERT_TRUE(waitFor([&] { return history().size() == before + 1; }));
    }
    qint64 area() { return annotations().isEmpty() ? 0 : annotations()[0]->mask.area(); }
};

TEST_F(PointToolTest, TabTakesTheNextShapeAndOneUndoTakesTheClickBack) {
    key(Qt::Key_Q);
    click(120, 120);
    answerThree();
    const qint64 whole = area();
    EXPECT_TRUE(canvas().hint().contains(QStringLiteral("1 of 3"))) << canvas().hint().toStdString();
    key(Qt::Key_Tab);
    ASSERT_TRUE(waitFor([&] { return area() < whole / 3; }));
    EXPECT_TRUE(canvas().hint().contains(QStringLiteral("0.80"))) << canvas().hint().toStdString();
    key(Qt::Key_Tab);
    const qint64 part = area();
    ASSERT_TRUE(waitFor([&] { return area() < part / 3; }));
    key(Qt::Key_Tab);
    ASSERT_TRUE(waitFor([&] { return area() == whole; })) << "the third is followed by the first";
    EXPECT_EQ(annotations().size(), 1);
    session().undo();
    EXPECT_TRUE(annotations().isEmpty()) << "choosing is part of the click";
}

TEST_F(PointToolTest, AClickAfterChoosingRefinesTheChosenShape) {
    key(Qt::Key_Q);
    click(120, 120);
    answerThree();
    const qint64 whole = area();
    key(Qt::Key_Tab);
    ASSERT_TRUE(waitFor([&] { return area() < whole; }));
    click(130, 130);
    const core::ShapeQuery& query = service.shapes.last();
    EXPECT_EQ(query.points.size(), 2);
    EXPECT_EQ(*query.previous.values, *ellipse({80, 80, 80, 80}, 0).promptLogits.values);
}

TEST_F(PointToolTest, TabGoesToTheNextInstanceOnceSomethingElseWasEdited) {
    const auto other = addMask(core::Mask::fromRect({250, 10, 20, 20}));
    key(Qt::Key_Q);
    click(120, 120);
    answerThree();
    key(Qt::Key_BracketRight, Qt::ShiftModifier);
    const auto edits = history().size();
    key(Qt::Key_Tab);
    QTest::qWait(30);
    EXPECT_EQ(history().size(), edits);
    EXPECT_EQ(session().selection().current(), other);
}

TEST_F(PointToolTest, ScribblesBecomeSignedPoints) {
    key(Qt::Key_Q);
    drag({50, 50}, {110, 50}, Qt::LeftButton, Qt::ControlModifier);
    ASSERT_EQ(service.shapes.size(), 1);
    const core::ShapeQuery first = service.shapes.last();
    ASSERT_EQ(first.points.size(), 6);
    EXPECT_FALSE(first.box) << "a scribble is no box";
    for (const core::PromptPoint& point : first.points) {
        EXPECT_TRUE(point.positive);
        EXPECT_NEAR(point.position.y(), 50, 1);
        EXPECT_GT(point.position.x(), 52);
        EXPECT_LT(point.position.x(), 108);
    }
    answerThree();
    drag({150, 50}, {150, 110}, Qt::RightButton);
    const core::ShapeQuery second = service.shapes.last();
    ASSERT_EQ(second.points.size(), 12);
    EXPECT_FALSE(second.points.last().positive);
    EXPECT_EQ(annotations().size(), 1);
}

TEST_F(PointToolTest, TidyingSendsTheMaskWithAPointAndMayMovePaintedPixels) {
    key(Qt::Key_B);
    drag({90, 90}, {150, 150});
    ASSERT_EQ(annotations().size(), 1);
    const auto id = annotations()[0]->id;
    const core::Mask painted = annotations()[0]->mask;
    key(Qt::Key_Q, Qt::ShiftModifier);
    ASSERT_EQ(service.shapes.size(), 1);
    const core::ShapeQuery query = service.shapes.last();
    ASSERT_TRUE(query.present);
    EXPECT_EQ(*query.present->mask, painted);
    EXPECT_EQ(query.present->image, kPicture);
    ASSERT_EQ(query.points.size(), 1);
    EXPECT_TRUE(painted.contains(query.points[0].position.toPoint()));
    service.answerShape({ellipse({80, 80, 80, 80}, 0.9F)});
    ASSERT_TRUE(waitFor([&] { return !(project().annotation(id)->mask == painted); }));
    EXPECT_EQ(project().annotation(id)->mask, ellipse({80, 80, 80, 80}, 1).logits.toMask(kPicture));
    session().undo();
    EXPECT_EQ(project().annotation(id)->mask, painted);
    EXPECT_EQ(project().annotation(id)->touched, painted);
}

TEST_F(PointToolTest, TheShapeShowsBeforeTheClickAndIsNoEdit) {
    const auto before = history().size();
    key(Qt::Key_Q);
    moveTo(120, 120);
    ASSERT_TRUE(waitFor([&] { return service.shapeWaits(); })) << "the pointer rests";
    service.answerShape({ellipse({80, 80, 80, 80}, 0.9F)});
    ASSERT_TRUE(waitFor([&] { return canvas().scene().preview().has_value(); }));
    EXPECT_TRUE(canvas().scene().preview()->mask.contains({120, 120}));
    EXPECT_EQ(history().size(), before);
    click(120, 120);
    EXPECT_FALSE(canvas().scene().preview().has_value());
    EXPECT_TRUE(service.shapeWaits()) << "the click asks for itself";
    answerThree();
    EXPECT_EQ(annotations().size(), 1);
}

TEST_F(PointToolTest, ThePreviewCanBeSwitchedOff) {
    window->actions()[gui::ActionId::PreviewClicks]->trigger();
    key(Qt::Key_Q);
    moveTo(120, 120);
    QTest::qWait(300);
    EXPECT_TRUE(service.shapes.isEmpty());
}

TEST_F(PointToolTest, MovingOnWhileAClicksMaskIsComputedLosesNothing) {
    key(Qt::Key_Q);
    click(120, 120);
    const auto before = history().size();
    service.answerShape({ellipse({40, 40, 160, 160}, 0.9F), ellipse({80, 80, 80, 80}, 0.8F)});
    moveTo(300, 20);
    moveTo(302, 20);
    ASSERT_TRUE(waitFor([&] { return history().size() == before + 1; }));
    const qint64 whole = area();
    key(Qt::Key_Tab);
    moveTo(304, 20);
    EXPECT_TRUE(waitFor([&] { return area() < whole; })) << "nor the shape that Tab asked for";
}

TEST_F(PointToolTest, TidyingThatFindsNothingLeavesPaintedPixelsPinned) {
    key(Qt::Key_B);
    drag({90, 90}, {150, 150});
    const core::Mask painted = annotations()[0]->mask;
    key(Qt::Key_Q, Qt::ShiftModifier);
    service.answerShape({});
    QTest::qWait(10);
    key(Qt::Key_Q);
    click(200, 200);
    service.answerShape({ellipse({180, 180, 40, 40}, 0.9F)});
    ASSERT_TRUE(waitFor([&] { return annotations()[0]->mask.contains({200, 200}); }));
    EXPECT_EQ(painted.subtracted(annotations()[0]->mask).area(), 0);
}

TEST_F(PointToolTest, TabAfterTidyingIsAsFreeAsTheFirstAnswer) {
    key(Qt::Key_B);
    drag({90, 90}, {150, 150});
    key(Qt::Key_Q, Qt::ShiftModifier);
    answerThree();
    const core::Mask second = ellipse({80, 80, 80, 80}, 1).logits.toMask(kPicture);
    key(Qt::Key_Tab);
    ASSERT_TRUE(waitFor([&] {
        return area() < ellipse({40, 40, 160, 160}, 1).logits.toMask(kPicture).area();
    }));
    EXPECT_EQ(annotations()[0]->mask, second);
    session().undo();
    EXPECT_EQ(annotations()[0]->mask, annotations()[0]->touched) << "one undo takes tidying back";
}

TEST_F(PointToolTest, APreviewThatFailsIsSilentAndAClickThatFailsIsNot) {
    QStringList said;
    QObject::connect(&session(), &gui::Session::issue, window.get(),
                     [&said](const QString& text) { said.append(text); });
    key(Qt::Key_Q);
    moveTo(120, 120);
    ASSERT_TRUE(waitFor([&] { return service.shapeWaits(); }));
    said.clear();
    service.failShape(QStringLiteral("no memory"));
    EXPECT_TRUE(said.isEmpty());
    click(120, 120);
    service.failShape(QStringLiteral("no memory"));
    EXPECT_EQ(said, QStringList(QStringLiteral("no memory")));
    click(120, 120);
    answerThree();
    EXPECT_EQ(annotations().size(), 1) << "the next click works";
}

} // namespace
