// SPDX-License-Identifier: Apache-2.0
#include "core/formats/center_rings.h"
#include "core/formats/late_removal.h"
#include "core/formats/mask_png.h"
#include "tests/core/formats_fixture.h"
#include "tests/core/mask_random.h"

#include <nlohmann/json.hpp>

namespace core {
namespace {

using nlohmann::json;

class Labelme : public FormatFixture {};

ExportOptions withoutPictures() {
    ExportOptions options;
    options.copyImages = false;
    return options;
}

TEST(CenterRings, fillToTheMaskTheyWereMadeOf) {
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        const Mask mask = randomBitmap(random, 40).mask();
        Mask back;
        for (const QPolygon& ring : centerRings(mask)) {
            EXPECT_GE(ring.size(), 3);
            back = back.united(maskOfFillPoly(ring, {0, 0, 40, 40}));
        }
        ASSERT_EQ(back, mask) << "mask " << i;
        Mask filled;
        const QPolygon joined = joinedRing(mask, filled);
        ASSERT_EQ(maskOfFillPoly(joined, {0, 0, 40, 40}), filled) << "mask " << i;
        ASSERT_TRUE(mask.subtracted(filled).isEmpty());
        if (mask.partCount() <= 1) {
            ASSERT_EQ(filled, mask);
        }
    }
}

TEST(CenterRings, ASlantedEdgeIsRoundedToTheNearestPixel) {
    // From x = 2 above to x = 0 six rows below: thirds, and never a half.
    const Mask filled = maskOfFillPoly(QPolygon({{2, 0}, {9, 0}, {9, 6}, {0, 6}}), {0, 0, 20, 20});
    Mask wanted;
    const int starts[] = {2, 2, 1, 1, 1, 0, 0};
    for (int y = 0; y < 7; ++y)
        wanted = wanted.united(Mask::fromRect({starts[y], y, 10 - starts[y], 1}));
    EXPECT_EQ(filled, wanted);
}

TEST_F(Labelme, WritesWhatLabelmeDocuments) {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/photos/sub/a.png"), {4, 3});
    const ImageId empty = dataset.addImage(QStringLiteral("/photos/b.png"), {9, 9});
    Annotation& thing = dataset.add(a, Mask::fromRect({1, 1, 2, 2}));
    thing.fields.group = GroupId{7};
    thing.origin = Origin::Run;
    thing.score = 0.5F;
    dataset.images[1].reviewed = true;
    LossReport report;
    roundTrip("labelme", dataset, report, withoutPictures());
    EXPECT_EQ(report.pixelsChanged, 0);
    const json root = json::parse(written("sub/a.json").toStdString());
    EXPECT_EQ(root["imagePath"], "a.png");
    EXPECT_EQ(root["imageHeight"], 3);
    EXPECT_EQ(root["imageWidth"], 4);
    EXPECT_TRUE(root["imageData"].is_null());
    ASSERT_EQ(root["shapes"].size(), 1U);
    const json& shape = root["shapes"][0];
    EXPECT_EQ(shape["label"], "cat");
    EXPECT_EQ(shape["shape_type"], "mask");
    EXPECT_EQ(shape["points"], json::parse("[[1,1],[2,2]]"));
    EXPECT_EQ(shape["group_id"], 7);
    EXPECT_EQ(shape["score"], 0.5);
    QImage mask;
    mask.loadFromData(QByteArray::fromBase64(QByteArray::fromStdString(shape["mask"])), "png");
    EXPECT_EQ(mask.size(), QSize(2, 2));
    EXPECT_EQ(mask.format(), QImage::Format_Grayscale8);
    EXPECT_EQ(mask.constBits()[0], 1);
    const json other = json::parse(written("b.json").toStdString());
    EXPECT_TRUE(other["shapes"].empty());
    EXPECT_EQ(other["flags"]["reviewed"], true);
    EXPECT_TRUE(empty.isValid());
}

TEST_F(Labelme, ThousandMasksComeBackPixelByPixelInBothDialects) {
    std::mt19937 random(4);
    for (const char* id : {"labelme", "x-anylabeling"}) {
        const SampleDataset dataset = randomDataset(random, 1000);
        LossReport report;
        const ImportedDataset back = roundTrip(id, dataset, report, withoutPictures());
        EXPECT_EQ(report.pixelsChanged, 0) << id;
        EXPECT_EQ(report.instances, 1000) << id;
        if (std::string(id) == "labelme") {
            EXPECT_EQ(differingPixels(dataset, back), 0);
        } else {
            // Several parts are put together after the others, so only their sum can be compared in order.
            qint64 wanted = 0, found = 0;
            for (const auto& [image, list] : dataset.annotations) {
                for (const Annotation& a : list)
                    wanted += a.mask.area();
            }
            for (const Annotation& a : back.annotations)
                found += a.mask.area();
            EXPECT_EQ(found, wanted);
            EXPECT_EQ(back.annotations.size(), 1000U);
        }
        const Result<const Format*> recognised = formatOf(out());
        ASSERT_TRUE(recognised) << recognised.error().message;
        EXPECT_EQ((*recognised)->id, QString::fromLatin1(id));
    }
}

TEST_F(Labelme, ReadsWhatPeopleDrew) {
    put("a.json", R"({"version":"5.5.0","flags":{"night":true},"imagePath":"a.png","imageData":null,
      "imageHeight":30,"imageWidth":40,"lineColor":[1,2],"shapes":[
      {"label":"dog","points":[[1,1],[5,1],[5,4],[1,4]],"group_id":3,"shape_type":"polygon","flags":{"wet":true}},
      {"label":"dog","points":[[10,1],[12,1],[12,4],[10,4]],"group_id":3,"shape_type":"polygon","flags":{}},
      {"label":"box","points":[[6,8],[2,6]],"group_id":null,"shape_type":"rectangle","flags":{}},
      {"label":"dot","points":[[6,8]],"group_id":null,"shape_type":"point","flags":{}}]})");
    const Result<ImportedDataset> back = importDataset(format("labelme"), out());
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->annotations.size(), 2U);
    EXPECT_EQ(back->annotations[0].mask, Mask::fromRect({2, 6, 4, 2}));
    EXPECT_EQ(back->annotations[1].mask, Mask::fromRect({1, 1, 4, 3}).united(Mask::fromRect({10, 1, 2, 3})));
    EXPECT_EQ(back->annotations[1].fields.attributes.size(), 1);
    EXPECT_EQ(back->images[0].tags, QStringList{QStringLiteral("night")});
    const QString warnings = back->warnings.join(QLatin1Char(' '));
    EXPECT_TRUE(warnings.contains(QStringLiteral("\"point\""))) << warnings.toStdString();
    EXPECT_TRUE(warnings.contains(QStringLiteral("\"lineColor\""))) << warnings.toStdString();
}

