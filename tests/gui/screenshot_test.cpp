// SPDX-License-Identifier: Apache-2.0
// Renders the window as users see it. With SCREENSHOT_DIR set the pictures are kept there, to be looked at.
#include "gui/actions.h"
#include "gui/commands/comfort_commands.h"
#include "gui/commands/file_commands.h"
#include "gui/dialogs/command_palette.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/keys_dialog.h"
#include "gui/language.h"
#include "gui/status/issue_strip.h"
#include "gui/theme.h"

#include "tests/support/gui/window_fixture.h"

#include <QApplication>
#include <QDir>
#include <QTest>

namespace {

class ScreenshotTest : public test::WindowFixture {
protected:
    void keep(QWidget& widget, const QString& name) {
        QApplication::processEvents();
        const double ratio = widget.devicePixelRatioF();
        const QImage shot = widget.grab().toImage();
        EXPECT_EQ(shot.size(), (QSizeF(widget.size()) * ratio).toSize());
        const QString to = qEnvironmentVariable("SCREENSHOT_DIR");
        if (!to.isEmpty()) {
            EXPECT_TRUE(shot.save(QDir(to).filePath(QStringLiteral("%1-%2x.png").arg(name).arg(ratio))));
        }
    }
    /// A scene with labels, a selection and proposals.
    void labelSomething() {
        openPictures(7, {1280, 853});
        const QSize size(1280, 853);
        for (int i = 0; i < 3; ++i) {
            const double r = 853 * (0.07 + 0.015 * i);
            const QPointF c(1280 * (0.15 + 0.14 * i), 853 * (0.3 + 0.4 * (i % 2)));
            const auto mask = test::ellipseCandidate(size, QRectF(c - QPointF(r, r), c + QPointF(r, r)), 1)
                                  .logits.toMask(size);
            const auto id =
                addMask(mask, i == 1 ? QStringLiteral("bottle cap") : QStringLiteral("glass bottle"));
            if (i == 1) {
                session().selection().select(id);
            }
        }
        session().proposals().setText(QStringLiteral("glass bottle"));
        session().proposals().run();
        QList<core::Candidate> list;
        for (int i = 0; i < 6; ++i) {
            const double r = 853 * (0.07 + 0.015 * i);
            const QPointF c(1280 * (0.15 + 0.14 * i), 853 * (0.3 + 0.4 * (i % 2)));
            list.append(
                test::ellipseCandidate(size, QRectF(c - QPointF(r, r), c + QPointF(r, r)), 0.95F - 0.1F * i));
        }
        service.answerConcept(list);
        ASSERT_TRUE(waitFor([this] { return session().proposals().masksReady(); }));
        QTest::qWait(150);
    }
};

TEST_F(ScreenshotTest, TheWindowInEveryTheme) {
    labelSomething();
    for (const auto& [theme, name] : {std::pair(gui::Theme::Light, QStringLiteral("light")),
                                      std::pair(gui::Theme::Dark, QStringLiteral("dark")),
                                      std::pair(gui::Theme::Contrast, QStringLiteral("contrast"))}) {
        window->setTheme(theme);
        keep(*window, QStringLiteral("window-") + name);
        // The palette reaches the parts: a dark window has a dark prompt bar.
        const bool dark = window->palette().color(QPalette::Window).lightness() < 128;
        EXPECT_EQ(dark, theme != gui::Theme::Light);
    }
}

TEST_F(ScreenshotTest, SmallestWindowWithAnIssueAndATool) {
    labelSomething();
    window->resize(window->minimumSize());
    session().report(QStringLiteral("The folder can't be written. The project is kept in your data folder."));
    session().proposals().addBox({{100, 100, 80, 90}, true});
    session().proposals().addBox({{300, 100, 80, 90}, false});
    key(Qt::Key_B);
    moveTo(600, 400);
    QTest::qWait(200);
    EXPECT_EQ(window->size(), window->minimumSize()) << "everything fits into 1024 x 700";
    keep(*window, QStringLiteral("small"));
    canvas().setScale(16);
    keep(*window, QStringLiteral("pixels"));
}

TEST_F(ScreenshotTest, EmptyStatesAndDialogs) {
    window->setTheme(gui::Theme::Light);
    keep(*window, QStringLiteral("welcome"));
    gui::KeysDialog keys(window->comfort().keys(), window.get());
    keys.show();
    keep(keys, QStringLiteral("keys"));
    keys.close();
    openPictures(1);
    key(Qt::Key_B);
    key(Qt::Key_F1);
    keep(*window, QStringLiteral("overview"));
    key(Qt::Key_Escape);
    window->comfort().palette().open();
    keep(*window, QStringLiteral("palette"));
    canvas().setFocus();
    keep(*window, QStringLiteral("empty"));
    gui::ExportDialog dialog(session(), window.get());
    dialog.show();
    keep(dialog, QStringLiteral("export"));
}

TEST_F(ScreenshotTest, TheSmallestWindowInEveryLanguage) {
    for (const gui::Language& language : gui::languages()) {
        window.reset();
        gui::Texts::choose(*settings, language.id);
        gui::Texts texts(*settings);
        texts.load();
        window = std::make_unique<gui::MainWindow>(service, *settings);
        window->setTheme(gui::Theme::Light);
        window->resize(window->minimumSize());
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        keep(*window, QStringLiteral("welcome-") + language.id);
        labelSomething();
        keep(*window, QStringLiteral("small-") + language.id);
        window->actions()[gui::ActionId::Keys]->trigger();
        keep(*window, QStringLiteral("overview-") + language.id);
        key(Qt::Key_Escape);
        {
            gui::KeysDialog keys(window->comfort().keys(), window.get());
            keys.show();
            keep(keys, QStringLiteral("keys-") + language.id);
        }
        session().setProject(nullptr);
        window.reset();
    }
    QLocale::setDefault(QLocale::c());
}

} // namespace
