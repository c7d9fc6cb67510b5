// SPDX-License-Identifier: Apache-2.0
// The key map, the keys dialog, the palette and the overview, driven by real key events.
#include "gui/commands/comfort_commands.h"
#include "gui/commands/editing.h"
#include "gui/dialogs/command_palette.h"
#include "gui/dialogs/keys_dialog.h"
#include "gui/docks/prompt_bar.h"
#include "gui/docks/welcome_page.h"
#include "gui/keys/fuzzy.h"
#include "gui/keys/key_map.h"
#include "gui/keys/key_overlay.h"
#include "gui/keys/key_position.h"
#include "gui/tools/tool_manager.h"

#include "tests/support/gui/window_fixture.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMetaEnum>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTreeWidget>
#include <QWindow>

#include <algorithm>

namespace {

using gui::ActionId;

QKeySequence keyOf(const char* text) {
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

class KeysTest : public test::WindowFixture {
protected:
    gui::KeyMap& map() { return window->comfort().keys(); }
    gui::ToolId tool() { return canvas().tools().currentId(); }
    /// A key as a desktop sends it: with the code of its place.
    void pressPlace(quint32 scanCode, Qt::Key key, const QString& text,
                    Qt::KeyboardModifiers modifiers = {}) {
        QWindow* to = QApplication::focusWindow();
        QKeyEvent ask(QEvent::ShortcutOverride, key, modifiers, scanCode, 0, 0, text);
        ask.ignore();
        QApplication::sendEvent(to, &ask);
        QKeyEvent press(QEvent::KeyPress, key, modifiers, scanCode, 0, 0, text);
        QApplication::sendEvent(to, &press);
        QKeyEvent release(QEvent::KeyRelease, key, modifiers, scanCode, 0, 0, text);
        QApplication::sendEvent(to, &release);
    }
    void openAgain() {
        window.reset();
        window = std::make_unique<gui::MainWindow>(service, *settings);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }
};

// Codes of X11 and Wayland: the kernel's plus eight.
constexpr quint32 kPlaceOfQ = 24;
constexpr quint32 kPlaceOfA = 38;
constexpr quint32 kPlaceOfD = 40;
constexpr quint32 kPlaceOfH = 43;
constexpr quint32 kPlaceOfB = 56;
constexpr quint32 kPlaceOf2 = 11;

TEST_F(KeysTest, NoTwoCommandsThatMeetShareAKeyInAnyPreset) {
    ASSERT_GE(gui::keyPresets().size(), 5) << "ours and four others";
    for (const gui::KeyPreset& preset : gui::keyPresets()) {
        map().setPreset(preset.id);
        for (const gui::ActionSpec& spec : gui::Actions::table()) {
            for (const QKeySequence& key : map().keys(spec.id)) {
                EXPECT_EQ(key.count(), 1) << preset.name.toStdString();
                const auto other = map().takenBy(spec.id, key);
                EXPECT_FALSE(other) << preset.name.toStdString() << ": " << key.toString().toStdString()
                                    << " of " << gui::Actions::name(spec.id).toStdString() << " and "
                                    << gui::Actions::name(*other).toStdString();
            }
        }
        // What a preset names is not lost to another of its own lines.
        for (const auto& [id, keys] : preset.keys) {
            EXPECT_EQ(map().keys(id), keys) << gui::Actions::name(id).toStdString();
        }
    }
}

TEST_F(KeysTest, PresetsNameOnlyCommandsThatExistAndLeaveEveryToolAKey) {
    for (const gui::KeyPreset& preset : gui::keyPresets()) {
        map().setPreset(preset.id);
        for (const gui::ActionSpec& spec : gui::Actions::table()) {
            if (gui::Actions::name(spec.id).startsWith(QStringLiteral("Tool"))) {
                EXPECT_FALSE(map().keys(spec.id).isEmpty())
                    << preset.name.toStdString() << ": " << gui::Actions::name(spec.id).toStdString();
            }
        }
        if (preset.id.isEmpty()) {
            continue;
        }
        QFile file(QStringLiteral(":/keys/%1.json").arg(preset.id));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QJsonObject keys =
            QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("keys")).toObject();
        EXPECT_EQ(keys.size(), qsizetype(preset.keys.size()))
            << preset.name.toStdString() << " names a stranger";
    }
}

TEST_F(KeysTest, NoLetterIsTakenFromTextFieldsAndNoChordNeedsThreeModifiers) {
    for (const gui::KeyPreset& preset : gui::keyPresets()) {
        map().setPreset(preset.id);
        for (const gui::ActionSpec& spec : gui::Actions::table()) {
            for (const QKeySequence& key : map().keys(spec.id)) {
                const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers();
                int held = 0;
                for (const auto each : {Qt::ControlModifier, Qt::ShiftModifier, Qt::AltModifier}) {
                    held += modifiers.testFlag(each) ? 1 : 0;
                }
                EXPECT_LE(held, 2) << key.toString().toStdString();
            }
            if (spec.scope == gui::KeyScope::Window) {
                for (const QKeySequence& key : window->actions()[spec.id]->shortcuts()) {
                    EXPECT_FALSE(gui::KeyMap::isBare(key))
                        << key.toString().toStdString() << " in a text field";
                }
            }
        }
    }
}

TEST_F(KeysTest, ATakenKeyIsRefusedWithTheOthersName) {
    EXPECT_EQ(map().setKeys(ActionId::ToolSelect, {keyOf("B")}), ActionId::ToolBrush);
    EXPECT_EQ(map().keys(ActionId::ToolSelect), QList{keyOf("V")});
    EXPECT_EQ(map().takenBy(ActionId::Fit, keyOf("Ctrl+Z")), ActionId::Undo) << "the window holds the canvas";
    EXPECT_EQ(map().takenBy(ActionId::Fit, keyOf("}")), ActionId::Grow) << "} is Shift+]";
    EXPECT_EQ(map().takenBy(ActionId::ToolBrush, keyOf("B")), std::nullopt);
}

TEST_F(KeysTest, ARemapWorksAtOnceAndSurvivesARestart) {
    openPictures(2);
    EXPECT_EQ(map().setKeys(ActionId::ToolBrush, {keyOf("N")}), std::nullopt);
    key(Qt::Key_B);
    EXPECT_EQ(tool(), gui::ToolId::Select);
    key(Qt::Key_N);
    EXPECT_EQ(tool(), gui::ToolId::Brush);
    session().setProject(nullptr);
    openAgain();
    EXPECT_EQ(map().keys(ActionId::ToolBrush), QList{keyOf("N")});
    EXPECT_TRUE(window->actions()[ActionId::ToolBrush]->toolTip().contains(QStringLiteral("(N)")));
    EXPECT_EQ(map().reset(ActionId::ToolBrush), std::nullopt);
    EXPECT_EQ(map().keys(ActionId::ToolBrush), QList{keyOf("B")});
}

TEST_F(KeysTest, ResettingOneIsRefusedWhileAnotherHasItsKey) {
    ASSERT_EQ(map().setKeys(ActionId::ToolBrush, {keyOf("N")}), std::nullopt);
    ASSERT_EQ(map().setKeys(ActionId::Fit, {keyOf("B")}), std::nullopt);
    EXPECT_EQ(map().reset(ActionId::ToolBrush), ActionId::Fit);
    map().resetAll();
    EXPECT_EQ(map().keys(ActionId::ToolBrush), QList{keyOf("B")});
    EXPECT_EQ(map().keys(ActionId::Fit), QList{keyOf("F")});
}

TEST_F(KeysTest, APresetChangesKeysAndKeepsTheChangesMadeToAnother) {
    openPictures(3);
    ASSERT_EQ(map().setKeys(ActionId::CycleView, {keyOf("J")}), std::nullopt);
    map().setPreset(QStringLiteral("cvat"));
    EXPECT_EQ(map().keys(ActionId::CycleView), QList{keyOf("O")});
    key(Qt::Key_F);
    EXPECT_EQ(session().imageIndex(), 1);
    key(Qt::Key_D);
    EXPECT_EQ(session().imageIndex(), 0);
    map().setPreset({});
    EXPECT_EQ(map().keys(ActionId::CycleView), QList{keyOf("J")});
}

TEST_F(KeysTest, TheWelcomePageSetsTheKeysOfTheProgramOneComesFrom) {
    auto* page = window->findChild<gui::WelcomePage*>();
    ASSERT_TRUE(page->isVisible());
    auto* from = page->findChild<QComboBox*>();
    ASSERT_NE(from, nullptr);
    EXPECT_EQ(from->count(), gui::keyPresets().size());
    const auto before = map().keysText(ActionId::NextImage);
    from->setFocus();
    QTest::keyClicks(from, QStringLiteral("CVAT"));
    QTest::keyClick(from, Qt::Key_Return);
    EXPECT_EQ(map().preset(), QStringLiteral("cvat"));
    EXPECT_NE(map().keysText(ActionId::NextImage), before);
    map().setPreset(QStringLiteral("labelme"));
    EXPECT_EQ(from->currentText(), QStringLiteral("labelme")) << "what the keyboard dialog sets shows here";
    openAgain();
    EXPECT_EQ(window->findChild<gui::WelcomePage*>()->findChild<QComboBox*>()->currentText(),
              QStringLiteral("labelme"));
}

TEST_F(KeysTest, KeysOfAnotherLayoutWorkByTheirPlace) {
    openPictures(2);
    // Cyrillic: the place of B writes a letter that no shortcut knows.
    pressPlace(kPlaceOfB, Qt::Key(0x418), QStringLiteral("и"));
    EXPECT_EQ(tool(), gui::ToolId::Brush);
    // French: the place of Q writes A, which in ours goes to the image before.
    pressPlace(kPlaceOfD, Qt::Key_D, QStringLiteral("d"));
    ASSERT_EQ(session().imageIndex(), 1);
    pressPlace(kPlaceOfQ, Qt::Key_A, QStringLiteral("a"));
    EXPECT_EQ(session().imageIndex(), 1);
    EXPECT_EQ(tool(), gui::ToolId::Points);
    pressPlace(kPlaceOfA, Qt::Key_Q, QStringLiteral("q"));
    EXPECT_EQ(session().imageIndex(), 0);
    // Shown in the user's letters from then on.
    EXPECT_EQ(map().keysText(ActionId::ToolPoints), QStringLiteral("A"));
    EXPECT_TRUE(window->actions()[ActionId::ToolPoints]->toolTip().contains(QStringLiteral("(A)")));
}

TEST_F(KeysTest, DigitsNeedNoShiftOnAFrenchKeyboard) {
    openPictures(1);
    addMask(core::Mask::fromRect({10, 10, 20, 20}), QStringLiteral("one"));
    addMask(core::Mask::fromRect({50, 10, 20, 20}), QStringLiteral("two"));
    pressPlace(kPlaceOf2, Qt::Key_Eacute, QStringLiteral("é"));
    EXPECT_EQ(project().label(session().label())->name, QStringLiteral("two"));
    EXPECT_EQ(map().keysText(ActionId::GiveLabel2), QStringLiteral("2"));
}

TEST_F(KeysTest, LettersCountInsteadOfPlacesIfTheUserWantsSo) {
    openPictures(2);
    map().setByPosition(false);
    pressPlace(kPlaceOfD, Qt::Key_D, QStringLiteral("d"));
    EXPECT_EQ(session().imageIndex(), 1);
    pressPlace(kPlaceOfQ, Qt::Key_A, QStringLiteral("a"));
    EXPECT_EQ(session().imageIndex(), 0);
    EXPECT_EQ(map().keysText(ActionId::ToolPoints), QStringLiteral("Q"));
}

TEST_F(KeysTest, ABareKeyOfAWindowCommandWorksOnTheCanvasAndIsTextElsewhere) {
    openPictures(1);
    const auto id = addMask(core::Mask::fromRect({10, 10, 20, 20}));
    session().selection().select(id);
    map().setPreset(QStringLiteral("cvat"));
    auto* field = window->promptBar().findChild<QLineEdit*>();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("l"));
    EXPECT_EQ(field->text(), QStringLiteral("l"));
    EXPECT_FALSE(project().annotation(id)->fields.locked);
    canvas().setFocus();
    key(Qt::Key_L);
    EXPECT_TRUE(project().annotation(id)->fields.locked);
}

