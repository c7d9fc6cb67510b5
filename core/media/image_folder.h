// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace core {

enum class Depth { Folder, Tree };

/// Absolute paths of the pictures in a folder, by name as people count (2 before 10); of a tree, folder by
/// folder, each folder's own pictures before those of its subfolders. Hidden folders and links to folders are
/// left out.
QStringList imageFilesIn(const QString& folder, Depth depth);

} // namespace core
