// SPDX-License-Identifier: Apache-2.0
#include "core/formats/mask_png.h"
#include "core/formats/split.h"
#include "core/formats/yolo.h"
#include "tests/core/formats_fixture.h"

namespace core {
namespace {

class Yolo : public FormatFixture {};

SampleDataset twoThings() {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {4, 3});
    const ImageId b = dataset.addImage(QStringLiteral("/data/set/b.png"), {7, 5});
    dataset.add(a, Mask::fromRect({1, 1, 2, 2}));
    dataset
        .add(b, Mask::fromRect({1, 1, 3, 3})
                    .subtracted(Mask::fromRect({2, 2, 1, 1}))
                    .united(Mask::fromRect({5, 2, 1, 1})))
        .fields.label = LabelId{7};
    return dataset;
}

ExportOptions onlyTraining() {
    ExportOptions options;
    options.split.val = 0;
    return options;
}

TEST_F(Yolo, WritesWhatTheTrainerReads) {
    SampleDataset dataset = twoThings();
    dataset.addImage(QStringLiteral("/data/set/empty.png"), {9, 9});
    dataset.addImage(QStringLiteral("/data/set/new.png"), {9, 9});
    dataset.images[2].reviewed = true;
    makePictures(dataset);
    LossReport report;
    roundTrip("yolo-segment", dataset, report, onlyTraining());
    EXPECT_EQ(written("labels/train/a.txt"),
              "0 0.3750000 0.5000000 0.6250000 0.5000000 0.6250000 0.8333333 0.3750000 0.8333333\n");
    EXPECT_EQ(report.pixelsChanged, 1) << "the line between the two parts of b";
    const QByteArray yaml = written("data.yaml");
    EXPECT_TRUE(yaml.contains("train: images/train\nval: images/train\nnames:\n  0: \"cat\"\n"))
        << yaml.toStdString();
    EXPECT_TRUE(QFile::exists(out(QStringLiteral("images/train/new.png"))));
    EXPECT_TRUE(QFile::exists(out(QStringLiteral("labels/train/empty.txt"))));
    EXPECT_FALSE(QFile::exists(out(QStringLiteral("labels/train/new.txt"))));

    roundTrip("yolo-detect", dataset, report, onlyTraining());
    EXPECT_EQ(written("labels/train/a.txt"), "0 0.5000000 0.6666667 0.5000000 0.6666667\n");
    EXPECT_EQ(written("labels/train/b.txt"), "1 0.5000000 0.5000000 0.7142857 0.6000000\n");
    EXPECT_EQ(report.pixelsChanged, 6) << "a box of 15 pixels for 9";
}

TEST_F(Yolo, WhatComesBackDiffersByTheReportedPixels) {
    std::mt19937 random(5);
    for (const char* id : {"yolo-segment", "yolo-detect"}) {
        SampleDataset dataset = randomDataset(random, 300);
        makePictures(dataset);
        LossReport report;
        const ImportedDataset back = roundTrip(id, dataset, report);
        EXPECT_EQ(differingPixels(dataset, back), report.pixelsChanged) << id;
        EXPECT_GT(report.pixelsChanged, 0) << id;
    }
}

TEST_F(Yolo, ReadsNamesInEveryUsualSpelling) {
    for (const char* text :
         {"train: images\nnames: ['a: b', \"c\", d]", "nc: 3\nnames:\n- 'a: b'\n- \"c\"\n- d # last\n",
          "names:\n  0: 'a: b'\n  2: d\n  1: c\r\n", "names: {0: 'a: b', 1: c, 2: d}"}) {
        const Result<YoloConfig> config = yoloConfig(text);
        ASSERT_TRUE(config) << config.error().message;
        EXPECT_EQ(config->names.values(),
                  (QStringList{QStringLiteral("a: b"), QStringLiteral("c"), QStringLiteral("d")}))
            << text;
    }
    EXPECT_FALSE(yoloConfig("names:\n  0: a\n  0: b\n")) << "two classes of one number";
    EXPECT_FALSE(yoloConfig("names\n"));
}

TEST_F(Yolo, RefusesLinesThatCannotBeTrueAndSaysWhere) {
    SampleDataset dataset = twoThings();
    makePictures(dataset);
    LossReport report;
    roundTrip("yolo-segment", dataset, report, onlyTraining());
    for (const char* line : {"0 0.5 nan 0.1 0.1", "0 0.5 inf 0.1 0.1", "0 0.5 0.5", "-1 0.5 0.5 0.1 0.1",
                             "0 1.5 0.5 0.1 0.1", "cat 0.5 0.5 0.1 0.1"}) {
        put("labels/train/a.txt", "0 0.5 0.5 0.1 0.1\n" + QByteArray(line) + '\n');
        const Result<ImportedDataset> back = importDataset(format("yolo-segment"), out());
        ASSERT_FALSE(back) << line;
        EXPECT_NE(back.error().message.find("a.txt, line 2 "), std::string::npos) << back.error().message;
    }
    put("labels/train/a.txt", "0 0.5 0.5 0.5 0.5 0.25\n");
    const Result<ImportedDataset> scored = importDataset(format("yolo-segment"), out());
    ASSERT_TRUE(scored) << scored.error().message;
    EXPECT_EQ(scored->annotations[0].score, 0.25F);
    put("data.yaml", "train: ../../../../etc\nnames: [a]\n");
    EXPECT_FALSE(importDataset(format("yolo-segment"), out()))
        << "nothing outside of the folder is looked at";
}

TEST_F(Yolo, PartsKeepGroupsTogetherAndStayTheSame) {
    QList<ExportEntry> images(40);
    for (qsizetype i = 0; i < images.size(); ++i)
        images[i].stem = QStringLiteral("video%1/%2").arg(i / 4).arg(i);
    const QList<Part> parts = splitOf(images, {0.2, 0.1, true});
    EXPECT_EQ(parts.count(Part::Val), 8);
    EXPECT_EQ(parts.count(Part::Test), 4);
    for (qsizetype i = 0; i < images.size(); ++i)
        EXPECT_EQ(parts[i], parts[i / 4 * 4]);
    EXPECT_EQ(splitOf(images, {0.2, 0.1, true}), parts);
    EXPECT_EQ(splitOf(images.mid(0, 3), {0.5, 0.4, true}), QList<Part>(3, Part::Train))
        << "training keeps one group";
}

TEST_F(Yolo, LabelsLieWhereTheTrainerLooksThoughAFolderIsCalledImages) {
    SampleDataset dataset = emptyDataset();
    for (const char* name : {"one/images/a.png", "two/images/a.png", "two/labels/b.png"})
        dataset.add(dataset.addImage(QStringLiteral("/data/set/") + QString::fromLatin1(name), {4, 3}),
                    Mask::fromRect({1, 1, 2, 2}));
    makePictures(dataset);
    LossReport report;
    const ImportedDataset back = roundTrip("yolo-segment", dataset, report, onlyTraining());
    EXPECT_EQ(back.annotations.size(), 3U);
    // The trainer takes the last "images" of the path for "labels".
    EXPECT_TRUE(QFile::exists(out(QStringLiteral("images/train/one/labels/a.txt"))));
    EXPECT_TRUE(QFile::exists(out(QStringLiteral("labels/train/two/labels/b.txt"))));
}

TEST_F(Yolo, ReadsNamesOverSeveralLinesAndQuotesInQuotes) {
    for (const char* text : {"names: [a,\n  'b, c',\n  d]\nnc: 3\n", "names: {0: a, 1: 'b, c',\n2: d}",
                             "names: [\n a, # first\n 'b, c', d\n]\n"}) {
        const Result<YoloConfig> config = yoloConfig(text);
        ASSERT_TRUE(config) << config.error().message;
        EXPECT_EQ(config->names.values(),
                  (QStringList{QStringLiteral("a"), QStringLiteral("b, c"), QStringLiteral("d")}))
            << text;
    }
    const Result<YoloConfig> quoted = yoloConfig(R"(names: ["a \"b\", c", 'it''s'])");
    ASSERT_TRUE(quoted) << quoted.error().message;
    EXPECT_EQ(quoted->names.values(), (QStringList{QStringLiteral("a \"b\", c"), QStringLiteral("it's")}));
    EXPECT_FALSE(yoloConfig("names: [a, b\n")) << "a list that does not end";
}

