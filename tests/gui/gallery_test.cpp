// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/gallery_dock.h"

#include "gui/session/filter.h"
#include "gui/session/gallery.h"

#include "tests/support/gui/window_fixture.h"

#include <QComboBox>
#include <QListView>
#include <QTest>

namespace gui {
namespace {

/// Three pictures with instances of a car each, of different sizes; and a dog.
class GalleryTest : public test::WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(3);
        m_dog = addMask(core::Mask::fromRect({200, 150, 30, 30}), QStringLiteral("dog"));
        for (int i = 0; i < 3; ++i) {
            m_cars.push_back(addMask(core::Mask::fromRect({20, 20, 20 + 10 * i, 20}), QStringLiteral("car")));
            session().step(1);
            ASSERT_TRUE(waitFor([&] { return !session().picture().image.isNull(); }));
        }
        session().showImage(project().images().front().id);
        dock()->show();
        dock()->raise();
        choose(0, QStringLiteral("car"));
        ASSERT_TRUE(waitFor([&] { return rows() == 3; }));
    }
    GalleryDock* dock() { return window->findChild<GalleryDock*>(); }
    QListView* view() { return dock()->findChild<QListView*>(); }
    int rows() { return view()->model()->rowCount(); }
    void choose(int box, const QString& text) {
        dock()->findChildren<QComboBox*>()[box]->setCurrentText(text);
    }
    core::AnnotationId at(int row) { return dock()->gallery().items()[std::size_t(row)].instance; }
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, modifiers,
                          view()->visualRect(view()->model()->index(row, 0)).center());
    }

    std::vector<core::AnnotationId> m_cars;
    core::AnnotationId m_dog;
};

TEST_F(GalleryTest, InstancesOfALabelStandInTheChosenOrder) {
    EXPECT_EQ(at(0), m_cars[2]) << "largest first";
    choose(1, QStringLiteral("Smallest first"));
    ASSERT_TRUE(waitFor([&] { return rows() == 3 && at(0) == m_cars[0]; }));
    EXPECT_EQ(view()->model()->index(0, 0).data().toString(), QStringLiteral("400"));
    choose(0, QStringLiteral("dog"));
    ASSERT_TRUE(waitFor([&] { return rows() == 1; }));
    EXPECT_EQ(at(0), m_dog);
    choose(0, QStringLiteral("car"));
    session().filter().setText(QStringLiteral("area:>500"));
    EXPECT_TRUE(waitFor([&] { return rows() == 2; })) << "the filter narrows it";
}

TEST_F(GalleryTest, AClickLeadsToTheInstance) {
    clickRow(0);
    EXPECT_EQ(session().image(), project().images().back().id);
    EXPECT_TRUE(session().selection().contains(m_cars[2]));
    EXPECT_TRUE(waitFor([&] { return !session().picture().image.isNull(); }));
}

TEST_F(GalleryTest, DeleteRemovesTheChosenOnesOfAllImagesAsOneStep) {
    clickRow(0);
    clickRow(1, Qt::ControlModifier);
    QTest::keyClick(view(), Qt::Key_Delete);
    ASSERT_TRUE(waitFor([&] { return rows() == 1; }));
    EXPECT_EQ(at(0), m_cars[0]);
    session().undo();
    EXPECT_TRUE(waitFor([&] { return rows() == 3; })) << "one step back";
}

TEST_F(GalleryTest, ADigitGivesTheChosenOnesThatLabel) {
    view()->setFocus();
    clickRow(0);
    clickRow(2, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(view(), Qt::Key_1); // the first label: dog
    ASSERT_EQ(project().labels().front().name, QStringLiteral("dog"));
    ASSERT_TRUE(waitFor([&] { return rows() == 0; }));
    choose(0, QStringLiteral("dog"));
    ASSERT_TRUE(waitFor([&] { return rows() == 4; }));
    session().undo();
    EXPECT_TRUE(waitFor([&] { return rows() == 1; })) << "one step back";
}

TEST_F(GalleryTest, OddLooksComeFirst) {
    // Seven alike in size; the one that is far wider is odd.
    for (int i = 0; i < 6; ++i) {
        addMask(core::Mask::fromRect({20 + i, 60, 30, 20}), QStringLiteral("car"));
    }
    const core::AnnotationId odd = addMask(core::Mask::fromRect({0, 200, 310, 6}), QStringLiteral("car"));
    choose(1, QStringLiteral("Odd looks first"));
    ASSERT_TRUE(waitFor([&] { return rows() == 10 && dock()->gallery().unmeasured() == 0; }));
    EXPECT_EQ(at(0), odd);
}

} // namespace
} // namespace gui
