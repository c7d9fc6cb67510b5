// SPDX-License-Identifier: Apache-2.0
#pragma once

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

} // namespace core
