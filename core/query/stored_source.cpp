// SPDX-License-Identifier: Apache-2.0
#include "core/query/stored_source.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace core {

Result<ExportSource> storedSource(ProjectStore& store, const QString& project) {
    ASSIGN_OR_RETURN(ProjectStore::Contents contents, store.contents());
    const QDir base = QFileInfo(QFileInfo(project).canonicalFilePath()).absoluteDir();
    QHash<ImageId, QString> paths;
    for (const ImageInfo& image : contents.images)
        paths.insert(image.id, QDir::cleanPath(base.absoluteFilePath(image.path)));
    ExportSource source;
    source.labels = std::move(contents.labels);
    source.images = std::move(contents.images);
    source.imagePath = [paths](ImageId image) { return paths.value(image); };
    source.annotations = [&store](ImageId image) -> Result<std::vector<Annotation>> {
        ASSIGN_OR_RETURN(ProjectStore::Annotations stored, store.annotations(image));
        return std::move(stored.annotations);
    };
    return source;
}

} // namespace core
