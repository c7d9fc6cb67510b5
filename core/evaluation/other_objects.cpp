// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/run_file.h"
#include "core/evaluation/object_set.h"
#include "core/formats/dataset_paths.h"
#include "core/formats/format.h"
#include "core/mask/rle.h"

namespace core {
namespace {

PackedTrack packed(const Mask& mask, QSize size, double score, qint64 id) {
    const Mask inside = mask.clipped(QRect(QPoint(0, 0), size));
    PackedTrack track;
    track.masks.push_back(inside.isEmpty() ? QByteArray() : rleString(inside, size));
    track.boxes.emplace_back(inside.boundingBox());
    track.score = score;
    track.area = double(inside.area());
    track.id = id;
    return track;
}

} // namespace

Result<ObjectSet> objectsOfRun(const QString& file, const ObjectChoice& choice) {
    ObjectSet set;
    QHash<QString, qint64> ids;
    qint64 lastObject = 0;
    const auto begin = [&](const RunHeader& header) -> Status {
        for (const PlannedClass& planned : header.plan.classes) {
            set.phrases[qint64(set.phrases.size()) + 1] = planned.label;
        }
        return {};
    };
    const auto use = [&](const RunEntry& entry) -> Status {
        RETURN_IF_ERROR(choice.goesOn());
        if (!entry.failure.isEmpty()) {
            return {};
        }
        const qint64 picture = ids.value(entry.image, qint64(ids.size()) + 1);
        ids.insert(entry.image, picture);
        set.clips[picture] = {entry.image, entry.size, 1};
        for (const auto& [phrase, name] : set.phrases) {
            set.tracks.erase({picture, phrase}); // the image was labelled a second time
        }
        for (const FoundObject& object : entry.objects) {
            set.tracks[{picture, object.planned + 1}].push_back(
                packed(object.mask, entry.size, double(object.score), ++lastObject));
        }
        return {};
    };
    RETURN_IF_ERROR(readRun(file, begin, use));
    return set;
}

Result<ObjectSet> objectsOfDataset(const QString& path, const ObjectChoice& choice) {
    ASSIGN_OR_RETURN(const Format* format, formatOf(path));
    ASSIGN_OR_RETURN(const ImportedDataset data,
                     importDataset(*format, path, [&](qint64) { return choice.goesOn().has_value(); }));
    ObjectSet set;
    set.warnings = data.warnings;
    for (const Label& label : data.labels) {
        set.phrases[label.id.value] = label.name;
    }
    QStringList paths;
    for (const ImageInfo& image : data.images) {
        paths.append(image.path);
    }
    const QStringList names = namesBelowCommonFolder(paths);
    for (qsizetype i = 0; i < data.images.size(); ++i) {
        if (!data.images[i].size.isEmpty()) {
            set.clips[data.images[i].id.value] = {names[i], data.images[i].size, 1};
        }
    }
    for (const Annotation& annotation : data.annotations) {
        const auto picture = set.clips.find(annotation.image.value);
        if (picture == set.clips.end()) {
            continue;
        }
        PackedTrack track =
            packed(annotation.mask, picture->second.size, double(annotation.score), annotation.id.value);
        track.crowd = annotation.fields.crowd;
        track.z = annotation.fields.z;
        set.tracks[{picture->first, annotation.fields.label.value}].push_back(std::move(track));
    }
    if (set.clips.empty()) {
        return fail(
            ErrorCode::CorruptFile,
            QStringLiteral("%1 has no pictures of a known size, so there is nothing to compare.").arg(path));
    }
    return set;
}

} // namespace core
