// SPDX-License-Identifier: Apache-2.0
#include "core/project/attribute.h"
#include "tests/core/formats_fixture.h"

namespace core {
namespace {

class Datumaro : public FormatFixture {
protected:
    Result<ImportedDataset> read(const QByteArray& annotations) {
        put("annotations/train.json",
            R"({"dm_format_version":"1.0","categories":{"label":{"labels":[{"name":"thing"},{"name":"night"}],)"
            R"("label_groups":[]}},"items":[{"id":"b","image":{"path":"b.png","size":[5,7]},"annotations":[)" +
                annotations + "]}]}");
        return importDataset(format("datumaro"), out());
    }
};

TEST_F(Datumaro, WritesWhatItsDocumentsShow) {
    SampleDataset dataset = emptyDataset();
    dataset.labels[0].attributes = {{AttributeId{1}, QStringLiteral("ripe"), AttributeType::Bool}};
    const ImageId b = dataset.addImage(QStringLiteral("/data/set/b.png"), {7, 5});
    dataset.images[0].reviewed = true;
    dataset.images[0].tags = {QStringLiteral("night")};
    makePictures(dataset);
    Annotation& ring = dataset.add(b, Mask::fromRect({1, 1, 3, 3})
                                          .subtracted(Mask::fromRect({2, 2, 1, 1}))
                                          .united(Mask::fromRect({5, 2, 1, 1})));
    ring.origin = Origin::Run;
    ring.score = 0.75F;
    ring.fields.state = State::Auto;
    ring.fields.z = 2;
    ring.fields.crowd = true;
    ring.fields.group = GroupId{4};
    ring.fields.attributes.insert(AttributeId{1}, attributeYes());
    LossReport report;
    const ImportedDataset back = roundTrip("datumaro", dataset, report);
    const QByteArray json = written("annotations/default.json");
    EXPECT_TRUE(json.contains(
        R"({"id":1,"type":"mask","attributes":{"is_crowd":true,"score":0.75,"ripe":true},"group":4,"label_id":0,)"
        R"("rle":{"counts":"632NO0126NO","size":[5,7]},"z_order":2})"))
        << json.toStdString();
    EXPECT_FALSE(written("images/default/b.png").isEmpty());
    EXPECT_EQ(differingPixels(dataset, back), 0);
    ASSERT_EQ(back.annotations.size(), 1U);
    const Annotation& found = back.annotations[0];
    EXPECT_FLOAT_EQ(found.score, 0.75F);
    EXPECT_EQ(found.fields.state, State::Auto);
    EXPECT_EQ(found.fields.z, 2);
    EXPECT_TRUE(found.fields.crowd);
    EXPECT_EQ(found.fields.group.value, 4);
    EXPECT_EQ(found.fields.attributes.values(), QStringList{attributeYes()});
    EXPECT_TRUE(back.images[0].reviewed);
    EXPECT_EQ(back.images[0].tags, QStringList{QStringLiteral("night")});
    EXPECT_TRUE(QFileInfo(back.images[0].path).isFile()) << "the picture is found";
}

TEST_F(Datumaro, ThousandMasksComeBackPixelByPixel) {
    std::mt19937 random(10);
    const SampleDataset dataset = randomDataset(random, 1000);
    LossReport report;
    ExportOptions options;
    options.copyImages = false;
    EXPECT_EQ(differingPixels(dataset, roundTrip("datumaro", dataset, report, options)), 0);
    EXPECT_EQ(report.pixelsChanged, 0);
}

TEST_F(Datumaro, ReadsWhatPeopleDrewAndNamesWhatIsLeftOut) {
    const Result<ImportedDataset> back =
        read(R"({"type":"polygon","label_id":0,"points":[1,1,4,1,4,4,1,4],"z_order":1},)"
             R"({"type":"bbox","label_id":0,"bbox":[1,1,5,3]},{"type":"label","label_id":1},)"
             R"({"type":"caption","caption":"x"},{"type":"bbox","label_id":9,"bbox":[0,0,1,1]})");
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->annotations.size(), 3U);
    EXPECT_EQ(back->annotations[0].mask, Mask::fromRect({1, 1, 3, 3}));
    EXPECT_EQ(back->annotations[1].mask, Mask::fromRect({1, 1, 5, 3}));
    EXPECT_EQ(back->labels[back->annotations[2].fields.label.value - 1].name, QStringLiteral("unnamed"));
    EXPECT_EQ(back->images[0].tags, QStringList{QStringLiteral("night")});
    EXPECT_TRUE(back->warnings.join(QLatin1Char(' ')).contains(QStringLiteral("\"caption\"")));
}

TEST_F(Datumaro, RefusesWhatCannotBeTrue) {
    for (const char* shape : {R"({"type":"bbox","label_id":0,"bbox":[1,1,1e300,3]})",
                              R"({"type":"bbox","label_id":0,"bbox":[1,1]})",
                              R"({"type":"polygon","label_id":0,"points":[1,1,"x",2,3,3]})",
                              R"({"type":"mask","label_id":0,"rle":{"counts":"632NO0126NO","size":[7,5]}})",
                              R"({"type":"mask","label_id":0})"}) {
        const Result<ImportedDataset> back = read(shape);
        ASSERT_FALSE(back) << shape;
        EXPECT_TRUE(back.error().message.starts_with("train.json can't be read: ")) << back.error().message;
        EXPECT_TRUE(back.error().message.ends_with(", in the item b.")) << back.error().message;
        EXPECT_EQ(back.error().message.find(".,"), std::string::npos) << back.error().message;
    }
}

} // namespace
} // namespace core
