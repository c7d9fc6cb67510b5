// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/project/edit.h"
#include "core/store/file_trouble.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace core {

class History;
class Project;

enum class SaveState { Saved, Saving, Failed };

/// What was brought back after a program that had the project open ended without closing it.
struct Recovery {
    QDateTime until; ///< when the last edit was made
    Edit last;       ///< without its changes, except for the first
};

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
    /// For a project that another program has open: what is saved there, as far as it is when an image is
    /// first visited. Nothing can be changed, there is no history, and nothing is locked. Errors: NotFound,
    /// CorruptFile, Unsupported, Io.
    static Result<std::unique_ptr<OpenProject>> openReadOnly(const QString& file);
    /// Whether another program, or this one, has the project open at this moment.
    static bool isOpenElsewhere(const QString& file);
    ~OpenProject() override; ///< drains the writer, closes

    const QString& file() const;
    bool isReadOnly() const;
    Project& project();
    History& history();

    /// Absolute path of an image's file.
    QString absolutePath(ImageId image) const;
    /// Adds files as one edit; skips those already in the project. Paths under the project's folder are kept
    /// relative. None if it is read-only.
    int addImages(const QStringList& files);
    /// Reads the annotations of `image` into the project unless they are there.
    Status loadImage(ImageId image);
    /// Stores what decoding told about an image. No step of the history: there is nothing to undo in it.
    void noteImageFacts(ImageId image, QSize size, const QByteArray& contentHash);

    SaveState saveState() const;
    /// Waits until everything queued is on the disk (tests, export, closing).
    Status flush();
    /// Whether all that is not in the file is kept in the profile folder; the next open() puts it back.
    bool isKeptAside() const;
    /// What happened to the file behind our back; saveStateChanged() tells that it changed. While there is
    /// trouble nothing is written.
    FileTrouble trouble() const;
    /// None if the project was closed properly the last time, or nothing was ever done in it.
    const std::optional<Recovery>& recovery() const;

    /// Makes `to` a project with everything that is held here, saved or not, and its history; replaces what
    /// has that name. In another folder the paths of its images are absolute. Works in every trouble. The
    /// sentence in the result says what could not be had (annotations of images that were not visited while
    /// the disk is gone); empty: all is there. Errors: Io.
    Result<QString> saveCopy(const QString& to);
    /// Closing will write nothing any more and forget what is kept aside: it was saved elsewhere.
    void abandon();

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
