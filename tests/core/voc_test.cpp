// SPDX-License-Identifier: Apache-2.0
#include "core/formats/mask_png.h"
#include "tests/core/formats_fixture.h"

namespace core {
namespace {

class Voc : public FormatFixture {
protected:
    Voc() { m_options.copyImages = false; }
    /// An XML with this inside, read.
    Result<ImportedDataset> read(const QByteArray& inside, const QByteArray& before = {}) {
        return importDataset(format("voc"),
                             put("Annotations/a.xml", before + "<annotation>" + inside + "</annotation>"));
    }
    ExportOptions m_options;
};

QByteArray object(const char* name, int xMin, int yMin, int xMax, int yMax) {
    return "<object><name>" + QByteArray(name) + "</name><difficult>1</difficult><bndbox><xmin>" +
           QByteArray::number(xMin) + "</xmin><ymin>" + QByteArray::number(yMin) + "</ymin><xmax>" +
           QByteArray::number(xMax) + "</xmax><ymax>" + QByteArray::number(yMax) +
           "</ymax></bndbox></object>";
}

TEST_F(Voc, WritesBoxesFromOneAndIndexedMaps) {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {4, 3});
    dataset.add(a, Mask::fromRect({1, 1, 2, 2})).fields.label = LabelId{7};
    dataset.add(a, Mask::fromRect({2, 2, 2, 1})).fields.z = 1;
    LossReport report;
    const ImportedDataset back = roundTrip("voc", dataset, report, m_options);
    EXPECT_EQ(report.pixelsChanged, 1) << "one pixel of the lower is under the upper";
    EXPECT_EQ(differingPixels(dataset, back), 1);
    const QByteArray xml = written("Annotations/a.xml");
    EXPECT_TRUE(xml.contains("<bndbox><xmin>2</xmin><ymin>2</ymin><xmax>3</xmax><ymax>3</ymax></bndbox>"))
        << xml.toStdString();
    EXPECT_TRUE(xml.contains("<name>&quot;Hund&quot; \\ \xe7\x8c\xab \xf0\x9f\x90\xb1</name>"))
        << xml.toStdString();
    const QImage classes(out(QStringLiteral("SegmentationClass/a.png")));
    ASSERT_EQ(classes.format(), QImage::Format_Indexed8);
    EXPECT_EQ(classes.pixelIndex(1, 1), 2);
    EXPECT_EQ(classes.color(1), qRgb(128, 0, 0));
    EXPECT_EQ(classes.color(10), qRgb(64, 128, 0));
    EXPECT_EQ(classes.color(255), qRgb(224, 224, 192));
    EXPECT_EQ(QImage(out(QStringLiteral("SegmentationObject/a.png"))).pixelIndex(2, 2), 2);
    EXPECT_EQ(written("ImageSets/Segmentation/train.txt"), "a\n");
}

TEST_F(Voc, WhatComesBackDiffersByTheReportedPixels) {
    std::mt19937 random(7);
    SampleDataset dataset = randomDataset(random, 500);
    for (auto& [image, list] : dataset.annotations) {
        Mask seen; // an instance that is wholly hidden has nothing to come back
        for (Annotation& a : list) {
            a.mask = a.mask.subtracted(seen);
            seen = seen.united(a.mask);
        }
        std::erase_if(list, [](const Annotation& a) { return a.mask.isEmpty(); });
    }
    LossReport report;
    EXPECT_EQ(differingPixels(dataset, roundTrip("voc", dataset, report, m_options)), 0);
    EXPECT_EQ(report.pixelsChanged, 0);
}

TEST_F(Voc, ReadsBoxesThatCountFromOneOrFromNought) {
    const QByteArray size = "<filename>a.jpg</filename><size><width>40</width><height>30</height></size>";
    const Result<ImportedDataset> one = read(size + object("dog", 1, 2, 3, 4) + "<owner>me</owner>");
    ASSERT_TRUE(one) << one.error().message;
    EXPECT_EQ(one->annotations[0].mask, Mask::fromRect({0, 1, 3, 3}));
    EXPECT_EQ(one->labels[0].attributes[0].name, QStringLiteral("difficult"));
    EXPECT_TRUE(one->warnings.join(QLatin1Char(' ')).contains(QStringLiteral("\"owner\"")));
    const Result<ImportedDataset> nought = read(size + object("dog", 1, 2, 3, 4) + object("cat", 0, 5, 6, 7));
    ASSERT_TRUE(nought) << nought.error().message;
    EXPECT_EQ(nought->annotations[0].mask, Mask::fromRect({1, 2, 3, 3}));
}

TEST_F(Voc, RefusesEntitiesAndDamageWithFileAndLine) {
    const QByteArray bomb = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]>\n";
    const QByteArray outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n";
    for (const QByteArray& before : {bomb, outside}) {
        const Result<ImportedDataset> back = read("<filename>&b;</filename>", before);
        ASSERT_FALSE(back);
        EXPECT_TRUE(back.error().message.starts_with("a.xml, line ")) << back.error().message;
        EXPECT_NE(back.error().message.find("entities"), std::string::npos) << back.error().message;
    }
    for (const char* inside : {"<object><name>a</name></object>", "<object>", "<a></b>", "<x>&nope;</x>",
                               "<object><bndbox><xmin>nan</xmin><ymin>1</ymin><xmax>1e400</xmax><ymax>1</"
                               "ymax></bndbox></object>"}) {
        const Result<ImportedDataset> back = read(inside);
        ASSERT_FALSE(back) << inside;
        EXPECT_TRUE(back.error().message.starts_with("a.xml, line ")) << back.error().message;
        EXPECT_EQ(back.error().message.back(), '.');
    }
    QByteArray deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    EXPECT_FALSE(read(deep));
}

TEST_F(Voc, MoreThan254InstancesNeedAnotherFormat) {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {300, 1});
    for (int i = 0; i < 255; ++i)
        dataset.add(a, Mask::fromRect({i, 0, 1, 1}));
    const Result<LossReport> refused = exportDataset(format("voc"), dataset.source(), out(), m_options);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
    EXPECT_FALSE(QFile::exists(out()));
}

} // namespace
} // namespace core
