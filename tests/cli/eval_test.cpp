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