TEST_F(KeysTest, MasksHideWhileTheKeyIsDown) {
    openPictures(1);
    QTest::keyPress(&canvas(), Qt::Key_H);
    EXPECT_TRUE(window->actions()[ActionId::Peek]->isChecked());
    QTest::keyRelease(&canvas(), Qt::Key_H);
    EXPECT_FALSE(window->actions()[ActionId::Peek]->isChecked());
    QTest::keyPress(&canvas(), Qt::Key_H);
    canvas().clearFocus();
    EXPECT_FALSE(window->actions()[ActionId::Peek]->isChecked()) << "a release elsewhere is never seen";
    canvas().setFocus();
    pressPlace(kPlaceOfH, Qt::Key(0x420), QStringLiteral("р"));
    EXPECT_FALSE(window->actions()[ActionId::Peek]->isChecked());
}

class KeysDialogTest : public KeysTest {
protected:
    void SetUp() override {
        KeysTest::SetUp();
        openPictures(1);
        window->actions()[ActionId::EditKeys]->trigger();
        dialog = window->findChild<gui::KeysDialog*>();
        ASSERT_NE(dialog, nullptr);
        ASSERT_TRUE(QTest::qWaitForWindowActive(dialog));
        list = dialog->findChild<QTreeWidget*>();
    }
    void choose(const QString& command) {
        const auto rows = list->findItems(command, Qt::MatchExactly);
        ASSERT_EQ(rows.size(), 1);
        QApplication::setActiveWindow(dialog); // as a user's click would
        list->setCurrentItem(rows[0]);
    }
    QPushButton* button(const QString& text) {
        for (auto* each : dialog->findChildren<QPushButton*>()) {
            if (each->text().remove(QLatin1Char('&')) == text) {
                return each;
            }
        }
        return nullptr;
    }
    QString message() {
        for (auto* each : dialog->findChildren<QLabel*>()) {
            if (each->accessibleName() == QStringLiteral("Answer")) {
                return each->text();
            }
        }
        return {};
    }
    gui::KeysDialog* dialog = nullptr;
    QTreeWidget* list = nullptr;
};

