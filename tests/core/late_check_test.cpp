// SPDX-License-Identifier: Apache-2.0
#include "core/store/late_check.h"

#include "core/project/history.h"
#include "core/store/backups.h"
#include "core/store/project_store.h"

#include "tests/support/core/temp_project.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <gtest/gtest.h>

namespace core {
namespace {

/// What the check says of a project that is open, and empty if it is content after a backup appeared.
QString verdict(const QString& file, qsizetype backups) {
    LateCheck check;
    QString message;
    QObject::connect(&check, &LateCheck::failed, &check, [&](const QString& text) { message = text; });
    check.start(file);
    QElapsedTimer timer;
    timer.start();
    while (message.isEmpty() && backupsOf(file).size() <= backups && timer.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    return message;
}

} // namespace

TEST(LateCheck, backsUpASoundProjectWhileItIsOpen) {
    TempProject project;
    project.addSquare();
    ASSERT_TRUE(project->flush());
    const qsizetype before = backupsOf(project.file()).size();
    EXPECT_EQ(verdict(project.file(), before), QString());
    ASSERT_EQ(backupsOf(project.file()).size(), before + 1);
    EXPECT_TRUE(ProjectStore::check(backupsOf(project.file()).constFirst()));
    project->history().commit({{}, {}, {}, {SetLabel{{}, Label{{900}, QStringLiteral("later"), {}, {}, 0}}}});
    EXPECT_TRUE(project->flush()) << "reading did not get in the way of writing";
}

TEST(LateCheck, aDamagedProjectIsNamedWithItsGoodBackupAndGetsNoCopy) {
    TempProject project;
    for (int i = 0; i < 40; ++i)
        project.addSquare();
    project.reopen(); // makes the good backup
    project->history().undo();
    project.close();
    QFile file(project.file());
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    for (qint64 page = 2; page < file.size() / 8192; ++page) {
        file.seek(page * 8192);
        file.write(QByteArray(200, '\x7f'));
    }
    file.close();
    const qsizetype before = backupsOf(project.file()).size();
    ASSERT_GT(before, 0);
    EXPECT_TRUE(ProjectStore::check(project.file(), ProjectStore::Depth::Identity))
        << "looks like one of ours";
    const QString message = verdict(project.file(), before);
    EXPECT_TRUE(message.contains(QStringLiteral("damaged"))) << message.toStdString();
    EXPECT_TRUE(message.contains(QStringLiteral("newest good backup"))) << message.toStdString();
    EXPECT_EQ(backupsOf(project.file()).size(), before);
}

} // namespace core
