// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/open_project.h"

#include <QFile>

#include <gtest/gtest.h>

namespace cli {
namespace {

/// Two images of one car each, of which the first is tagged, and a person on the first.
class Export : public testing::Test {
protected:
    Export() {
        auto open = core::OpenProject::create(m_project);
        EXPECT_TRUE(open);
        core::Project& project = (*open)->project();
        const core::Label car{project.newLabelId(), QStringLiteral("car"), Qt::red, {}, 0};
        const core::Label person{project.newLabelId(), QStringLiteral("person"), Qt::blue, {}, 1};
        core::Edit edit;
        edit.changes = {core::SetLabel{{}, car}, core::SetLabel{{}, person}};
        for (const char* name : {"a.png", "b.png"}) {
            core::ImageInfo image{project.newImageId(), m_files.picture(name), {64, 48}, {}, false};
            if (edit.changes.size() == 2) {
                image.tags = {QStringLiteral("night")};
            }
            edit.changes.emplace_back(core::SetImage{{}, image});
            for (const core::Label& label : {car, person}) {
                core::Annotation made;
                made.id = project.newAnnotationId();
                made.image = image.id;
                made.fields.label = label.id;
                made.mask = core::Mask::fromRect({1, 1, 5, 5});
                if (label.id == car.id || !image.tags.isEmpty()) {
                    edit.changes.emplace_back(core::AddAnnotation{made});
                }
            }
        }
        (*open)->history().commit(std::move(edit));
    }

    Outcome runExport(const QStringList& more) {
        return runProgram(
            QStringList{QStringLiteral("export"), m_project, QStringLiteral("-o"), m_files.path("out")} +
            more);
    }
    /// Images and annotations of what was written, such as "1 2".
    std::string written() {
        QFile file(m_files.path("out/annotations.json"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        const nlohmann::json root = parsed(file.readAll());
        return std::to_string(root["images"].size()) + ' ' + std::to_string(root["annotations"].size());
    }

    Playground m_files;
    QString m_project = m_files.path("p.maskwright");
};

TEST_F(Export, WritesEverythingOrWhatAFilterFinds) {
    const std::pair<const char*, const char*> cases[] = {{"", "2 3"},          {"class:car", "2 2"},
                                                         {"tag:night", "1 2"}, {"tag:night class:car", "1 1"},
                                                         {"tag:none", "1 1"},  {"area:>1000", "0 0"}};
    for (const auto& [filter, expected] : cases) {
        const Outcome outcome = runExport({QStringLiteral("--where"), QString::fromUtf8(filter)});
        EXPECT_EQ(outcome.code, 0) << filter << ": " << outcome.err.toStdString();
        EXPECT_EQ(written(), expected) << filter;
    }
    EXPECT_EQ(runExport({}).code, 0);
    EXPECT_EQ(written(), "2 3");
}

TEST_F(Export, AFilterThatSaysNothingWritesNothing) {
    for (const char* filter : {"scor:1", "class:cow", "name:/(/"}) {
        const Outcome outcome = runExport({QStringLiteral("--where"), QString::fromUtf8(filter)});
        EXPECT_NE(outcome.code, 0) << filter;
        EXPECT_TRUE(outcome.err.contains("column")) << outcome.err.toStdString();
        EXPECT_FALSE(QFile::exists(m_files.path("out"))) << filter;
    }
}

TEST_F(Export, EveryFormatIsWrittenSaysWhatItLosesAndIsReadAgain) {
    for (const char* id : {"coco", "labelme", "x-anylabeling", "yolo-segment", "yolo-detect", "png", "voc",
                           "cvat", "coco-panoptic", "sa-co", "label-studio", "datumaro", "geojson"}) {
        const QString folder = m_files.path("each/") + QString::fromLatin1(id);
        const QStringList arguments{QStringLiteral("export"),   m_project,
                                    QStringLiteral("--format"), QString::fromLatin1(id),
                                    QStringLiteral("-o"),       folder};
        const Outcome dry = runProgram(arguments + QStringList{QStringLiteral("--dry-run")});
        EXPECT_EQ(dry.code, 0) << id << dry.err.toStdString();
        // One of two equal masks is wholly hidden where a pixel belongs to one.
        const bool leaves = std::string(id) == "coco-panoptic";
        EXPECT_TRUE(dry.out.contains(leaves ? "2 images and 2 instances are written."
                                            : "2 images and 3 instances are written."))
            << dry.out.toStdString();
        EXPECT_FALSE(QFile::exists(folder)) << id;
        const Outcome outcome = runProgram(arguments);
        EXPECT_EQ(outcome.code, 0) << id << outcome.err.toStdString();
        EXPECT_EQ(outcome.out, dry.out) << id;
        const Outcome back =
            runProgram({QStringLiteral("import"), folder + QStringLiteral(".maskwright"), folder});
        EXPECT_EQ(back.code, 0) << id << back.err.toStdString();
        const bool hides = leaves || std::string(id) == "voc";
        EXPECT_TRUE(back.out.contains(hides ? ": 2 instances in 2 images" : ": 3 instances in 2 images"))
            << back.out.toStdString();
    }
    EXPECT_NE(runExport({QStringLiteral("--format"), QStringLiteral("word")}).code, 0);
    const Outcome unknown =
        runProgram({QStringLiteral("import"), m_files.path("new.maskwright"), m_files.path("a.png")});
    EXPECT_TRUE(unknown.err.contains("does not look like labels")) << unknown.err.toStdString();
    EXPECT_FALSE(QFile::exists(m_files.path("new.maskwright")));
}

} // namespace
} // namespace cli
