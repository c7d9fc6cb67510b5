// SPDX-License-Identifier: Apache-2.0
#include "core/project/history.h"

#include "core/project/project.h"

#include "tests/support/core/random_edits.h"
#include "tests/support/core/temp_project.h"

#include <gtest/gtest.h>

namespace core {
namespace {

Edit addLabel(const QString& name) {
    return {{}, {}, name, {SetLabel{std::nullopt, Label{{1000 + name.size()}, name, {}, {}, 0}}}};
}

/// An edit that holds `rows` spans.
Edit stroke(int rows) {
    return {
        {}, {1}, QString::number(rows), {PaintMask{{10}, MaskDelta(Mask::fromRect({0, 0, 5, rows})), {}}}};
}

class HistoryTest : public testing::Test {
protected:
    HistoryTest() {
        m_project.setContents({}, {{{1}, {}, {}, {}, false}}, 20);
        Annotation annotation;
        annotation.id = {10};
        annotation.image = {1};
        m_project.setAnnotations({1}, {annotation});
    }
    QStringList texts() const {
        QStringList names;
        for (const Label& label : m_project.labels())
            names.append(label.name);
        return names;
    }

    Project m_project;
};

} // namespace

TEST_F(HistoryTest, commitsUndoesAndRedoesWithTexts) {
    History history(m_project);
    EXPECT_FALSE(history.canUndo() || history.canRedo());
    history.undo();
    history.redo();
    history.commit(addLabel(QStringLiteral("a")));
    history.commit(addLabel(QStringLiteral("bb")));
    EXPECT_EQ(history.undoText(), QStringLiteral("bb"));
    history.undo();
    EXPECT_EQ(texts(), QStringList{QStringLiteral("a")});
    EXPECT_EQ(history.redoText(), QStringLiteral("bb"));
    history.redo();
    EXPECT_EQ(texts().size(), 2);
    EXPECT_FALSE(history.canRedo());
}

TEST_F(HistoryTest, aNewEditForgetsWhatCouldBeRedone) {
    History history(m_project);
    history.commit(addLabel(QStringLiteral("a")));
    history.commit(addLabel(QStringLiteral("bb")));
    history.undo();
    history.commit(addLabel(QStringLiteral("ccc")));
    EXPECT_FALSE(history.canRedo());
    EXPECT_EQ(history.size(), 2U);
    history.undo();
    history.undo();
    EXPECT_TRUE(texts().isEmpty());
}

TEST_F(HistoryTest, givesIdsAndIgnoresEmptyEdits) {
    History history(m_project);
    QList<EditId> ids;
    int changes = 0;
    QObject::connect(&history, &History::committed, &history, [&](const Edit& edit) { ids.append(edit.id); });
    QObject::connect(&history, &History::changed, &history, [&] { ++changes; });
    history.commit({{}, {}, QStringLiteral("nothing"), {}});
    EXPECT_EQ(changes, 0);
    history.commit(addLabel(QStringLiteral("a")));
    Edit named = addLabel(QStringLiteral("bb"));
    named.id = {5000};
    history.commit(named);
    ASSERT_EQ(ids.size(), 2);
    EXPECT_TRUE(ids[0].isValid());
    EXPECT_EQ(ids[1], EditId{5000});
    EXPECT_EQ(changes, 2);
}

TEST_F(HistoryTest, keepsBytesUnderTheLimitByForgettingTheOldest) {
    const std::size_t one = bytesOf(stroke(1000));
    History history(m_project, 3 * one + one / 2);
    for (int i = 0; i < 10; ++i)
        history.commit(stroke(1000));
    EXPECT_EQ(history.size(), 3U);
    EXPECT_LE(history.bytes(), history.byteLimit());
    history.undo();
    history.undo();
    history.undo();
    EXPECT_FALSE(history.canUndo());
    history.commit(stroke(1));
    EXPECT_EQ(history.bytes(), bytesOf(stroke(1)));
    history.commit(stroke(100000));
    EXPECT_EQ(history.size(), 1U) << "the newest stays, however large";
}

TEST_F(HistoryTest, theDefaultLimitHoldsAThousandStrokes) {
    History history(m_project);
    for (int i = 0; i < 1000; ++i)
        history.commit(stroke(60));
    EXPECT_EQ(history.size(), 1000U);
    EXPECT_LT(history.bytes(), history.byteLimit() / 100);
}

TEST_F(HistoryTest, loadsTheImageOfAnEditBeforeUndoingIt) {
    History history(m_project);
    QList<ImageId> asked;
    history.setEnsureLoaded([&](ImageId image) {
        asked.append(image);
        Annotation stored;
        stored.id = {10};
        stored.image = image;
        stored.mask = Mask::fromRect({0, 0, 5, 7});
        m_project.setAnnotations(image, {stored});
    });
    history.commit(stroke(7));
    history.undo();
    EXPECT_TRUE(asked.isEmpty());
    history.redo();
    m_project.unload({1});
    history.undo();
    EXPECT_EQ(asked, QList<ImageId>{{1}});
    EXPECT_TRUE(m_project.annotation({10})->mask.isEmpty());
}

TEST_F(HistoryTest, restoresAJournalInTheMiddle) {
    History before(m_project);
    before.commit(addLabel(QStringLiteral("a")));
    before.commit(addLabel(QStringLiteral("bb")));
    before.undo();
    Edit a = addLabel(QStringLiteral("a"));
    Edit b = addLabel(QStringLiteral("bb"));
    a.id = {1};
    b.id = {2};
    History history(m_project);
    history.restore({a, b}, 1);
    EXPECT_EQ(history.bytes(), bytesOf(a) + bytesOf(b));
    history.redo();
    EXPECT_EQ(texts().size(), 2);
    history.undo();
    history.undo();
    EXPECT_TRUE(texts().isEmpty());

    History small(m_project, bytesOf(a));
    small.restore({a, b}, 0);
    EXPECT_EQ(small.size(), 2U) << "edits to redo are not the oldest";
}

TEST_F(HistoryTest, tellsTheStoreWhatIsBeingApplied) {
    History history(m_project);
    QList<bool> seen;
    QObject::connect(&m_project, &Project::changed, &m_project,
                     [&] { seen.append(history.applying() != nullptr); });
    history.commit(addLabel(QStringLiteral("a")));
    history.undo();
    EXPECT_EQ(seen, (QList<bool>{true, true}));
    EXPECT_EQ(history.applying(), nullptr);
}

TEST_F(HistoryTest, randomWalksEndWhereTheyBegan) {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        Project project;
        project.setContents({}, {{{1}, {}, {}, {}, false}, {{2}, {}, {}, {}, false}}, 2);
        project.setAnnotations({1}, {});
        project.setAnnotations({2}, {});
        const ProjectState first = stateOf(project);
        History history(project);
        RandomEdits random(seed);
        for (int i = 0; i < 150; ++i) {
            const int choice = random.number(5);
            if (choice == 0)
                history.undo();
            else if (choice == 1)
                history.redo();
            else
                history.commit(random.next(project));
        }
        const std::size_t cursor = history.cursor();
        const ProjectState last = stateOf(project);
        while (history.canUndo())
            history.undo();
        ASSERT_EQ(stateOf(project), first) << "seed " << seed;
        while (history.cursor() < cursor)
            history.redo();
        ASSERT_EQ(stateOf(project), last) << "seed " << seed;
    }
}

} // namespace core
