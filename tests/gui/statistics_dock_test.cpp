// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/statistics_dock.h"

#include "gui/docks/plots.h"
#include "gui/session/filter.h"

#include "tests/support/gui/window_fixture.h"

#include <QCheckBox>
#include <QListView>
#include <QTest>

namespace gui {
namespace {

class StatisticsDockTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(3);
        addMask(core::Mask::fromRect({10, 10, 40, 40}), QStringLiteral("car"));
        addMask(core::Mask::fromRect({70, 70, 4, 4}), QStringLiteral("traffic light"));
        session().step(1);
        addMask(core::Mask::fromRect({200, 150, 40, 40}), QStringLiteral("car"));
        dock()->show();
        dock()->raise();
        ASSERT_TRUE(waitFor([&] { return dock()->statistics().instances == 3; }));
    }
    StatisticsDock* dock() { return window->findChild<StatisticsDock*>(); }
    int shownImages() {
        return window->findChild<QDockWidget*>(QStringLiteral("images"))
            ->findChild<QListView*>()
            ->model()
            ->rowCount();
    }
    template <class Plot> Plot* plot() { return dock()->findChild<Plot*>(); }
};

} // namespace

TEST_F(StatisticsDockTest, aClickOnABarFiltersTheLists) {
    dock()->showPage(StatisticsDock::Labels);
    auto* bars = plot<BarPlot>();
    ASSERT_TRUE(bars->isVisible());
    const int right = bars->width() - 20;
    QTest::mouseClick(bars, Qt::LeftButton, {}, {right, bars->height() / 2});
    EXPECT_EQ(session().filter().text(), QStringLiteral("class:\"traffic light\""));
    EXPECT_TRUE(waitFor([&] { return shownImages() == 1; }));
    QTest::keyClick(bars, Qt::Key_Left);
    EXPECT_EQ(session().filter().text(), QStringLiteral("class:car"));
    EXPECT_TRUE(waitFor([&] { return shownImages() == 2; }));
}

TEST_F(StatisticsDockTest, aDragOverAreasFiltersByTheirRange) {
    dock()->showPage(StatisticsDock::Areas);
    auto* bars = plot<BarPlot>();
    const int y = bars->height() / 2;
    QTest::mousePress(bars, Qt::LeftButton, {}, {bars->width() - 15, y});
    QTest::mouseMove(bars, {bars->width() - 60, y});
    QTest::mouseRelease(bars, Qt::LeftButton, {}, {bars->width() - 60, y});
    EXPECT_TRUE(session().filter().text().startsWith(QStringLiteral("area:>=")))
        << session().filter().text().toStdString();
    ASSERT_TRUE(waitFor([&] { return session().filter().isActive(); }));
    EXPECT_TRUE(session().filter().error().isEmpty());
    EXPECT_EQ(session().filter().matches().instances.size(), 2U) << "the two large ones";
}

TEST_F(StatisticsDockTest, theHeatMapAndTheTableOfPairsFilterToo) {
    dock()->showPage(StatisticsDock::Positions);
    auto* grid = plot<GridPlot>();
    ASSERT_TRUE(grid->isVisible());
    // The lower right half holds the centre (220, 170) of (320, 240) alone.
    const QPoint to(grid->width() - 10, grid->height() - 10);
    const QPoint from(grid->width() / 2 + 4, grid->height() / 2 + 4);
    QTest::mousePress(grid, Qt::LeftButton, {}, from);
    QTest::mouseMove(grid, to);
    QTest::mouseRelease(grid, Qt::LeftButton, {}, to);
    ASSERT_TRUE(waitFor([&] { return session().filter().isActive(); }))
        << session().filter().error().toStdString();
    EXPECT_EQ(session().filter().matches().instances.size(), 1U) << session().filter().text().toStdString();
    dock()->showPage(StatisticsDock::Together);
    EXPECT_EQ(dock()->statistics().together, (std::vector<qint64>{2, 1, 1, 1}));
    QTest::mouseClick(grid, Qt::LeftButton, {}, {grid->width() - 12, grid->height() / 4});
    EXPECT_EQ(session().filter().text(), QStringLiteral("has:car has:\"traffic light\""));
    EXPECT_TRUE(waitFor([&] { return shownImages() == 1; }));
}

TEST_F(StatisticsDockTest, effortHasAnOffSwitchThatLasts) {
    dock()->showPage(StatisticsDock::Effort);
    QCheckBox* count = nullptr;
    for (QCheckBox* box : dock()->findChildren<QCheckBox*>()) {
        count = box->text() == QStringLiteral("Count time and actions") ? box : count;
    }
    ASSERT_NE(count, nullptr);
    ASSERT_TRUE(count->isVisible());
    EXPECT_TRUE(session().effort().isEnabled());
    const int actions = annotations().first()->effort.actions;
    EXPECT_EQ(actions, 1);
    count->setChecked(false);
    session().selection().select(annotations().first()->id);
    key(Qt::Key_L, Qt::ControlModifier);
    EXPECT_TRUE(annotations().first()->fields.locked);
    EXPECT_EQ(annotations().first()->effort.actions, actions);
    EXPECT_FALSE(settings->value(QStringLiteral("statistics/effort")).toBool());
}

} // namespace gui
