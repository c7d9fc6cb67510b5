// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace core {

enum class Depth { Folder, Tree };

/// A folder that holds a file of this name was made by an export: its pictures are copies.
inline constexpr auto kExportList = "maskwright-export.txt";

/// Absolute paths of the pictures in a folder, by name as people count (2 before 10); of a tree, folder by
/// folder, each folder's own pictures before those of its subfolders. Hidden folders, links to folders and
/// subfolders that an export made are left out. Any thread.
QStringList imageFilesIn(const QString& folder, Depth depth);
/// Whether a folder has subfolders in which imageFilesIn() would look.
bool hasSubfolders(const QString& folder);

} // namespace core
