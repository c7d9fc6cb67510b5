// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/object_set.h"
#include "core/formats/dataset_paths.h"
#include "core/mask/rle.h"
#include "core/store/project_store.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {
namespace {

PackedTrack packed(const Annotation& annotation, QSize size) {
    const Mask inside = annotation.mask.clipped(QRect(QPoint(0, 0), size));
    PackedTrack track;
    track.masks.push_back(inside.isEmpty() ? QByteArray() : rleString(inside, size));
    track.boxes.emplace_back(inside.boundingBox());
    track.score = annotation.score;
    track.crowd = annotation.fields.crowd;
    track.area = double(inside.area());
    return track;
}

} // namespace

Result<ObjectSet> objectsOfProject(const QString& project) {
    RETURN_IF_ERROR(ProjectStore::check(project));
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(project, ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(const ProjectStore::Contents contents, store.contents());
    ObjectSet set;
    for (const Label& label : contents.labels) {
        set.phrases[label.id.value] = label.name;
    }
    const QDir base = QFileInfo(QFileInfo(project).canonicalFilePath()).absoluteDir();
    QStringList paths;
    for (const ImageInfo& image : contents.images) {
        paths.append(QDir::cleanPath(base.absoluteFilePath(image.path)));
    }
    const QStringList names = namesBelowCommonFolder(paths);
    const bool someReviewed = std::any_of(contents.images.begin(), contents.images.end(),
                                          [](const ImageInfo& image) { return image.reviewed; });
    int leftOut = 0;
    for (qsizetype i = 0; i < contents.images.size(); ++i) {
        const ImageInfo& image = contents.images[i];
        if ((someReviewed && !image.reviewed) || image.size.isEmpty()) {
            ++leftOut;
            continue;
        }
        set.clips[image.id.value] = {names[i], image.size, 1};
        ASSIGN_OR_RETURN(const ProjectStore::Annotations stored, store.annotations(image.id));
        for (const Annotation& annotation : stored.annotations) {
            if (annotation.fields.state != State::Rejected) {
                set.tracks[{image.id.value, annotation.fields.label.value}].push_back(
                    packed(annotation, image.size));
            }
        }
    }
    if (leftOut > 0) {
        set.warnings.append(QStringLiteral("%1 images of %2 were left out: not reviewed, or never opened.")
                                .arg(leftOut)
                                .arg(QFileInfo(project).fileName()));
    }
    if (set.clips.empty()) {
        return fail(
            ErrorCode::CorruptFile,
            QStringLiteral("%1 has no images that can be compared.").arg(QFileInfo(project).fileName()));
    }
    return set;
}

} // namespace core
