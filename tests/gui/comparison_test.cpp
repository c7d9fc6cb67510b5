// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/comparison_dock.h"

#include "gui/docks/differences_page.h"
#include "gui/docks/figures_page.h"
#include "gui/docks/plots.h"
#include "gui/docks/side_row.h"
#include "gui/session/comparison.h"
#include "gui/session/filter.h"
#include "gui/session/review.h"

#include "core/formats/format.h"
#include "gui/session/project_files.h"
#include "tests/support/gui/watchdog.h"
#include "tests/support/gui/window_fixture.h"
#include "tests/support/slowdown.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

namespace gui {
namespace {

/// Three pictures: two with a car each, one of which also has a dog. The project of before is exported, then
/// changed: a car is smaller, the dog is gone, and a new car came.
class ComparisonTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(3);
        m_car = addAuto({10, 10, 40, 40}, QStringLiteral("car"));
        m_dog = addAuto({100, 100, 30, 30}, QStringLiteral("dog"));
        session().step(1);
        ASSERT_TRUE(waitFor([&] { return !session().picture().image.isNull(); }));
        m_other = addAuto({200, 100, 20, 20}, QStringLiteral("car"));
        // Sizes of images that nobody saw are read from their files.
        ASSERT_TRUE(
            core::exportDataset(core::formats().front(), exportSource(*session().openProject()), out(), {}));
        dock()->show();
        dock()->raise();
    }
    core::AnnotationId addAuto(const QRect& rect, const QString& label) {
        const core::AnnotationId id = addMask(core::Mask::fromRect(rect), label);
        const core::Fields before = project().annotation(id)->fields;
        core::Fields after = before;
        after.state = core::State::Auto;
        core::Edit edit{{}, session().image(), {}, {core::SetFields{id, before, after}}};
        session().commit(edit);
        return id;
    }
    QString out() const { return folder.filePath(QStringLiteral("out")); }
    QString exported() const { return out() + QStringLiteral("/annotations.json"); }
    ComparisonDock* dock() { return window->findChild<ComparisonDock*>(); }
    QPushButton* button() { return dock()->findChild<QPushButton*>(); }
    const std::optional<ComparisonResult>& result() { return dock()->comparison().result(); }
    void compareWith(const QString& truth, const QString& found) {
        const QList<SideRow*> sides = dock()->findChildren<SideRow*>();
        sides[0]->setFile(truth);
        sides[1]->setFile(found);
        QTest::mouseClick(button(), Qt::LeftButton);
        ASSERT_TRUE(waitFor([&] { return !dock()->comparison().isRunning(); }));
    }
    QTableWidget* table() { return dock()->findChild<QTableWidget*>(); }
    QTreeWidget* list() { return dock()->findChild<QTreeWidget*>(); }
    int shownImages() {
        return window->findChild<QDockWidget*>(QStringLiteral("images"))
            ->findChild<QListView*>()
            ->model()
            ->rowCount();
    }

    core::AnnotationId m_car, m_dog, m_other;
};

TEST_F(ComparisonTest, AProjectAgreesWithWhatItExported) {
    compareWith(exported(), {});
    ASSERT_TRUE(result());
    EXPECT_NEAR(result()->figures.conceptF1.mean.pmF1, 1, 1e-3);
    ASSERT_TRUE(result()->figures.panoptic);
    EXPECT_NEAR(result()->figures.panoptic->pq, 1, 1e-9);
    ASSERT_TRUE(result()->diff);
    EXPECT_TRUE(result()->diff->changes.empty());
    EXPECT_EQ(table()->rowCount(), 2);
    EXPECT_EQ(list()->topLevelItemCount(), 0);
}

TEST_F(ComparisonTest, ARowAndABarFilterTheLists) {
    compareWith(exported(), {});
    table()->sortItems(1, Qt::AscendingOrder); // one dog, two cars
    ASSERT_EQ(table()->item(0, 0)->text(), QStringLiteral("dog"));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualItemRect(table()->item(0, 0)).center());
    EXPECT_EQ(session().filter().text(), QStringLiteral("class:dog"));
    EXPECT_TRUE(waitFor([&] { return shownImages() == 1; }));
    table()->sortItems(1, Qt::DescendingOrder);
    EXPECT_EQ(table()->item(0, 0)->text(), QStringLiteral("car")) << "two are more than one";

    dock()->findChild<FiguresPage*>()->showPlot(FiguresPage::ImagesByF1);
    auto* bars = dock()->findChild<BarPlot*>();
    QTest::mouseClick(bars, Qt::LeftButton, {}, {bars->width() - 15, bars->height() / 2});
    EXPECT_EQ(session().filter().text(), QStringLiteral("image:1..2")) << "both with F1 100";
    EXPECT_TRUE(waitFor([&] { return shownImages() == 2; }));
}

