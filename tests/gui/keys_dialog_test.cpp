// SPDX-License-Identifier: Apache-2.0
// The dialog in which keys are looked up and changed.
#include "gui/dialogs/keys_dialog.h"

#include "tests/support/gui/keys_fixture.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTreeWidget>

namespace {

using gui::ActionId;

QKeySequence keyOf(const char* text) {
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

class KeysDialogTest : public test::KeysFixture {
protected:
    void SetUp() override {
        KeysFixture::SetUp();
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

} // namespace
