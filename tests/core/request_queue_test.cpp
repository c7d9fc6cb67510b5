// SPDX-License-Identifier: Apache-2.0
#include "core/engine/request_queue.h"

#include "../support/core/scripted_engine.h"

#include <gtest/gtest.h>

#include <thread>

namespace core {
namespace {

using Outcome = RequestQueue::Outcome;
using Pushed = RequestQueue::Pushed;

Request prepare(qint64 id, Priority priority, quint64 generation, const QByteArray& hash = "h") {
    return {{RequestKind::Prepare, id}, generation, priority, PrepareBody{scriptedImage(id, hash)}};
}

Request concept_(qint64 id, quint64 generation) {
    return {{RequestKind::Concept, id}, generation, Priority::Interactive, ConceptBody{}};
}

Request work(quint64 generation) {
    return {{RequestKind::Work, 1}, generation, Priority::Background, WorkBody{}};
}

Request load(quint64 generation) {
    return {{RequestKind::LoadModel, 0}, generation, Priority::Interactive, LoadModelBody{}};
}

std::optional<Job> popNow(RequestQueue& queue) {
    return queue.isIdle() ? std::nullopt : queue.waitPop({});
}

TEST(RequestQueue, ServesInteractiveBeforeBackgroundInOrderOfArrival) {
    RequestQueue queue;
    queue.push(prepare(1, Priority::Background, 1));
    queue.push(concept_(2, 2));
    queue.push(concept_(3, 3));
    std::vector<quint64> order;
    while (auto job = popNow(queue)) {
        order.push_back(job->request.generation);
        queue.finished(std::move(*job), Outcome::Completed);
    }
    EXPECT_EQ(order, (std::vector<quint64>{2, 3, 1}));
    EXPECT_TRUE(queue.isIdle());
}

TEST(RequestQueue, NewerRequestReplacesTheWaitingOneOfItsKey) {
    RequestQueue queue;
    queue.push(concept_(1, 1));
    queue.push(concept_(2, 2));
    queue.push(concept_(1, 3));
    auto first = popNow(queue);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->request.generation, 2U);
    queue.finished(std::move(*first), Outcome::Completed);
    auto second = popNow(queue);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->request.generation, 3U);
    queue.finished(std::move(*second), Outcome::Completed);
    EXPECT_TRUE(queue.isIdle());
}

TEST(RequestQueue, ReplacingStopsTheRunButDoesNotCallItsEncodingUnwanted) {
    RequestQueue queue;
    queue.push(concept_(1, 1));
    auto job = popNow(queue);
    ASSERT_TRUE(job);
    queue.push(concept_(1, 2));
    EXPECT_TRUE(job->stop.stop_requested());
    EXPECT_FALSE(job->cancelled.stop_requested());
    queue.cancel({RequestKind::Concept, 1});
    EXPECT_TRUE(job->cancelled.stop_requested());
    queue.finished(std::move(*job), Outcome::Stopped);
    EXPECT_TRUE(queue.isIdle()) << "cancel drops the waiting one too";
}

TEST(RequestQueue, PreparingTheSameImageAgainJoinsTheRunAndMakesItUrgent) {
    RequestQueue queue;
    queue.push(prepare(1, Priority::Background, 1));
    auto job = popNow(queue);
    ASSERT_TRUE(job);
    EXPECT_EQ(queue.push(prepare(1, Priority::Interactive, 2)), Pushed::Joined);
    EXPECT_FALSE(job->stop.stop_requested());
    queue.push(concept_(2, 3));
    EXPECT_FALSE(queue.tryPopUrgent()) << "an interactive run does not yield";
    EXPECT_EQ(queue.push(prepare(1, Priority::Interactive, 4, "other")), Pushed::Queued);
    EXPECT_TRUE(job->stop.stop_requested()) << "other pixels under the same id";
    queue.finished(std::move(*job), Outcome::Stopped);
}

