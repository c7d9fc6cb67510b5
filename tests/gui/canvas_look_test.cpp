// SPDX-License-Identifier: Apache-2.0
// What the colours tell, patterns, legend, mini-map and rulers.
#include "gui/actions.h"
#include "gui/canvas/canvas_chrome.h"
#include "gui/canvas/mini_map.h"
#include "gui/commands/file_commands.h"
#include "gui/session/edits.h"

#include "tests/support/cpu_timer.h"
#include "tests/support/gui/window_fixture.h"
#include "tests/support/slowdown.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <set>

namespace {

using gui::ActionId;

class CanvasLookTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(1, {1600, 1200});
    }
    void choose(ActionId id) { window->actions()[id]->trigger(); }
    QStringList legendTexts() {
        QStringList texts;
        for (const gui::LegendEntry& entry : canvas().scene().legend()) {
            texts.append(entry.text);
        }
        return texts;
    }
    gui::OverlayStyle styleOf(std::size_t item) { return canvas().scene().items(1).at(item).style; }
    /// Kept to be looked at where SCREENSHOT_DIR says.
    void keep(const QString& name) {
        const QString to = qEnvironmentVariable("SCREENSHOT_DIR");
        if (!to.isEmpty()) {
            QTest::qWait(200);
            EXPECT_TRUE(window->grab().save(to + QLatin1Char('/') + name + QStringLiteral(".png")));
        }
    }
    QImage shot() { return canvas().grab().toImage().convertToFormat(QImage::Format_RGB32); }
};

TEST_F(CanvasLookTest, ColoursTellWhatIsAskedAndTheLegendSaysIt) {
    addMask(core::Mask::fromRect({100, 100, 400, 300}), QStringLiteral("cup"));
    const auto other = addMask(core::Mask::fromRect({700, 100, 300, 300}), QStringLiteral("cup"));
    session().commit(gui::edits::setFields(project(), session().image(), {other},
                                           [](core::Fields& f) { f.state = core::State::Auto; }, {}));
    EXPECT_EQ(styleOf(0).color, styleOf(1).color);
    choose(ActionId::ColorByInstance);
    EXPECT_NE(styleOf(0).color, styleOf(1).color);
    EXPECT_TRUE(legendTexts().isEmpty());
    choose(ActionId::ColorByState);
    EXPECT_EQ(legendTexts(), (QStringList{QStringLiteral("accepted"), QStringLiteral("automatic")}));
    EXPECT_EQ(styleOf(1).color, canvas().scene().legend()[1].color);
    choose(ActionId::ColorBySource);
    EXPECT_EQ(legendTexts(), QStringList{QStringLiteral("by a prompt")});
    choose(ActionId::ColorByScore);
    EXPECT_EQ(legendTexts().first(), QStringLiteral("1.00"));
    choose(ActionId::ColorByLabel);
    EXPECT_EQ(styleOf(0).color, project().labels()[0].color.rgb());
}

TEST_F(CanvasLookTest, WhatNobodyHasLookedAtIsDashed) {
    const auto id = addMask(core::Mask::fromRect({100, 100, 400, 300}));
    EXPECT_EQ(styleOf(0).dash, 0);
    session().commit(gui::edits::setFields(project(), session().image(), {id},
                                           [](core::Fields& f) { f.state = core::State::Auto; }, {}));
    EXPECT_GT(styleOf(0).dash, 0);
}

