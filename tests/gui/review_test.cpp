// SPDX-License-Identifier: Apache-2.0
#include "gui/actions.h"
#include "gui/models/review_model.h"
#include "gui/session/filter.h"
#include "gui/tools/tool_manager.h"

#include "tests/support/gui/review_fixture.h"
#include "tests/support/slowdown.h"

#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QTimer>

#include <algorithm>

namespace test {
namespace {

using core::State;

class ReviewTest : public ReviewFixture {};

TEST_F(ReviewTest, TheMostDoubtfulIsShownSelectedAndZoomedTo) {
    openPictures(2);
    addFound(project().images()[0].id, 3);
    const auto worst = addFound(project().images()[1].id, 2, 0.3F);
    session().showImage(project().images()[0].id);
    start();
    EXPECT_EQ(current(), worst[1]);
    EXPECT_EQ(session().image(), project().images()[1].id);
    EXPECT_EQ(session().selection().ids(), QList{worst[1]});
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    const QPointF middle = canvas().toImage(QPointF(canvas().rect().center()));
    EXPECT_NEAR(middle.x(), 23, 2);
    EXPECT_NEAR(middle.y(), 7, 2);
    EXPECT_GT(canvas().viewport().scale(), 10) << "60 % of the view";
    EXPECT_TRUE(window->findChild<QDockWidget*>(QStringLiteral("review"))->isVisible());
}

TEST_F(ReviewTest, OneKeyADecision) {
    openPictures(1);
    addLabel(QStringLiteral("first"));
    const core::ImageId image = session().image();
    addFound(image, 5);
    start();
    const auto accepted = current();
    key(Qt::Key_Return);
    EXPECT_EQ(stateOf(accepted), State::Accepted);
    const auto rejected = current();
    EXPECT_NE(rejected, accepted);
    key(Qt::Key_X);
    EXPECT_EQ(stateOf(rejected), State::Rejected);
    const auto relabelled = current();
    key(Qt::Key_1);
    EXPECT_EQ(stateOf(relabelled), State::Accepted);
    EXPECT_EQ(project().annotation(relabelled)->fields.label, project().labels().first().id);
    const auto skipped = current();
    key(Qt::Key_Tab);
    EXPECT_EQ(stateOf(skipped), State::Auto);
    EXPECT_NE(current(), skipped);
    key(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(current(), skipped) << "back";
    key(Qt::Key_Delete);
    ASSERT_TRUE(waitFor([&] { return current().isValid() && current() != skipped; }));
    EXPECT_EQ(project().annotation(skipped), nullptr);
    EXPECT_EQ(review().decided(), 4);
    EXPECT_EQ(review().waiting(), 1);
    EXPECT_FALSE(project().image(image)->reviewed);
    key(Qt::Key_Return);
    EXPECT_EQ(review().current(), nullptr);
    EXPECT_TRUE(project().image(image)->reviewed) << "all of it is decided";
    key(Qt::Key_Return);
    key(Qt::Key_X);
    EXPECT_EQ(review().decided(), 5) << "nothing is left to decide";
}

TEST_F(ReviewTest, ThePanelTellsWhatIsDecided) {
    openPictures(1);
    addFound(session().image(), 3);
    start();
    auto* dock = window->findChild<QDockWidget*>(QStringLiteral("review"));
    const auto* list = dock->findChild<QListView*>();
    const auto* bar = dock->findChild<QProgressBar*>();
    EXPECT_EQ(bar->value(), 0);
    const QModelIndex first = list->model()->index(0, 0);
    EXPECT_FALSE(first.data(gui::ReviewModel::DecidedRole).toBool());
    key(Qt::Key_Return);
    EXPECT_EQ(bar->value(), 1);
    EXPECT_EQ(bar->maximum(), 3);
    EXPECT_TRUE(first.data(gui::ReviewModel::DecidedRole).toBool());
    EXPECT_EQ(list->currentIndex().row(), 1);
}

TEST_F(ReviewTest, SkippedOnesComeAgainAtTheEnd) {
    openPictures(1);
    addFound(session().image(), 3);
    start();
    const auto skipped = current();
    key(Qt::Key_Tab);
    key(Qt::Key_Return);
    key(Qt::Key_Return);
    EXPECT_EQ(current(), skipped);
}

TEST_F(ReviewTest, UndoGoesBackToTheItem) {
    openPictures(2);
    const auto first = addFound(project().images()[0].id, 1, 0.2F);
    const auto second = addFound(project().images()[1].id, 1, 0.4F);
    start();
    ASSERT_EQ(current(), first[0]);
    const auto steps = history().cursor();
    key(Qt::Key_X);
    EXPECT_EQ(history().cursor(), steps + 1) << "the decision and the image's mark are one step";
    EXPECT_TRUE(project().images()[0].reviewed);
    ASSERT_EQ(current(), second[0]);
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(current(), first[0]);
    EXPECT_EQ(session().image(), project().images()[0].id);
    EXPECT_EQ(stateOf(first[0]), State::Auto);
    EXPECT_FALSE(project().images()[0].reviewed);
    EXPECT_EQ(review().decided(), 0);
    ASSERT_TRUE(pictureIsThere());
    key(Qt::Key_Return);
    EXPECT_EQ(stateOf(first[0]), State::Accepted);
    ASSERT_TRUE(pictureIsThere());
    key(Qt::Key_Return);
    ASSERT_EQ(review().current(), nullptr);
    key(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return current() == second[0]; })) << "from the end, too";
}

TEST_F(ReviewTest, WhatIsPaintedOnStaysUntilEnter) {
    openPictures(1);
    addFound(session().image(), 2);
    start();
    const auto fixed = current();
    key(Qt::Key_B);
    const QRectF box(project().annotation(fixed)->mask.boundingBox());
    drag(box.center(), box.bottomRight() + QPointF(2, 2));
    EXPECT_EQ(stateOf(fixed), State::Fixed);
    EXPECT_EQ(current(), fixed);
    key(Qt::Key_Return);
    EXPECT_EQ(stateOf(fixed), State::Fixed);
    EXPECT_NE(current(), fixed);
    EXPECT_EQ(canvas().tools().currentId(), gui::ToolId::Select);
}

TEST_F(ReviewTest, ShiftEnterAcceptsTheRestOfTheImage) {
    openPictures(2);
    const auto here = addFound(project().images()[0].id, 4, 0.3F);
    const auto there = addFound(project().images()[1].id, 1, 0.8F);
    start();
    const auto rejected = current();
    key(Qt::Key_X);
    const auto steps = history().cursor();
    key(Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(history().cursor(), steps + 1);
    for (const core::AnnotationId id : here) {
        session().showImage(project().images()[0].id);
        EXPECT_EQ(stateOf(id), id == rejected ? State::Rejected : State::Accepted);
    }
    EXPECT_EQ(current(), there[0]);
}

TEST_F(ReviewTest, TheFilterNarrowsTheQueue) {
    openPictures(1);
    const auto ids = addFound(session().image(), 10);
    start();
    EXPECT_EQ(review().waiting(), 10);
    session().filter().setText(QStringLiteral("score:<0.8935"));
    ASSERT_TRUE(waitFor([this] { return review().waiting() == 3; }));
    session().filter().setText(QStringLiteral("score:<0.1"));
    auto* list = window->findChild<QDockWidget*>(QStringLiteral("review"))->findChild<QListView*>();
    ASSERT_TRUE(
        waitFor([&] { return list->findChild<QLabel*>()->text().contains(QStringLiteral("filter")); }));
}

TEST_F(ReviewTest, KeysMeanWhatTheyDidOnceTheModeIsOff) {
    openPictures(1);
    const auto ids = addFound(session().image(), 3);
    start();
    const auto first = current();
    key(Qt::Key_F6);
    EXPECT_FALSE(review().isOn());
    EXPECT_EQ(review().current(), nullptr);
    key(Qt::Key_Return);
    EXPECT_EQ(stateOf(first), State::Auto);
    session().selection().clear();
    key(Qt::Key_Tab);
    EXPECT_EQ(session().selection().ids().size(), 1) << "the next instance of the image";
}

TEST_F(ReviewTest, ALockedInstanceIsNotRejected) {
    openPictures(1);
    const auto ids = addFound(session().image(), 1);
    session().selection().select(ids[0]);
    window->actions()[gui::ActionId::ToggleLock]->trigger();
    start();
    key(Qt::Key_X);
    EXPECT_EQ(stateOf(ids[0]), State::Auto);
    EXPECT_EQ(current(), ids[0]);
}

TEST_F(ReviewTest, AnotherProjectEndsTheMode) {
    openPictures(1);
    addFound(session().image(), 2);
    start();
    session().setProject(nullptr);
    EXPECT_FALSE(review().isOn());
    EXPECT_FALSE(window->actions()[gui::ActionId::ToggleReview]->isEnabled());
}

TEST_F(ReviewTest, AcceptAboveCountsFirstAndIsOneStepOverAllImages) {
    openPictures(3);
    addFound(project().images()[0].id, 10, 0.95F);
    addFound(project().images()[1].id, 10, 0.85F);
    const auto low = addFound(project().images()[2].id, 2, 0.4F);
    session().showImage(project().images()[2].id);
    start();
    const auto steps = history().cursor();
    const auto count = [](QDialog& dialog) {
        QString all;
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            all += label->text() + QLatin1Char('|');
        }
        return all;
    };
    bool counted = false;
    QTimer::singleShot(0, window.get(), [&] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        ASSERT_NE(dialog, nullptr);
        dialog->findChild<QDoubleSpinBox*>()->setValue(0.9);
        counted = waitFor([&] { return count(*dialog).contains(QStringLiteral("10 of 22")); });
        EXPECT_TRUE(waitFor([&] { return count(*dialog).contains(QStringLiteral("thing\n0.94")); }));
        const auto crops = dialog->findChildren<QLabel*>();
        EXPECT_TRUE(waitFor([&] {
            return std::count_if(crops.begin(), crops.end(), [](const QLabel* label) {
                       return !label->pixmap(Qt::ReturnByValue).isNull();
                   }) == 10;
        })) << "a crop of each";
        dialog->accept();
    });
    key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(counted);
    ASSERT_TRUE(waitFor([&] { return history().cursor() == steps + 1; }));
    ASSERT_TRUE(waitFor([this] { return review().waiting() == 12; })) << "the queue follows";
    EXPECT_FALSE(project().images()[0].reviewed) << "nobody looked at it";
    EXPECT_EQ(stateOf(low[0]), State::Auto);
    session().showImage(project().images()[0].id);
    for (const core::Annotation* a : annotations()) {
        EXPECT_EQ(a->fields.state, State::Accepted);
    }
    session().undo();
    session().showImage(project().images()[0].id);
    for (const core::Annotation* a : annotations()) {
        EXPECT_EQ(a->fields.state, State::Auto);
    }
}

