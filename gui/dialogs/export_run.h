// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/formats/export_preset.h"
#include "core/formats/loss_report.h"
#include "core/query/query_match.h"

#include <functional>
#include <optional>

class QWidget;

namespace gui {

class Session;

/// Where the preset's export goes: its file, or the folder of the format's own in the preset's.
QString exportPlace(const core::ExportPreset& preset);

/// What the format would lose of what the project's file holds: of `found`, or if that is none of what the
/// preset's filter finds. For any thread.
core::Result<core::LossReport> storedLosses(const QString& project, const core::ExportPreset& preset,
                                            const std::function<bool(int, int)>& progress,
                                            const std::optional<core::QueryMatches>& found = {});

/// Writes the preset's export of the open project on `background` while a dialog in front of `parent` shows
/// how far it is; of it what `found` holds, or if that is none what the preset's filter finds. What can't be
/// saved is written from the window's own state, on this thread.
core::Result<core::LossReport> writeExport(Session& session, core::Background& background, QWidget* parent,
                                           const core::ExportPreset& preset,
                                           const core::QueryMatches* found = nullptr);

/// One sentence for the status line.
QString outcomeOf(const core::Result<core::LossReport>& written, const core::ExportPreset& preset);

/// What repeating an export without a question would lose that the report of the last one did not name.
bool losesMore(const core::LossReport& report, const core::ExportPreset& last);

} // namespace gui
