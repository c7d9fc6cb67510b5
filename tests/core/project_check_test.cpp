// SPDX-License-Identifier: Apache-2.0
#include "core/store/project_check.h"

#include "core/project/history.h"
#include "core/store/sqlite.h"

#include "tests/support/core/temp_project.h"

#include <QFile>

#include <gtest/gtest.h>

namespace core {
namespace {

QStringList check(const TempProject& project) {
    const Result<QStringList> findings = checkProjectFile(project.file());
    EXPECT_TRUE(findings) << findings.error().message;
    return findings.value_or(QStringList());
}

void makeFile(const QString& path) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
}

} // namespace

TEST(ProjectCheck, aSoundProjectHasNoFindingsOpenOrClosed) {
    TempProject project;
    makeFile(project.folder() + QStringLiteral("/a.png"));
    project.addSquare();
    ASSERT_TRUE(project->flush());
    EXPECT_EQ(check(project), QStringList());
    project.close();
    EXPECT_EQ(check(project), QStringList());
}

TEST(ProjectCheck, findsMissingFilesUnknownLabelsPixelsOutsideAndOrphans) {
    TempProject project;
    const AnnotationId square = project.addSquare();
    const ImageId image = project->project().annotation(square)->image;
    project->noteImageFacts(image, QSize(12, 12), {});
    project->history().commit({{}, image, {}, {SetFields{square, {}, {{777}}}}});
    project.close();
    {
        Result<Database> database = Database::open(project.file(), Database::Mode::ReadWrite);
        ASSERT_TRUE(database->execute("PRAGMA foreign_keys=OFF"));
        ASSERT_TRUE(database->execute(
            "INSERT INTO annotation SELECT 9999, 4444, label, state, z, locked, hidden, crowd, cluster, "
            "attributes, origin, score, source, model, created, changed, worked, actions, area, x, y, width, "
            "height, parts, holes, by_hand, mask, touched FROM annotation"));
    }
    const QStringList findings = check(project);
    ASSERT_EQ(findings.size(), 4) << findings.join(QLatin1Char('\n')).toStdString();
    EXPECT_TRUE(findings[0].contains(QStringLiteral("images that the project does not have")));
    EXPECT_TRUE(findings[1].contains(QStringLiteral("a.png")) &&
                findings[1].contains(QStringLiteral("missing")));
    EXPECT_TRUE(findings[2].contains(QStringLiteral("label")) && findings[2].contains(QStringLiteral("777")));
    EXPECT_TRUE(findings[3].contains(QStringLiteral("outside the image")));
}

TEST(ProjectCheck, findsFactsThatTheMaskDoesNotBearOut) {
    TempProject project;
    makeFile(project.folder() + QStringLiteral("/a.png"));
    const AnnotationId square = project.addSquare();
    project.close();
    for (const char* column : {"area", "x", "y", "width", "height", "parts", "holes", "by_hand"}) {
        Result<Database> database = Database::open(project.file(), Database::Mode::ReadWrite);
        const QByteArray name(column);
        ASSERT_TRUE(
            database->execute(("UPDATE annotation SET " + name + " = " + name + " + 77").constData()));
        const QStringList findings = check(project);
        ASSERT_EQ(findings.size(), 1) << column << findings.join(QLatin1Char('\n')).toStdString();
        const QString who = QStringLiteral("Annotation %1 of “a.png” has a wrong stored ").arg(square.value);
        EXPECT_TRUE(findings[0].startsWith(who)) << findings[0].toStdString();
        ASSERT_TRUE(
            database->execute(("UPDATE annotation SET " + name + " = " + name + " - 77").constData()));
    }
    EXPECT_EQ(check(project), QStringList());
}

TEST(ProjectCheck, findsMasksThatDoNotDecodeAndDamagedFiles) {
    TempProject project;
    makeFile(project.folder() + QStringLiteral("/a.png"));
    project.addSquare();
    project.close();
    ASSERT_TRUE(Database::open(project.file(), Database::Mode::ReadWrite)
                    ->execute("UPDATE annotation SET mask = x'0102'"));
    QStringList findings = check(project);
    ASSERT_EQ(findings.size(), 1);
    EXPECT_TRUE(findings[0].contains(QStringLiteral("cannot be read")));
    ASSERT_TRUE(QFile::resize(project.file(), 9000));
    findings = check(project);
    ASSERT_EQ(findings.size(), 1);
    EXPECT_TRUE(findings[0].contains(QStringLiteral("damaged"))) << findings[0].toStdString();
    const Result<QStringList> missing = checkProjectFile(QStringLiteral("no such file"));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
}

} // namespace core
