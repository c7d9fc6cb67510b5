// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/object_set.h"

#include "core/formats/coco_segmentation.h"
#include "core/formats/format.h"
#include "core/formats/json_fields.h"
#include "core/formats/json_lists.h"
#include "core/formats/warning_list.h"
#include "core/mask/rle.h"

#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace core {
namespace {

using nlohmann::json;

constexpr int kMaxFrames = 1'000'000;
// A small file may ask for huge masks; real ones stay far below this, packed.
constexpr qint64 kPackedBytes = 64 << 20;
constexpr qint64 kPackedPerFileByte = 20;
constexpr double kMaxCoordinate = 1 << 24;

tl::unexpected<Error> refused(const QString& why) {
    return fail(ErrorCode::CorruptFile, why);
}

Result<QRectF> boxOf(const json& box) {
    if (!box.is_array() || box.size() != 4) {
        return refused(QStringLiteral("a box is not a list of four numbers"));
    }
    std::array<double, 4> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = box[i].is_number() ? box[i].get<double>() : NAN;
        if (!(std::abs(values[i]) <= kMaxCoordinate)) {
            return refused(QStringLiteral("a box holds something that can't be a pixel"));
        }
    }
    return QRectF(values[0], values[1], values[2], values[3]);
}

const json* memberOf(const json& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

/// Reads the file once, list entry by list entry; masks need their picture's size, so a file that lists its
/// annotations first is read twice.
class ObjectReader {
public:
    ObjectReader(QString file, ObjectSet set, bool results, const ObjectChoice& choice)
        : m_file(std::move(file)), m_results(results), m_choice(choice), m_set(std::move(set)),
          m_bytesLeft(kPackedBytes + kPackedPerFileByte * QFileInfo(m_file).size()) {}

    Result<ObjectSet> read() {
        const std::set<std::string> lists =
            m_results
                ? std::set<std::string>{""}
                : std::set<std::string>{"images", "videos", "categories", "annotations", "video_np_pairs"};
        RETURN_IF_ERROR(readJsonLists(
            m_file, lists, [this](const std::string& list, const json& entry) { return take(list, entry); }));
        if (m_annotationsCameFirst) {
            m_annotationsCameFirst = false;
            RETURN_IF_ERROR(
                readJsonLists(m_file, {"annotations"},
                              [this](const std::string&, const json& entry) { return track(entry); }));
        }
        if (m_set.clips.empty()) {
            return refused(QStringLiteral("%1 lists no images and no videos, so there is nothing to compare.")
                               .arg(QFileInfo(m_file).fileName()));
        }
        m_set.warnings = m_warnings.sentences();
        return std::move(m_set);
    }

private:
    Status take(const std::string& list, const json& entry) {
        RETURN_IF_ERROR(m_choice.goesOn());
        if (!entry.is_object()) {
            return refused(
                QStringLiteral("an entry of \"%1\" is not an object").arg(QString::fromStdString(list)));
        }
        if (list == "images" || list == "videos") {
            return clip(entry, list == "videos");
        }
        if (list == "categories") {
            return category(entry);
        }
        if (list == "video_np_pairs") {
            return pair(entry);
        }
        if (m_set.clips.empty()) {
            m_annotationsCameFirst = true;
        }
        return m_annotationsCameFirst ? Status() : track(entry);
    }

    Status clip(const json& entry, bool video) {
        const std::optional<qint64> id = idIn(entry, "id");
        ObjectSet::Clip clip{textIn(entry, "file_name"), sizeIn(entry)};
        if (!id || clip.size.isEmpty()) {
            return refused(QStringLiteral("an image or video has no usable id, width or height"));
        }
        if (video) {
            const std::optional<qint64> length = idIn(entry, "length");
            if (!length || *length < 1 || *length > kMaxFrames) {
                return refused(QStringLiteral("video %1 has no usable length").arg(*id));
            }
            clip.frames = int(*length);
            clip.name = textIn(entry, "video_name");
        }
        if (const json* phrase = memberOf(entry, "text_input"); phrase && phrase->is_string()) {
            m_set.everyPair = false;
            m_set.phraseOfClip = true;
            if (numberIn(entry, "is_instance_exhaustive").value_or(1) == 0) {
                m_warnings.add(QStringLiteral("%1 pairs are not exhaustive and were left out."));
                m_leftOut.insert(*id);
                return {};
            }
            m_set.asked.insert({*id, *id});
            m_set.phrases[*id] = textIn(entry, "text_input");
        }
        if (!m_set.clips.emplace(*id, std::move(clip)).second) {
            return refused(QStringLiteral("two images or videos have the same id %1").arg(*id));
        }
        return {};
    }

    Status category(const json& entry) {
        const std::optional<qint64> id = idIn(entry, "id");
        if (!id) {
            return refused(QStringLiteral("a category has no usable id"));
        }
        // Pairs bring their own phrase; their single category says nothing.
        if (!m_set.phraseOfClip) {
            m_set.phrases[*id] = textIn(entry, "name");
        }
        return {};
    }

    Status pair(const json& entry) {
        const std::optional<qint64> video = idIn(entry, "video_id");
        const std::optional<qint64> phrase = idIn(entry, "category_id");
        if (!video || !phrase) {
            return refused(QStringLiteral("a pair of video and phrase has no usable ids"));
        }
        m_set.everyPair = false;
        m_set.asked.insert({*video, *phrase});
        m_set.phrases[*phrase] = textIn(entry, "noun_phrase");
        return {};
    }

    Status track(const json& entry) {
        const std::optional<qint64> image = idIn(entry, "image_id");
        const std::optional<qint64> id = image ? image : idIn(entry, "video_id");
        const std::optional<qint64> category = idIn(entry, "category_id");
        if (!entry.is_object() || !id || (!category && !m_set.phraseOfClip)) {
            return refused(QStringLiteral("an annotation has no usable image or video, or no category"));
        }
        const auto clip = m_set.clips.find(*id);
        if (clip == m_set.clips.end()) {
            if (!m_leftOut.contains(*id)) {
                m_warnings.add(
                    QStringLiteral("%1 annotations belong to no image that is compared and were left out."));
            }
            return {};
        }
        PackedTrack track;
        track.score = numberIn(entry, "score").value_or(1);
        track.crowd = numberIn(entry, "iscrowd").value_or(0) != 0;
        track.id = idIn(entry, "id").value_or(0);
        if (image) {
            RETURN_IF_ERROR(
                addFrame(memberOf(entry, "segmentation"), boxIn(entry), clip->second.size, track));
            track.area = areaOf(entry, track);
        } else {
            RETURN_IF_ERROR(addFrames(entry, clip->second, track));
        }
        m_set.tracks[{*id, m_set.phraseOfClip ? *id : *category}].push_back(std::move(track));
        return {};
    }

    /// Boxes of pairs are fractions of the picture; the mask's own is as good.
    const json* boxIn(const json& entry) const {
        const json* segmentation = memberOf(entry, "segmentation");
        return m_set.phraseOfClip && segmentation ? nullptr : memberOf(entry, "bbox");
    }

    double areaOf(const json& entry, const PackedTrack& track) const {
        const std::optional<double> said = m_set.phraseOfClip ? std::nullopt : numberIn(entry, "area");
        if (m_results) {
            return memberOf(entry, "bbox") ? track.boxes.front().width() * track.boxes.front().height()
                                           : track.area;
        }
        return said.value_or(track.area);
    }

    /// `area` grows by the mask's.
    Status addFrame(const json* segmentation, const json* box, QSize size, PackedTrack& track) {
        Mask mask;
        if (segmentation) {
            ASSIGN_OR_RETURN(mask, maskOfCocoSegmentation(*segmentation, size));
        }
        QRectF frame = mask.boundingBox();
        if (box) {
            ASSIGN_OR_RETURN(frame, boxOf(*box));
        }
        track.area += double(mask.area());
        track.masks.push_back(mask.isEmpty() ? QByteArray() : rleString(mask, size));
        track.boxes.push_back(frame);
        m_bytesLeft -= track.masks.back().size();
        if (m_bytesLeft < 0) {
            return refused(QStringLiteral("its masks are far larger than the file can mean"));
        }
        return {};
    }

    Status addFrames(const json& entry, const ObjectSet::Clip& clip, PackedTrack& track) {
        const auto frames = std::size_t(clip.frames);
        const json* masks = memberOf(entry, "segmentations");
        const json* boxes = memberOf(entry, "bboxes");
        for (const json* list : {masks, boxes}) {
            if (list && (!list->is_array() || list->size() != frames)) {
                return refused(QStringLiteral("a track has not as many frames as its video"));
            }
        }
        if (!masks && !boxes) {
            return refused(QStringLiteral("a track has neither masks nor boxes"));
        }
        const auto at = [](const json* list, std::size_t frame) {
            return list && !(*list)[frame].is_null() ? &(*list)[frame] : nullptr;
        };
        for (std::size_t frame = 0; frame < frames; ++frame) {
            RETURN_IF_ERROR(addFrame(at(masks, frame), at(boxes, frame), clip.size, track));
        }
        const auto present = std::count_if(track.masks.begin(), track.masks.end(),
                                           [](const QByteArray& mask) { return !mask.isEmpty(); });
        track.area /= double(std::max<std::ptrdiff_t>(1, present));
        return {};
    }

    QString m_file;
    bool m_results;
    const ObjectChoice& m_choice;
    ObjectSet m_set;
    qint64 m_bytesLeft; ///< of packed masks
    WarningList m_warnings;
    std::set<qint64> m_leftOut;
    bool m_annotationsCameFirst = false;
};

/// Blanks before it don't count.
bool beginsWith(const QString& path, const char* text) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.peek(4096).trimmed().startsWith(text);
}

