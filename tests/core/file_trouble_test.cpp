// SPDX-License-Identifier: Apache-2.0
// What happens to the project file behind the back of the program that has it open: nothing of either side is
// lost.
#include "core/project/history.h"
#include "core/store/open_project.h"
#include "core/store/sqlite.h"

#include "tests/support/core/full_disk.h"
#include "tests/support/core/temp_project.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <filesystem>

#include <gtest/gtest.h>

namespace core {
namespace {

class FileTroubleTest : public testing::Test {
protected:
    FileTroubleTest() {
        m_square = m_project.addSquare();
        m_project.reopen();
        stroke(1);
        EXPECT_TRUE(m_project->flush());
    }

    ImageId image() { return m_project->project().images().constFirst().id; }
    /// One more row of the square.
    void stroke(int row) {
        EXPECT_TRUE(m_project->loadImage(image()));
        m_project->history().commit(
            {{},
             image(),
             QStringLiteral("Stroke"),
             {PaintMask{m_square, MaskDelta(Mask::fromRect({5, 20 + row, 10, 1})), {}}}});
    }
    QString other(const char* name) { return m_project.folder() + QLatin1Char('/') + QLatin1String(name); }
    /// Another project's file, as another program would bring it.
    QString theirs() {
        const QString file = other("theirs.maskwright");
        auto made = OpenProject::create(file);
        EXPECT_TRUE(made);
        (*made)->addImages({other("theirs.png")});
        return file;
    }
    QByteArray content(const QString& file) {
        QFile f(file);
        EXPECT_TRUE(f.open(QIODevice::ReadOnly)) << file.toStdString();
        return f.readAll();
    }
    void expectTrouble(FileTrouble trouble) {
        stroke(2);
        const Status failed = m_project->flush();
        EXPECT_FALSE(failed);
        EXPECT_EQ(m_project->trouble(), trouble) << failed.error().message;
        EXPECT_EQ(m_project->saveState(), SaveState::Failed);
    }
    /// The copy holds the present state and every step of the history.
    void expectCopyHoldsAll() {
        m_project->history().undo();
        stroke(3);
        stroke(4);
        m_project->history().undo();
        const ProjectState state = stateOf(*m_project);
        const std::size_t cursor = m_project->history().cursor();
        const std::size_t size = m_project->history().size();
        const QString copy = other("copy.maskwright");
        const Result<QString> saved = m_project->saveCopy(copy);
        ASSERT_TRUE(saved) << saved.error().message;
        EXPECT_EQ(saved->toStdString(), "");
        auto open = OpenProject::open(copy);
        ASSERT_TRUE(open) << open.error().message;
        EXPECT_EQ(stateOf(**open), state);
        EXPECT_EQ((*open)->history().cursor(), cursor);
        EXPECT_EQ((*open)->history().size(), size);
        while ((*open)->history().canUndo())
            (*open)->history().undo();
        EXPECT_EQ(stateOf(**open), ProjectState());
    }

