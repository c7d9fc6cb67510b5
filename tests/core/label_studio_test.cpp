// SPDX-License-Identifier: Apache-2.0
#include "core/project/attribute.h"
#include "tests/core/formats_fixture.h"

#include <nlohmann/json.hpp>

namespace core {
namespace {

class LabelStudio : public FormatFixture {
protected:
    Result<ImportedDataset> read(const QByteArray& tasks) {
        return importDataset(format("label-studio"), put("label-studio.json", tasks));
    }
    static QByteArray task(const QByteArray& results, const QByteArray& image = "\"a.png\"") {
        return "[{\"id\":1,\"annotations\":[{\"result\":[" + results + "]}],\"data\":{\"image\":" + image +
               "}}]";
    }
    static QByteArray region(const char* kind, const QByteArray& value, const QByteArray& more = {}) {
        return QByteArray("{\"id\":\"r\",\"type\":\"") + kind +
               "\",\"from_name\":\"l\",\"to_name\":\"image\",\"original_width\":8,\"original_height\":4,"
               "\"value\":{\"" +
               kind + "\":[\"thing\"]," + value + "}" + more + "}";
    }
};

TEST_F(LabelStudio, ThousandMasksComeBackPixelByPixel) {
    std::mt19937 random(9);
    const SampleDataset dataset = randomDataset(random, 1000);
    LossReport report;
    EXPECT_EQ(differingPixels(dataset, roundTrip("label-studio", dataset, report)), 0);
    EXPECT_EQ(report.pixelsChanged, 0);
    EXPECT_EQ(report.instances, 1000);
}

TEST_F(LabelStudio, AnswersScoresTagsAndTheReviewComeBack) {
    SampleDataset dataset = emptyDataset();
    const QList<Attribute> attributes{{AttributeId{1}, QStringLiteral("ripe"), AttributeType::Bool},
                                      {AttributeId{2},
                                       QStringLiteral("kind"),
                                       AttributeType::Choice,
                                       {QStringLiteral("a"), QStringLiteral("b")}},
                                      {AttributeId{3}, QStringLiteral("weight"), AttributeType::Number},
                                      {AttributeId{4}, QStringLiteral("note"), AttributeType::Text}};
    dataset.labels[0].attributes = attributes;
    const ImageId done = dataset.addImage(QStringLiteral("/data/set/a b.png"), {7, 5});
    const ImageId open = dataset.addImage(QStringLiteral("/data/set/c.png"), {7, 5});
    dataset.addImage(QStringLiteral("/data/set/empty.png"), {7, 5});
    dataset.images[0].reviewed = dataset.images[2].reviewed = true;
    dataset.images[0].tags = {QStringLiteral("night")};
    Annotation& checked = dataset.add(done, Mask::fromRect({1, 1, 2, 2}));
    checked.fields.attributes = {{AttributeId{1}, attributeYes()},
                                 {AttributeId{2}, QStringLiteral("b")},
                                 {AttributeId{3}, QStringLiteral("2.5")},
                                 {AttributeId{4}, QStringLiteral("a \"quote\"")}};
    Annotation& waiting = dataset.add(open, Mask::fromRect({2, 1, 2, 2}));
    waiting.origin = Origin::Run;
    waiting.score = 0.25F;
    waiting.fields.state = State::Auto;
    LossReport report;
    const ImportedDataset back = roundTrip("label-studio", dataset, report);
    EXPECT_EQ(differingPixels(dataset, back), 0);
    ASSERT_EQ(back.images.size(), 3);
    EXPECT_EQ(stemOf(back.images[0]), QStringLiteral("a b"));
    EXPECT_EQ(back.images[0].tags, QStringList{QStringLiteral("night")});
    EXPECT_TRUE(back.images[0].reviewed);
    EXPECT_FALSE(back.images[1].reviewed);
    EXPECT_TRUE(back.images[2].reviewed) << "an empty annotation says that a person found nothing";
    ASSERT_EQ(back.annotations.size(), 2U);
    EXPECT_EQ(back.annotations[0].fields.state, State::Accepted);
    EXPECT_EQ(back.annotations[1].fields.state, State::Auto) << "a prediction";
    EXPECT_FLOAT_EQ(back.annotations[1].score, 0.25F);
    QMap<QString, QString> said;
    for (const Attribute& attribute : back.labels[0].attributes)
        said[attribute.name] = back.annotations[0].fields.attributes.value(attribute.id);
    EXPECT_EQ(said, (QMap<QString, QString>{{QStringLiteral("ripe"), attributeYes()},
                                            {QStringLiteral("kind"), QStringLiteral("b")},
                                            {QStringLiteral("weight"), QStringLiteral("2.5")},
                                            {QStringLiteral("note"), QStringLiteral("a \"quote\"")}}));
    const QByteArray interface = written("label-studio-interface.xml");
    EXPECT_TRUE(interface.contains("<Label value=\"cat\"")) << interface.toStdString();
    EXPECT_TRUE(interface.contains("<Choices name=\"ripe\" toName=\"image\" perRegion=\"true\">"));
}

TEST_F(LabelStudio, ReadsWhatPeopleDrewAndNamesWhatIsLeftOut) {
    const Result<ImportedDataset> back =
        read(task(region("rectanglelabels", R"("x":25,"y":25,"width":50,"height":50,"rotation":0)") + ',' +
                  region("rectanglelabels", R"("x":50,"y":0,"width":25,"height":50,"rotation":90)") + ',' +
                  region("polygonlabels", R"("points":[[0,0],[50,0],[50,100],[0,100]],"closed":true)") + ',' +
                  region("ellipselabels", R"("x":5,"y":5,"radiusX":3,"radiusY":3)") + ',' +
                  R"({"id":"w","type":"choices","from_name":"q","value":{"choices":["yes"]}})"));
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->annotations.size(), 3U);
    EXPECT_EQ(back->annotations[0].mask, Mask::fromRect({2, 1, 4, 2}));
    EXPECT_EQ(back->annotations[1].mask, Mask::fromRect({2, 0, 2, 2})) << "turned about its corner";
    EXPECT_EQ(back->annotations[2].mask, Mask::fromRect({0, 0, 4, 4}));
    const QString warnings = back->warnings.join(QLatin1Char(' '));
    EXPECT_TRUE(warnings.contains(QStringLiteral("\"ellipselabels\""))) << warnings.toStdString();
    EXPECT_TRUE(warnings.contains(QStringLiteral("answers about whole pictures"))) << warnings.toStdString();
}

TEST_F(LabelStudio, OfSeveralPeopleTheGroundTruthIsRead) {
    const auto answer = [](int x, const char* more) {
        return QByteArray("{") + more + "\"result\":[" +
               region("rectanglelabels",
                      "\"x\":" + QByteArray::number(x) + R"(,"y":0,"width":50,"height":100)") +
               "]}";
    };
    const auto tasks = [&](const QByteArray& annotations) {
        return "[{\"data\":{\"image\":\"a.png\"},\"annotations\":[" + annotations + "],\"predictions\":[" +
               answer(25, "") + "]}]";
    };
    const auto left = [&](const QByteArray& annotations) {
        const Result<ImportedDataset> back = read(tasks(annotations));
        return back && back->annotations.size() == 1 ? back->annotations[0].mask.boundingBox().left() : -1;
    };
    EXPECT_EQ(left(answer(0, "") + ',' + answer(50, "")), 4) << "the newest";
    EXPECT_EQ(left(answer(0, "\"ground_truth\":true,") + ',' + answer(50, "")), 0);
    EXPECT_EQ(left(answer(0, "") + ',' + answer(50, "\"was_cancelled\":true,")), 0);
    EXPECT_EQ(left(""), 2) << "nobody answered: what a model predicted";
}

TEST_F(LabelStudio, AddressesBecomeNamesAndNothingIsFetched) {
    const std::pair<const char*, const char*> addresses[] = {
        {"/data/local-files/?d=set/a%20b.png", "set/a b.png"},
        {"/data/upload/3/0123abcd-dog.png", "dog.png"},
        {"/data/upload/3/hot%20dog-1.png", "hot dog-1.png"},
        {"/data/upload/3/0123abcdef.png", "0123abcdef.png"},
        {"https://example.org/x/y.png?token=1", "y.png"},
        {"s3://bucket/deep/z.png", "z.png"},
        {"../../etc/passwd", "passwd"}};
    for (const auto& [address, name] : addresses) {
        const Result<ImportedDataset> back = read(task("", '"' + QByteArray(address) + '"'));
        ASSERT_TRUE(back) << back.error().message;
        EXPECT_EQ(back->images[0].path, QString::fromUtf8(name));
    }
}

TEST_F(LabelStudio, AFewBytesOfZigzagDoNotBecomeGigabytes) {
    QByteArray points = "[0,0]";
    for (int i = 0; i < 3000; ++i)
        points += ",[50,0],[50,100]";
    QByteArray zigzag = region("polygonlabels", "\"points\":[" + points + "]");
    zigzag.replace("\"original_height\":4", "\"original_height\":60000");
    const Result<ImportedDataset> back = read(task(zigzag));
    ASSERT_FALSE(back);
    EXPECT_NE(back.error().message.find("far too complicated"), std::string::npos) << back.error().message;
}

TEST_F(LabelStudio, RefusesWhatCannotBeTrue) {
    const QByteArray values[] = {R"("x":1e300,"y":0,"width":1,"height":1)",
                                 R"("x":"1","y":0,"width":1,"height":1)"};
    for (const QByteArray& value : values)
        EXPECT_FALSE(read(task(region("rectanglelabels", value)))) << value.toStdString();
    EXPECT_FALSE(read(task(region("polygonlabels", R"("points":[[0,0],[1,1]])"))));
    EXPECT_FALSE(read(task(region("polygonlabels", R"("points":[[0,0],[1,1],[2]])"))));
    EXPECT_FALSE(read(task(region("brushlabels", R"("format":"rle","rle":[0,0,0,128])"))));
    const Result<ImportedDataset> back = read(task(region("brushlabels", R"("format":"rle","rle":[0,300])")));
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().message,
              "label-studio.json can't be read: a brush's run lengths are no bytes, at the "
              "picture a.png.");
    EXPECT_FALSE(read("[1,"));
}

} // namespace
} // namespace core
