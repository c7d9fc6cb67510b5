// SPDX-License-Identifier: Apache-2.0
#include "core/project/attribute.h"
#include "tests/core/formats_fixture.h"

#include <nlohmann/json.hpp>

#include <set>

namespace core {
namespace {

class Geojson : public FormatFixture {
protected:
    Result<ImportedDataset> read(const QByteArray& features) {
        const QString path =
            put("slide.geojson", R"({"type":"FeatureCollection","features":[)" + features + "]}");
        return importDataset(format("geojson"), path);
    }
    static QByteArray feature(const QByteArray& geometry,
                              const QByteArray& properties = "{\"label\":\"thing\"}") {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
    }
};

TEST_F(Geojson, WritesPartsWithTheirHolesAlongPixelEdges) {
    SampleDataset dataset = emptyDataset();
    dataset.labels[0].attributes = {{AttributeId{1}, QStringLiteral("ripe"), AttributeType::Bool}};
    const ImageId b = dataset.addImage(QStringLiteral("/data/set/b.png"), {7, 5});
    Annotation& ring = dataset.add(b, Mask::fromRect({1, 1, 3, 3})
                                          .subtracted(Mask::fromRect({2, 2, 1, 1}))
                                          .united(Mask::fromRect({5, 2, 1, 1})));
    ring.origin = Origin::Run;
    ring.score = 0.5F;
    ring.fields.state = State::Auto;
    ring.fields.attributes.insert(AttributeId{1}, attributeYes());
    LossReport report;
    ExportOptions options;
    options.copyImages = false;
    const ImportedDataset back = roundTrip("geojson", dataset, report, options);
    EXPECT_EQ(differingPixels(dataset, back), 0);
    EXPECT_FLOAT_EQ(back.annotations.at(0).score, 0.5F);
    EXPECT_EQ(back.annotations[0].fields.attributes.values(), QStringList{attributeYes()});
    const auto root = nlohmann::json::parse(written("b.geojson").toStdString());
    const auto& polygons = root["features"][0]["geometry"]["coordinates"];
    ASSERT_EQ(polygons.size(), 2U);
    EXPECT_EQ(polygons[0].size(), 2U) << "a ring and its hole";
    EXPECT_EQ(polygons[0][0].size(), 5U);
    EXPECT_EQ(polygons[0][0].front(), polygons[0][0].back()) << "closed";
    EXPECT_EQ(root["coordinate_space"], "pixel-edge");
}

TEST_F(Geojson, NoRingTouchesItself) {
    // Two pixels of one part meet in a corner, and so do two of its hole: other programs refuse such rings.
    SampleDataset dataset = emptyDataset();
    const ImageId a = dataset.addImage(QStringLiteral("/data/set/a.png"), {9, 9});
    const Mask bite = Mask::fromRect({1, 0, 1, 1}).united(Mask::fromRect({2, 1, 1, 1}));
    const Mask hole = Mask::fromRect({5, 5, 1, 1}).united(Mask::fromRect({6, 6, 1, 1}));
    dataset.add(a, Mask::fromRect({0, 0, 9, 9}).subtracted(bite).subtracted(hole));
    LossReport report;
    ExportOptions options;
    options.copyImages = false;
    EXPECT_EQ(differingPixels(dataset, roundTrip("geojson", dataset, report, options)), 0);
    const auto root = nlohmann::json::parse(written("a.geojson").toStdString());
    const auto& polygons = root["features"][0]["geometry"]["coordinates"];
    ASSERT_EQ(polygons.size(), 1U);
    EXPECT_EQ(polygons[0].size(), 4U) << "the outer ring, what it cuts off, and two holes";
    for (const auto& ring : polygons[0]) {
        std::set<std::string> corners;
        for (std::size_t i = 1; i < ring.size(); ++i)
            EXPECT_TRUE(corners.insert(ring[i].dump()).second) << ring.dump();
    }
}

TEST_F(Geojson, ThousandMasksComeBackPixelByPixel) {
    std::mt19937 random(13);
    const SampleDataset dataset = randomDataset(random, 1000);
    LossReport report;
    ExportOptions options;
    options.copyImages = false;
    EXPECT_EQ(differingPixels(dataset, roundTrip("geojson", dataset, report, options)), 0);
    EXPECT_EQ(report.pixelsChanged, 0);
}

TEST_F(Geojson, ReadsSlidesOfOtherProgramsWhicheverWayTheirRingsWind) {
    const QByteArray square = "[[0,0],[6,0],[6,6],[0,6],[0,0]]", hole = "[[1,1],[3,1],[3,3],[1,3],[1,1]]";
    const Result<ImportedDataset> back =
        read(feature("{\"type\":\"Polygon\",\"coordinates\":[" + square + ',' + hole + "]}",
                     R"({"classification":{"name":"Tumor"}})") +
             ',' + feature(R"({"type":"Point","coordinates":[1,1]})"));
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->annotations.size(), 1U);
    EXPECT_EQ(back->annotations[0].mask.area(), 32);
    EXPECT_EQ(back->labels[0].name, QStringLiteral("Tumor"));
    EXPECT_EQ(back->images[0].path, QStringLiteral("slide"));
    EXPECT_TRUE(back->warnings.join(QLatin1Char(' ')).contains(QStringLiteral("\"Point\"")));
}

TEST_F(Geojson, AFewBytesOfZigzagDoNotBecomeGigabytes) {
    QByteArray ring = "[[0,0]";
    for (int i = 0; i < 3000; ++i)
        ring += ",[5,0],[5,65000]";
    const QByteArray polygon = "[" + ring + ",[0,0]]]";
    const Result<ImportedDataset> back =
        read(feature("{\"type\":\"Polygon\",\"coordinates\":" + polygon + "}"));
    ASSERT_FALSE(back);
    EXPECT_TRUE(back.error().message.ends_with("far too complicated to be an outline."))
        << back.error().message;
    QByteArray parts;
    for (int i = 0; i < 400; ++i)
        parts += (i > 0 ? "," : "") + QByteArray("[[[0,0],[5,0],[5,65000],[0,65000],[0,0]]]");
    EXPECT_FALSE(read(feature("{\"type\":\"MultiPolygon\",\"coordinates\":[" + parts + "]}")))
        << "all parts of an instance count together";
}

TEST_F(Geojson, RefusesWhatCannotBeTrue) {
    for (const char* ring : {"[[0,0],[1,0],[1,1]]", "[[0,0],[1e9,0],[1,1],[0,0]]", "[[0,0],[1],[1,1],[0,0]]",
                             "[[0,0],[\"x\",0],[1,1],[0,0]]", "7"}) {
        const Result<ImportedDataset> back =
            read(feature("{\"type\":\"Polygon\",\"coordinates\":[" + QByteArray(ring) + "]}"));
        ASSERT_FALSE(back) << ring;
        EXPECT_TRUE(back.error().message.starts_with("slide.geojson can't be read: a ring "))
            << back.error().message;
    }
    EXPECT_FALSE(importDataset(format("geojson"), put("slide.geojson", R"({"type":"FeatureCollection"})")));
}

} // namespace
} // namespace core
