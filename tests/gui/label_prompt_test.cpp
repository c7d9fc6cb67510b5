// SPDX-License-Identifier: Apache-2.0
// What a label says of prompts: its phrases, its threshold; and what becomes of instances that a prompt finds
// again.
#include "gui/docks/label_panel.h"
#include "gui/docks/prompt_bar.h"

#include "core/project/new_label.h"

#include "tests/support/gui/window_fixture.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMenu>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <array>

namespace {

class LabelPromptTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(2);
        for (const char* name : {"bottle", "cap"}) {
            const core::Label made = core::newLabel(project(), QString::fromLatin1(name));
            session().commit(gui::edits::setLabel(std::nullopt, made));
        }
        session().setLabel(label().id);
    }
    core::Label label() { return project().labels()[0]; }
    gui::Proposals& proposals() { return session().proposals(); }
    QSlider& slider() { return *window->promptBar().findChild<QSlider*>(); }
    gui::LabelPanel& panel() { return *window->findChild<gui::LabelPanel*>(); }
    QDoubleSpinBox& spin() { return *panel().findChild<QDoubleSpinBox*>(QStringLiteral("labelThreshold")); }
    void typePhrases(const QString& text) {
        auto& line = *panel().findChild<QLineEdit*>(QStringLiteral("labelPhrases"));
        line.setText(text);
        emit line.editingFinished();
    }
    /// Discs at 0.9, 0.7, 0.5 and 0.2.
    void answerFour() {
        QList<core::Candidate> list;
        for (int i = 0; i < 4; ++i) {
            const float score = std::array{0.9F, 0.7F, 0.5F, 0.2F}[std::size_t(i)];
            list.append(test::ellipseCandidate(kPicture, discAt(i), score));
        }
        service.answerConcept(list);
        ASSERT_TRUE(waitFor([this] { return proposals().masksReady(); }));
    }
    static QRectF discAt(int i) { return {20.0 + 75 * i, 80, 50, 50}; }
    /// The first disc without its left fifth: found again.
    core::AnnotationId addPart() {
        core::Mask disc;
        disc = test::ellipseCandidate(kPicture, discAt(0), 1).logits.toMask(kPicture);
        return addMask(disc.subtracted(core::Mask::fromRect({0, 0, 30, 240})), QStringLiteral("bottle"));
    }
    void choose(const char* rule) {
        for (QAction* action :
             window->promptBar().findChild<QToolButton*>(QStringLiteral("foundAgain"))->menu()->actions()) {
            if (action->text() == QLatin1String(rule)) {
                action->trigger();
            }
        }
    }
    core::Mask found() { return *proposals().items()[0].mask; }
};

TEST_F(LabelPromptTest, AllPhrasesOfALabelAreAskedWithItsThreshold) {
    typePhrases(QStringLiteral("flask,  glass   bottle, flask,"));
    spin().setValue(0.6);
    EXPECT_EQ(label().phrases, (QStringList{QStringLiteral("flask"), QStringLiteral("glass bottle")}));
    EXPECT_EQ(label().threshold, 0.6F);
    canvas().setFocus();
    key(Qt::Key_1, Qt::ShiftModifier);
    ASSERT_EQ(service.concepts.size(), 1);
    EXPECT_EQ(service.concepts[0].text, QStringLiteral("flask"));
    EXPECT_EQ(service.concepts[0].synonyms, QStringList{QStringLiteral("glass bottle")});
    answerFour();
    EXPECT_EQ(proposals().passing(), 2) << "0.9 and 0.7";
    EXPECT_EQ(slider().value(), 60);
    key(Qt::Key_Return);
    ASSERT_EQ(annotations().size(), 2);
    EXPECT_EQ(annotations()[0]->fields.label, label().id) << "no new label";
    session().undo();
    session().undo();
    EXPECT_EQ(label().threshold, std::nullopt);
    EXPECT_EQ(spin().text(), spin().specialValueText());
    session().undo();
    EXPECT_TRUE(label().phrases.isEmpty());
}

