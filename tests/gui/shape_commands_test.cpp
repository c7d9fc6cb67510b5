// SPDX-License-Identifier: Apache-2.0
#include "gui/actions.h"
#include "gui/docks/shape_panel.h"
#include "gui/session/shape_edits.h"
#include "gui/status/issue_strip.h"

#include "core/mask/interpolate.h"
#include "core/mask/morphology.h"
#include "core/mask/outline.h"

#include "tests/core/mask_random.h"
#include "tests/support/gui/window_fixture.h"

#include <QClipboard>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace {

class ShapeCommandsTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(6);
    }
    std::vector<core::Annotation> snapshot() {
        std::vector<core::Annotation> all;
        for (const core::ImageInfo& image : project().images()) {
            for (const core::Annotation* a : project().annotations(image.id)) {
                all.push_back(*a);
            }
        }
        return all;
    }
    core::Mask maskOf(core::AnnotationId id) {
        const core::Annotation* a = project().annotation(id);
        return a ? a->mask : core::Mask();
    }
    void trigger(gui::ActionId id) { window->actions()[id]->trigger(); }
    std::size_t edits() { return history().cursor(); }
    gui::ShapePanel& panel() { return *canvas().findChild<gui::ShapePanel*>(QStringLiteral("shapePanel")); }
    QDoubleSpinBox& number() { return *panel().findChild<QDoubleSpinBox*>(); }
    void expectReversible(const std::vector<core::Annotation>& before) {
        const auto after = snapshot();
        session().undo();
        EXPECT_EQ(snapshot(), before);
        session().redo();
        EXPECT_EQ(snapshot(), after);
    }
    void show(int index) {
        session().showImage(project().images()[index].id);
        ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    }
};

TEST_F(ShapeCommandsTest, ThePanelShowsBeforeItStores) {
    const core::Mask mask = core::Mask::fromRect({100, 80, 40, 30});
    const auto id = addMask(mask);
    session().selection().select(id);
    const auto before = snapshot();
    const auto editsBefore = edits();
    key(Qt::Key_R, Qt::ShiftModifier);
    ASSERT_TRUE(panel().isVisible());
    EXPECT_TRUE(number().hasFocus());
    number().setValue(5);
    ASSERT_TRUE(waitFor([&] { return panel().isReady(); }));
    EXPECT_EQ(canvas().scene().trialMasks().value(id), core::grown(mask, 5));
    EXPECT_EQ(edits(), editsBefore) << "nothing is stored yet";
    EXPECT_EQ(maskOf(id), mask);
    QTest::keyClick(&number(), Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return edits() > editsBefore; }));
    EXPECT_FALSE(panel().isVisible());
    EXPECT_TRUE(canvas().hasFocus());
    EXPECT_EQ(maskOf(id), core::grown(mask, 5));
    EXPECT_TRUE(canvas().scene().trialMasks().isEmpty());
    expectReversible(before);
}

TEST_F(ShapeCommandsTest, EscapeClosesThePanelAndStoresNothing) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 40, 30}));
    session().selection().select(id);
    const auto before = edits();
    trigger(gui::ActionId::SmoothBy);
    ASSERT_TRUE(waitFor([&] { return panel().isReady(); }));
    QTest::keyClick(&number(), Qt::Key_Escape);
    EXPECT_FALSE(panel().isVisible());
    EXPECT_TRUE(canvas().scene().trialMasks().isEmpty());
    trigger(gui::ActionId::SmoothBy);
    canvas().setFocus();
    key(Qt::Key_Escape);
    EXPECT_FALSE(panel().isVisible()) << "also when the canvas has the keys";
    EXPECT_EQ(session().selection().current(), id);
    EXPECT_EQ(edits(), before);
}

