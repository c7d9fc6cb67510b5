// SPDX-License-Identifier: Apache-2.0
#include "gui/actions.h"
#include "gui/docks/prompt_bar.h"

#include "tests/support/gui/window_fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QTest>
#include <QToolButton>

namespace {

class ProposalsTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(2);
    }
    QLineEdit& phrase() { return *window->promptBar().findChild<QLineEdit*>(); }
    QSlider& slider() { return *window->promptBar().findChild<QSlider*>(); }
    gui::Proposals& proposals() { return session().proposals(); }
    /// '/', the phrase, Enter.
    void ask(const QString& text) {
        key(Qt::Key_Slash);
        QTest::keyClicks(&phrase(), text);
        QTest::keyClick(&phrase(), Qt::Key_Return);
    }
    /// Four discs scored 0.9, 0.7, 0.5 and 0.2.
    void answerFour() {
        QList<core::Candidate> list;
        const QList<float> scores{0.5F, 0.9F, 0.2F, 0.7F};
        for (int i = 0; i < 4; ++i) {
            list.append(test::ellipseCandidate(kPicture, {20.0 + 75 * i, 80, 50, 50}, scores[i]));
        }
        service.answerConcept(list);
        ASSERT_TRUE(waitFor([this] { return proposals().masksReady(); }));
    }
};

TEST_F(ProposalsTest, APhraseRunsAndTheFocusGoesBackToTheCanvas) {
    ask(QStringLiteral("bottle"));
    ASSERT_EQ(service.concepts.size(), 1);
    EXPECT_EQ(service.concepts[0].text, QStringLiteral("bottle"));
    EXPECT_TRUE(canvas().hasFocus());
    answerFour();
    EXPECT_EQ(proposals().found(), 4);
    EXPECT_EQ(proposals().passing(), 3) << "0.5 passes a threshold of 0.5";
    EXPECT_EQ(proposals().items().front().candidate.score, 0.9F) << "best first";
    EXPECT_TRUE(annotations().isEmpty()) << "proposals are not labels";
}

TEST_F(ProposalsTest, TheThresholdMovesOverStoredScoresWithoutAskingTheModel) {
    ask(QStringLiteral("bottle"));
    answerFour();
    slider().setValue(60);
    EXPECT_EQ(proposals().passing(), 2);
    slider().setValue(10);
    EXPECT_EQ(proposals().passing(), 4);
    slider().setValue(95);
    EXPECT_EQ(proposals().passing(), 0);
    EXPECT_EQ(service.concepts.size(), 1);
    EXPECT_TRUE(waitFor([this] {
        for (const QLabel* label : window->promptBar().findChildren<QLabel*>()) {
            if (label->toolTip().contains(QStringLiteral("Best guess 0.90"))) {
                return true;
            }
        }
        return false;
    }));
}

TEST_F(ProposalsTest, AcceptIsOneEditThatMakesTheLabel) {
    ask(QStringLiteral("Blue bottle"));
    answerFour();
    const auto before = history().cursor();
    key(Qt::Key_Return);
    EXPECT_EQ(history().cursor(), before + 1);
    ASSERT_EQ(annotations().size(), 3);
    const core::Label* label = project().labelByName(QStringLiteral("blue bottle"));
    ASSERT_NE(label, nullptr);
    for (const core::Annotation* a : annotations()) {
        EXPECT_EQ(a->fields.label, label->id);
        EXPECT_EQ(a->origin, core::Origin::Prompt);
    }
    EXPECT_TRUE(proposals().items().empty());
    session().undo();
    EXPECT_TRUE(annotations().isEmpty());
    EXPECT_EQ(project().labelByName(QStringLiteral("blue bottle")), nullptr);
    session().redo();
    EXPECT_EQ(annotations().size(), 3);
}

TEST_F(ProposalsTest, ANewPhraseReplacesTheRunningOne) {
    ask(QStringLiteral("bottle"));
    phrase().clear();
    ask(QStringLiteral("cup"));
    EXPECT_EQ(service.concepts.size(), 2);
    answerFour();
    EXPECT_EQ(proposals().query().text, QStringLiteral("cup"));
    service.answerConcept({});
    EXPECT_EQ(proposals().found(), 4) << "nothing else was waiting";
}

