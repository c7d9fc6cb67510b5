// SPDX-License-Identifier: Apache-2.0
#include "tests/core/formats_fixture.h"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace core {
namespace {

class CocoSplit : public FormatFixture {
protected:
    CocoSplit() {
        m_dataset = emptyDataset();
        for (int clip = 0; clip < 10; ++clip) {
            for (int frame = 0; frame < 3; ++frame) {
                const ImageId image = m_dataset.addImage(
                    QStringLiteral("/data/set/clip%1/%2.png").arg(clip).arg(frame), {8, 6});
                m_dataset.add(image, Mask::fromRect({clip % 4, frame, 3, 2}));
            }
        }
        makePictures(m_dataset);
    }
    nlohmann::json part(const char* name) const {
        const QByteArray bytes = written(("annotations/instances_" + std::string(name) + ".json").c_str());
        return nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    }
    SampleDataset m_dataset;
};

TEST_F(CocoSplit, EveryImageIsInOnePartWithItsFolderAndItsPicture) {
    ExportOptions options;
    options.split = {0.3, 0.2, true};
    const auto report = exportDataset(format("coco-split"), m_dataset.source(), out(), options);
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->instances, 30);
    std::map<std::string, std::set<std::string>> partsOfClip;
    std::set<int> images, annotations;
    const std::map<std::string, std::size_t> expected{{"train", 15}, {"val", 9}, {"test", 6}};
    for (const auto& [name, count] : expected) {
        const nlohmann::json root = part(name.c_str());
        ASSERT_TRUE(root.is_object()) << name;
        EXPECT_EQ(root["images"].size(), count) << name;
        EXPECT_EQ(root["annotations"].size(), count) << name;
        EXPECT_EQ(root["categories"].size(), 2U) << name;
        std::set<int> here;
        for (const nlohmann::json& image : root["images"]) {
            const auto file = image["file_name"].get<std::string>();
            partsOfClip[file.substr(0, file.find('/'))].insert(name);
            EXPECT_TRUE(QFile::exists(out(QString::fromStdString("images/" + name + '/' + file)))) << file;
            EXPECT_TRUE(images.insert(image["id"].get<int>()).second) << "an id of two parts";
            here.insert(image["id"].get<int>());
        }
        for (const nlohmann::json& annotation : root["annotations"]) {
            EXPECT_TRUE(here.contains(annotation["image_id"].get<int>())) << name;
            EXPECT_TRUE(annotations.insert(annotation["id"].get<int>()).second) << "an id of two parts";
        }
    }
    EXPECT_EQ(images.size(), 30U);
    for (const auto& [clip, parts] : partsOfClip)
        EXPECT_EQ(parts.size(), 1U) << clip << " is parted";
}

TEST_F(CocoSplit, APartWithoutImagesHasNoFileAndEachIsReadWithItsPictures) {
    ExportOptions options;
    options.split = {0.3, 0, true};
    ASSERT_TRUE(exportDataset(format("coco-split"), m_dataset.source(), out(), options));
    EXPECT_FALSE(QFile::exists(out(QStringLiteral("annotations/instances_test.json"))));
    const auto back = importCoco(out(QStringLiteral("annotations/instances_val.json")));
    ASSERT_TRUE(back) << back.error().message;
    ASSERT_EQ(back->images.size(), 9);
    EXPECT_EQ(back->annotations.size(), 9U);
    for (const ImageInfo& image : back->images)
        EXPECT_TRUE(QFileInfo(image.path).isAbsolute()) << "found: " << image.path.toStdString();
    EXPECT_TRUE(exportDataset(format("coco-split"), m_dataset.source(), out(), options)) << "it is replaced";
}

TEST_F(CocoSplit, AnImportIsCancelledByItsProgress) {
    for (const Format& each : formats()) {
        if (!each.read || !each.write)
            continue;
        QDir(out()).removeRecursively();
        ASSERT_TRUE(exportDataset(each, m_dataset.source(), out())) << each.id.toStdString();
        qint64 calls = 0;
        const auto stopped = importDataset(each, out(), [&calls](qint64) { return ++calls < 5; });
        ASSERT_FALSE(stopped) << each.id.toStdString();
        EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled) << each.id.toStdString();
        EXPECT_EQ(stopped.error().message, "The import was cancelled; nothing was changed.");
        EXPECT_EQ(calls, 5) << each.id.toStdString();
        EXPECT_TRUE(importDataset(each, out())) << each.id.toStdString();
    }
}

} // namespace
} // namespace core
