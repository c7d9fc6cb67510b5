// SPDX-License-Identifier: Apache-2.0
#include "gui/session/tag_edits.h"

#include "gui/actions.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/models/image_model.h"
#include "gui/session/filter.h"

#include "tests/support/gui/window_fixture.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTimer>

namespace gui {
namespace {

class ImageTagsTest : public test::WindowFixture {
protected:
    /// For people to look at.
    static void keepShot(QWidget& widget, const QString& name) {
        const QString to = qEnvironmentVariable("SCREENSHOT_DIR");
        if (!to.isEmpty()) {
            EXPECT_TRUE(widget.grab().save(QDir(to).filePath(name + QStringLiteral(".png"))));
        }
    }
    QListView* list() {
        return window->findChild<QDockWidget*>(QStringLiteral("images"))->findChild<QListView*>();
    }
    core::ImageId image(int place) { return project().images()[place].id; }
    QString tags(int place) { return project().images()[place].tags.join(QLatin1Char('|')); }
    void click(int row, Qt::KeyboardModifiers modifiers = {}) {
        const QPoint at = list()->visualRect(list()->model()->index(row, 0)).center();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers, at);
    }
    /// Runs the command and answers its question.
    void typeTags(const QString& line, QString* before = nullptr) {
        QTimer::singleShot(0, [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            ASSERT_NE(dialog, nullptr);
            auto* edit = dialog->findChild<QLineEdit*>();
            if (before != nullptr) {
                *before = edit->text();
            }
            edit->setText(line);
            dialog->accept();
        });
        window->actions()[ActionId::EditTags]->trigger();
    }
};

TEST_F(ImageTagsTest, SeveralChosenImagesAreTaggedAsOneStep) {
    openPictures(3);
    click(0);
    click(1, Qt::ControlModifier);
    ASSERT_EQ(list()->selectionModel()->selectedIndexes().size(), 2) << "showing the image keeps both";
    EXPECT_EQ(session().image(), image(1));
    typeTags(QStringLiteral("night, wet  road"));
    EXPECT_EQ(tags(0), QStringLiteral("night|wet road"));
    EXPECT_EQ(tags(1), tags(0));
    EXPECT_EQ(tags(2), QString());
    EXPECT_EQ(edits::allTags(project()).size(), 2);
    EXPECT_TRUE(list()
                    ->model()
                    ->index(0, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("night, wet road")));

    // What only one of them has is neither asked for nor lost.
    click(1);
    typeTags(QStringLiteral("night,fog"));
    EXPECT_EQ(tags(1), QStringLiteral("fog|night"));
    click(0, Qt::ControlModifier);
    QString before;
    typeTags(QStringLiteral("rain"), &before);
    EXPECT_EQ(before, QStringLiteral("night"));
    EXPECT_EQ(tags(0), QStringLiteral("rain|wet road"));
    EXPECT_EQ(tags(1), QStringLiteral("fog|rain"));
    session().undo();
    EXPECT_EQ(tags(0), QStringLiteral("night|wet road"));
    session().undo();
    session().undo();
    EXPECT_EQ(tags(0) + tags(1), QString());
}

TEST_F(ImageTagsTest, TheListsMenuGivesAndTakesKnownTags) {
    openPictures(2);
    session().commit(edits::setTags(project(), {image(1)}, {QStringLiteral("a & b")}, {}));
    click(0);
    for (const bool on : {true, false}) {
        QTimer::singleShot(0, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            ASSERT_NE(menu, nullptr);
            QAction* tag = menu->actions().last();
            EXPECT_EQ(tag->text(), QStringLiteral("a && b"));
            EXPECT_EQ(tag->isChecked(), !on);
            tag->trigger();
            menu->close();
        });
        emit list()->customContextMenuRequested({5, 5});
        EXPECT_EQ(tags(0), on ? QStringLiteral("a & b") : QString());
    }
    EXPECT_EQ(tags(1), QStringLiteral("a & b"));
}

TEST_F(ImageTagsTest, TheFilterFindsTagsAndTheExportWritesWhatItFinds) {
    openPictures(3);
    addMask(core::Mask::fromRect({10, 10, 20, 20}), QStringLiteral("cap"));
    session().commit(edits::setTags(project(), {image(0), image(2)}, {QStringLiteral("night")}, {}));
    session().filter().setText(QStringLiteral("tag:night"));
    ASSERT_TRUE(waitFor([&] { return list()->model()->rowCount() == 2; }));

    ExportDialog dialog(session());
    auto* report = dialog.findChildren<QLabel*>().last();
    for (QLabel* label : dialog.findChildren<QLabel*>()) {
        report = label->frameShape() == QFrame::StyledPanel ? label : report;
    }
    EXPECT_TRUE(waitFor([&] { return report->text().contains(QStringLiteral("1 instances in 3 images")); }))
        << report->text().toStdString();
    auto* where = dialog.findChild<QLineEdit*>();
    QPushButton* write = nullptr;
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("As the &list")) {
            button->click();
        } else if (button->text().startsWith(QStringLiteral("Choose folder"))) {
            write = button;
        }
    }
    EXPECT_EQ(where->text(), QStringLiteral("tag:night"));
    keepShot(*window, QStringLiteral("image-tags"));
    keepShot(dialog, QStringLiteral("export-filtered"));
    ASSERT_NE(write, nullptr);
    ASSERT_TRUE(waitFor([&] { return write->isEnabled(); }));
    EXPECT_TRUE(report->text().contains(QStringLiteral("1 instances in 2 images")))
        << report->text().toStdString();
    where->setText(QStringLiteral("tag:"));
    EXPECT_FALSE(write->isEnabled());
    EXPECT_TRUE(report->text().contains(QStringLiteral("missing"))) << report->text().toStdString();
    where->setText(QStringLiteral("tag:night -class:cap"));
    ASSERT_TRUE(waitFor([&] { return write->isEnabled(); }));
    dialog.writeTo(folder.filePath(QStringLiteral("out")));
    const auto back = core::importCoco(folder.filePath(QStringLiteral("out/annotations.json")));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->images.size(), 1) << "the other tagged one has a cap and nothing else";
    EXPECT_TRUE(back->annotations.empty());
}

} // namespace
} // namespace gui
