// SPDX-License-Identifier: Apache-2.0
// Checkpoints, backups, and what is offered when something happens to the project file.
#include "gui/commands/file_commands.h"
#include "gui/dialogs/backups_dialog.h"
#include "gui/dialogs/merge_dialog.h"
#include "gui/session/edits.h"
#include "gui/status/issue_strip.h"
#include "tests/gui/walk_stage.h"

#include "core/store/backups.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <algorithm>
#include <filesystem>

namespace {

using core::FileTrouble;

class SafetyTest : public test::Stage {
protected:
    void SetUp() override {
        Stage::SetUp();
        fresh();
    }
    QString notice() { return window->issues().text(); }
    QStringList choices() {
        QStringList texts;
        for (const QPushButton* button : window->issues().findChildren<QPushButton*>()) {
            if (button->isVisible()) {
                texts.append(button->text());
            }
        }
        return texts;
    }
    void choose(const QString& text) {
        for (QPushButton* button : window->issues().findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == text) {
                button->click();
                QApplication::processEvents();
                return;
            }
        }
        FAIL() << "no choice " << text.toStdString();
    }
    /// Another project with the same name comes in place of the open one, while a stroke is made.
    void replaceUnderneath() {
        const QString other = folder.filePath(QStringLiteral("other.maskwright"));
        {
            auto made = core::OpenProject::create(other);
            ASSERT_TRUE(made);
            (*made)->addImages({extraPicture});
        }
        std::filesystem::rename(other.toStdString(), file.toStdString());
        stroke();
        ASSERT_TRUE(waitFor([this] { return trouble() == FileTrouble::Replaced; }));
        QApplication::processEvents();
    }
    void stroke() {
        canvas().selectTool(gui::ToolId::Brush);
        select({holed});
        drag({150, 150}, {180, 170});
    }
    /// For people to look at.
    static void keepShot(QWidget& widget, const QString& name) {
        const QString to = qEnvironmentVariable("SCREENSHOT_DIR");
        if (!to.isEmpty()) {
            EXPECT_TRUE(widget.grab().save(QDir(to).filePath(name + QStringLiteral(".png"))));
        }
    }
    FileTrouble trouble() { return session().openProject()->trouble(); }
    qint64 area() { return project().annotation(holed)->mask.area(); }
    QStringList beside(const QString& pattern) {
        return QDir(QFileInfo(file).absolutePath()).entryList({pattern}, QDir::Files);
    }
};

TEST_F(SafetyTest, CtrlSMakesACheckpointThatCanBeOpenedAsANewProject) {
    key(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return notice().contains(QStringLiteral("Checkpoint made")); }));
    const qint64 then = area();
    stroke();
    ASSERT_GT(area(), then);
    onDialog([](QDialog& dialog) {
        auto* list = dialog.findChild<QTreeWidget*>();
        ASSERT_NE(list, nullptr);
        ASSERT_EQ(list->topLevelItemCount(), 2) << "the checkpoint, and the backup of the opening";
        ASSERT_TRUE(waitFor([&] {
            return list->topLevelItem(0)->text(2) == QStringLiteral("changes since: 1");
        })) << list->topLevelItem(0)->text(2).toStdString();
        EXPECT_EQ(list->topLevelItem(0)->text(1), QStringLiteral("Checkpoint"));
        keepShot(dialog, QStringLiteral("backups"));
        emit list->itemDoubleClicked(list->topLevelItem(0), 0);
    });
    action(gui::ActionId::Backups).trigger();
    ASSERT_TRUE(session().openProject()->file().contains(QStringLiteral("restored")));
    EXPECT_EQ(area(), then);
    EXPECT_TRUE(waitFor([this] { return !session().picture().image.isNull(); })) << "its images are found";
}

