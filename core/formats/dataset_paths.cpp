// SPDX-License-Identifier: Apache-2.0
#include "core/formats/dataset_paths.h"

#include <QDir>

#include <algorithm>

namespace core {
namespace {

bool hasDrive(const QString& path) {
    return path.size() >= 2 && path[0].isLetter() && path[1] == QLatin1Char(':');
}

constexpr qsizetype kLongestStem = 200; // bytes; most disks take names of 255

QString cut(QString stem) {
    const qsizetype start = stem.lastIndexOf(QLatin1Char('/')) + 1;
    while (stem.mid(start).toUtf8().size() > kLongestStem)
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    return stem;
}

QString folded(const QString& name) {
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
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

bool isAbsoluteName(const QString& name) {
    return name.startsWith(QLatin1Char('/')) || hasDrive(name);
}

QString printable(const QString& name) {
    QString result = name;
    for (QChar& c : result)
        c = c.category() == QChar::Other_Control ? QLatin1Char('_') : c;
    return result;
}

QString DistinctStems::add(const QString& stem, const QString& suffix) {
    QString base = cut(stem);
    if (m_taken.contains(folded(base)) && !suffix.isEmpty())
        base = cut(stem) + QLatin1Char('_') + suffix.mid(1).left(8);
    QString name = base;
    for (int& n = m_next[folded(base)]; m_taken.contains(folded(name));)
        name = base + QLatin1Char('_') + QString::number(++n + 1);
    m_taken.insert(folded(name));
    return name;
}

QString safeRelativeName(const QString& name, bool& escaped) {
    escaped = false;
    if (name.contains(QChar(0)))
        return {};
    QString path = name;
    path.replace(QLatin1Char('\\'), QLatin1Char('/'));
    const bool absolute = isAbsoluteName(path);
    path = QDir::cleanPath(path);
    escaped = absolute || path == QStringLiteral("..") || path.startsWith(QStringLiteral("../"));
    if (escaped)
        path = path.section(QLatin1Char('/'), -1);
    if (path == QStringLiteral("..") || path == QStringLiteral(".") || hasDrive(path))
        return {};
    return path;
}

} // namespace core
