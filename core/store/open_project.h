// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/project/annotation.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace core {

class History;
class Project;

enum class SaveState { Saved, Saving, Failed };

/// A project and everything that keeps it: Project, History, its file and the writer thread, wired and owned
/// together. Every committed edit, undo and redo goes to the file at once, on the writer's thread.
class OpenProject : public QObject {
    Q_OBJECT
public:
    /// The file name's suffix, without the dot.
    static QString suffix() { return QStringLiteral("maskwright"); }

    /// Makes a new project file. Errors: Io (the folder can't be written, the file exists).
    static Result<std::unique_ptr<OpenProject>> create(const QString& file);
    /// Opens a project: check, rolling backup (both while work goes on if the file is large and was closed
    /// well), schema ladder, journal back into the history.
    /// Errors: NotFound, CorruptFile (names the newest good backup if there is one), Unsupported (newer
    /// version), Io.
    static Result<std::unique_ptr<OpenProject>> open(const QString& file);
    ~OpenProject() override; ///< drains the writer, closes

    const QString& file() const;
    Project& project();
    History& history();

    /// Absolute path of an image's file.
    QString absolutePath(ImageId image) const;
    /// Adds files as one edit; skips those already in the project. Paths under the project's folder are kept
    /// relative.
    int addImages(const QStringList& files);
    /// Reads the annotations of `image` into the project unless they are there.
    Status loadImage(ImageId image);
    /// Stores what decoding told about an image. No step of the history: there is nothing to undo in it.
    void noteImageFacts(ImageId image, QSize size, const QByteArray& contentHash);

    SaveState saveState() const;
    /// Waits until everything queued is on the disk (tests, export, closing).
    Status flush();

signals:
    void saveStateChanged(core::SaveState state, const QString& reason);
    /// A large project was looked through after it was opened, and something is wrong with it.
    void damageFound(const QString& message);

private:
    struct Parts;
    explicit OpenProject(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace core
