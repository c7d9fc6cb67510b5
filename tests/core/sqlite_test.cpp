// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace core {
namespace {

class SqliteTest : public testing::Test {
protected:
    SqliteTest() : m_database(Database::open(file(), Database::Mode::Create)) {
        EXPECT_TRUE(m_database->execute("CREATE TABLE t(i INTEGER, r REAL, s TEXT, b BLOB)"));
    }
    QString file() const { return m_folder.filePath(QStringLiteral("ä b.db")); }
    qint64 rows() { return m_database->integer("SELECT count(*) FROM t").value(); }

    QTemporaryDir m_folder;
    Result<Database> m_database;
};

} // namespace

TEST_F(SqliteTest, bindsAndReadsEveryTypeExactly) {
    Result<Statement> put = m_database->prepare("INSERT INTO t VALUES(?, ?, ?, ?)");
    ASSERT_TRUE(put);
    const QByteArray blob("a\0b", 3);
    put->bind(1, std::numeric_limits<qint64>::min())
        .bind(2, 0.1F)
        .bind(3, QStringLiteral("ü\n😀"))
        .bind(4, blob);
    ASSERT_TRUE(put->run());
    put->bind(1, qint64{7}).bindNull(2).bind(3, QString()).bind(4, QByteArray());
    ASSERT_TRUE(put->run()) << "a statement can be run again";

    Result<Statement> get = m_database->prepare("SELECT i, r, s, b FROM t ORDER BY i");
    ASSERT_TRUE(get->step().value());
    EXPECT_EQ(get->integer(0), std::numeric_limits<qint64>::min());
    EXPECT_EQ(static_cast<float>(get->real(1)), 0.1F);
    EXPECT_EQ(get->text(2), QStringLiteral("ü\n😀"));
    EXPECT_EQ(get->blob(3), blob);
    ASSERT_TRUE(get->step().value());
    EXPECT_TRUE(get->isNull(1));
    EXPECT_FALSE(get->isNull(2) || get->isNull(3)) << "empty is not null";
    EXPECT_FALSE(get->step().value());
}

TEST_F(SqliteTest, reportsAWrongParameterWhenRun) {
    Result<Statement> put = m_database->prepare("INSERT INTO t(i) VALUES(?)");
    put->bind(2, qint64{1});
    EXPECT_FALSE(put->run());
    EXPECT_EQ(rows(), 0);
}

TEST_F(SqliteTest, transactionsRollBackUnlessCommitted) {
    {
        const Result<Transaction> transaction = Transaction::begin(*m_database, Transaction::Kind::Write);
        ASSERT_TRUE(transaction && m_database->inTransaction());
        ASSERT_TRUE(m_database->execute("INSERT INTO t(i) VALUES(1)"));
    }
    EXPECT_FALSE(m_database->inTransaction());
    EXPECT_EQ(rows(), 0);
    Result<Transaction> transaction = Transaction::begin(*m_database, Transaction::Kind::Write);
    ASSERT_TRUE(m_database->execute("INSERT INTO t(i) VALUES(1)"));
    ASSERT_TRUE(transaction->commit());
    EXPECT_EQ(rows(), 1);
}

TEST_F(SqliteTest, aFullDiskLosesNothingAndIsSaidInOneSentence) {
    ASSERT_TRUE(m_database->execute("INSERT INTO t(i) VALUES(1)"));
    ASSERT_TRUE(m_database->execute("PRAGMA max_page_count=4"));
    {
        const Result<Transaction> transaction = Transaction::begin(*m_database, Transaction::Kind::Write);
        const Status full = m_database->execute("INSERT INTO t(b) VALUES(zeroblob(100000))");
        ASSERT_FALSE(full);
        EXPECT_EQ(full.error().code, ErrorCode::Io);
        EXPECT_EQ(full.error().message, "The disk is full; free some space.");
    }
    EXPECT_EQ(rows(), 1);
    ASSERT_TRUE(m_database->execute("PRAGMA max_page_count=4000"));
    EXPECT_TRUE(m_database->execute("INSERT INTO t(b) VALUES(zeroblob(100000))"));
    EXPECT_EQ(m_database->quickCheck().value(), QString());
}

TEST_F(SqliteTest, readOnlyConnectionsCannotWrite) {
    for (const auto mode : {Database::Mode::ReadOnly, Database::Mode::Immutable}) {
        Result<Database> reader = Database::open(file(), mode);
        ASSERT_TRUE(reader) << reader.error().message;
        EXPECT_EQ(reader->integer("SELECT count(*) FROM t").value(), 0);
        const Status refused = reader->execute("INSERT INTO t(i) VALUES(1)");
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::Io);
    }
}

TEST_F(SqliteTest, noticesThatItsFileWasMovedAway) {
    EXPECT_FALSE(m_database->hasMoved());
    ASSERT_TRUE(QFile::rename(file(), file() + QStringLiteral("2")));
    EXPECT_TRUE(m_database->hasMoved());
}

TEST_F(SqliteTest, backupIsACompleteDatabase) {
    ASSERT_TRUE(m_database->execute("PRAGMA journal_mode=WAL"));
    ASSERT_TRUE(m_database->execute("INSERT INTO t(i) VALUES(42)"));
    const QString copy = m_folder.filePath(QStringLiteral("copy.db"));
    ASSERT_TRUE(m_database->backupTo(copy));
    Result<Database> backup = Database::open(copy, Database::Mode::Immutable);
    EXPECT_EQ(backup->integer("SELECT i FROM t").value(), 42);
    EXPECT_EQ(backup->quickCheck().value(), QString());
}

TEST_F(SqliteTest, attachesNoOtherFile) {
    EXPECT_FALSE(m_database->execute("ATTACH ':memory:' AS other"));
}

TEST(Sqlite, refusesWhatIsNoDatabase) {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("x")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    const Result<Database> database = Database::open(file.fileName(), Database::Mode::ReadWrite);
    Result<qint64> value = fail(ErrorCode::Internal, std::string());
    if (database)
        value = Database::open(file.fileName(), Database::Mode::ReadWrite)
                    ->integer("SELECT count(*) FROM sqlite_schema");
    ASSERT_FALSE(value);
    EXPECT_EQ(database ? value.error().code : database.error().code, ErrorCode::CorruptFile);
    const Result<Database> missing =
        Database::open(folder.filePath(QStringLiteral("y")), Database::Mode::ReadWrite);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::Io);
}

} // namespace core
