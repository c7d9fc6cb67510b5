// SPDX-License-Identifier: Apache-2.0
#include "core/formats/clips.h"
#include "core/formats/coco_segmentation.h"
#include "core/formats/json_text.h"
#include "core/formats/youtube_vis.h"

namespace core {
namespace {

/// One video's tracks; memory holds those of one video.
class Video {
public:
    Video(qsizetype number, qsizetype frames) : m_number(number), m_frames(frames) {}

    void take(ExportPass& pass, const ExportImage& image) {
        m_tracks.nextFrame();
        m_size = image.size;
        for (const ExportInstance& instance : image.instances) {
            const Label& label = pass.labels()[instance.label];
            const auto number = std::size_t(m_tracks.numberOf(label, instance.annotation));
            m_entries.resize(std::max(m_entries.size(), number));
            Entry& entry = m_entries[number - 1];
            entry.label = label.id;
            entry.crowd = entry.crowd || instance.annotation.fields.crowd;
            add(entry, instance.mask, image.size);
            pass.written(instance, instance.mask);
        }
        ++m_frame;
    }
    /// The tracks' entries, their ids after `last`.
    Status write(ExportPass& pass, qint64& last) {
        for (Entry& entry : m_entries) {
            fill(entry, m_frames);
            const QByteArray text =
                "{\"id\":" + QByteArray::number(++last) + ",\"video_id\":" + QByteArray::number(m_number) +
                ",\"category_id\":" + QByteArray::number(entry.label.value) +
                ",\"iscrowd\":" + (entry.crowd ? '1' : '0') +
                ",\"width\":" + QByteArray::number(m_size.width()) +
                ",\"height\":" + QByteArray::number(m_size.height()) + ",\"segmentations\":[" + entry.masks +
                "],\"bboxes\":[" + entry.boxes + "],\"areas\":[" + entry.areas + "]}";
            RETURN_IF_ERROR(pass.out().write((last > 1 ? ",\n" : "\n") + text));
        }
        return {};
    }

private:
    struct Entry {
        LabelId label;
        bool crowd = false;
        QByteArray masks, boxes, areas;
        qsizetype frames = 0; ///< written so far
    };

    /// Nulls up to frame `until`.
    static void fill(Entry& entry, qsizetype until) {
        for (; entry.frames < until; ++entry.frames) {
            const QByteArray null = entry.frames > 0 ? ",null" : "null";
            entry.masks += null;
            entry.boxes += null;
            entry.areas += null;
        }
    }
    void add(Entry& entry, const Mask& mask, QSize size) const {
        fill(entry, m_frame);
        const QByteArray comma = entry.frames++ > 0 ? "," : "";
        const QRect box = mask.boundingBox();
        entry.masks += comma + cocoSegmentation(mask, size, CocoShape::CompressedRle);
        entry.boxes += comma + '[' + QByteArray::number(box.x()) + ',' + QByteArray::number(box.y()) + ',' +
                       QByteArray::number(box.width()) + ',' + QByteArray::number(box.height()) + ']';
        entry.areas += comma + QByteArray::number(mask.area());
    }

    qsizetype m_number, m_frames;
    qsizetype m_frame = 0;
    QSize m_size;
    TrackNumbers m_tracks;
    std::vector<Entry> m_entries;
};

Status writeHead(ExportPass& pass, const std::vector<Clip>& clips) {
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("youtube-vis.json")));
    RETURN_IF_ERROR(
        pass.out().write("{\"info\":{\"description\":\"Tracks exported by Maskwright\"},\n\"videos\":["));
    for (std::size_t i = 0; i < clips.size(); ++i) {
        QByteArray names;
        for (const qsizetype frame : clips[i].frames)
            names += (names.isEmpty() ? "" : ",") + jsonString(pass.images()[frame].given);
        const QSize size = pass.images()[clips[i].frames.first()].size;
        RETURN_IF_ERROR(pass.out().write((i > 0 ? ",\n" : "\n") + ("{\"id\":" + QByteArray::number(i + 1)) +
                                         ",\"width\":" + QByteArray::number(size.width()) +
                                         ",\"height\":" + QByteArray::number(size.height()) +
                                         ",\"length\":" + QByteArray::number(clips[i].frames.size()) +
                                         ",\"file_names\":[" + names + "]}"));
    }
    RETURN_IF_ERROR(pass.out().write("\n],\n\"categories\":["));
    for (qsizetype i = 0; i < pass.labels().size(); ++i)
        RETURN_IF_ERROR(pass.out().write(
            (i > 0 ? ",\n" : "\n") + ("{\"id\":" + QByteArray::number(pass.labels()[i].id.value)) +
            ",\"name\":" + jsonString(pass.labels()[i].name) + ",\"supercategory\":\"\"}"));
    return pass.out().write("\n],\n\"annotations\":[");
}

/// A video has one size.
Status haveOneSize(const ExportPass& pass, const Clip& clip) {
    for (const qsizetype frame : clip.frames) {
        if (pass.images()[frame].size != pass.images()[clip.frames.first()].size)
            return fail(ErrorCode::Unsupported,
                        QStringLiteral("The frames of %1 differ in size, such as %2, and a video of "
                                       "YouTube-VIS has one; export COCO instead.")
                            .arg(clip.name, pass.images()[frame].given));
    }
    return {};
}

} // namespace

Status writeYoutubeVis(ExportPass& pass) {
    const std::vector<Clip> clips = clipsOf(pass.images());
    for (const Clip& clip : clips)
        RETURN_IF_ERROR(haveOneSize(pass, clip));
    RETURN_IF_ERROR(writeHead(pass, clips));
    qint64 last = 0;
    std::size_t done = 0;
    qsizetype frame = 0;
    std::unique_ptr<Video> video;
    RETURN_IF_ERROR(pass.forEachImage(framesOf(clips), [&](const ExportImage& image) -> Status {
        const qsizetype length = clips[done].frames.size();
        if (!video)
            video = std::make_unique<Video>(qsizetype(done) + 1, length);
        video->take(pass, image);
        if (++frame < length)
            return {};
        RETURN_IF_ERROR(video->write(pass, last));
        video.reset();
        frame = 0;
        ++done;
        return {};
    }));
    return pass.out().write("\n]}\n");
}

} // namespace core
