// SPDX-License-Identifier: Apache-2.0
// Folders that are opened or dropped: their subfolders, and masks of the open project's pictures.
#include "gui/commands/file_commands.h"
#include "gui/status/issue_strip.h"
#include "tests/support/gui/window_fixture.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTest>

#include <algorithm>

namespace {

class OpenFolderTest : public test::WindowFixture {
protected:
    QString path(const QString& relative) {
        const QString full = folder.filePath(relative);
        EXPECT_TRUE(QDir().mkpath(QFileInfo(full).path()));
        return full;
    }
    void picture(const QString& relative) {
        ASSERT_TRUE(test::paintedPicture(kPicture, 3).save(path(relative)));
    }
    /// A grey mask of two squares with these numbers.
    void mask(const QString& relative, int first, int second) {
        QImage image(kPicture, QImage::Format_Grayscale8);
        image.fill(0);
        for (int y = 10; y < 30; ++y) {
            std::fill_n(image.scanLine(y) + 10, 20, uchar(first));
            std::fill_n(image.scanLine(y) + 100, 5, uchar(second));
        }
        ASSERT_TRUE(image.save(path(relative)));
    }
    QStringList paths() {
        QStringList names;
        for (const core::ImageInfo& image : project().images()) {
            names.append(image.path);
        }
        return names;
    }
    void drop(const QString& what) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(what)});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.get(), &enter);
        ASSERT_TRUE(enter.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.get(), &event);
    }
};

TEST_F(OpenFolderTest, SubfoldersComeTooWithTheirRelativePaths) {
    picture(QStringLiteral("set/img1.png"));
    picture(QStringLiteral("set/b/img2.png"));
    picture(QStringLiteral("set/b/deep/img3.png"));
    picture(QStringLiteral("set/exported/images/img1.png"));
    QFile(path(QStringLiteral("set/exported/maskwright-export.txt"))).open(QIODevice::WriteOnly);
    drop(folder.filePath(QStringLiteral("set")));
    ASSERT_NE(session().project(), nullptr);
    EXPECT_EQ(paths(), QStringList{QStringLiteral("img1.png")}) << "the first pictures don't wait";
    ASSERT_TRUE(waitFor([this] { return project().images().size() > 1; }));
    EXPECT_EQ(paths(), (QStringList{QStringLiteral("img1.png"), QStringLiteral("b/img2.png"),
                                    QStringLiteral("b/deep/img3.png")}))
        << "what an export wrote is left out";
    session().undo();
    EXPECT_EQ(project().images().size(), 1) << "one step";
}

TEST_F(OpenFolderTest, AFolderWithPicturesInSubfoldersAloneOpens) {
    picture(QStringLiteral("set/train/img1.png"));
    picture(QStringLiteral("set/val/img1.png"));
    window->files().openFolder(folder.filePath(QStringLiteral("set")));
    ASSERT_TRUE(waitFor([this] { return session().project() != nullptr; }));
    EXPECT_EQ(paths(), (QStringList{QStringLiteral("train/img1.png"), QStringLiteral("val/img1.png")}));
    EXPECT_TRUE(QFile::exists(folder.filePath(QStringLiteral("set/set.maskwright"))));
}

TEST_F(OpenFolderTest, SubfoldersWithoutPicturesAreSaid) {
    path(QStringLiteral("set/empty/none.txt"));
    window->files().openFolder(folder.filePath(QStringLiteral("set")));
    ASSERT_TRUE(waitFor([this] { return window->issues().isVisible(); }));
    EXPECT_TRUE(window->issues().text().contains(QStringLiteral("No images")));
}

TEST_F(OpenFolderTest, TheOpenFolderOpenedAgainGetsWhatIsNew) {
    picture(QStringLiteral("set/img1.png"));
    window->files().openFolder(folder.filePath(QStringLiteral("set")));
    const core::OpenProject* before = session().openProject();
    picture(QStringLiteral("set/img2.png"));
    window->files().openFolder(folder.filePath(QStringLiteral("set")));
    EXPECT_EQ(session().openProject(), before);
    EXPECT_FALSE(before->isReadOnly());
    EXPECT_EQ(paths(), (QStringList{QStringLiteral("img1.png"), QStringLiteral("img2.png")}));
}

TEST_F(OpenFolderTest, AnotherProjectDoesNotGetThePicturesThatAreStillLookedFor) {
    picture(QStringLiteral("set/img1.png"));
    picture(QStringLiteral("set/b/img2.png"));
    picture(QStringLiteral("other/img9.png"));
    window->files().openFolder(folder.filePath(QStringLiteral("set")));
    window->files().openFolder(folder.filePath(QStringLiteral("other")));
    QTest::qWait(300);
    EXPECT_EQ(paths(), QStringList{QStringLiteral("img9.png")});
}

TEST_F(OpenFolderTest, ADroppedFolderOfMasksIsImportedAsOneStep) {
    openPictures(3);
    mask(QStringLiteral("masks/img1.png"), 1, 7);
    mask(QStringLiteral("masks/img3_mask.png"), 7, 7);
    drop(folder.filePath(QStringLiteral("masks")));
    ASSERT_TRUE(waitFor([this] { return annotations().size() == 2; }));
    EXPECT_EQ(project().images().size(), 3) << "masks are no pictures";
    EXPECT_EQ(annotations()[0]->mask, core::Mask::fromRect({10, 10, 20, 20}));
    EXPECT_EQ(annotations()[1]->mask, core::Mask::fromRect({100, 10, 5, 20}));
    EXPECT_EQ(project().label(annotations()[1]->fields.label)->name, QStringLiteral("class 7"));
    key(Qt::Key_D);
    key(Qt::Key_D);
    ASSERT_EQ(annotations().size(), 1);
    EXPECT_EQ(annotations()[0]->mask.area(), 500);
    session().undo();
    EXPECT_TRUE(annotations().isEmpty());
    EXPECT_FALSE(history().undoText().contains(QStringLiteral("Import")));
}

TEST_F(OpenFolderTest, MasksOfOneNumberAreObjectsAndSubfoldersName) {
    openPictures(1);
    mask(QStringLiteral("masks/img1.png"), 255, 255);
    drop(folder.filePath(QStringLiteral("masks")));
    ASSERT_TRUE(waitFor([this] { return annotations().size() == 1; }));
    EXPECT_EQ(project().label(annotations()[0]->fields.label)->name, QStringLiteral("object"));
    mask(QStringLiteral("named/car/img1.png"), 255, 255);
    drop(folder.filePath(QStringLiteral("named")));
    ASSERT_TRUE(waitFor([this] { return annotations().size() == 2; }));
    EXPECT_EQ(project().label(annotations()[1]->fields.label)->name, QStringLiteral("car"));
}

TEST_F(OpenFolderTest, AFolderOfOtherGreyPicturesIsOpened) {
    openPictures(1);
    mask(QStringLiteral("grey/scan1.png"), 20, 90);
    drop(folder.filePath(QStringLiteral("grey")));
    ASSERT_TRUE(waitFor([this] { return paths() == QStringList{QStringLiteral("scan1.png")}; }));
}

} // namespace
