// SPDX-License-Identifier: Apache-2.0
#include "inference/base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace inference::test {

class ParallelTest : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Threads, ParallelTest, ::testing::Values(1, 2, 5));

TEST_P(ParallelTest, visitsEachItemOnce) {
    ThreadPool pool(GetParam());
    EXPECT_EQ(pool.size(), GetParam());
    for (const std::int64_t count : {0, 1, 2, 7, 64, 1001}) {
        for (const std::int64_t grain : {0, 1, 3, 5000}) {
            std::vector<std::atomic<int>> visits(static_cast<std::size_t>(count));
            pool.parallelFor(count, grain, [&](std::int64_t begin, std::int64_t end) {
                EXPECT_LT(begin, end);
                for (std::int64_t i = begin; i < end; ++i)
                    ++visits[static_cast<std::size_t>(i)];
            });
            for (const std::atomic<int>& v : visits)
                ASSERT_EQ(v.load(), 1) << count << " " << grain;
        }
    }
}

TEST_P(ParallelTest, rangesAreNotShorterThanTheGrain) {
    ThreadPool pool(GetParam());
    std::atomic<int> shorter = 0;
    pool.parallelFor(1000, 37,
                     [&](std::int64_t begin, std::int64_t end) { shorter += end - begin < 37 ? 1 : 0; });
    EXPECT_LE(shorter.load(), 1) << "only the last range may be short";
}

TEST_P(ParallelTest,
       writesAreSeenByTheCallerJobAfterJob) { // plain memory: the thread sanitizer looks at this
    ThreadPool pool(GetParam());
    std::vector<int> data(257, 0);
    for (int job = 1; job <= 3000; ++job) {
        pool.parallelFor(257, 16, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i)
                data[static_cast<std::size_t>(i)] += job;
        });
        if (job % 500 == 0) // long enough for the workers to fall asleep
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    for (const int value : data)
        ASSERT_EQ(value, 3000 * 3001 / 2);
}

TEST_P(ParallelTest, aPauseLeavesTheRestUndoneAndSaysWhereItBegins) {
    ThreadPool pool(GetParam());
    for (const std::int64_t chunk : {1, 3, 40}) {
        std::vector<std::atomic<int>> visits(100);
        std::atomic<int> ranges = 0;
        const auto body = [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i)
                ++visits[static_cast<std::size_t>(i)];
        };
        const std::int64_t done = pool.parallelUntil(100, chunk, body, [&] { return ++ranges >= 2; });
        EXPECT_GE(done, chunk);
        EXPECT_LE(done, (1 + GetParam()) * chunk) << "a range each after the pause was asked for";
        for (std::int64_t i = 0; i < 100; ++i)
            ASSERT_EQ(visits[static_cast<std::size_t>(i)].load(), i < done ? 1 : 0) << i;
        EXPECT_EQ(done + pool.parallelUntil(
                             100 - done, chunk,
                             [&](std::int64_t begin, std::int64_t end) { body(done + begin, done + end); },
                             [] { return false; }),
                  100);
        for (const std::atomic<int>& visit : visits)
            ASSERT_EQ(visit.load(), 1);
    }
}

TEST_P(ParallelTest, nestedCallsStayOnTheirThread) {
    ThreadPool pool(GetParam());
    std::atomic<int> strayed = 0;
    std::atomic<int> items = 0;
    pool.parallelFor(8, 1, [&](std::int64_t outerBegin, std::int64_t outerEnd) {
        for (std::int64_t i = outerBegin; i < outerEnd; ++i) {
            const std::thread::id self = std::this_thread::get_id();
            pool.parallelFor(100, 1, [&](std::int64_t begin, std::int64_t end) {
                strayed += std::this_thread::get_id() == self ? 0 : 1;
                items += static_cast<int>(end - begin);
            });
        }
    });
    EXPECT_EQ(strayed.load(), 0);
    EXPECT_EQ(items.load(), 800);
}

TEST(ThreadPool, usesAllItsThreads) {
    ThreadPool pool(3);
    std::mutex mutex;
    std::set<std::thread::id> seen;
    const auto everybody = [&] {
        const std::lock_guard lock(mutex);
        return seen.size() == 3;
    };
    pool.parallelFor(3, 1, [&](std::int64_t, std::int64_t) {
        {
            const std::lock_guard lock(mutex);
            seen.insert(std::this_thread::get_id());
        }
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!everybody() && std::chrono::steady_clock::now() < deadline)
            std::this_thread::yield();
    });
    EXPECT_EQ(seen.size(), 3U);
    EXPECT_TRUE(seen.contains(std::this_thread::get_id())) << "the caller works too";
}

TEST(ThreadPool, returnsOnlyWhenTheSlowestRangeIsDone) {
    ThreadPool pool(2);
    const std::thread::id caller = std::this_thread::get_id();
    std::atomic<bool> helperStarted = false;
    std::atomic<int> done = 0;
    pool.parallelFor(2, 1, [&](std::int64_t, std::int64_t) {
        if (std::this_thread::get_id() == caller) { // leave the other range to the helper
            const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
            while (!helperStarted.load() && std::chrono::steady_clock::now() < deadline)
                std::this_thread::yield();
        } else {
            helperStarted.store(true);
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        ++done;
    });
    EXPECT_EQ(done.load(), 2);
}

TEST(ThreadPool, zeroMeansOneForEachProcessor) {
    EXPECT_EQ(ThreadPool(0).size(), static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
}

} // namespace inference::test
