// SPDX-License-Identifier: Apache-2.0
#include "core/store/edit_writer.h"

#include "core/project/shape_facts.h"
#include "core/store/edit_codec.h"
#include "core/store/schema.h"

#include <QDateTime>
#include <QFileInfo>

#include <cmath>

namespace core {
namespace {

/// A larger edit (an import of a million masks) takes several rows of the journal.
constexpr qsizetype kLargestPayload = 8 << 20;

/// The edit as rows of the journal: itself, or parts of it with its id that make it when joined in order. A
/// single change is never split.
void addPayloads(const Edit& edit, std::vector<QByteArray>& payloads) {
    QByteArray whole = encodeEdit(edit);
    if (whole.size() <= kLargestPayload || edit.changes.size() < 2) {
        payloads.push_back(std::move(whole));
        return;
    }
    whole.clear();
    const auto middle = edit.changes.begin() + static_cast<std::ptrdiff_t>(edit.changes.size() / 2);
    addPayloads({edit.id, edit.image, edit.text, {edit.changes.begin(), middle}}, payloads);
    addPayloads({edit.id, edit.image, edit.text, {middle, edit.changes.end()}}, payloads);
}

constexpr const char* kOldest = "SELECT coalesce((SELECT time FROM edit ORDER BY seq LIMIT 1), 0)";
constexpr const char* kVersion = "PRAGMA data_version";

} // namespace

/// What each change does to the rows.
struct EditWriter::RowChange {
    EditWriter& writer;

