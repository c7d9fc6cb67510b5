// SPDX-License-Identifier: Apache-2.0
#include "core/store/store_writer.h"

#include "core/store/edit_codec.h"
#include "core/store/schema.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace core {
namespace {

Edit addImage(qint64 id) {
    return {{100 + id}, {}, QStringLiteral("Add"), {SetImage{{}, ImageInfo{{id}, {}, {}, {}, false}}}};
}

Edit addSquare(qint64 id) {
    Annotation annotation;
    annotation.id = {id};
    annotation.image = {1};
    annotation.mask = Mask::fromRect({0, 0, 10, 10});
    return {{100 + id}, {1}, QStringLiteral("Square"), {AddAnnotation{annotation}}};
}

Edit stroke(qint64 id, qint64 target, int rows = 3) {
    return {{100 + id},
            {1},
            QStringLiteral("Brush"),
            {PaintMask{{target}, MaskDelta(Mask::fromRect({0, 20, 4, rows})), {}}}};
}

class StoreWriterTest : public testing::Test {
protected:
    EditWriter writer(qint64 journalBytes = 1 << 20) {
        Result<Database> database = Database::open(file(), Database::Mode::Create);
        EXPECT_TRUE(database->execute("PRAGMA journal_mode=WAL"));
        EXPECT_TRUE(migrate(*database));
        return std::move(*EditWriter::open(std::move(*database), journalBytes));
    }
    QString file() const { return m_folder.filePath(QStringLiteral("p.db")); }
    qint64 value(const char* sql) {
        return Database::open(file(), Database::Mode::ReadOnly)->integer(sql).value();
    }
    qint64 cursor() { return value("SELECT value FROM meta WHERE key = 'cursor'"); }
    Status write(EditWriter& to, StoreOp::Kind kind, const Edit& edit) {
        const StoreOp op{kind, edit, to.revision() + 1};
        return to.write({&op});
    }
    Mask storedMask(qint64 id) {
        Result<Database> database = Database::open(file(), Database::Mode::ReadOnly);
        Result<Statement> get = database->prepare("SELECT mask FROM annotation WHERE id = ?");
        EXPECT_TRUE(get->bind(1, id).step().value());
        return decodeMask(get->blob(0)).value();
    }

    QTemporaryDir m_folder;
};

using enum StoreOp::Kind;

} // namespace

TEST_F(StoreWriterTest, rowsJournalAndCursorMoveTogether) {
    EditWriter to = writer();
    ASSERT_TRUE(write(to, Commit, addImage(1)));
    ASSERT_TRUE(write(to, Commit, addSquare(2)));
    ASSERT_TRUE(write(to, Commit, stroke(3, 2)));
    EXPECT_EQ(storedMask(2).area(), 112);
    EXPECT_EQ(cursor(), 3);
    ASSERT_TRUE(write(to, Undo, stroke(3, 2)));
    EXPECT_EQ(storedMask(2).area(), 100);
    EXPECT_EQ(cursor(), 2);
    ASSERT_TRUE(write(to, Redo, stroke(3, 2)));
    EXPECT_EQ(storedMask(2).area(), 112);
    ASSERT_TRUE(write(to, Undo, stroke(3, 2)));
    ASSERT_TRUE(write(to, Undo, addSquare(2)));
    EXPECT_EQ(value("SELECT count(*) FROM annotation"), 0);
    EXPECT_EQ(value("SELECT count(*) FROM edit"), 3);
    ASSERT_TRUE(write(to, Commit, addSquare(4)));
    EXPECT_EQ(value("SELECT count(*) FROM edit"), 2) << "what could be redone is cut";
    EXPECT_EQ(cursor(), 2);
    EXPECT_EQ(value("SELECT value FROM meta WHERE key = 'last_id'"), 104);
    EXPECT_EQ(value("SELECT value FROM meta WHERE key = 'revision'"), 8);
}

TEST_F(StoreWriterTest, aBatchIsAllOrNothing) {
    EditWriter to = writer();
    Edit lost = addSquare(2);
    std::get<AddAnnotation>(lost.changes[0]).annotation.image = {77};
    const StoreOp good{Commit, addImage(1), 1};
    const StoreOp bad{Commit, lost, 2};
    EXPECT_FALSE(to.write({&good, &bad}));
    EXPECT_EQ(value("SELECT count(*) FROM image"), 0);
    EXPECT_EQ(value("SELECT count(*) FROM edit"), 0);
    EXPECT_EQ(to.revision(), 0);
    EXPECT_TRUE(to.write({&good}));
    EXPECT_EQ(cursor(), 1);
}

