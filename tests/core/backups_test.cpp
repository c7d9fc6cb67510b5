// SPDX-License-Identifier: Apache-2.0
#include "core/store/backups.h"

#include "core/project/history.h"
#include "core/store/open_project.h"
#include "core/store/project_store.h"
#include "core/store/sqlite.h"

#include "tests/support/core/full_disk.h"
#include "tests/support/core/temp_project.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace core {
namespace {

Status checkpoint(const TempProject& project, const QString& name) {
    auto store = ProjectStore::open(project.file(), ProjectStore::Mode::ReadOnly);
    return makeCheckpoint(*store, project.file(), name);
}

/// As a clock that was set back leaves it: made before, dated later.
void dateInTheFuture(const QString& path) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(
        file.setFileTime(QDateTime::currentDateTime().addYears(1), QFileDevice::FileModificationTime));
}

} // namespace

TEST(Backups, aCheckpointOutlivesTheRollingOnes) {
    TempProject project;
    project->addImages({QStringLiteral("first.png")});
    ASSERT_TRUE(project->flush());
    ASSERT_TRUE(checkpoint(project, QStringLiteral("before: the clean/up ")));
    for (int i = 0; i < 14; ++i) {
        project->addImages({QString::number(i)});
        project.reopen();
    }
    const QList<Backup> copies = copiesOf(project.file());
    ASSERT_EQ(copies.size(), kBackups + 1);
    EXPECT_EQ(std::count_if(copies.begin(), copies.end(), [](const Backup& b) { return b.checkpoint; }), 1);
    EXPECT_TRUE(copies.constLast().checkpoint) << "the oldest state";
    EXPECT_EQ(copies.constLast().name, QStringLiteral("before the clean up"));
    ASSERT_TRUE(renameCheckpoint(copies.constLast(), QStringLiteral("start")));
    EXPECT_EQ(copiesOf(project.file()).constLast().name, QStringLiteral("start"));
    const auto then = countProject(copiesOf(project.file()).constLast().file);
    const auto now = countProject(project.file());
    ASSERT_TRUE(then && now);
    EXPECT_EQ(then->images, 1);
    EXPECT_EQ(now->images, 15);
    EXPECT_EQ(now->revision - then->revision, 14);
}

TEST(Backups, aRestoredCopyIsANewProjectBesideTheOldOne) {
    TempProject project;
    project.addSquare();
    ASSERT_TRUE(project->flush());
    ASSERT_TRUE(checkpoint(project, {}));
    const ProjectState then = stateOf(*project);
    const QString picture = project->absolutePath(project->project().images().constFirst().id);
    project->addImages({QStringLiteral("later.png")});
    const auto first = restoreAsCopy(copiesOf(project.file()).constFirst().file, project.file());
    const auto second = restoreAsCopy(copiesOf(project.file()).constFirst().file, project.file());
    ASSERT_TRUE(first && second);
    EXPECT_NE(*first, *second);
    auto open = OpenProject::open(*first);
    ASSERT_TRUE(open) << open.error().message;
    EXPECT_EQ(stateOf(**open), then);
    EXPECT_EQ((*open)->absolutePath((*open)->project().images().constFirst().id), picture);
    EXPECT_TRUE((*open)->history().canUndo());
    EXPECT_EQ(project->project().images().size(), 2) << "the project itself is what it was";
}

TEST(Backups, aClockThatIsSetBackChangesNeitherOrderNorWhatIsKept) {
    TempProject project;
    for (int i = 0; i < kBackups; ++i) {
        project->addImages({QString::number(i)});
        project.reopen();
    }
    project.close();
    for (const QString& backup : backupsOf(project.file()))
        dateInTheFuture(backup);
    dateInTheFuture(project.file());
    {
        auto database = Database::open(project.file(), Database::Mode::ReadWrite);
        ASSERT_TRUE(database->execute("UPDATE edit SET time = time + 31536000000"));
    }
    project.reopen();
    project->addImages({QStringLiteral("after")});
    project.reopen();
    const QStringList backups = backupsOf(project.file());
    ASSERT_EQ(backups.size(), kBackups);
    auto newest = ProjectStore::open(backups.constFirst(), ProjectStore::Mode::ReadOnly);
    EXPECT_EQ(newest->contents()->images.size(), kBackups + 1) << "the newest is the newest";
    ASSERT_EQ(project->history().size(), kBackups + 1U);
    project->history().undo();
    EXPECT_TRUE(project->project().images().constLast().path.endsWith(QString::number(kBackups - 1)))
        << "order comes from numbers, not from times";
    EXPECT_TRUE(project->flush());
}

TEST(Backups, aFullDiskKeepsTheOldBackupsAndThePersonAtWork) {
    TempProject project;
    project->addImages({QStringLiteral("a.png")});
    project.reopen();
    project->addImages({QStringLiteral("b.png")});
    project.close();
    const QStringList before = backupsOf(project.file());
    {
        const test::FullDisk full(40 << 10);
        const auto open = OpenProject::open(project.file());
        ASSERT_TRUE(open) << open.error().message;
        EXPECT_EQ(backupsOf(project.file()), before);
        EXPECT_FALSE(checkpoint(project, {}));
    }
    const QDir folder(backupFolder(project.file()));
    EXPECT_TRUE(folder.entryList({QStringLiteral("*.partial")}).isEmpty());
    EXPECT_TRUE(QDir(folder.filePath(QStringLiteral("checkpoints"))).entryList(QDir::Files).isEmpty());
}

} // namespace core
