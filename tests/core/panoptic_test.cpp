// SPDX-License-Identifier: Apache-2.0
#include "core/formats/mask_png.h"
#include "tests/core/formats_fixture.h"

#include <nlohmann/json.hpp>

namespace core {
namespace {

class Panoptic : public FormatFixture {
protected:
    static ExportOptions withoutPictures() {
        ExportOptions options;
        options.copyImages = false;
        return options;
    }
};

TEST_F(Panoptic, ColoursAreTheNumbersOfSegments) {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {300, 4});
    for (int i = 0; i < 260; ++i)
        dataset.add(a, Mask::fromRect({i, 0, 1, 2}));
    dataset.annotations[a][1].fields.crowd = true;
    dataset.annotations[a][2].fields.label = LabelId{7};
    LossReport report;
    const ImportedDataset back = roundTrip("coco-panoptic", dataset, report, withoutPictures());
    EXPECT_EQ(differingPixels(dataset, back), 0);
    EXPECT_TRUE(back.annotations[1].fields.crowd);
    const QImage numbers(out(QStringLiteral("panoptic/a.png")));
    EXPECT_EQ(numbers.pixelColor(0, 0), QColor(1, 0, 0));
    EXPECT_EQ(numbers.pixelColor(257, 1), QColor(2, 1, 0)) << "258 is 2 + 256 * 1";
    EXPECT_EQ(numbers.pixelColor(0, 2), QColor(0, 0, 0)) << "void";
    const auto root = nlohmann::json::parse(written("panoptic.json").toStdString());
    EXPECT_EQ(root["annotations"][0]["segments_info"][2],
              nlohmann::json::parse(R"({"id":3,"category_id":7,"area":2,"bbox":[2,0,1,2],"iscrowd":0})"));
    EXPECT_EQ(root["categories"][0]["isthing"], 1);
}

TEST_F(Panoptic, TheUpperInstanceHasThePixelAndTheReportSaysWhatIsLost) {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {10, 10});
    dataset.add(a, Mask::fromRect({0, 0, 6, 6})).fields.z = 1;
    dataset.add(a, Mask::fromRect({4, 4, 6, 6}));
    dataset.add(a, Mask::fromRect({1, 1, 2, 2})); // nothing of it is to be seen
    LossReport report;
    const ImportedDataset back = roundTrip("coco-panoptic", dataset, report, withoutPictures());
    ASSERT_EQ(back.annotations.size(), 2U);
    EXPECT_EQ(back.annotations[0].mask.area(), 36);
    EXPECT_EQ(back.annotations[1].mask.area(), 32);
    EXPECT_EQ(report.pixelsChanged, 4);
    EXPECT_EQ(report.instancesSkipped, 1);
}

TEST_F(Panoptic, EveryDifferingPixelIsReported) {
    std::mt19937 random(11);
    SampleDataset dataset = randomDataset(random, 600);
    LossReport report;
    const ImportedDataset back = roundTrip("coco-panoptic", dataset, report, withoutPictures());
    qint64 given = 0, found = 0;
    for (const auto& [image, annotations] : dataset.annotations) {
        Mask all;
        for (const Annotation& annotation : annotations)
            all = all.united(annotation.mask);
        given += all.area();
    }
    for (const Annotation& annotation : back.annotations)
        found += annotation.mask.area();
    EXPECT_EQ(found, given) << "each pixel that lies under an instance has exactly one";
    EXPECT_EQ(int(back.annotations.size()), report.instances);
    EXPECT_EQ(report.instances + report.instancesSkipped, 600);
}

TEST_F(Panoptic, APictureHasAsManySegmentsAsAnyRealOne) {
    QImage noise(300, 300, QImage::Format_RGB32);
    for (int i = 0; i < 90'000; ++i)
        noise.setPixel(i % 300, i / 300, qRgb((i + 1) & 255, (i + 1) >> 8 & 255, (i + 1) >> 16));
    EXPECT_FALSE(masksOfNumbers(noise));
    const auto some = masksOfNumbers(noise.copy(0, 0, 300, 200));
    ASSERT_TRUE(some);
    EXPECT_EQ(some->size(), 60'000U);
}

TEST_F(Panoptic, RefusesWhatDoesNotBelongTogether) {
    const QByteArray json =
        R"({"images":[{"id":1,"file_name":"a.png","width":4,"height":3}],"categories":[{"id":5,"name":"x","isthing":1}],)"
        R"("annotations":[{"image_id":1,"file_name":"a.png","segments_info":[{"id":1,"category_id":5},)"
        R"({"id":2,"category_id":5},{"id":1,"category_id":5}]}]})";
    const auto read = [&](const QImage& picture) {
        const QString path = put("panoptic.json", json);
        QDir().mkpath(out(QStringLiteral("panoptic")));
        QFile::remove(out(QStringLiteral("panoptic/a.png")));
        EXPECT_EQ(picture.save(out(QStringLiteral("panoptic/a.png"))), !picture.isNull());
        return importDataset(format("coco-panoptic"), path);
    };
    const auto picture = [](QSize size, QImage::Format kind) {
        QImage image(size, kind);
        image.fill(QColor(1, 0, 0));
        return image;
    };
    const Result<ImportedDataset> good = read(picture({4, 3}, QImage::Format_RGB32));
    ASSERT_TRUE(good) << good.error().message;
    EXPECT_EQ(good->annotations.size(), 1U);
    EXPECT_TRUE(good->warnings.join(QLatin1Char(' ')).startsWith(QStringLiteral("2 segments of an unknown")))
        << good->warnings.join(QLatin1Char(' ')).toStdString();
    EXPECT_FALSE(read(QImage())) << "no PNG";
    EXPECT_FALSE(read(picture({3, 4}, QImage::Format_RGB32))) << "of another size";
    EXPECT_FALSE(read(picture({4, 3}, QImage::Format_Grayscale8))) << "grey";
    EXPECT_FALSE(read(picture({4, 3}, QImage::Format_RGBA64))) << "16 bits a colour";
}

} // namespace
} // namespace core
