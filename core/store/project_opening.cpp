// SPDX-License-Identifier: Apache-2.0
#include "core/store/project_opening.h"

#include "core/store/backups.h"
#include "core/store/late_check.h"
#include "core/store/rescue_file.h"
#include "core/store/schema.h"

#include <QFileInfo>

namespace core {
namespace {

/// Large, and nothing is left beside it that a crash would leave.
bool mayBeCheckedLater(const QString& file) {
    return QFileInfo(file).size() >= LateCheck::kLarge && !QFileInfo::exists(file + QStringLiteral("-wal")) &&
           !QFileInfo::exists(file + QStringLiteral("-journal"));
}

} // namespace

Result<bool> checkAndBackUp(const QString& file) {
    const bool later = mayBeCheckedLater(file);
    RETURN_IF_ERROR(
        ProjectStore::check(file, later ? ProjectStore::Depth::Identity : ProjectStore::Depth::Whole));
    ASSIGN_OR_RETURN(ProjectStore before, ProjectStore::open(file, ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(const qint64 version, before.database().integer("PRAGMA user_version"));
    if (later && version == kSchemaVersion)
        return true;
    if (later)
        RETURN_IF_ERROR(ProjectStore::check(file, ProjectStore::Depth::Whole));
    const Status backup = makeBackup(before, file);
    // Without a copy nothing old is touched, but a full disk must not keep people from their work.
    if (!backup && version < kSchemaVersion)
        return tl::unexpected(backup.error());
    if (!backup)
        qWarning("%s", backup.error().message.c_str());
    return false;
}

Result<bool> takeRescued(const QString& file) {
    if (!RescueFile::anyKept())
        return false;
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(file, ProjectStore::Mode::ReadWrite));
    ASSIGN_OR_RETURN(EditWriter writer, EditWriter::open(std::move(store).takeDatabase(), kJournalBytes));
    const StoredMark stored = writer.stored();
    const std::vector<StoreOp> ops = RescueFile::find(file, stored);
    if (ops.empty())
        return false;
    std::vector<const StoreOp*> batch;
    batch.reserve(ops.size());
    for (const StoreOp& op : ops)
        batch.push_back(&op);
    RETURN_IF_ERROR(writer.write(batch));
    RescueFile::forget(file, stored);
    return true;
}

Result<std::optional<Recovery>> lastEdit(ProjectStore& store, const ProjectStore::Journal& journal) {
    ASSIGN_OR_RETURN(Statement last,
                     store.database().prepare("SELECT time FROM edit WHERE seq = (SELECT value FROM "
                                              "meta WHERE key = 'cursor')"));
    ASSIGN_OR_RETURN(const bool row, last.step());
    if (!row || journal.cursor == 0)
        return std::optional<Recovery>();
    const Edit& edit = journal.edits[journal.cursor - 1];
    Recovery recovery{QDateTime::fromMSecsSinceEpoch(last.integer(0)), {edit.id, edit.image, edit.text, {}}};
    recovery.last.changes.push_back(edit.changes.front());
    return std::optional(std::move(recovery));
}

} // namespace core
