// SPDX-License-Identifier: Apache-2.0
#include "tests/core/formats_fixture.h"
#include "tests/support/slowdown.h"

#include <QElapsedTimer>
#include <QSet>

namespace core {
namespace {

/// Files made to do harm, one kind of harm after another through every format that it concerns.
class HostileImport : public FormatFixture {
protected:
    /// One sentence that names the file, and no data.
    void expectRefused(const char* id, const QString& file, const char* why) {
        QElapsedTimer timer;
        timer.start();
        const auto read = importDataset(format(id), file);
        ASSERT_FALSE(read) << id << ": " << why;
        const std::string& sentence = read.error().message;
        EXPECT_NE(sentence.find(QFileInfo(file).fileName().toStdString()), std::string::npos)
            << id << ", " << why << ": " << sentence;
        EXPECT_TRUE(sentence.ends_with('.')) << id << ", " << why << ": " << sentence;
        EXPECT_EQ(sentence.find('\n'), std::string::npos) << id << ", " << why << ": " << sentence;
        EXPECT_LT(double(timer.elapsed()), 10'000 * test::kSlowdown) << id << ": " << why;
    }
    /// Refused, or read without an instance and with a note about it.
    void expectNoInstance(const char* id, const QString& file, const char* why) {
        const auto read = importDataset(format(id), file);
        if (!read) {
            EXPECT_NE(read.error().message.find(QFileInfo(file).fileName().toStdString()), std::string::npos)
                << id << ", " << why << ": " << read.error().message;
            return;
        }
        EXPECT_TRUE(read->annotations.empty()) << id << ": " << why;
        EXPECT_FALSE(read->warnings.isEmpty()) << id << ": " << why;
    }
};

/// The start of a file by which its format is known, and its name.
const std::vector<std::tuple<const char*, const char*, const char*>> kStarts{
    {"coco", "coco.json", R"({"images":[)"},
    {"labelme", "lm/a.json", R"({"shapes":[)"},
    {"yolo-segment", "data.yaml", "names: [a]\n"},
    {"png", "classes.json", R"({"classes":[)"},
    {"voc", "voc/a.xml", "<annotation>"},
    {"cvat", "cvat.xml", "<annotations>"},
    {"coco-panoptic", "panoptic.json", R"({"categories":[)"},
    {"sa-co", "sa-co.json", R"({"images":[)"},
    {"label-studio", "ls.json", "["},
    {"datumaro", "d.json", R"({"dm_format_version":"1.0","items":[)"},
    {"geojson", "a.geojson", R"({"type":"FeatureCollection","features":[)"},
    {"youtube-vis", "yv.json", R"({"videos":[)"},
    {"mots", "instances_txt/a.txt", "0 1001 1 3 4 42102\n"}};

TEST_F(HostileImport, TenGigabytesAreRefusedBeforeTheyAreHeld) {
    for (const auto& [id, name, start] : kStarts) {
        const QString path = put(name, start);
        ASSERT_TRUE(QFile::resize(path, qint64(10) << 30)); // of zeros that take no place
        expectRefused(id, path, "10 GB");
        QFile::remove(path);
    }
}

TEST_F(HostileImport, NestingWithoutEndIsRefused) {
    const QByteArray deep(200'000, '[');
    for (const auto& [id, name, start] : kStarts) {
        if (QByteArray(name).endsWith("json"))
            expectRefused(id, put(name, start + deep), "deep lists");
    }
    QByteArray elements = "<annotations>";
    for (int i = 0; i < 100'000; ++i)
        elements += "<a>";
    expectRefused("cvat", put("cvat.xml", elements), "deep elements");
}

TEST_F(HostileImport, EntitiesThatDoubleThemselvesAreRefused) {
    const QByteArray laughs =
        R"(<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>)";
    expectRefused("cvat", put("cvat.xml", laughs + "<annotations><image name=\"&c;\"/></annotations>"),
                  "entities");
    expectRefused("cvat", put("cvat.xml", laughs + "<annotations><image name=\"&x;\"/></annotations>"),
                  "file");
    expectRefused("voc", put("voc/a.xml", laughs + "<annotation><filename>&c;</filename></annotation>"),
                  "entities");
}

TEST_F(HostileImport, NumbersThatAreNoneMakeNoInstance) {
    for (const QByteArray number : {"NaN", "1e999", "-1e9", "\"1\"", "null", "[1]"}) {
        const QByteArray ring = "[1,1,8,1," + number + ",8]";
        const QByteArray points = "[[1,1],[8,1],[" + number + ",8]]";
        const char* why = number.constData();
        expectNoInstance("coco",
                         put("coco.json", R"({"images":[{"id":1,"file_name":"a.png","width":9,"height":9}],
            "categories":[{"id":1,"name":"x"}],"annotations":[{"id":1,"image_id":1,"category_id":1,
            "segmentation":{"size":[9,9],"counts":[)" +
                                              number + "]}}]}"),
                         why);
        expectNoInstance(
            "labelme",
            put("lm/a.json", R"({"imagePath":"a.png","imageHeight":9,"imageWidth":9,"shapes":[{"label":"a",
            "shape_type":"polygon","points":)" +
                                 points + "}]}"),
            why);
        expectNoInstance(
            "datumaro",
            put("d.json", R"({"dm_format_version":"1.0","categories":{"label":{"labels":[{"name":"x"}]}},
            "items":[{"id":"a","image":{"path":"a.png","size":[9,9]},"annotations":[{"type":"mask","label_id":0,
            "rle":{"size":[9,9],"counts":[)" +
                              number + "]}}]}]}"),
            why);
        expectNoInstance(
            "geojson", put("a.geojson", R"({"type":"FeatureCollection","image":{"file_name":"a.png","width":9,
            "height":9},"features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,1],
            [8,1],[)" + number + ",8],[1,1]]]}}]}"),
            why);
        expectNoInstance(
            "label-studio",
            put("ls.json", R"([{"id":1,"data":{"image":"a.png"},"annotations":[{"result":[{"id":"r",
            "type":"polygonlabels","original_width":9,"original_height":9,"value":{"polygonlabels":["x"],"points":)" +
                               points + "}}]}]}]"),
            why);
        expectNoInstance("youtube-vis",
                         put("yv.json", R"({"videos":[{"id":1,"width":9,"height":9,"file_names":["a.png"]}],
            "categories":[{"id":1,"name":"x"}],"annotations":[{"id":1,"video_id":1,"category_id":1,
            "segmentations":[{"size":[9,9],"counts":[)" +
                                            number + "]}]}]}"),
                         why);
        expectNoInstance(
            "sa-co",
            put("sa-co.json", R"({"images":[{"id":1,"file_name":"a.png","text_input":"x","width":9,
            "height":9}],"annotations":[{"id":1,"image_id":1,"segmentation":{"size":[9,9],"counts":[)" +
                                  number + "]}}]}"),
            why);
        expectNoInstance(
            "cvat",
            put("cvat.xml", "<annotations><image name=\"a.png\" width=\"9\" height=\"9\"><box label=\"x\" "
                            "xtl=\"1\" ytl=\"1\" ybr=\"5\" xbr='" +
                                QByteArray(number).replace('"', "&quot;").replace("-1e9", "-1e99") +
                                "'/></image></annotations>"),
            why);
        if (number != "\"1\"") // quotes are none of these formats' matter
            expectNoInstance("mots", put("instances_txt/a.txt", "0 1001 1 " + number + " 9 42102\n"), why);
    }
    for (const char* number : {"nan", "inf", "1e999", "x"}) {
        put("data.yaml", "names: [x]\ntrain: images\n");
        QImage(9, 9, QImage::Format_RGB32).save(out(QStringLiteral("images/a.png")));
        QDir().mkpath(out(QStringLiteral("images")));
        QImage(9, 9, QImage::Format_RGB32).save(out(QStringLiteral("images/a.png")));
        put("labels/a.txt", QByteArray("0 0.5 0.5 0.5 ") + number + '\n');
        const auto read = importDataset(format("yolo-detect"), out(QStringLiteral("data.yaml")));
        EXPECT_TRUE(!read || read->annotations.empty()) << number;
    }
}

TEST_F(HostileImport, NoNameLeadsOutOfTheFolder) {
    const QByteArray secret = "secret.png";
    QImage(9, 9, QImage::Format_RGB32).save(m_folder.filePath(QString::fromLatin1(secret)));
    for (const QByteArray& name : {QByteArray("../") + secret, m_folder.path().toUtf8() + '/' + secret,
                                   QByteArray("x/../../") + secret, QByteArray("..\\\\") + secret}) {
        const std::vector<std::pair<const char*, QString>> files{
            {"coco", put("coco.json", R"({"images":[{"id":1,"file_name":")" + name +
                                          R"(","width":9,"height":9}],"categories":[],"annotations":[]})")},
            {"datumaro",
             put("d.json",
                 R"({"dm_format_version":"1.0","categories":{},"items":[{"id":"a","image":{"path":")" + name +
                     R"(","size":[9,9]},"annotations":[]}]})")},
            {"label-studio",
             put("ls.json", R"([{"id":1,"data":{"image":")" + name + R"("},"annotations":[]}])")},
            {"sa-co",
             put("sa-co.json", R"({"images":[{"id":1,"file_name":")" + name +
                                   R"(","text_input":"x","width":9,"height":9}],"annotations":[]})")},
            {"youtube-vis", put("yv.json", R"({"videos":[{"id":1,"width":9,"height":9,"file_names":[")" +
                                               name + R"("]}],"categories":[],"annotations":[]})")},
            {"geojson",
             put("a.geojson", R"({"type":"FeatureCollection","features":[],"image":{"file_name":")" + name +
                                  R"(","width":9,"height":9}})")},
            {"cvat", put("cvat.xml", R"(<annotations><image name=")" + name +
                                         R"(" width="9" height="9"/></annotations>)")},
            {"voc", put("Annotations/a.xml",
                        "<annotation><filename>" + name +
                            "</filename><size><width>9</width><height>9</height></size></annotation>")}};
        for (const auto& [id, file] : files) {
            const auto read = importDataset(format(id), file);
            if (!read)
                continue;
            for (const ImageInfo& image : read->images) {
                const QString path = QDir::cleanPath(QFileInfo(QDir(out()), image.path).absoluteFilePath());
                EXPECT_TRUE(path.startsWith(out()))
                    << id << " with " << name.toStdString() << ": " << path.toStdString();
            }
        }
    }
}

