// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/fold.h"
#include "core/base/result.h"
#include "core/formats/dataset_format.h"
#include "core/project/edit.h"
#include "core/store/open_project.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace gui {

/// A project that was opened, and what the user should know about how.
struct OpenedProject {
    std::unique_ptr<core::OpenProject> project;
    QString note; ///< one sentence, or empty
};

/// Opens a project, or, if another program has it open, what that saved: read-only. Errors: those of
/// OpenProject.
core::Result<OpenedProject> openProject(const QString& file);
/// The folder of the user's own projects, made when it is missing.
QString userProjectsFolder();
/// <folder>/<its name>.maskwright, or in userProjectsFolder() if the folder can't be written.
QString projectFileOf(const QString& folder);
/// Opens projectFileOf(folder) or makes it with `files`, which were found in the folder; what is new since
/// the last time is added. Errors: NotFound (no files; says what was looked for), and those of OpenProject.
core::Result<OpenedProject> openFolder(const QString& folder, const QStringList& files);
/// Copies the pictures at `demo` to the user's folder and opens the project there; makes both the first time.
core::Result<OpenedProject> openDemo(const QString& demo);
/// Image files and the image files of folders and their subfolders, as they come by drag and drop or a file
/// dialog.
QStringList imageFilesOf(const QStringList& paths);

/// The instances of any image of the project, one image at a time: each is left loaded or not as it was. The
/// project must live while it is used.
core::StoredAnnotations storedAnnotations(core::OpenProject& open);

/// The whole project for an exporter: images are visited one by one and left as they were. The project must
/// live while it is used. Sizes of images that were never shown are read from their files.
core::ExportSource exportSource(core::OpenProject& open);

} // namespace gui
