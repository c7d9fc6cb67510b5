// SPDX-License-Identifier: Apache-2.0
#include "core/formats/clips.h"

#include "core/formats/mask_png.h"
#include "core/mask/rle.h"
#include "tests/core/formats_fixture.h"
#include "tests/core/mask_random.h"

#include <nlohmann/json.hpp>

namespace core {
namespace {

/// Two clips of four frames, one of them without any instance; labels have tracks.
class Clips : public FormatFixture {
protected:
    static constexpr QSize kSize{40, 30};

    Clips() {
        m_dataset = emptyDataset();
        for (Label& label : m_dataset.labels)
            label.attributes = {{{label.id.value + 100}, kTrackAttribute, AttributeType::Number}};
        for (const char* clip : {"a", "b"}) {
            for (const char* frame : {"1", "2", "10", "11"})
                m_dataset.addImage(
                    QStringLiteral("/data/set/%1/%2.png").arg(QLatin1String(clip), QLatin1String(frame)),
                    kSize);
        }
        makePictures(m_dataset);
    }
    /// `image` from 0; `track` 0: none.
    void put(int image, const Mask& mask, int track, int label = 0) {
        Annotation& made = m_dataset.add(m_dataset.images[image].id, mask);
        made.fields.label = m_dataset.labels[label].id;
        if (track > 0)
            made.fields.attributes = {{{made.fields.label.value + 100}, QString::number(track)}};
    }
    using FormatFixture::put;
    Status write(const char* id) {
        const Result<LossReport> report = exportDataset(format(id), m_dataset.source(), out());
        m_report = report.value_or(LossReport());
        return report ? Status() : tl::unexpected(report.error());
    }
    /// Frame by frame in the order of clips and numbers: the pixels of each track.
    static std::vector<std::map<int, Mask>> tracksOf(const ImportedDataset& data) {
        std::map<std::pair<QString, int>, std::map<int, Mask>> frames;
        for (const ImageInfo& image : data.images) {
            const QFileInfo info(image.path);
            auto& here = frames[{info.dir().dirName(), info.completeBaseName().toInt()}];
            for (const Annotation& annotation : data.annotations) {
                if (annotation.image == image.id)
                    here[annotation.fields.attributes.first().toInt()] = annotation.mask;
            }
        }
        std::vector<std::map<int, Mask>> list;
        for (const auto& [name, tracks] : frames)
            list.push_back(tracks);
        return list;
    }
    /// That every track came back with its pixels under one number of its own in its clip.
    void expectTracks(const ImportedDataset& back, const char* id) {
        const std::vector<std::map<int, Mask>> found = tracksOf(back);
        ASSERT_EQ(found.size(), 8U) << id;
        std::map<std::pair<int, int>, int> numbers; // by clip and track
        for (int image = 0; image < 8; ++image) {
            const auto wanted = m_dataset.annotations.find(m_dataset.images[image].id);
            const std::size_t count = wanted == m_dataset.annotations.end() ? 0 : wanted->second.size();
            ASSERT_EQ(found[std::size_t(image)].size(), count) << id << " frame " << image;
            for (std::size_t i = 0; i < count; ++i) {
                const Annotation& annotation = wanted->second[i];
                const int track = annotation.fields.attributes.first().toInt();
                for (const auto& [number, mask] : found[std::size_t(image)]) {
                    if (!(mask == annotation.mask))
                        continue;
                    const auto [known, isNew] = numbers.insert({{image / 4, track}, number});
                    EXPECT_EQ(known->second, number) << id << " frame " << image;
                    ++m_matched;
                }
            }
        }
    }
    int m_matched = 0;
    SampleDataset m_dataset;
    LossReport m_report;
};

TEST_F(Clips, FramesAreInTheOrderOfTheirNumbers) {
    std::swap(m_dataset.images[0].path, m_dataset.images[3].path);
    const auto sink = noSink();
    const ExportSource source = m_dataset.source();
    const ExportOptions options;
    const ExportPass pass(source, options, *sink, 0);
    const std::vector<Clip> clips = clipsOf(pass.images());
    ASSERT_EQ(clips.size(), 2U);
    EXPECT_EQ(clips[0].name, QStringLiteral("a"));
    EXPECT_EQ(clips[0].frames, (QList<qsizetype>{3, 1, 2, 0}));
    EXPECT_EQ(clips[1].frames, (QList<qsizetype>{4, 5, 6, 7}));
}

TEST_F(Clips, ATrackIsOneNumberOverItsFramesAndASecondInOneFrameAnother) {
    const Label& label = m_dataset.labels[0];
    const auto with = [&](int track) {
        Annotation annotation;
        annotation.fields.label = label.id;
        if (track > 0)
            annotation.fields.attributes = {{{label.id.value + 100}, QString::number(track)}};
        return annotation;
    };
    TrackNumbers tracks;
    tracks.nextFrame();
    EXPECT_EQ(tracks.numberOf(label, with(7)), 1);
    EXPECT_EQ(tracks.numberOf(label, with(7)), 2);
    EXPECT_EQ(tracks.numberOf(label, with(0)), 3);
    tracks.nextFrame();
    EXPECT_EQ(tracks.numberOf(label, with(0)), 4);
    EXPECT_EQ(tracks.numberOf(label, with(9)), 5);
    EXPECT_EQ(tracks.numberOf(label, with(7)), 1);
    EXPECT_EQ(tracks.numberOf(label, with(7)), 2);
    EXPECT_EQ(tracks.numberOf(m_dataset.labels[1], with(7)), 6) << "the attribute is another label's";
}

TEST_F(Clips, YoutubeVisHasAListForEachTrackWithNulls) {
    put(0, Mask::fromRect({1, 1, 2, 2}), 7);
    put(3, Mask::fromRect({5, 1, 2, 2}), 7);
    put(5, Mask::fromRect({0, 0, 3, 1}), 7, 1);
    ASSERT_TRUE(write("youtube-vis"));
    const QByteArray bytes = written("youtube-vis.json");
    const auto root = nlohmann::json::parse(bytes.begin(), bytes.end());
    ASSERT_EQ(root["videos"].size(), 2U);
    EXPECT_EQ(root["videos"][0]["file_names"],
              (nlohmann::json{"a/1.png", "a/2.png", "a/10.png", "a/11.png"}));
    EXPECT_EQ(root["videos"][0]["length"], 4);
    ASSERT_EQ(root["annotations"].size(), 2U);
    const nlohmann::json& track = root["annotations"][0];
    EXPECT_EQ(track["video_id"], 1);
    EXPECT_EQ(track["bboxes"], nlohmann::json::parse("[[1,1,2,2],null,null,[5,1,2,2]]"));
    EXPECT_EQ(track["areas"], nlohmann::json::parse("[4,null,null,4]"));
    EXPECT_TRUE(track["segmentations"][1].is_null());
    EXPECT_EQ(track["segmentations"][0]["size"], (nlohmann::json{30, 40}));
    EXPECT_EQ(root["annotations"][1]["video_id"], 2);
    EXPECT_EQ(root["annotations"][1]["category_id"], m_dataset.labels[1].id.value);
}

TEST_F(Clips, DavisAndMotsAreThePublishedExamples) {
    put(0, Mask::fromRect({1, 1, 2, 2}), 7);
    put(1, Mask::fromRect({2, 1, 2, 2}), 7);
    put(1, Mask::fromRect({3, 1, 2, 2}), 8);
    ASSERT_TRUE(write("davis"));
    EXPECT_EQ(written("ImageSets/2017/train.txt"), "a\n");
    EXPECT_EQ(written("labels.txt"), "a\t1\t" + m_dataset.labels[0].name.toUtf8() + "\na\t2\t" +
                                         m_dataset.labels[0].name.toUtf8() + '\n');
    EXPECT_EQ(m_report.pixelsChanged, 2) << "what lies on top has the pixels";
    const auto frame = numberImage(out(QStringLiteral("Annotations/480p/a/00001.png")));
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->format(), QImage::Format_Indexed8);
    EXPECT_EQ(frame->color(1), qRgb(128, 0, 0));
    EXPECT_EQ(frame->pixelIndex(2, 1), 1);
    EXPECT_EQ(frame->pixelIndex(3, 1), 2);
    EXPECT_TRUE(QFile::exists(out(QStringLiteral("JPEGImages/480p/b/00003.png"))));

