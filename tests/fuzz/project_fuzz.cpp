// SPDX-License-Identifier: Apache-2.0
#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/open_project.h"
#include "core/store/project_check.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

/// Opens the input as a project, looks at everything in it, works a little, and saves. A refused file must
/// not change.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("p.maskwright")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return 0;
    file.close();
    static_cast<void>(core::checkProjectFile(file.fileName()));
    const auto open = core::OpenProject::open(file.fileName());
    if (!open) {
        if (!file.open(QIODevice::ReadOnly) || file.readAll() != bytes)
            std::abort();
        return 0;
    }
    const QList<core::ImageInfo> images = (*open)->project().images();
    for (qsizetype i = 0; i < std::min<qsizetype>(images.size(), 20); ++i)
        static_cast<void>((*open)->loadImage(images.at(i).id));
    core::History& history = (*open)->history();
    for (int i = 0; i < 5; ++i)
        history.undo();
    history.redo();
    (*open)->addImages({QStringLiteral("x.png")});
    static_cast<void>((*open)->flush());
    return 0;
}