TEST_F(ComparisonTest, ADifferenceLeadsToItsInstance) {
    session().showImage(project().images().front().id);
    session().selection().select(m_dog);
    session().removeSelected();
    session().step(1);
    const core::AnnotationId added = addAuto({20, 20, 30, 30}, QStringLiteral("car"));
    session().showImage(project().images().back().id);
    compareWith(exported(), {});
    ASSERT_TRUE(result() && result()->diff);
    ASSERT_EQ(list()->topLevelItemCount(), 2);
    for (int row = 0; row < 2; ++row) {
        list()->setCurrentItem(list()->topLevelItem(row));
        if (list()->topLevelItem(row)->text(0) == QStringLiteral("Added")) {
            EXPECT_EQ(session().image(), project().images()[1].id);
            EXPECT_TRUE(session().selection().contains(added));
        } else {
            EXPECT_EQ(list()->topLevelItem(row)->text(0), QStringLiteral("Removed"));
            EXPECT_EQ(session().image(), project().images()[0].id);
        }
    }
}

TEST_F(ComparisonTest, WhatAnotherRunDoesNotHaveComesFirstInTheReview) {
    // Away from the others in no other way: equal scores, too few to tell sizes.
    session().showImage(project().images().front().id);
    const core::AnnotationId lone = addAuto({150, 30, 40, 40}, QStringLiteral("car"));
    compareWith(exported(), {});
    EXPECT_EQ(result()->agreement.value(lone, -1), 0);
    EXPECT_EQ(result()->agreement.value(m_car, -1), 1);
    session().review().setOn(true);
    ASSERT_TRUE(
        waitFor([&] { return session().review().isReady() && session().review().queue().size() == 4; }));
    const core::RiskItem first = session().review().queue().front();
    EXPECT_EQ(first.instance, lone);
    EXPECT_EQ(first.reasons.front().doubt, core::Doubt::Runs);
    session().review().setOn(false);

    for (QCheckBox* box : dock()->findChildren<QCheckBox*>()) {
        if (box->text().contains(QStringLiteral("review"))) {
            ASSERT_TRUE(box->isVisible());
            box->setChecked(false);
        }
    }
    session().review().setOn(true);
    ASSERT_TRUE(
        waitFor([&] { return session().review().isReady() && session().review().queue().size() == 4; }));
    for (const core::RiskItem& item : session().review().queue()) {
        for (const core::Reason& reason : item.reasons) {
            EXPECT_NE(reason.doubt, core::Doubt::Runs);
        }
    }
}

TEST_F(ComparisonTest, AFilterComparesTwoPartsOfOneProject) {
    const QList<QLineEdit*> filters{dock()->findChildren<SideRow*>()[0]->findChild<QLineEdit*>(),
                                    dock()->findChildren<SideRow*>()[1]->findChild<QLineEdit*>()};
    filters[1]->setText(QStringLiteral("class:car"));
    compareWith({}, {});
    ASSERT_TRUE(result() && result()->diff);
    EXPECT_EQ(result()->diff->count(core::ObjectChange::Kind::Removed), 1) << "the dog";
    filters[1]->setText(QStringLiteral("class:"));
    compareWith({}, {});
    EXPECT_FALSE(result());
    EXPECT_TRUE(waitFor([&] { return !dock()->comparison().isRunning(); }));
}

TEST_F(ComparisonTest, TenThousandImagesAreComparedWhileTheWindowLives) {
    core::Edit edit;
    const core::LabelId label = project().labels().front().id;
    for (int i = 0; i < 10'000; ++i) {
        const core::ImageInfo image{
            project().newImageId(), QStringLiteral("far/%1.png").arg(i), kPicture, {}, false};
        edit.changes.emplace_back(core::SetImage{{}, image});
        core::Annotation made;
        made.id = project().newAnnotationId();
        made.image = image.id;
        made.fields.label = label;
        made.mask = core::Mask::fromRect({10, 10, 20, 20 + i % 50});
        edit.changes.emplace_back(core::AddAnnotation{made});
    }
    session().commit(std::move(edit));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return session().openProject()->saveState() == core::SaveState::Saved; }, 60'000));
    QTest::qWait(1'500); // lists follow
    dock()->findChildren<SideRow*>()[1]->findChild<QLineEdit*>()->setText(QStringLiteral("area:>1100"));
    const test::Watchdog watchdog;
    QTest::mouseClick(button(), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !dock()->comparison().isRunning(); }, 60'000));
    EXPECT_LT(watchdog.longest().busy, 50 * test::kSlowdown);
    ASSERT_TRUE(result() && result()->diff);
    EXPECT_GT(result()->diff->count(core::ObjectChange::Kind::Removed), 5'000);
    EXPECT_EQ(list()->topLevelItemCount(), 2'000) << "a list of more helps nobody";
}

TEST_F(ComparisonTest, ACancelledComparisonAnswersNothing) {
    const QList<SideRow*> sides = dock()->findChildren<SideRow*>();
    sides[0]->setFile(exported());
    QTest::mouseClick(button(), Qt::LeftButton);
    ASSERT_TRUE(dock()->comparison().isRunning());
    EXPECT_EQ(button()->text(), QStringLiteral("Cancel"));
    QTest::mouseClick(button(), Qt::LeftButton);
    EXPECT_FALSE(dock()->comparison().isRunning());
    QTest::qWait(200);
    EXPECT_FALSE(result());
    EXPECT_EQ(button()->text(), QStringLiteral("Compare"));
}

} // namespace
} // namespace gui
