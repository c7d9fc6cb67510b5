// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace core {

/// Turns absolute paths into names below their deepest common folder, with forward slashes, in the same
/// order. Two different files never get the same name.
QStringList namesBelowCommonFolder(const QStringList& absolutePaths);

/// A file name found in an annotation file is not trusted: it may point anywhere. Returns it as a clean
/// relative path; `escaped` is set when it was absolute or led out of its folder, and only the last part was
/// kept. Empty if nothing usable is left.
QString safeRelativeName(const QString& name, bool& escaped);

/// Whether a name from a file is that of one place on some computer: "/x" or "C:x".
bool isAbsoluteName(const QString& name);

/// Gives files that are written the stems of names that are distinct on every disk: not only in case or in
/// the way letters are composed, without control characters, and short enough to take any suffix.
class DistinctStems {
public:
    /// `suffix` begins with its dot, or is empty. It becomes a part of the stem where the stem is taken.
    QString add(const QString& stem, const QString& suffix);

private:
    QSet<QString> m_taken;
    QHash<QString, int> m_next;
};

/// Control characters as "_": lists of names have one a line.
QString printable(const QString& name);

} // namespace core