TEST_F(ReviewTest, FiveHundredWithOneKeyEach) {
    openPictures(10);
    const auto images = project().images();
    for (const core::ImageInfo& image : images) {
        addFound(image.id, 50);
    }
    start();
    ASSERT_EQ(review().waiting(), 500);
    std::vector<double> times;
    std::vector<double> shownAfter;
    for (int i = 0; i < 500; ++i) {
        const auto shown = current();
        ASSERT_TRUE(shown.isValid());
        ASSERT_EQ(session().selection().ids(), QList{shown});
        QElapsedTimer timer;
        timer.start();
        key(i % 5 == 4 ? Qt::Key_X : Qt::Key_Return); // delivered and its events worked off
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        ASSERT_TRUE(pictureIsThere()); // of the next one: nobody decides before
        shownAfter.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    EXPECT_EQ(review().decided(), 500);
    EXPECT_EQ(review().waiting(), 0);
    EXPECT_EQ(review().current(), nullptr);
    int accepted = 0;
    for (const core::ImageInfo& image : images) {
        session().showImage(image.id);
        EXPECT_TRUE(project().image(image.id)->reviewed);
        for (const core::Annotation* a : annotations()) {
            EXPECT_NE(a->fields.state, State::Auto);
            accepted += a->fields.state == State::Accepted ? 1 : 0;
        }
    }
    EXPECT_EQ(accepted, 400);
    std::sort(times.begin(), times.end());
    std::printf("ms per decision: %.1f median, %.1f at 95 %%, %.1f most\n", times[250], times[475],
                times.back());
    std::sort(shownAfter.begin(), shownAfter.end());
    std::printf("ms until the next picture: %.1f median, %.1f at 95 %%, %.1f most\n", shownAfter[250],
                shownAfter[475], shownAfter.back());
    EXPECT_LT(times[250], 50 * kSlowdown);
}

} // namespace
} // namespace test