TEST_F(ShapeCommandsTest, ThePanelWorksOnAllThatIsSelectedAndFollowsTheSelection) {
    const auto one = addMask(core::Mask::fromRect({20, 20, 20, 20}));
    const auto two = addMask(core::Mask::fromRect({100, 80, 40, 30}));
    const auto locked = addMask(core::Mask::fromRect({200, 80, 40, 30}));
    session().selection().select(locked);
    key(Qt::Key_L, Qt::ControlModifier);
    session().selection().set({one, two, locked});
    trigger(gui::ActionId::ShrinkBy);
    number().setValue(2);
    ASSERT_TRUE(waitFor([&] { return panel().isReady(); }));
    EXPECT_EQ(canvas().scene().trialMasks().size(), 2);
    session().selection().select(one);
    ASSERT_TRUE(waitFor([&] { return panel().isReady() && canvas().scene().trialMasks().size() == 1; }));
    session().selection().set({one, two, locked});
    const auto before = snapshot();
    const auto editsBefore = edits();
    panel().apply(); // while the answer is under way
    ASSERT_TRUE(waitFor([&] { return edits() > editsBefore; }));
    EXPECT_EQ(edits(), editsBefore + 1) << "one undo for all";
    EXPECT_EQ(maskOf(one), core::Mask::fromRect({22, 22, 16, 16}));
    EXPECT_EQ(maskOf(two), core::Mask::fromRect({102, 82, 36, 26}));
    EXPECT_EQ(maskOf(locked), core::Mask::fromRect({200, 80, 40, 30}));
    expectReversible(before);
}

TEST_F(ShapeCommandsTest, SmallHolesAndIslandsGoAndLargeOnesStay) {
    const core::Mask body = core::Mask::fromRect({50, 50, 80, 80});
    const core::Mask small = core::Mask::fromRect({60, 60, 3, 3});
    const core::Mask large = core::Mask::fromRect({80, 80, 20, 20});
    const core::Mask island = core::Mask::fromRect({200, 60, 4, 4});
    const auto id = addMask(body.subtracted(small).subtracted(large).united(island));
    session().selection().select(id);
    trigger(gui::ActionId::FillHolesUnder);
    number().setValue(10);
    ASSERT_TRUE(waitFor([&] { return panel().isReady(); }));
    panel().apply();
    EXPECT_EQ(maskOf(id), body.subtracted(large).united(island));
    trigger(gui::ActionId::DropIslandsUnder);
    number().setValue(16);
    ASSERT_TRUE(waitFor([&] { return panel().isReady(); }));
    EXPECT_EQ(canvas().scene().trialMasks().value(id), body.subtracted(large).united(island));
    number().setValue(17);
    ASSERT_TRUE(waitFor([&] { return panel().isReady(); }));
    panel().apply();
    EXPECT_EQ(maskOf(id), body.subtracted(large));
}

TEST_F(ShapeCommandsTest, SimplifyTellsWhatItCostsBeforeItStores) {
    const core::Mask round = core::smoothed(core::Mask::fromRect({60, 60, 120, 100}), 40);
    const auto id = addMask(round);
    session().selection().select(id);
    trigger(gui::ActionId::Simplify);
    number().setValue(2);
    ASSERT_TRUE(waitFor([&] { return panel().isReady(); }));
    const core::Simplified expected = core::simplified(round, 2);
    const QString text = panel().findChild<QLabel*>()->text();
    EXPECT_TRUE(text.contains(QString::number(expected.vertices))) << text.toStdString();
    EXPECT_TRUE(text.contains(QLocale().toString(expected.overlap, 'f', 4))) << text.toStdString();
    EXPECT_TRUE(text.contains(QLocale().toString(expected.boundaryError, 'f', 2))) << text.toStdString();
    const auto before = snapshot();
    panel().apply();
    EXPECT_EQ(maskOf(id), expected.mask);
    expectReversible(before);
}

TEST_F(ShapeCommandsTest, GrowAndShrinkByKeysStillWork) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 40, 30}));
    session().selection().select(id);
    key(Qt::Key_BracketRight, Qt::ShiftModifier);
    key(Qt::Key_BracketRight, Qt::ShiftModifier);
    EXPECT_TRUE(maskOf(id).contains({98, 90}));
    key(Qt::Key_BracketLeft, Qt::ShiftModifier);
    key(Qt::Key_BracketLeft, Qt::ShiftModifier);
    EXPECT_EQ(maskOf(id), core::Mask::fromRect({100, 80, 40, 30}));
}

