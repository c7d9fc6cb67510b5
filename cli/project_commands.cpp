// SPDX-License-Identifier: Apache-2.0
#include "cli/project_commands.h"

#include "core/media/image_folder.h"
#include "core/store/open_project.h"
#include "core/store/project_check.h"

#include <QFileInfo>

namespace cli {

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