TEST(RequestQueue, YieldOffersInteractiveWorkOnOtherImagesOneDeep) {
    RequestQueue queue;
    queue.push(prepare(1, Priority::Background, 1));
    auto outer = popNow(queue);
    ASSERT_TRUE(outer);
    queue.push(prepare(4, Priority::Background, 2));
    queue.push(concept_(1, 3));
    EXPECT_FALSE(queue.hasUrgent());
    EXPECT_FALSE(queue.tryPopUrgent()) << "a prompt waits for the encoding of its own image";
    queue.push(concept_(2, 4));
    queue.push(concept_(3, 5));
    EXPECT_TRUE(queue.hasUrgent());
    auto inner = queue.tryPopUrgent();
    ASSERT_TRUE(inner);
    EXPECT_EQ(inner->request.generation, 4U);
    EXPECT_FALSE(queue.hasUrgent());
    EXPECT_FALSE(queue.tryPopUrgent()) << "nesting is one deep";
    queue.finished(std::move(*inner), Outcome::Completed);
    inner = queue.tryPopUrgent();
    ASSERT_TRUE(inner);
    EXPECT_EQ(inner->request.generation, 5U);
    queue.finished(std::move(*inner), Outcome::Completed);
    EXPECT_FALSE(queue.tryPopUrgent());
    queue.finished(std::move(*outer), Outcome::Completed);
    auto next = popNow(queue);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->request.generation, 3U);
    queue.finished(std::move(*next), Outcome::Completed);
}

TEST(RequestQueue, MovingOnToAnotherImageMakesTheOldOneYield) {
    RequestQueue queue;
    queue.push(prepare(1, Priority::Interactive, 1));
    auto outer = popNow(queue);
    ASSERT_TRUE(outer);
    queue.push(prepare(2, Priority::Interactive, 2));
    auto inner = queue.tryPopUrgent();
    ASSERT_TRUE(inner);
    EXPECT_EQ(inner->request.generation, 2U);
    queue.finished(std::move(*inner), Outcome::Completed);
    queue.finished(std::move(*outer), Outcome::Completed);
}

TEST(RequestQueue, PrefetchDoesNotSlowDownTheSameImageAPersonWaitsFor) {
    RequestQueue queue;
    queue.push(concept_(9, 1));
    queue.push(prepare(1, Priority::Interactive, 2));
    queue.push(prepare(1, Priority::Background, 3));
    queue.push(concept_(8, 4));
    std::vector<quint64> order;
    while (auto job = popNow(queue)) {
        order.push_back(job->request.generation);
        queue.finished(std::move(*job), Outcome::Completed);
    }
    EXPECT_EQ(order, (std::vector<quint64>{1, 3, 4}));
}

TEST(RequestQueue, LoadingAModelInterruptsWhatRunsWhichRunsAgainAfterwards) {
    RequestQueue queue;
    queue.push(prepare(1, Priority::Background, 1));
    auto outer = popNow(queue);
    queue.push(concept_(2, 2));
    auto inner = queue.tryPopUrgent();
    ASSERT_TRUE(outer && inner);
    queue.push(load(3));
    EXPECT_TRUE(outer->stop.stop_requested());
    EXPECT_TRUE(inner->cancelled.stop_requested());
    queue.finished(std::move(*inner), Outcome::Stopped);
    EXPECT_FALSE(queue.tryPopUrgent());
    queue.finished(std::move(*outer), Outcome::Stopped);
    std::vector<quint64> order;
    while (auto job = popNow(queue)) {
        EXPECT_FALSE(job->stop.stop_requested());
        order.push_back(job->request.generation);
        queue.finished(std::move(*job), Outcome::Completed);
    }
    EXPECT_EQ(order, (std::vector<quint64>{3, 2, 1}));
}

TEST(RequestQueue, RunsThatEndedBeforeTheModelLoadAreNotRepeated) {
    RequestQueue queue;
    queue.push(concept_(1, 1));
    auto job = popNow(queue);
    ASSERT_TRUE(job);
    queue.push(load(2));
    queue.finished(std::move(*job), Outcome::Completed);
    auto next = popNow(queue);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->request.generation, 2U);
    queue.finished(std::move(*next), Outcome::Completed);
    EXPECT_TRUE(queue.isIdle());
}

TEST(RequestQueue, CancelledRunIsNotRepeatedAfterAModelLoad) {
    RequestQueue queue;
    queue.push(concept_(1, 1));
    auto job = popNow(queue);
    ASSERT_TRUE(job);
    queue.cancel({RequestKind::Concept, 1});
    queue.push(load(2));
    queue.finished(std::move(*job), Outcome::Stopped);
    auto next = popNow(queue);
    ASSERT_TRUE(next);
    queue.finished(std::move(*next), Outcome::Completed);
    EXPECT_TRUE(queue.isIdle());
}

TEST(RequestQueue, CancelAllKeepsAModelThatIsToBeLoaded) {
    RequestQueue queue;
    queue.push(load(1));
    queue.push(concept_(2, 2));
    queue.cancelAll();
    auto job = popNow(queue);
    ASSERT_TRUE(job);
    EXPECT_EQ(job->request.key.kind, RequestKind::LoadModel);
    queue.cancelAll();
    EXPECT_FALSE(job->stop.stop_requested());
    queue.finished(std::move(*job), Outcome::Completed);
    EXPECT_TRUE(queue.isIdle());
}