TEST_F(ShapeCommandsTest, CombinationsKeepTheFirstIdAndItsLabel) {
    const core::Mask a = core::Mask::fromRect({50, 50, 60, 60});
    const core::Mask b = core::Mask::fromRect({80, 80, 60, 60});
    struct Case {
        gui::ActionId action;
        core::Mask result;
        int left;
    };
    for (const Case& c :
         {Case{gui::ActionId::Merge, a.united(b), 1}, Case{gui::ActionId::Subtract, b.subtracted(a), 2},
          Case{gui::ActionId::Intersect, a.intersected(b), 1},
          Case{gui::ActionId::ExclusiveOr, a.exclusiveOr(b), 1}}) {
        const auto one = addMask(a, QStringLiteral("cup"));
        const auto two = addMask(b, QStringLiteral("plate"));
        session().selection().set({two, one});
        const core::Fields fields = project().annotation(two)->fields;
        const auto before = snapshot();
        trigger(c.action);
        EXPECT_EQ(annotations().size(), c.left);
        EXPECT_EQ(maskOf(two), c.result);
        EXPECT_EQ(project().annotation(two)->fields.label, fields.label);
        EXPECT_EQ(session().selection().ids(), QList{two});
        expectReversible(before);
        trigger(gui::ActionId::SelectNone);
        session().undo();
        session().undo();
        session().undo();
        ASSERT_TRUE(annotations().isEmpty());
    }
}

TEST_F(ShapeCommandsTest, PartsBecomeInstancesAndMergeBackBitForBit) {
    std::mt19937 random(71);
    for (int i = 0; i < 30; ++i) {
        const core::Mask mask = core::randomBitmap(random, 40).mask();
        if (mask.partCount() < 2) {
            continue;
        }
        const auto id = addMask(mask);
        session().selection().select(id);
        const auto before = snapshot();
        key(Qt::Key_C, Qt::ShiftModifier);
        ASSERT_EQ(annotations().size(), mask.partCount());
        EXPECT_EQ(maskOf(id), core::largestPart(mask));
        EXPECT_EQ(session().selection().ids().size(), mask.partCount());
        expectReversible(before);
        session().selection().set({id});
        trigger(gui::ActionId::SelectAll);
        QList<core::AnnotationId> all = session().selection().ids();
        all.removeAll(id);
        session().selection().set(QList{id} + all);
        key(Qt::Key_M);
        ASSERT_EQ(annotations().size(), 1);
        ASSERT_EQ(maskOf(id), mask);
        key(Qt::Key_Delete);
    }
}

TEST_F(ShapeCommandsTest, CopyAndPasteKeepEveryPixelAndMakeMissingLabels) {
    const core::Mask mask =
        core::Mask::fromRect({100, 80, 40, 30}).subtracted(core::Mask::fromRect({110, 90, 1, 1}));
    const auto id = addMask(mask, QStringLiteral("bottle"));
    session().selection().select(id);
    key(Qt::Key_C, Qt::ControlModifier);
    show(2);
    key(Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return annotations().size() == 1; }));
    EXPECT_EQ(annotations()[0]->mask, mask);
    EXPECT_NE(annotations()[0]->id, id);
    EXPECT_EQ(project().labels().size(), 1) << "the label is found by its name";
    EXPECT_EQ(session().selection().current(), annotations()[0]->id);
    session().undo();
    EXPECT_TRUE(annotations().isEmpty());

    // As another window of this or another machine would see it.
    core::InstanceClip clip;
    clip.size = {1000, 1000};
    core::InstanceClip::Instance inside;
    inside.label.name = QStringLiteral("crate");
    inside.label.color = QColor(Qt::magenta);
    inside.label.attributes = {{{}, QStringLiteral("full"), core::AttributeType::Bool, {}}};
    inside.attributes = {{QStringLiteral("full"), QStringLiteral("yes")}};
    inside.annotation.mask = core::Mask::fromRect({310, 10, 40, 10});
    core::InstanceClip::Instance outside = inside;
    outside.annotation.mask = core::Mask::fromRect({800, 800, 10, 10});
    clip.instances = {inside, outside};
    QGuiApplication::clipboard()->setText(QString::fromUtf8(core::clipText(clip)));
    QSignalSpy issues(&session(), &gui::Session::issue);
    const auto before = edits();
    key(Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return edits() > before; }));
    ASSERT_EQ(annotations().size(), 1);
    EXPECT_EQ(annotations()[0]->mask, core::Mask::fromRect({310, 10, 10, 10}));
    ASSERT_EQ(issues.count(), 1) << "what was clipped is said";
    const core::Label* label = project().labelByName(QStringLiteral("crate"));
    ASSERT_NE(label, nullptr);
    EXPECT_EQ(label->color, QColor(Qt::magenta));
    ASSERT_EQ(label->attributes.size(), 1);
    EXPECT_EQ(annotations()[0]->fields.attributes.keys(), QList{label->attributes[0].id});
    session().undo();
    EXPECT_EQ(project().labelByName(QStringLiteral("crate")), nullptr) << "one undo step takes both back";
}

