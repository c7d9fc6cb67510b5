// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/open_project.h"
#include "core/store/project_store.h"

namespace core {

/// Bytes of steps that a project's file keeps for undo.
inline constexpr qint64 kJournalBytes = qint64{256} << 20;

/// Before anything is written: is the file sound, and is there a copy of it? A large file that was closed
/// well is only recognised here; LateCheck does the rest. True: it has to.
Result<bool> checkAndBackUp(const QString& file);
/// Puts back what a full disk or a crash kept from this project the last time; whether there was anything.
Result<bool> takeRescued(const QString& file);
/// The time of the edit at the cursor; none if there is none.
Result<std::optional<Recovery>> lastEdit(ProjectStore& store, const ProjectStore::Journal& journal);

} // namespace core
