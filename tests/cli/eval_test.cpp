// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/open_project.h"

#include <QFile>

#include <gtest/gtest.h>

namespace cli {
namespace {

/// Two pictures with one car each; a rejected one on the second.
class Eval : public testing::Test {
protected:
    Eval() {
        auto open = core::OpenProject::create(m_project);
        EXPECT_TRUE(open);
        core::Project& project = (*open)->project();
        const core::Label car{project.newLabelId(), QStringLiteral("car"), Qt::red, {}, 0};
        const core::Label dog{project.newLabelId(), QStringLiteral("dog"), Qt::blue, {}, 1};
        core::Edit edit;
        edit.changes = {core::SetLabel{{}, car}, core::SetLabel{{}, dog}};
        for (const char* name : {"a.png", "b.png"}) {
            const core::ImageInfo image{project.newImageId(), m_files.picture(name), {64, 48}, {}, false};
            edit.changes.emplace_back(core::SetImage{{}, image});
            core::Annotation made;
            made.id = project.newAnnotationId();
            made.image = image.id;
            made.fields.label = car.id;
            made.mask = core::Mask::fromRect({1, 1, 10, 10});
            edit.changes.emplace_back(core::AddAnnotation{made});
            if (edit.changes.size() > 5) {
                made.id = project.newAnnotationId();
                made.fields.label = dog.id;
                made.fields.state = core::State::Rejected;
                edit.changes.emplace_back(core::AddAnnotation{made});
            }
        }
        (*open)->history().commit(std::move(edit));
    }

    nlohmann::json eval(const QString& truth, const QString& found) {
        const Outcome outcome =
            runProgram({QStringLiteral("eval"), truth, found, QStringLiteral("--json"), QStringLiteral("-")});
        EXPECT_EQ(outcome.code, 0) << outcome.err.toStdString();
        return parsed(outcome.out);
    }

    Playground m_files;
    QString m_project = m_files.path("p.maskwright");
};

TEST_F(Eval, AProjectEqualsWhatItExports) {
    ASSERT_EQ(
        runProgram({QStringLiteral("export"), m_project, QStringLiteral("-o"), m_files.path("out")}).code, 0);
    const nlohmann::json report = eval(m_project, m_files.path("out/annotations.json"));
    EXPECT_EQ(report["units"], 4);
    EXPECT_EQ(report["concept"]["IL_TP"], 2);
    EXPECT_EQ(report["concept"]["IL_TN"], 2) << "nobody has a dog: the rejected one is none";
    EXPECT_NEAR(report["concept"]["mean"]["cgF1"].get<double>(), 1, 1e-3);
    EXPECT_NEAR(report["precision"]["AP"].get<double>(), 1, 1e-9);
    EXPECT_EQ(report["J&F"], 1.0);
}

TEST_F(Eval, OnlyReviewedPicturesAreTruthWhereThereAreAny) {
    {
        auto open = core::OpenProject::open(m_project);
        ASSERT_TRUE(open);
        core::ImageInfo image = (*open)->project().images().front();
        const core::ImageInfo before = image;
        image.reviewed = true;
        core::Edit edit;
        edit.changes = {core::SetImage{before, image}};
        (*open)->history().commit(std::move(edit));
        ASSERT_TRUE((*open)->flush());
    }
    const Outcome outcome = runProgram({QStringLiteral("eval"), m_project, m_project});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_TRUE(outcome.err.contains("1 images of p.maskwright were left out")) << outcome.err.toStdString();
    EXPECT_TRUE(outcome.out.contains("2 pairs of picture and phrase, 1 of them negatives"))
        << outcome.out.toStdString();
}

TEST_F(Eval, AFilterPartsOneProjectIntoTwoSides) {
    const Outcome outcome =
        runProgram({QStringLiteral("eval"), m_project, m_project, QStringLiteral("--found-where"),
                    QStringLiteral("name:b.png"), QStringLiteral("--json"), QStringLiteral("-")});
    ASSERT_EQ(outcome.code, 0) << outcome.err.toStdString();
    const nlohmann::json report = parsed(outcome.out);
    EXPECT_EQ(report["concept"]["IL_TP"], 1);
    EXPECT_EQ(report["concept"]["IL_FN"], 1) << "the car of a.png is not on the other side";
    EXPECT_EQ(report["panoptic"]["missed"], 1);
    EXPECT_NEAR(report["panoptic"]["PQ"].get<double>(), 1 / 1.5, 1e-9);
    const Outcome other =
        runProgram({QStringLiteral("eval"), m_project, m_project, QStringLiteral("--truth-where"),
                    QStringLiteral("name:b.png"), QStringLiteral("--json"), QStringLiteral("-")});
    EXPECT_EQ(parsed(other.out)["units"], 4) << "a picture in which the filter finds nothing still counts";
    EXPECT_EQ(parsed(other.out)["concept"]["IL_FP"], 1);
    const Outcome refused = runProgram({QStringLiteral("eval"), m_files.write("a.json", "{}"), m_project,
                                        QStringLiteral("--truth-where"), QStringLiteral("class:car")});
    EXPECT_EQ(refused.code, int(1)) << refused.err.toStdString();
}

TEST_F(Eval, DiffTellsWhatWasAddedRemovedAndChanged) {
    ASSERT_EQ(
        runProgram({QStringLiteral("export"), m_project, QStringLiteral("-o"), m_files.path("out")}).code, 0);
    const QString exported = m_files.path("out/annotations.json");
    const Outcome same = runProgram({QStringLiteral("diff"), m_project, exported});
    EXPECT_EQ(same.code, 0) << same.out.toStdString();
    EXPECT_TRUE(same.out.contains("2 pictures: 0 added, 0 removed, 0 changed, 0 relabelled, 2 the same"))
        << same.out.toStdString();
    {
        auto open = core::OpenProject::open(m_project);
        ASSERT_TRUE(open);
        ASSERT_TRUE((*open)->flush());
        core::Project& project = (*open)->project();
        core::Annotation made;
        made.id = project.newAnnotationId();
        made.image = project.images().front().id;
        made.fields.label = project.labels().back().id;
        made.mask = core::Mask::fromRect({30, 30, 5, 5});
        core::Edit edit;
        edit.changes = {core::AddAnnotation{made}};
        (*open)->history().commit(std::move(edit));
        ASSERT_TRUE((*open)->flush());
    }
    const Outcome more = runProgram(
        {QStringLiteral("diff"), exported, m_project, QStringLiteral("--json"), QStringLiteral("-")});
    EXPECT_EQ(more.code, 2);
    const nlohmann::json report = parsed(more.out);
    EXPECT_EQ(report["added"], 1);
    ASSERT_EQ(report["changes"].size(), 1u);
    EXPECT_EQ(report["changes"][0]["after"]["class"], "dog");
    EXPECT_EQ(report["changes"][0]["box"], (nlohmann::json{30, 30, 5, 5}));
}

TEST_F(Eval, WhatCannotBeComparedIsSaid) {
    const QString text = m_files.write("notes.txt", "not a data set");
    const Outcome outcome = runProgram({QStringLiteral("eval"), m_project, text});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_TRUE(outcome.err.contains("notes.txt")) << outcome.err.toStdString();
    EXPECT_EQ(runProgram({QStringLiteral("eval"), m_project, m_project, QStringLiteral("--compare"),
                          QStringLiteral("names")})
                  .code,
              1);
}

} // namespace
} // namespace cli
