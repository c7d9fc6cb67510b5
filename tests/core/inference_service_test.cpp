// SPDX-License-Identifier: Apache-2.0
#include "core/engine/threaded_inference_service.h"

#include "../support/core/scripted_engine.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace core {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int kTimeout = 5000;

double millisecondsOf(const std::function<void()>& call) {
    const auto start = Clock::now();
    call();
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

class InferenceServiceTest : public testing::Test {
protected:
    void start(const ServiceOptions& options = {}) {
        m_service = std::make_unique<ThreadedInferenceService>(scriptedFactory(m_script), options);
        m_prepared = std::make_unique<QSignalSpy>(m_service.get(), &InferenceService::prepared);
        m_found = std::make_unique<QSignalSpy>(m_service.get(), &InferenceService::conceptSegmented);
        m_shapes = std::make_unique<QSignalSpy>(m_service.get(), &InferenceService::shapeSegmented);
        m_failed = std::make_unique<QSignalSpy>(m_service.get(), &InferenceService::failed);
        m_progressed = std::make_unique<QSignalSpy>(m_service.get(), &InferenceService::progressed);
        m_idle = std::make_unique<QSignalSpy>(m_service.get(), &InferenceService::idleChanged);
    }

    void startWithModel(const ServiceOptions& options = {}) {
        start(options);
        QSignalSpy changed(m_service.get(), &InferenceService::modelChanged);
        m_service->loadModel(QStringLiteral("toy"));
        ASSERT_TRUE(changed.wait(kTimeout));
        ASSERT_TRUE(waitIdle());
        m_idle->clear();
    }

    bool waitIdle() {
        return QTest::qWaitFor([&] { return isIdle(); }, kTimeout);
    }
    bool isIdle() const { return m_idle->isEmpty() || m_idle->last().at(0).toBool(); }

    void prompt(qint64 id, const char* text) {
        m_service->segmentConcept(ImageId{id}, {QString::fromUtf8(text), {}});
    }
    QString failure(int index = 0) const { return m_failed->at(index).at(1).toString(); }
    static qint64 subject(const QSignalSpy& spy, int index) {
        return spy.at(index).at(0).value<ImageId>().value;
    }

    EngineScript m_script;
    std::unique_ptr<ThreadedInferenceService> m_service;
    std::unique_ptr<QSignalSpy> m_prepared, m_found, m_shapes, m_failed, m_progressed, m_idle;
};

TEST_F(InferenceServiceTest, PreparesThenAnswersAConcept) {
    startWithModel();
    EXPECT_EQ(m_service->model().name, QStringLiteral("toy"));
    EXPECT_FLOAT_EQ(m_service->model().threshold, 0.4F);
    m_service->prepare(scriptedImage(7, "a"), Priority::Interactive);
    prompt(7, "cat");
    ASSERT_TRUE(m_found->wait(kTimeout));
    ASSERT_EQ(m_prepared->count(), 1);
    EXPECT_EQ(subject(*m_prepared, 0), 7);
    EXPECT_GT(m_prepared->at(0).at(1).toDouble(), 9.0) << "ten layers of a millisecond";
    EXPECT_EQ(subject(*m_found, 0), 7);
    EXPECT_EQ(m_found->at(0).at(1).value<QList<Candidate>>().size(), 2);
    EXPECT_EQ(m_script.count("encode+ a"), 1);
}

TEST_F(InferenceServiceTest, FiveRapidPromptsAnswerTheLastAndKeepThePrefetch) {
    m_script.promptSteps = 100;
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    ASSERT_TRUE(m_prepared->wait(kTimeout));
    m_script.encodeSteps = 150;
    m_service->prepare(scriptedImage(2, "b"), Priority::Background);
    ASSERT_TRUE(m_script.waitFor("encode+ b"));
    for (const char* text : {"c", "ca", "cat", "cats", "cat toy"}) {
        prompt(1, text);
        QTest::qWait(4);
    }
    ASSERT_TRUE(m_found->wait(kTimeout));
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(m_found->count(), 1);
    EXPECT_EQ(m_script.count("prompt- cat toy"), 1);
    EXPECT_EQ(m_script.count("prompt- cats"), 0);
    EXPECT_EQ(m_script.count("encode+ b"), 1) << "the prefetch was not begun again";
    EXPECT_EQ(m_script.count("encode- b"), 1);
    EXPECT_EQ(m_prepared->count(), 2);
    EXPECT_EQ(m_failed->count(), 0);
}

TEST_F(InferenceServiceTest, InteractiveWorkRunsInsideABackgroundEncode) {
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    ASSERT_TRUE(m_prepared->wait(kTimeout));
    m_script.encodeSteps = 200;
    m_service->prepare(scriptedImage(2, "b"), Priority::Background);
    ASSERT_TRUE(m_script.waitFor("encode+ b"));
    const double wait = millisecondsOf([&] {
        prompt(1, "cat");
        ASSERT_TRUE(m_found->wait(kTimeout));
    });
    EXPECT_EQ(m_script.count("encode- b"), 0) << "answered before the encode ended";
    EXPECT_LT(wait, 100);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_prepared->count() == 2; }, kTimeout));
}

