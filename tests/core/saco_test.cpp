// SPDX-License-Identifier: Apache-2.0
#include "tests/core/formats_fixture.h"

#include <nlohmann/json.hpp>

namespace core {
namespace {

class Saco : public FormatFixture {
protected:
    Result<ImportedDataset> read(const QByteArray& images, const QByteArray& annotations) {
        return importDataset(
            format("sa-co"),
            put("sa-co.json", "{\"images\":[" + images + "],\"annotations\":[" + annotations + "]}"));
    }
};

TEST_F(Saco, WritesPairsOfPicturesAndPhrasesWithNegativesWhereAPersonLooked) {
    SampleDataset dataset = emptyDataset();
    dataset.labels[0].phrases = {QStringLiteral("a thing")};
    dataset.labels[1].name = QStringLiteral("cat");
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {4, 3});
    const ImageId b = dataset.addImage(QStringLiteral("/data/set/b.png"), {7, 5});
    dataset.images[0].reviewed = true;
    dataset.add(a, Mask::fromRect({1, 1, 2, 2}));
    dataset.add(b, Mask::fromRect({0, 0, 1, 1}));
    ASSERT_TRUE(exportDataset(format("sa-co"), dataset.source(), out()));
    const auto root = nlohmann::json::parse(written("sa-co.json").toStdString());
    ASSERT_EQ(root["images"].size(), 3U) << "nobody looked for a cat in b";
    EXPECT_EQ(
        root["images"][0],
        nlohmann::json::parse(
            R"({"id":1,"file_name":"a.png","text_input":"a thing","width":4,"height":3,"queried_category":"0",)"
            R"("is_instance_exhaustive":1,"is_pixel_exhaustive":1})"));
    EXPECT_EQ(root["images"][1]["text_input"], "cat");
    EXPECT_EQ(root["images"][1]["is_instance_exhaustive"], 1);
    EXPECT_EQ(root["images"][2]["is_instance_exhaustive"], 0);
    const auto& first = root["annotations"][0];
    EXPECT_EQ(first["segmentation"]["counts"], "42102");
    EXPECT_EQ(first["image_id"], 1);
    EXPECT_NEAR(first["area"].get<double>(), 4.0 / 12, 1e-8);
    EXPECT_NEAR(first["bbox"][1].get<double>(), 1.0 / 3, 1e-8);
    EXPECT_NEAR(first["bbox"][2].get<double>(), 0.5, 1e-8);
}

TEST_F(Saco, LabelsThatAskForTheSamePhraseShareAPair) {
    SampleDataset dataset = emptyDataset();
    dataset.labels[0].phrases = dataset.labels[1].phrases = {QStringLiteral("animal")};
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {4, 3});
    dataset.add(a, Mask::fromRect({0, 0, 1, 1}));
    dataset.add(a, Mask::fromRect({1, 0, 1, 1})).fields.label = LabelId{7};
    ASSERT_TRUE(exportDataset(format("sa-co"), dataset.source(), out()));
    const auto root = nlohmann::json::parse(written("sa-co.json").toStdString());
    EXPECT_EQ(root["images"].size(), 1U);
    EXPECT_EQ(root["annotations"][1]["image_id"], root["annotations"][0]["image_id"]);
}

TEST_F(Saco, ThousandMasksComeBackPixelByPixel) {
    std::mt19937 random(12);
    const SampleDataset dataset = randomDataset(random, 1000);
    LossReport report;
    EXPECT_EQ(differingPixels(dataset, roundTrip("sa-co", dataset, report)), 0);
    EXPECT_EQ(report.pixelsChanged, 0);
}

TEST_F(Saco, NegativesAreCountedAndImagesDoNotBecomeReviewed) {
    const Result<ImportedDataset> back = read(
        R"({"id":1,"file_name":"a.png","text_input":"a thing","width":4,"height":3,"is_instance_exhaustive":1},)"
        R"({"id":2,"file_name":"a.png","text_input":"a cat","width":4,"height":3,"is_instance_exhaustive":1})",
        R"({"id":1,"image_id":1,"iscrowd":1,"segmentation":{"size":[3,4],"counts":"42102"}},)"
        R"({"id":2,"image_id":9,"segmentation":{"size":[3,4],"counts":"42102"}})");
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->images.size(), 1);
    EXPECT_FALSE(back->images[0].reviewed);
    ASSERT_EQ(back->annotations.size(), 1U);
    EXPECT_TRUE(back->annotations[0].fields.crowd);
    EXPECT_EQ(back->labels.size(), 2);
    const QString warnings = back->warnings.join(QLatin1Char(' '));
    EXPECT_TRUE(warnings.contains(QStringLiteral("1 phrases were looked for and not found")))
        << warnings.toStdString();
    EXPECT_TRUE(warnings.contains(QStringLiteral("annotations of unknown pairs"))) << warnings.toStdString();
}

TEST_F(Saco, RefusesPairsThatCannotBeToldApart) {
    const QByteArray pair = R"({"id":1,"file_name":"a.png","text_input":"x","width":4,"height":3})";
    EXPECT_FALSE(read(pair + ',' + pair, ""));
    EXPECT_FALSE(read(R"({"file_name":"a.png","text_input":"x"})", ""));
    EXPECT_FALSE(read("", ""));
    const Result<ImportedDataset> back =
        read(pair, R"({"id":1,"image_id":1,"segmentation":{"size":[3,4],"counts":"4210"}})");
    ASSERT_FALSE(back);
    EXPECT_TRUE(back.error().message.starts_with("sa-co.json can't be read: ")) << back.error().message;
    EXPECT_EQ(back.error().message.find('.', 8), back.error().message.size() - 1) << "one sentence";
}

} // namespace
} // namespace core
