// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/exchange_commands.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/preset_row.h"

#include "core/formats/format.h"
#include "tests/support/gui/watchdog.h"
#include "tests/support/gui/window_fixture.h"
#include "tests/support/slowdown.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QProgressDialog>
#include <QPushButton>
#include <QTest>
#include <QTimer>

namespace gui {
namespace {

constexpr double kLongestTurn = 50 * test::kSlowdown; // ms

class ExchangeTest : public test::WindowFixture {
protected:
    ExchangeCommands& exchange() { return *window->findChild<ExchangeCommands*>(); }
    /// A COCO file of so many images with an instance each.
    QString bigFile(int images) {
        QByteArray entries, annotations;
        for (int i = 1; i <= images; ++i) {
            const QByteArray id = QByteArray::number(i);
            const QByteArray comma = i > 1 ? "," : "";
            entries += comma + "{\"id\":" + id + ",\"file_name\":\"far/p" + id +
                       ".png\",\"width\":320,\"height\":240}";
            annotations += comma + "{\"id\":" + id + ",\"image_id\":" + id +
                           ",\"category_id\":1,\"iscrowd\":0,\"segmentation\":[[10,10,60,10,60,50,10,50]]}";
        }
        QString path = folder.filePath(QStringLiteral("big.json"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("{\"images\":[" + entries +
                   "],\"categories\":[{\"id\":1,\"name\":\"car\"}],\"annotations\":[" + annotations + "]}");
        return path;
    }
    /// Looks every few milliseconds for a dialog in front and does something to it once.
    template <class Dialog> void whenShown(std::function<void(Dialog&)> act) {
        auto* timer = new QTimer(window.get());
        QObject::connect(timer, &QTimer::timeout, window.get(), [timer, act] {
            for (QWidget* widget : QApplication::topLevelWidgets()) {
                auto* const dialog = qobject_cast<Dialog*>(widget);
                if (dialog != nullptr && dialog->isVisible()) {
                    timer->deleteLater();
                    timer->stop();
                    act(*dialog);
                    return;
                }
            }
        });
        timer->start(5);
    }
    QString out() const { return folder.filePath(QStringLiteral("out")); }
};

TEST_F(ExchangeTest, TenThousandImagesComeAndGoWhileTheWindowLives) {
    openPictures(1);
    const QString file = bigFile(10'000);
    {
        const test::Watchdog watchdog;
        exchange().importFrom(file);
        ASSERT_EQ(project().images().size(), 10'001);
        ASSERT_TRUE(waitFor([&] { return session().openProject()->saveState() == core::SaveState::Saved; }));
        EXPECT_LT(watchdog.longest().busy, kLongestTurn) << "import";
    }
    history().undo();
    EXPECT_EQ(project().images().size(), 1) << "one step back";
    history().redo();
    ExportDialog dialog(session());
    QPushButton* write = nullptr;
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
        write = button->text().startsWith(QStringLiteral("Choose folder")) ? button : write;
    }
    ASSERT_NE(write, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return write->isEnabled(); }, 60'000));
    const test::Watchdog watchdog;
    dialog.writeTo(out());
    EXPECT_LT(watchdog.longest().busy, kLongestTurn) << "export";
    EXPECT_TRUE(dialog.outcome().startsWith(QStringLiteral("Wrote 10000 instances")))
        << dialog.outcome().toStdString();
}

TEST_F(ExchangeTest, ACancelledImportChangesNothing) {
    openPictures(1);
    const QString file = bigFile(60'000);
    whenShown<QProgressDialog>([](QProgressDialog& dialog) { emit dialog.canceled(); });
    exchange().importFrom(file);
    QTest::qWait(200); // what was left to itself must not come later
    EXPECT_EQ(project().images().size(), 1);
    EXPECT_TRUE(project().labels().isEmpty());
}

TEST_F(ExchangeTest, ACancelledExportLeavesTheOldOne) {
    openPictures(1);
    addMask(core::Mask::fromRect({10, 10, 20, 20}), QStringLiteral("cap"));
    ExportDialog first(session());
    first.writeTo(out());
    QFile file(out() + QStringLiteral("/annotations.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();

    exchange().importFrom(bigFile(60'000));
    ExportDialog dialog(session());
    whenShown<QProgressDialog>([](QProgressDialog& shown) { emit shown.canceled(); });
    dialog.writeTo(out());
    EXPECT_TRUE(dialog.outcome().contains(QStringLiteral("cancelled"))) << dialog.outcome().toStdString();
    QFile after(out() + QStringLiteral("/annotations.json"));
    ASSERT_TRUE(after.open(QIODevice::ReadOnly));
    EXPECT_TRUE(after.readAll() == before);
    EXPECT_EQ(QDir(out()).entryList(QDir::Files | QDir::Hidden).size(), 1) << "nothing is left beside it";
}

TEST_F(ExchangeTest, RepeatingAsksOnlyWhenMoreIsLost) {
    openPictures(2);
    const core::AnnotationId id = addMask(core::Mask::fromRect({10, 10, 20, 20}), QStringLiteral("cap"));
    int shown = 0;
    whenShown<ExportDialog>([&](ExportDialog& dialog) {
        ++shown;
        dialog.reject();
    });
    exchange().repeatExport();
    EXPECT_EQ(shown, 1) << "nothing was exported yet";

    ExportDialog first(session(), nullptr, settings.get());
    ASSERT_TRUE(waitFor([&] {
        for (QPushButton* button : first.findChildren<QPushButton*>()) {
            if (button->text().startsWith(QStringLiteral("Choose folder"))) {
                return button->isEnabled();
            }
        }
        return false;
    }));
    first.writeTo(out());
    QFile::remove(out() + QStringLiteral("/annotations.json"));
    exchange().repeatExport();
    EXPECT_TRUE(waitFor([&] { return QFile::exists(out() + QStringLiteral("/annotations.json")); }))
        << "without a question";
    EXPECT_EQ(shown, 1);

    core::Edit lock{{}, session().image(), {}, {}};
    core::Fields locked = project().annotation(id)->fields;
    locked.locked = true;
    lock.changes = {core::SetFields{id, project().annotation(id)->fields, locked}};
    session().commit(lock);
    QFile::remove(out() + QStringLiteral("/annotations.json"));
    whenShown<ExportDialog>([&](ExportDialog& dialog) {
        ++shown;
        dialog.reject();
    });
    exchange().repeatExport();
    EXPECT_TRUE(waitFor([&] { return shown == 2; }))
        << "the lock is not kept, which the last report did not say";
    EXPECT_FALSE(QFile::exists(out() + QStringLiteral("/annotations.json")));
}

TEST_F(ExchangeTest, ChoicesAreSavedUnderANameAndTakenAgain) {
    openPictures(1);
    ExportDialog dialog(session(), nullptr, settings.get());
    core::ExportPreset wanted;
    wanted.format = QStringLiteral("yolo-segment");
    wanted.where = QStringLiteral("tag:night");
    wanted.copyImages = false;
    wanted.split = {0.3, 0.1, true};
    dialog.setChoices(wanted);
    EXPECT_EQ(dialog.choices(), wanted);
    dialog.findChild<PresetRow*>()->save(QStringLiteral(" Training  set "));
    wanted.name = QStringLiteral("Training set");
    EXPECT_EQ(core::exportPresets(*settings), QList<core::ExportPreset>{wanted});

    ExportDialog later(session(), nullptr, settings.get());
    EXPECT_EQ(later.choices(), core::ExportPreset());
    later.findChild<PresetRow*>()->findChild<QComboBox*>()->setCurrentIndex(1);
    wanted.name.clear();
    EXPECT_EQ(later.choices(), wanted);
}

} // namespace
} // namespace gui
