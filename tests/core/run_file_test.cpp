// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/label_images.h"

#include "tests/core/mask_random.h"
#include "tests/support/core/color_engine.h"
#include "tests/support/core/full_disk.h"

#include <QFile>
#include <QPainter>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace core {
namespace {

class RunFileTest : public testing::Test {
protected:
    void SetUp() override {
        PlannedClass cup;
        cup.label = QStringLiteral("cup");
        cup.phrases = {QStringLiteral("red"), QStringLiteral("blue")};
        header.plan.classes = {cup};
        header.model = QStringLiteral("colours");
        header.images = 6;
        for (int i = 0; i < 6; ++i) {
            const QString name = QStringLiteral("%1.png").arg(i);
            QImage image(40, 30, QImage::Format_RGB32);
            image.fill(i == 4 ? Qt::black : Qt::white); // the engine gives up on black ones
            QPainter painter(&image);
            painter.fillRect(QRect(5 + i, 5, 10, 8), i % 2 == 0 ? Qt::red : Qt::blue);
            painter.end();
            ASSERT_TRUE(image.save(folder.filePath(name)));
            images.paths.append(name);
        }
        images.absolutePath = [this](const QString& name) { return folder.filePath(name); };
        header.id = runId(header.plan, "c0ffee", images.paths);
    }
    QString file() const { return folder.filePath(QStringLiteral("run.jsonl")); }
    QByteArray bytes() const {
        QFile in(file());
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void write(const QByteArray& text) const {
        QFile out(file());
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    RunFile open() {
        auto run = RunFile::open(file(), header);
        EXPECT_TRUE(run) << run.error().message;
        return std::move(*run);
    }
    Result<RunProgress> labelAll(const inference::RunControl& control = {}) {
        RunFile run = open();
        return labelImages(engine, header.plan, images, run, control);
    }
    std::vector<RunEntry> entries() const {
        std::vector<RunEntry> read;
        const Status status = readRun(
            file(), [](const RunHeader&) { return Status{}; },
            [&](const RunEntry& entry) {
                read.push_back(entry);
                return Status{};
            });
        EXPECT_TRUE(status) << status.error().message;
        return read;
    }

    QTemporaryDir folder;
    RunHeader header;
    RunImages images;
    ColorEngine engine;
};

TEST_F(RunFileTest, KeepsEveryMaskScoreAndPhrase) {
    std::mt19937 random(3);
    RunEntry entry;
    entry.image = QStringLiteral("ordner/bild \"ü\".png");
    entry.size = {61, 47};
    for (int i = 0; i < 50; ++i) {
        entry.objects.push_back(
            {0, 0.01F * float(i), QStringLiteral("red"), randomBitmap(random, entry.size).mask()});
    }
    ASSERT_TRUE(open().append(entry));
    const auto read = entries();
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].image, entry.image);
    EXPECT_EQ(read[0].size, entry.size);
    EXPECT_EQ(read[0].objects, entry.objects);
}

TEST_F(RunFileTest, ARunCutOffAnywhereGoesOnToTheSameFile) {
    const auto done = labelAll();
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_EQ(done->done, 5);
    EXPECT_EQ(done->failed, 1);
    const QByteArray whole = bytes();
    ASSERT_EQ(whole.count('\n'), 7);
    for (qsizetype cut = 0; cut < whole.size(); cut += 29) {
        write(whole.left(cut));
        ASSERT_TRUE(labelAll()) << "cut after " << cut << " bytes";
        // A failure that was there already is tried again; everything else is written once.
        QList<QByteArray> lines = bytes().split('\n');
        lines.removeIf([](const QByteArray& line) { return line.contains("failed"); });
        QList<QByteArray> expected = whole.split('\n');
        expected.removeIf([](const QByteArray& line) { return line.contains("failed"); });
        ASSERT_EQ(lines, expected) << "cut after " << cut << " bytes";
    }
}

TEST_F(RunFileTest, WhatFailedIsNamedAndTriedAgain) {
    ASSERT_TRUE(QFile::remove(folder.filePath(QStringLiteral("2.png"))));
    const auto first = labelAll();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->failed, 2);
    EXPECT_EQ(open().failed(), QStringList({QStringLiteral("2.png"), QStringLiteral("4.png")}));
    ASSERT_TRUE(
        QFile::copy(folder.filePath(QStringLiteral("0.png")), folder.filePath(QStringLiteral("2.png"))));
    const auto second = labelAll();
    ASSERT_TRUE(second);
    EXPECT_EQ(second->done, 5);
    EXPECT_EQ(second->fresh, 2) << "only what was missing";
    EXPECT_EQ(open().failed(), QStringList(QStringLiteral("4.png")));
}

TEST_F(RunFileTest, AStopLosesNothing) {
    std::stop_source stop;
    inference::RunControl control;
    control.stop = stop.get_token();
    images.progress = [&](const RunProgress& progress) {
        if (progress.done == 2) {
            stop.request_stop();
        }
    };
    const auto stopped = labelAll(control);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(open().doneCount(), 2);
    images.progress = {};
    ASSERT_TRUE(labelAll());
    EXPECT_EQ(open().doneCount(), 5);
}

