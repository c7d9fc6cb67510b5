// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_format.h"

#include "core/formats/coco_extension.h"
#include "core/mask/rle.h"
#include "tests/core/coco_sample.h"
#include "tests/core/mask_random.h"
#include "tests/support/core/full_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <unistd.h>

namespace core {
namespace {

using nlohmann::json;

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class Coco : public testing::Test {
protected:
    QString file() const { return m_folder.filePath(QStringLiteral("annotations.json")); }
    QByteArray exported(const SampleDataset& dataset, const ExportOptions& options = {}) {
        const Result<LossReport> report = exportCoco(dataset.source(), m_folder.path(), options);
        EXPECT_TRUE(report) << report.error().message;
        return contentsOf(file());
    }
    Result<ImportedDataset> imported(const QByteArray& text) {
        QFile out(file());
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(text);
        out.close();
        return importCoco(file());
    }

    QTemporaryDir m_folder;
};

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

const QByteArray kHead = R"({"images":[{"id":5,"file_name":"a.png","width":4,"height":3}],
"categories":[{"id":9,"name":"thing"}],"annotations":[)";

TEST_F(Coco, readsAllThreeShapesAndCrowds) {
    const Result<ImportedDataset> set = imported(kHead + R"(
        {"id":1,"image_id":5,"category_id":9,"segmentation":{"size":[3,4],"counts":"42102"},"iscrowd":0},
        {"id":2,"image_id":5,"category_id":9,"segmentation":{"size":[3,4],"counts":[4,2,1,2,3]},"iscrowd":1},
        {"id":3,"image_id":5,"category_id":9,"segmentation":[[1,1,3,1,3,3,1,3]],"score":0.25},
        {"id":4,"image_id":5,"category_id":9,"segmentation":[[1,1,2,1,2,3,1,3],[2,1,3,1,3,3.0,2,3]]},
        {"id":5,"image_id":5,"category_id":9.0,"segmentation":[1,1,3,1,3,3,1,3],"unknown":{"a":[1]}}]})");
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ(set->annotations.size(), 5U);
    for (const Annotation& annotation : set->annotations) {
        EXPECT_EQ(annotation.mask, Mask::fromRect({1, 1, 2, 2}));
        EXPECT_EQ(annotation.image, ImageId{1});
        EXPECT_EQ(annotation.fields.label, LabelId{9});
        EXPECT_EQ(annotation.origin, Origin::Import);
    }
    EXPECT_EQ(set->annotations[0].fields.state, State::Accepted);
    EXPECT_EQ(set->annotations[2].fields.state, State::Auto);
    EXPECT_EQ(set->annotations[2].score, 0.25F);
    EXPECT_FALSE(set->annotations[0].fields.crowd);
    EXPECT_TRUE(set->annotations[1].fields.crowd);
    EXPECT_TRUE(set->warnings.isEmpty());
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

TEST_F(Coco, foreignAttributesGetTheTypeOfTheirFirstValue) {
    const Result<ImportedDataset> set = imported(kHead + R"(
        {"id":1,"image_id":5,"category_id":9,"segmentation":[[1,1,3,1,3,3,1,3]],
         "attributes":{"occluded":false,"rotation":0.5,"note":"x","list":[1],"none":null}},
        {"id":2,"image_id":5,"category_id":9,"segmentation":[[1,1,3,1,3,3,1,3]],
         "attributes":{"occluded":"perhaps","rotation":2},"maskwright":{"prompt":7,"z":1e300,"group":-5}},
        {"id":3,"image_id":5,"category_id":9,"segmentation":[[1,1,3,1,3,3,1,3]],"attributes":[],
         "maskwright":"?"}]})");
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ(set->annotations.size(), 3U);
    const QList<Attribute>& known = set->labels[0].attributes;
    ASSERT_EQ(known.size(), 3);
    QMap<QString, AttributeType> types;
    for (const Attribute& attribute : known)
        types[attribute.name] = attribute.type;
    EXPECT_EQ(types.value(QStringLiteral("occluded")), AttributeType::Bool);
    EXPECT_EQ(types.value(QStringLiteral("rotation")), AttributeType::Number);
    EXPECT_EQ(types.value(QStringLiteral("note")), AttributeType::Text);
    EXPECT_EQ(set->annotations[0].fields.attributes.size(), 3);
    EXPECT_EQ(set->annotations[1].fields.attributes.size(), 1);
    EXPECT_EQ(set->annotations[1].fields.z, 0);
    EXPECT_FALSE(set->annotations[1].fields.group.isValid());
    ASSERT_EQ(set->warnings.size(), 1);
    EXPECT_TRUE(set->warnings[0].contains(QStringLiteral("occluded"))) << set->warnings[0].toStdString();
}

