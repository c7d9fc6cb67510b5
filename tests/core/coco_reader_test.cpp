// SPDX-License-Identifier: Apache-2.0
// COCO files of other programs, right and wrong.
#include "tests/core/coco_fixture.h"

#include "core/formats/coco_extension.h"
#include "core/mask/rle.h"

#include <QDir>

#include <nlohmann/json.hpp>

namespace core {
namespace {

using nlohmann::json;

class CocoReader : public CocoFixture {};

const QByteArray kHead = R"({"images":[{"id":5,"file_name":"a.png","width":4,"height":3}],
"categories":[{"id":9,"name":"thing"}],"annotations":[)";

TEST_F(CocoReader, readsAllThreeShapesAndCrowds) {
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
    EXPECT_TRUE(set->warnings.join(QLatin1Char(' ')).contains(QStringLiteral("1 values of \"unknown\"")))
        << set->warnings.join(QLatin1Char('\n')).toStdString();
}

TEST_F(CocoReader, foreignAttributesGetTheTypeOfTheirFirstValue) {
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
    ASSERT_EQ(set->warnings.size(), 2);
    const QString notes = set->warnings.join(QLatin1Char('\n'));
    EXPECT_TRUE(notes.contains(QStringLiteral("occluded"))) << notes.toStdString();
    EXPECT_TRUE(notes.contains(QStringLiteral("lists or objects"))) << notes.toStdString();
}

TEST_F(CocoReader, annotationsMayComeBeforeImages) {
    const Result<ImportedDataset> set = imported(R"({"annotations":[{"id":1,"image_id":5,"category_id":9,
        "segmentation":[[-3,-3,9,-3,9,9,-3,9]]}],"categories":[{"id":9,"name":"x"}],
        "images":[{"id":5,"file_name":"a.png","width":4,"height":3}]})");
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ(set->annotations.size(), 1U);
    EXPECT_EQ(set->annotations[0].mask, Mask::fromRect({0, 0, 4, 3}));
}

TEST_F(CocoReader, whatCannotBeUsedIsLeftOutWithAWarning) {
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

TEST_F(CocoReader, manyFaultsGiveOneSentence) {
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

TEST_F(CocoReader, hostileFilesAreRefusedInOneSentence) {
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

TEST_F(CocoReader, endlessBlanksAndTextsAreRefused) {
    const Result<ImportedDataset> blanks = imported(QByteArray(34 << 20, ' '));
    ASSERT_FALSE(blanks);
    EXPECT_NE(blanks.error().message.find("32 MB"), std::string::npos) << blanks.error().message;
    EXPECT_FALSE(imported("{\"images\":[{\"file_name\":\"" + QByteArray(34 << 20, 'a') + "\"}]}"));
}

TEST_F(CocoReader, fileNamesCannotLeadOut) {
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

TEST_F(CocoReader, aFloodOfAttributesIsLeftOutWithAWarning) {
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

TEST_F(CocoReader, anAttributeNamedByAWholePageIsLeftOut) {
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

TEST_F(CocoReader, picturesBesideTheFileAreFound) {
    QDir(m_folder.path()).mkdir(QStringLiteral("images"));
    QFile picture(m_folder.filePath(QStringLiteral("images/a.png")));
    ASSERT_TRUE(picture.open(QIODevice::WriteOnly));
    const Result<ImportedDataset> set = imported(kHead + "]}");
    ASSERT_TRUE(set);
    EXPECT_EQ(set->images[0].path, picture.fileName());
}

TEST_F(CocoReader, categoryIdsAreKeptUnlessTheyAreNotPositive) {
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

TEST_F(CocoReader, masksThatUnpackToGigabytesAreRefused) {
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
