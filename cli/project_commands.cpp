// SPDX-License-Identifier: Apache-2.0
#include "cli/project_commands.h"

#include "core/media/image_folder.h"
#include "core/query/narrowed_source.h"
#include "core/store/open_project.h"
#include "core/store/project_check.h"
#include "core/store/project_store.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace cli {

namespace {

core::Result<core::QueryMatches>
matchesOf(core::ProjectStore& store, const core::ProjectStore::Contents& contents, const QString& where) {
    ASSIGN_OR_RETURN(const core::Query query, core::parseQuery(where));
    ASSIGN_OR_RETURN(const qint64 version, store.database().integer("PRAGMA user_version"));
    if (version < 2 && !query.isEmpty())
        return core::fail(
            core::ErrorCode::Unsupported,
            QStringLiteral("The project is of an older version, which can't be filtered; open it "
                           "once in the window."));
    core::InstanceIndex index;
    if (!query.isEmpty())
        RETURN_IF_ERROR(index.load(store.database()));
    const core::QueryContext context{contents.labels, contents.images};
    ASSIGN_OR_RETURN(const core::QueryMatcher matcher, core::QueryMatcher::make(query, index, context));
    return matcher.run();
}

} // namespace

core::Status exportProject(const QString& project, const QString& format, const QString& folder,
                           const QString& where) {
    if (format != QLatin1String("coco"))
        return core::fail(core::ErrorCode::InvalidArgument,
                          QStringLiteral("There is no format “%1”; choose coco.").arg(format));
    RETURN_IF_ERROR(core::ProjectStore::check(project));
    ASSIGN_OR_RETURN(core::ProjectStore store,
                     core::ProjectStore::open(project, core::ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(core::ProjectStore::Contents contents, store.contents());
    ASSIGN_OR_RETURN(core::QueryMatches found, matchesOf(store, contents, where));
    if (!QDir().mkpath(folder))
        return core::fail(core::ErrorCode::Io,
                          QStringLiteral("The folder “%1” cannot be made; choose another.").arg(folder));

    const QDir base = QFileInfo(QFileInfo(project).canonicalFilePath()).absoluteDir();
    QHash<core::ImageId, QString> paths;
    for (const core::ImageInfo& image : contents.images)
        paths.insert(image.id, QDir::cleanPath(base.absoluteFilePath(image.path)));

    core::ExportSource source;
    source.labels = std::move(contents.labels);
    source.images = std::move(contents.images);
    source.imagePath = [&paths](core::ImageId image) { return paths.value(image); };
    source.annotations = [&store](core::ImageId image) -> core::Result<std::vector<core::Annotation>> {
        ASSIGN_OR_RETURN(core::ProjectStore::Annotations stored, store.annotations(image));
        return std::move(stored.annotations);
    };
    const core::Result<core::LossReport> report =
        core::exportCoco(core::narrowed(std::move(source), std::move(found)), folder);
    return report ? core::Status{} : tl::unexpected(report.error());
}

core::Result<int> addPictures(const QString& project, const QStringList& paths) {
    QStringList files;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.exists()) {
            return core::fail(core::ErrorCode::NotFound,
                              QStringLiteral("There is no picture or folder “%1”.").arg(path));
        }
        if (info.isDir()) {
            files += core::imageFilesIn(path, core::Depth::Tree);
        } else {
            files.append(info.absoluteFilePath());
        }
    }
    if (files.isEmpty()) {
        return core::fail(
            core::ErrorCode::InvalidArgument,
            QStringLiteral("There are no pictures in %1.").arg(paths.join(QStringLiteral(", "))));
    }
    ASSIGN_OR_RETURN(const auto open, QFileInfo::exists(project) ? core::OpenProject::open(project)
                                                                 : core::OpenProject::create(project));
    const int added = open->addImages(files);
    RETURN_IF_ERROR(open->flush());
    return added;
}

core::Result<QStringList> checkProject(const QString& project) {
    return core::checkProjectFile(project);
}

} // namespace cli