TEST_F(InferenceServiceTest, PromptWaitsForTheRunningEncodeOfItsImage) {
    m_script.encodeSteps = 50;
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Background);
    ASSERT_TRUE(m_script.waitFor("encode+ a"));
    prompt(1, "cat");
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    ASSERT_TRUE(m_found->wait(kTimeout));
    EXPECT_EQ(m_script.lines(), (std::vector<std::string>{"load toy", "open a", "encode+ a", "encode- a",
                                                          "prompt+ cat", "prompt- cat"}));
    EXPECT_EQ(m_prepared->count(), 1);
}

TEST_F(InferenceServiceTest, ChangedPromptKeepsTheEncodeThatTheFirstPromptBegan) {
    m_script.encodeSteps = 60;
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Background);
    m_service->cancel({RequestKind::Prepare, 1});
    prompt(1, "cat");
    ASSERT_TRUE(m_script.waitFor("encode+ a"));
    prompt(1, "dog");
    ASSERT_TRUE(m_found->wait(kTimeout));
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(m_found->count(), 1);
    EXPECT_EQ(m_script.count("encode- a"), 1);
    EXPECT_EQ(m_script.count("prompt+ cat"), 0);
    EXPECT_EQ(m_script.count("prompt- dog"), 1);
}

TEST_F(InferenceServiceTest, CancelReachesIdleWithin200MillisecondsAndAnswersNothing) {
    m_script.encodeSteps = 5000;
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    prompt(1, "cat");
    ASSERT_TRUE(m_script.waitFor("encode+ a"));
    QTest::qWait(20);
    const double wait = millisecondsOf([&] {
        m_service->cancelAll();
        ASSERT_TRUE(waitIdle());
    });
    EXPECT_LT(wait, 200);
    QTest::qWait(50);
    EXPECT_EQ(m_script.count("encode! a"), 1);
    EXPECT_EQ(m_prepared->count() + m_found->count() + m_failed->count(), 0);
    m_script.encodeSteps = 3;
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    EXPECT_TRUE(m_prepared->wait(kTimeout)) << "and it can be asked again";
}

TEST_F(InferenceServiceTest, CancellingAPromptStopsTheEncodeItBegan) {
    m_script.encodeSteps = 5000;
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Background);
    m_service->cancel({RequestKind::Prepare, 1});
    ASSERT_TRUE(waitIdle());
    prompt(1, "cat");
    ASSERT_TRUE(m_script.waitFor("encode+ a", m_script.count("encode+ a") + 1));
    m_service->cancel({RequestKind::Concept, 1});
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(m_found->count() + m_failed->count(), 0);
}