TEST_F(RunFileTest, APictureWithoutMemoryIsNotTheRunsEnd) {
    engine.outOfMemoryAt = 1;
    const auto done = labelAll();
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_EQ(done->done, 4);
    EXPECT_EQ(open().failed(), QStringList({QStringLiteral("1.png"), QStringLiteral("4.png")}));
}

TEST_F(RunFileTest, AFullDiskIsOneSentenceAndTheRunGoesOnWhenThereIsRoom) {
    ASSERT_TRUE(labelAll());
    const QByteArray whole = bytes();
    ASSERT_TRUE(QFile::remove(file()));
    const qsizetype room = whole.indexOf("\"2.png\"") + 20; // in the middle of its line
    {
        const test::FullDisk full{rlim_t(room)};
        const auto stopped = labelAll();
        ASSERT_FALSE(stopped);
        EXPECT_EQ(stopped.error().code, ErrorCode::Io);
        EXPECT_NE(stopped.error().message.find("free some space"), std::string::npos)
            << stopped.error().message;
    }
    EXPECT_EQ(open().doneCount(), 2);
    ASSERT_TRUE(labelAll());
    EXPECT_EQ(bytes(), whole);
}

TEST_F(RunFileTest, ShardsPartTheListAndBelongTogether) {
    QStringList all;
    for (int i = 1; i <= 4; ++i) {
        all += shardOf(images.paths, {i, 4});
    }
    all.sort();
    EXPECT_EQ(all, images.paths);
    EXPECT_EQ(shardOf(images.paths, {2, 4}), QStringList({QStringLiteral("1.png"), QStringLiteral("5.png")}));
    EXPECT_NE(runId(header.plan, "c0ffee", images.paths), runId(header.plan, "beef", images.paths));
    AutoLabelPlan other = header.plan;
    other.duplicateIou = 0.5;
    EXPECT_NE(runId(header.plan, "c0ffee", images.paths), runId(other, "c0ffee", images.paths));
}

TEST_F(RunFileTest, AnotherRunsFileIsNotTouched) {
    ASSERT_TRUE(labelAll());
    const QByteArray before = bytes();
    RunHeader other = header;
    other.shard = {2, 3};
    EXPECT_FALSE(RunFile::open(file(), other));
    other = header;
    other.id = QByteArray(32, 'a');
    const auto refused = RunFile::open(file(), other);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(bytes(), before);
}

TEST_F(RunFileTest, DamageIsNamedByItsLine) {
    ASSERT_TRUE(labelAll());
    const QByteArray whole = bytes();
    const auto complaint = [&](const QByteArray& line) {
        QList<QByteArray> lines = whole.split('\n');
        lines[2] = line;
        write(lines.join('\n'));
        const auto run = RunFile::open(file(), header);
        return run ? std::string("opened") : run.error().message;
    };
    for (const char* line :
         {"{", "[]", "{}", R"({"image":"a","size":[0,4],"objects":[]})",
          R"({"image":"a","size":[4,4],"objects":[{"class":1,"score":1,"counts":"0`0"}]})",
          R"({"image":"a","size":[4,4],"objects":[{"class":0,"score":"x","counts":"`0"}]})",
          R"({"image":"a","size":[4,4],"objects":[{"class":0,"score":0.5,"counts":"zzz"}]})",
          R"({"image":"a","size":[4,4],"objects":[7]})", R"({"image":"a","size":[1e99,4],"objects":[]})"}) {
        EXPECT_NE(complaint(line).find("Line 3"), std::string::npos) << line << ": " << complaint(line);
    }
    write("not a run\n");
    EXPECT_FALSE(RunFile::open(file(), header));
    EXPECT_EQ(bytes(), "not a run\n");
}

TEST_F(RunFileTest, TheMarkIsKeptAndMustBeHexadecimal) {
    header.mark = newRunMark();
    EXPECT_EQ(header.mark.size(), 16);
    EXPECT_NE(header.mark, newRunMark());
    const auto markOf = [this] {
        QByteArray mark;
        const Status status = readRun(
            file(),
            [&](const RunHeader& found) {
                mark = found.mark;
                return Status{};
            },
            [](const RunEntry&) { return Status{}; });
        return status ? mark : QByteArray("refused");
    };
    open();
    EXPECT_EQ(markOf(), header.mark);
    const QByteArray line = bytes();
    const QByteArray stored = header.mark;
    header.mark = newRunMark();
    open();
    EXPECT_EQ(markOf(), stored) << "a run that goes on keeps its mark";
    write(QByteArray(line).replace(stored, "0123,beef"));
    EXPECT_EQ(markOf(), "refused");
    write(QByteArray(line).replace(stored, ""));
    EXPECT_EQ(markOf(), header.id) << "files of before";
}

} // namespace
} // namespace core