TEST_F(SafetyTest, AfterACrashItIsSaidToWhichActionTheProjectWasRestored) {
    stroke();
    ASSERT_TRUE(session().openProject()->flush());
    // A crash leaves the lock of a process that is gone.
    const QString lock = file + QStringLiteral(".lock");
    QFile held(lock);
    ASSERT_TRUE(held.open(QIODevice::ReadOnly));
    QByteArray content = held.readAll();
    held.close();
    session().setProject(nullptr);
    ASSERT_FALSE(QFile::exists(lock));
    QFile left(lock);
    ASSERT_TRUE(left.open(QIODevice::WriteOnly));
    left.write(content.replace(0, content.indexOf('\n'), "999999999"));
    left.close();
    reopen();
    const QString said = notice();
    EXPECT_TRUE(said.contains(QStringLiteral("Restored to "))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral(" on bottle 1 in img1.png"))) << said.toStdString();
    EXPECT_EQ(choices(), QStringList{QStringLiteral("Backups …")});
    reopen();
    EXPECT_EQ(notice(), QString()) << "once";
}

TEST_F(SafetyTest, AProjectThatAnotherProgramHasIsOpenedToLookAt) {
    session().setProject(nullptr);
    auto other = core::OpenProject::open(file);
    ASSERT_TRUE(other);
    window->files().openProject(file);
    ASSERT_NE(session().project(), nullptr);
    ASSERT_TRUE(session().openProject()->isReadOnly());
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    EXPECT_TRUE(notice().contains(QStringLiteral("Read only"))) << notice().toStdString();
    EXPECT_TRUE(window->windowTitle().contains(QStringLiteral("(read only)")));
    keepShot(*window, QStringLiteral("read-only"));
    ASSERT_FALSE(annotations().isEmpty()) << "what is saved is shown";
    const qint64 before = area();
    stroke();
    canvas().setFocus();
    select({holed});
    key(Qt::Key_Delete);
    key(Qt::Key_BracketRight, Qt::ShiftModifier);
    key(Qt::Key_1);
    EXPECT_EQ(area(), before) << "nothing changes";
    EXPECT_FALSE(history().canUndo());
    EXPECT_EQ(choices(), QStringList{QStringLiteral("Open again")}) << "the notice stays";
    // The one that works in it goes on as if nobody looked.
    core::Edit edit;
    const core::ImageInfo image = (*other)->project().images()[1];
    core::ImageInfo after = image;
    after.reviewed = !image.reviewed;
    edit.changes.emplace_back(core::SetImage{image, after});
    (*other)->history().commit(edit);
    ASSERT_TRUE((*other)->flush());
    choose(QStringLiteral("Open again"));
    EXPECT_TRUE(session().openProject()->isReadOnly()) << "still taken";
    EXPECT_EQ(project().images()[1].reviewed, after.reviewed) << "but fresh";
    other->reset();
    choose(QStringLiteral("Open again"));
    ASSERT_FALSE(session().openProject()->isReadOnly());
    EXPECT_EQ(choices(), QStringList());
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    stroke();
    EXPECT_GT(area(), before);
}

TEST_F(SafetyTest, TheirsCanBeTakenAndMineIsKept) {
    ASSERT_NO_FATAL_FAILURE(replaceUnderneath());
    const qint64 mine = area();
    session().report(QStringLiteral("Something else"));
    EXPECT_EQ(choices(), (QStringList{QStringLiteral("Take theirs"), QStringLiteral("Keep mine"),
                                      QStringLiteral("Merge …"), QStringLiteral("Save mine as …")}));
    keepShot(*window, QStringLiteral("changed-by-another-program"));
    choose(QStringLiteral("Take theirs"));
    ASSERT_NE(session().project(), nullptr);
    EXPECT_EQ(session().openProject()->file(), file);
    EXPECT_EQ(project().images().size(), 1);
    ASSERT_EQ(beside(QStringLiteral("*-mine-1.maskwright")).size(), 1);
    EXPECT_TRUE(notice().contains(QStringLiteral("-mine-1")));
    window->files().openProject(
        QFileInfo(file).absoluteDir().filePath(beside(QStringLiteral("*-mine-1.*"))[0]));
    EXPECT_EQ(project().images().size(), 2);
    EXPECT_EQ(area(), mine) << "the stroke that was never in the file, too";
    session().undo();
    EXPECT_LT(area(), mine);
}

