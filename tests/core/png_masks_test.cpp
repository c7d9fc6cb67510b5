// SPDX-License-Identifier: Apache-2.0
#include "core/formats/mask_png.h"
#include "tests/core/formats_fixture.h"

namespace core {
namespace {

class PngMasks : public FormatFixture {
protected:
    PngMasks() { m_options.copyImages = false; }
    ExportOptions m_options;
};

TEST_F(PngMasks, NumbersAreStoredAsTheyAre) {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {4, 3});
    dataset.add(a, Mask::fromRect({0, 0, 2, 2}));
    dataset.add(a, Mask::fromRect({2, 0, 2, 1})).fields.label = LabelId{7};
    dataset.add(a, Mask::fromRect({1, 1, 2, 2})).fields.z = 1;
    LossReport report;
    const ImportedDataset back = roundTrip("png", dataset, report, m_options);
    EXPECT_EQ(report.pixelsChanged, 0);
    EXPECT_EQ(report.fieldsDropped, QStringList{QStringLiteral("stacking order")});
    EXPECT_EQ(differingPixels(dataset, back), 0);

    const QImage instances(out(QStringLiteral("instances/a.png")));
    ASSERT_EQ(instances.format(), QImage::Format_Grayscale16);
    const auto* row = reinterpret_cast<const quint16*>(instances.constScanLine(0));
    EXPECT_EQ(std::vector<int>(row, row + 4), (std::vector<int>{1, 1, 2, 2}));
    EXPECT_EQ(masksOfNumbers(QImage(out(QStringLiteral("instances.2/a.png"))))->at(0).first, 3)
        << "what overlaps";
    const QImage classes(out(QStringLiteral("classes/a.png")));
    ASSERT_EQ(classes.format(), QImage::Format_Indexed8);
    EXPECT_EQ(classes.pixelIndex(3, 0), 2);
    EXPECT_EQ(classes.pixelIndex(1, 1), 1);
    EXPECT_EQ(classes.pixelIndex(0, 2), 0);
}

TEST_F(PngMasks, ThousandMasksComeBackPixelByPixel) {
    std::mt19937 random(6);
    const SampleDataset dataset = randomDataset(random, 1000);
    LossReport report;
    const ImportedDataset back = roundTrip("png", dataset, report, m_options);
    EXPECT_EQ(differingPixels(dataset, back), 0);
    EXPECT_EQ(report.pixelsChanged, 0);
}

TEST_F(PngMasks, MoreThan255NumbersNeedTheHighByte) {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {1000, 1});
    for (int i = 0; i < 1000; ++i)
        dataset.add(a, Mask::fromRect({i, 0, 1, 1}));
    LossReport report;
    EXPECT_EQ(differingPixels(dataset, roundTrip("png", dataset, report, m_options)), 0);
}

TEST_F(PngMasks, TheClassMapShowsWhatLiesOnTop) {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {4, 3});
    dataset.add(a, Mask::fromRect({0, 0, 3, 1})).fields.z = 5;
    dataset.add(a, Mask::fromRect({1, 0, 3, 1})).fields.label = LabelId{7};
    LossReport report;
    roundTrip("png", dataset, report, m_options);
    const QImage classes(out(QStringLiteral("classes/a.png")));
    EXPECT_EQ(classes.pixelIndex(2, 0), 1);
    EXPECT_EQ(classes.pixelIndex(3, 0), 2);
}

TEST_F(PngMasks, WithoutListsTheClassMapIsRead) {
    put("classes.json", R"({"classes":[{"id":1,"name":"road"},{"id":2,"name":"sky"}]})");
    QImage map(4, 3, QImage::Format_Indexed8);
    map.setColorTable({qRgb(0, 0, 0), qRgb(9, 9, 9), qRgb(9, 9, 9)});
    map.fill(2);
    map.setPixel(0, 0, 1);
    put("classes/a.png", pngBytes(map));
    const Result<ImportedDataset> back = importDataset(format("png"), out());
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->annotations.size(), 2U);
    EXPECT_EQ(back->annotations[1].mask.area(), 11);
    EXPECT_EQ(back->labels[1].name, QStringLiteral("sky"));
}