TEST(RequestQueue, QuitAndCloseWakeTheWaitingThread) {
    RequestQueue queue;
    bool gotJob = true;
    std::jthread waiting([&](std::stop_token quit) { gotJob = queue.waitPop(quit).has_value(); });
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    waiting.request_stop();
    waiting.join();
    EXPECT_FALSE(gotJob);
    queue.push(concept_(1, 1));
    queue.close();
    EXPECT_FALSE(queue.waitPop({}).has_value());
    queue.push(concept_(1, 2));
    EXPECT_TRUE(queue.isIdle());
}

TEST(RequestQueue, DiscardedImagesAreFreedByTheInferenceThread) {
    RequestQueue queue;
    std::thread::id freedBy;
    auto cleanup = [](void* info) { *static_cast<std::thread::id*>(info) = std::this_thread::get_id(); };
    std::vector<uchar> pixels(64);
    LoadedImage image;
    image.image = QImage(pixels.data(), 4, 4, 16, QImage::Format_RGB32, cleanup, &freedBy);
    std::jthread worker([&](std::stop_token quit) { queue.waitPop(quit); });
    const std::thread::id workerId = worker.get_id();
    queue.discard(std::exchange(image, {}));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    worker.request_stop();
    worker.join();
    EXPECT_EQ(freedBy, workerId);
}

TEST(RequestQueue, WorkComesLastAndLetsEverythingPass) {
    RequestQueue queue;
    queue.push(work(1));
    queue.push(prepare(1, Priority::Background, 2));
    auto first = popNow(queue);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->request.generation, 2U) << "a prefetch before it";
    queue.finished(std::move(*first), Outcome::Completed);
    EXPECT_TRUE(queue.isIdle()) << "work is not what a person waits for";
    auto outer = queue.waitPop({});
    ASSERT_TRUE(outer);
    EXPECT_EQ(outer->request.generation, 1U);
    EXPECT_FALSE(queue.hasUrgent());
    queue.push(prepare(2, Priority::Background, 3));
    EXPECT_TRUE(queue.hasUrgent());
    EXPECT_FALSE(queue.isIdle());
    auto prefetch = queue.tryPopUrgent();
    ASSERT_TRUE(prefetch);
    EXPECT_EQ(prefetch->request.generation, 3U);
    queue.push(concept_(1, 4)); // the same number as the work's, another thing
    queue.push(concept_(3, 5));
    auto inner = queue.tryPopUrgent();
    ASSERT_TRUE(inner) << "inside the prefetch inside the work";
    EXPECT_EQ(inner->request.generation, 4U);
    EXPECT_FALSE(queue.tryPopUrgent());
    queue.finished(std::move(*inner), Outcome::Completed);
    queue.finished(std::move(*prefetch), Outcome::Completed);
    inner = queue.tryPopUrgent();
    ASSERT_TRUE(inner);
    EXPECT_EQ(inner->request.generation, 5U);
    queue.finished(std::move(*inner), Outcome::Completed);
    EXPECT_FALSE(queue.tryPopUrgent());
    queue.finished(std::move(*outer), Outcome::Completed);
}

TEST(RequestQueue, WorkIsStoppedByItsOwnKeyAloneAndRunsAgainAfterAModelLoad) {
    RequestQueue queue;
    queue.push(work(1));
    auto job = queue.waitPop({});
    ASSERT_TRUE(job);
    queue.cancelAll();
    EXPECT_FALSE(job->stop.stop_requested());
    queue.push(load(2));
    EXPECT_TRUE(job->stop.stop_requested());
    queue.finished(std::move(*job), Outcome::Stopped);
    job = queue.waitPop({});
    ASSERT_TRUE(job);
    EXPECT_EQ(job->request.generation, 2U);
    queue.finished(std::move(*job), Outcome::Completed);
    queue.cancelAll();
    job = queue.waitPop({});
    ASSERT_TRUE(job) << "waiting work stays, too";
    EXPECT_EQ(job->request.generation, 1U);
    queue.cancel({RequestKind::Work, 1});
    EXPECT_TRUE(job->stop.stop_requested());
    queue.finished(std::move(*job), Outcome::Stopped);
    EXPECT_TRUE(queue.isIdle());
}

} // namespace
} // namespace core