TEST_F(StoreWriterTest, strokesOfOneBatchEndWithTheShapeThatTheyMakeTogether) {
    EditWriter to = writer();
    ASSERT_TRUE(write(to, Commit, addImage(1)));
    ASSERT_TRUE(write(to, Commit, addSquare(2)));
    Edit other = addSquare(2); // in place of the square, whatever was painted before
    std::get<AddAnnotation>(other.changes[0]).annotation.mask = Mask::fromRect({5, 5, 3, 3});
    std::vector<StoreOp> ops{{Commit, stroke(3, 2, 2)}, {Commit, stroke(4, 2, 5)}, {Undo, stroke(4, 2, 5)},
                             {Commit, addSquare(5)},    {Commit, stroke(6, 5, 4)}, {Note, other},
                             {Commit, stroke(7, 2, 1)}, {Commit, stroke(8, 99)}};
    std::vector<const StoreOp*> batch;
    for (StoreOp& op : ops) {
        op.revision = to.revision() + qint64(batch.size()) + 1;
        batch.push_back(&op);
    }
    ASSERT_TRUE(to.write(batch));
    EXPECT_EQ(storedMask(2), Mask::fromRect({5, 5, 3, 3}).united(Mask::fromRect({0, 20, 4, 1})));
    EXPECT_EQ(storedMask(5).area(), 116);
    EXPECT_EQ(value("SELECT area FROM annotation WHERE id = 2"), 13);
    EXPECT_EQ(value("SELECT parts FROM annotation WHERE id = 2"), 2);
    EXPECT_EQ(value("SELECT area FROM annotation WHERE id = 5"), 116);
    EXPECT_EQ(value("SELECT count(*) FROM annotation"), 2);
}

TEST_F(StoreWriterTest, whatAFailedBatchPaintedIsForgotten) {
    EditWriter to = writer();
    ASSERT_TRUE(write(to, Commit, addImage(1)));
    ASSERT_TRUE(write(to, Commit, addSquare(2)));
    Edit nowhere = addSquare(9);
    std::get<AddAnnotation>(nowhere.changes[0]).annotation.image = {7777};
    const StoreOp paint{Commit, stroke(3, 2, 2), to.revision() + 1};
    const StoreOp wrong{Commit, nowhere, to.revision() + 2};
    ASSERT_FALSE(to.write({&paint, &wrong})) << "there is no such image";
    EXPECT_EQ(storedMask(2).area(), 100);
    ASSERT_TRUE(write(to, Commit, stroke(3, 2, 2)));
    EXPECT_EQ(storedMask(2).area(), 108) << "applied once";
}

TEST_F(StoreWriterTest, prunesTheOldestByBytesAndKeepsTheCursorRight) {
    const qint64 one = encodeEdit(stroke(3, 2, 100)).size();
    EditWriter to = writer(5 * one);
    ASSERT_TRUE(write(to, Commit, addImage(1)));
    ASSERT_TRUE(write(to, Commit, addSquare(2)));
    for (int i = 3; i < 23; ++i)
        ASSERT_TRUE(write(to, Commit, stroke(i, 2, 100)));
    EXPECT_LE(value("SELECT sum(bytes) FROM edit"), 5 * one);
    EXPECT_EQ(value("SELECT count(*) FROM edit"), 5);
    EXPECT_EQ(value("SELECT max(seq) FROM edit"), cursor());
    for (int i = 22; i > 17; --i)
        ASSERT_TRUE(write(to, Undo, stroke(i, 2, 100)));
    EXPECT_EQ(value("SELECT count(*) FROM edit WHERE seq <= (SELECT value FROM meta WHERE key = 'cursor')"),
              0);
    // The history in memory may reach further back than the journal.
    ASSERT_TRUE(write(to, Undo, stroke(17, 2, 100)));
    EXPECT_EQ(value("SELECT count(*) FROM edit"), 0)
        << "without the edit they build on they cannot be redone";
    EXPECT_EQ(storedMask(2).area(), 100);
    ASSERT_TRUE(write(to, Commit, stroke(30, 2, 5000)));
    EXPECT_EQ(value("SELECT count(*) FROM edit"), 1) << "the newest stays, however large";
}

TEST_F(StoreWriterTest, removedLabelsAndImagesKeepTheirRowsForUndo) {
    EditWriter to = writer();
    ASSERT_TRUE(write(to, Commit, addImage(1)));
    ASSERT_TRUE(write(to, Commit, addSquare(2)));
    const Edit remove{{300}, {}, {}, {SetImage{ImageInfo{{1}, {}, {}, {}, false}, std::nullopt}}};
    ASSERT_TRUE(write(to, Commit, remove));
    EXPECT_EQ(value("SELECT removed FROM image"), 1);
    EXPECT_EQ(storedMask(2).area(), 100);
    ASSERT_TRUE(write(to, Undo, remove));
    EXPECT_EQ(value("SELECT removed FROM image"), 0);
    const Label label{{5}, QStringLiteral("car"), Qt::red, {}, 0};
    ASSERT_TRUE(write(to, Commit, {{301}, {}, {}, {SetLabel{{}, label}}}));
    ASSERT_TRUE(write(to, Commit, {{302}, {}, {}, {SetLabel{label, {}}}}));
    EXPECT_EQ(value("SELECT removed FROM label"), 1);
}

