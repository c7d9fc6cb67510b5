// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/open_project.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <gtest/gtest.h>

#include <set>

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

    void addImages(int count) {
        auto open = core::OpenProject::open(m_project);
        ASSERT_TRUE(open);
        core::Project& project = (*open)->project();
        core::Edit edit;
        for (int i = 0; i < count; ++i) {
            const QString path = m_files.picture(qPrintable(QStringLiteral("more%1.png").arg(i)));
            const core::ImageInfo image{project.newImageId(), path, {64, 48}, {}, i % 2 == 0};
            edit.changes.emplace_back(core::SetImage{{}, image});
            core::Annotation made;
            made.id = project.newAnnotationId();
            made.image = image.id;
            made.fields.label = project.labels()[i % 2].id;
            made.mask = core::Mask::fromRect({i % 40, 3, 9, 5});
            edit.changes.emplace_back(core::AddAnnotation{made});
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
    for (const char* id :
         {"coco", "labelme", "x-anylabeling", "yolo-segment", "yolo-detect", "png", "voc", "cvat",
          "coco-panoptic", "sa-co", "label-studio", "datumaro", "geojson", "youtube-vis", "davis", "mots"}) {
        const QString folder = m_files.path("each/") + QString::fromLatin1(id);
        const QStringList arguments{QStringLiteral("export"),   m_project,
                                    QStringLiteral("--format"), QString::fromLatin1(id),
                                    QStringLiteral("-o"),       folder};
        const Outcome dry = runProgram(arguments + QStringList{QStringLiteral("--dry-run")});
        EXPECT_EQ(dry.code, 0) << id << dry.err.toStdString();
        // One of two equal masks is wholly hidden where a pixel belongs to one.
        const bool leaves = std::set<std::string>{"coco-panoptic", "davis", "mots"}.contains(id);
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

/// Names and bytes of all that lies in a folder, by name.
QMap<QString, QByteArray> filesIn(const QString& folder) {
    QMap<QString, QByteArray> files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        files.insert(file.fileName().mid(folder.size()), file.readAll());
    }
    return files;
}

TEST_F(Export, KilledAtAnyMomentItLeavesTheOldOneOrTheNewOneAndTheNextStartsClean) {
    addImages(150);
    for (const char* id : {"coco", "yolo-segment", "sa-co"}) {
        const QStringList arguments{QStringLiteral("export"),   m_project,
                                    QStringLiteral("-o"),       m_files.path("killed/out"),
                                    QStringLiteral("--format"), QString::fromLatin1(id)};
        ASSERT_EQ(runProgram(arguments).code, 0) << id;
        const auto whole = filesIn(m_files.path("killed/out"));
        ASSERT_FALSE(whole.isEmpty());
        for (int i = 0; i < 10; ++i) {
            QProcess program;
            program.start(QStringLiteral(CLI_PROGRAM), arguments);
            ASSERT_TRUE(program.waitForStarted());
            program.waitForFinished(i * i * 3);
            program.kill();
            program.waitForFinished();
            auto left = filesIn(m_files.path("killed/out"));
            left.removeIf([](QMap<QString, QByteArray>::iterator file) {
                return file.key().contains(QStringLiteral(".partial"));
            });
            EXPECT_TRUE(left == whole) << id << " killed after " << i * i * 3 << " ms";
        }
        ASSERT_EQ(runProgram(arguments).code, 0) << id;
        EXPECT_EQ(
            QDir(m_files.path("killed")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList(QStringLiteral("out")))
            << id;
        EXPECT_TRUE(filesIn(m_files.path("killed/out")) == whole) << id << ": the same data, the same files";
        QDir(m_files.path("killed")).removeRecursively();
    }
}

TEST_F(Export, APresetIsTakenAndWhatIsSaidBesidesComesFirst) {
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", m_files.path("config").toLocal8Bit());
    QDir().mkpath(m_files.path("config/maskwright"));
    m_files.write(
        "config/maskwright/maskwright.conf",
        "[exportPresets]\n1\\name=Cars\n1\\format=labelme\n1\\where=class:car\n1\\pictures=false\nsize=1\n");
    const Outcome cars = runExport({QStringLiteral("--preset"), QStringLiteral("Cars")});
    EXPECT_EQ(cars.code, 0) << cars.err.toStdString();
    EXPECT_TRUE(cars.out.contains("2 images and 2 instances are written.")) << cars.out.toStdString();
    EXPECT_TRUE(QFile::exists(m_files.path("out/a.json")));
    EXPECT_FALSE(QFile::exists(m_files.path("out/a.png")));
    const Outcome both = runExport({QStringLiteral("--preset"), QStringLiteral("Cars"),
                                    QStringLiteral("--where"), QStringLiteral("tag:night")});
    EXPECT_TRUE(both.out.contains("1 images and 2 instances are written.")) << both.out.toStdString();
    const Outcome none = runExport({QStringLiteral("--preset"), QStringLiteral("Boats")});
    EXPECT_EQ(none.code, 1);
    EXPECT_TRUE(none.err.contains("Cars")) << none.err.toStdString();
    before.isNull() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", before);
}

} // namespace
} // namespace cli
