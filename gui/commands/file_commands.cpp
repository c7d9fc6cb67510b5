// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/file_commands.h"

#include "gui/actions.h"
#include "gui/session/project_files.h"
#include "gui/session/session.h"

#include "core/base/data_path.h"
#include "core/engine/inference_service.h"
#include "core/formats/import_edit.h"
#include "core/formats/mask_folder.h"
#include "core/media/image_folder.h"
#include "core/media/image_loader.h"
#include "core/project/project.h"
#include "core/store/backups.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace gui {
namespace {

constexpr int kRecent = 6;
const auto kRecentKey = QStringLiteral("recent");
const auto kFolderKey = QStringLiteral("folder");

bool isProject(const QString& path) {
    return QFileInfo(path).suffix().compare(core::OpenProject::suffix(), Qt::CaseInsensitive) == 0;
}

} // namespace

FileCommands::FileCommands(Session& session, Actions& actions, QSettings& settings, QWidget& window)
    : QObject(&window), m_session(session), m_settings(settings), m_window(window) {
    actions.bind(ActionId::OpenFolder, [this] { askFolder(); });
    actions.bind(ActionId::OpenProject, [this] { askProject(); });
    actions.bind(ActionId::OpenImages, [this] { askImages(); });
    actions.bind(ActionId::OpenDemo, [this] { openDemo(); });
    actions.bind(ActionId::OpenModel, [this] { askModel(); });
}