    TempProject m_project;
    AnnotationId m_square;
};

} // namespace

TEST_F(FileTroubleTest, aMovedFileIsNoticedWithoutAnyEditAndForgivenWhenItIsBack) {
    QSignalSpy states(&*m_project, &OpenProject::saveStateChanged);
    ASSERT_TRUE(QFile::rename(m_project.file(), other("away")));
    QTRY_COMPARE_WITH_TIMEOUT(m_project->trouble(), FileTrouble::Gone, 20000);
    EXPECT_EQ(m_project->saveState(), SaveState::Failed);
    EXPECT_TRUE(states.constLast().at(1).toString().contains(QStringLiteral("moved or deleted")));
    stroke(2);
    ASSERT_TRUE(QFile::rename(other("away"), m_project.file()));
    QTRY_COMPARE_WITH_TIMEOUT(m_project->saveState(), SaveState::Saved, 20000);
    EXPECT_EQ(m_project->trouble(), FileTrouble::None);
    const ProjectState state = stateOf(*m_project);
    m_project.reopen();
    EXPECT_EQ(stateOf(*m_project), state);
}

TEST_F(FileTroubleTest, aFlushWithNothingToWriteStillSaysThatTheFileIsGone) {
    ASSERT_TRUE(m_project->flush());
    ASSERT_TRUE(QFile::remove(m_project.file()));
    const Status flushed = m_project->flush();
    ASSERT_FALSE(flushed) << "closing now would lose everything without a word";
    EXPECT_EQ(m_project->trouble(), FileTrouble::Gone);
    expectCopyHoldsAll();
}

TEST_F(FileTroubleTest, aDeletedFileCanBeWrittenAgain) {
    ASSERT_TRUE(QFile::remove(m_project.file()));
    expectTrouble(FileTrouble::Gone);
    expectCopyHoldsAll();
}

TEST_F(FileTroubleTest, aFolderThatVanishesLeavesTheWorkInMemory) {
    const QString away = m_project.folder() + QStringLiteral("-away");
    ASSERT_TRUE(QDir().rename(m_project.folder(), away));
    expectTrouble(FileTrouble::Gone);
    EXPECT_TRUE(m_project->isKeptAside()) << "a crash now would lose nothing either";
    const ProjectState state = stateOf(*m_project);
    ASSERT_TRUE(QDir().rename(away, m_project.folder()));
    ASSERT_TRUE(m_project->flush());
    m_project.reopen();
    EXPECT_EQ(stateOf(*m_project), state);
}

TEST_F(FileTroubleTest, anotherFileInItsPlaceIsNeitherUsedNorTouched) {
    const QString theirs = this->theirs();
    const QByteArray before = content(theirs);
    std::filesystem::rename(theirs.toStdString(), m_project.file().toStdString());
    expectTrouble(FileTrouble::Replaced);
    expectCopyHoldsAll();
    m_project->abandon();
    m_project.close();
    EXPECT_EQ(content(m_project.file()), before);
    m_project.reopen();
    EXPECT_EQ(m_project->project().images().size(), 1);
    EXPECT_EQ(m_project->project().images().constFirst().path, QStringLiteral("theirs.png"));
}

TEST_F(FileTroubleTest, otherContentInTheSameFileIsNeitherUsedNorTouched) {
    const QByteArray their = content(theirs());
    QFile file(m_project.file());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(their);
    file.close();
    expectTrouble(FileTrouble::Overwritten);
    expectCopyHoldsAll();
    m_project->abandon();
    m_project.close();
    EXPECT_EQ(content(m_project.file()), their);
    m_project.reopen();
    EXPECT_EQ(m_project->project().images().constFirst().path, QStringLiteral("theirs.png"));
}

TEST_F(FileTroubleTest, aTruncatedFileLosesNothingThatIsHeld) {
    ASSERT_TRUE(QFile::resize(m_project.file(), 5000));
    expectTrouble(FileTrouble::Overwritten);
    expectCopyHoldsAll();
}

TEST_F(FileTroubleTest, anotherProgramThatWritesToTheDatabaseIsNoticed) {
    auto other = Database::open(m_project.file(), Database::Mode::ReadWrite);
    ASSERT_TRUE(other->execute("UPDATE image SET path = 'changed.png'"));
    expectTrouble(FileTrouble::Edited);
    expectCopyHoldsAll();
    m_project->abandon();
    m_project.close();
    m_project.reopen();
    EXPECT_EQ(m_project->project().images().constFirst().path, QStringLiteral("changed.png"));
    EXPECT_EQ(m_project->history().size(), 3U) << "what was written before their change is still there";
}

TEST_F(FileTroubleTest, aCopyInAnotherFolderFindsItsImages) {
    const QString folder = m_project.folder() + QStringLiteral("/below/deep");
    ASSERT_TRUE(QDir().mkpath(folder));
    const QString before = m_project->absolutePath(image());
    ASSERT_TRUE(m_project->saveCopy(folder + QStringLiteral("/copy.maskwright")));
    auto open = OpenProject::open(folder + QStringLiteral("/copy.maskwright"));
    ASSERT_TRUE(open) << open.error().message;
    EXPECT_EQ((*open)->absolutePath((*open)->project().images().constFirst().id), before);
}

TEST_F(FileTroubleTest, aCopyThatCannotBeWrittenSaysSoAndLeavesNothing) {
    const QString nowhere = m_project.folder() + QStringLiteral("/none/copy.maskwright");
    EXPECT_FALSE(m_project->saveCopy(nowhere));
    const test::FullDisk full(4096);
    EXPECT_FALSE(m_project->saveCopy(other("copy.maskwright")));
    EXPECT_TRUE(QDir(m_project.folder()).entryList({QStringLiteral("copy*")}).isEmpty());
}

TEST_F(FileTroubleTest, whatCouldNotBeWrittenIsPutBackByTheNextOpening) {
    const QString away = other("away");
    ASSERT_TRUE(QFile::rename(m_project.file(), away));
    stroke(2);
    stroke(3);
    EXPECT_FALSE(m_project->flush());
    ASSERT_TRUE(m_project->isKeptAside());
    const ProjectState state = stateOf(*m_project);
    m_project.close();
    ASSERT_TRUE(QFile::rename(away, m_project.file()));
    m_project.reopen();
    EXPECT_EQ(stateOf(*m_project), state);
    EXPECT_EQ(m_project->history().size(), 5U);
    EXPECT_TRUE(m_project->recovery().has_value()) << "it is said";
    m_project.reopen();
    EXPECT_EQ(m_project->history().size(), 5U) << "once";
    EXPECT_FALSE(m_project->recovery().has_value());
}

TEST_F(FileTroubleTest, whatWasKeptFollowsAProjectThatWasMoved) {
    const QString moved = other("moved.maskwright");
    const QString log = m_project.file() + QStringLiteral("-wal");
    QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(log).size(), 0, 20000); // after a while the file alone is the project
    ASSERT_TRUE(QFile::rename(m_project.file(), moved));
    stroke(2);
    EXPECT_FALSE(m_project->flush());
    const ProjectState state = stateOf(*m_project);
    m_project.close();
    auto open = OpenProject::open(moved);
    ASSERT_TRUE(open) << open.error().message;
    EXPECT_EQ(stateOf(**open), state);
}

TEST_F(FileTroubleTest, whatWasKeptIsNotMixedIntoAnotherState) {
    const QString away = other("away");
    ASSERT_TRUE(QFile::copy(m_project.file(), other("copy.maskwright")));
    ASSERT_TRUE(QFile::rename(m_project.file(), away));
    stroke(2);
    EXPECT_FALSE(m_project->flush());
    m_project.close();
    // The person worked on in a state of the file that knows nothing of the stroke.
    ASSERT_TRUE(QFile::rename(away, m_project.file()));
    auto database = Database::open(m_project.file(), Database::Mode::ReadWrite);
    ASSERT_TRUE(database->execute("UPDATE meta SET value = value + 7 WHERE key = 'revision'"));
    m_project.reopen();
    EXPECT_EQ(m_project->history().size(), 3U);
    EXPECT_FALSE(m_project->recovery().has_value());
}

} // namespace core
