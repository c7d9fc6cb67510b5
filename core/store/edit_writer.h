// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/edit.h"
#include "core/store/file_trouble.h"
#include "core/store/sqlite.h"

#include <map>
#include <vector>

namespace core {

/// One thing the history did, to be written down.
struct StoreOp {
    enum class Kind {
        Commit, ///< a new edit
        Undo,   ///< `edit`, as committed, was taken back
        Redo,
        Note ///< a change outside the history, such as an image's size becoming known
    };
    Kind kind = Kind::Commit;
    Edit edit;
    qint64 revision = 0; ///< counts every op that was ever written to the project
};

/// What a project file holds, so that edits kept elsewhere find the very state that they build on.
struct StoredMark {
    qint64 revision = 0;
    qint64 lastId = 0;
    qint64 session = 0;
    qint64 oldest = 0; ///< time of the oldest edit in the journal, milliseconds; 0: none
    bool operator==(const StoredMark&) const = default;
};

/// Turns ops into rows, journal and cursor. One transaction for everything given at once.
class EditWriter {
public:
    /// Starts a new session in the journal. `journalBytes`: how much payload the journal keeps. Errors: Io,
    /// CorruptFile.
    static Result<EditWriter> open(Database database, qint64 journalBytes);

    /// All of `ops` or nothing. Errors: Io (full, locked, moved away), CorruptFile.
    Status write(const std::vector<const StoreOp*>& ops);
    qint64 revision() const { return m_state.revision; } ///< of the last op written
    const StoredMark& stored() const { return m_stored; }
    /// Looks what happened to the file since this wrote it last; checkFile() says it as a sentence.
    FileTrouble look();
    Status checkFile();
    /// After a while without work: folds the log into the file, so that the file alone is the whole project.
    void settle();
    Database& database() { return m_database; }

private:
    struct State {
        qint64 cursor = 0; ///< sequence number of the last applied edit
        qint64 lastId = 0;
        qint64 revision = 0;
        qint64 session = 0;
        qint64 bytes = 0; ///< of the journal
    };
    struct RowChange;
    struct Shape {
        Mask mask, touched;
    };

    EditWriter(Database database, qint64 journalBytes)
        : m_database(std::move(database)), m_journalBytes(journalBytes), m_file(m_database.file()) {}
    /// What the file looked like when this had written it last.
    struct FileFace {
        qint64 size = 0;
        qint64 time = 0;
        bool operator==(const FileFace&) const = default;
    };

    Status load();
    FileFace face() const;
    Result<Statement*> statement(const char* sql);
    Result<qint64> setMeta(const char* key, qint64 value);
    Status writeOp(const StoreOp& op, State& state);
    Status applyToRows(const Edit& edit);
    /// The shape of an instance as the ops of this transaction leave it; none if there is no such instance.
    Result<Shape*> shapeOf(AnnotationId id);
    Status writeShapes();
    Status append(const Edit& edit, State& state);
    Status cutRedo(State& state);
    Status prune(EditId newest, State& state);
    Status moveCursor(const StoreOp& op, State& state);
    Status forgetJournal(State& state);

    Database m_database;
    qint64 m_journalBytes;
    State m_state;
    StoredMark m_stored;
    QString m_file;
    FileFace m_face;
    qint64 m_version = 0;                          ///< SQLite's count of what other connections committed
    std::map<AnnotationId, Shape> m_painted;       ///< by this transaction, not in the rows yet
    std::map<const char*, Statement> m_statements; ///< by the address of their text; all texts are literals
};

} // namespace core