TEST_F(Labelme, RefusesWhatCannotBeTrueWithOneSentenceThatNamesTheFile) {
    const char* shapes[] = {R"([{"label":"a","points":[[1,1],[2,"x"]],"shape_type":"polygon"}])",
                            R"([{"label":"a","points":[[1,1],[1e300,2],[3,3]],"shape_type":"polygon"}])",
                            R"([{"label":"a","points":[[1,1],[2,2]],"shape_type":"mask","mask":"bm8="}])",
                            R"([7])", R"([{"label":"a","shape_type":"polygon"}])"};
    for (const char* text : shapes) {
        const QString file =
            put("bad.json",
                R"({"imagePath":"a.png","imageHeight":9,"imageWidth":9,"shapes":)" + QByteArray(text) + '}');
        const Result<ImportedDataset> back = importDataset(format("labelme"), file);
        ASSERT_FALSE(back) << text;
        EXPECT_TRUE(back.error().message.starts_with("bad.json can't be read: ")) << back.error().message;
        EXPECT_EQ(back.error().message.back(), '.');
    }
    const QString deep = put("bad.json", "{\"shapes\":" + QByteArray(100'000, '['));
    EXPECT_FALSE(importDataset(format("labelme"), deep));
}

TEST_F(Labelme, NoPathLeadsOutOfTheFolder) {
    put("x/a.json", R"({"imagePath":"../../../../etc/passwd","imageHeight":9,"imageWidth":9,"shapes":[]})");
    const Result<ImportedDataset> back = importDataset(format("labelme"), out());
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->images[0].path, QStringLiteral("passwd"));
    EXPECT_EQ(back->warnings.size(), 1);
}

TEST_F(Labelme, AnExportReplacesAnExportAndNothingElse) {
    SampleDataset dataset = emptyDataset();
    dataset.addImage(QStringLiteral("/data/set/a.png"), {4, 3});
    dataset.addImage(QStringLiteral("/data/set/b.png"), {4, 3});
    makePictures(dataset);
    LossReport report;
    roundTrip("labelme", dataset, report);
    EXPECT_TRUE(QFile::exists(out(QStringLiteral("b.png"))));
    dataset.images.removeLast();
    roundTrip("labelme", dataset, report);
    EXPECT_FALSE(QFile::exists(out(QStringLiteral("b.png")))) << "the old export is gone as a whole";

    ExportOptions cancelling;
    cancelling.progress = [](int, int) { return false; };
    EXPECT_FALSE(exportDataset(format("labelme"), dataset.source(), out(), cancelling));
    EXPECT_FALSE(written("a.json").isEmpty()) << "cancelled: the old one stays";

    put("mine.txt", "my notes");
    const Result<LossReport> refused = exportDataset(format("labelme"), dataset.source(), out());
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("mine.txt"), std::string::npos) << refused.error().message;
    EXPECT_EQ(written("mine.txt"), "my notes");
    finishRemovals();
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
              (QStringList{QStringLiteral("in"), QStringLiteral("out")}))
        << "nothing is left beside it";
}