TEST_F(KeysDialogTest, EveryColumnIsAsWideAsItsTexts) {
    ASSERT_EQ(list->horizontalScrollBar()->maximum(), 0);
    for (int column = 0; column < list->columnCount(); ++column) {
        int widest = 0;
        for (int row = 0; row < list->topLevelItemCount(); ++row) {
            widest = std::max(widest,
                              list->fontMetrics().horizontalAdvance(list->topLevelItem(row)->text(column)));
        }
        EXPECT_GE(list->columnWidth(column), widest) << column;
    }
}

TEST_F(KeysDialogTest, IsNotModalAndFindsCommandsAndKeys) {
    EXPECT_FALSE(dialog->isModal());
    auto* search = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(search, QStringLiteral("undo"));
    int shown = 0;
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        shown += list->topLevelItem(i)->isHidden() ? 0 : 1;
    }
    EXPECT_EQ(shown, 1);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("ctrl+shift+p"));
    EXPECT_FALSE(list->findItems(QStringLiteral("Find a command"), Qt::MatchExactly)[0]->isHidden());
}

TEST_F(KeysDialogTest, PressingAKeyGivesItAndATakenOneIsRefusedByName) {
    choose(QStringLiteral("Fit in window"));
    button(QStringLiteral("New key"))->click();
    ASSERT_EQ(QApplication::focusWidget(), button(QStringLiteral("New key")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_B);
    EXPECT_EQ(map().keys(ActionId::Fit), QList{keyOf("F")});
    EXPECT_TRUE(message().contains(QStringLiteral("Brush"))) << message().toStdString();
    button(QStringLiteral("New key"))->click();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_J);
    EXPECT_EQ(map().keys(ActionId::Fit), QList{keyOf("J")});
    button(QStringLiteral("Another key"))->click();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F);
    EXPECT_EQ(map().keys(ActionId::Fit), (QList{keyOf("J"), keyOf("F")}));
    button(QStringLiteral("Reset"))->click();
    EXPECT_EQ(map().keys(ActionId::Fit), QList{keyOf("F")});
    button(QStringLiteral("No key"))->click();
    EXPECT_TRUE(map().keys(ActionId::Fit).isEmpty());
    button(QStringLiteral("Reset all"))->click();
    EXPECT_EQ(map().keys(ActionId::Fit), QList{keyOf("F")});
}

