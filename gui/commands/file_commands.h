// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/base/result.h"
#include "core/formats/dataset_format.h"
#include "core/store/open_project.h"

#include <QObject>
#include <QStringList>

#include <memory>

class QSettings;
class QWidget;

namespace gui {

class Actions;
class Session;
struct OpenedProject;

/// Opening projects, pictures and models; remembers what was open lately.
class FileCommands : public QObject {
    Q_OBJECT
public:
    /// `window` is the parent of dialogs.
    FileCommands(Session& session, Actions& actions, QSettings& settings, QWidget& window);

    /// Whether the open project may be left: everything is on the disk, or the person chose to lose the rest.
    bool mayLeaveProject();

    /// A project file, a folder, or image files (these go into the open project, or into their folder's). A
    /// folder of masks of the open project's pictures is imported.
    void open(const QStringList& paths);
    /// Its pictures are there at once, those of its subfolders when they have been found.
    void openFolder(const QString& folder);
    void openProject(const QString& file);
    void openDemo();
    void openModel(const QString& file);
    /// The project of the last time if it is still there; otherwise the demo.
    void openLast();
    QStringList recent() const;

signals:
    void recentChanged();

private:
    bool show(core::Result<OpenedProject> opened);
    void addImages(const QStringList& paths);
    bool isAlreadyOpen(const QString& file) const;
    void addFound(const QStringList& files);
    void askFolder();
    void askProject();
    void askImages();
    void askModel();
    bool importMasks(const QString& folder);
    /// `data` as one edit named after `title`; its pictures may lie in `folder`.
    void import(const core::Result<core::ImportedDataset>& data, const QString& folder, const QString& title);
    /// Everything that is held as a project of its own, for when the file can't be used; empty if that
    /// failed.
    QString keepCopy();
    QString lastFolder() const;
    void rememberFolder(const QString& file);

    Session& m_session;
    QSettings& m_settings;
    QWidget& m_window;
    core::Background m_searching; ///< for pictures in folders
    core::Background m_reading;   ///< of masks
};

} // namespace gui