TEST_F(SafetyTest, IfTheirsIsDamagedMineIsOpened) {
    ASSERT_TRUE(QFile::resize(file, 5000));
    stroke();
    const qint64 mine = area();
    ASSERT_TRUE(waitFor([this] { return trouble() == FileTrouble::Overwritten; }));
    QApplication::processEvents();
    choose(QStringLiteral("Take theirs"));
    ASSERT_NE(session().project(), nullptr);
    EXPECT_EQ(area(), mine);
    EXPECT_TRUE(notice().contains(QStringLiteral("cut off"))) << notice().toStdString();
    EXPECT_TRUE(notice().contains(QStringLiteral("-mine-1.maskwright"))) << notice().toStdString();
}

TEST_F(SafetyTest, MineCanBeKeptAndTheirsIsKeptBesideIt) {
    ASSERT_NO_FATAL_FAILURE(replaceUnderneath());
    const qint64 mine = area();
    choose(QStringLiteral("Keep mine"));
    ASSERT_NE(session().project(), nullptr);
    EXPECT_EQ(session().openProject()->file(), file);
    EXPECT_EQ(area(), mine);
    EXPECT_TRUE(session().openProject()->flush());
    session().undo();
    EXPECT_LT(area(), mine);
    window->files().openProject(
        QFileInfo(file).absoluteDir().filePath(beside(QStringLiteral("*-theirs-1.maskwright"))[0]));
    EXPECT_EQ(project().images().size(), 1);
}

TEST_F(SafetyTest, BothVersionsCanBeMergedAndWhatBothChangedIsAsked) {
    // Both begin with three instances: `holed`, `small` and one more.
    const auto third = addMask(core::Mask::fromRect({200, 150, 20, 20}), QStringLiteral("third"));
    reopen();
    ASSERT_TRUE(session().openProject()->flush());
    const core::ImageId image = session().image();
    const core::Annotation holedBefore = *project().annotation(holed);
    const core::Annotation smallBefore = *project().annotation(small);
    const QString copy = folder.filePath(QStringLiteral("pictures/copy.maskwright"));
    ASSERT_TRUE(session().openProject()->saveCopy(copy));
    const core::Mask theirNew = core::Mask::fromRect({5, 200, 9, 9});
    core::Mask theirHoled;
    {
        auto theirs = core::OpenProject::open(copy);
        ASSERT_TRUE(theirs);
        core::Project& project = (*theirs)->project();
        ASSERT_TRUE((*theirs)->loadImage(image));
        theirHoled = project.annotation(holed)->mask.united(core::Mask::fromRect({0, 0, 6, 6}));
        const auto commit = [&](core::Edit edit) { (*theirs)->history().commit(std::move(edit)); };
        commit(gui::edits::reshape(*project.annotation(holed), theirHoled, {}, QStringLiteral("t")));
        commit(gui::edits::reshape(*project.annotation(small), core::Mask::fromRect({40, 40, 7, 7}), {},
                                   QStringLiteral("t")));
        commit({{}, {}, {}, {core::SetLabel{*project.labelByName(QStringLiteral("third")), std::nullopt}}});
        core::Edit edit;
        edit.image = image;
        const core::LabelId label = gui::edits::labelFor(project, QStringLiteral("theirs"), edit);
        const core::Edit add = gui::edits::add(project, image, label, theirNew, {});
        edit.changes.insert(edit.changes.end(), add.changes.begin(), add.changes.end());
        commit(edit);
    }
    session().selection().set({third});
    key(Qt::Key_Delete);
    stroke(); // on `holed`, so that both changed it
    const core::Mask myHoled = project().annotation(holed)->mask;
    std::filesystem::rename(copy.toStdString(), file.toStdString());
    ASSERT_TRUE(waitFor([this] { return trouble() == FileTrouble::Replaced; }));
    QApplication::processEvents();
    static const auto kLabelStays = QStringLiteral("They removed the label “third”; it stays.");
    onDialog([](QDialog& dialog) {
        auto* list = dialog.findChild<QTreeWidget*>();
        ASSERT_NE(list, nullptr);
        ASSERT_EQ(list->topLevelItemCount(), 1) << "only one was changed by both";
        EXPECT_EQ(list->topLevelItem(0)->text(0), QStringLiteral("img1.png"));
        EXPECT_TRUE(dialog.findChild<QLabel*>()->text().contains(kLabelStays));
        keepShot(dialog, QStringLiteral("merge-versions"));
        list->topLevelItem(0)->setCheckState(2, Qt::Checked);
        dialog.accept();
    });
    choose(QStringLiteral("Merge …"));
    ASSERT_TRUE(waitFor([this] { return notice().contains(QStringLiteral("Merged")); }))
        << notice().toStdString();
    EXPECT_TRUE(notice().contains(kLabelStays)) << notice().toStdString();
    EXPECT_EQ(project().annotation(holed)->mask, theirHoled) << "as ticked";
    EXPECT_EQ(project().annotation(small)->mask, core::Mask::fromRect({40, 40, 7, 7})) << "theirs alone";
    EXPECT_EQ(project().annotation(third), nullptr) << "mine alone: removed";
    ASSERT_NE(project().labelByName(QStringLiteral("theirs")), nullptr);
    const auto all = annotations();
    const auto made =
        std::find_if(all.begin(), all.end(), [&](const auto* a) { return a->mask == theirNew; });
    ASSERT_NE(made, all.end());
    EXPECT_EQ((*made)->fields.label, project().labelByName(QStringLiteral("theirs"))->id);
    reopen();
    EXPECT_EQ(project().annotation(small)->mask, core::Mask::fromRect({40, 40, 7, 7})) << "saved";
    session().undo();
    EXPECT_EQ(project().annotation(holed)->mask, myHoled) << "one step";
    EXPECT_EQ(project().annotation(small)->mask, smallBefore.mask);
    EXPECT_EQ(beside(QStringLiteral("*-theirs-1.maskwright")).size(), 1);
    EXPECT_NE(holedBefore.mask, myHoled);
}

