// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/export_run.h"

#include "gui/dialogs/progress_run.h"
#include "gui/session/project_files.h"
#include "gui/session/session.h"

#include "core/formats/format.h"
#include "core/query/narrowed_source.h"
#include "core/query/stored_source.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <optional>

namespace gui {
namespace {

/// The folder that exportDataset() is given.
QString folderOf(const core::ExportPreset& preset) {
    const core::Format& format = *core::formatById(preset.format);
    return format.place == core::Format::Place::Folder ? QDir(preset.folder).filePath(format.id)
                                                       : preset.folder;
}

/// Reads the file on a thread of its own and gives what is exported of it to `use`.
core::Result<core::LossReport>
withStored(const QString& project, const core::ExportPreset& preset,
           const std::optional<core::QueryMatches>& found,
           const std::function<core::Result<core::LossReport>(const core::ExportSource&)>& use) {
    ASSIGN_OR_RETURN(core::ProjectStore store,
                     core::ProjectStore::open(project, core::ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(core::ExportSource source, core::storedSource(store, project));
    core::QueryMatches matches;
    if (found) {
        matches = *found;
    } else {
        ASSIGN_OR_RETURN(matches, core::storedMatches(store, source, preset.where));
    }
    return use(core::narrowed(std::move(source), std::move(matches)));
}

} // namespace

QString exportPlace(const core::ExportPreset& preset) {
    const core::Format& format = *core::formatById(preset.format);
    return QDir(preset.folder)
        .filePath(format.place == core::Format::Place::Folder ? format.id : format.file);
}

core::Result<core::LossReport> storedLosses(const QString& project, const core::ExportPreset& preset,
                                            const std::function<bool(int, int)>& progress,
                                            const std::optional<core::QueryMatches>& found) {
    return withStored(project, preset, found, [&](const core::ExportSource& source) {
        core::ExportOptions options = core::optionsOf(preset);
        options.progress = progress;
        return core::exportLosses(*core::formatById(preset.format), source, options);
    });
}

core::Result<core::LossReport> writeExport(Session& session, core::Background& background, QWidget* parent,
                                           const core::ExportPreset& preset,
                                           const core::QueryMatches* found) {
    core::OpenProject& open = *session.openProject();
    if (open.saveState() == core::SaveState::Failed || !open.flush()) {
        core::QueryMatches everything;
        everything.everything = true;
        return core::exportDataset(*core::formatById(preset.format),
                                   core::narrowed(exportSource(open), found ? *found : everything),
                                   folderOf(preset), core::optionsOf(preset));
    }
    ProgressRun run(parent, QCoreApplication::translate("gui::ExportDialog", "Writing …"), {},
                    ProgressRun::OnCancel::Wait);
    const std::optional<core::QueryMatches> matches =
        found ? std::optional<core::QueryMatches>(*found) : std::nullopt;
    return run
        .over(background,
              [project = open.file(), preset, matches](RunState& state) {
                  return withStored(project, preset, matches, [&](const core::ExportSource& source) {
                      core::ExportOptions options = core::optionsOf(preset);
                      options.progress = [&state](int done, int total) { return state.note(done, total); };
                      return core::exportDataset(*core::formatById(preset.format), source, folderOf(preset),
                                                 options);
                  });
              })
        .value_or(core::fail(core::ErrorCode::Cancelled, {}));
}

QString outcomeOf(const core::Result<core::LossReport>& written, const core::ExportPreset& preset) {
    return written ? QCoreApplication::translate("gui::ExportDialog", "Wrote %1 instances to %2.")
                         .arg(written->instances)
                         .arg(QDir::toNativeSeparators(exportPlace(preset)))
                   : QString::fromStdString(written.error().message);
}

bool losesMore(const core::LossReport& report, const core::ExportPreset& last) {
    return !report.isLossless() ||
           std::any_of(report.fieldsDropped.begin(), report.fieldsDropped.end(),
                       [&last](const QString& field) { return !last.known.contains(field); });
}

} // namespace gui