TEST_F(Yolo, BoxesAndOutlinesReachTheLastPixelOfAnyPicture) {
    for (const QSize size : {QSize(1, 1), QSize(3, 7), QSize(641, 479), QSize(9973, 3), QSize(3, 65'521)}) {
        SampleDataset dataset = emptyDataset();
        const ImageId image = dataset.addImage(QStringLiteral("/data/set/a.png"), size);
        dataset.add(image, Mask::fromRect(QRect(QPoint(0, 0), size)));
        dataset.add(image, Mask::fromRect({size.width() - 1, size.height() - 1, 1, 1}));
        dataset.add(image, Mask::fromRect({size.width() / 2, size.height() / 2, 1, 1}));
        makePictures(dataset);
        for (const char* id : {"yolo-segment", "yolo-detect"}) {
            LossReport report;
            EXPECT_EQ(differingPixels(dataset, roundTrip(id, dataset, report)), 0)
                << id << ' ' << size.width() << 'x' << size.height();
            EXPECT_EQ(report.pixelsChanged, 0);
        }
    }
}

TEST_F(Yolo, AFolderCalledImagesAboveTheDataSetIsNoneOfIt) {
    const QByteArray picture = pngBytes(QImage(9, 9, QImage::Format_Grayscale8));
    put("images/flat/data.yaml", "train: train\nnames: [a]\n");
    put("images/flat/train/a.png", picture);
    put("images/flat/train/a.txt", "0 0.5 0.5 0.5 0.5\n");
    put("images/flat/train/b.png", picture);
    put("elsewhere.txt", "0 0.5 0.5 0.5 0.5\n");
    ASSERT_TRUE(
        QFile::link(out(QStringLiteral("elsewhere.txt")), out(QStringLiteral("images/flat/train/b.txt"))));
    const Result<ImportedDataset> back =
        importDataset(format("yolo-segment"), out(QStringLiteral("images/flat/data.yaml")));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->annotations.size(), 1U);
    EXPECT_EQ(back->warnings.size(), 1) << "a link out of the folder is left out, and said";
}

} // namespace
} // namespace core
