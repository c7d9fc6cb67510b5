// SPDX-License-Identifier: Apache-2.0
// The key map, driven by real key events.
#include "gui/commands/comfort_commands.h"
#include "gui/docks/prompt_bar.h"
#include "gui/docks/welcome_page.h"
#include "gui/keys/key_map.h"
#include "gui/keys/key_position.h"
#include "gui/tools/tool_manager.h"

#include "tests/support/gui/keys_fixture.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMetaEnum>
#include <QTest>
#include <QWindow>

#include <algorithm>

namespace {

using gui::ActionId;

QKeySequence keyOf(const char* text) {
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

class KeysTest : public test::KeysFixture {
protected:
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

} // namespace
