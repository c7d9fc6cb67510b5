// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_builder.h"
#include "core/formats/mask_png.h"
#include "core/project/attribute.h"
#include "tests/core/formats_fixture.h"
#include "tests/support/cpu_timer.h"
#include "tests/support/slowdown.h"

namespace core {
namespace {

/// What hostile, damaged or merely large data must not do, whatever its format.
class HostileFormats : public FormatFixture {
protected:
    HostileFormats() { m_options.copyImages = false; }
    ExportOptions m_options;
};

TEST_F(HostileFormats, NamesOfClassesComeBackAsTheyWere) {
    const QStringList names{QStringLiteral("\"quoted\" 'name'"),
                            QStringLiteral("a < b & c > d"),
                            QStringLiteral("&amp; ]]> <!--"),
                            QStringLiteral("\u05d7\u05ea\u05d5\u05dc"),
                            QString::fromUtf8("\xf0\x9f\x90\xb1 \xe7\x8c\xab"),
                            QStringLiteral("key: value # not a comment"),
                            QStringLiteral("- {a, [b]}"),
                            QStringLiteral("../../etc/passwd"),
                            QStringLiteral("back\\slash"),
                            QStringLiteral("null"),
                            QStringLiteral("7: seven"),
                            QStringLiteral("100%1 %2"),
                            QStringLiteral("car"),
                            QStringLiteral("Car"),
                            QStringLiteral("tab\u0001\u007fend")};
    SampleDataset dataset = emptyDataset();
    dataset.labels.clear();
    const ImageId image = dataset.addImage(QStringLiteral("/data/set/a.png"), {40, 3});
    for (const QString& name : names) {
        const int i = int(dataset.labels.size());
        dataset.labels << Label{{i + 1}, name, Qt::red, {}, i};
        dataset.add(image, Mask::fromRect({2 * i, 0, 1, 1})).fields.label = LabelId{i + 1};
    }
    makePictures(dataset);
    for (const Format& each : formats()) {
        if (each.read == nullptr)
            continue;
        LossReport report;
        const ImportedDataset back = roundTrip(each.id.toUtf8().constData(), dataset, report);
        QStringList found;
        for (const Label& label : back.labels)
            found << label.name;
        QStringList wanted = names;
        if (each.file.endsWith(QStringLiteral("xml")))
            wanted.last().replace(QChar(1), QChar(QChar::ReplacementCharacter)); // XML has no such character
        found.sort();
        wanted.sort();
        EXPECT_EQ(found, wanted) << each.id.toStdString();
        QDir(out()).removeRecursively();
    }
}

TEST_F(HostileFormats, PicturesNamedOddlyAreWrittenReadAndReplaced) {
    SampleDataset dataset = emptyDataset();
    const QString longest(240, QLatin1Char('x'));
    for (const QString& name : {QStringLiteral("two\nlines.png"), QStringLiteral("tab\there.png"),
                                longest + QStringLiteral("1.png"), longest + QStringLiteral("2.png"),
                                longest + QStringLiteral("1xxxxxx.png"), QStringLiteral("A.png"),
                                QStringLiteral("a.png"), QStringLiteral("a_png.png"), QStringLiteral("a.jpg"),
                                QString::fromUtf8("u\xcc\x88.png"), QString::fromUtf8("\xc3\xbc.png")})
        dataset.add(dataset.addImage(QStringLiteral("/data/set/") + name, {4, 3}),
                    Mask::fromRect({1, 1, 2, 2}));
    makePictures(dataset);
    for (const Format& each : formats()) {
        for (const char* time : {"first", "again"}) {
            const Result<LossReport> written = exportDataset(each, dataset.source(), out());
            ASSERT_TRUE(written) << each.id.toStdString() << ' ' << time << ": " << written.error().message;
        }
        if (each.read == nullptr) {
            QDir(out()).removeRecursively();
            continue;
        }
        const Result<ImportedDataset> back = importDataset(each, out());
        ASSERT_TRUE(back) << back.error().message;
        EXPECT_EQ(back->images.size(), dataset.images.size()) << each.id.toStdString();
        EXPECT_EQ(back->annotations.size(), std::size_t(dataset.images.size())) << each.id.toStdString();
        EXPECT_TRUE(back->warnings.isEmpty()) << back->warnings.join(QLatin1Char(' ')).toStdString();
        const bool inOrder = each.place == Format::Place::File && each.id != QStringLiteral("youtube-vis");
        for (qsizetype i = 0; inOrder && i < back->images.size(); ++i)
            EXPECT_EQ(back->images[i].path, QFileInfo(dataset.images[i].path).fileName());
        QDir(out()).removeRecursively();
    }
}

TEST_F(HostileFormats, SizesThatNobodyCanHoldAreRefusedNotDrawn) {
    SampleDataset dataset = emptyDataset();
    const ImageId image = dataset.addImage(QStringLiteral("/data/set/a.png"), {60'000, 60'000});
    dataset.add(image, Mask::fromRect({0, 0, 1, 1}).united(Mask::fromRect({59'999, 59'999, 1, 1})));
    for (const char* id : {"png", "voc", "labelme"}) {
        const Result<LossReport> counted = exportLosses(format(id), dataset.source(), m_options);
        ASSERT_FALSE(counted) << id;
        EXPECT_EQ(counted.error().code, ErrorCode::Unsupported) << id;
        EXPECT_NE(counted.error().message.find("a.png"), std::string::npos) << counted.error().message;
    }
    dataset.images[0].size = {1'000'000, 1'000'000};
    for (const Format& each : formats()) {
        const Result<LossReport> counted = exportLosses(each, dataset.source(), m_options);
        ASSERT_TRUE(counted) << each.id.toStdString() << counted.error().message;
        EXPECT_EQ(counted->images, 0) << each.id.toStdString();
        EXPECT_EQ(counted->instancesSkipped, 1) << each.id.toStdString();
    }
}

TEST_F(HostileFormats, FilesThatClaimSuchSizesAreReadWithoutThem) {
    put("coco.json", R"({"images":[{"id":1,"file_name":"a.png","width":1000000,"height":1000000}],
        "categories":[{"id":1,"name":"x"}],"annotations":[]})");
    put("cvat.xml", R"(<annotations><image name="a.png" width="1000000" height="1000000">
        <box label="x" xtl="-9" ytl="-9" xbr="6" ybr="4"/></image></annotations>)");
    put("lm/a.json", R"({"imagePath":"a.png","imageHeight":1000000,"imageWidth":1000000,"kie":1,"shapes":[
        {"label":"a","points":[[-9,-9],[6,-9],[6,4],[-9,4]],"shape_type":"polygon","difficult":false}]})");
    for (const auto& [id, file] :
         {std::pair("coco", "coco.json"), std::pair("cvat", "cvat.xml"), std::pair("labelme", "lm/a.json")}) {
        const Result<ImportedDataset> back = importDataset(format(id), out(QString::fromLatin1(file)));
        ASSERT_TRUE(back) << back.error().message;
        EXPECT_TRUE(back->images.at(0).size.isEmpty()) << id;
        EXPECT_FALSE(back->warnings.isEmpty()) << id;
        for (const Annotation& a : back->annotations)
            EXPECT_EQ(a.mask.boundingBox().topLeft(), QPoint(0, 0)) << id;
    }
}

