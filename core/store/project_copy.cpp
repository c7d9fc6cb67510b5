// SPDX-License-Identifier: Apache-2.0
#include "core/store/project_copy.h"

#include "core/project/history.h"
#include "core/project/project.h"

#include <QFile>

#include <algorithm>
#include <filesystem>
#include <limits>

namespace core {
namespace {

constexpr qint64 kAnyLength = std::numeric_limits<qint64>::max();

std::filesystem::path nativePath(const QString& path) {
    return {path.toStdU16String()};
}

/// Writes ops to a file, numbered on from what it holds.
class OpList {
public:
    void add(StoreOp::Kind kind, Edit edit) { m_ops.push_back({kind, std::move(edit), 0}); }
    Status writeTo(const QString& file) {
        // The backup may be of an older version.
        ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(file, ProjectStore::Mode::ReadWrite));
        ASSIGN_OR_RETURN(EditWriter writer, EditWriter::open(std::move(store).takeDatabase(), kAnyLength));
        std::vector<const StoreOp*> batch;
        for (StoreOp& op : m_ops) {
            op.revision = writer.revision() + static_cast<qint64>(batch.size()) + 1;
            batch.push_back(&op);
        }
        return writer.write(batch);
    }

private:
    std::vector<StoreOp> m_ops;
};

/// Labels and images as they are in memory: also what decoding told, which is no edit.
Edit contentsOf(const Project& project) {
    Edit edit;
    for (const Label& label : project.labels())
        edit.changes.emplace_back(SetLabel{label, label});
    for (const ImageInfo& image : project.images())
        edit.changes.emplace_back(SetImage{image, image});
    return edit;
}

/// The ops that lead from what `journal` left applied to the end of the history, and back to its cursor.
/// False if the two have nothing in common that they could be joined at.
bool addWay(const ProjectStore::Journal& journal, const History& history, OpList& ops) {
    const std::deque<Edit>& theirs = journal.edits;
    const std::deque<Edit>& ours = history.edits();
    std::size_t start = 0; // where our first edit is in their journal
    while (!ours.empty() && start < theirs.size() && theirs[start].id != ours.front().id)
        ++start;
    if (start == theirs.size() && !theirs.empty() && !ours.empty())
        return false;
    std::size_t common = 0;
    while (common < ours.size() && start + common < theirs.size() &&
           theirs[start + common].id == ours[common].id)
        ++common;
    std::size_t at = journal.cursor;
    if (at < start)
        return false;
    for (; at > start + common; --at)
        ops.add(StoreOp::Kind::Undo, theirs[at - 1]);
    for (std::size_t i = at - start; i < ours.size(); ++i)
        ops.add(i < common ? StoreOp::Kind::Redo : StoreOp::Kind::Commit, ours[i]);
    for (std::size_t i = ours.size(); i > history.cursor(); --i)
        ops.add(StoreOp::Kind::Undo, ours[i - 1]);
    return true;
}

qint64 lastRevision(const std::vector<StoreOp>& ops) {
    return ops.empty() ? 0 : ops.back().revision;
}

} // namespace

Status makeProjectFile(const QString& to, const std::function<Status(const QString& file)>& fill) {
    const QString growing = to + QStringLiteral(".partial");
    const auto clear = [&growing] {
        for (const char* part : {"", "-wal", "-shm"})
            QFile::remove(growing + QLatin1String(part));
    };
    clear();
    if (Status filled = fill(growing); !filled) {
        clear();
        return filled;
    }
    std::error_code error;
    std::filesystem::rename(nativePath(growing), nativePath(to), error);
    if (error) {
        clear();
        return fail(ErrorCode::Io, QStringLiteral("“%1” cannot be written (%2); choose another place.")
                                       .arg(to, QString::fromStdString(error.message())));
    }
    return {};
}

Status copyStored(ProjectStore& store, const std::vector<StoreOp>& pending, const Edit& last,
                  const QString& to) {
    return makeProjectFile(to, [&](const QString& file) -> Status {
        RETURN_IF_ERROR(store.database().backupTo(file));
        RETURN_IF_ERROR(ProjectStore::check(file));
        ASSIGN_OR_RETURN(Database database, Database::open(file, Database::Mode::ReadWrite));
        ASSIGN_OR_RETURN(EditWriter writer, EditWriter::open(std::move(database), kAnyLength));
        std::vector<const StoreOp*> missing;
        for (const StoreOp& op : pending)
            if (op.revision > writer.revision())
                missing.push_back(&op);
        const StoreOp note{StoreOp::Kind::Note, last, std::max(writer.revision(), lastRevision(pending)) + 1};
        if (!last.changes.empty())
            missing.push_back(&note);
        return missing.empty() ? Status() : writer.write(missing);
    });
}

Status copyFromBackup(const QString& backup, const Project& project, const History& history, const Edit& last,
                      const QString& to) {
    return makeProjectFile(to, [&](const QString& file) -> Status {
        OpList ops;
        {
            ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(backup, ProjectStore::Mode::ReadOnly));
            RETURN_IF_ERROR(store.database().backupTo(file));
            ASSIGN_OR_RETURN(ProjectStore::Journal journal, store.journal(history.byteLimit()));
            if (!addWay(journal, history, ops))
                return fail(ErrorCode::InvalidArgument,
                            QStringLiteral("The history does not reach back to the backup."));
        }
        ops.add(StoreOp::Kind::Note, contentsOf(project));
        ops.add(StoreOp::Kind::Note, last);
        return ops.writeTo(file);
    });
}

Status copyFromMemory(const Project& project, const Edit& last, const QString& to) {
    return makeProjectFile(to, [&](const QString& file) -> Status {
        RETURN_IF_ERROR(ProjectStore::create(file));
        Edit all = contentsOf(project);
        for (const ImageInfo& image : project.images()) {
            const QList<const Annotation*> annotations = project.annotations(image.id);
            for (const Annotation* annotation : annotations)
                all.changes.emplace_back(AddAnnotation{*annotation});
        }
        OpList ops;
        ops.add(StoreOp::Kind::Note, std::move(all));
        ops.add(StoreOp::Kind::Note, last);
        return ops.writeTo(file);
    });
}

} // namespace core
