// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_paths.h"

#include <QDir>

#include <algorithm>

namespace core {
namespace {

bool hasDrive(const QString& path) {
    return path.size() >= 2 && path[0].isLetter() && path[1] == QLatin1Char(':');
}

} // namespace

QStringList namesBelowCommonFolder(const QStringList& absolutePaths) {
    QList<QStringList> split;
    split.reserve(absolutePaths.size());
    qsizetype common = -1;
    for (const QString& path : absolutePaths) {
        QStringList parts = QDir::cleanPath(path).split(QLatin1Char('/'), Qt::SkipEmptyParts);
        if (parts.isEmpty())
            parts << QString();
        const qsizetype folders = parts.size() - 1;
        common = common < 0 ? folders : std::min(common, folders);
        qsizetype same = 0;
        while (!split.isEmpty() && same < common && parts[same] == split.front()[same])
            ++same;
        if (!split.isEmpty())
            common = same;
        split << std::move(parts);
    }
    QStringList names;
    names.reserve(split.size());
    for (const QStringList& parts : split) {
        QString name = parts.mid(common).join(QLatin1Char('/'));
        if (hasDrive(name))
            name.remove(1, 1);
        names << name;
    }
    return names;
}

QString safeRelativeName(const QString& name, bool& escaped) {
    escaped = false;
    if (name.contains(QChar(0)))
        return {};
    QString path = name;
    path.replace(QLatin1Char('\\'), QLatin1Char('/'));
    const bool absolute = path.startsWith(QLatin1Char('/')) || hasDrive(path);
    path = QDir::cleanPath(path);
    escaped = absolute || path == QStringLiteral("..") || path.startsWith(QStringLiteral("../"));
    if (escaped)
        path = path.section(QLatin1Char('/'), -1);
    if (path == QStringLiteral("..") || path == QStringLiteral(".") || hasDrive(path))
        return {};
    return path;
}

} // namespace core
