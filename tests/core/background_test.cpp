// SPDX-License-Identifier: Apache-2.0
#include "core/base/background.h"

#include <QTest>

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

namespace core {
namespace {

constexpr int kPatienceMs = 10'000;

TEST(Background, answersInOrderOnTheAskingThread) {
    Background background;
    const std::thread::id home = std::this_thread::get_id();
    std::vector<int> answers;
    for (int i = 0; i < 20; ++i) {
        background.run([home, i] { return home == std::this_thread::get_id() ? -1 : i; },
                       [&, home](int answer) {
                           EXPECT_EQ(std::this_thread::get_id(), home);
                           answers.push_back(answer);
                       });
    }
    EXPECT_TRUE(answers.empty());
    ASSERT_TRUE(QTest::qWaitFor([&] { return answers.size() == 20; }, kPatienceMs));
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(answers[std::size_t(i)], i);
    }
}

TEST(Background, cancelDropsWhatWaitsAndTheAnswerOfWhatRuns) {
    Background background;
    std::latch begun(1), mayEnd(1);
    std::atomic<int> worked = 0;
    std::vector<int> answers;
    const auto answer = [&](int number) { answers.push_back(number); };
    background.run(
        [&] {
            begun.count_down();
            mayEnd.wait();
            return ++worked;
        },
        answer);
    background.run([&] { return ++worked; }, answer);
    begun.wait();
    background.cancel();
    mayEnd.count_down();
    background.run([] { return 100; }, answer);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !answers.empty(); }, kPatienceMs));
    EXPECT_EQ(answers, std::vector<int>{100});
    EXPECT_EQ(worked, 1);
}

TEST(Background, cancelDropsAnswersOnTheirWay) {
    Background background;
    std::latch done(1);
    std::vector<int> answers;
    background.run([] { return 1; }, [&](int number) { answers.push_back(number); });
    // The one thread takes this up only after it has posted the answer to the first.
    background.run(
        [&] {
            done.count_down();
            return 2;
        },
        [&](int number) { answers.push_back(number); });
    done.wait();
    background.cancel();
    background.run([] { return 3; }, [&](int number) { answers.push_back(number); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return !answers.empty(); }, kPatienceMs));
    EXPECT_EQ(answers, std::vector<int>{3});
}

TEST(Background, destroyingWaitsForWhatRunsAndDropsTheRest) {
    std::latch begun(1);
    std::atomic<int> worked = 0;
    int answers = 0;
    {
        Background background;
        background.run(
            [&] {
                begun.count_down();
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
                return ++worked;
            },
            [&](int) { ++answers; });
        background.run([&] { return ++worked; }, [&](int) { ++answers; });
        begun.wait();
    }
    EXPECT_EQ(worked, 1);
    QTest::qWait(20);
    EXPECT_EQ(answers, 0);
}

TEST(Background, severalThreadsWorkAtOnce) {
    Background background(2);
    std::latch both(2);
    int answers = 0;
    for (int i = 0; i < 2; ++i) {
        background.run(
            [&] {
                both.arrive_and_wait();
                return 0;
            },
            [&](int) { ++answers; });
    }
    EXPECT_TRUE(QTest::qWaitFor([&] { return answers == 2; }, kPatienceMs));
}

TEST(Background, anExceptionCostsItsOwnAnswerOnly) {
    Background background;
    std::vector<int> answers;
    const auto answer = [&](int number) { answers.push_back(number); };
    background.run([]() -> int { throw std::runtime_error("out of luck"); }, answer);
    background.run([] { return 2; }, answer);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !answers.empty(); }, kPatienceMs));
    EXPECT_EQ(answers, std::vector<int>{2});
}

} // namespace
} // namespace core