TEST_F(Coco, annotationsMayComeBeforeImages) {
    const Result<ImportedDataset> set = imported(R"({"annotations":[{"id":1,"image_id":5,"category_id":9,
        "segmentation":[[-3,-3,9,-3,9,9,-3,9]]}],"categories":[{"id":9,"name":"x"}],
        "images":[{"id":5,"file_name":"a.png","width":4,"height":3}]})");
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ(set->annotations.size(), 1U);
    EXPECT_EQ(set->annotations[0].mask, Mask::fromRect({0, 0, 4, 3}));
}

TEST_F(Coco, whatCannotBeUsedIsLeftOutWithAWarning) {
    const char* cases[] = {
        R"({"id":1,"image_id":6,"category_id":9,"segmentation":[[1,1,3,1,3,3]]})",
        R"({"id":1,"image_id":5,"category_id":8,"segmentation":[[1,1,3,1,3,3]]})",
        R"({"id":1,"category_id":9,"segmentation":[[1,1,3,1,3,3]]})",
        R"({"id":1,"image_id":5,"category_id":9,"bbox":[1,1,2,2]})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":[]})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":"here"})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":[[1,1,3,1]]})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":[[1,1,3,1,3,3,1]]})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":[["1",1,3,1,3,3]]})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":[[1,1,3,1,3,1e300]]})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":[{"size":[3,4],"counts":"42102"}]})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":[[50,50,60,50,60,60]]})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":{"size":[4,3],"counts":"42102"}})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":{"size":[3,4]}})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":{"counts":"42102"}})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":{"size":[3,4],"counts":"4210"}})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":{"size":[3,4],"counts":[4,-2,1,2,3]}})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":{"size":[3,4],"counts":[4,2.5,1,2,3]}})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":{"size":["3",4],"counts":[12]}})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":{"size":[3,4],"counts":[99999999999999999999]}})",
        R"({"id":1,"image_id":5,"category_id":9,"segmentation":{"size":[3,4],"counts":7}})",
        R"([1,2])",
        R"(7)",
        R"(null)",
        R"("text")",
    };
    for (const char* text : cases) {
        const Result<ImportedDataset> set = imported(kHead + text + "]}");
        ASSERT_TRUE(set) << text << ": " << set.error().message;
        EXPECT_TRUE(set->annotations.empty()) << text;
        ASSERT_EQ(set->warnings.size(), 1) << text;
        EXPECT_TRUE(set->warnings[0].startsWith(QStringLiteral("1 annotations"))) << text;
        EXPECT_TRUE(set->warnings[0].endsWith(QLatin1Char('.'))) << text;
    }
}

TEST_F(Coco, manyFaultsGiveOneSentence) {
    QByteArray text = kHead;
    for (int i = 0; i < 5000; ++i)
        text += R"({"id":1,"image_id":6,"category_id":9},)";
    text += R"({"id":1,"image_id":5,"category_id":9,"segmentation":[[0,0,4,0,4,3,0,3]]},
        {"id":1,"image_id":5,"category_id":9,"segmentation":[[0,0,4,0,4,3,0,3]]}]})";
    const Result<ImportedDataset> set = imported(text);
    ASSERT_TRUE(set);
    EXPECT_EQ(set->annotations.size(), 2U);
    ASSERT_EQ(set->warnings.size(), 2);
    EXPECT_TRUE(set->warnings[0].startsWith(QStringLiteral("5000 annotations")));
    EXPECT_TRUE(set->warnings[1].contains(QStringLiteral("share their id")));
}

