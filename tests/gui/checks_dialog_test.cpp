// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/checks_dialog.h"

#include "gui/actions.h"

#include "core/store/open_project.h"

#include "tests/support/gui/window_fixture.h"

#include <QPushButton>
#include <QTreeWidget>

namespace test {
namespace {

class ChecksDialogTest : public WindowFixture {
protected:
    void open() {
        window->actions()[gui::ActionId::CheckRules]->trigger();
        checks = window->findChild<gui::ChecksDialog*>();
        ASSERT_NE(checks, nullptr);
        tree = checks->findChild<QTreeWidget*>();
        ASSERT_TRUE(settled());
    }
    bool settled() {
        return waitFor([this] { return !checks->isBusy(); });
    }
    QPushButton* button(const QString& beginning) {
        for (QPushButton* one : checks->findChildren<QPushButton*>()) {
            if (one->text().startsWith(beginning)) {
                return one;
            }
        }
        return nullptr;
    }
    QTreeWidgetItem* rule(const QString& title) {
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            if (tree->topLevelItem(i)->text(0).startsWith(title)) {
                return tree->topLevelItem(i);
            }
        }
        return nullptr;
    }
    /// A square with a hole of one pixel.
    core::AnnotationId addHoled(int x, int y) {
        return addMask(
            core::Mask::fromRect({x, y, 20, 20}).subtracted(core::Mask::fromRect({x + 8, y + 8, 1, 1})));
    }

    gui::ChecksDialog* checks = nullptr;
    QTreeWidget* tree = nullptr;
};

TEST_F(ChecksDialogTest, AFindingIsShownAndMendedAsOneStep) {
    openPictures(2);
    const auto first = addHoled(10, 10);
    const auto second = addHoled(60, 10);
    session().step(1);
    open();
    QTreeWidgetItem* holes = rule(QStringLiteral("Small holes"));
    ASSERT_NE(holes, nullptr);
    ASSERT_EQ(holes->childCount(), 2);
    tree->setCurrentItem(holes->child(1));
    EXPECT_EQ(session().image(), project().images()[0].id);
    EXPECT_EQ(session().selection().ids(), QList{second});
    const auto steps = history().cursor();
    button(QStringLiteral("Repair"))->click();
    ASSERT_TRUE(waitFor([&] { return history().cursor() == steps + 1; }));
    EXPECT_EQ(project().annotation(second)->mask.holeCount(), 0);
    EXPECT_EQ(project().annotation(first)->mask.holeCount(), 1);
    ASSERT_TRUE(settled());
    EXPECT_EQ(rule(QStringLiteral("Small holes"))->childCount(), 1) << "looked at again";
    session().undo();
    EXPECT_EQ(project().annotation(second)->mask.holeCount(), 1);
}

TEST_F(ChecksDialogTest, AllOfARuleOverAllImagesIsOneStep) {
    openPictures(3);
    std::vector<core::AnnotationId> ids;
    for (int i = 0; i < 3; ++i) {
        ids.push_back(addHoled(10, 10));
        ids.push_back(addHoled(60, 60));
        session().step(1);
    }
    open();
    tree->setCurrentItem(rule(QStringLiteral("Small holes")));
    const auto steps = history().cursor();
    QPushButton* all = button(QStringLiteral("Repair all 6"));
    ASSERT_NE(all, nullptr);
    all->click();
    ASSERT_TRUE(waitFor([&] { return history().cursor() == steps + 1; }));
    for (const core::AnnotationId id : ids) {
        EXPECT_EQ(project().annotation(id)->mask.holeCount(), 0);
    }
    ASSERT_TRUE(settled());
    EXPECT_EQ(tree->topLevelItemCount(), 0);
    session().undo();
    for (const core::AnnotationId id : ids) {
        EXPECT_EQ(project().annotation(id)->mask.holeCount(), 1);
    }
}

TEST_F(ChecksDialogTest, WhatAPersonMustDecideIsNotMended) {
    openPictures(1);
    addMask(core::Mask::fromRect({10, 10, 40, 2}));
    open();
    QTreeWidgetItem* slivers = rule(QStringLiteral("Thin sliver"));
    ASSERT_NE(slivers, nullptr);
    tree->setCurrentItem(slivers->child(0));
    EXPECT_FALSE(button(QStringLiteral("Repair"))->isEnabled());
}

TEST_F(ChecksDialogTest, ADuplicateStaysIfTheOtherOneWentMeanwhile) {
    openPictures(1);
    const auto first = addMask(core::Mask::fromRect({10, 10, 40, 40}));
    const auto second = addMask(core::Mask::fromRect({10, 10, 40, 41}));
    open();
    QTreeWidgetItem* twice = rule(QStringLiteral("The same instance twice"));
    ASSERT_NE(twice, nullptr);
    tree->setCurrentItem(twice->child(0));
    const auto lesser = session().selection().ids().first();
    session().selection().select(lesser == first ? second : first);
    session().removeSelected();
    button(QStringLiteral("Repair"))->click();
    ASSERT_TRUE(settled());
    EXPECT_NE(project().annotation(lesser), nullptr) << "nothing else shows that object now";
    EXPECT_EQ(tree->topLevelItemCount(), 0) << "looked at again";
}

TEST_F(ChecksDialogTest, ARepairIsNotMadeIfTheProjectChangedBeforeTheAnswer) {
    openPictures(1);
    const auto id = addHoled(10, 10);
    open();
    tree->setCurrentItem(rule(QStringLiteral("Small holes")));
    ASSERT_TRUE(waitFor([this] { return session().openProject()->saveState() == core::SaveState::Saved; }));
    button(QStringLiteral("Repair"))->click();
    addMask(core::Mask::fromRect({100, 100, 30, 30}));
    ASSERT_TRUE(settled());
    EXPECT_EQ(project().annotation(id)->mask.holeCount(), 1);
    button(QStringLiteral("Repair"))->click();
    EXPECT_TRUE(waitFor([&] { return project().annotation(id)->mask.holeCount() == 0; }))
        << "the second time";
}

TEST_F(ChecksDialogTest, AnImageThatWasRemovedMeanwhileIsNotShown) {
    openPictures(2);
    addHoled(10, 10);
    open();
    QTreeWidgetItem* holes = rule(QStringLiteral("Small holes"));
    ASSERT_NE(holes, nullptr);
    const core::ImageInfo gone = project().images()[0];
    core::Edit edit;
    edit.changes.push_back(core::SetImage{gone, std::nullopt});
    session().commit(edit);
    const core::ImageId stays = session().image();
    tree->setCurrentItem(holes->child(0));
    EXPECT_EQ(session().image(), stays);
    button(QStringLiteral("Repair"))->click();
    ASSERT_TRUE(settled());
    EXPECT_EQ(tree->topLevelItemCount(), 0);
}

TEST_F(ChecksDialogTest, GoesWithTheProject) {
    openPictures(1);
    addHoled(10, 10);
    open();
    button(QStringLiteral("Check again"))->click();
    session().setProject(nullptr);
    EXPECT_TRUE(waitFor([this] { return window->findChild<gui::ChecksDialog*>() == nullptr; }));
}

} // namespace
} // namespace test
