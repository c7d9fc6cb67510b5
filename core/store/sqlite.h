// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace core {

/// A prepared statement. Parameters count from 1, columns from 0, as in SQLite. Must not outlive its
/// Database.
class Statement {
public:
    explicit Statement(sqlite3_stmt* statement);

    Statement& bind(int index, qint64 value);
    Statement& bind(int index, double value);
    Statement& bind(int index, const QString& text);
    Statement& bind(int index, const QByteArray& blob);
    Statement& bindNull(int index);

    /// True: a row is there to read. False: done, and ready to run again with new parameters.
    /// Errors: those of Database; a parameter that could not be bound is reported here.
    Result<bool> step();
    /// Runs to the end, for statements without rows.
    Status run();
    void reset();

    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    bool isNull(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };
    void note(int code);

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_bindError = 0;
};

/// One connection, for one thread at a time. Set up so that a hostile file can run nothing of its own: no
/// triggers, no views, no functions, no attached files. Errors are whole sentences for people: Io (full,
/// read-only, locked), CorruptFile, OutOfMemory, Internal (a statement of ours is wrong).
class Database {
public:
    enum class Mode {
        ReadOnly,
        Immutable, ///< promises that nobody writes: needs no side files, so it works on read-only media
        ReadWrite,
        Create
    };
    static Result<Database> open(const QString& file, Mode mode);

    Status execute(const char* sql);
    Result<Statement> prepare(const char* sql);
    /// First column of the first row. Errors: CorruptFile if there is no row.
    Result<qint64> integer(const char* sql);

    bool inTransaction() const;
    QString file() const;
    /// Waits a while for the locks of other connections, as it does from the start.
    void waitForOthers();
    /// Closing will not fold the log into the file.
    void leaveLog();
    /// True if the open file no longer has the name it was opened by; SQLite itself would write on in
    /// silence.
    bool hasMoved() const;
    /// A consistent copy of the whole database; `to` must not exist yet.
    Status backupTo(const QString& to);
    /// Empty if sound, else what SQLite's quick check found first.
    Result<QString> quickCheck();

private:
    struct Closer {
        void operator()(sqlite3* handle) const;
    };
    explicit Database(sqlite3* handle) : m_handle(handle) {}
    Status harden(Mode mode);

    std::unique_ptr<sqlite3, Closer> m_handle;
};

/// Rolls back unless committed.
class Transaction {
public:
    enum class Kind { Read, Write };
    static Result<Transaction> begin(Database& database, Kind kind);
    ~Transaction();
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;

    Status commit();

private:
    explicit Transaction(Database* database) : m_database(database) {}
    Database* m_database;
};

} // namespace core
