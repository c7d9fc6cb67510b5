// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/export_dialog.h"

#include "tests/support/core/full_disk.h"
#include "tests/support/gui/window_fixture.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace gui {
namespace {

class ExportDialogTest : public test::WindowFixture {
protected:
    static QString reportOf(const ExportDialog& dialog) {
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            if (label->frameShape() == QFrame::StyledPanel) {
                return label->text();
            }
        }
        return {};
    }
    static bool mayWrite(const ExportDialog& dialog) {
        for (const QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->text().startsWith(QStringLiteral("Choose folder"))) {
                return button->isEnabled();
            }
        }
        return false;
    }
};

TEST_F(ExportDialogTest, CountsWithoutHoldingUpTheWindow) {
    openPictures(3);
    addMask(core::Mask::fromRect({10, 10, 20, 20}), QStringLiteral("cap"));
    const ExportDialog dialog(session());
    EXPECT_EQ(reportOf(dialog), QStringLiteral("Looking …")) << "nothing is counted before it is shown";
    EXPECT_FALSE(mayWrite(dialog));
    ASSERT_TRUE(waitFor([&] { return mayWrite(dialog); })) << reportOf(dialog).toStdString();
    EXPECT_TRUE(reportOf(dialog).contains(QStringLiteral("1 instances in 3 images")))
        << "what was not saved yet is counted, too: " << reportOf(dialog).toStdString();
}

TEST_F(ExportDialogTest, TheAnswerIsToTheLastQuestion) {
    openPictures(2);
    addMask(core::Mask::fromRect({10, 10, 20, 20}), QStringLiteral("cap"));
    const ExportDialog dialog(session());
    auto* formats = dialog.findChild<QComboBox*>();
    for (const char* id : {"png", "yolo-detect", "voc", "cvat", "labelme"}) {
        formats->setCurrentIndex(formats->findData(QString::fromLatin1(id)));
        EXPECT_FALSE(mayWrite(dialog)) << id;
    }
    ASSERT_TRUE(waitFor([&] { return mayWrite(dialog); }));
    const QString said = reportOf(dialog);
    EXPECT_TRUE(said.contains(QStringLiteral("LabelMe has no place for"))) << said.toStdString();
    QTest::qWait(100);
    EXPECT_EQ(reportOf(dialog), said) << "earlier questions are not answered any more";
}

TEST_F(ExportDialogTest, WhatCannotBeSavedCanStillBeExported) {
    openPictures(2);
    ASSERT_TRUE(session().openProject()->flush());
    const test::FullDisk full(1);
    addMask(core::Mask::fromRect({10, 10, 20, 20}), QStringLiteral("cap"));
    const ExportDialog dialog(session());
    ASSERT_TRUE(waitFor([&] { return mayWrite(dialog); })) << reportOf(dialog).toStdString();
    EXPECT_TRUE(reportOf(dialog).contains(QStringLiteral("1 instances in 2 images")))
        << reportOf(dialog).toStdString();
}

} // namespace
} // namespace gui