TEST_F(InferenceServiceTest, AnAnswerThatWasFinishedBeforeItWasReplacedNeverArrives) {
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    ASSERT_TRUE(m_prepared->wait(kTimeout));
    prompt(1, "old");
    ASSERT_TRUE(m_script.waitFor("prompt- old")); // its reply is in this thread's queue or about to be
    std::this_thread::sleep_for(20ms);
    prompt(1, "new");
    ASSERT_TRUE(m_found->wait(kTimeout));
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(m_found->count(), 1);
    EXPECT_EQ(m_script.count("prompt- new"), 1);
    prompt(1, "unwanted");
    ASSERT_TRUE(m_script.waitFor("prompt- unwanted"));
    std::this_thread::sleep_for(20ms);
    m_service->cancel({RequestKind::Concept, 1});
    QTest::qWait(30);
    EXPECT_EQ(m_found->count(), 1);
}

TEST_F(InferenceServiceTest, CallsReturnWithinAMillisecondWhileTheEngineWorks) {
    m_script.encodeSteps = 300;
    startWithModel();
    LoadedImage large = scriptedImage(1, "a");
    large.image =
        QImage(4000, 3000, QImage::Format_RGB888); // Qt converts others on threads that TSan can't follow
    m_service->prepare(large, Priority::Interactive);
    ASSERT_TRUE(m_script.waitFor("encode+ a"));
    std::vector<double> times;
    for (int i = 0; i < 100; ++i) {
        const LoadedImage image = scriptedImage(2 + i % 3, "b");
        times.push_back(millisecondsOf([&] { m_service->prepare(image, Priority::Background); }));
        times.push_back(millisecondsOf([&] { prompt(1, "cat"); }));
        times.push_back(millisecondsOf([&] { m_service->cancel({RequestKind::Concept, 1}); }));
    }
    times.push_back(millisecondsOf([&] { m_service->cancelAll(); }));
    std::sort(times.begin(), times.end());
    EXPECT_LT(times[times.size() / 2], 0.1);
    EXPECT_LT(times[times.size() * 98 / 100], 1.0) << "the rest is the scheduler's";
}

TEST_F(InferenceServiceTest, DestroyingTheServiceStopsAndAnswersNothing) {
    m_script.encodeSteps = 5000;
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Background);
    ASSERT_TRUE(m_script.waitFor("encode+ a"));
    m_script.promptSteps = 5000;
    m_service->prepare(scriptedImage(2, "b"), Priority::Interactive); // nested in the first
    ASSERT_TRUE(m_script.waitFor("encode+ b"));
    prompt(2, "cat");
    const double wait = millisecondsOf([&] { m_service.reset(); });
    EXPECT_LT(wait, 200);
    QTest::qWait(10);
    EXPECT_EQ(m_prepared->count() + m_found->count() + m_failed->count(), 0);
}

TEST_F(InferenceServiceTest, RequestsWaitWhileAModelLoadsAndAFailedLoadKeepsTheOldOne) {
    m_script.loadMilliseconds = 30;
    m_script.badFiles = {QStringLiteral("broken")};
    start();
    QSignalSpy changed(m_service.get(), &InferenceService::modelChanged);
    m_service->prepare(scriptedImage(1, "a"), Priority::Background);
    m_service->loadModel(QStringLiteral("toy"));
    prompt(1, "cat");
    ASSERT_TRUE(m_found->wait(kTimeout));
    ASSERT_TRUE(waitIdle());
    const int failuresBefore =
        m_failed->count(); // the prefetch may have been taken before the model was asked for
    m_service->loadModel(QStringLiteral("broken"));
    ASSERT_TRUE(m_failed->wait(kTimeout));
    EXPECT_EQ(failure(failuresBefore), QStringLiteral("The file broken is no model."));
    EXPECT_EQ(m_service->model().name, QStringLiteral("toy"));
    EXPECT_EQ(changed.count(), 1);
    prompt(1, "dog");
    ASSERT_TRUE(m_found->wait(kTimeout));
    EXPECT_EQ(m_script.count("open a"), 1) << "its sessions are still there";
}

