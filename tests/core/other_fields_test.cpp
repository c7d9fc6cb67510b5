// SPDX-License-Identifier: Apache-2.0
#include "tests/core/formats_fixture.h"

#include <QDirIterator>

namespace core {
namespace {

/// A golden file of a format with every field that its description knows and some that nobody knows. Each
/// field of it is either there again after import and export, or named in the notes of the import.
struct Golden {
    const char* format;
    const char* file;
    const char* text;
    std::vector<const char*> kept;      ///< texts that the export holds again
    std::vector<const char*> named;     ///< texts of the notes
    const char* numbers = nullptr;      ///< a picture of numbers beside the file: 1 in 2 x 2 pixels, else 0
    std::vector<const char*> lost = {}; ///< that the report of the export names
    const char* picture = nullptr;      ///< the picture itself, where its size is needed
};

const Golden kCoco{"coco",
                   "in.json",
                   R"({"info":{"year":2026},"type":"instances","licenses":[{"id":1,"name":"CC0","url":""}],
      "images":[{"id":3,"file_name":"a.png","width":8,"height":6,"license":1,"coco_url":"http://x","date_captured":"1999",
                 "neg_category_ids":[7],"tags":["night"]}],
      "categories":[{"id":7,"name":"thing","supercategory":"stuff","keypoints":["nose"],"skeleton":[[1,2]]}],
      "annotations":[{"id":9,"image_id":3,"category_id":7,"iscrowd":1,"area":4,"bbox":[1,1,2,2],"score":0.5,
        "segmentation":[[1,1,3,1,3,3,1,3]],"ignore":1,"keypoints":[1,1,2],"num_keypoints":1,"track_id":12,
        "attributes":{"ripe":true,"list":[1]}}]})",
                   {"\"night\"", "\"id\":7,\"name\":\"thing\"", "\"iscrowd\":1", "\"score\":0.5",
                    "\"ripe\":true", "\"track_id\":12"},
                   {"\"license\"", "\"coco_url\"", "\"date_captured\"", "\"neg_category_ids\"",
                    "\"supercategory\"", "\"keypoints\"", "\"skeleton\"", "\"ignore\"", "\"num_keypoints\"",
                    "lists or objects", "licenses", "\"info\"", "\"type\""}};

const Golden kLabelme{
    "labelme",
    "a.json",
    R"({"version":"5.7.0","flags":{"night":true,"day":false},"imagePath":"a.png","imageData":null,"imageHeight":6,
      "imageWidth":8,"lineColor":[0,0,0],"shapes":[{"label":"thing","points":[[1,1],[3,1],[3,3],[1,3]],"group_id":null,
      "description":"found so","shape_type":"polygon","flags":{"wet":true},"mask":null,"colour":"red"}]})",
    {"\"night\":true", "\"description\":\"found so\"", "\"wet\":true"},
    {"\"lineColor\"", "\"colour\""}};

const Golden kCvat{
    "cvat",
    "in.xml",
    R"(<annotations><version>1.1</version><meta><task><name>job 5</name><labels><label><name>thing</name><color>#fff</color>
      <attributes><attribute><name>ripe</name><mutable>False</mutable><input_type>checkbox</input_type>
      <default_value>false</default_value><values>false</values></attribute></attributes></label></labels></task></meta>
      <image id="4" name="a.png" width="8" height="6" subset="train"><tag label="night" source="manual"/>
      <polygon label="thing" source="auto" occluded="0" points="1,1;3,1;3,3;1,3" z_order="2" group_id="5" shape_id="77">
      <attribute name="ripe">true</attribute></polygon><polyline label="thing" points="1,1;2,2"/></image></annotations>)",
    {"name=\"ripe\">true", "z_order=\"2\"", "group_id=\"5\"", "label=\"night\""},
    {"\"subset\"", "\"shape_id\"", "\"polyline\"", "elements \"name\""}};

const Golden kDatumaro{
    "datumaro",
    "annotations/train.json",
    R"({"dm_format_version":"1.0","media_type":2,"infos":{"by":"me"},"categories":{"label":{"labels":[{"name":"thing",
      "parent":"all","attributes":["ripe"]}],"label_groups":[],"attributes":[]}},"items":[{"id":"a","image":{"path":"a.png",
      "size":[6,8]},"attr":{"frame":3},"point_cloud":{"path":"x"},"annotations":[{"id":1,"type":"polygon","attributes":
      {"ripe":true,"score":0.5},"group":3,"label_id":0,"points":[1,1,3,1,3,3,1,3],"z_order":2,"object_id":6,"visibility":[1]}]}]})",
    {"\"ripe\":true", "\"score\":0.5", "\"group\":", "\"z_order\":2", "\"track_id\":6"},
    {"\"infos\"", "\"parent\"", "attributes of pictures", "\"point_cloud\"", "\"visibility\""}};

