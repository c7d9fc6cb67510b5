// SPDX-License-Identifier: Apache-2.0
// What the brush and the eraser have beyond a plain stroke: sizes, straight lines, pens, colour and overlap
// rules.
#include "gui/actions.h"
#include "gui/tools/tool_manager.h"

#include "core/mask/morphology.h"

#include "tests/support/gui/tool_fixture.h"

#include <QPointingDevice>
#include <QTabletEvent>
#include <QTest>
#include <QWheelEvent>

namespace {

class BrushToolTest : public test::ToolFixture {
protected:
    void tablet(QEvent::Type type, QPointF image, double pressure, Qt::MouseButtons held,
                QPointingDevice::PointerType pointer = QPointingDevice::PointerType::Pen) {
        const QPointingDevice pen(QStringLiteral("pen"), 7, QInputDevice::DeviceType::Stylus, pointer,
                                  QInputDevice::Capability::Pressure, 1, 1);
        const QPointF p = canvas().toView(image);
        const auto button = type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton;
        QTabletEvent event(type, &pen, p, canvas().mapToGlobal(p), pressure, 0, 0, 0, 0, 0, {}, button, held);
        QApplication::sendEvent(&canvas(), &event);
    }
};

TEST_F(BrushToolTest, PaintAndEraseHaveSizesOfTheirOwn) {
    key(Qt::Key_B);
    canvas().tools().current().setSize(40);
    key(Qt::Key_E);
    canvas().tools().current().setSize(6);
    key(Qt::Key_B);
    EXPECT_EQ(canvas().tools().current().size(), 40);
    moveTo(100, 100);
    const QPointF p = at(100, 100);
    QWheelEvent wheel(p, canvas().mapToGlobal(p), {}, {0, 120}, Qt::NoButton, Qt::AltModifier,
                      Qt::NoScrollPhase, false);
    const double scale = canvas().viewport().scale();
    QApplication::sendEvent(&canvas(), &wheel);
    EXPECT_EQ(canvas().tools().current().size(), 44);
    EXPECT_EQ(canvas().viewport().scale(), scale);
    drag({100, 100}, {110, 100}, Qt::RightButton, Qt::AltModifier);
    EXPECT_NEAR(canvas().tools().current().size(), 64, 2) << "the ring follows the pointer";
    EXPECT_TRUE(annotations().isEmpty());
    key(Qt::Key_E);
    EXPECT_EQ(canvas().tools().current().size(), 6);
}

TEST_F(BrushToolTest, ShiftHeldInAStrokeKeepsItOnALine) {
    key(Qt::Key_B);
    canvas().tools().current().setSize(4);
    press(60, 60);
    moveTo(80, 60);
    for (int x = 90; x <= 200; x += 10) {
        moveTo(x, 60 + x / 20.0, Qt::ShiftModifier);
    }
    release(200, 80, Qt::LeftButton, Qt::ShiftModifier);
    EXPECT_LE(selectedMask().boundingBox().height(), 5);
    EXPECT_GE(selectedMask().boundingBox().width(), 135);
}

TEST_F(BrushToolTest, APenPressedHarderPaintsWider) {
    key(Qt::Key_B);
    canvas().tools().current().setSize(40);
    tablet(QEvent::TabletPress, {60, 100}, 0.1, Qt::LeftButton);
    tablet(QEvent::TabletMove, {160, 100}, 1.0, Qt::LeftButton);
    tablet(QEvent::TabletRelease, {160, 100}, 0, Qt::NoButton);
    ASSERT_EQ(annotations().size(), 1);
    const core::Mask mask = selectedMask();
    EXPECT_LT(mask.clipped({62, 0, 1, 240}).area(), 12);
    EXPECT_GT(mask.clipped({155, 0, 1, 240}).area(), 30);
    EXPECT_EQ(mask.partCount(), 1);

    setTool([](auto& v) { v.pressure = false; });
    session().selection().clear();
    tablet(QEvent::TabletPress, {60, 200}, 0.1, Qt::LeftButton);
    tablet(QEvent::TabletRelease, {60, 200}, 0, Qt::NoButton);
    EXPECT_NEAR(selectedMask().boundingBox().width(), 40, 1) << "switched off";
}

TEST_F(BrushToolTest, ThePensOtherEndErases) {
    const auto id = addMask(core::Mask::fromRect({100, 80, 60, 60}));
    session().selection().select(id);
    key(Qt::Key_B);
    const auto eraser = QPointingDevice::PointerType::Eraser;
    tablet(QEvent::TabletPress, {120, 100}, 1, Qt::LeftButton, eraser);
    tablet(QEvent::TabletRelease, {120, 100}, 0, Qt::NoButton, eraser);
    EXPECT_FALSE(maskOf(id).contains({120, 100}));
}

TEST_F(BrushToolTest, OnlySimilarKeepsTheStrokeOnOneColour) {
    const QImage image = session().picture().image;
    key(Qt::Key_B);
    canvas().tools().current().setSize(60);
    setTool([](auto& v) {
        v.onlySimilar = true;
        v.similarity = 40;
    });
    const QPoint seed(48, 72); // the middle of the first disc
    click(seed.x() + 0.5, seed.y() + 0.5);
    ASSERT_EQ(annotations().size(), 1);
    EXPECT_GT(selectedMask().area(), 500);
    for (const core::Mask::Span& s : annotations()[0]->mask.spans()) {
        for (int x = s.x0; x < s.x1; ++x) {
            const QRgb a = image.pixel(x, s.y);
            const QRgb b = image.pixel(seed);
            ASSERT_LE(std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                                std::abs(qBlue(a) - qBlue(b))}),
                      40);
        }
    }
}

