// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/background_run.h"

#include "core/engine/threaded_inference_service.h"

#include "tests/support/core/color_engine.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>

#include <atomic>

namespace core {
namespace {

constexpr int kTimeout = 20'000;

/// Sees colours, takes its time, and can be held up at a picture.
class SlowEngine final : public ColorEngine {
public:
    SlowEngine(std::string hash, std::atomic<int>& opened, std::atomic<int>& hold)
        : m_opened(opened), m_hold(hold) {
        m_info = ColorEngine::info();
        m_info.hash = std::move(hash);
    }
    const inference::ModelInfo& info() const override { return m_info; }
    Result<std::unique_ptr<SessionPort>> openImage(const inference::ImageView& image,
                                                   std::string contentHash) override {
        const int number = m_opened++;
        while (m_hold >= 0 && number >= m_hold) {
            QThread::msleep(1);
        }
        return ColorEngine::openImage(image, std::move(contentHash));
    }

private:
    inference::ModelInfo m_info;
    std::atomic<int>& m_opened;
    std::atomic<int>& m_hold;
};

class BackgroundRunTest : public testing::Test {
protected:
    void SetUp() override {
        wish.project = folder.filePath(QStringLiteral("toy.maskwright"));
        QFile project(wish.project);
        ASSERT_TRUE(project.open(QIODevice::WriteOnly));
        PlannedClass cup;
        cup.label = QStringLiteral("cup");
        cup.phrases = {QStringLiteral("red"), QStringLiteral("blue")};
        wish.plan.classes = {cup};
        for (int i = 0; i < 6; ++i) {
            QImage image(40, 30, QImage::Format_RGB32);
            image.fill(i == 4 ? Qt::black : Qt::white); // the engine gives up on black ones
            QPainter painter(&image);
            painter.fillRect(QRect(5 + i, 5, 10, 8), i % 2 == 0 ? Qt::red : Qt::blue);
            painter.end();
            wish.paths.append(QStringLiteral("%1.png").arg(i));
            ASSERT_TRUE(image.save(folder.filePath(wish.paths.last())));
        }
        const EngineFactory factory = [this](const QString& file, const std::stop_token&) {
            return Result<std::unique_ptr<EnginePort>>(
                std::make_unique<SlowEngine>(file.toStdString(), opened, hold));
        };
        service = std::make_unique<ThreadedInferenceService>(factory, ServiceOptions());
        load(QStringLiteral("one"));
    }
    void TearDown() override { hold = -1; }
    void load(const QString& model) {
        QSignalSpy changed(service.get(), &InferenceService::modelChanged);
        service->loadModel(model);
        ASSERT_TRUE(changed.wait(kTimeout));
    }
    static bool waitFor(const BackgroundRun& run, BackgroundRun::State state) {
        return QTest::qWaitFor([&] { return run.state() == state; }, kTimeout);
    }
    bool waitForPicture(int number) {
        return QTest::qWaitFor([&] { return opened > number; }, kTimeout);
    }
    /// What stands in a run file, without its header.
    static QByteArrayList entries(const QString& file) {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll().trimmed().split('\n').mid(1) : QByteArrayList();
    }

