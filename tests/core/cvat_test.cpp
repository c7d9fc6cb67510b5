// SPDX-License-Identifier: Apache-2.0
#include "tests/core/formats_fixture.h"

namespace core {
namespace {

class Cvat : public FormatFixture {
protected:
    Result<ImportedDataset> read(const QByteArray& inside) {
        return importDataset(format("cvat"),
                             put("annotations.xml", "<annotations>" + inside + "</annotations>"));
    }
    static QByteArray image(const QByteArray& inside) {
        return "<image id=\"0\" name=\"b.png\" width=\"7\" height=\"5\">" + inside + "</image>";
    }
};

TEST_F(Cvat, WritesTheRunsThatItsDocumentsShow) {
    SampleDataset dataset = emptyDataset();
    Attribute ripe{AttributeId{1}, QStringLiteral("ripe"), AttributeType::Bool};
    dataset.labels[0].attributes = {ripe};
    const ImageId b = dataset.addImage(QStringLiteral("/data/set/b.png"), {7, 5});
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {4, 3});
    Annotation& ring = dataset.add(b, Mask::fromRect({1, 1, 3, 3})
                                          .subtracted(Mask::fromRect({2, 2, 1, 1}))
                                          .united(Mask::fromRect({5, 2, 1, 1})));
    ring.fields.z = 2;
    ring.fields.group = GroupId{4};
    ring.fields.attributes.insert(ripe.id, QStringLiteral("yes"));
    dataset.add(a, Mask::fromRect({1, 1, 2, 2}));
    LossReport report;
    const ImportedDataset back = roundTrip("cvat", dataset, report);
    EXPECT_EQ(report.pixelsChanged, 0);
    EXPECT_EQ(differingPixels(dataset, back), 0);
    const QByteArray xml = written("annotations.xml");
    EXPECT_TRUE(
        xml.contains(R"(rle="0, 3, 2, 1, 1, 1, 1, 4, 2" left="1" top="1" width="5" height="3" z_order="2")"))
        << xml.toStdString();
    EXPECT_TRUE(xml.contains(R"(rle="0, 4" left="1" top="1" width="2" height="2" z_order="0")"))
        << xml.toStdString();
    ASSERT_EQ(back.annotations.size(), 2U);
    EXPECT_EQ(back.annotations[0].fields.z, 2);
    EXPECT_EQ(back.annotations[0].fields.group.value, 4);
    EXPECT_EQ(back.annotations[0].fields.attributes.values(), QStringList{QStringLiteral("yes")});
}

TEST_F(Cvat, ThousandMasksComeBackPixelByPixel) {
    std::mt19937 random(8);
    const SampleDataset dataset = randomDataset(random, 1000);
    LossReport report;
    EXPECT_EQ(differingPixels(dataset, roundTrip("cvat", dataset, report)), 0);
    EXPECT_EQ(report.pixelsChanged, 0);
}

TEST_F(Cvat, ReadsWhatPeopleDrewAndNamesWhatIsLeftOut) {
    const Result<ImportedDataset> back = read(
        "<meta><task><labels><label><name>thing</name><attributes><attribute><name>kind</"
        "name><input_type>select"
        "</input_type><values>a\nb</values></attribute></attributes></label></labels></task></meta>" +
        image(
            R"(<polygon label="thing" occluded="1" points="1.00,1.00;4.00,1.00;4.00,4.00;1.00,4.00" z_order="1">
                 <attribute name="kind">b</attribute></polygon>
                 <box label="thing" occluded="0" xtl="1" ytl="1" xbr="6" ybr="4" z_order="0"></box>
                 <polyline label="thing" points="1,1;2,2"></polyline><tag label="night"></tag>)"));
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->annotations.size(), 2U);
    EXPECT_EQ(back->annotations[0].mask, Mask::fromRect({1, 1, 3, 3}));
    EXPECT_EQ(back->annotations[0].fields.attributes.size(), 2);
    EXPECT_EQ(back->annotations[1].mask, Mask::fromRect({1, 1, 5, 3}));
    EXPECT_EQ(back->labels[0].attributes[0].choices, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    EXPECT_EQ(back->images[0].tags, QStringList{QStringLiteral("night")});
    EXPECT_TRUE(back->warnings.join(QLatin1Char(' ')).contains(QStringLiteral("\"polyline\"")));
}

TEST_F(Cvat, RefusesWhatCannotBeTrueWithFileAndLine) {
    const char* shapes[] = {R"(<mask label="a" rle="0, 3" left="1" top="1" width="2" height="2"/>)",
                            R"(<mask label="a" rle="0, 5" left="1" top="1" width="2" height="2"/>)",
                            R"(<mask label="a" rle="0, -4, 8" left="1" top="1" width="2" height="2"/>)",
                            R"(<mask label="a" rle="0, 4" left="1" top="1" width="1e9" height="2"/>)",
                            R"(<polygon label="a" points="1,1;nan,2;3,3"/>)",
                            R"(<polygon label="a" points="1,1;2,2"/>)",
                            R"(<box label="a" xtl="1" ytl="1" xbr="inf" ybr="3"/>)",
                            "<mask>"};
    for (const char* shape : shapes) {
        const Result<ImportedDataset> back = read(image(shape));
        ASSERT_FALSE(back) << shape;
        EXPECT_TRUE(back.error().message.starts_with("annotations.xml, line 1: ")) << back.error().message;
        EXPECT_EQ(back.error().message.back(), '.');
        EXPECT_EQ(back.error().message.find(".."), std::string::npos) << back.error().message;
    }
    EXPECT_FALSE(read(image("") + image(""))) << "the same image twice";
}

TEST_F(Cvat, OccludedIsTheFormatsOwnMark) {
    SampleDataset dataset = emptyDataset();
    const Attribute occluded{AttributeId{1}, QStringLiteral("occluded"), AttributeType::Bool};
    dataset.labels[0].attributes = {occluded};
    const ImageId b = dataset.addImage(QStringLiteral("/data/set/b.png"), {7, 5});
    dataset.add(b, Mask::fromRect({1, 1, 2, 2})).fields.attributes[occluded.id] = QStringLiteral("yes");
    dataset.add(b, Mask::fromRect({4, 1, 2, 2})).fields.attributes[occluded.id] = QStringLiteral("no");
    LossReport report;
    const ImportedDataset back = roundTrip("cvat", dataset, report);
    EXPECT_EQ(written("annotations.xml").count("occluded=\"1\""), 1);
    EXPECT_EQ(back.annotations.at(0).fields.attributes.values(), QStringList{QStringLiteral("yes")});
    EXPECT_EQ(back.annotations.at(1).fields.attributes.values(), QStringList{QStringLiteral("no")});
}

TEST_F(Cvat, WhatProjectAndTaskBothDefineIsThereOnce) {
    const QByteArray labels = "<labels><label><name>thing</name><attributes><attribute><name>kind</name>"
                              "<input_type>select</input_type><values>a\nb</values></attribute></attributes>"
                              "</label></labels>";
    const Result<ImportedDataset> back =
        read("<meta><project>" + labels + "</project><task>" + labels + "</task></meta>" + image(""));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->labels[0].attributes[0].choices, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
}

TEST_F(Cvat, AMaskLiesWhereItsBoxSaysAndRunsMayStartInside) {
    const Result<ImportedDataset> back =
        read(image(R"(<mask label="a" rle="0, 1, 2, 3" left="4" top="3" width="3" height="2"/>)"));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->annotations.at(0).mask, Mask::fromSpans({{3, 4, 5}, {4, 4, 7}}));
    const Result<ImportedDataset> over =
        read(image(R"(<mask label="a" rle="0, 6" left="5" top="4" width="3" height="2"/>)"));
    ASSERT_TRUE(over) << over.error().message;
    EXPECT_EQ(over->annotations.at(0).mask, Mask::fromRect({5, 4, 2, 1}));
    for (const auto& [text, z] : {std::pair("nan", 0), std::pair("1e99", 1'000'000), std::pair("-3", -3)}) {
        const Result<ImportedDataset> stacked =
            read(image(R"(<mask label="a" rle="0, 6" left="1" top="1" width="3" height="2" z_order=")" +
                       QByteArray(text) + "\"/>"));
        ASSERT_TRUE(stacked) << stacked.error().message;
        EXPECT_EQ(stacked->annotations.at(0).fields.z, z) << text;
    }
}

} // namespace
} // namespace core
