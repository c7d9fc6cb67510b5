// SPDX-License-Identifier: Apache-2.0
// How many actions the three jobs take, counted while they are done. The figures in docs/actions.md are
// compared with what is counted here.
#include "tests/gui/walk_stage.h"

#include "tests/support/gui/action_counter.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QTest>

namespace {

using test::ActionCounter;

class ActionCountTest : public test::Stage {
protected:
    void SetUp() override {
        Stage::SetUp();
        fresh();
        select({});
    }
    /// The row of docs/actions.md that speaks of `task` must say `actions`.
    static void expectInDocs(const QString& task, int actions) {
        QFile file(QStringLiteral(TEST_DATA_DIR "/../../docs/actions.md"));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QString row = QStringLiteral("| %1 | %2 |").arg(task).arg(actions);
        EXPECT_TRUE(QString::fromUtf8(file.readAll()).contains(row))
            << "docs/actions.md lacks: " << row.toStdString();
    }
    void typePhrase(const QString& phrase) {
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        ASSERT_NE(field, nullptr);
        QTest::keyClicks(field, phrase);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void answer(const QList<core::Candidate>& candidates) {
        service.answerConcept(candidates);
        ASSERT_TRUE(waitFor([&] {
            return session().proposals().passing() == candidates.size() && session().proposals().masksReady();
        }));
    }
    /// R is held while the box is drawn.
    void exemplar(QPointF from, QPointF to) {
        QTest::keyPress(&canvas(), Qt::Key_R);
        drag(from, to);
        QTest::keyRelease(&canvas(), Qt::Key_R);
    }
    /// Finds two and a false one; the third is shown by example; the false one goes; the rest is accepted.
    void correctTheSet() {
        answer({first, second, wrong});
        exemplar({240, 20}, {300, 80});
        answer({first, second, third, wrong});
        moveTo(40, 30);
        key(Qt::Key_X);
        const auto before = annotations().size();
        key(Qt::Key_Return);
        EXPECT_EQ(annotations().size(), before + 3);
    }

    const core::Candidate first = test::ellipseCandidate(kPicture, {20, 140, 40, 60}, 0.9F);
    const core::Candidate second = test::ellipseCandidate(kPicture, {80, 150, 40, 60}, 0.8F);
    const core::Candidate third = test::ellipseCandidate(kPicture, {250, 20, 40, 60}, 0.7F);
    const core::Candidate wrong = test::ellipseCandidate(kPicture, {20, 10, 40, 40}, 0.6F);
};

TEST_F(ActionCountTest, RefiningAMaskByHandTakesOneMoreThanItsStrokes) {
    for (const int strokes : {1, 3, 7}) {
        select({});
        canvas().selectTool(gui::ToolId::Select);
        moveTo(105, 85);
        const auto steps = history().cursor();
        const ActionCounter actions;
        key(Qt::Key_B);
        for (int i = 0; i < strokes; ++i) {
            const bool erase = i % 2 == 1;
            const double x = 110.0 + 20 * strokes + 4 * i;
            drag({x, 130}, {x + 30, 140}, Qt::LeftButton, erase ? Qt::AltModifier : Qt::NoModifier);
        }
        EXPECT_EQ(actions.count(), 1 + strokes);
        EXPECT_EQ(history().cursor(), steps + std::size_t(strokes))
            << "every stroke is saved; nothing to commit";
        EXPECT_EQ(session().selection().current(), holed);
        expectInDocs(QStringLiteral("Refine a mask by hand: %1 strokes").arg(strokes), actions.count());
    }
}

TEST_F(ActionCountTest, RefiningAMaskByClicksTakesOneMoreThanItsClicks) {
    const ActionCounter actions;
    key(Qt::Key_Q);
    for (int i = 0; i < 3; ++i) {
        click(150 + 5 * i, 100, i == 1 ? Qt::RightButton : Qt::LeftButton);
        const std::size_t before = history().cursor();
        service.answerShape({test::ellipseCandidate(kPicture, {95, 70, 80.0 + 7 * i, 60}, 0.9F)});
        ASSERT_TRUE(waitFor([&] { return history().cursor() != before; }));
    }
    EXPECT_EQ(actions.count(), 4);
    EXPECT_EQ(session().selection().current(), holed);
    expectInDocs(QStringLiteral("Refine a mask by clicks: 3 clicks"), actions.count());
}

TEST_F(ActionCountTest, AConceptWithOneMissAndOneFalseHitTakesSix) {
    const ActionCounter actions;
    key(Qt::Key_Slash);
    ASSERT_NO_FATAL_FAILURE(typePhrase(QStringLiteral("jar")));
    correctTheSet();
    EXPECT_LE(actions.count(), 6);
    expectInDocs(QStringLiteral("Find a concept by phrase: one miss, one false hit"), actions.count());
}

TEST_F(ActionCountTest, AKnownConceptTakesFour) {
    const ActionCounter actions;
    QTest::keyClick(&canvas(), Qt::Key_1, Qt::ShiftModifier);
    correctTheSet();
    EXPECT_LE(actions.count(), 4);
    expectInDocs(QStringLiteral("Find a concept again by its label: one miss, one false hit"),
                 actions.count());
}

TEST_F(ActionCountTest, ReviewingAnImageTakesOneMoreThanItsWrongInstances) {
    session().proposals().setText(QStringLiteral("jar"));
    session().proposals().run();
    answer({first, second, third, wrong});
    const ActionCounter actions;
    moveTo(40, 30);
    key(Qt::Key_X);
    key(Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(session().imageIndex(), 1);
    expectInDocs(QStringLiteral("Review what was found in an image: one wrong"), actions.count());
}

TEST_F(ActionCountTest, UndoIsOneActionEach) {
    key(Qt::Key_B);
    drag({120, 130}, {150, 140});
    const auto steps = history().cursor();
    const ActionCounter actions;
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(actions.count(), 1);
    EXPECT_EQ(history().cursor(), steps - 1);
}

TEST_F(ActionCountTest, WheelGesturesAndHeldKeysAreOneActionEach) {
    const ActionCounter actions;
    for (int i = 0; i < 5; ++i) {
        QWheelEvent wheel(at(100, 100), canvas().mapToGlobal(at(100, 100)), {}, {0, 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas(), &wheel);
    }
    EXPECT_EQ(actions.count(), 1);
    key(Qt::Key_BracketRight);
    EXPECT_EQ(actions.count(), 2);
    QTest::keyPress(&canvas(), Qt::Key_Alt);
    drag({200, 200}, {210, 210}, Qt::LeftButton, Qt::AltModifier);
    EXPECT_EQ(actions.count(), 3);
}

} // namespace
