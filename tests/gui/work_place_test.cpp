// SPDX-License-Identifier: Apache-2.0
#include "gui/work_place.h"

#include "gui/commands/file_commands.h"
#include "gui/language.h"
#include "gui/tools/tool_manager.h"

#include "tests/support/gui/window_fixture.h"

#include <QMenuBar>
#include <QTest>

namespace {

class WorkPlaceTest : public test::WindowFixture {};

TEST_F(WorkPlaceTest, AnotherLanguageGoesOnWhereTheFirstWas) {
    openPictures(3);
    session().step(1);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    const auto id = addMask(core::Mask::fromRect({60, 60, 40, 40}));
    addMask(core::Mask::fromRect({160, 60, 40, 40}), QStringLiteral("other"));
    session().setLabel(project().labels()[1].id);
    session().selection().set({id});
    key(Qt::Key_B);
    drag({80, 100}, {80, 130});
    const core::Mask painted = project().annotation(id)->mask;
    const core::LabelId label = session().label();
    session().proposals().setText(QStringLiteral("bottle"));
    canvas().setScale(3);
    canvas().centreOn({90, 100});
    const gui::WorkPlace place = gui::workPlaceOf(*window);
    const QString before = window->menuBar()->actions()[0]->text();
    gui::Texts texts(*settings);
    gui::Texts::choose(*settings, QStringLiteral("de"));
    texts.load();
    window.reset();
    window = std::make_unique<gui::MainWindow>(service, *settings);
    window->resize(1360, 860);
    window->show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    gui::goTo(*window, place);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    EXPECT_NE(window->menuBar()->actions()[0]->text(), before);
    EXPECT_EQ(session().imageIndex(), 1);
    EXPECT_EQ(session().selection().ids(), QList{id});
    EXPECT_EQ(session().label(), label);
    EXPECT_EQ(session().proposals().query().text, QStringLiteral("bottle"));
    EXPECT_EQ(canvas().tools().currentId(), gui::ToolId::Brush);
    EXPECT_EQ(canvas().viewport().scale(), 3);
    const QPointF centre = canvas().toImage(QPointF(canvas().width() / 2.0, canvas().height() / 2.0));
    EXPECT_NEAR(centre.x(), place.centre.x(), 0.5);
    EXPECT_NEAR(centre.y(), place.centre.y(), 0.5);
    EXPECT_EQ(project().annotation(id)->mask, painted);
    session().undo();
    EXPECT_NE(project().annotation(id)->mask, painted) << "the stroke of before can be undone";
    session().step(1);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    session().step(-1);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    EXPECT_TRUE(session().selection().isEmpty()) << "once";
    gui::Texts::choose(*settings, QStringLiteral("en"));
    texts.load();
}

} // namespace