TEST_F(InferenceServiceTest, AnotherModelStopsTheLoadingOfTheFirst) {
    m_script.loadMilliseconds = 60'000;
    start();
    QSignalSpy changed(m_service.get(), &InferenceService::modelChanged);
    m_service->loadModel(QStringLiteral("large"));
    ASSERT_TRUE(m_script.waitFor("load large"));
    QTest::qWait(5);
    m_script.loadMilliseconds = 0;
    m_service->loadModel(QStringLiteral("small"));
    ASSERT_TRUE(changed.wait(kTimeout));
    EXPECT_EQ(m_service->model().name, QStringLiteral("small"));
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(m_failed->count(), 0);
}

TEST_F(InferenceServiceTest, AnotherModelEncodesAgainWhatWasInterrupted) {
    m_script.encodeSteps = 100;
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    ASSERT_TRUE(m_script.waitFor("encode+ a"));
    m_service->loadModel(QStringLiteral("other"));
    ASSERT_TRUE(m_prepared->wait(kTimeout));
    EXPECT_EQ(m_service->model().name, QStringLiteral("other"));
    EXPECT_EQ(m_script.lines(), (std::vector<std::string>{"load toy", "open a", "encode+ a", "encode! a",
                                                          "load other", "open a", "encode+ a", "encode- a"}));
    EXPECT_EQ(m_prepared->count(), 1);
}

TEST_F(InferenceServiceTest, WithoutAModelEveryRequestFailsWithASentence) {
    start();
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    ASSERT_TRUE(m_failed->wait(kTimeout));
    EXPECT_EQ(m_failed->at(0).at(0).value<RequestKey>(), (RequestKey{RequestKind::Prepare, 1}));
    EXPECT_TRUE(failure().startsWith(QStringLiteral("No model is loaded")));
    EXPECT_FALSE(m_service->model().ready);
}

TEST_F(InferenceServiceTest, PromptOnAForgottenImageFailsAndTheNewestImagesAreKept) {
    ServiceOptions options;
    options.imageBytes = 1;
    startWithModel(options);
    for (const qint64 id : {1, 2, 3}) {
        m_service->prepare(scriptedImage(id, QByteArray::number(id)), Priority::Background);
    }
    ASSERT_TRUE(waitIdle());
    prompt(1, "cat");
    EXPECT_EQ(m_failed->count(), 0) << "signals never fire inside a call";
    ASSERT_TRUE(m_failed->wait(kTimeout));
    EXPECT_TRUE(failure().contains(QStringLiteral("open it again")));
    prompt(2, "cat");
    ASSERT_TRUE(m_found->wait(kTimeout));
    EXPECT_EQ(subject(*m_found, 0), 2);
}

TEST_F(InferenceServiceTest, ErrorsAndExceptionsOfTheEngineBecomeSentences) {
    startWithModel();
    m_script.failEncode = true;
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    ASSERT_TRUE(m_failed->wait(kTimeout));
    EXPECT_EQ(failure(), QStringLiteral("The device went away."));
    m_script.failEncode = false;
    m_script.throwBadAlloc = true;
    prompt(1, "cat");
    ASSERT_TRUE(m_failed->wait(kTimeout));
    EXPECT_TRUE(failure(1).contains(QStringLiteral("not enough memory")));
    m_script.throwBadAlloc = false;
    prompt(1, "cat");
    EXPECT_TRUE(m_found->wait(kTimeout)) << "the thread lives on";
}

