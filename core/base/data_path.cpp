// SPDX-License-Identifier: Apache-2.0
#include "core/base/data_path.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace core {

QString dataPath(const QString& relative) {
    const QDir program(QCoreApplication::applicationDirPath());
    const QString path = QDir::cleanPath(program.filePath(QStringLiteral("../share/maskwright/") + relative));
    return QFileInfo::exists(path) ? path : QString();
}

} // namespace core