TEST_F(CanvasLookTest, PatternsStayOnTheImageWhenItIsPanned) {
    addMask(core::Mask::fromRect({100, 100, 900, 700}), QStringLiteral("one"));
    addMask(core::Mask::fromRect({1100, 100, 300, 700}), QStringLiteral("two"));
    choose(ActionId::Patterns);
    EXPECT_EQ(styleOf(0).pattern, gui::Pattern::Solid);
    EXPECT_EQ(styleOf(1).pattern, gui::Pattern::Rising);
    canvas().setScale(1);
    shot();
    // Panned a few pixels and painted anew: both must show the same.
    QTest::mousePress(&canvas(), Qt::MiddleButton, {}, {300, 300});
    QTest::mouseMove(&canvas(), {313, 296});
    QTest::mouseRelease(&canvas(), Qt::MiddleButton, {}, {313, 296});
    const QImage shifted = shot();
    canvas().scene().setPatterns(true);
    EXPECT_EQ(shot(), shifted);
}

TEST_F(CanvasLookTest, TheMiniMapShowsAndMovesTheView) {
    gui::MiniMap& map = canvas().miniMap();
    choose(ActionId::ShowMiniMap);
    EXPECT_FALSE(map.isVisible()) << "all of the picture is in view";
    canvas().setScale(4);
    ASSERT_TRUE(map.isVisible());
    QTest::mouseClick(&map, Qt::LeftButton, {}, {map.width() * 3 / 4, map.height() / 4});
    const QPointF middle = canvas().toImage(QPointF(canvas().width() / 2.0, canvas().height() / 2.0));
    EXPECT_NEAR(middle.x(), 1200, 20);
    EXPECT_NEAR(middle.y(), 300, 20);
    choose(ActionId::ShowMiniMap);
    EXPECT_FALSE(map.isVisible());
}

TEST_F(CanvasLookTest, TheLegendIsMadeOnceAndFollowsEveryChange) {
    const auto id = addMask(core::Mask::fromRect({100, 100, 400, 300}), QStringLiteral("cup"));
    choose(ActionId::ColorByState);
    const QList<gui::LegendEntry> first = canvas().scene().legend();
    shot();
    EXPECT_EQ(canvas().scene().legend().constData(), first.constData()) << "painting makes no other";
    EXPECT_EQ(legendTexts(), QStringList{QStringLiteral("accepted")});
    session().commit(gui::edits::setFields(project(), session().image(), {id},
                                           [](core::Fields& f) { f.state = core::State::Auto; }, {}));
    EXPECT_EQ(legendTexts(), QStringList{QStringLiteral("automatic")});
    session().undo();
    EXPECT_EQ(legendTexts(), QStringList{QStringLiteral("accepted")});
    choose(ActionId::ColorByScore);
    EXPECT_EQ(legendTexts().size(), 5);
}

TEST_F(CanvasLookTest, TheMiniMapOfAPictureWithoutLevelsHoldsUpNothing) {
    choose(ActionId::ShowMiniMap);
    canvas().setScale(4);
    ASSERT_TRUE(canvas().miniMap().isVisible());
    QImage large(12'000, 8'000, QImage::Format_RGB32);
    large.fill(QColor(200, 30, 40));
    const test::CpuTimer timer;
    emit canvas().display().shown(large);
    EXPECT_LT(timer.milliseconds(), 50 * test::kSlowdown);
    EXPECT_EQ(canvas().miniMap().size(), QSize(182, 122));
    EXPECT_EQ(canvas().miniMap().grab().toImage().pixelColor(5, 5), QColor(200, 30, 40));
}

TEST_F(CanvasLookTest, ThePictureBeforeIsGivenBackWhileALargeOneIsRead) {
    const QString pictures = folder.filePath(QStringLiteral("large"));
    ASSERT_TRUE(QDir().mkpath(pictures));
    QImage large(10'000, 10'000, QImage::Format_Mono);
    large.fill(0);
    ASSERT_TRUE(large.copy(0, 0, 600, 400).save(pictures + QStringLiteral("/a.png")) &&
                large.save(pictures + QStringLiteral("/b.png")));
    window->files().openFolder(pictures);
    ASSERT_TRUE(waitFor([this] { return session().picture().image.width() == 600; }));
    EXPECT_FALSE(canvas().smallestLevel().isNull());
    session().step(1);
    EXPECT_FALSE(canvas().smallestLevel().isNull()) << "it stays for a moment, so that nothing flickers";
    bool isGone = false;
    QElapsedTimer timer;
    timer.start();
    ASSERT_TRUE(waitFor([&] {
        isGone = isGone || canvas().smallestLevel().isNull();
        return !session().picture().image.isNull();
    }));
    EXPECT_TRUE(isGone || timer.elapsed() < 300);
    EXPECT_FALSE(canvas().smallestLevel().isNull());
}