TEST_F(HostileImport, TwoOfOneIdAreToldApartOrRefused) {
    const QByteArray images = R"([{"id":1,"file_name":"a.png","text_input":"x","width":9,"height":9},
        {"id":1,"file_name":"b.png","text_input":"x","width":9,"height":9}])";
    expectRefused("coco", put("coco.json", R"({"categories":[],"annotations":[],"images":)" + images + '}'),
                  "twice");
    expectRefused("sa-co", put("sa-co.json", R"({"annotations":[],"images":)" + images + '}'), "twice");
    expectRefused("coco-panoptic",
                  put("panoptic.json", R"({"categories":[],"annotations":[],"images":)" + images + '}'),
                  "twice");
    expectRefused("png", put("classes.json", R"({"classes":[{"id":1,"name":"a"},{"id":1,"name":"b"}]})"),
                  "twice");
    expectRefused("youtube-vis",
                  put("yv.json", R"({"videos":[{"id":1,"width":9,"height":9,"file_names":["a.png"]}],
        "categories":[{"id":1,"name":"x"},{"id":1,"name":"y"}]})"),
                  "twice");
}

TEST_F(HostileImport, MasksOfAnotherSizeMakeNoInstance) {
    const QByteArray wrong = R"({"size":[4,3],"counts":"42102"})"; // of a picture of 4 x 3
    expectNoInstance("coco",
                     put("coco.json", R"({"images":[{"id":1,"file_name":"a.png","width":4,"height":3}],
        "categories":[{"id":1,"name":"x"}],"annotations":[{"id":1,"image_id":1,"category_id":1,"segmentation":)" +
                                          wrong + "}]}"),
                     "size");
    expectNoInstance(
        "datumaro",
        put("d.json", R"({"dm_format_version":"1.0","categories":{"label":{"labels":[{"name":"x"}]}},
        "items":[{"id":"a","image":{"path":"a.png","size":[3,4]},"annotations":[{"type":"mask","label_id":0,"rle":)" +
                          wrong + "}]}]}"),
        "size");
    expectNoInstance("sa-co",
                     put("sa-co.json", R"({"images":[{"id":1,"file_name":"a.png","text_input":"x","width":4,
        "height":3}],"annotations":[{"id":1,"image_id":1,"segmentation":)" +
                                           wrong + "}]}"),
                     "size");
    expectNoInstance("mots", put("instances_txt/a.txt", "0 1001 1 3 4 42102\n0 1002 1 4 3 42102\n"), "size");
    expectNoInstance("label-studio",
                     put("ls.json", R"([{"id":1,"data":{"image":"a.png"},"annotations":[{"result":[{
        "id":"r","type":"brushlabels","original_width":9,"original_height":9,"value":{"brushlabels":["x"],"format":"rle",
        "rle":[0,0,0,48,57,27,254,19,0,159,254,112,9,255,227,0,0]}}]}]}])"),
                     "size");
}

} // namespace
} // namespace core