const Golden kLabelStudio{
    "label-studio",
    "in.json",
    R"([{"id":1,"data":{"image":"a.png"},"created_at":"today","project":4,"meta":{"tags":["night"],"owner":"me"},
      "annotations":[{"id":2,"completed_by":1,"lead_time":3.5,"was_cancelled":false,"ground_truth":true,"result":[
      {"id":"r","type":"polygonlabels","from_name":"l","to_name":"image","original_width":8,"original_height":6,
       "image_rotation":0,"origin":"manual","value":{"points":[[12.5,16.7],[37.5,16.7],[37.5,50],[12.5,50]],
       "polygonlabels":["thing"]}}]}]}])",
    {"\"night\"", "\"thing\""},
    {"\"created_at\"", "\"project\"", "\"owner\"", "\"completed_by\"", "\"lead_time\"", "\"origin\""}};

const Golden kGeojson{
    "geojson",
    "a.geojson",
    R"({"type":"FeatureCollection","name":"slide","image":{"file_name":"a.png","width":8,"height":6},"features":[
      {"type":"Feature","id":"f1","geometry":{"type":"Polygon","coordinates":[[[1,1],[3,1],[3,3],[1,3],[1,1]]]},
       "properties":{"classification":{"name":"thing"},"score":0.5,"isLocked":true,"measurements":{"a":1}}}]})",
    {"\"score\":0.5", "\"isLocked\":true"},
    {"\"name\"", "\"id\"", "lists or objects"}};

const Golden kSaco{
    "sa-co",
    "in.json",
    R"({"info":{"version":"1"},"images":[{"id":1,"file_name":"a.png","text_input":"a thing","width":8,"height":6,"queried_category":"0",
      "is_instance_exhaustive":1,"is_pixel_exhaustive":1,"dataset":"x"}],"annotations":[{"id":1,"image_id":1,"iscrowd":1,
      "category_id":1,"area":0.1,"bbox":[0.1,0.1,0.2,0.3],"segmentation":[[1,1,3,1,3,3,1,3]],"source":"manual",
      "annotator":"b"}],"categories":[{"id":1,"name":"object"}]})",
    {"\"a thing\"", "\"iscrowd\":1"},
    {"\"dataset\"", "\"annotator\"", "\"info\""}};

const Golden kYoutubeVis{
    "youtube-vis",
    "in.json",
    R"({"info":{"year":2026},"licenses":[{"id":1}],"videos":[{"id":4,"width":8,"height":6,"length":1,"file_names":["v/a.png"],"fps":6}],"categories":[{"id":7,
      "name":"thing","supercategory":"stuff"}],"annotations":[{"id":5,"video_id":4,"category_id":7,"iscrowd":0,"width":8,
      "height":6,"segmentations":[{"size":[6,8],"counts":[7,2,39]}],"bboxes":[[1,1,1,2]],"areas":[2],"occlusion":[1]}]})",
    {"\"id\":7,\"name\":\"thing\""},
    {"\"fps\"", "\"supercategory\"", "\"occlusion\"", "\"info\"", "\"licenses\""}};

const Golden kXAnyLabeling{
    "x-anylabeling",
    "a.json",
    R"({"version":"3.2.1","flags":{"night":true},"checked":true,"shapes":[{"kie_linking":[[1,2]],"label":"thing","score":0.5,
      "points":[[1,1],[3,1],[3,3],[1,3]],"group_id":null,"description":"by a person","difficult":true,
      "shape_type":"rotation","flags":{"wet":true},"attributes":{"ripe":"yes"},"direction":0.7,"cuboid":{"a":1}}],
      "imagePath":"a.png","imageData":null,"imageHeight":6,"imageWidth":8,"description":"of the whole picture"})",
    {"\"night\":true", "\"score\":0.5", "by a person", "\"wet\"", "\"ripe\""},
    {"\"checked\"", "\"kie_linking\"", "\"difficult\"", "\"direction\"", "\"cuboid\"", "\"description\""}};