TEST_F(LabelPromptTest, TheSliderKeepsAPlaceForEachLabelUntilTheLabelSaysOtherwise) {
    canvas().setFocus();
    key(Qt::Key_1, Qt::ShiftModifier);
    answerFour();
    slider().setValue(80);
    EXPECT_EQ(proposals().passing(), 1);
    key(Qt::Key_2, Qt::ShiftModifier);
    answerFour();
    EXPECT_EQ(slider().value(), 50) << "the other label has its own";
    EXPECT_EQ(proposals().passing(), 3);
    key(Qt::Key_1, Qt::ShiftModifier);
    answerFour();
    EXPECT_EQ(slider().value(), 80);
    EXPECT_EQ(proposals().passing(), 1);
    session().step(1);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    session().step(-1);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    EXPECT_EQ(slider().value(), 80) << "with its image";
    session().setLabel(label().id);
    spin().setValue(0.15);
    EXPECT_EQ(slider().value(), 15);
    EXPECT_EQ(proposals().passing(), 4);
}

TEST_F(LabelPromptTest, InstancesThatAreFoundAgainAreKeptReplacedOrMerged) {
    const auto id = addPart();
    const core::Mask part = project().annotation(id)->mask;
    canvas().setFocus();
    key(Qt::Key_1, Qt::ShiftModifier);
    answerFour();
    auto* button = window->promptBar().findChild<QToolButton*>(QStringLiteral("foundAgain"));
    EXPECT_TRUE(button->isVisible());
    EXPECT_EQ(proposals().passing(), 2) << "one of three is there already";
    choose("Replace");
    EXPECT_EQ(proposals().passing(), 3);
    const core::Mask disc = found();
    key(Qt::Key_Return);
    ASSERT_EQ(annotations().size(), 3);
    EXPECT_EQ(project().annotation(id)->mask, disc);
    EXPECT_FALSE(button->isVisible());
    session().undo();
    EXPECT_EQ(project().annotation(id)->mask, part) << "one step";
    EXPECT_EQ(annotations().size(), 1);
}

TEST_F(LabelPromptTest, MergingAddsAndWhatAHandDecidedStays) {
    const auto id = addPart();
    const core::Mask stray = core::Mask::fromRect({44, 60, 4, 22}); // above the disc, by hand
    const core::Mask bite = core::Mask::fromRect({50, 100, 6, 6});  // out of it, by hand
    const core::Annotation before = *project().annotation(id);
    session().commit(gui::edits::reshape(before, before.mask.united(stray).subtracted(bite),
                                         stray.united(bite), QStringLiteral("by hand")));
    const core::Mask byHand = project().annotation(id)->mask;
    canvas().setFocus();
    for (const char* rule : {"Merge", "Replace"}) {
        key(Qt::Key_1, Qt::ShiftModifier);
        answerFour();
        choose(rule);
        const core::Mask disc = found();
        key(Qt::Key_Return);
        const core::Mask now = project().annotation(id)->mask;
        EXPECT_EQ(now, disc.subtracted(bite).united(stray)) << rule;
        session().undo();
        EXPECT_EQ(project().annotation(id)->mask, byHand);
    }
}

TEST_F(LabelPromptTest, ALockedInstanceAndARejectedProposalChangeNothing) {
    const auto id = addPart();
    const core::Mask part = project().annotation(id)->mask;
    canvas().setFocus();
    key(Qt::Key_1, Qt::ShiftModifier);
    answerFour();
    choose("Replace");
    proposals().reject(0);
    key(Qt::Key_Return);
    EXPECT_EQ(project().annotation(id)->mask, part) << "the choice for one item";
    EXPECT_EQ(annotations().size(), 3);
    session().undo();
    session().commit(gui::edits::setFields(
        project(), session().image(), {id}, [](core::Fields& f) { f.locked = true; },
        QStringLiteral("lock")));
    key(Qt::Key_1, Qt::ShiftModifier);
    answerFour();
    EXPECT_EQ(proposals().passing(), 2) << "locked: kept";
    key(Qt::Key_Return);
    EXPECT_EQ(project().annotation(id)->mask, part);
}

} // namespace
