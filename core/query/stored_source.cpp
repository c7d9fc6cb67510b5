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

Result<QueryMatches> storedMatches(ProjectStore& store, const ExportSource& source, const QString& where) {
    ASSIGN_OR_RETURN(const Query query, parseQuery(where));
    ASSIGN_OR_RETURN(const qint64 version, store.database().integer("PRAGMA user_version"));
    if (version < 2 && !query.isEmpty())
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("The project is of an older version, which can't be filtered; open it "
                                   "once in the window."));
    InstanceIndex index;
    if (!query.isEmpty())
        RETURN_IF_ERROR(index.load(store.database()));
    const QueryContext context{source.labels, source.images};
    ASSIGN_OR_RETURN(const QueryMatcher matcher, QueryMatcher::make(query, index, context));
    return matcher.run();
}

} // namespace core