TEST_F(ShapeCommandsTest, ForeignClipboardTextIsOneSentence) {
    QSignalSpy issues(&session(), &gui::Session::issue);
    const auto before = edits();
    int expected = 0;
    for (const QString& text : {QStringLiteral("milk, eggs"),
                                QStringLiteral("{\"kind\":\"maskwright instances\",\"version\":1,\"width\":"
                                               "10,\"height\":10,\"instances\":[{\"mask\":\"///\"}]}")}) {
        QGuiApplication::clipboard()->setText(text);
        key(Qt::Key_V, Qt::ControlModifier);
        ++expected;
        ASSERT_TRUE(waitFor([&] { return issues.count() == expected; }));
        EXPECT_TRUE(issues.last().first().toString().endsWith(QLatin1Char('.')));
    }
    EXPECT_EQ(edits(), before);
}

TEST_F(ShapeCommandsTest, DuplicatesAndCopiesToTheNextImage) {
    const core::Mask mask = core::Mask::fromRect({100, 80, 40, 30});
    const auto id = addMask(mask, QStringLiteral("bottle"));
    session().selection().select(id);
    auto before = snapshot();
    key(Qt::Key_D, Qt::ControlModifier);
    ASSERT_EQ(annotations().size(), 2);
    EXPECT_EQ(maskOf(session().selection().current()), mask.translated({10, 10}));
    expectReversible(before);

    session().selection().select(id);
    before = snapshot();
    const auto first = session().image();
    key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(session().imageIndex(), 1);
    ASSERT_EQ(annotations().size(), 1);
    EXPECT_EQ(annotations()[0]->mask, mask);
    EXPECT_EQ(session().selection().current(), annotations()[0]->id);
    session().undo();
    EXPECT_EQ(snapshot(), before);
    session().showImage(first);
    show(5);
    addMask(mask);
    session().selection().select(annotations()[0]->id);
    QSignalSpy issues(&session(), &gui::Session::issue);
    trigger(gui::ActionId::CopyToNext);
    EXPECT_EQ(issues.count(), 1) << "there is no next image";
}

TEST_F(ShapeCommandsTest, KeyMasksFillTheImagesBetween) {
    const core::Mask from = core::Mask::fromRect({20, 40, 30, 30});
    const core::Mask to = core::Mask::fromRect({220, 120, 30, 30});
    addMask(from, QStringLiteral("ball"));
    show(4);
    const auto id = addMask(to, QStringLiteral("ball"));
    session().selection().select(id);
    const auto before = snapshot();
    const auto editsBefore = edits();
    trigger(gui::ActionId::Interpolate);
    ASSERT_TRUE(waitFor([&] { return edits() > editsBefore; }));
    for (int i = 1; i < 4; ++i) {
        const auto there = project().annotations(project().images()[i].id);
        ASSERT_EQ(there.size(), 1) << i;
        EXPECT_EQ(there[0]->mask, core::interpolated(from, to, i / 4.0));
        EXPECT_EQ(there[0]->fields.label, project().annotation(id)->fields.label);
        EXPECT_EQ(there[0]->fields.state, core::State::Auto) << "nobody has looked at it yet";
    }
    expectReversible(before);
    QSignalSpy issues(&session(), &gui::Session::issue);
    trigger(gui::ActionId::Interpolate);
    EXPECT_EQ(issues.count(), 1) << "now the image before has one";
}

} // namespace
