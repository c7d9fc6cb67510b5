// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/edit_writer.h"
#include "core/store/project_store.h"

#include <deque>
#include <functional>
#include <vector>

namespace core {

class History;
class Project;

/// All of these make a new project file `to`, whole or not at all, and replace what has that name. `last` is
/// applied to the rows at the end and is no step of the history.

/// Runs `fill` on an unfinished file under another name, then gives it the right one. Errors: Io, and those
/// of `fill`.
Status makeProjectFile(const QString& to, const std::function<Status(const QString& file)>& fill);
/// What `store` holds plus the ops that it lacks.
Status copyStored(ProjectStore& store, const std::vector<StoreOp>& pending, const Edit& last,
                  const QString& to);
/// The project in memory as `backup` (an earlier state of it) plus what was done since. Errors:
/// InvalidArgument if the history does not reach back to the backup.
Status copyFromBackup(const QString& backup, const Project& project, const History& history, const Edit& last,
                      const QString& to);
/// Only what is in memory: annotations of loaded images alone, and no history.
Status copyFromMemory(const Project& project, const Edit& last, const QString& to);

} // namespace core
