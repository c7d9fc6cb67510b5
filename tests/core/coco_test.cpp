// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_format.h"

#include "core/formats/coco_extension.h"
#include "core/mask/rle.h"
#include "tests/core/coco_fixture.h"
#include "tests/core/mask_random.h"
#include "tests/support/core/full_disk.h"

#include <QDir>

#include <nlohmann/json.hpp>

#include <unistd.h>

namespace core {
namespace {

using nlohmann::json;

class Coco : public CocoFixture {};

TEST_F(Coco, writesWhatTheFormatAsksFor) {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/photos/a.png"), {4, 3});
    const ImageId b = dataset.addImage(QStringLiteral("/photos/sub/b.png"), {7, 5});
    dataset.addImage(QStringLiteral("/photos/empty.png"), {9, 9});
    dataset.add(a, Mask::fromRect({1, 1, 2, 2}));
    Annotation& ring = dataset.add(b, Mask::fromRect({1, 1, 3, 3})
                                          .subtracted(Mask::fromRect({2, 2, 1, 1}))
                                          .united(Mask::fromRect({5, 2, 1, 1})));
    ring.fields.label = LabelId{7};
    ring.origin = Origin::Prompt;
    ring.score = 0.7F;

    const json root = json::parse(exported(dataset).toStdString());
    EXPECT_EQ(root["images"][1], json({{"id", 2}, {"file_name", "sub/b.png"}, {"width", 7}, {"height", 5}}));
    EXPECT_EQ(root["images"].size(), 3U);
    EXPECT_EQ(root["categories"][1]["id"], 7);
    EXPECT_EQ(root["categories"][1]["name"], dataset.labels[1].name.toStdString());
    ASSERT_EQ(root["annotations"].size(), 2U);
    const json first = {{"id", 1},
                        {"image_id", 1},
                        {"category_id", 3},
                        {"area", 4},
                        {"iscrowd", 0},
                        {"bbox", {1, 1, 2, 2}},
                        {"segmentation", {{"size", {3, 4}}, {"counts", "42102"}}}};
    EXPECT_EQ(root["annotations"][0], first);
    EXPECT_EQ(root["annotations"][1]["segmentation"]["counts"], "632NO0126NO");
    EXPECT_EQ(root["annotations"][1]["bbox"], json({1, 1, 5, 3}));
    EXPECT_EQ(root["annotations"][1]["area"], 9);
    EXPECT_EQ(root["annotations"][1]["score"].get<float>(), 0.7F);
}

TEST_F(Coco, exportImportExportGivesTheSameBytes) {
    std::mt19937 random(1);
    for (const bool polygons : {false, true}) {
        SampleDataset dataset = randomDataset(random, 300);
        dataset.annotations[dataset.images[0].id][0].fields.state = State::Rejected;
        dataset.add(dataset.images[1].id, Mask());
        ExportOptions options;
        options.polygons = polygons;
        const QByteArray first = exported(dataset, options);
        EXPECT_EQ(exported(dataset, options), first);
        const Result<ImportedDataset> back = importCoco(file());
        ASSERT_TRUE(back) << back.error().message;
        EXPECT_TRUE(back->warnings.isEmpty()) << back->warnings.join(QLatin1Char(' ')).toStdString();
        EXPECT_EQ(exported(datasetOf(*back), options), first);
    }
}

TEST_F(Coco, thousandMasksComeBackPixelByPixel) {
    std::mt19937 random(2);
    for (const bool polygons : {false, true}) {
        const SampleDataset dataset = randomDataset(random, 1000);
        ExportOptions options;
        options.polygons = polygons;
        exported(dataset, options);
        const Result<ImportedDataset> back = importCoco(file());
        ASSERT_TRUE(back) << back.error().message;
        ASSERT_EQ(back->annotations.size(), 1000U);
        std::size_t at = 0;
        for (const ImageInfo& image : dataset.images) {
            for (const Annotation& annotation : dataset.annotations.at(image.id))
                ASSERT_EQ(back->annotations[at++].mask, annotation.mask);
        }
    }
}

TEST_F(Coco, sameNamesInDifferentFoldersStayApart) {
    SampleDataset dataset = emptyDataset();
    dataset.addImage(QStringLiteral("/photos/monday/1.png"), {4, 3});
    dataset.addImage(QStringLiteral("/photos/tuesday/1.png"), {4, 3});
    const json root = json::parse(exported(dataset).toStdString());
    EXPECT_EQ(root["images"][0]["file_name"], "monday/1.png");
    EXPECT_EQ(root["images"][1]["file_name"], "tuesday/1.png");
}

TEST_F(Coco, failuresLeaveTheOldFileAlone) {
    SampleDataset dataset = emptyDataset();
    const ImageId image = dataset.addImage(QStringLiteral("/a.png"), {4, 3});
    const QByteArray before = exported(dataset);
    dataset.add(image, Mask::fromRect({0, 0, 1, 1}));

    ExportOptions cancel;
    cancel.progress = [](int, int) { return false; };
    EXPECT_EQ(exportCoco(dataset.source(), m_folder.path(), cancel).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(contentsOf(file()), before);

    ExportSource broken = dataset.source();
    broken.annotations = [](ImageId) -> Result<std::vector<Annotation>> {
        return fail(ErrorCode::Io, QStringLiteral("The project can't be read."));
    };
    EXPECT_EQ(exportCoco(broken, m_folder.path()).error().code, ErrorCode::Io);
    EXPECT_EQ(contentsOf(file()), before);
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden),
              QStringList(QStringLiteral("annotations.json")));
}

TEST_F(Coco, fullDiskIsOneClearMessage) {
    std::mt19937 random(3);
    const SampleDataset dataset = randomDataset(random, 400);
    const QByteArray before = exported(emptyDataset());
    const Result<LossReport> report = [&] {
        const test::FullDisk full(4096);
        return exportCoco(dataset.source(), m_folder.path());
    }();
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Io);
    EXPECT_NE(report.error().message.find("unchanged"), std::string::npos) << report.error().message;
    EXPECT_EQ(contentsOf(file()), before);
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

TEST_F(Coco, folderThatForbidsWritingIsOneClearMessage) {
    QFile blocker(m_folder.filePath(QStringLiteral("blocker")));
    ASSERT_TRUE(blocker.open(QIODevice::WriteOnly));
    const Result<LossReport> report =
        exportCoco(emptyDataset().source(), blocker.fileName() + QStringLiteral("/sub"));
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Io);
    if (geteuid() == 0)
        GTEST_SKIP() << "the superuser may write everywhere";
    ASSERT_TRUE(QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    const Result<LossReport> forbidden = exportCoco(emptyDataset().source(), m_folder.path());
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    ASSERT_FALSE(forbidden);
    EXPECT_EQ(forbidden.error().code, ErrorCode::Io);
}

TEST_F(Coco, attributesProvenanceAndCrowdsComeBack) {
    SampleDataset dataset = emptyDataset();
    const QString small = QStringLiteral("small");
    dataset.labels[0].attributes = {
        {{1}, QStringLiteral("broken"), AttributeType::Bool},
        {{2}, QStringLiteral("size"), AttributeType::Choice, {small, QStringLiteral("big")}},
        {{3}, QStringLiteral("fill"), AttributeType::Number},
        {{4}, QStringLiteral("note \"x\""), AttributeType::Text}};
    const ImageId image = dataset.addImage(QStringLiteral("/a.png"), {10, 10});
    Annotation& annotation = dataset.add(image, Mask::fromRect({1, 1, 4, 4}));
    annotation.fields.attributes = {{{1}, QStringLiteral("yes")},
                                    {{2}, small},
                                    {{3}, QStringLiteral("-0.25")},
                                    {{4}, QStringLiteral("ü\\")}};
    annotation.fields.crowd = true;
    annotation.fields.group = {12};
    annotation.fields.z = -3;
    annotation.source = QStringLiteral("a cat");
    annotation.model = QStringLiteral("pocket");
    annotation.created = 1'700'000'000'000;
    annotation.effort = {1'700'000'100'000, 4200, 7};
    annotation.touched = Mask::fromRect({1, 1, 2, 4});

    const QByteArray text = exported(dataset);
    const json root = json::parse(text.toStdString());
    const json& entry = root["annotations"][0];
    EXPECT_EQ(entry["iscrowd"], 1);
    EXPECT_EQ(entry["attributes"]["broken"], true);
    EXPECT_EQ(entry["attributes"]["fill"], -0.25);
    EXPECT_EQ(entry["maskwright"]["by_hand"], 0.5);
    EXPECT_EQ(root["categories"][0]["attributes"][1]["choices"], json({"small", "big"}));
    EXPECT_FALSE(root["categories"][1].contains("attributes"));

    const Result<ImportedDataset> back = importCoco(file());
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_TRUE(back->warnings.isEmpty());
    ASSERT_EQ(back->annotations.size(), 1U);
    const Annotation& read = back->annotations[0];
    EXPECT_EQ(read.fields, annotation.fields);
    EXPECT_EQ(read.source, annotation.source);
    EXPECT_EQ(read.model, annotation.model);
    EXPECT_EQ(read.created, annotation.created);
    EXPECT_EQ(read.effort, annotation.effort);
    EXPECT_EQ(back->labels[0].attributes, dataset.labels[0].attributes);
    const Result<LossReport> losses = cocoLosses(dataset.source());
    EXPECT_EQ(losses->fieldsDropped, QStringList(QStringLiteral("pixels decided by hand")));
}

TEST_F(Coco, tagsOfImagesComeBack) {
    SampleDataset dataset = emptyDataset();
    dataset.addImage(QStringLiteral("/a.png"), {10, 10});
    dataset.addImage(QStringLiteral("/b.png"), {10, 10});
    dataset.images[0].tags = {QStringLiteral("a \"b\""), QStringLiteral("night")};
    const json root = json::parse(exported(dataset).toStdString());
    EXPECT_EQ(root["images"][0]["tags"], json({"a \"b\"", "night"}));
    EXPECT_FALSE(root["images"][1].contains("tags"));
    const Result<ImportedDataset> back = importCoco(file());
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->images[0].tags, dataset.images[0].tags);
    EXPECT_TRUE(back->images[1].tags.isEmpty());
    const Result<ImportedDataset> odd = imported(
        R"({"images":[{"id":1,"file_name":"a.png","width":4,"height":3,"tags":["x, y",7,null,"X y",[1]]},
                      {"id":2,"file_name":"b.png","width":4,"height":3,"tags":{"a":"b"}}]})");
    ASSERT_TRUE(odd) << odd.error().message;
    EXPECT_EQ(odd->images[0].tags, QStringList(QStringLiteral("x y")));
    EXPECT_TRUE(odd->images[1].tags.isEmpty());
}

TEST_F(Coco, aValueThatIsNoneOfItsTypeCannotBreakTheFile) {
    SampleDataset dataset = emptyDataset();
    dataset.labels[0].attributes = {{{1}, QStringLiteral("fill"), AttributeType::Number}};
    const ImageId image = dataset.addImage(QStringLiteral("/a.png"), {10, 10});
    Annotation& annotation = dataset.add(image, Mask::fromRect({1, 1, 4, 4}));
    annotation.fields.attributes = {{{1}, QStringLiteral("0},\"evil\":[")}};
    const json root = json::parse(exported(dataset).toStdString(), nullptr, false);
    ASSERT_FALSE(root.is_discarded());
    EXPECT_TRUE(root["annotations"][0]["attributes"]["fill"].is_string());
}

} // namespace
} // namespace core