TEST_F(InferenceServiceTest, ShapeRefinementHandsBackTheLogitsOfTheLastAnswer) {
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    ShapeQuery query;
    query.points = {{QPointF(5, 5), true}};
    m_service->segmentShape(ImageId{1}, query);
    ASSERT_TRUE(m_shapes->wait(kTimeout));
    const auto first = m_shapes->at(0).at(1).value<QList<Candidate>>();
    ASSERT_EQ(first.size(), 3);
    query.points.append({QPointF(9, 9), false});
    query.previous = first.front().promptLogits;
    m_service->segmentShape(ImageId{1}, query);
    ASSERT_TRUE(m_shapes->wait(kTimeout));
    const auto prompts = m_script.instancePrompts();
    ASSERT_GE(prompts.size(), 2U);
    EXPECT_TRUE(prompts[0].multimask);
    EXPECT_FALSE(prompts[1].multimask);
    ASSERT_TRUE(prompts[1].mask.has_value());
    EXPECT_EQ(prompts[1].mask->values, first.front().promptLogits.values);
}

TEST_F(InferenceServiceTest, ReportsProgressAtMostTenTimesASecond) {
    m_script.encodeSteps = 500;
    startWithModel();
    const double duration = millisecondsOf([&] {
        m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
        ASSERT_TRUE(m_prepared->wait(kTimeout));
    });
    EXPECT_GE(m_progressed->count(), 2);
    EXPECT_LE(m_progressed->count(), int(duration / 100) + 1);
    const auto progress = m_progressed->last().at(1).value<InferenceProgress>();
    EXPECT_EQ(progress.phase, QStringLiteral("image encoder"));
    EXPECT_EQ(progress.total, 500);
}

TEST_F(InferenceServiceTest, SaysIdleOnceAfterTheLastAnswer) {
    startWithModel();
    m_service->prepare(scriptedImage(1, "a"), Priority::Interactive);
    prompt(1, "cat");
    int answersAtIdle = -1;
    QObject::connect(m_service.get(), &InferenceService::idleChanged, m_service.get(), [&](bool idle) {
        if (idle) {
            answersAtIdle = m_found->count() + m_prepared->count();
        }
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return answersAtIdle >= 0; }, kTimeout));
    EXPECT_EQ(answersAtIdle, 2);
    ASSERT_EQ(m_idle->count(), 2);
    EXPECT_FALSE(m_idle->at(0).at(0).toBool());
}

/// The whole way down, with the model that comes with the program.
class PocketServiceTest : public testing::Test {
protected:
    void SetUp() override {
        const QString file = QStringLiteral(RESOURCE_DIR "/models/pocket.safetensors");
        if (!QFileInfo::exists(file)) {
            GTEST_SKIP() << "the pocket model is not in this checkout";
        }
        m_service = makeInferenceService();
        QSignalSpy changed(m_service.get(), &InferenceService::modelChanged);
        m_service->loadModel(file);
        ASSERT_TRUE(changed.wait(kLongTimeout));
        m_image = scriptedImage(1, "disc", {320, 240});
        for (int y = 80; y < 160; ++y) {
            for (int x = 120; x < 200; ++x) {
                m_image.image.setPixel(x, y, qRgb(220, 30, 30));
            }
        }
    }

    static constexpr int kLongTimeout = 60'000;
    std::unique_ptr<InferenceService> m_service;
    LoadedImage m_image;
};

TEST_F(PocketServiceTest, AnswersAPhraseAndAClick) {
    EXPECT_TRUE(m_service->model().ready);
    EXPECT_TRUE(m_service->model().hasText && m_service->model().hasClicks);
    QSignalSpy found(m_service.get(), &InferenceService::conceptSegmented);
    QSignalSpy shapes(m_service.get(), &InferenceService::shapeSegmented);
    QSignalSpy failures(m_service.get(), &InferenceService::failed);
    m_service->prepare(m_image, Priority::Interactive);
    m_service->segmentConcept(ImageId{1}, {QStringLiteral("red square"), {}});
    ASSERT_TRUE(found.wait(kLongTimeout));
    ShapeQuery query;
    query.points = {{QPointF(160, 120), true}};
    m_service->segmentShape(ImageId{1}, query);
    ASSERT_TRUE(shapes.wait(kLongTimeout));
    EXPECT_EQ(failures.count(), 0);
    const auto candidates = shapes.at(0).at(1).value<QList<Candidate>>();
    ASSERT_EQ(candidates.size(), 3);
    EXPECT_FALSE(candidates.front().logits.isEmpty());
    query.points.append({QPointF(10, 10), false});
    query.previous = candidates.front().promptLogits;
    m_service->segmentShape(ImageId{1}, query);
    ASSERT_TRUE(shapes.wait(kLongTimeout));
    EXPECT_GE(shapes.at(1).at(1).value<QList<Candidate>>().size(), 1);
}

