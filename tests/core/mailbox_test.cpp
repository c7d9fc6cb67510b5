// SPDX-License-Identifier: Apache-2.0
#include "core/base/mailbox.h"

#include <QTest>

#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <vector>

namespace core {
namespace {

constexpr int kPatienceMs = 10'000;

TEST(Mailbox, lettersOfManyThreadsArriveAtHomeEachInItsOrder) {
    Mailbox box;
    const std::thread::id home = std::this_thread::get_id();
    std::vector<std::vector<int>> got(4);
    {
        std::vector<std::jthread> senders;
        for (std::size_t sender = 0; sender < got.size(); ++sender) {
            senders.emplace_back([&, sender] {
                for (int i = 0; i < 100; ++i) {
                    box.post([&, sender, i] {
                        EXPECT_EQ(std::this_thread::get_id(), home);
                        got[sender].push_back(i);
                    });
                }
            });
        }
    }
    const auto all = [&] {
        std::size_t count = 0;
        for (const auto& letters : got) {
            count += letters.size();
        }
        return count;
    };
    EXPECT_EQ(all(), 0U);
    ASSERT_TRUE(QTest::qWaitFor([&] { return all() == 400; }, kPatienceMs));
    for (const auto& letters : got) {
        for (int i = 0; i < 100; ++i) {
            EXPECT_EQ(letters[std::size_t(i)], i);
        }
    }
}

TEST(Mailbox, whatIsClearedDoesNotArrive) {
    Mailbox box;
    std::vector<int> got;
    box.post([&] { got.push_back(1); });
    box.post([&] { got.push_back(2); });
    box.clear();
    box.post([&] { got.push_back(3); });
    box.post([&] { got.push_back(4); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return got.size() >= 2; }, kPatienceMs));
    QTest::qWait(10);
    EXPECT_EQ(got, (std::vector<int>{3, 4}));
}

TEST(Mailbox, aLetterMayEndTheBox) {
    auto box = std::make_unique<Mailbox>();
    int got = 0;
    box->post([&] {
        ++got;
        box.reset();
    });
    box->post([&] { ++got; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return box == nullptr; }, kPatienceMs));
    QTest::qWait(10);
    EXPECT_EQ(got, 1);
}

} // namespace
} // namespace core
