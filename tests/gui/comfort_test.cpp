// SPDX-License-Identifier: Apache-2.0
// Looks, layouts, languages and access: what a user chooses in View, and what a screen reader finds.
#include "gui/actions.h"
#include "gui/commands/comfort_commands.h"
#include "gui/commands/editing.h"
#include "gui/dialogs/backups_dialog.h"
#include "gui/dialogs/command_palette.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/keys_dialog.h"
#include "gui/dialogs/model_dialog.h"
#include "gui/docks/prompt_bar.h"
#include "gui/keys/key_overlay.h"
#include "gui/language.h"
#include "gui/layouts.h"
#include "gui/theme.h"
#include "gui/tools/tool_settings.h"

#include "tests/support/gui/window_fixture.h"
#include "tests/support/net/model_playground.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenuBar>
#include <QScrollBar>
#include <QStatusBar>
#include <QTest>

#include <cmath>
#include <set>

namespace {

using gui::ActionId;

class ComfortTest : public test::WindowFixture {
protected:
    QDockWidget* dock(const char* name) { return window->findChild<QDockWidget*>(QString::fromLatin1(name)); }
    void openAgain() {
        window->close();
        window.reset();
        window = std::make_unique<gui::MainWindow>(service, *settings);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }
    void choose(ActionId id) {
        window->actions()[id]->trigger();
        QApplication::processEvents();
    }
};

/// Of WCAG 2: 1 to 21.
double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& c) {
        const auto linear = [](double v) {
            return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

TEST_F(ComfortTest, TextIsReadableInEveryTheme) {
    using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
    const QList<Pair> pairs{{QPalette::WindowText, QPalette::Window},
                            {QPalette::Text, QPalette::Base},
                            {QPalette::Text, QPalette::AlternateBase},
                            {QPalette::ButtonText, QPalette::Button},
                            {QPalette::HighlightedText, QPalette::Highlight},
                            {QPalette::ToolTipText, QPalette::ToolTipBase},
                            {QPalette::Link, QPalette::Base}};
    const QList<std::pair<QPalette, double>> themes{
        {gui::lightPalette(), 4.0}, {gui::darkPalette(), 4.0}, {gui::contrastPalette(), 7.0}};
    for (const auto& [palette, least] : themes) {
        for (const auto& [text, ground] : pairs) {
            EXPECT_GE(contrast(palette.color(text), palette.color(ground)), least)
                << palette.color(text).name().toStdString() << " on "
                << palette.color(ground).name().toStdString();
        }
    }
    EXPECT_GE(contrast(gui::contrastPalette().color(QPalette::PlaceholderText),
                       gui::contrastPalette().color(QPalette::Base)),
              7.0);
}

TEST_F(ComfortTest, TheThemeChangesLiveAndIsKept) {
    choose(ActionId::ThemeContrast);
    EXPECT_EQ(window->palette().color(QPalette::Window), QColor(Qt::black));
    openAgain();
    EXPECT_TRUE(window->actions()[ActionId::ThemeContrast]->isChecked());
    EXPECT_EQ(window->palette().color(QPalette::Window), QColor(Qt::black));
    choose(ActionId::ThemeLight);
    EXPECT_GT(window->palette().color(QPalette::Window).lightness(), 200);
}

TEST_F(ComfortTest, TheTextGrowsLiveAndIsKept) {
    const double before = window->font().pointSizeF();
    choose(ActionId::TextLarger);
    choose(ActionId::TextLarger);
    EXPECT_NEAR(window->font().pointSizeF(), before + 2, 0.01);
    openAgain();
    EXPECT_NEAR(window->font().pointSizeF(), before + 2, 0.01);
    choose(ActionId::TextNormal);
    EXPECT_NEAR(window->font().pointSizeF(), before, 0.01);
}

TEST_F(ComfortTest, EachLayoutIsKeptAsItWasLeft) {
    openPictures(2);
    choose(ActionId::LayoutReview);
    EXPECT_EQ(window->dockWidgetArea(dock("images")), Qt::LeftDockWidgetArea);
    dock("labels")->setFloating(true);
    dock("images")->hide();
    choose(ActionId::LayoutLabel);
    EXPECT_EQ(window->dockWidgetArea(dock("images")), Qt::BottomDockWidgetArea);
    EXPECT_FALSE(dock("images")->isHidden());
    EXPECT_FALSE(dock("labels")->isFloating());
    choose(ActionId::LayoutReview);
    EXPECT_TRUE(dock("images")->isHidden());
    EXPECT_TRUE(dock("labels")->isFloating());
    openAgain();
    EXPECT_EQ(window->comfort().layouts().current(), ActionId::LayoutReview);
    EXPECT_TRUE(dock("images")->isHidden());
    choose(ActionId::LayoutReset);
    EXPECT_FALSE(dock("images")->isHidden());
    EXPECT_FALSE(dock("labels")->isFloating());
    EXPECT_EQ(window->dockWidgetArea(dock("images")), Qt::LeftDockWidgetArea);
}

TEST_F(ComfortTest, F11LeavesCanvasAndPromptBarAndBringsTheRestBack) {
    openPictures(1);
    dock("labels")->hide();
    key(Qt::Key_F11);
    EXPECT_TRUE(window->menuBar()->isHidden());
    EXPECT_TRUE(window->statusBar()->isHidden());
    EXPECT_TRUE(dock("instances")->isHidden());
    EXPECT_TRUE(canvas().isVisible());
    key(Qt::Key_F11);
    EXPECT_FALSE(window->menuBar()->isHidden());
    EXPECT_FALSE(dock("instances")->isHidden());
    EXPECT_TRUE(dock("labels")->isHidden()) << "as it was";
}

TEST_F(ComfortTest, EveryCommandIsReachableFromAMenu) {
    std::set<QAction*> inMenus;
    for (const QMenu* menu : window->findChildren<QMenu*>()) {
        for (QAction* action : menu->actions()) {
            inMenus.insert(action);
        }
    }
    for (const gui::ActionSpec& spec : gui::Actions::table()) {
        const bool keyed = !window->comfort().keys().keys(spec.id).isEmpty();
        EXPECT_TRUE(keyed || inMenus.contains(window->actions()[spec.id]))
            << gui::Actions::name(spec.id).toStdString() << " has neither a key nor a place in a menu";
    }
}

bool interactive(const QWidget& widget) {
    if (widget.objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<const QScrollBar*>(&widget) ||
        QByteArray(widget.metaObject()->className()) == "QLineEditIconButton") {
        return false; // parts of Qt's own widgets
    }
    if (widget.inherits("QHeaderView") || widget.inherits("QTableCornerButton")) {
        return false; // read with the rows
    }
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
           qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSlider*>(&widget) ||
           qobject_cast<const QAbstractItemView*>(&widget);
}

/// Walks the focus chain and all widgets; names those that a screen reader could only call "button".
void expectNames(QWidget& top) {
    QSet<QWidget*> seen;
    QList<QWidget*> all = top.findChildren<QWidget*>();
    for (QWidget* at = top.nextInFocusChain(); at != &top && !seen.contains(at);
         at = at->nextInFocusChain()) {
        seen.insert(at);
        if (at->focusPolicy() & Qt::TabFocus && at->window() == &top && !all.contains(at)) {
            all.append(at);
        }
    }
    int checked = 0;
    for (QWidget* widget : std::as_const(all)) {
        const bool inChain = (widget->focusPolicy() & Qt::TabFocus) && seen.contains(widget);
        const bool inner = widget->parentWidget() && (qobject_cast<QComboBox*>(widget->parentWidget()) ||
                                                      widget->inherits("QComboBoxPrivateContainer") ||
                                                      widget->inherits("QComboBoxListView"));
        if (inner || widget->isWindow() || !(interactive(*widget) || (inChain && !widget->focusProxy()))) {
            continue;
        }
        if (widget->objectName().startsWith(QStringLiteral("qt_")) || widget->inherits("QDockWidget") ||
            widget->inherits("QTabBar")) {
            continue;
        }
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(face, nullptr);
        const QString parent = widget->parentWidget()
                                   ? QString::fromLatin1(widget->parentWidget()->metaObject()->className())
                                   : QString();
        EXPECT_FALSE(face->text(QAccessible::Name).trimmed().isEmpty())
            << widget->metaObject()->className() << " in " << parent.toStdString();
        ++checked;
    }
    EXPECT_GT(checked, 2);
}

TEST_F(ComfortTest, EverythingThatCanBeUsedHasAName) {
    expectNames(*window); // the welcome page
    openPictures(2);
    addMask(core::Mask::fromRect({10, 10, 20, 20}));
    session().proposals().addBox({{10, 10, 20, 20}, true});
    QApplication::processEvents();
    expectNames(*window);
    gui::KeysDialog keys(window->comfort().keys(), window.get());
    expectNames(keys);
    gui::ExportDialog dialog(session(), window.get());
    expectNames(dialog);
    ASSERT_TRUE(session().openProject()->flush());
    gui::BackupsDialog backups(session().openProject()->file(), window.get());
    expectNames(backups);
    test::ModelPlayground files;
    files.offer({QUrl(QStringLiteral("http://127.0.0.1:1/f"))});
    gui::ModelDialog models(files.manager(), window.get());
    expectNames(models);
}

TEST_F(ComfortTest, SettingsThatNobodyWouldChooseOpenAWindowThatWorks) {
    window.reset();
    for (const QString& value : {QStringLiteral("nan"), QStringLiteral("-99999999"), QStringLiteral("1e300"),
                                 QString(100'000, QLatin1Char('x')), QStringLiteral("@Invalid()")}) {
        settings->clear();
        for (const char* key :
             {"window/theme", "window/textSize", "window/geometry", "tools/paintSize", "tools/eraseSize",
              "tools/tolerance", "tools/similarity", "view/colorBy", "keys/preset", "keys/byPosition",
              "keys/of-maskwright/ToolBrush", "keys/letters", "window/layout", "window/language", "recent"}) {
            settings->setValue(QString::fromLatin1(key), value);
        }
        window = std::make_unique<gui::MainWindow>(service, *settings);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        EXPECT_LE(QApplication::font().pointSizeF(), 40) << value.left(20).toStdString();
        const gui::ToolSettings::Values tools = canvas().settings().values();
        EXPECT_TRUE(tools.paintSize >= 1 && tools.paintSize <= 2000) << tools.paintSize;
        EXPECT_TRUE(tools.eraseSize >= 1 && tools.eraseSize <= 2000) << tools.eraseSize;
        openPictures(1);
        canvas().selectTool(gui::ToolId::Brush);
        drag({50, 50}, {80, 60});
        EXPECT_EQ(annotations().size(), 1) << value.left(20).toStdString();
        session().undo();
        window.reset();
    }
    settings->clear();
    gui::applyTextSize(0);
}

class LanguageTest : public ComfortTest, public testing::WithParamInterface<const char*> {
protected:
    void SetUp() override {
        ComfortTest::SetUp();
        window.reset();
        gui::Texts::choose(*settings, QString::fromLatin1(GetParam()));
        texts = std::make_unique<gui::Texts>(*settings);
        texts->load();
        window = std::make_unique<gui::MainWindow>(service, *settings);
        window->resize(window->minimumSize());
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }
    void TearDown() override {
        window.reset();
        texts.reset();
        QLocale::setDefault(QLocale::c());
    }
    static void expectDifferentMnemonics(const QList<QAction*>& actions, const QString& where) {
        std::map<QString, QString> taken;
        for (const QAction* action : actions) {
            const QString letter = QKeySequence::mnemonic(action->text()).toString();
            if (!letter.isEmpty() && action->isVisible()) {
                const auto [at, fresh] = taken.emplace(letter, action->text());
                EXPECT_TRUE(fresh) << where.toStdString() << ": " << action->text().toStdString() << " and "
                                   << at->second.toStdString();
            }
        }
    }
    std::unique_ptr<gui::Texts> texts;
};

TEST_P(LanguageTest, TheWindowSpeaksItAndNoTwoEntriesOfAMenuShareALetter) {
    const bool english = QString::fromLatin1(GetParam()) == QStringLiteral("en");
    const QString all = gui::Actions::plainText(gui::Actions::spec(ActionId::SelectAll));
    EXPECT_EQ(all == QStringLiteral("Select all"), english) << all.toStdString();
    EXPECT_FALSE(all.contains(QLatin1Char('('))) << all.toStdString();
    expectDifferentMnemonics(window->menuBar()->actions(), QStringLiteral("menu bar"));
    for (const QMenu* menu : window->menuBar()->findChildren<QMenu*>()) {
        expectDifferentMnemonics(menu->actions(), menu->title());
    }
}

TEST_P(LanguageTest, TheSmallestWindowHoldsIt) {
    openPictures(2);
    for (const auto& [command, tool] : gui::toolCommands()) {
        canvas().selectTool(tool);
        choose(ActionId::Keys);
        const gui::KeyOverlay& overlay = window->comfort().overlay();
        EXPECT_LE(overlay.minimumSizeHint().width(), window->width())
            << gui::Actions::name(command).toStdString();
        EXPECT_LE(overlay.minimumSizeHint().height(), window->height())
            << gui::Actions::name(command).toStdString();
        key(Qt::Key_Escape);
    }
    session().proposals().setText(QStringLiteral("jar"));
    session().proposals().run();
    service.answerConcept({test::ellipseCandidate(kPicture, {20, 140, 40, 60}, 0.9F)});
    ASSERT_TRUE(waitFor([this] { return session().proposals().passing() == 1; }));
    for (const QLabel* label : window->promptBar().findChildren<QLabel*>()) {
        EXPECT_FALSE(label->text().contains(QChar(0x2026))) << label->text().toStdString() << " is cut off";
    }
    addMask(core::Mask::fromRect({10, 10, 60, 60}));
    QApplication::processEvents();
    EXPECT_LE(window->width(), 1024);
    EXPECT_LE(window->height(), 700);
    for (const QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
        const bool ours = !button->objectName().startsWith(QStringLiteral("qt_"));
        if (ours && button->isVisible() && !button->text().isEmpty() &&
            !button->inherits("QLineEditIconButton")) {
            EXPECT_GE(button->width(), button->minimumSizeHint().width())
                << button->text().toStdString() << " is cut off";
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Each, LanguageTest, testing::Values("en", "de", "es", "fr", "zh_CN", "ja"));

TEST_F(ComfortTest, AChosenLanguageIsAskedForAndKept) {
    int asked = 0;
    QObject::connect(&window->comfort(), &gui::ComfortCommands::languageChosen, window.get(),
                     [&asked] { ++asked; });
    for (QAction* action : window->findChildren<QAction*>()) {
        if (action->text() == QStringLiteral("Deutsch")) {
            action->trigger();
        }
    }
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(gui::Texts::chosen(*settings), QStringLiteral("de"));
}

} // namespace