TEST_F(SafetyTest, AnotherProjectOfTheSameNameIsNotMerged) {
    ASSERT_NO_FATAL_FAILURE(replaceUnderneath());
    const qint64 mine = area();
    choose(QStringLiteral("Merge …"));
    ASSERT_TRUE(waitFor([this] { return notice().contains(QStringLiteral("another project")); }));
    EXPECT_EQ(area(), mine);
    EXPECT_EQ(beside(QStringLiteral("*-theirs-1.maskwright")).size(), 1) << "and nothing is lost";
}

TEST_F(SafetyTest, MineCanBeSavedSomewhereElse) {
    ASSERT_NO_FATAL_FAILURE(replaceUnderneath());
    const qint64 mine = area();
    const QString to = folder.filePath(QStringLiteral("rescued.maskwright"));
    onDialogChoose(to);
    choose(QStringLiteral("Save mine as …"));
    ASSERT_NE(session().project(), nullptr);
    EXPECT_EQ(session().openProject()->file(), QFileInfo(to).canonicalFilePath());
    EXPECT_EQ(area(), mine);
    EXPECT_TRUE(waitFor([this] { return !session().picture().image.isNull(); })) << "its images are found";
    auto theirs = core::OpenProject::open(file);
    ASSERT_TRUE(theirs);
    EXPECT_EQ((*theirs)->project().images().size(), 1) << "theirs is what it was";
}

TEST_F(SafetyTest, AProjectThatWasDeletedIsWrittenAgain) {
    QFile::remove(file);
    ASSERT_TRUE(waitFor([this] { return trouble() == FileTrouble::Gone; })) << "without any edit";
    stroke();
    const qint64 mine = area();
    EXPECT_TRUE(notice().contains(QStringLiteral("moved or deleted"))) << notice().toStdString();
    EXPECT_EQ(choices(), (QStringList{QStringLiteral("Write it there again"), QStringLiteral("Save as …")}));
    choose(QStringLiteral("Write it there again"));
    ASSERT_NE(session().project(), nullptr);
    EXPECT_EQ(session().openProject()->file(), file);
    EXPECT_EQ(area(), mine);
    EXPECT_TRUE(beside(QStringLiteral("*-theirs-*")).isEmpty());
}

