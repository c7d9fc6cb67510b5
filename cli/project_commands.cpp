// SPDX-License-Identifier: Apache-2.0
#include "cli/project_commands.h"

#include "core/formats/dataset_format.h"
#include "core/store/project_check.h"
#include "core/store/project_store.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace cli {

core::Status exportProject(const QString& project, const QString& format, const QString& folder) {
    if (format != QLatin1String("coco"))
        return core::fail(core::ErrorCode::InvalidArgument,
                          QStringLiteral("There is no format “%1”; choose coco.").arg(format));
    RETURN_IF_ERROR(core::ProjectStore::check(project));
    ASSIGN_OR_RETURN(core::ProjectStore store,
                     core::ProjectStore::open(project, core::ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(core::ProjectStore::Contents contents, store.contents());
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
    const core::Result<core::LossReport> report = core::exportCoco(source, folder);
    return report ? core::Status{} : tl::unexpected(report.error());
}

core::Result<QStringList> checkProject(const QString& project) {
    return core::checkProjectFile(project);
}

} // namespace cli