TEST_F(HostileFormats, AFewBytesDoNotBecomeGigabytes) {
    QByteArray flat = "[";
    for (int i = 0; i < 3000; ++i)
        flat += "0,0,5,65000,";
    const QString coco = put("coco.json",
                             R"({"images":[{"id":1,"file_name":"a.png","width":65000,"height":65000}],
        "categories":[{"id":1,"name":"x"}],"annotations":[{"id":1,"image_id":1,"category_id":1,"segmentation":)" +
                                 flat + "9,9]}]}");
    const Result<ImportedDataset> zigzag = importDataset(format("coco"), coco);
    ASSERT_TRUE(zigzag) << zigzag.error().message;
    EXPECT_TRUE(zigzag->annotations.empty());
    EXPECT_TRUE(zigzag->warnings.join(QLatin1Char(' ')).contains(QStringLiteral("far too complicated")));

    QImage stripes(6000, 6000, QImage::Format_Grayscale8);
    for (int y = 0; y < stripes.height(); ++y) {
        for (int x = 0; x < stripes.width(); ++x)
            stripes.scanLine(y)[x] = uchar(x % 2);
    }
    const QByteArray png = pngBytes(stripes);
    EXPECT_LT(png.size(), 1 << 20);
    EXPECT_FALSE(maskOfPng(png, {0, 0}));
    EXPECT_FALSE(masksOfNumbers(stripes));
    put("classes.json", R"({"classes":[{"id":1,"name":"road"}]})");
    put("classes/a.png", png);
    const Result<ImportedDataset> back = importDataset(format("png"), out(QStringLiteral("classes.json")));
    ASSERT_FALSE(back);
    EXPECT_NE(back.error().message.find("a.png"), std::string::npos) << back.error().message;
}

TEST_F(HostileFormats, AnOrdinaryLargeDataSetFitsTheBudgetOfMemory) {
    DatasetBuilder builder(m_folder.path());
    const Result<ImageId> image = builder.addImage(QStringLiteral("a.png"), {10, 20'000});
    ASSERT_TRUE(image);
    Annotation box;
    box.image = *image;
    box.mask = Mask::fromRect({1, 0, 5, 20'000});
    for (int i = 0; i < 1700; ++i)
        ASSERT_TRUE(builder.add(box)) << "a rectangle of 20,000 rows, number " << i;
}

TEST_F(HostileFormats, ManyInstancesTakeTimeInProportion) {
    SampleDataset dataset = emptyDataset();
    const ImageId image = dataset.addImage(QStringLiteral("/data/set/a.png"), {4000, 3000});
    for (int i = 0; i < 10'000; ++i)
        dataset.add(image, Mask::fromRect({i % 100 * 40, i / 100 * 30, 30, 25}));
    for (const Format& each : formats()) {
        if (each.id == QStringLiteral("voc") || each.id == QStringLiteral("davis") ||
            each.id == QStringLiteral("mots"))
            continue; // refuse so many in one picture
        const test::CpuTimer timer;
        const Result<LossReport> counted = exportLosses(each, dataset.source(), m_options);
        ASSERT_TRUE(counted) << counted.error().message;
        EXPECT_LT(timer.milliseconds(), 4000 * test::kSlowdown) << each.id.toStdString();
    }
}

TEST_F(HostileFormats, ManyPartsTakeTimeInProportion) {
    std::vector<Mask::Span> dots;
    for (int y = 0; y < 1000; y += 2) {
        for (int x = 0; x < 1000; x += 2)
            dots.push_back({y, x, x + 1});
    }
    SampleDataset dataset = emptyDataset();
    dataset.add(dataset.addImage(QStringLiteral("/data/set/a.png"), {1000, 1000}), Mask::fromSpans(dots));
    for (const Format& each : formats()) {
        const test::CpuTimer timer;
        const Result<LossReport> counted = exportLosses(each, dataset.source(), m_options);
        ASSERT_TRUE(counted) << counted.error().message;
        EXPECT_LT(timer.milliseconds(), 8000 * test::kSlowdown) << each.id.toStdString();
    }
    QByteArray shapes;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray x = QByteArray::number(i % 200 * 10), y = QByteArray::number(i / 200 * 10);
        const QByteArray right = QByteArray::number(i % 200 * 10 + 5),
                         low = QByteArray::number(i / 200 * 10 + 5);
        shapes += (i > 0 ? "," : "") + ("{\"label\":\"a\",\"group_id\":1,\"shape_type\":\"rectangle\","
                                        "\"points\":[[" +
                                        x + ',' + y + "],[" + right + ',' + low + "]]}");
    }
    put("a.json", R"({"imagePath":"a.png","imageHeight":2000,"imageWidth":2000,"shapes":[)" + shapes + "]}");
    const test::CpuTimer timer;
    const Result<ImportedDataset> back = importDataset(format("labelme"), out());
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->annotations.size(), 1U);
    EXPECT_EQ(back->annotations[0].mask.area(), 20'000 * 25);
    EXPECT_LT(timer.milliseconds(), 3000 * test::kSlowdown);
}

TEST_F(HostileFormats, AttributesOfEveryTypeComeBackWithTheirValues) {
    SampleDataset dataset = emptyDataset();
    dataset.labels[0].attributes = {
        {{1}, QStringLiteral("note"), AttributeType::Text},
        {{2}, QStringLiteral("wet"), AttributeType::Bool},
        {{3}, QStringLiteral("size"), AttributeType::Number},
        {{4}, QStringLiteral("seen"), AttributeType::Choice, {QStringLiteral("true"), QStringLiteral("no")}}};
    const ImageId image = dataset.addImage(QStringLiteral("/data/set/a.png"), {4, 3});
    AttributeValues& values = dataset.add(image, Mask::fromRect({1, 1, 2, 2})).fields.attributes;
    values = {{{1}, QStringLiteral("true")},
              {{2}, attributeNo()},
              {{3}, QStringLiteral("2.5")},
              {{4}, QStringLiteral("true")}};
    for (const char* id : {"coco", "labelme", "x-anylabeling", "cvat"}) {
        LossReport report;
        const ImportedDataset back = roundTrip(id, dataset, report, m_options);
        ASSERT_EQ(back.annotations.size(), 1U);
        QMap<QString, QString> found;
        for (const Attribute& attribute : back.labels.at(0).attributes)
            found[attribute.name] = back.annotations[0].fields.attributes.value(attribute.id);
        EXPECT_EQ(found.value(QStringLiteral("note")), QStringLiteral("true")) << id;
        EXPECT_EQ(found.value(QStringLiteral("wet")), attributeNo()) << id;
        EXPECT_EQ(found.value(QStringLiteral("size")), QStringLiteral("2.5")) << id;
        EXPECT_EQ(found.value(QStringLiteral("seen")), QStringLiteral("true")) << id;
        EXPECT_TRUE(back.warnings.isEmpty()) << id << back.warnings.join(QLatin1Char(' ')).toStdString();
        QDir(out()).removeRecursively();
    }
}

TEST_F(HostileFormats, NotesShowWhatStoodInTheFile) {
    put("a.json", R"({"imagePath":"a.png","imageHeight":9,"imageWidth":9,"shapes":[
        {"label":"a","points":[],"shape_type":"%1 of %1"}]})");
    const Result<ImportedDataset> back = importDataset(format("labelme"), out());
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->warnings.size(), 1);
    EXPECT_TRUE(back->warnings[0].startsWith(QStringLiteral("1 shapes of the kind \"%1 of %1\"")))
        << back->warnings[0].toStdString();
}

} // namespace
} // namespace core
