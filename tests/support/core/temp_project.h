// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/project.h"
#include "core/store/open_project.h"

#include <QTemporaryDir>

namespace core {

/// Everything a project holds, as values that can be compared.
struct ProjectState {
    QList<Label> labels;
    QList<ImageInfo> images;
    std::vector<Annotation> annotations; ///< by image, then bottom to top
    bool operator==(const ProjectState&) const = default;
};
/// Of the loaded images.
ProjectState stateOf(const Project& project);
/// Loads every image first.
ProjectState stateOf(OpenProject& project);

/// A project in a folder of its own that is gone with the object.
class TempProject {
public:
    TempProject();

    QString folder() const { return m_folder.path(); }
    QString file() const { return m_folder.filePath(QStringLiteral("street.maskwright")); }
    OpenProject& operator*() { return *m_open; }
    OpenProject* operator->() { return m_open.get(); }
    void close() { m_open.reset(); }
    void reopen();
    /// One image with one annotation of a 10 x 10 square, as two edits.
    AnnotationId addSquare();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<OpenProject> m_open;
};

} // namespace core