TEST_F(PngMasks, RefusesWhatIsNoMapOfNumbers) {
    put("classes.json", R"({"classes":[{"id":1,"name":"road"}]})");
    QImage colors(4, 3, QImage::Format_RGB32);
    colors.fill(Qt::red);
    for (const QByteArray& bytes : {pngBytes(colors), QByteArray("GIF89a"), pngBytes(colors).left(40)}) {
        put("classes/a.png", bytes);
        const Result<ImportedDataset> back = importDataset(format("png"), out());
        ASSERT_FALSE(back);
        EXPECT_NE(back.error().message.find("a.png"), std::string::npos) << back.error().message;
    }
    for (const char* text : {"[]", R"({"classes":[{"id":0,"name":"a"}]})",
                             R"({"classes":[{"id":1,"name":"a"},{"id":1,"name":"b"}]})"}) {
        put("classes.json", text);
        EXPECT_FALSE(importDataset(format("png"), out(QStringLiteral("classes.json")))) << text;
    }
}

/// A grey PNG of `depth` bits a pixel and one row, whose bits are `row`.
QByteArray greyPng(int depth, quint8 row) {
    const auto number = [](quint32 n) {
        return QByteArray(1, char(n >> 24)) + char(n >> 16) + char(n >> 8) + char(n);
    };
    const auto chunk = [&](const QByteArray& data) {
        quint32 crc = ~0U;
        for (const char c : data) {
            crc ^= quint8(c);
            for (int i = 0; i < 8; ++i)
                crc = crc & 1U ? 0xedb88320U ^ crc >> 1 : crc >> 1;
        }
        return number(quint32(data.size() - 4)) + data + number(~crc);
    };
    const QByteArray size = number(quint32(8 / depth)) + number(1) + char(depth) + QByteArray(4, '\0');
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR" + size) +
           chunk("IDAT" + qCompress(QByteArray(1, '\0') + char(row)).mid(4)) + chunk("IEND");
}

TEST_F(PngMasks, OneBitMeansOneNotItsColour) {
    put("classes.json", R"({"classes":[{"id":1,"name":"road"}]})");
    put("classes/a.png", greyPng(1, 0xe0));
    const Result<ImportedDataset> back = importDataset(format("png"), out());
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->annotations.size(), 1U);
    EXPECT_EQ(back->annotations[0].mask, Mask::fromRect({0, 0, 3, 1}));
    const Result<Mask> mask = maskOfPng(greyPng(1, 0xe0), {0, 0});
    ASSERT_TRUE(mask);
    EXPECT_EQ(*mask, Mask::fromRect({0, 0, 3, 1}));
}

TEST_F(PngMasks, InstancesThatAllOverlapNeedNoMemoryForAllLayersAtOnce) {
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {300, 200});
    for (int i = 0; i < 70; ++i)
        dataset.add(a, Mask::fromRect({i, i, 200, 100}));
    LossReport report;
    EXPECT_EQ(differingPixels(dataset, roundTrip("png", dataset, report, m_options)), 0);
    EXPECT_TRUE(QFile::exists(out(QStringLiteral("instances.70/a.png"))));
}

TEST_F(PngMasks, NumbersOfTwoAndFourBitsAreNotStretched) {
    put("classes.json", R"({"classes":[{"id":1,"name":"road"},{"id":2,"name":"sky"}]})");
    for (const auto& [depth, row] : {std::pair(2, quint8(0x18)), std::pair(4, quint8(0x12))}) {
        put("classes/a.png", greyPng(depth, row));
        const Result<ImportedDataset> back = importDataset(format("png"), out());
        ASSERT_TRUE(back) << back.error().message;
        ASSERT_EQ(back->annotations.size(), 2U) << depth;
        EXPECT_EQ(back->labels.size(), 2) << depth << ": " << back->labels.last().name.toStdString();
        const int first = depth == 2 ? 1 : 0;
        EXPECT_EQ(back->annotations[0].mask, Mask::fromRect({first, 0, 1, 1})) << depth;
        EXPECT_EQ(back->annotations[1].mask, Mask::fromRect({first + 1, 0, 1, 1})) << depth;
    }
}

} // namespace
} // namespace core
