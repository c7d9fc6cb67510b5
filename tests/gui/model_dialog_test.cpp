// SPDX-License-Identifier: Apache-2.0
#include "gui/actions.h"
#include "gui/commands/model_commands.h"
#include "gui/dialogs/model_dialog.h"
#include "gui/dialogs/model_list.h"
#include "gui/status/issue_strip.h"

#include "tests/support/gui/window_fixture.h"
#include "tests/support/net/model_playground.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace {

constexpr const char* kToken = "hf_canary0123456789";

class ModelDialogTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        files.save("licences/l.txt", "The licence says: be kind.");
    }
    /// The window over the playground's catalogue; the model is gated by `server` and has a licence.
    gui::ModelDialog& show(const test::BadServer& server, bool gated = true) {
        files.offer({server.url("/f")}, test::sha256(content), content.size());
        files.model[QStringLiteral("memory")] = memory;
        files.model[QStringLiteral("licence")] = QStringLiteral("l");
        files.model[QStringLiteral("parts")] = QJsonArray{QStringLiteral("text"), QStringLiteral("clicks")};
        if (gated) {
            files.model[QStringLiteral("gate")] =
                QJsonObject{{QStringLiteral("request_page"), server.url("/page").toString()},
                            {QStringLiteral("token_page"), server.url("/tokens").toString()}};
        }
        const QJsonObject licence{{QStringLiteral("id"), QStringLiteral("l")},
                                  {QStringLiteral("name"), QStringLiteral("Licence L")},
                                  {QStringLiteral("version"), QStringLiteral("2")},
                                  {QStringLiteral("file"), QStringLiteral("l.txt")}};
        files.save("catalogue.json",
                   QJsonDocument(QJsonObject{{QStringLiteral("models"), QJsonArray{files.model}},
                                             {QStringLiteral("licences"), QJsonArray{licence}}})
                       .toJson());
        return show();
    }
    gui::ModelDialog& show() {
        files.restart();
        commands = std::make_unique<gui::ModelCommands>(
            gui::ModelCommands::Parts{session(), window->actions(), window->files(), files.manager(),
                                      *settings},
            *window);
        window->actions()[gui::ActionId::GetModel]->trigger();
        return *window->findChild<gui::ModelDialog*>();
    }
    template <class W> W* named(QWidget& parent, const char* accessibleName) {
        for (W* widget : parent.findChildren<W*>()) {
            if (widget->accessibleName() == QLatin1String(accessibleName)) {
                return widget;
            }
        }
        return nullptr;
    }
    QPushButton* button(QWidget& parent, const char* text) {
        QApplication::processEvents(); // new buttons are shown by their layout a moment later
        for (QPushButton* b : parent.findChildren<QPushButton*>()) {
            if (b->isVisible() && b->text().remove(QLatin1Char('&')) == QString::fromUtf8(text)) {
                return b;
            }
        }
        return nullptr;
    }
    QString outcome(QWidget& dialog) { return named<QLabel>(dialog, "Outcome")->text(); }
    void acceptLicence(QWidget& dialog) {
        auto* box = dialog.findChild<QCheckBox*>();
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }
    void keepPicture(QWidget& widget, const QString& name) {
        QApplication::processEvents();
        const QImage shot = widget.grab().toImage();
        EXPECT_FALSE(shot.isNull());
        const QString to = qEnvironmentVariable("SCREENSHOT_DIR");
        if (!to.isEmpty()) {
            EXPECT_TRUE(shot.save(QDir(to).filePath(name + QStringLiteral(".png"))));
        }
    }

    static bool shows(QWidget& widget, const QColor& colour) {
        const QImage shot = widget.grab().toImage();
        for (int y = 0; y < shot.height(); ++y) {
            for (int x = 0; x < shot.width(); ++x) {
                if (shot.pixelColor(x, y) == colour) {
                    return true;
                }
            }
        }
        return false;
    }

    const QByteArray content = test::noise(2'000'000);
    qint64 memory = 0; ///< of the model, as the catalogue has it
    test::ModelPlayground files;
    std::unique_ptr<gui::ModelCommands> commands;
};