TEST_F(SafetyTest, LeavingInTroubleKeepsMineAsAProjectOfItsOwn) {
    ASSERT_NO_FATAL_FAILURE(replaceUnderneath());
    const qint64 mine = area();
    QString asked;
    QTimer::singleShot(100, qApp, [&asked] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        ASSERT_NE(box, nullptr);
        asked = box->text();
        box->button(QMessageBox::Yes)->click();
    });
    EXPECT_TRUE(window->close());
    EXPECT_TRUE(asked.contains(QStringLiteral("-mine-1.maskwright"))) << asked.toStdString();
    session().setProject(nullptr);
    window->files().openProject(
        QFileInfo(file).absoluteDir().filePath(beside(QStringLiteral("*-mine-1.*"))[0]));
    ASSERT_NE(session().project(), nullptr);
    EXPECT_EQ(area(), mine);
}

TEST_F(SafetyTest, AFolderThatComesBackNeedsNoDecision) {
    const QString pictures = QFileInfo(file).absolutePath();
    ASSERT_TRUE(QDir().rename(pictures, pictures + QStringLiteral("-away")));
    stroke();
    const qint64 mine = area();
    ASSERT_TRUE(waitFor([this] { return trouble() == FileTrouble::Gone; }));
    EXPECT_FALSE(choices().isEmpty());
    choose(QStringLiteral("Write it there again"));
    EXPECT_EQ(choices().size(), 2) << "it can't be written, so it is asked again";
    EXPECT_EQ(area(), mine);
    ASSERT_TRUE(QDir().rename(pictures + QStringLiteral("-away"), pictures));
    ASSERT_TRUE(waitFor([this] { return session().openProject()->saveState() == core::SaveState::Saved; }));
    EXPECT_TRUE(notice().contains(QStringLiteral("is back"))) << notice().toStdString();
    reopen();
    EXPECT_EQ(area(), mine);
}

TEST_F(SafetyTest, ASecondWindowIsToldWhoHasTheProject) {
    const auto second = core::OpenProject::open(file);
    ASSERT_FALSE(second);
    const std::string& said = second.error().message;
    EXPECT_NE(said.find(std::to_string(QCoreApplication::applicationPid())), std::string::npos) << said;
    EXPECT_NE(said.find(QSysInfo::machineHostName().toStdString()), std::string::npos) << said;
}

TEST(BackupsDialogTest, AgesAndDifferencesAreWords) {
    using gui::BackupsDialog;
    const QDateTime now(QDate(2026, 5, 4), QTime(12, 0));
    EXPECT_EQ(BackupsDialog::age(now.addSecs(3600), now), QStringLiteral("just now")) << "clock set back";
    EXPECT_EQ(BackupsDialog::age(now.addSecs(-3600 * 5), now), QStringLiteral("5 h ago"));
    EXPECT_EQ(BackupsDialog::age(now.addDays(-9), now), QStringLiteral("9 days ago"));
    EXPECT_EQ(BackupsDialog::difference({5, 1, 2, 3}, {5, 1, 2, 3}), QStringLiteral("the same as now"));
    EXPECT_EQ(BackupsDialog::difference({5, 4, 20, 3}, {17, 6, 8, 3}),
              QStringLiteral("changes since: 12, instances: +12, images: −2"));
}

TEST(MergeDialogTest, ALongListOfWhatWasNotMergedIsCut) {
    core::MergePlan plan;
    for (int i = 0; i < 25; ++i) {
        plan.notMerged.append({core::NotMerged::What::RemovedLabel, QStringLiteral("label %1").arg(i)});
    }
    const QStringList said = gui::MergeDialog::notMerged(plan);
    ASSERT_EQ(said.size(), 11);
    EXPECT_TRUE(said[9].contains(QStringLiteral("label 9")));
    EXPECT_TRUE(said[10].contains(QStringLiteral("15")));
    plan.notMerged.resize(10);
    EXPECT_EQ(gui::MergeDialog::notMerged(plan).size(), 10);
}

} // namespace