TEST_F(Labelme, AMaskStandsAtTheWholePartOfItsCornerWhateverItsDepth) {
    QImage deep(2, 2, QImage::Format_Grayscale16);
    for (int y = 0; y < 2; ++y)
        std::fill_n(reinterpret_cast<quint16*>(deep.scanLine(y)), 2, quint16(1));
    for (const QByteArray& png : {pngBytes(deep), maskPng(Mask::fromRect({0, 0, 2, 2}), {0, 0, 2, 2})}) {
        put("a.json", R"({"imagePath":"a.png","imageHeight":9,"imageWidth":9,"shapes":[{"label":"a",
            "points":[[1.7,2.6],[2.7,3.6]],"shape_type":"mask","mask":")" +
                          png.toBase64() + "\"}]}");
        const Result<ImportedDataset> back = importDataset(format("labelme"), out());
        ASSERT_TRUE(back) << back.error().message;
        ASSERT_EQ(back->annotations.size(), 1U);
        EXPECT_EQ(back->annotations[0].mask, Mask::fromRect({1, 2, 2, 2}));
    }
}

TEST_F(Labelme, AFileThatNamesNoPictureIsOfThePictureBesideIt) {
    put("x/a.json", R"({"imagePath":"","imageHeight":9,"imageWidth":9,"shapes":[]})");
    put("x/b.json", R"({"imageHeight":9,"imageWidth":9,"shapes":[]})");
    put("y/a.json", R"({"imagePath":"C:\\pictures\\z.png","imageHeight":9,"imageWidth":9,"shapes":[]})");
    const Result<ImportedDataset> back = importDataset(format("labelme"), out());
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->images.size(), 3);
    EXPECT_EQ(back->images[0].path, QStringLiteral("x/a.jpg"));
    EXPECT_EQ(back->images[1].path, QStringLiteral("x/b.jpg"));
    EXPECT_EQ(back->images[2].path, QStringLiteral("y/z.png"));
}

} // namespace
} // namespace core