TEST_F(ModelDialogTest, FromTheLicenceToTheOpenModel) {
    const test::BadServer server([&](const test::HttpRequest& r) {
        const bool known = r.headers.value("authorization") == QByteArray("Bearer ") + kToken;
        return known ? test::fileReply(r, content) : test::statusReply(401);
    });
    gui::ModelDialog& dialog = show(server);
    EXPECT_FALSE(button(dialog, "Use this model")->isEnabled());
    QTest::mouseClick(button(dialog, "Get it"), Qt::LeftButton);
    EXPECT_TRUE(outcome(dialog).contains(QStringLiteral("licence"))) << outcome(dialog).toStdString();
    EXPECT_EQ(server.count(), 0);

    acceptLicence(dialog);
    EXPECT_TRUE(dialog.findChild<QCheckBox*>()->text().contains(QDate::currentDate().toString(Qt::ISODate)));
    QTest::mouseClick(button(dialog, "Get it"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return outcome(dialog).contains(QStringLiteral("no token was sent")); }));
    ASSERT_NE(button(dialog, "Open the token page"), nullptr);
    ASSERT_NE(button(dialog, "Import a file …"), nullptr);

    QTest::mouseClick(button(dialog, "Enter a token"), Qt::LeftButton);
    auto* field = named<QLineEdit>(dialog, "Token");
    EXPECT_EQ(QApplication::focusWidget(), field);
    EXPECT_EQ(field->echoMode(), QLineEdit::Password);
    QTest::keyClicks(field, QString::fromLatin1(kToken));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(field->text().isEmpty()) << "the token is not left in the field";

    QTest::mouseClick(button(dialog, "Get it"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return button(dialog, "Use this model")->isEnabled(); }));
    EXPECT_TRUE(outcome(dialog).contains(QStringLiteral("checksum is right")))
        << outcome(dialog).toStdString();
    QTest::mouseClick(button(dialog, "Use this model"), Qt::LeftButton);
    EXPECT_EQ(service.model().file, files.modelPath("model.safetensors"));
    EXPECT_EQ(dialog.list().currentItem()->text(4), QStringLiteral("in use"));
    EXPECT_EQ(settings->value(QStringLiteral("models/used")).toString(), service.model().file);
    settings->sync();
    EXPECT_FALSE(files.bytesOf(settings->fileName()).contains("canary"));
}

TEST_F(ModelDialogTest, PauseKeepsThePartAndGoOnFinishesIt) {
    const test::BadServer server([&](const test::HttpRequest& r) {
        test::HttpReply reply = test::fileReply(r, content);
        reply.stalls = r.number == 0;
        reply.cutAfter = r.number == 0 ? 1'200'000 : -1;
        return reply;
    });
    files.patience.stall = 60'000;
    gui::ModelDialog& dialog = show(server, false);
    acceptLicence(dialog);
    QTest::mouseClick(button(dialog, "Get it"), Qt::LeftButton);
    auto* bar = named<QProgressBar>(dialog, "Progress");
    ASSERT_TRUE(waitFor([&] { return bar->value() > 300; }));
    EXPECT_FALSE(button(dialog, "Import")->isEnabled());
    QTest::mouseClick(button(dialog, "Pause, keep what is here"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return !files.manager().isBusy(); }));
    EXPECT_TRUE(outcome(dialog).contains(QStringLiteral("is kept"))) << outcome(dialog).toStdString();
    EXPECT_TRUE(dialog.list().currentItem()->text(4).contains(QStringLiteral("of it")));
    QTest::mouseClick(button(dialog, "Go on"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return button(dialog, "Use this model")->isEnabled(); }));
    EXPECT_GT(server.requests().last().from(), 300'000);
}

