// SPDX-License-Identifier: Apache-2.0
#include "core/store/late_check.h"

#include "core/store/backups.h"
#include "core/store/project_store.h"

namespace core {
namespace {

Status checkAndBackUp(const QString& file) {
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(file, ProjectStore::Mode::ReadOnly));
    // One snapshot: what is checked is what is copied, whatever is written meanwhile.
    ASSIGN_OR_RETURN(const Transaction snapshot,
                     Transaction::begin(store.database(), Transaction::Kind::Read));
    ASSIGN_OR_RETURN([[maybe_unused]] const qint64 revision, store.meta("revision")); // begins the snapshot
    ASSIGN_OR_RETURN(const QString damage, store.database().quickCheck());
    if (!damage.isEmpty())
        return fail(ErrorCode::CorruptFile, QStringLiteral("“%1” is damaged (%2).").arg(file, damage));
    return makeBackup(store, file);
}

} // namespace

void LateCheck::start(const QString& file) {
    m_background.run(
        [file]() -> Status {
            Status done = checkAndBackUp(file);
            if (!done)
                return tl::unexpected(withBackup(std::move(done).error(), file));
            return done;
        },
        [this](const Status& done) {
            if (!done)
                emit failed(QString::fromStdString(done.error().message));
        });
}

Error withBackup(Error error, const QString& file) {
    if (error.code != ErrorCode::CorruptFile)
        return error;
    const QString backup = newestGoodBackup(file);
    const QString hint =
        backup.isEmpty() ? QStringLiteral(" There is no good backup.")
                         : QStringLiteral(" The newest good backup is “%1”: open a copy of it.").arg(backup);
    error.message += hint.toStdString();
    return error;
}

} // namespace core