TEST_F(ProposalsTest, DragsMakeSignedBoxes) {
    key(Qt::Key_R);
    drag({20, 30}, {70, 90});
    ASSERT_EQ(service.concepts.size(), 1);
    ASSERT_EQ(service.concepts[0].boxes.size(), 1);
    EXPECT_TRUE(service.concepts[0].boxes[0].positive);
    EXPECT_NEAR(service.concepts[0].boxes[0].rect.left(), 20, 1);
    EXPECT_NEAR(service.concepts[0].boxes[0].rect.bottom(), 90, 1);
    drag({200, 30}, {250, 90}, Qt::LeftButton, Qt::AltModifier);
    ASSERT_EQ(service.concepts.size(), 2);
    EXPECT_FALSE(service.concepts[1].boxes[1].positive);

    const auto chips = [this] {
        QList<QToolButton*> list;
        for (QToolButton* b : window->promptBar().findChildren<QToolButton*>()) {
            if (b->text().contains(QStringLiteral("box")) && !b->isHidden()) {
                list.append(b);
            }
        }
        return list;
    };
    ASSERT_TRUE(waitFor([&] { return chips().size() == 2; }));
    QTest::mouseClick(chips()[0], Qt::LeftButton);
    EXPECT_EQ(proposals().query().boxes.size(), 1);
    EXPECT_FALSE(proposals().query().boxes[0].positive);
}

TEST_F(ProposalsTest, XRejectsTheOneUnderThePointer) {
    ask(QStringLiteral("bottle"));
    answerFour();
    moveTo(120, 105);
    key(Qt::Key_X);
    EXPECT_EQ(proposals().passing(), 2);
    EXPECT_EQ(proposals().found(), 3);
    key(Qt::Key_Return);
    EXPECT_EQ(annotations().size(), 2);
    for (const core::Annotation* a : annotations()) {
        EXPECT_FALSE(a->mask.contains({120, 105}));
    }
}

TEST_F(ProposalsTest, EscapeDropsTheProposals) {
    ask(QStringLiteral("bottle"));
    answerFour();
    key(Qt::Key_Escape);
    EXPECT_EQ(proposals().found(), 0);
    EXPECT_TRUE(annotations().isEmpty());
}

TEST_F(ProposalsTest, EscapeStopsTheRun) {
    ask(QStringLiteral("bottle"));
    key(Qt::Key_Escape);
    EXPECT_FALSE(service.conceptWaits());
    EXPECT_EQ(proposals().phase(), gui::Proposals::Phase::Idle);
}

TEST_F(ProposalsTest, WhatIsLabelledAlreadyIsNotProposedAgain) {
    ask(QStringLiteral("bottle"));
    answerFour();
    key(Qt::Key_Return);
    ASSERT_EQ(annotations().size(), 3);
    proposals().run();
    answerFour();
    EXPECT_EQ(proposals().passing(), 0);
    EXPECT_EQ(proposals().covered(), 3);
    session().undo();
    EXPECT_EQ(proposals().passing(), 3) << "undo uncovers them";
}

TEST_F(ProposalsTest, AToolOnAProposalAcceptsThatOne) {
    ask(QStringLiteral("bottle"));
    answerFour();
    key(Qt::Key_B);
    drag({120, 105}, {160, 105});
    ASSERT_EQ(annotations().size(), 1);
    EXPECT_TRUE(annotations()[0]->mask.contains({155, 105}));
    EXPECT_EQ(annotations()[0]->fields.label, project().labelByName(QStringLiteral("bottle"))->id);
}

TEST_F(ProposalsTest, ResultsStayWithTheirImage) {
    ask(QStringLiteral("bottle"));
    answerFour();
    key(Qt::Key_D);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    EXPECT_EQ(proposals().found(), 0);
    EXPECT_EQ(proposals().query().text, QStringLiteral("bottle")) << "the phrase goes along";
    key(Qt::Key_A);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    EXPECT_EQ(proposals().found(), 4);
    EXPECT_EQ(service.concepts.size(), 1);
}

TEST_F(ProposalsTest, AFailureIsSaidInTheBarAndBlocksNothing) {
    ask(QStringLiteral("bottle"));
    service.failConcept(QStringLiteral("The device was lost."));
    EXPECT_EQ(proposals().phase(), gui::Proposals::Phase::Failed);
    ask(QStringLiteral("cup"));
    EXPECT_TRUE(service.conceptWaits());
}

TEST_F(ProposalsTest, ShiftDigitSearchesForALabel) {
    addMask(core::Mask::fromRect({10, 10, 5, 5}), QStringLiteral("cap"));
    key(Qt::Key_1, Qt::ShiftModifier);
    ASSERT_EQ(service.concepts.size(), 1);
    EXPECT_EQ(service.concepts[0].text, QStringLiteral("cap"));
}

TEST_F(ProposalsTest, AModelWithoutTextSaysSo) {
    core::ModelStatus model = service.model();
    model.hasText = false;
    service.setModel(model);
    EXPECT_FALSE(phrase().isEnabled());
}

} // namespace