    Status operator()(const AddAnnotation& change) const {
        ASSIGN_OR_RETURN(
            Statement* const put,
            writer.statement(
                "INSERT OR REPLACE INTO annotation(id, image, label, state, z, locked, hidden, "
                "crowd, cluster, attributes, origin, score, source, model, created, changed, "
                "worked, actions, area, x, y, width, height, parts, holes, by_hand, mask, touched) "
                "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                "?, ?, ?, ?)"));
        const Annotation& added = change.annotation;
        put->bind(1, added.id.value).bind(2, added.image.value);
        bindFields(*put, 3, added.fields);
        put->bind(11, static_cast<qint64>(added.origin));
        put->bind(12, std::isfinite(added.score) ? static_cast<double>(added.score) : 0.0)
            .bind(13, added.source)
            .bind(14, added.model)
            .bind(15, added.created);
        bindEffort(*put, 16, added.effort);
        bindShape(*put, 19, shapeFacts(added.mask, added.touched));
        writer.m_painted.erase(added.id);
        put->bind(27, encodeMask(added.mask)).bind(28, encodeMask(added.touched));
        return put->run();
    }

    Status operator()(const RemoveAnnotation& change) const {
        writer.m_painted.erase(change.annotation.id);
        ASSIGN_OR_RETURN(Statement* const remove, writer.statement("DELETE FROM annotation WHERE id = ?"));
        return remove->bind(1, change.annotation.id.value).run();
    }

    Status operator()(const SetFields& change) const {
        ASSIGN_OR_RETURN(
            Statement* const set,
            writer.statement("UPDATE annotation SET label = ?2, state = ?3, z = ?4, locked = ?5, "
                             "hidden = ?6, crowd = ?7, cluster = ?8, attributes = ?9 WHERE id = ?1"));
        bindFields(set->bind(1, change.id.value), 2, change.after);
        return set->run();
    }

    Status operator()(const PaintMask& change) const {
        ASSIGN_OR_RETURN(Shape* const shape, writer.shapeOf(change.id));
        if (shape) {
            shape->mask = change.flips.applied(shape->mask);
            shape->touched = change.touched.applied(shape->touched);
        }
        return {};
    }

    Status operator()(const SetEffort& change) const {
        ASSIGN_OR_RETURN(
            Statement* const set,
            writer.statement("UPDATE annotation SET changed = ?2, worked = ?3, actions = ?4 WHERE id = ?1"));
        bindEffort(set->bind(1, change.id.value), 2, change.after);
        return set->run();
    }

    Status operator()(const MoveLabel& change) const {
        ASSIGN_OR_RETURN(Statement* const set,
                         writer.statement("UPDATE annotation SET label = ?2 WHERE id = ?1"));
        for (const AnnotationId id : change.ids)
            RETURN_IF_ERROR(set->bind(1, id.value).bind(2, change.to.value).run());
        return {};
    }

    Status operator()(const SetLabel& change) const {
        if (!change.after)
            return change.before ? hide("UPDATE label SET removed = 1 WHERE id = ?", change.before->id.value)
                                 : Status{};
        ASSIGN_OR_RETURN(Statement* const put,
                         writer.statement("INSERT OR REPLACE INTO label(id, name, color, phrase, position, "
                                          "attributes, threshold) VALUES(?, ?, ?, ?, ?, ?, ?)"));
        const Label& label = *change.after;
        put->bind(1, label.id.value).bind(2, label.name).bind(3, static_cast<qint64>(label.color.rgba()));
        // No phrase holds a new line.
        put->bind(4, label.phrases.join(QLatin1Char('\n'))).bind(5, static_cast<qint64>(label.order));
        put->bind(6, encodeAttributes(label.attributes));
        return (label.threshold ? put->bind(7, static_cast<double>(*label.threshold)) : put->bindNull(7))
            .run();
    }

    Status operator()(const SetImage& change) const {
        if (!change.after)
            return change.before ? hide("UPDATE image SET removed = 1 WHERE id = ?", change.before->id.value)
                                 : Status{};
        // Not REPLACE: that would delete the row first, and annotations point at it.
        ASSIGN_OR_RETURN(
            Statement* const put,
            writer.statement("INSERT INTO image(id, path, width, height, hash, reviewed, tags, runs) "
                             "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(id) DO UPDATE SET "
                             "path = ?2, width = ?3, height = ?4, hash = ?5, reviewed = ?6, tags = ?7, "
                             "runs = ?8, removed = 0"));
        const ImageInfo& image = *change.after;
        put->bind(1, image.id.value).bind(2, image.path).bind(3, static_cast<qint64>(image.size.width()));
        put->bind(4, static_cast<qint64>(image.size.height())).bind(5, image.contentHash);
        put->bind(6, static_cast<qint64>(image.reviewed));
        put->bind(7, image.tags.join(QLatin1Char(','))).bind(8, image.runs.join(QLatin1Char(',')));
        return put->run();
    }

    Status hide(const char* sql, qint64 id) const {
        ASSIGN_OR_RETURN(Statement* const mark, writer.statement(sql));
        return mark->bind(1, id).run();
    }

    static void bindFields(Statement& to, int first, const Fields& fields) {
        to.bind(first, fields.label.value).bind(first + 1, static_cast<qint64>(fields.state));
        to.bind(first + 2, static_cast<qint64>(fields.z)).bind(first + 3, static_cast<qint64>(fields.locked));
        to.bind(first + 4, static_cast<qint64>(fields.hidden))
            .bind(first + 5, static_cast<qint64>(fields.crowd));
        to.bind(first + 6, fields.group.value).bind(first + 7, encodeValues(fields.attributes));
    }

    static void bindEffort(Statement& to, int first, const Effort& effort) {
        to.bind(first, effort.changed).bind(first + 1, effort.worked);
        to.bind(first + 2, static_cast<qint64>(effort.actions));
    }
};

Result<EditWriter> EditWriter::open(Database database, qint64 journalBytes) {
    EditWriter writer(std::move(database), journalBytes);
    RETURN_IF_ERROR(writer.load());
    return writer;
}

Status EditWriter::load() {
    ASSIGN_OR_RETURN(m_state.cursor, m_database.integer("SELECT value FROM meta WHERE key = 'cursor'"));
    ASSIGN_OR_RETURN(m_state.lastId, m_database.integer("SELECT value FROM meta WHERE key = 'last_id'"));
    ASSIGN_OR_RETURN(m_state.revision, m_database.integer("SELECT value FROM meta WHERE key = 'revision'"));
    ASSIGN_OR_RETURN(m_state.session, m_database.integer("SELECT value FROM meta WHERE key = 'session'"));
    ASSIGN_OR_RETURN(m_state.bytes, m_database.integer("SELECT coalesce(sum(bytes), 0) FROM edit"));
    ASSIGN_OR_RETURN(const qint64 oldest, m_database.integer(kOldest));
    m_stored = {m_state.revision, m_state.lastId, m_state.session, oldest};
    ASSIGN_OR_RETURN(m_version, m_database.integer(kVersion));
    m_face = face();
    ++m_state.session;
    return {};
}

EditWriter::FileFace EditWriter::face() const {
    const QFileInfo info(m_file);
    return {info.size(), info.lastModified().toMSecsSinceEpoch()};
}

FileTrouble EditWriter::look() {
    if (m_database.hasMoved())
        return QFileInfo::exists(m_file) ? FileTrouble::Replaced : FileTrouble::Gone;
    const Result<qint64> version = m_database.integer(kVersion);
    if (version && *version != m_version)
        return FileTrouble::Edited;
    return face() == m_face ? FileTrouble::None : FileTrouble::Overwritten;
}

Status EditWriter::checkFile() {
    switch (look()) {
    case FileTrouble::None:
        return {};
    case FileTrouble::Gone:
        return fail(ErrorCode::Io,
                    QStringLiteral("The project file “%1” was moved or deleted while it was open, or its "
                                   "folder is gone. Put it back, or save your work somewhere else.")
                        .arg(m_file));
    case FileTrouble::Replaced:
    case FileTrouble::Overwritten:
    case FileTrouble::Edited:
        break;
    }
    return fail(ErrorCode::Io,
                QStringLiteral("Another program changed the project file “%1” while it was open; yours and "
                               "theirs are both still there.")
                    .arg(m_file));
}

void EditWriter::settle() {
    if (look() != FileTrouble::None)
        return;
    // Nobody is waited for: who reads now only delays it.
    static_cast<void>(m_database.execute("PRAGMA busy_timeout=0"));
    static_cast<void>(m_database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    m_database.waitForOthers();
    m_face = face();
}

Result<Statement*> EditWriter::statement(const char* sql) {
    auto known = m_statements.find(sql);
    if (known == m_statements.end()) {
        ASSIGN_OR_RETURN(Statement prepared, m_database.prepare(sql));
        known = m_statements.emplace(sql, std::move(prepared)).first;
    }
    return &known->second;
}

Status EditWriter::write(const std::vector<const StoreOp*>& ops) {
    RETURN_IF_ERROR(checkFile());
    ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(m_database, Transaction::Kind::Write));
    State state = m_state;
    m_painted.clear(); // of an attempt that failed
    for (const StoreOp* op : ops)
        RETURN_IF_ERROR(writeOp(*op, state));
    RETURN_IF_ERROR(writeShapes());
    ASSIGN_OR_RETURN(
        Statement* const set,
        statement("UPDATE meta SET value = CASE key WHEN 'cursor' THEN ?1 WHEN 'last_id' THEN ?2 "
                  "WHEN 'revision' THEN ?3 WHEN 'session' THEN ?4 ELSE value END"));
    set->bind(1, state.cursor).bind(2, state.lastId).bind(3, state.revision).bind(4, state.session);
    RETURN_IF_ERROR(set->run());
    ASSIGN_OR_RETURN(const qint64 oldest, m_database.integer(kOldest));
    RETURN_IF_ERROR(transaction.commit());
    m_state = state;
    m_stored = {state.revision, state.lastId, state.session, oldest};
    m_face = face();
    return {};
}

Status EditWriter::writeOp(const StoreOp& op, State& state) {
    state.lastId = std::max(state.lastId, highestId(op.edit));
    state.revision = op.revision;
    switch (op.kind) {
    case StoreOp::Kind::Commit:
        RETURN_IF_ERROR(cutRedo(state));
        RETURN_IF_ERROR(applyToRows(op.edit));
        RETURN_IF_ERROR(append(op.edit, state));
        return prune(op.edit.id, state);
    case StoreOp::Kind::Undo:
        RETURN_IF_ERROR(applyToRows(inverted(op.edit)));
        return moveCursor(op, state);
    case StoreOp::Kind::Redo:
        RETURN_IF_ERROR(applyToRows(op.edit));
        return moveCursor(op, state);
    case StoreOp::Kind::Note:
        return applyToRows(op.edit);
    }
    return {};
}

Status EditWriter::applyToRows(const Edit& edit) {
    for (const Change& change : edit.changes)
        RETURN_IF_ERROR(std::visit(RowChange{*this}, change));
    return {};
}

Result<EditWriter::Shape*> EditWriter::shapeOf(AnnotationId id) {
    if (const auto painted = m_painted.find(id); painted != m_painted.end())
        return &painted->second;
    ASSIGN_OR_RETURN(Statement* const get, statement("SELECT mask, touched FROM annotation WHERE id = ?"));
    ASSIGN_OR_RETURN(const bool known, get->bind(1, id.value).step());
    if (!known)
        return nullptr;
    Result<Mask> mask = decodeMask(get->blob(0));
    Result<Mask> touched = decodeMask(get->blob(1));
    get->reset();
    if (!mask || !touched)
        return tl::unexpected((mask ? touched : mask).error());
    return &m_painted.emplace(id, Shape{std::move(*mask), std::move(*touched)}).first->second;
}

/// Once for each instance, however many strokes it got: coding and measuring a ragged mask takes
/// milliseconds.
Status EditWriter::writeShapes() {
    for (const auto& [id, shape] : m_painted) {
        ASSIGN_OR_RETURN(
            Statement* const set,
            statement("UPDATE annotation SET mask = ?2, touched = ?3, area = ?4, x = ?5, y = ?6, "
                      "width = ?7, height = ?8, parts = ?9, holes = ?10, by_hand = ?11 WHERE id = ?1"));
        set->bind(1, id.value).bind(2, encodeMask(shape.mask)).bind(3, encodeMask(shape.touched));
        bindShape(*set, 4, shapeFacts(shape.mask, shape.touched));
        RETURN_IF_ERROR(set->run());
    }
    m_painted.clear();
    return {};
}

Status EditWriter::append(const Edit& edit, State& state) {
    std::vector<QByteArray> payloads;
    addPayloads(edit, payloads);
    ASSIGN_OR_RETURN(Statement* const add,
                     statement("INSERT INTO edit(seq, id, image, text, time, session, bytes, payload) "
                               "VALUES(?, ?, ?, ?, ?, ?, ?, ?)"));
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const QByteArray& payload : payloads) {
        ++state.cursor;
        state.bytes += payload.size();
        add->bind(1, state.cursor).bind(2, edit.id.value).bind(3, edit.image.value).bind(4, edit.text);
        add->bind(5, now).bind(6, state.session).bind(7, static_cast<qint64>(payload.size()));
        RETURN_IF_ERROR(add->bind(8, payload).run());
    }
    return {};
}

Status EditWriter::cutRedo(State& state) {
    ASSIGN_OR_RETURN(Statement* const sum,
                     statement("SELECT coalesce(sum(bytes), 0) FROM edit WHERE seq > ?"));
    ASSIGN_OR_RETURN(const bool row, sum->bind(1, state.cursor).step());
    state.bytes -= row ? sum->integer(0) : 0;
    sum->reset();
    ASSIGN_OR_RETURN(Statement* const cut, statement("DELETE FROM edit WHERE seq > ?"));
    return cut->bind(1, state.cursor).run();
}

/// Whole edits go, the oldest first; the newest stays, however large.
Status EditWriter::prune(EditId newest, State& state) {
    while (state.bytes > m_journalBytes) {
        ASSIGN_OR_RETURN(Statement* const oldest,
                         statement("SELECT id, sum(bytes) FROM edit WHERE id = (SELECT id FROM edit ORDER BY "
                                   "seq LIMIT 1)"));
        ASSIGN_OR_RETURN(const bool row, oldest->step());
        const qint64 id = row ? oldest->integer(0) : newest.value;
        const qint64 bytes = row ? oldest->integer(1) : 0;
        oldest->reset();
        if (id == newest.value)
            return {};
        ASSIGN_OR_RETURN(Statement* const drop, statement("DELETE FROM edit WHERE id = ?"));
        RETURN_IF_ERROR(drop->bind(1, id).run());
        state.bytes -= bytes;
    }
    return {};
}

Status EditWriter::moveCursor(const StoreOp& op, State& state) {
    ASSIGN_OR_RETURN(Statement* const find,
                     statement("SELECT min(seq), max(seq), count(*) FROM edit WHERE id = ?"));
    ASSIGN_OR_RETURN(const bool row, find->bind(1, op.edit.id.value).step());
    const bool known = row && find->integer(2) > 0;
    const qint64 first = known ? find->integer(0) : 0;
    const qint64 last = known ? find->integer(1) : 0;
    find->reset();
    // Pruned already: what the journal still holds builds on an edit it does not have, so it can't be
    // replayed.
    if (!known)
        return forgetJournal(state);
    state.cursor = op.kind == StoreOp::Kind::Undo ? first - 1 : last;
    return {};
}

Status EditWriter::forgetJournal(State& state) {
    ASSIGN_OR_RETURN(Statement* const clear, statement("DELETE FROM edit"));
    state.bytes = 0;
    return clear->run();
}

} // namespace core