QString FileCommands::lastFolder() const {
    return m_settings.value(kFolderKey, QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
        .toString();
}

void FileCommands::rememberFolder(const QString& file) {
    m_settings.setValue(kFolderKey, QFileInfo(file).absolutePath());
}

QStringList FileCommands::recent() const {
    QStringList files = m_settings.value(kRecentKey).toStringList();
    files.erase(
        std::remove_if(files.begin(), files.end(), [](const QString& f) { return !QFileInfo::exists(f); }),
        files.end());
    return files;
}

bool FileCommands::mayLeaveProject() {
    core::OpenProject* project = m_session.openProject();
    if (!project) {
        return true;
    }
    const core::Status saved = project->flush();
    if (saved) {
        return true;
    }
    const QString why = QString::fromStdString(saved.error().message);
    const QString copy = project->trouble() == core::FileTrouble::None ? QString() : keepCopy();
    QString question = tr("The last changes are not saved yet. %1 Leave the project and lose them?").arg(why);
    if (!copy.isEmpty()) {
        question = tr("%1 Your version is kept in %2. Leave the project?").arg(why, copy);
    } else if (project->isKeptAside()) {
        question = tr("The last changes are not saved in the project yet. %1 They are kept on this computer "
                      "and are put back when the project is opened again. Leave it?")
                       .arg(why);
    }
    const auto leave = copy.isEmpty() && !project->isKeptAside() ? QMessageBox::Discard : QMessageBox::Yes;
    const bool leaving = QMessageBox::warning(&m_window, tr("Not saved"), question,
                                              leave | QMessageBox::Cancel, QMessageBox::Cancel) == leave;
    if (leaving && !copy.isEmpty()) {
        project->abandon();
    }
    return leaving;
}

QString FileCommands::keepCopy() {
    const QString file = m_session.openProject()->file();
    const QFileInfo info(file);
    const QString folder = info.absoluteDir().exists() ? info.absolutePath() : userProjectsFolder();
    const QString copy = core::asideName(QDir(folder).filePath(info.fileName()), QStringLiteral("mine"));
    return m_session.openProject()->saveCopy(copy) ? copy : QString();
}

bool FileCommands::show(core::Result<OpenedProject> opened) {
    if (!opened) {
        m_session.report(QString::fromStdString(opened.error().message));
        return false;
    }
    if (!mayLeaveProject()) {
        return false;
    }
    const QString file = QFileInfo(opened->project->file()).absoluteFilePath();
    m_session.setProject(std::move(opened->project));
    if (!opened->note.isEmpty()) {
        m_session.report(opened->note);
    }
    QStringList files = recent();
    files.removeAll(file);
    files.prepend(file);
    m_settings.setValue(kRecentKey, files.mid(0, kRecent));
    emit recentChanged();
    return true;
}

void FileCommands::openFolder(const QString& folder) {
    const QStringList own = core::imageFilesIn(folder, core::Depth::Folder);
    const bool deeper = core::hasSubfolders(folder);
    const bool isOpen = isAlreadyOpen(projectFileOf(folder));
    m_searching.cancel();
    if (isOpen) {
        addFound(own);
    } else if ((!own.isEmpty() || !deeper) && !show(gui::openFolder(folder, own))) {
        return;
    }
    if (!deeper) {
        return;
    }
    // A large tree takes seconds to look through.
    const bool isFirst = own.isEmpty() && !isOpen;
    const QPointer<core::OpenProject> open = isFirst ? nullptr : m_session.openProject();
    m_searching.run([folder] { return core::imageFilesIn(folder, core::Depth::Tree); },
                    [this, folder, open, isFirst](const QStringList& files) {
                        if (isFirst) {
                            show(gui::openFolder(folder, files));
                        } else if (open != nullptr && open == m_session.openProject()) {
                            addFound(files);
                        }
                    });
}

void FileCommands::addFound(const QStringList& files) {
    if (const int added = m_session.openProject()->addImages(files); added > 0) {
        m_session.report(tr("%1 images added.").arg(added));
    }
}

void FileCommands::openDemo() {
    show(gui::openDemo(core::dataPath(QStringLiteral("demo"))));
}

/// Opening the open one again would find its file locked by ourselves.
bool FileCommands::isAlreadyOpen(const QString& file) const {
    core::OpenProject* open = m_session.openProject();
    return open != nullptr && !open->isReadOnly() &&
           QFileInfo(open->file()).absoluteFilePath() == QFileInfo(file).absoluteFilePath();
}

void FileCommands::openProject(const QString& file) {
    if (!isAlreadyOpen(file)) {
        show(gui::openProject(file));
    }
}

void FileCommands::openLast() {
    const QStringList files = recent();
    if (!files.isEmpty()) {
        openProject(files.first());
    }
    if (m_session.openProject() == nullptr) {
        openDemo();
    }
}

void FileCommands::openModel(const QString& file) {
    if (QFileInfo::exists(file)) {
        m_session.service().loadModel(file);
    } else {
        m_session.report(tr("There is no model file %1. Choose one with Prompt, Open model.").arg(file));
    }
}

void FileCommands::open(const QStringList& paths) {
    if (paths.size() == 1 && isProject(paths.first())) {
        openProject(paths.first());
    } else if (paths.size() == 1 && QFileInfo(paths.first()).isDir()) {
        if (!importMasks(paths.first())) {
            openFolder(paths.first());
        }
    } else if (!paths.isEmpty()) {
        addImages(paths);
    }
}

void FileCommands::addImages(const QStringList& paths) {
    const QStringList files = imageFilesOf(paths);
    if (files.isEmpty()) {
        m_session.report(tr("No images there. Choose image files or a folder that holds some."));
        return;
    }
    if (m_session.openProject() == nullptr) {
        openFolder(QFileInfo(files.first()).absolutePath());
        return;
    }
    const int added = m_session.openProject()->addImages(files);
    if (!m_session.image().isValid() && !m_session.project()->images().isEmpty()) {
        m_session.showImage(m_session.project()->images().first().id);
    }
    m_session.report(added > 0 ? tr("%1 images added.").arg(added)
                               : tr("These images are already in the project."));
}

void FileCommands::askFolder() {
    const QString folder = QFileDialog::getExistingDirectory(&m_window, tr("Open folder"), lastFolder());
    if (!folder.isEmpty()) {
        rememberFolder(folder + QStringLiteral("/."));
        openFolder(folder);
    }
}

void FileCommands::askProject() {
    const QString file = QFileDialog::getOpenFileName(&m_window, tr("Open project"), lastFolder(),
                                                      tr("Projects (*.%1)").arg(core::OpenProject::suffix()));
    if (!file.isEmpty()) {
        rememberFolder(file);
        openProject(file);
    }
}

void FileCommands::askImages() {
    const QStringList files =
        QFileDialog::getOpenFileNames(&m_window, tr("Add images"), lastFolder(),
                                      tr("Images (%1)").arg(core::imageNameFilters().join(QLatin1Char(' '))));
    if (!files.isEmpty()) {
        rememberFolder(files.first());
        addImages(files);
    }
}

void FileCommands::askModel() {
    const QString file = QFileDialog::getOpenFileName(&m_window, tr("Open model"), lastFolder(),
                                                      tr("Models (*.safetensors *.pt *.mwq);;All files (*)"));
    if (!file.isEmpty()) {
        openModel(file);
    }
}

bool FileCommands::importMasks(const QString& folder) {
    core::OpenProject* open = m_session.openProject();
    if (open == nullptr) {
        return false;
    }
    QStringList pictures;
    for (const core::ImageInfo& image : open->project().images()) {
        pictures.append(open->absolutePath(image.id));
    }
    if (!core::isMaskFolder(folder, pictures)) {
        return false;
    }
    m_reading.run([folder, pictures] { return core::importMaskFolder(folder, pictures); },
                  [this, folder, project = QPointer(open)](const core::Result<core::ImportedDataset>& data) {
                      if (project != nullptr && project == m_session.openProject()) {
                          import(data, folder, tr("masks"));
                      }
                  });
    return true;
}

void FileCommands::import(const core::Result<core::ImportedDataset>& data, const QString& folder,
                          const QString& title) {
    if (!data) {
        m_session.report(QString::fromStdString(data.error().message));
        return;
    }
    QStringList warnings = data->warnings;
    m_session.commit(
        core::importEdit(*m_session.openProject(), *data, folder, tr("Import %1").arg(title), &warnings));
    QString text =
        tr("%1 instances in %2 images imported.").arg(data->annotations.size()).arg(data->images.size());
    if (!warnings.isEmpty()) {
        text += QLatin1Char('\n') + warnings.mid(0, 3).join(QLatin1Char('\n'));
    }
    if (warnings.size() > 3) {
        text += QLatin1Char('\n') + tr("… and %1 more notes.").arg(warnings.size() - 3);
    }
    m_session.report(text);
}

} // namespace gui
