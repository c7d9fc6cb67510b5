// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/unit_list.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace core {
namespace {

class ObjectSets : public testing::Test {
protected:
    QString write(const char* name, const QByteArray& text) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }
    std::string refusal(const QByteArray& text) {
        const Result<ObjectSet> set = readObjects(write("refused.json", text));
        return set ? std::string("accepted") : set.error().message;
    }

    QTemporaryDir m_folder;
};

// A 2 x 2 square at (1, 1) of a picture of 4 x 3.
constexpr const char* kSquare = R"({"size":[3,4],"counts":"42102"})";

QByteArray annotation(int image, int category, const QByteArray& more = {}) {
    return QByteArray(R"({"id":1,"image_id":)") + QByteArray::number(image) + R"(,"category_id":)" +
           QByteArray::number(category) + R"(,"segmentation":)" + kSquare + more + '}';
}

const QByteArray kImages = R"("images":[{"id":7,"file_name":"x/a.png","width":4,"height":3},)"
                           R"({"id":8,"file_name":"x/b.png","width":4,"height":3}])";
const QByteArray kClasses = R"("categories":[{"id":1,"name":"cup"},{"id":2,"name":"leaf"}])";

TEST_F(ObjectSets, OfCocoAskEveryClassInEveryPicture) {
    // The masks come before the sizes of their pictures.
    const QString truth =
        write("truth.json", "{\"annotations\":[" + annotation(7, 1) + "]," + kImages + ',' + kClasses + '}');
    const QString found = write("found.json", '[' + annotation(7, 1, R"(,"score":0.75)") + ']');
    Result<ObjectSet> right = readObjects(truth);
    ASSERT_TRUE(right) << right.error().message;
    Result<ObjectSet> other = readFoundObjects(found, *right);
    ASSERT_TRUE(other) << other.error().message;
    const Result<UnitList> units = UnitList::make(*right, *other, true);
    ASSERT_TRUE(units);
    ASSERT_EQ(units->size(), 1U);
    const Result<EvaluationUnit> unit = units->unit(0);
    ASSERT_TRUE(unit);
    EXPECT_EQ(unit->phrase, QStringLiteral("cup"));
    ASSERT_EQ(unit->truth.size(), 1U);
    EXPECT_EQ(unit->truth[0].masks[0], Mask::fromRect({1, 1, 2, 2}));
    EXPECT_EQ(unit->truth[0].boxes[0], QRectF(1, 1, 2, 2)) << "without a box, the mask's";
    EXPECT_EQ(unit->found[0].score, 0.75);
    EXPECT_EQ(units->absent().at(QStringLiteral("cup")), 1);
    EXPECT_EQ(units->absent().at(QStringLiteral("leaf")), 2);
}

TEST_F(ObjectSets, MeetByNamesWhereIdsDiffer) {
    const QString truth =
        write("truth.json", "{" + kImages + ',' + kClasses + ",\"annotations\":[" + annotation(7, 2) + "]}");
    const QString found = write(
        "found.json", R"({"images":[{"id":1,"file_name":"a.png","width":4,"height":3},)"
                      R"({"id":2,"file_name":"c.png","width":4,"height":3}],)"
                      R"("categories":[{"id":5,"name":"leaf"},{"id":6,"name":"moon"}],"annotations":[)" +
                          annotation(1, 5) + ',' + annotation(1, 6) + ',' + annotation(2, 5) + "]}");
    Result<ObjectSet> right = readObjects(truth);
    Result<ObjectSet> other = readFoundObjects(found, *right);
    ASSERT_TRUE(right && other);
    const Result<UnitList> units = UnitList::make(*right, *other, false);
    ASSERT_TRUE(units);
    ASSERT_EQ(units->size(), 1U);
    EXPECT_EQ(units->unit(0)->found.size(), 1U);
    ASSERT_EQ(units->warnings().size(), 1) << "an unknown class and an unknown picture";
    EXPECT_TRUE(units->warnings()[0].startsWith(QStringLiteral("2 times")));
}

TEST_F(ObjectSets, TwoSizesOfOnePictureAreRefused) {
    const QString truth =
        write("truth.json", "{" + kImages + ',' + kClasses + ",\"annotations\":[" + annotation(7, 2) + "]}");
    const QString found =
        write("found.json", R"({"images":[{"id":1,"file_name":"a.png","width":8,"height":6}],)"
                            R"("categories":[{"id":5,"name":"leaf"}],"annotations":[{"image_id":1,)"
                            R"("category_id":5,"segmentation":[[1,1,3,1,3,3,1,3]]}]})");
    Result<ObjectSet> right = readObjects(truth);
    Result<ObjectSet> other = readFoundObjects(found, *right);
    ASSERT_TRUE(right && other);
    const Result<UnitList> units = UnitList::make(*right, *other, false);
    ASSERT_FALSE(units);
    EXPECT_NE(units.error().message.find("a.png has another size"), std::string::npos);
}

