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
    std::vector<const char*> kept;  ///< texts that the export holds again
    std::vector<const char*> named; ///< texts of the notes
};

const Golden kCoco{"coco",
                   "in.json",
                   R"({"info":{"year":2026},"licenses":[{"id":1,"name":"CC0","url":""}],
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
                    "lists or objects", "licenses"}};

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
    R"({"images":[{"id":1,"file_name":"a.png","text_input":"a thing","width":8,"height":6,"queried_category":"0",
      "is_instance_exhaustive":1,"is_pixel_exhaustive":1,"dataset":"x"}],"annotations":[{"id":1,"image_id":1,"iscrowd":1,
      "category_id":1,"area":0.1,"bbox":[0.1,0.1,0.2,0.3],"segmentation":[[1,1,3,1,3,3,1,3]],"source":"manual",
      "annotator":"b"}],"categories":[{"id":1,"name":"object"}]})",
    {"\"a thing\"", "\"iscrowd\":1"},
    {"\"dataset\"", "\"annotator\""}};

const Golden kYoutubeVis{
    "youtube-vis",
    "in.json",
    R"({"videos":[{"id":4,"width":8,"height":6,"length":1,"file_names":["v/a.png"],"fps":6}],"categories":[{"id":7,
      "name":"thing","supercategory":"stuff"}],"annotations":[{"id":5,"video_id":4,"category_id":7,"iscrowd":0,"width":8,
      "height":6,"segmentations":[{"size":[6,8],"counts":[7,2,39]}],"bboxes":[[1,1,1,2]],"areas":[2],"occlusion":[1]}]})",
    {"\"id\":7,\"name\":\"thing\""},
    {"\"fps\"", "\"supercategory\"", "\"occlusion\""}};

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
    void expectKeptOrNamed(const Golden& golden) {
        const QString file = m_folder.filePath(QStringLiteral("golden/") + QLatin1String(golden.file));
        QDir().mkpath(QFileInfo(file).path());
        QFile input(file);
        ASSERT_TRUE(input.open(QIODevice::WriteOnly));
        input.write(golden.text);
        input.close();
        const auto read = importDataset(format(golden.format), file);
        ASSERT_TRUE(read) << read.error().message;
        ASSERT_EQ(read->annotations.size(), 1U);
        const QString notes = read->warnings.join(QLatin1Char('\n'));
        for (const char* text : golden.named)
            EXPECT_TRUE(notes.contains(QString::fromUtf8(text))) << text << " is not in\n"
                                                                 << notes.toStdString();
        SampleDataset dataset = datasetOf(*read);
        ExportOptions options;
        options.copyImages = false;
        ASSERT_TRUE(exportDataset(format(golden.format), dataset.source(), out(), options));
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
