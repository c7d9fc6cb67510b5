// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/object_set.h"
#include "core/formats/clips.h"
#include "core/formats/dataset_paths.h"
#include "core/mask/rle.h"
#include "core/query/narrowed_source.h"
#include "core/query/stored_source.h"

#include <QFileInfo>

#include <algorithm>

namespace core {
namespace {

/// Puts the pictures of a project, or its clips, into a set.
class ProjectObjects {
public:
    ProjectObjects(const ExportSource& source, ObjectSet& set) : m_source(source), m_set(set) {
        for (const Label& label : source.labels) {
            m_labels.insert(label.id, label);
            set.phrases[label.id.value] = label.name;
        }
    }

    Status addPicture(const ExportEntry& entry) {
        const qint64 picture = entry.info->id.value;
        m_set.clips[picture] = {entry.name, entry.size, 1};
        return eachInstance(entry, [&](const Annotation& annotation) {
            PackedTrack& track = m_set.tracks[{picture, annotation.fields.label.value}].emplace_back();
            track.masks.resize(1);
            track.boxes.resize(1);
            put(annotation, entry.size, 0, track);
        });
    }

    Status addClip(const QString& name, const std::vector<const ExportEntry*>& frames) {
        const qint64 clip = frames.front()->info->id.value;
        m_set.clips[clip] = {name, frames.front()->size, int(frames.size())};
        TrackNumbers numbers;
        std::map<int, PackedTrack> tracks;
        std::map<int, qint64> labels;
        for (std::size_t frame = 0; frame < frames.size(); ++frame) {
            numbers.nextFrame();
            RETURN_IF_ERROR(eachInstance(*frames[frame], [&](const Annotation& annotation) {
                const LabelId label = annotation.fields.label;
                const int number = numbers.numberOf(m_labels.value(label), annotation);
                labels[number] = label.value;
                PackedTrack& track = tracks[number];
                track.masks.resize(frames.size());
                track.boxes.resize(frames.size());
                put(annotation, frames[frame]->size, frame, track);
            }));
        }
        for (auto& [number, track] : tracks) {
            track.area /= double(std::max<std::ptrdiff_t>(
                1, std::count_if(track.masks.begin(), track.masks.end(),
                                 [](const QByteArray& mask) { return !mask.isEmpty(); })));
            m_set.tracks[{clip, labels.at(number)}].push_back(std::move(track));
        }
        return {};
    }

private:
    template <class Use> Status eachInstance(const ExportEntry& entry, const Use& use) {
        ASSIGN_OR_RETURN(const std::vector<Annotation> annotations, m_source.annotations(entry.info->id));
        for (const Annotation& annotation : annotations) {
            if (annotation.fields.state != State::Rejected) {
                use(annotation);
            }
        }
        return {};
    }

    static void put(const Annotation& annotation, QSize size, std::size_t frame, PackedTrack& track) {
        const Mask inside = annotation.mask.clipped(QRect(QPoint(0, 0), size));
        track.masks[frame] = inside.isEmpty() ? QByteArray() : rleString(inside, size);
        track.boxes[frame] = QRectF(inside.boundingBox());
        track.score = annotation.score;
        track.crowd = track.crowd || annotation.fields.crowd;
        track.area += double(inside.area());
        track.z = annotation.fields.z;
        track.id = annotation.id.value;
    }

    const ExportSource& m_source;
    ObjectSet& m_set;
    QHash<LabelId, Label> m_labels;
};

/// The pictures that can be compared, with their names; `leftOut` counts the others.
QList<ExportEntry> picturesOf(const ExportSource& source, int& leftOut) {
    QStringList paths;
    for (const ImageInfo& image : source.images) {
        paths.append(source.imagePath(image.id));
    }
    const QStringList names = namesBelowCommonFolder(paths);
    const bool someReviewed = std::any_of(source.images.begin(), source.images.end(),
                                          [](const ImageInfo& image) { return image.reviewed; });
    QList<ExportEntry> entries;
    for (qsizetype i = 0; i < source.images.size(); ++i) {
        const ImageInfo& image = source.images[i];
        if ((someReviewed && !image.reviewed) || image.size.isEmpty()) {
            ++leftOut;
            continue;
        }
        const QString suffix = QFileInfo(names[i]).suffix();
        entries.append({&image, paths[i], names[i],
                        suffix.isEmpty() ? names[i] : names[i].chopped(suffix.size() + 1), names[i],
                        image.size, int(entries.size() + 1)});
    }
    return entries;
}

Status addAll(const QList<ExportEntry>& pictures, const ObjectChoice& choice, ProjectObjects& to) {
    if (!choice.clips) {
        for (const ExportEntry& picture : pictures) {
            RETURN_IF_ERROR(choice.goesOn());
            RETURN_IF_ERROR(to.addPicture(picture));
        }
        return {};
    }
    for (const Clip& clip : clipsOf(pictures)) {
        RETURN_IF_ERROR(choice.goesOn());
        std::vector<const ExportEntry*> frames;
        for (const qsizetype at : clip.frames) {
            frames.push_back(&pictures[at]);
        }
        const bool oneSize = std::all_of(frames.begin(), frames.end(), [&](const ExportEntry* frame) {
            return frame->size == frames.front()->size;
        });
        if (!oneSize) {
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("The pictures of “%1” are of several sizes, so they are no clip; "
                                       "compare them as pictures.")
                            .arg(clip.name));
        }
        RETURN_IF_ERROR(to.addClip(clip.name, frames));
    }
    return {};
}

} // namespace

Result<ObjectSet> objectsOfProject(const QString& project, const ObjectChoice& choice) {
    const QString name = QFileInfo(project).fileName();
    RETURN_IF_ERROR(ProjectStore::check(project));
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(project, ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(ExportSource all, storedSource(store, project));
    ASSIGN_OR_RETURN(QueryMatches found, storedMatches(store, all, choice.where));
    // A picture in which the filter finds nothing was looked at all the same.
    found.images.clear();
    for (const ImageInfo& image : all.images) {
        found.images.push_back(image.id);
    }
    const ExportSource source = narrowed(std::move(all), std::move(found));
    int leftOut = 0;
    const QList<ExportEntry> pictures = picturesOf(source, leftOut);
    if (pictures.isEmpty()) {
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("%1 has no images that can be compared.").arg(name));
    }
    ObjectSet set;
    ProjectObjects objects(source, set);
    RETURN_IF_ERROR(addAll(pictures, choice, objects));
    if (leftOut > 0) {
        set.warnings.append(QStringLiteral("%1 images of %2 were left out: not reviewed, or never opened.")
                                .arg(leftOut)
                                .arg(name));
    }
    return set;
}

} // namespace core
