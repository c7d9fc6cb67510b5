// SPDX-License-Identifier: Apache-2.0
// A project made, labelled, merged and looked at on the command line with the model that comes with the
// program.
#include "program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <gtest/gtest.h>

namespace cli {
namespace {

class AutoLabelCommand : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(QDir().mkpath(m_ground.path("pictures/more")));
        const QDir demo(QStringLiteral(DEMO_DIR));
        const QStringList names = demo.entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name);
        ASSERT_GE(names.size(), 6);
        for (int i = 0; i < 6; ++i) {
            const QDir to(m_ground.path(i % 2 == 0 ? "pictures" : "pictures/more"));
            ASSERT_TRUE(QFile::copy(demo.filePath(names[i]), to.filePath(names[i])));
        }
        plan = m_ground.write("plan.json", R"({"classes": [{"label": "round", "phrases": ["circle"]},
                                                           {"label": "star"}]})");
    }
    static Outcome run(const QStringList& words) { return runProgram(words); }
    QString project(const char* name) {
        const QString file = m_ground.path(name);
        EXPECT_EQ(run({QStringLiteral("add"), file, m_ground.path("pictures")}).out, "6 pictures added\n");
        return file;
    }
    nlohmann::json exported(const QString& file) {
        const QString folder = file + QStringLiteral("-coco");
        EXPECT_EQ(run({QStringLiteral("export"), file, QStringLiteral("-o"), folder}).code, 0);
        QFile in(folder + QStringLiteral("/annotations.json"));
        EXPECT_TRUE(in.open(QIODevice::ReadOnly));
        return parsed(in.readAll());
    }
    static std::vector<std::string> masks(const nlohmann::json& coco) {
        std::vector<std::string> all;
        for (const auto& annotation : coco.at("annotations")) {
            all.push_back(annotation.at("image_id").dump() + annotation.at("category_id").dump() +
                          annotation.at("segmentation").dump());
        }
        return all;
    }

    Playground m_ground;
    QString plan;
};

TEST_F(AutoLabelCommand, AWholeRunAndItsShardsGiveTheSame) {
    const QString alone = project("alone.maskwright");
    const Outcome whole = run({QStringLiteral("autolabel"), plan, alone});
    ASSERT_EQ(whole.code, 0) << whole.err.toStdString();
    EXPECT_TRUE(whole.out.startsWith("6 of 6 images labelled, 0 could not be")) << whole.out.toStdString();
    const auto one = exported(alone);
    ASSERT_GT(one.at("annotations").size(), 3U) << "the model that comes with the program knows circles";
    EXPECT_TRUE(QFileInfo(alone).absoluteDir().entryList({QStringLiteral("*.jsonl")}).isEmpty())
        << "it is merged";

    const QString shared = project("shared.maskwright");
    QStringList merge{QStringLiteral("merge"), shared};
    for (const char* shard : {"2/2", "1/2"}) {
        const QString runFile = m_ground.path(shard[0] == '1' ? "one.jsonl" : "two.jsonl");
        EXPECT_EQ(run({QStringLiteral("autolabel"), plan, shared, QStringLiteral("--shard"),
                       QString::fromLatin1(shard), QStringLiteral("-o"), runFile})
                      .code,
                  0);
        merge.append(runFile);
    }
    EXPECT_EQ(run(merge.mid(0, 3)).code, 1) << "a shard is missing";
    EXPECT_TRUE(exported(shared).at("annotations").empty()) << "and nothing was written";
    ASSERT_EQ(run(merge).code, 0);
    EXPECT_EQ(masks(exported(shared)), masks(one));
    EXPECT_TRUE(run(merge).out.startsWith("0 instances added"));
    EXPECT_EQ(masks(exported(shared)), masks(one));
    EXPECT_EQ(run({QStringLiteral("check"), shared}).code, 0);
}

TEST_F(AutoLabelCommand, WhatFailedIsTriedAgainByTheSameCommand) {
    const QString file = project("p.maskwright");
    const QString broken =
        QDir(m_ground.path("pictures")).entryInfoList(QDir::Files, QDir::Name)[0].filePath();
    ASSERT_TRUE(QFile::rename(broken, broken + QStringLiteral(".away")));
    const Outcome first = run({QStringLiteral("autolabel"), plan, file});
    EXPECT_EQ(first.code, 0) << first.err.toStdString();
    EXPECT_TRUE(first.out.startsWith("5 of 6 images labelled, 1 could not be")) << first.out.toStdString();
    EXPECT_TRUE(first.out.contains("not labelled: pictures/")) << first.out.toStdString();
    const auto before = exported(file).at("annotations").size();
    ASSERT_TRUE(QFile::rename(broken + QStringLiteral(".away"), broken));
    const Outcome second = run({QStringLiteral("autolabel"), plan, file});
    EXPECT_TRUE(second.out.startsWith("6 of 6 images labelled, 0 could not be")) << second.out.toStdString();
    EXPECT_GT(exported(file).at("annotations").size(), before);
    EXPECT_EQ(run({QStringLiteral("check"), file}).code, 0);
}