TEST_F(ObjectSets, OfPairsAskOnePhraseEachAndLeaveOutWhatIsNotExhaustive) {
    const QByteArray pair =
        R"({"file_name":"a.png","width":4,"height":3,"is_instance_exhaustive":%1,"id":%2,)"
        R"("text_input":"%3"})";
    const auto entry = [&](const char* exhaustive, const char* id, const char* phrase) {
        return QByteArray(pair).replace("%1", exhaustive).replace("%2", id).replace("%3", phrase);
    };
    // Boxes and areas are fractions here; category 1 is the same for all.
    const QString truth =
        write("truth.json", R"({"categories":[{"id":1,"name":"object"}],"images":[)" +
                                entry("1", "1", "a thing") + ',' + entry("1", "2", "a cat") + ',' +
                                entry("0", "3", "a dog") + R"(],"annotations":[)" +
                                annotation(1, 1, R"(,"area":0.333333,"bbox":[0.25,0.333333,0.5,0.666667])") +
                                ',' + annotation(3, 1) + "]}");
    Result<ObjectSet> right = readObjects(truth);
    ASSERT_TRUE(right) << right.error().message;
    const QString found = write("found.json", '[' + annotation(2, 1, R"(,"score":0.9)") + ']');
    Result<ObjectSet> other = readFoundObjects(found, *right);
    ASSERT_TRUE(other) << other.error().message;
    const Result<UnitList> units = UnitList::make(*right, *other, true);
    ASSERT_TRUE(units);
    ASSERT_EQ(units->size(), 2U);
    EXPECT_EQ(units->unit(0)->phrase, QStringLiteral("a thing"));
    EXPECT_EQ(units->unit(0)->truth[0].area, 4);
    EXPECT_EQ(units->unit(0)->truth[0].boxes[0], QRectF(1, 1, 2, 2));
    EXPECT_EQ(units->unit(1)->phrase, QStringLiteral("a cat"));
    EXPECT_EQ(units->unit(1)->found.size(), 1U);
    EXPECT_FALSE(units->hasClasses());
    ASSERT_EQ(units->warnings().size(), 1);
    EXPECT_TRUE(units->warnings()[0].contains(QStringLiteral("not exhaustive")));
}

TEST_F(ObjectSets, OfClipsHaveTheirNegatives) {
    const QString truth = write(
        "truth.json",
        R"({"videos":[{"id":0,"video_name":"v","width":4,"height":3,"length":3}],"categories":[{"id":0,"name":"cup"}],)"
        R"("video_np_pairs":[{"video_id":0,"category_id":0,"noun_phrase":"cup"},{"video_id":0,"category_id":9,"noun_phrase":"dog"}],)"
        R"("annotations":[{"video_id":0,"category_id":0,"segmentations":[null,)" +
            QByteArray(kSquare) + R"(,null],"bboxes":[null,[1,1,2,2],null]}]})");
    const Result<ObjectSet> right = readObjects(truth);
    ASSERT_TRUE(right) << right.error().message;
    ObjectSet nothing;
    const Result<UnitList> units = UnitList::make(*right, nothing, true);
    ASSERT_TRUE(units);
    ASSERT_EQ(units->size(), 1U);
    const EvaluationUnit unit = *units->unit(0);
    EXPECT_EQ(unit.frames, 3);
    ASSERT_EQ(unit.truth[0].masks.size(), 3U);
    EXPECT_TRUE(unit.truth[0].masks[0].isEmpty());
    EXPECT_EQ(unit.truth[0].masks[1].area(), 4);
    EXPECT_EQ(unit.truth[0].area, 4);
    EXPECT_EQ(units->absent().at(QStringLiteral("dog")), 1);
}

TEST_F(ObjectSets, DamageIsRefusedWithASentence) {
    EXPECT_NE(refusal("{}").find("lists no images"), std::string::npos);
    EXPECT_NE(refusal("[1]").find("it is a list"), std::string::npos);
    EXPECT_NE(refusal(R"({"images":[5]})").find("is not an object"), std::string::npos);
    EXPECT_NE(refusal(R"({"images":[{"id":1}]})").find("no usable id, width or height"), std::string::npos);
    EXPECT_NE(refusal(R"({"videos":[{"id":1,"width":4,"height":3,"length":1e99}]})").find("length"),
              std::string::npos);
    EXPECT_NE(refusal("{" + kImages + R"(,"annotations":[{"image_id":7}]})").find("no category"),
              std::string::npos);
    EXPECT_NE(
        refusal("{" + kImages + R"(,"annotations":[{"image_id":7,"category_id":1,"bbox":[1,2,3,1e300]}]})")
            .find("can't be a pixel"),
        std::string::npos);
    EXPECT_NE(
        refusal(
            "{" + kImages +
            R"(,"annotations":[{"image_id":7,"category_id":1,"segmentation":{"size":[9,9],"counts":"4"}}]})")
            .find("refused.json can't be read"),
        std::string::npos);
    EXPECT_NE(refusal(R"({"videos":[{"id":1,"width":4,"height":3,"length":1}],"annotations":[{"video_id":1,)"
                      R"("category_id":1,"segmentations":[null,null]}]})")
                  .find("as many frames as its video"),
              std::string::npos);
    EXPECT_NE(
        refusal("{" + kImages + ",\"images\":[" + R"({"id":7,"width":4,"height":3}]})").find("same id 7"),
        std::string::npos);
    EXPECT_NE(refusal(R"({"videos":[{"id":1,"width":4,"height":3,"length":900000}],"annotations":[)"
                      R"({"video_id":1,"category_id":1}]})")
                  .find("neither masks nor boxes"),
              std::string::npos);
    // Sixty bytes each, and a million columns of different heights.
    QByteArray polygons;
    for (int i = 0; i < 50; ++i) {
        polygons += R"({"image_id":1,"category_id":1,"segmentation":[[0,0,999999,0,999999,3999]]},)";
    }
    polygons.chop(1);
    EXPECT_NE(
        refusal(R"({"images":[{"id":1,"width":1000000,"height":4000}],"annotations":[)" + polygons + "]}")
            .find("far larger than the file can mean"),
        std::string::npos);
    const Result<ObjectSet> missing = readObjects(m_folder.filePath(QStringLiteral("no.json")));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace core