TEST_F(KeysDialogTest, EscapeLeavesTheKeyAndTheWindowsCommandsDontRunWhileItListens) {
    addMask(core::Mask::fromRect({10, 10, 20, 20}));
    choose(QStringLiteral("Fit in window"));
    button(QStringLiteral("New key"))->click();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_EQ(map().keys(ActionId::Fit), QList{keyOf("F")});
    button(QStringLiteral("New key"))->click();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    EXPECT_EQ(map().keys(ActionId::Fit), QList{keyOf("F")}) << "the space bar moves the image";
    button(QStringLiteral("New key"))->click();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(annotations().size(), 1) << "undo is a command of the window";
    EXPECT_TRUE(message().contains(QStringLiteral("Undo"))) << message().toStdString();
}

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

TEST_F(KeysTest, ThePaletteRunsACommandFromTheKeyboardAlone) {
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

TEST_F(KeysTest, EveryCommandIsInThePalette) {
    window->comfort().palette().open();
    const auto* list = window->comfort().palette().findChild<QTreeWidget*>();
    EXPECT_EQ(list->topLevelItemCount(), gui::Actions::table().size() - 1) << "all but the palette itself";
}

TEST_F(KeysTest, TheOverviewShowsTheToolsGesturesAndTheNextKeyDoesItsWork) {
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

TEST_F(KeysTest, EveryToolTellsItsGestures) {
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