const Golden kVoc{
    "voc",
    "Annotations/a.xml",
    R"(<annotation verified="yes"><folder>VOC2012</folder><filename>a.png</filename><path>/home/a.png</path>
      <source><database>The VOC Database</database><annotation>PASCAL</annotation><image>flickr</image></source>
      <owner><name>somebody</name></owner><size><width>8</width><height>6</height><depth>3</depth></size>
      <segmented>0</segmented><object><name>thing</name><pose>Left</pose><truncated>1</truncated>
      <difficult>1</difficult><occluded>0</occluded><bndbox><xmin>2</xmin><ymin>2</ymin><xmax>3</xmax><ymax>3</ymax>
      </bndbox><part><name>head</name></part><actions><jumping>1</jumping></actions></object></annotation>)",
    {"<truncated>1", "<difficult>1", "<xmin>2", "<name>thing"},
    {"\"source/database\"", "\"source/annotation\"", "\"source/image\"", "\"owner\"", "\"part\"",
     "\"actions\"", "\"verified\""}};

const Golden kYolo{"yolo-segment",
                   "data.yaml",
                   "path: .\ntrain: images\nnc: 1\nnames: [thing]\ndownload: http://x\nkpt_shape: [2, 3]\n"
                   "flip_idx: [1, 0]\nroboflow:\n  license: MIT\n",
                   {"0: \"thing\""},
                   {"\"download\"", "\"kpt_shape\"", "\"flip_idx\"", "\"roboflow\"", "lists of key points"},
                   nullptr,
                   {},
                   "images/a.png"};

const Golden kPanoptic{
    "coco-panoptic",
    "panoptic.json",
    R"({"info":{"year":2017},"licenses":[{"id":1}],"images":[{"id":3,"file_name":"a.png","width":8,"height":6,"license":1}],
      "annotations":[{"image_id":3,"file_name":"a.png","segments_info":[{"id":1,"category_id":7,"area":4,
      "bbox":[1,1,2,2],"iscrowd":1,"score":0.5}],"note":"x"}],"categories":[{"id":7,"name":"thing",
      "supercategory":"stuff","isthing":0,"color":[1,2,3]}]})",
    {"\"id\":7,\"name\":\"thing\"", "\"iscrowd\":1", "\"color\":[1,2,3]"},
    {"\"info\"", "\"licenses\"", "\"license\"", "\"score\"", "\"note\"", "\"supercategory\"", "no things"},
    "panoptic/a.png"};

const Golden kPngMasks{"png",
                       "classes.json",
                       R"({"classes":[{"id":7,"name":"thing","color":"#123456"}],"by":"me"})",
                       {"\"name\":\"thing\"", "\"score\":0.5", "\"iscrowd\":1"},
                       {"\"color\"", "\"by\"", "\"tool\"", "\"depth\""},
                       "instances/a.png"};

const Golden kMots{
    "mots",  "instances_txt/0001.txt",          "3 7005 7 6 8 7240m0\n", {" 7 6 8 7240m0", "7 class 7"}, {},
    nullptr, {"names of images", "attributes"}, "images/0001/000003.png"};

const Golden kDavis{"davis",
                    "labels.txt",
                    "walk\t1\tthing\n",
                    {"walk\t1\tthing"},
                    {},
                    "Annotations/walk/00004.png",
                    {"names of images", "attributes"},
                    "JPEGImages/walk/00004.png"};