TEST_F(CanvasLookTest, RulersCountImagePixels) {
    const QImage without = shot();
    choose(ActionId::ShowRulers);
    const QImage with = shot();
    EXPECT_NE(with, without);
    EXPECT_EQ(with.pixel(with.width() / 2, with.height() / 2),
              without.pixel(without.width() / 2, without.height() / 2));
    EXPECT_EQ(gui::rulerStep(1, 60), 100);
    EXPECT_EQ(gui::rulerStep(0.1, 60), 1000);
    EXPECT_EQ(gui::rulerStep(13, 60), 5);
    EXPECT_EQ(gui::rulerStep(100, 60), 1);
}

TEST_F(CanvasLookTest, EverythingAtOnce) {
    for (int i = 0; i < 6; ++i) {
        const QRectF box(60 + 250 * i, 140 + 420 * (i % 2), 230, 300);
        addMask(test::ellipseCandidate({1600, 1200}, box, 1).logits.toMask({1600, 1200}),
                QStringLiteral("label %1").arg(i));
    }
    choose(ActionId::Patterns);
    choose(ActionId::ShowRulers);
    choose(ActionId::ShowMiniMap);
    keep(QStringLiteral("canvas-patterns"));
    canvas().setScale(1);
    choose(ActionId::ColorByScore);
    keep(QStringLiteral("canvas-score-map"));
    choose(ActionId::ColorByState);
    choose(ActionId::Patterns);
    keep(QStringLiteral("canvas-state-map"));
    EXPECT_TRUE(canvas().miniMap().isVisible());
}

TEST_F(CanvasLookTest, ChoicesOutliveTheWindow) {
    choose(ActionId::ColorByScore);
    choose(ActionId::ShowRulers);
    window = std::make_unique<gui::MainWindow>(service, *settings);
    EXPECT_EQ(canvas().scene().colorBy(), gui::ColorBy::Score);
    EXPECT_TRUE(canvas().hasRulers());
    EXPECT_TRUE(window->actions()[ActionId::ColorByScore]->isChecked());
}

TEST_F(CanvasLookTest, RecolouringLabelsIsOneStep) {
    for (int i = 0; i < 10; ++i) {
        addMask(core::Mask::fromRect({10 * i, 10, 5, 5}), QStringLiteral("label %1").arg(i));
    }
    const QList<core::Label> before = project().labels();
    choose(ActionId::RecolorLabels);
    std::set<QRgb> colors;
    for (const core::Label& label : project().labels()) {
        colors.insert(label.color.rgb());
    }
    EXPECT_EQ(colors.size(), 10U);
    session().undo();
    EXPECT_EQ(project().labels(), before);
}

TEST(ColorOfScore, BrightnessRisesWithTheScore) {
    core::Project project;
    int last = -1;
    for (const float score : {0.0F, 0.2F, 0.4F, 0.6F, 0.8F, 1.0F}) {
        core::Annotation a;
        a.score = score;
        const int bright = qGray(gui::colorOf(gui::ColorBy::Score, a, project));
        EXPECT_GT(bright, last) << score;
        last = bright;
    }
    core::Annotation broken;
    broken.score = std::nanf("");
    core::Annotation none;
    none.score = 0;
    EXPECT_EQ(gui::colorOf(gui::ColorBy::Score, broken, project),
              gui::colorOf(gui::ColorBy::Score, none, project));
}

} // namespace
