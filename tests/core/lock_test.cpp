// SPDX-License-Identifier: Apache-2.0
// One project, one program: who is second is told who is first, and what a dead program left holds nobody up.
#include "core/project/history.h"
#include "core/store/open_project.h"

#include "tests/support/core/temp_project.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <atomic>
#include <barrier>
#include <thread>

#include <gtest/gtest.h>

namespace core {
namespace {

class LockTest : public testing::Test {
protected:
    QString lockFile() const { return m_project.file() + QStringLiteral(".lock"); }
    QByteArrayList lines() {
        QFile file(lockFile());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll().split('\n');
    }
    void leave(const QByteArrayList& lines) {
        QFile file(lockFile());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(lines.join('\n'));
    }

    TempProject m_project;
};

} // namespace

TEST_F(LockTest, closingTakesTheLockAway) {
    EXPECT_TRUE(QFile::exists(lockFile()));
    m_project.close();
    EXPECT_FALSE(QFile::exists(lockFile()));
}

TEST_F(LockTest, whatADeadProgramLeftIsTakenOver) {
    for (int i = 0; i < 20; ++i) {
        QByteArrayList held = lines();
        held[0] = "999999999";
        m_project.close();
        leave(held);
        m_project.reopen();
        ASSERT_FALSE(HasFatalFailure());
    }
}

TEST_F(LockTest, aNumberThatAnotherProgramGotSinceHoldsNobodyUp) {
    QByteArrayList held = lines();
    held[0] = "1";
    m_project.close();
    leave(held);
    m_project.reopen();
}

TEST_F(LockTest, anotherComputerIsNamedWithTheWayOut) {
    QByteArrayList held = lines();
    m_project.close();
    leave({"4711", "maskwright", "attic", "0123456789abcdef0123456789abcdef", ""});
    const auto refused = OpenProject::open(m_project.file());
    ASSERT_FALSE(refused);
    const std::string& said = refused.error().message;
    EXPECT_NE(said.find("attic"), std::string::npos) << said;
    EXPECT_NE(said.find("4711"), std::string::npos) << said;
    EXPECT_NE(said.find(lockFile().toStdString()), std::string::npos) << said;
    ASSERT_TRUE(QFile::remove(lockFile()));
    m_project.reopen();
}

TEST_F(LockTest, ofManyAtOnceExactlyOneGetsIt) {
    m_project.close();
    constexpr int kThreads = 4;
    for (int round = 0; round < 25; ++round) {
        std::atomic<int> winners = 0;
        std::barrier start(kThreads);
        std::barrier end(kThreads);
        std::vector<std::jthread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back([&] {
                start.arrive_and_wait();
                const auto open = OpenProject::open(m_project.file());
                winners += open ? 1 : 0;
                end.arrive_and_wait();
            });
        threads.clear();
        ASSERT_EQ(winners, 1) << "round " << round;
    }
}

} // namespace core