    ASSERT_TRUE(QDir(out()).removeRecursively());
    ASSERT_TRUE(write("mots"));
    const QByteArray own = rleString(Mask::fromRect({1, 1, 2, 2}), kSize);
    EXPECT_TRUE(written("instances_txt/a.txt").startsWith("0 3001 3 30 40 " + own + '\n'))
        << written("instances_txt/a.txt").toStdString();
    const auto numbers = numberImage(out(QStringLiteral("instances/a/000001.png")));
    ASSERT_TRUE(numbers);
    EXPECT_EQ(numbers->format(), QImage::Format_Grayscale16);
    EXPECT_EQ(reinterpret_cast<const quint16*>(numbers->constScanLine(1))[3], 3002)
        << "the class is the number of the label";
}

TEST_F(Clips, TracksComeBackPixelByPixel) {
    std::mt19937 random(4);
    for (int round = 0; round < 20; ++round) {
        m_dataset.annotations.clear();
        int instances = 0;
        for (int image = 0; image < 8; ++image) {
            Mask taken;
            for (int track = 1; track < 4 && image != 2; ++track) {
                const Mask mask = randomBitmap(random, kSize).mask().subtracted(taken);
                taken = taken.united(mask);
                if (mask.isEmpty())
                    continue;
                put(image, mask, track, track % 2);
                ++instances;
            }
        }
        for (const char* id : {"youtube-vis", "davis", "mots"}) {
            QDir(out()).removeRecursively();
            ASSERT_TRUE(write(id)) << id;
            EXPECT_EQ(m_report.pixelsChanged, 0) << id;
            const auto back = importDataset(format(id), out());
            ASSERT_TRUE(back) << id << back.error().message;
            m_matched = 0;
            expectTracks(*back, id);
            EXPECT_EQ(m_matched, instances) << id;
        }
    }
}

TEST_F(Clips, WhatCannotBeTrueIsRefusedWithItsPlace) {
    const QString list =
        FormatFixture::put("instances_txt/a.txt", "0 1001 1 3 4 42102\n0 1001 1 3 4 42102\n");
    const auto twice = importDataset(format("mots"), list);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().message, "a.txt can't be read: line 2: the frame has this id twice.");
    for (const char* line : {"0 1001 1 3 4", "0 -1 1 3 4 42102", "0 1001 1 0 4 42102", "0 1001 1 3 4 4210~",
                             "99999999999 1 1 3 4 42102", "0 1 1 5 5 42102", "nan 1 1 3 4 42102"}) {
        const auto refused = importDataset(format("mots"), FormatFixture::put("instances_txt/a.txt", line));
        ASSERT_FALSE(refused) << line;
        EXPECT_NE(refused.error().message.find("a.txt can't be read: line 1: "), std::string::npos)
            << refused.error().message;
    }
    for (
        const char* text :
        {R"({"videos":[{"id":1,"width":4,"height":3,"file_names":["a.png"]}],"categories":[{"id":1,"name":"x"}],
             "annotations":[{"id":5,"video_id":1,"category_id":1,"segmentations":[null,null]}]})",
         R"({"videos":[{"id":1,"width":4,"height":3,"file_names":["a.png"]},{"id":1,"file_names":[]}]})",
         R"({"videos":[{"id":1,"width":4,"height":3,"file_names":[5]}]})",
         R"({"videos":[{"id":1,"width":4,"height":3,"file_names":["a.png"]}],"categories":[{"id":1,"name":"x"}],
             "annotations":[{"id":5,"video_id":1,"category_id":1,"segmentations":[{"size":[9,9],"counts":"1"}]}]})"}) {
        const auto refused =
            importDataset(format("youtube-vis"), FormatFixture::put("youtube-vis.json", text));
        ASSERT_FALSE(refused) << text;
        EXPECT_NE(refused.error().message.find("youtube-vis.json"), std::string::npos)
            << refused.error().message;
    }
    const QString broken = FormatFixture::put("Annotations/480p/a/00000.png", "\x89PNG and no more");
    const auto png = importDataset(format("davis"), broken);
    ASSERT_FALSE(png);
    EXPECT_NE(png.error().message.find("00000.png"), std::string::npos) << png.error().message;
}

} // namespace
} // namespace core