/// The first line of a run's file says what it is; its keys are sorted, so that stands near its start.
bool isRun(const QString& path) {
    QFile file(path);
    return beginsWith(path, "{") && file.open(QIODevice::ReadOnly) &&
           file.peek(4096).contains("\"maskwright_run\"");
}

} // namespace

Status ObjectChoice::goesOn() const {
    return stop.stop_requested() ? fail(ErrorCode::Cancelled, QStringLiteral("The comparison was stopped."))
                                 : Status();
}

Result<ObjectSet> readObjects(const QString& file, const ObjectChoice& choice) {
    if (beginsWith(file, "SQLite format 3")) {
        return objectsOfProject(file, choice);
    }
    if (!choice.where.isEmpty()) {
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("%1 is not a project; only projects can be filtered.")
                        .arg(QFileInfo(file).fileName()));
    }
    if (isRun(file)) {
        return objectsOfRun(file, choice);
    }
    // What these hold besides instances, such as the pairs that were asked, an import has no place for.
    static const QStringList own = {QStringLiteral("coco"), QStringLiteral("sa-co"),
                                    QStringLiteral("youtube-vis")};
    const Result<const Format*> format = formatOf(file);
    return format && !own.contains((*format)->id) ? objectsOfDataset(file, choice)
                                                  : ObjectReader(file, {}, false, choice).read();
}

bool isResultList(const QString& file) {
    return beginsWith(file, "[");
}

Result<ObjectSet> readFoundObjects(const QString& file, const ObjectSet& truth, const ObjectChoice& choice) {
    if (!isResultList(file)) {
        return readObjects(file, choice);
    }
    ObjectSet known = truth;
    known.tracks.clear();
    known.warnings.clear();
    return ObjectReader(file, std::move(known), true, choice).read();
}

} // namespace core