TEST_F(ModelDialogTest, AnImportedFileCanBeUsed) {
    const test::BadServer server([&](const test::HttpRequest&) { return test::statusReply(500); });
    gui::ModelDialog& dialog = show(server);
    acceptLicence(dialog);
    dialog.importFrom(files.save("wrong.safetensors", "no"));
    ASSERT_TRUE(waitFor([&] { return outcome(dialog).contains(QStringLiteral("another file")); }));
    dialog.importFrom(files.save("right.safetensors", content));
    ASSERT_TRUE(waitFor([&] { return button(dialog, "Use this model")->isEnabled(); }));
    EXPECT_EQ(server.count(), 0);
    dialog.importFrom(files.save("own model.safetensors", "of one's own"));
    ASSERT_TRUE(waitFor([&] { return dialog.list().current() == QStringLiteral("own-model"); }))
        << outcome(dialog).toStdString();
}

TEST_F(ModelDialogTest, WhatDoesNotFitThisMachineIsSaidWithAWayOut) {
    const test::BadServer server([&](const test::HttpRequest&) { return test::statusReply(500); });
    memory = qint64{1} << 49;
    gui::ModelDialog& dialog = show(server);
    EXPECT_EQ(dialog.list().currentItem()->text(3), QStringLiteral("no"));
    bool isSaid = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        isSaid = isSaid || label->text().contains(QStringLiteral("convert --dtype q8"));
    }
    EXPECT_TRUE(isSaid);
}

TEST_F(ModelDialogTest, ClosedItGoesOnAndTheWindowSaysWhenItIsDone) {
    const test::BadServer server([&](const test::HttpRequest& r) { return test::fileReply(r, content); });
    gui::ModelDialog& dialog = show(server, false);
    acceptLicence(dialog);
    dialog.get();
    dialog.close();
    ASSERT_TRUE(waitFor([&] { return window->issues().text().contains(QStringLiteral("on this machine")); }));
}

TEST_F(ModelDialogTest, TheModelInTheStatusLineOpensTheWindow) {
    const test::BadServer server([&](const test::HttpRequest&) { return test::statusReply(500); });
    gui::ModelDialog& dialog = show(server);
    dialog.close();
    auto* chip = named<QToolButton>(*window, "Model and device");
    ASSERT_NE(chip, nullptr);
    QTest::mouseClick(chip, Qt::LeftButton);
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_EQ(window->findChildren<gui::ModelDialog*>().size(), 1);
}

TEST_F(ModelDialogTest, TheShippedCatalogueInLightAndDark) {
    QDir().mkpath(files.models());
    ASSERT_TRUE(QFile::copy(QStringLiteral(RESOURCE_DIR "/models/catalogue.json"), files.catalogue()));
    QDir().mkpath(files.path("licences"));
    ASSERT_TRUE(QFile::copy(QStringLiteral(RESOURCE_DIR "/models/licences/sam-license.txt"),
                            files.path("licences/sam-license.txt")));
    files.network = false;
    gui::ModelDialog& dialog = show();
    EXPECT_GE(dialog.list().topLevelItemCount(), 10);
    dialog.list().choose(QStringLiteral("sam3"));
    acceptLicence(dialog);
    dialog.get();
    EXPECT_TRUE(outcome(dialog).contains(QStringLiteral("switched off"))) << outcome(dialog).toStdString();
    for (const auto& [theme, name] :
         {std::pair(gui::Theme::Light, "light"), std::pair(gui::Theme::Dark, "dark")}) {
        window->setTheme(theme);
        keepPicture(dialog, QStringLiteral("models-%1").arg(QLatin1String(name)));
        EXPECT_EQ(dialog.palette().color(QPalette::Window).lightness() < 128, theme == gui::Theme::Dark);
        EXPECT_TRUE(shows(dialog, dialog.palette().color(QPalette::Link))) << "links change with the theme";
    }
    EXPECT_LE(dialog.height(), 760) << "fits on a small screen";
    dialog.list().choose(QStringLiteral("efficientsam3-repvit"));
    keepPicture(dialog, QStringLiteral("models-import-only"));
    EXPECT_EQ(outcome(dialog), QString()) << "that was about another model";
    EXPECT_EQ(button(dialog, "Import a file …"), nullptr);
    EXPECT_FALSE(button(dialog, "Get it")->isEnabled());
}

} // namespace