TEST_F(PocketServiceTest, KeepsFeaturesInItsCacheFolder) {
    const QTemporaryDir folder;
    ServiceOptions options;
    options.cacheFolder = folder.filePath(QStringLiteral("embeddings"));
    const QString model = m_service->model().file;
    m_service = makeInferenceService(options);
    QSignalSpy changed(m_service.get(), &InferenceService::modelChanged);
    m_service->loadModel(model);
    ASSERT_TRUE(changed.wait(kLongTimeout));
    QSignalSpy prepared(m_service.get(), &InferenceService::prepared);
    m_service->prepare(m_image, Priority::Background);
    ASSERT_TRUE(prepared.wait(kLongTimeout));
    m_service.reset(); // waits for the file
    EXPECT_EQ(QDir(options.cacheFolder).entryList(QDir::Files).size(), 1);
}

TEST_F(PocketServiceTest, PromptsInsideABackgroundEncodeChangeNoAnswer) {
    const auto ask = [this](qint64 id) {
        QSignalSpy found(m_service.get(), &InferenceService::shapeSegmented);
        ShapeQuery query;
        query.points = {{QPointF(160, 120), true}};
        m_service->segmentShape(ImageId{id}, query);
        return found.wait(kLongTimeout) ? found.at(0).at(1).value<QList<Candidate>>() : QList<Candidate>();
    };
    LoadedImage other = m_image;
    other.id = ImageId{2};
    other.hash = "other"; // the engine keeps features by content
    other.image.invertPixels();
    m_service->prepare(m_image, Priority::Interactive);
    m_service->prepare(other, Priority::Interactive);
    const QList<Candidate> expected = ask(1);
    const QList<Candidate> expectedOther = ask(2);
    ASSERT_FALSE(expected.isEmpty());
    for (int round = 0; round < 6; ++round) {
        other.hash = "again " + QByteArray::number(round); // encodes again
        m_service->prepare(other, Priority::Background);
        std::this_thread::sleep_for(std::chrono::milliseconds(round));
        const QList<Candidate> inside = ask(1);
        const QList<Candidate> after = ask(2);
        ASSERT_EQ(inside.size(), expected.size());
        ASSERT_EQ(after.size(), expectedOther.size());
        EXPECT_EQ(*inside.front().logits.values, *expected.front().logits.values);
        for (qsizetype i = 0; i < after.size(); ++i) {
            EXPECT_EQ(*after[i].logits.values, *expectedOther[i].logits.values)
                << "the encode that was interrupted";
        }
    }
}

TEST_F(PocketServiceTest, CancelReachesIdleWithin200Milliseconds) {
    bool isIdle = true;
    QObject::connect(m_service.get(), &InferenceService::idleChanged, m_service.get(),
                     [&isIdle](bool idle) { isIdle = idle; });
    for (const int wait : {0, 5, 20, 60}) {
        m_image.hash = QByteArray::number(wait); // other features: encodes again
        m_service->prepare(m_image, Priority::Interactive);
        QTest::qWait(wait);
        const double time = millisecondsOf([&] {
            m_service->cancelAll();
            ASSERT_TRUE(QTest::qWaitFor([&] { return isIdle; }, kTimeout));
        });
        EXPECT_LT(time, 200) << "after " << wait << " ms";
    }
}

} // namespace
} // namespace core