TEST_F(BrushToolTest, EveryMoveOfThePointerReachesTheStroke) {
    EXPECT_FALSE(QCoreApplication::testAttribute(Qt::AA_CompressHighFrequencyEvents));
    key(Qt::Key_B);
    canvas().tools().current().setSize(1);
    press(20, 120);
    // Jumps of 30 pixels, as a slow machine sees them.
    for (int x = 20; x <= 300; x += 30) {
        moveTo(x, 120 + 20 * (x / 30 % 2));
    }
    release(290, 120);
    const core::Mask line = selectedMask();
    EXPECT_EQ(core::grown(line, 1).partCount(), 1) << "no gaps";
    EXPECT_GE(line.boundingBox().width(), 260);
}

TEST_F(BrushToolTest, AskingAboutOverlapsNeverStopsTheHand) {
    const auto other = addMask(core::Mask::fromRect({100, 80, 40, 40}));
    const auto before = snapshot();
    window->actions()[gui::ActionId::OverlapAsk]->trigger();
    QAction* take = window->actions()[gui::ActionId::TakeCovered];
    auto* panel = canvas().findChild<QWidget*>(QStringLiteral("overlapPanel"));
    key(Qt::Key_B);
    session().selection().clear();
    drag({80, 100}, {160, 100});
    EXPECT_TRUE(panel->isVisible());
    EXPECT_EQ(maskOf(other), core::Mask::fromRect({100, 80, 40, 40})) << "left until it is answered";
    const auto made = session().selection().current();
    const core::Mask stroke = maskOf(made);
    ASSERT_TRUE(take->isEnabled());
    const auto editsBefore = edits();
    key(Qt::Key_T, Qt::ShiftModifier);
    EXPECT_FALSE(panel->isVisible());
    EXPECT_EQ(edits(), editsBefore) << "still one undo step";
    EXPECT_EQ(maskOf(made), stroke);
    EXPECT_EQ(maskOf(other), core::Mask::fromRect({100, 80, 40, 40}).subtracted(stroke));
    EXPECT_EQ(session().selection().current(), made);
    expectReversible(before);
    drag({90, 110}, {150, 118});
    ASSERT_TRUE(take->isEnabled());
    drag({200, 200}, {210, 200});
    EXPECT_FALSE(take->isEnabled()) << "who goes on painting leaves the others";
    EXPECT_FALSE(panel->isVisible());
}

} // namespace