TEST_F(Coco, hostileFilesAreRefusedInOneSentence) {
    const QByteArray image = R"({"id":5,"file_name":"a.png","width":4,"height":3})";
    const QByteArray cases[] = {
        "",
        "not json",
        "[1,2,3]",
        "7",
        "\"text\"",
        "null",
        "{",
        "{}",
        R"({"images":[]})",
        R"({"images":{}})",
        R"({"images":7})",
        R"({"images":[)" + image,
        R"({"images":[)" + image + "]} trailing",
        R"({"images":[)" + image + "," + image + "]}",
        R"({"images":[)" + image + R"(],"categories":[{"id":1,"name":"a"},{"id":1,"name":"b"}]})",
        R"({"images":[)" + image + R"(],"annotations":[{"id":NaN}]})",
        R"({"images":[)" + image + R"(],"annotations":[{"id":1e999}]})",
        R"({"images":[)" + image + R"(],"annotations":[{"id":"\ud800"}]})",
        "{\"images\":[" + image + "],\"annotations\":[\"\xff\xfe\"]}",
        QByteArray(100'000, '['),
        QByteArray("{\"images\":") + QByteArray(100'000, '['),
        QByteArray("{\"other\":") + QByteArray(100'000, '['),
        QByteArray(100'000, '{'),
        QByteArray("\xff\xfe{\0}\0", 6),
    };
    for (const QByteArray& text : cases) {
        const Result<ImportedDataset> set = imported(text);
        ASSERT_FALSE(set) << text.left(80).toStdString();
        EXPECT_EQ(set.error().code, ErrorCode::CorruptFile);
        EXPECT_EQ(set.error().message.find("annotations.json can't be"), 0U) << set.error().message;
        EXPECT_EQ(set.error().message.back(), '.');
    }
    EXPECT_EQ(importCoco(m_folder.filePath(QStringLiteral("none.json"))).error().code, ErrorCode::NotFound);
    EXPECT_EQ(importCoco(m_folder.path()).error().code, ErrorCode::Io);
}

TEST_F(Coco, endlessBlanksAndTextsAreRefused) {
    const Result<ImportedDataset> blanks = imported(QByteArray(34 << 20, ' '));
    ASSERT_FALSE(blanks);
    EXPECT_NE(blanks.error().message.find("32 MB"), std::string::npos) << blanks.error().message;
    EXPECT_FALSE(imported("{\"images\":[{\"file_name\":\"" + QByteArray(34 << 20, 'a') + "\"}]}"));
}

TEST_F(Coco, fileNamesCannotLeadOut) {
    const Result<ImportedDataset> set = imported(R"({"images":[
        {"id":1,"file_name":"../../etc/passwd","width":4,"height":3},
        {"id":2,"file_name":"/etc/shadow","width":4,"height":3},
        {"id":3,"file_name":"C:\\Windows\\x.png","width":4,"height":3},
        {"id":4,"file_name":"a\u0000b.png","width":4,"height":3},
        {"id":5,"file_name":"..","width":4,"height":3},
        {"id":6,"file_name":"fine\\sub/./x.png","width":4,"height":3},
        {"id":7,"width":4,"height":3}]})");
    ASSERT_TRUE(set) << set.error().message;
    QStringList paths;
    for (const ImageInfo& image : set->images)
        paths << image.path;
    EXPECT_EQ(paths.join(QLatin1Char(' ')), QStringLiteral("passwd shadow x.png fine/sub/x.png"));
    EXPECT_EQ(set->warnings.size(), 2);
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

TEST_F(Coco, aFloodOfAttributesIsLeftOutWithAWarning) {
    QByteArray values;
    for (int i = 0; i < 5000; ++i)
        values += (i ? ",\"a" : "\"a") + QByteArray::number(i) + "\":true";
    const QByteArray longName(100'000, 'n');
    QByteArray text = R"({"images":[{"id":5,"file_name":"a.png","width":4,"height":3}],
        "categories":[{"id":9,"name":"x","attributes":[{"name":"c","type":"choice","choices":[)";
    for (int i = 0; i < 5000; ++i)
        text += (i ? ",\"" : "\"") + QByteArray::number(i) + '"';
    text += "]}]}],\"annotations\":[";
    for (int i = 1; i <= 3; ++i)
        text += (i > 1 ? ",{\"id\":" : "{\"id\":") + QByteArray::number(i) +
                R"(,"image_id":5,"category_id":9,"segmentation":[[0,0,4,0,4,3,0,3]],"attributes":{)" +
                values + ",\"" + longName + "\":true}}";
    const Result<ImportedDataset> set = imported(text + "]}");
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ(set->labels[0].attributes.size(), CocoAttributes::kMost);
    EXPECT_EQ(set->labels[0].attributes[0].choices.size(), 1000);
    ASSERT_EQ(set->annotations.size(), 3U);
    EXPECT_EQ(set->annotations[2].fields.attributes.size(), CocoAttributes::kMost - 1);
    ASSERT_EQ(set->warnings.size(), 1);
    EXPECT_TRUE(set->warnings[0].contains(QStringLiteral("too many attributes")));
}

TEST_F(Coco, anAttributeNamedByAWholePageIsLeftOut) {
    const Result<ImportedDataset> set =
        imported(R"({"images":[{"id":5,"file_name":"a.png","width":4,"height":3}],
        "categories":[{"id":9,"name":"x"}],"annotations":[{"id":1,"image_id":5,"category_id":9,
        "segmentation":[[0,0,4,0,4,3,0,3]],"attributes":{"wet":true,")" +
                 QByteArray(10'000, 'n') + "\":true}}]}");
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ(set->labels[0].attributes.size(), 1);
    EXPECT_EQ(set->labels[0].attributes[0].name, QStringLiteral("wet"));
    EXPECT_EQ(set->warnings.size(), 1);
}

TEST_F(Coco, picturesBesideTheFileAreFound) {
    QDir(m_folder.path()).mkdir(QStringLiteral("images"));
    QFile picture(m_folder.filePath(QStringLiteral("images/a.png")));
    ASSERT_TRUE(picture.open(QIODevice::WriteOnly));
    const Result<ImportedDataset> set = imported(kHead + "]}");
    ASSERT_TRUE(set);
    EXPECT_EQ(set->images[0].path, picture.fileName());
}

TEST_F(Coco, categoryIdsAreKeptUnlessTheyAreNotPositive) {
    const auto labels = [this](const char* categories) {
        const Result<ImportedDataset> set = imported(
            QByteArray(
                R"({"images":[{"id":0,"file_name":"a.png","width":4,"height":3}],"annotations":[{"id":0,
            "image_id":0,"category_id":0,"segmentation":[[0,0,4,0,4,3,0,3]]}],"categories":)") +
            categories + "}");
        EXPECT_TRUE(set);
        std::vector<qint64> ids;
        for (const Label& label : set->labels)
            ids.push_back(label.id.value);
        if (!set->annotations.empty())
            ids.push_back(-set->annotations[0].fields.label.value);
        return ids;
    };
    EXPECT_EQ(labels(R"([{"id":90,"name":"z"},{"id":2}])"), (std::vector<qint64>{90, 2}));
    EXPECT_EQ(labels(R"([{"id":4,"name":"z"},{"id":0,"name":"y"}])"), (std::vector<qint64>{1, 2, -2}));
}

TEST_F(Coco, masksThatUnpackToGigabytesAreRefused) {
    // Stripes of one column: 60 kB of text, eight million runs in rows, twenty times over.
    QByteArray counts;
    for (int i = 0; i < 4000; ++i)
        counts += (i ? ",4000" : "4000");
    QByteArray text = R"({"images":[{"id":5,"file_name":"a.png","width":4000,"height":4000}],
        "categories":[{"id":9,"name":"x"}],"annotations":[)";
    for (int i = 0; i < 20; ++i)
        text += (i ? "," : "") +
                QByteArray(R"({"id":1,"image_id":5,"category_id":9,"segmentation":{"size":[4000,4000],)") +
                "\"counts\":[" + counts + "]}}";
    const Result<ImportedDataset> set = imported(text + "]}");
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::CorruptFile);
}

} // namespace
} // namespace core