    QTemporaryDir folder;
    RunWish wish;
    std::atomic<int> opened = 0;
    std::atomic<int> hold = -1; ///< pictures from this number on wait until it is negative
    std::unique_ptr<ThreadedInferenceService> service;
};

using State = BackgroundRun::State;

TEST_F(BackgroundRunTest, WritesTheRunFileOfTheCommandLine) {
    BackgroundRun run(*service);
    run.start(wish);
    EXPECT_EQ(run.state(), State::Running);
    ASSERT_TRUE(waitFor(run, State::Ended)) << run.failure().toStdString();
    EXPECT_EQ(run.progress().done, 5);
    EXPECT_EQ(run.progress().failed, 1);
    EXPECT_EQ(run.progress().total, 6);

    ColorEngine engine;
    inference::ModelInfo info = engine.info();
    info.hash = "one";
    const RunHeader header = runHeader(wish.plan, info, wish.paths, {});
    EXPECT_EQ(run.file(), runFileName(wish.project, header));
    const QString direct = folder.filePath(QStringLiteral("direct.jsonl"));
    {
        auto results = RunFile::open(direct, header);
        ASSERT_TRUE(results);
        const RunImages images{wish.paths, [this](const QString& p) { return folder.filePath(p); }, {}};
        ASSERT_TRUE(labelImages(engine, wish.plan, images, *results, {}));
    }
    EXPECT_EQ(entries(run.file()).size(), 6);
    EXPECT_EQ(entries(run.file()), entries(direct));
}

TEST_F(BackgroundRunTest, APausedRunGoesOnAndAPersonGoesFirst) {
    BackgroundRun run(*service);
    hold = 2;
    run.start(wish);
    ASSERT_TRUE(waitForPicture(2));
    QSignalSpy prepared(service.get(), &InferenceService::prepared);
    QImage picture(20, 20, QImage::Format_RGB32);
    picture.fill(Qt::white);
    LoadedImage own;
    own.id = ImageId{7};
    own.image = picture;
    own.hash = "p";
    service->prepare(own, Priority::Interactive);
    hold = 4; // the pictures with numbers 3 and up, of which the person's is one
    ASSERT_TRUE(QTest::qWaitFor([&] { return prepared.count() == 1; }, kTimeout));
    EXPECT_EQ(run.state(), State::Running);
    ASSERT_TRUE(waitForPicture(4));
    EXPECT_EQ(entries(run.file()).size(), 3) << "the person's came in between";
    run.pause();
    EXPECT_EQ(run.state(), State::Paused);
    hold = -1;
    QTest::qWait(50);
    EXPECT_EQ(run.state(), State::Paused);
    const auto kept = entries(run.file());
    EXPECT_LT(kept.size(), 6);
    run.goOn();
    ASSERT_TRUE(waitFor(run, State::Ended)) << run.failure().toStdString();
    EXPECT_EQ(entries(run.file()).size(), 6);
    EXPECT_EQ(entries(run.file()).mid(0, kept.size()), kept);
}

TEST_F(BackgroundRunTest, AnotherModelDoesNotGoOnWithTheRun) {
    BackgroundRun run(*service);
    hold = 2;
    run.start(wish);
    ASSERT_TRUE(waitForPicture(2));
    const QString file = run.file();
    service->loadModel(QStringLiteral("two"));
    hold = -1;
    ASSERT_TRUE(waitFor(run, State::Failed));
    EXPECT_TRUE(run.failure().contains(QStringLiteral("not the one that this run began with")));
    const auto kept = entries(file);
    EXPECT_GE(kept.size(), 2);
    run.goOn();
    ASSERT_TRUE(waitFor(run, State::Failed));
    EXPECT_EQ(entries(file), kept);
    EXPECT_EQ(QDir(folder.path()).entryList({QStringLiteral("*.jsonl")}).size(), 1) << "no second run";
    load(QStringLiteral("one"));
    run.goOn();
    ASSERT_TRUE(waitFor(run, State::Ended)) << run.failure().toStdString();
    EXPECT_EQ(entries(file).size(), 6);
}

TEST_F(BackgroundRunTest, SaysWhyItCanNotRun) {
    wish.project = folder.filePath(QStringLiteral("gone/toy.maskwright"));
    BackgroundRun run(*service);
    run.start(wish);
    ASSERT_TRUE(waitFor(run, State::Failed));
    EXPECT_TRUE(run.failure().contains(QStringLiteral("can't be written"))) << run.failure().toStdString();
    ThreadedInferenceService empty(EngineFactory{}, ServiceOptions{});
    BackgroundRun none(empty);
    none.start(wish);
    ASSERT_TRUE(waitFor(none, State::Failed));
    EXPECT_TRUE(none.failure().contains(QStringLiteral("No model is loaded")))
        << none.failure().toStdString();
}

TEST_F(BackgroundRunTest, ATrialCountsAndWritesNothing) {
    PlanTrial trial(*service);
    QSignalSpy done(&trial, &PlanTrial::done);
    trial.start(wish, 3);
    ASSERT_TRUE(done.wait(kTimeout));
    const auto report = done.at(0).at(0).value<SampleReport>();
    EXPECT_EQ(report.images, 3);
    EXPECT_EQ(report.total, 6);
    EXPECT_EQ(report.classes.at(0).found, 2) << "of the pictures 0, 2 and 4 the last is too dark";
    EXPECT_EQ(report.failures.size(), 1);
    EXPECT_TRUE(QDir(folder.path()).entryList({QStringLiteral("*.jsonl")}).isEmpty());
    hold = 0;
    trial.start(wish, 3);
    trial.stop();
    hold = -1;
    QTest::qWait(50);
    EXPECT_EQ(done.count(), 1);
}

} // namespace
} // namespace core
