// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite.h"

#include <QFile>
#include <QUrl>

#include <climits>
#include <sqlite3.h>

namespace core {
namespace {

constexpr int kBusyMilliseconds = 5000;
constexpr int kLongestValue = 256 << 20;

tl::unexpected<Error> failure(sqlite3* handle, int code) {
    const QString detail = QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
    switch (code & 0xff) {
    case SQLITE_FULL:
        return fail(ErrorCode::Io, QStringLiteral("The disk is full; free some space."));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return fail(
            ErrorCode::Io,
            QStringLiteral("The project file or its folder cannot be written; check its permissions (%1).")
                .arg(detail));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(
            ErrorCode::Io,
            QStringLiteral("Another program holds the project file; close that program (%1).").arg(detail));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fail(ErrorCode::CorruptFile,
                    QStringLiteral("The project file is damaged; open a backup (%1).").arg(detail));
    case SQLITE_NOMEM:
        return fail(ErrorCode::OutOfMemory, QStringLiteral("Out of memory; close other programs."));
    case SQLITE_TOOBIG:
        return fail(ErrorCode::Io, QStringLiteral("One mask is too large to be stored; simplify it."));
    case SQLITE_IOERR:
        return fail(ErrorCode::Io,
                    QStringLiteral("The disk failed to read or write the project; check it (%1, code %2).")
                        .arg(detail)
                        .arg(code));
    default:
        return fail(
            ErrorCode::Internal,
            QStringLiteral("The project file refused a change; please report this (%1).").arg(detail));
    }
}

} // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3_stmt* statement) : m_statement(statement) {}

void Statement::note(int code) {
    if (m_bindError == SQLITE_OK)
        m_bindError = code;
}

Statement& Statement::bind(int index, qint64 value) {
    note(sqlite3_bind_int64(m_statement.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, double value) {
    note(sqlite3_bind_double(m_statement.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    note(sqlite3_bind_text64(m_statement.get(), index, utf8.constData(),
                             static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int index, const QByteArray& blob) {
    note(sqlite3_bind_blob64(m_statement.get(), index, blob.constData(),
                             static_cast<sqlite3_uint64>(blob.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindNull(int index) {
    note(sqlite3_bind_null(m_statement.get(), index));
    return *this;
}

Result<bool> Statement::step() {
    const int code = m_bindError == SQLITE_OK ? sqlite3_step(m_statement.get()) : m_bindError;
    if (code == SQLITE_ROW)
        return true;
    sqlite3* handle = sqlite3_db_handle(m_statement.get());
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    auto error = failure(m_bindError == SQLITE_OK ? handle : nullptr, code);
    reset();
    return error;
}

Status Statement::run() {
    while (true) {
        ASSIGN_OR_RETURN(const bool row, step());
        if (!row)
            return {};
    }
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
    m_bindError = SQLITE_OK;
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_statement.get(), column);
}

QString Statement::text(int column) const {
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Database::Closer::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const QString& file, Mode mode) {
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    QByteArray name = QFile::encodeName(file);
    switch (mode) {
    case Mode::ReadOnly:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Mode::Immutable:
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        name = QUrl::fromLocalFile(file).toEncoded(QUrl::FullyEncoded) + "?immutable=1";
        break;
    case Mode::ReadWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Mode::Create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    }
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &handle, flags, nullptr);
    Database database(handle);
    if (code != SQLITE_OK)
        return failure(handle, code);
    // Asked to write, SQLite is content with reading if it must.
    if (mode == Mode::ReadWrite && sqlite3_db_readonly(handle, "main") == 1)
        return fail(ErrorCode::Io,
                    QStringLiteral("“%1” is read-only; change its permissions, or open a copy.").arg(file));
    RETURN_IF_ERROR(database.harden(mode));
    return database;
}

Status Database::harden(Mode mode) {
    sqlite3* handle = m_handle.get();
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValue);
    RETURN_IF_ERROR(execute("PRAGMA cell_size_check=ON"));
    RETURN_IF_ERROR(execute("PRAGMA foreign_keys=ON"));
    RETURN_IF_ERROR(execute("PRAGMA mmap_size=0"));
    if (mode == Mode::ReadOnly || mode == Mode::Immutable)
        return {};
    // FULL syncs every commit; the writer's thread pays, not the user. The second pair matters on macOS only.
    RETURN_IF_ERROR(execute("PRAGMA synchronous=FULL"));
    RETURN_IF_ERROR(execute("PRAGMA fullfsync=ON"));
    return execute("PRAGMA checkpoint_fullfsync=ON");
}

Status Database::execute(const char* sql) {
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failure(m_handle.get(), code);
    return {};
}

Result<Statement> Database::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(m_handle.get(), sql, -1, &statement, nullptr);
    if (code != SQLITE_OK)
        return failure(m_handle.get(), code);
    return Statement(statement);
}

Result<qint64> Database::integer(const char* sql) {
    ASSIGN_OR_RETURN(Statement statement, prepare(sql));
    ASSIGN_OR_RETURN(const bool row, statement.step());
    if (!row)
        return fail(ErrorCode::CorruptFile, QStringLiteral("The project file lacks a value it must have."));
    return statement.integer(0);
}

bool Database::inTransaction() const {
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

QString Database::file() const {
    return QFile::decodeName(sqlite3_db_filename(m_handle.get(), "main"));
}

void Database::waitForOthers() {
    sqlite3_busy_timeout(m_handle.get(), kBusyMilliseconds);
}

void Database::leaveLog() {
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

bool Database::hasMoved() const {
    int moved = 0;
    const int code = sqlite3_file_control(m_handle.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return code == SQLITE_OK && moved != 0;
}

Status Database::backupTo(const QString& to) {
    ASSIGN_OR_RETURN(Database target, open(to, Mode::Create));
    sqlite3_backup* backup = sqlite3_backup_init(target.m_handle.get(), "main", m_handle.get(), "main");
    if (!backup)
        return failure(target.m_handle.get(), sqlite3_extended_errcode(target.m_handle.get()));
    const int step = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (step != SQLITE_DONE)
        return failure(nullptr, step);
    return {};
}

Result<QString> Database::quickCheck() {
    ASSIGN_OR_RETURN(Statement check, prepare("PRAGMA quick_check(1)"));
    ASSIGN_OR_RETURN(const bool row, check.step());
    const QString found = row ? check.text(0) : QStringLiteral("the check gave no answer");
    return found == QLatin1String("ok") ? QString() : found;
}

Result<Transaction> Transaction::begin(Database& database, Kind kind) {
    RETURN_IF_ERROR(database.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN"));
    return Transaction(&database);
}

Transaction::~Transaction() {
    // A full disk makes SQLite roll back by itself; a second ROLLBACK would be an error.
    if (m_database && m_database->inTransaction())
        static_cast<void>(m_database->execute("ROLLBACK"));
}

Status Transaction::commit() {
    Status status = m_database->execute("COMMIT");
    if (status)
        m_database = nullptr;
    return status;
}

} // namespace core
