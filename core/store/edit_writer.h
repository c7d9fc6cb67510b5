// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/edit.h"
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

/// Turns ops into rows, journal and cursor. One transaction for everything given at once.
class EditWriter {
public:
    /// Starts a new session in the journal. `journalBytes`: how much payload the journal keeps. Errors: Io,
    /// CorruptFile.
    static Result<EditWriter> open(Database database, qint64 journalBytes);

    /// All of `ops` or nothing. Errors: Io (full, locked, moved away), CorruptFile.
    Status write(const std::vector<const StoreOp*>& ops);
    qint64 revision() const { return m_state.revision; } ///< of the last op written
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

    EditWriter(Database database, qint64 journalBytes)
        : m_database(std::move(database)), m_journalBytes(journalBytes) {}
    Status load();
    Result<Statement*> statement(const char* sql);
    Result<qint64> setMeta(const char* key, qint64 value);
    Status writeOp(const StoreOp& op, State& state);
    Status applyToRows(const Edit& edit);
    Status append(const Edit& edit, State& state);
    Status cutRedo(State& state);
    Status prune(State& state);
    Status moveCursor(const StoreOp& op, State& state);
    Status forgetJournal(State& state);

    Database m_database;
    qint64 m_journalBytes;
    State m_state;
    std::map<const char*, Statement> m_statements; ///< by the address of their text; all texts are literals
};

} // namespace core