TEST_F(AutoLabelCommand, ASampleTellsAndWritesNothing) {
    const QString file = project("p.maskwright");
    const Outcome sample =
        run({QStringLiteral("autolabel"), plan, file, QStringLiteral("--sample"), QStringLiteral("3")});
    EXPECT_EQ(sample.code, 0);
    EXPECT_TRUE(sample.out.contains("round: ")) << sample.out.toStdString();
    EXPECT_TRUE(sample.out.contains("3 images in ")) << sample.out.toStdString();
    EXPECT_TRUE(exported(file).at("annotations").empty());
}

TEST_F(AutoLabelCommand, MistakesAreOneSentence) {
    const QString file = project("p.maskwright");
    const auto refusal = [&](const QStringList& words) {
        const Outcome outcome = run(words);
        EXPECT_EQ(outcome.err.count('\n'), 1) << outcome.err.toStdString();
        return outcome.code;
    };
    const QString command = QStringLiteral("autolabel");
    EXPECT_EQ(refusal({command, m_ground.path("none.json"), file}), 2);
    EXPECT_EQ(refusal({command, m_ground.write("bad.json", "{"), file}), 1);
    EXPECT_EQ(refusal({command, plan, m_ground.path("none.maskwright")}), 2);
    EXPECT_EQ(refusal({command, plan, file, QStringLiteral("--shard"), QStringLiteral("3/2")}), 1);
    EXPECT_EQ(refusal({QStringLiteral("merge"), file, m_ground.path("none.jsonl")}), 2);
    EXPECT_EQ(refusal({QStringLiteral("merge"), file, plan}), 2);
    EXPECT_EQ(refusal({QStringLiteral("add"), file, m_ground.path("nowhere")}), 2);
    EXPECT_EQ(refusal({QStringLiteral("lint"), file, QStringLiteral("--rule"), QStringLiteral("ugly")}), 1);
}

TEST_F(AutoLabelCommand, LintFindsMendsAndSaysSoByItsExitCode) {
    const QString file = project("p.maskwright");
    EXPECT_EQ(run({QStringLiteral("lint"), file}).code, 0) << "nothing in it is nothing wrong";
    // The same plan under another label: everything is there twice, as two labels that overlap.
    ASSERT_EQ(run({QStringLiteral("autolabel"), plan, file}).code, 0);
    const QString other =
        m_ground.write("other.json", R"({"classes": [{"label": "ball", "phrases": ["circle"]}]})");
    ASSERT_EQ(run({QStringLiteral("autolabel"), other, file}).code, 0);
    const Outcome found =
        run({QStringLiteral("lint"), file, QStringLiteral("--rule"), QStringLiteral("overlap")});
    EXPECT_EQ(found.code, 2);
    EXPECT_TRUE(found.out.contains(": overlap, instance ")) << found.out.toStdString();
    // Masks of other phrases under the same label: nearly the same, so duplicates.
    const QString again = m_ground.write(
        "again.json", R"({"classes": [{"label": "round", "phrases": ["red circle", "blue circle",
            "green circle", "yellow circle"]}], "duplicate_iou": 1})");
    ASSERT_EQ(run({QStringLiteral("autolabel"), again, file}).code, 0);
    const QStringList twice{QStringLiteral("lint"), file, QStringLiteral("--rule"),
                            QStringLiteral("duplicate")};
    ASSERT_EQ(run(twice).code, 2);
    const auto crowded = exported(file).at("annotations").size();
    const Outcome mended = run(twice + QStringList(QStringLiteral("--fix")));
    EXPECT_EQ(mended.code, 0) << mended.out.toStdString();
    EXPECT_TRUE(mended.out.contains("in one step that can be undone")) << mended.out.toStdString();
    EXPECT_LT(exported(file).at("annotations").size(), crowded);
    EXPECT_EQ(run(twice).code, 0);
    const auto before = exported(file).at("annotations").size();
    const Outcome left = run({QStringLiteral("lint"), file, QStringLiteral("--fix")});
    EXPECT_EQ(left.code, 2) << "overlaps are left to people";
    EXPECT_EQ(exported(file).at("annotations").size(), before);
}

} // namespace
} // namespace cli
