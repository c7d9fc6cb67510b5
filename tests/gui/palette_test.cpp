// SPDX-License-Identifier: Apache-2.0
// Commands found by their names, and the keys at a glance.
#include "gui/commands/editing.h"
#include "gui/dialogs/command_palette.h"
#include "gui/dialogs/keys_dialog.h"
#include "gui/keys/fuzzy.h"
#include "gui/keys/key_overlay.h"

#include "tests/support/gui/keys_fixture.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>

namespace {

using PaletteTest = test::KeysFixture;

TEST(FuzzyTest, FindsLettersInOrderAndPrefersStartsOfWords) {
    EXPECT_EQ(gui::fuzzyScore(QStringLiteral("xq"), QStringLiteral("Zoom to selection")), std::nullopt);
    EXPECT_EQ(gui::fuzzyScore({}, QStringLiteral("Zoom")), 0);
    const auto score = [](const char* typed, const char* text) {
        return gui::fuzzyScore(QString::fromLatin1(typed), QString::fromLatin1(text)).value_or(-1000);
    };
    EXPECT_GT(score("zs", "Zoom to selection"), score("zs", "Undo resize items"));
    EXPECT_GT(score("fit", "Fit in window"), score("fit", "Find it"));
    EXPECT_GT(score("brush", "Brush"), score("brush", "Larger brush"));
    EXPECT_GT(score("SEL ALL", "Select all"), score("sel all", "Select the label"));
}

TEST_F(PaletteTest, ThePaletteRunsACommandFromTheKeyboardAlone) {
    openPictures(2);
    key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    gui::CommandPalette& palette = window->comfort().palette();
    ASSERT_TRUE(palette.isVisible());
    QWidget* typed = QApplication::focusWidget();
    ASSERT_NE(qobject_cast<QLineEdit*>(typed), nullptr);
    QTest::keyClicks(typed, QStringLiteral("nexim"));
    auto* list = palette.findChild<QTreeWidget*>();
    ASSERT_NE(list->currentItem(), nullptr) << qobject_cast<QLineEdit*>(typed)->text().toStdString();
    EXPECT_EQ(list->currentItem()->text(0), QStringLiteral("Next image"));
    EXPECT_TRUE(list->currentItem()->text(1).contains(QLatin1Char('D')));
    QTest::keyClick(typed, Qt::Key_Return);
    EXPECT_FALSE(palette.isVisible());
    EXPECT_TRUE(canvas().hasFocus());
    EXPECT_EQ(session().imageIndex(), 1);
    // A command that can't run says why and stays.
    key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(typed, QStringLiteral("next image"));
    EXPECT_TRUE(list->topLevelItem(0)->isDisabled());
    EXPECT_TRUE(list->topLevelItem(0)->text(0).contains(QStringLiteral("last image")));
    QTest::keyClick(typed, Qt::Key_Return);
    EXPECT_TRUE(palette.isVisible());
    QTest::keyClick(typed, Qt::Key_Escape);
    EXPECT_FALSE(palette.isVisible());
    EXPECT_TRUE(canvas().hasFocus());
}

TEST_F(PaletteTest, EveryCommandIsInThePalette) {
    window->comfort().palette().open();
    const auto* list = window->comfort().palette().findChild<QTreeWidget*>();
    EXPECT_EQ(list->topLevelItemCount(), gui::Actions::table().size() - 1) << "all but the palette itself";
}

TEST_F(PaletteTest, TheOverviewShowsTheToolsGesturesAndTheNextKeyDoesItsWork) {
    openPictures(1);
    key(Qt::Key_B);
    key(Qt::Key_F1);
    gui::KeyOverlay& overlay = window->comfort().overlay();
    ASSERT_TRUE(overlay.isVisible());
    EXPECT_TRUE(canvas().hasFocus());
    EXPECT_TRUE(window->rect().contains(overlay.geometry())) << "nothing is cut off";
    QStringList texts;
    for (const auto* label : overlay.findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    for (const gui::Gesture& gesture : canvas().tools().current().gestures()) {
        EXPECT_TRUE(texts.contains(gesture.use)) << gesture.use.toStdString();
    }
    EXPECT_TRUE(texts.contains(QStringLiteral("Fit in window")));
    key(Qt::Key_E);
    EXPECT_FALSE(overlay.isVisible());
    EXPECT_EQ(tool(), gui::ToolId::Eraser);
    key(Qt::Key_F1);
    key(Qt::Key_Escape);
    EXPECT_FALSE(overlay.isVisible());
    EXPECT_EQ(tool(), gui::ToolId::Eraser) << "Esc only closes";
    key(Qt::Key_F1);
    key(Qt::Key_F1);
    EXPECT_FALSE(overlay.isVisible());
    EXPECT_NE(window->findChild<gui::KeysDialog*>(), nullptr) << "once more: the long list";
}

TEST_F(PaletteTest, EveryToolTellsItsGestures) {
    openPictures(1);
    for (const auto& [command, id] : gui::toolCommands()) {
        canvas().selectTool(id);
        const QList<gui::Gesture> gestures = canvas().tools().current().gestures();
        ASSERT_FALSE(gestures.isEmpty()) << gui::Actions::name(command).toStdString();
        for (const gui::Gesture& gesture : gestures) {
            EXPECT_FALSE(gesture.keys.isEmpty());
            EXPECT_FALSE(gesture.use.isEmpty()) << gui::Actions::name(command).toStdString();
        }
    }
}

} // namespace