TEST_F(StoreWriterTest, notesChangeRowsButNotTheJournal) {
    EditWriter to = writer();
    ASSERT_TRUE(write(to, Commit, addImage(1)));
    const ImageInfo sized{{1}, {}, QSize(30, 20), {}, false};
    ASSERT_TRUE(write(to, Note, {{}, {}, {}, {SetImage{sized, sized}}}));
    EXPECT_EQ(value("SELECT width FROM image"), 30);
    EXPECT_EQ(value("SELECT count(*) FROM edit"), 1);
    EXPECT_EQ(cursor(), 1);
}

TEST_F(StoreWriterTest, eachSessionHasItsNumberAndEachEditItsTime) {
    {
        EditWriter to = writer();
        ASSERT_TRUE(write(to, Commit, addImage(1)));
    }
    EditWriter to = writer();
    ASSERT_TRUE(write(to, Commit, addSquare(2)));
    EXPECT_EQ(value("SELECT session FROM edit WHERE seq = 1"), 1);
    EXPECT_EQ(value("SELECT session FROM edit WHERE seq = 2"), 2);
    EXPECT_GT(value("SELECT min(time) FROM edit"), qint64{1600000000000});
}

TEST_F(StoreWriterTest, writesInItsThreadAndDrainsAtTheEnd) {
    {
        StoreWriter to(writer());
        QSignalSpy states(&to, &StoreWriter::stateChanged);
        to.enqueue(Commit, addImage(1));
        EXPECT_EQ(to.state(), SaveState::Saving);
        ASSERT_TRUE(to.flush());
        EXPECT_EQ(to.state(), SaveState::Saved);
        EXPECT_EQ(cursor(), 1);
        EXPECT_EQ(states.size(), 2);
        for (int i = 2; i < 200; ++i)
            to.enqueue(Commit, addSquare(i));
    }
    EXPECT_FALSE(QFile::exists(file() + QStringLiteral("-wal"))) << "closed cleanly";
    EXPECT_EQ(cursor(), 199);
    EXPECT_EQ(value("SELECT count(*) FROM annotation"), 198);
}

TEST_F(StoreWriterTest, pendingNamesWhatIsNotInTheFileYet) {
    StoreWriter to(writer());
    for (int i = 1; i < 100; ++i) {
        to.enqueue(Commit, addImage(i));
        const std::vector<StoreOp> pending = to.pending();
        const qint64 stored = value("SELECT value FROM meta WHERE key = 'revision'");
        ASSERT_GE(stored, pending.empty() ? i : pending.front().revision - 1)
            << "an edit must be in the one or the other";
        if (!pending.empty()) {
            ASSERT_EQ(pending.back().revision, i);
        }
    }
    ASSERT_TRUE(to.flush());
    EXPECT_TRUE(to.pending().empty());
}

TEST_F(StoreWriterTest, aFailureKeepsTheQueueSaysWhyOnceAndIsRetried) {
    StoreWriter to(writer());
    to.enqueue(Commit, addImage(1));
    ASSERT_TRUE(to.flush());
    QSignalSpy states(&to, &StoreWriter::stateChanged);
    ASSERT_TRUE(QFile::rename(file(), file() + QStringLiteral(".away")));
    to.enqueue(Commit, addSquare(2));
    const Status failed = to.flush();
    ASSERT_FALSE(failed);
    EXPECT_NE(failed.error().message.find("moved"), std::string::npos) << failed.error().message;
    EXPECT_EQ(to.state(), SaveState::Failed);
    to.enqueue(Commit, addSquare(3));
    EXPECT_FALSE(to.flush());
    EXPECT_EQ(to.pending().size(), 2U);
    EXPECT_EQ(to.state(), SaveState::Failed);
    EXPECT_EQ(states.size(), 2) << "Saving, Failed; not again for each try";
    ASSERT_TRUE(QFile::rename(file() + QStringLiteral(".away"), file()));
    QTRY_COMPARE_WITH_TIMEOUT(to.state(), SaveState::Saved, 10000);
    EXPECT_EQ(value("SELECT count(*) FROM annotation"), 2);
}

TEST_F(StoreWriterTest, anotherProgramsLockIsWaitedFor) {
    StoreWriter to(writer());
    Result<Database> other = Database::open(file(), Database::Mode::ReadWrite);
    {
        const Result<Transaction> held = Transaction::begin(*other, Transaction::Kind::Write);
        ASSERT_TRUE(held);
        to.enqueue(Commit, addImage(1));
        EXPECT_EQ(to.pending().size(), 1U);
    }
    EXPECT_TRUE(to.flush());
    EXPECT_EQ(cursor(), 1);
}

} // namespace core