class OtherFields : public FormatFixture {
protected:
    /// All that the export of the format holds, one file after another.
    QByteArray allWritten() const {
        QByteArray all;
        QDirIterator files(out(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            all += file.readAll();
        }
        return all;
    }
    QString place(const char* name) const {
        const QString path = m_folder.filePath(QStringLiteral("golden/") + QLatin1String(name));
        QDir().mkpath(QFileInfo(path).path());
        return path;
    }
    void putText(const char* name, const char* text) const {
        QFile file(place(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void putPictures(const Golden& golden) const {
        if (golden.numbers) {
            const bool colors = golden.format == std::string_view("coco-panoptic");
            QImage numbers(8, 6, colors ? QImage::Format_RGB32 : QImage::Format_Grayscale8);
            numbers.fill(0);
            for (const QPoint at : {QPoint(1, 1), QPoint(2, 1), QPoint(1, 2), QPoint(2, 2)})
                numbers.setPixelColor(at, QColor(1, colors ? 0 : 1, colors ? 0 : 1));
            ASSERT_TRUE(numbers.save(place(golden.numbers)));
        }
        if (golden.picture) {
            QImage picture(8, 6, QImage::Format_RGB32);
            picture.fill(Qt::gray);
            ASSERT_TRUE(picture.save(place(golden.picture)));
        }
    }
    void expectKeptOrNamed(const Golden& golden) {
        putText(golden.file, golden.text);
        putPictures(golden);
        const auto read = importDataset(format(golden.format), place(golden.file));
        ASSERT_TRUE(read) << read.error().message;
        ASSERT_EQ(read->annotations.size(), 1U);
        const QString notes = read->warnings.join(QLatin1Char('\n'));
        for (const char* text : golden.named)
            EXPECT_TRUE(notes.contains(QString::fromUtf8(text))) << text << " is not in\n"
                                                                 << notes.toStdString();
        SampleDataset dataset = datasetOf(*read);
        ExportOptions options;
        options.copyImages = false;
        const auto report = exportDataset(format(golden.format), dataset.source(), out(), options);
        ASSERT_TRUE(report) << report.error().message;
        for (const char* text : golden.lost)
            EXPECT_TRUE(report->fieldsDropped.contains(QString::fromUtf8(text))) << text;
        const QByteArray all = allWritten();
        for (const char* text : golden.kept)
            EXPECT_TRUE(all.contains(text)) << text << " is not in\n" << all.toStdString();
    }
};

TEST_F(OtherFields, OfCoco) {
    expectKeptOrNamed(kCoco);
}
TEST_F(OtherFields, OfLabelme) {
    expectKeptOrNamed(kLabelme);
}
TEST_F(OtherFields, OfCvat) {
    expectKeptOrNamed(kCvat);
}
TEST_F(OtherFields, OfDatumaro) {
    expectKeptOrNamed(kDatumaro);
}
TEST_F(OtherFields, OfLabelStudio) {
    expectKeptOrNamed(kLabelStudio);
}
TEST_F(OtherFields, OfGeojson) {
    expectKeptOrNamed(kGeojson);
}
TEST_F(OtherFields, OfSaco) {
    expectKeptOrNamed(kSaco);
}
TEST_F(OtherFields, OfYoutubeVis) {
    expectKeptOrNamed(kYoutubeVis);
}

TEST_F(OtherFields, OfXAnyLabeling) {
    expectKeptOrNamed(kXAnyLabeling);
}
TEST_F(OtherFields, OfVoc) {
    expectKeptOrNamed(kVoc);
}
TEST_F(OtherFields, OfYolo) {
    putText("labels/a.txt", "0 0.5 0.5 0.25 0.5 0.5 0.5 2 0.6 0.6 1\n");
    expectKeptOrNamed(kYolo);
}
TEST_F(OtherFields, OfPanoptic) {
    expectKeptOrNamed(kPanoptic);
}
TEST_F(OtherFields, OfPngMasks) {
    putText(
        "instances/a.json",
        R"({"image":"a.png","depth":3,"instances":[{"id":1,"class":7,"score":0.5,"iscrowd":1,"tool":"x"}]})");
    expectKeptOrNamed(kPngMasks);
}
TEST_F(OtherFields, OfMots) {
    expectKeptOrNamed(kMots);
}
TEST_F(OtherFields, OfDavis) {
    expectKeptOrNamed(kDavis);
}

TEST_F(OtherFields, WhatOurExportsSayOfThemselvesIsNoLoss) {
    std::mt19937 random(5);
    for (const char* id : {"coco", "sa-co", "youtube-vis"}) {
        SampleDataset dataset = randomDataset(random, 3);
        makePictures(dataset);
        LossReport report;
        const ImportedDataset back = roundTrip(id, dataset, report);
        EXPECT_FALSE(back.warnings.join(QLatin1Char(' ')).contains(QStringLiteral("\"info\""))) << id;
    }
}

TEST_F(OtherFields, NumbersOfClassesArePanopticsAndPngMasksOwn) {
    SampleDataset dataset = emptyDataset();
    dataset.labels = {Label{{41}, QStringLiteral("one"), Qt::red, {}, 0},
                      Label{{7}, QStringLiteral("two"), Qt::blue, {}, 1}};
    const ImageId image = dataset.addImage(QStringLiteral("/data/set/a.png"), {8, 6});
    dataset.add(image, Mask::fromRect({1, 1, 2, 2})).fields.label = {41};
    dataset.add(image, Mask::fromRect({4, 1, 2, 2})).fields.label = {7};
    makePictures(dataset);
    LossReport report;
    const ImportedDataset back = roundTrip("coco-panoptic", dataset, report);
    ASSERT_EQ(back.labels.size(), 2);
    EXPECT_EQ(back.labels[0].id.value, 41);
    EXPECT_EQ(back.labels[1].id.value, 7);
    EXPECT_EQ(back.annotations[0].fields.label.value, 41);
    EXPECT_EQ(differingPixels(dataset, back), 0);
}

} // namespace
} // namespace core
