// SPDX-License-Identifier: Apache-2.0
#include "gui/session/project_files.h"

#include "gui/session/edits.h"

#include "core/media/image_folder.h"
#include "core/media/image_loader.h"
#include "core/project/project.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QImageReader>
#include <QStandardPaths>

#include <algorithm>

namespace gui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("project_files", text);
}

core::Result<OpenedProject> openOrCreate(const QString& file) {
    if (QFileInfo::exists(file)) {
        return openProject(file);
    }
    ASSIGN_OR_RETURN(auto project, core::OpenProject::create(file));
    return OpenedProject{std::move(project), {}};
}

QString nameOf(const QString& folder) {
    const QString name = QDir(folder).dirName();
    return name.isEmpty() ? tr("images") : name;
}

QSize sizeInFile(const QString& path) {
    QImageReader reader(path);
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    return turned ? reader.size().transposed() : reader.size();
}

} // namespace

core::Result<OpenedProject> openProject(const QString& file) {
    auto project = core::OpenProject::open(file);
    if (project) {
        return OpenedProject{std::move(*project), {}};
    }
    if (!core::OpenProject::isOpenElsewhere(file)) {
        return tl::unexpected(project.error());
    }
    ASSIGN_OR_RETURN(auto readOnly, core::OpenProject::openReadOnly(file));
    return OpenedProject{std::move(readOnly), {}};
}

QString userProjectsFolder() {
    QString folder = QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
                         .filePath(QStringLiteral("projects"));
    QDir().mkpath(folder);
    return folder;
}

QStringList imageFilesOf(const QStringList& paths) {
    QStringList files;
    for (const QString& path : paths) {
        if (QFileInfo(path).isDir()) {
            files += core::imageFilesIn(path, core::Depth::Tree);
        } else {
            files.append(path);
        }
    }
    return files;
}

QString projectFileOf(const QString& folder) {
    const QString name = nameOf(folder);
    const QString suffix = QLatin1Char('.') + core::OpenProject::suffix();
    const QString file = QDir(folder).filePath(name + suffix);
    if (QFileInfo(folder).isWritable() && (!QFileInfo::exists(file) || QFileInfo(file).isWritable())) {
        return file;
    }
    // The folder's full path in the name keeps two folders of one name apart.
    const QString mark = QString::number(qHash(QDir(folder).canonicalPath()), 16);
    return QDir(userProjectsFolder()).filePath(name + QLatin1Char('-') + mark + suffix);
}

core::Result<OpenedProject> openFolder(const QString& folder, const QStringList& files) {
    if (files.isEmpty()) {
        return core::fail(
            core::ErrorCode::NotFound,
            tr("No images in %1 (looked for %2). Choose a folder that holds image files.")
                .arg(QDir::toNativeSeparators(folder),
                     core::imageNameFilters().join(QStringLiteral(" ")).remove(QStringLiteral("*."))));
    }
    const QString file = projectFileOf(folder);
    ASSIGN_OR_RETURN(OpenedProject opened, openOrCreate(file));
    if (QFileInfo(file).absolutePath() == QFileInfo(userProjectsFolder()).absoluteFilePath()) {
        opened.note = tr("%1 can't be written. The project is kept in %2.")
                          .arg(QDir::toNativeSeparators(folder), QDir::toNativeSeparators(file));
    }
    opened.project->addImages(files);
    return opened;
}

core::Result<OpenedProject> openDemo(const QString& demo) {
    const QDir folder(QDir(userProjectsFolder()).filePath(QStringLiteral("demo")));
    if (demo.isEmpty() || core::imageFilesIn(demo, core::Depth::Folder).isEmpty()) {
        return core::fail(
            core::ErrorCode::NotFound,
            tr("The demo pictures are missing from this installation. Open a folder of your own images."));
    }
    if (!folder.mkpath(QStringLiteral("."))) {
        return core::fail(core::ErrorCode::Io, tr("%1 can't be made. Check the rights of your data folder.")
                                                   .arg(QDir::toNativeSeparators(folder.path())));
    }
    for (const QString& source : core::imageFilesIn(demo, core::Depth::Folder)) {
        const QString target = folder.filePath(QFileInfo(source).fileName());
        if (!QFileInfo::exists(target)) {
            QFile::copy(source, target);
            QFile::setPermissions(target, QFile::permissions(target) | QFile::WriteOwner);
        }
    }
    return openFolder(folder.path(), core::imageFilesIn(folder.path(), core::Depth::Folder));
}

core::StoredAnnotations storedAnnotations(core::OpenProject& open) {
    return [&open](core::ImageId id) -> core::Result<std::vector<core::Annotation>> {
        const bool visiting = !open.project().isLoaded(id);
        RETURN_IF_ERROR(open.loadImage(id));
        std::vector<core::Annotation> annotations;
        for (const core::Annotation* a : open.project().annotations(id)) {
            annotations.push_back(*a);
        }
        if (visiting) {
            open.project().unload(id);
        }
        return annotations;
    };
}

core::ExportSource exportSource(core::OpenProject& open) {
    core::ExportSource source;
    source.labels = open.project().labels();
    source.images = open.project().images();
    for (core::ImageInfo& image : source.images) {
        if (image.size.isEmpty()) {
            image.size = sizeInFile(open.absolutePath(image.id));
        }
    }
    source.imagePath = [&open](core::ImageId id) { return open.absolutePath(id); };
    source.annotations = storedAnnotations(open);
    return source;
}

} // namespace gui
