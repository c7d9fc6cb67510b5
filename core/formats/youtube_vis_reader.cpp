// SPDX-License-Identifier: Apache-2.0
#include "core/formats/clips.h"
#include "core/formats/coco_segmentation.h"
#include "core/formats/dataset_builder.h"
#include "core/formats/json_fields.h"
#include "core/formats/json_lists.h"
#include "core/formats/youtube_vis.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace core {
namespace {

using nlohmann::json;

class YoutubeVisReader {
public:
    explicit YoutubeVisReader(const QString& file)
        : m_file(file),
          m_builder(QFileInfo(file).absolutePath(),
                    {QStringLiteral("."), QStringLiteral("JPEGImages"), QStringLiteral("../JPEGImages")}) {}

    Result<ImportedDataset> read() {
        const auto use = [this](Status (YoutubeVisReader::*take)(const json&)) {
            return [this, take](const std::string&, const json& entry) { return (this->*take)(entry); };
        };
        JsonRest rest;
        // Masks need sizes and labels, in whatever order the file has them.
        RETURN_IF_ERROR(readJsonLists(m_file, {"videos"}, use(&YoutubeVisReader::takeVideo), &rest));
        noteRest(m_builder.warnings(), rest, {"categories", "annotations"});
        RETURN_IF_ERROR(readJsonLists(m_file, {"categories"}, use(&YoutubeVisReader::takeCategory)));
        if (m_videos.empty())
            return unreadable(m_file, QStringLiteral("it lists no videos"));
        RETURN_IF_ERROR(readJsonLists(m_file, {"annotations"}, use(&YoutubeVisReader::takeTrack)));
        return m_builder.take();
    }

private:
    struct Video {
        QSize size;
        std::vector<ImageId> frames;
    };

    /// A clause, as readJsonLists() wants it.
    static tl::unexpected<Error> wrong(const QString& why) { return fail(ErrorCode::CorruptFile, why); }

    Status takeVideo(const json& entry) {
        const std::optional<qint64> id = idIn(entry, "id");
        const json& names = memberIn(entry, "file_names");
        if (!id || m_videos.contains(*id))
            return wrong(QStringLiteral("a video has no id or that of another one"));
        if (!names.is_array())
            return wrong(QStringLiteral("the video %1 has no list of file names").arg(*id));
        noteOthers(m_builder.warnings(), entry, {"id", "width", "height", "length", "file_names"});
        Video& video = m_videos[*id];
        video.size = sizeIn(entry);
        for (const json& name : names) {
            if (!name.is_string())
                return wrong(QStringLiteral("the video %1 has a file name that is no text").arg(*id));
            const QString text = QString::fromStdString(name.get_ref<const std::string&>());
            const auto image = m_builder.addImage(text, video.size);
            if (!image)
                return fail(image.error().code, QString::fromStdString(image.error().message).chopped(1));
            video.frames.push_back(*image);
        }
        return {};
    }

    Status takeCategory(const json& entry) {
        const std::optional<qint64> id = idIn(entry, "id");
        if (!id || m_labels.contains(*id))
            return wrong(QStringLiteral("a category has no id or that of another one"));
        m_labels[*id] = m_builder.label(textIn(entry, "name"));
        m_builder.keepId(m_labels[*id], *id);
        noteOthers(m_builder.warnings(), entry, {"id", "name"});
        return {};
    }

    Status takeTrack(const json& entry) {
        const qint64 id = idIn(entry, "id").value_or(0);
        const auto video = m_videos.find(idIn(entry, "video_id").value_or(-1));
        const auto label = m_labels.find(idIn(entry, "category_id").value_or(-1));
        const json& masks = memberIn(entry, "segmentations");
        if (video == m_videos.end() || label == m_labels.end()) {
            m_builder.notUsed(QStringLiteral("tracks of an unknown video or category"));
            return {};
        }
        if (!masks.is_array() || masks.size() != video->second.frames.size())
            return wrong(
                QStringLiteral("the track %1 has not a mask or null for each frame of its video").arg(id));
        noteOthers(m_builder.warnings(), entry,
                   {"id", "video_id", "category_id", "iscrowd", "width", "height", "length", "segmentations",
                    "bboxes", "areas", "score"});
        for (std::size_t frame = 0; frame < masks.size(); ++frame) {
            if (!masks[frame].is_null())
                RETURN_IF_ERROR(takeMask(entry, masks[frame], video->second.frames[frame], label->second));
        }
        return {};
    }

    Status takeMask(const json& track, const json& segmentation, ImageId image, LabelId label) {
        if (!image.isValid()) // its name is unusable, which was said
            return {};
        const qint64 id = idIn(track, "id").value_or(0);
        Result<Mask> mask = maskOfCocoSegmentation(segmentation, m_builder.image(image).size);
        if (!mask)
            return wrong(QStringLiteral("%1, in the track %2")
                             .arg(QString::fromStdString(mask.error().message).chopped(1))
                             .arg(id));
        Annotation annotation;
        annotation.image = image;
        annotation.fields.label = label;
        annotation.fields.crowd = numberIn(track, "iscrowd") == 1;
        annotation.fields.attributes = m_builder.attributes(label, trackValue(id));
        if (const auto score = numberIn(track, "score")) {
            annotation.score = float(std::clamp(*score, 0.0, 1.0));
            annotation.fields.state = State::Auto;
        }
        annotation.mask = std::move(*mask);
        return m_builder.add(std::move(annotation), textIn(segmentation, "counts").size() + 100);
    }

    QString m_file;
    DatasetBuilder m_builder;
    std::map<qint64, Video> m_videos;
    std::map<qint64, LabelId> m_labels;
};

} // namespace

Result<ImportedDataset> importYoutubeVis(const QString& file) {
    return YoutubeVisReader(file).read();
}

bool looksLikeYoutubeVis(const QString& file, const QByteArray& start) {
    return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) && start.contains("\"videos\"") &&
           start.contains("\"file_names\"");
}

} // namespace core
