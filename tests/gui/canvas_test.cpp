// SPDX-License-Identifier: Apache-2.0
#include "gui/actions.h"
#include "gui/canvas/canvas_view.h"
#include "gui/canvas/layer_cache.h"
#include "gui/canvas/overlay_renderer.h"

#include "tests/support/gui/window_fixture.h"

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace {

class CanvasTest : public test::WindowFixture {
protected:
    void wheel(QPointF view, int notches, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(view, canvas().mapToGlobal(view), {}, {0, notches * 120}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas(), &event);
    }
};

TEST_F(CanvasTest, WheelZoomKeepsThePixelUnderThePointer) {
    openPictures(1);
    const QPointF pointer(311.25, 187.5);
    const QPointF before = canvas().toImage(pointer);
    for (const int notches : {1, 3, -2, 5, -9, 12, -4}) {
        wheel(pointer, notches);
        const QPointF now = canvas().toView(before);
        EXPECT_LT(std::abs(now.x() - pointer.x()), 0.5) << "after " << notches;
        EXPECT_LT(std::abs(now.y() - pointer.y()), 0.5) << "after " << notches;
    }
}

TEST_F(CanvasTest, TheWheelScrollsAndZoomsWithCtrlIfTheUserWantsSo) {
    openPictures(1);
    window->actions()[gui::ActionId::CtrlWheelZooms]->trigger();
    canvas().setScale(3);
    const double scale = canvas().viewport().scale();
    const QPointF middle(300, 200);
    QPointF before = canvas().toImage(middle);
    wheel(middle, -1);
    EXPECT_GT(canvas().toImage(middle).y(), before.y());
    EXPECT_EQ(canvas().toImage(middle).x(), before.x());
    before = canvas().toImage(middle);
    wheel(middle, -1, Qt::ShiftModifier);
    EXPECT_GT(canvas().toImage(middle).x(), before.x());
    EXPECT_EQ(canvas().viewport().scale(), scale);
    before = canvas().toImage(middle);
    wheel(middle, 2, Qt::ControlModifier);
    EXPECT_GT(canvas().viewport().scale(), scale);
    EXPECT_LT(std::abs(canvas().toImage(middle).x() - before.x()), 0.5);
    window.reset();
    window = std::make_unique<gui::MainWindow>(service, *settings);
    EXPECT_TRUE(window->actions()[gui::ActionId::CtrlWheelZooms]->isChecked()) << "kept";
}

TEST_F(CanvasTest, ZoomStaysWithinItsRange) {
    openPictures(1);
    const double fit = canvas().viewport().scale();
    wheel({200, 200}, 80);
    EXPECT_DOUBLE_EQ(canvas().viewport().scale(), gui::Viewport::kMaxScale);
    wheel({200, 200}, -200);
    EXPECT_LE(canvas().viewport().scale(), fit);
    EXPECT_GE(canvas().viewport().scale(), std::min(fit / 4, 1.0) - 1e-9);
}

TEST_F(CanvasTest, FitShowsTheWholeImage) {
    openPictures(1);
    wheel({100, 100}, 10);
    key(Qt::Key_F);
    EXPECT_TRUE(QRectF(canvas().rect()).contains(canvas().toView({0, 0})));
    EXPECT_TRUE(QRectF(canvas().rect()).contains(canvas().toView({320, 240})));
}

TEST_F(CanvasTest, SpaceDragPansInsideATool) {
    openPictures(1);
    wheel({300, 200}, 8);
    key(Qt::Key_B);
    const QPointF before = canvas().toView({100, 100});
    QTest::keyPress(&canvas(), Qt::Key_Space);
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(&canvas(), {337, 181});
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, {337, 181});
    QTest::keyRelease(&canvas(), Qt::Key_Space);
    EXPECT_EQ(canvas().toView({100, 100}) - before, QPointF(37, -19));
    EXPECT_TRUE(annotations().isEmpty()) << "panning must not paint";
}

TEST_F(CanvasTest, MiddleDragPansInTheMiddleOfAStroke) {
    openPictures(1);
    wheel({300, 200}, 8);
    key(Qt::Key_B);
    const QPointF start = canvas().toImage({300, 200});
    press(start.x(), start.y());
    const QPointF before = canvas().toView({0, 0});
    QTest::mousePress(&canvas(), Qt::MiddleButton, {}, {310, 210});
    QTest::mouseMove(&canvas(), {330, 220});
    QTest::mouseRelease(&canvas(), Qt::MiddleButton, {}, {330, 220});
    EXPECT_EQ(canvas().toView({0, 0}) - before, QPointF(20, 10));
    EXPECT_TRUE(canvas().scene().preview().has_value()) << "the stroke goes on";
    const QPointF end = canvas().toImage({340, 230});
    moveTo(end.x(), end.y());
    release(end.x(), end.y());
    EXPECT_EQ(annotations().size(), 1);
}

TEST_F(CanvasTest, PixelsAreSquaresWhenEnlarged) {
    openPictures(1);
    canvas().setScale(8);
    const QImage shot = canvas().grab().toImage();
    const QImage& picture = session().picture().image;
    int compared = 0;
    for (int y = 100; y < 140; ++y) {
        for (int x = 130; x < 190; ++x) {
            // Away from the grid's lines each device pixel is the image pixel below it.
            const QPointF view = canvas().toView({x + 0.5, y + 0.5});
            const QPoint at = (view * canvas().devicePixelRatioF()).toPoint();
            if (canvas().rect().adjusted(4, 4, -4, -4).contains(view.toPoint())) {
                EXPECT_EQ(shot.pixel(at), picture.pixel(x, y)) << x << ' ' << y;
                ++compared;
            }
        }
    }
    EXPECT_GT(compared, 500);
}

TEST_F(CanvasTest, HitPrefersTheSmallerOfTwoOverlappingMasks) {
    openPictures(1);
    const auto small = addMask(core::Mask::fromRect({100, 100, 20, 20}));
    const auto large = addMask(core::Mask::fromRect({50, 50, 200, 150}));
    click(110, 110);
    EXPECT_EQ(session().selection().current(), small);
    click(110, 110);
    EXPECT_EQ(session().selection().current(), large) << "a second click goes down the stack";
    click(60, 60);
    EXPECT_EQ(session().selection().current(), large);
}

TEST_F(CanvasTest, AltAndTheWheelWalkThroughAHeap) {
    openPictures(1);
    const auto large = addMask(core::Mask::fromRect({20, 20, 100, 100}));
    const auto middle = addMask(core::Mask::fromRect({30, 30, 60, 60}));
    const auto small = addMask(core::Mask::fromRect({40, 40, 20, 20}));
    moveTo(50, 50);
    const QPointF there = canvas().toView({50, 50});
    const double scale = canvas().viewport().scale();
    QList<core::AnnotationId> walked;
    for (const int notches : {-1, -1, -1, -1, 1, 1, 1}) {
        wheel(there, notches, Qt::AltModifier);
        walked.append(session().selection().current());
    }
    EXPECT_EQ(walked, (QList<core::AnnotationId>{small, middle, large, large, middle, small, small}));
    EXPECT_EQ(canvas().viewport().scale(), scale);
}

TEST_F(CanvasTest, TheStackingOrderIsChangedByKeys) {
    openPictures(1);
    const auto large = addMask(core::Mask::fromRect({20, 20, 100, 100}));
    const auto small = addMask(core::Mask::fromRect({40, 40, 20, 20}));
    EXPECT_EQ(canvas().scene().hitAt({50, 50}, 0).annotation, small);
    session().selection().select(large);
    key(Qt::Key_BracketRight, Qt::ControlModifier);
    EXPECT_EQ(canvas().scene().hitAt({50, 50}, 0).annotation, large);
    EXPECT_EQ(project().annotation(large)->fields.z, 1);
    key(Qt::Key_BracketLeft, Qt::ControlModifier);
    EXPECT_EQ(canvas().scene().hitAt({50, 50}, 0).annotation, small);
    session().undo();
    EXPECT_EQ(canvas().scene().hitAt({50, 50}, 0).annotation, large);
}

TEST_F(CanvasTest, RubberBandSelectsWhatItTouches) {
    openPictures(1);
    const auto a = addMask(core::Mask::fromRect({20, 20, 30, 30}));
    const auto b = addMask(core::Mask::fromRect({80, 20, 30, 30}));
    addMask(core::Mask::fromRect({200, 150, 30, 30}));
    drag({10, 60}, {100, 10});
    EXPECT_EQ(session().selection().ids(), (QList{a, b}));
}

TEST_F(CanvasTest, ArrowKeysMoveTheViewInEveryTool) {
    openPictures(1);
    canvas().setScale(4);
    const auto steps = history().cursor();
    for (const Qt::Key tool : {Qt::Key_V, Qt::Key_B, Qt::Key_P}) {
        key(tool);
        const QPointF before = canvas().toImage({100, 100});
        key(Qt::Key_Right);
        EXPECT_GT(canvas().toImage({100, 100}).x(), before.x());
        key(Qt::Key_Left);
        EXPECT_EQ(canvas().toImage({100, 100}), before);
        key(Qt::Key_Down);
        EXPECT_GT(canvas().toImage({100, 100}).y(), before.y());
        key(Qt::Key_Up);
        EXPECT_EQ(canvas().toImage({100, 100}), before);
    }
    EXPECT_EQ(history().cursor(), steps) << "nothing but the view";
}

TEST(Overlay, CoversExactlyTheDevicePixelsWhoseCentresAreInside) {
    const core::Mask mask = core::Mask::fromRect({3, 2, 5, 4});
    gui::Viewport viewport;
    viewport.setViewSize({120, 100});
    viewport.setImageSize({12, 10});
    viewport.setScaleAbout({0, 0}, 7.3);
    QImage image(120, 100, QImage::Format_ARGB32_Premultiplied);
    image.fill(0);
    gui::paintOverlay(image, image.rect(), viewport, {{&mask, mask.boundingBox(), {0xffff0000, 255, 0, 0}}});
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 120; ++x) {
            const QPointF at = viewport.toImage(QPointF(x + 0.5, y + 0.5));
            const bool inside = mask.contains({int(std::floor(at.x())), int(std::floor(at.y()))});
            ASSERT_EQ(image.pixel(x, y) != 0, inside) << x << ' ' << y;
        }
    }
}

TEST(Overlay, APartPaintedAloneEqualsThatPartOfTheWhole) {
    const core::Mask a =
        core::Mask::fromRect({3, 2, 50, 40}).subtracted(core::Mask::fromRect({20, 10, 9, 9}));
    const core::Mask b = core::Mask::fromRect({30, 20, 50, 40});
    gui::Viewport viewport;
    viewport.setViewSize({160, 130});
    viewport.setImageSize({100, 80});
    viewport.setScaleAbout({0, 0}, 1.7);
    const std::vector<gui::OverlayItem> items{{&a, a.boundingBox(), {0xffff0000, 90, 2, 4}},
                                              {&b, b.boundingBox(), {0xff00ff00, 120, 1, 0}}};
    QImage whole(160, 130, QImage::Format_ARGB32_Premultiplied);
    whole.fill(0);
    gui::paintOverlay(whole, whole.rect(), viewport, items);
    const QRect part(37, 21, 60, 55);
    QImage alone(160, 130, QImage::Format_ARGB32_Premultiplied);
    alone.fill(0);
    gui::paintOverlay(alone, part, viewport, items);
    EXPECT_EQ(alone.copy(part), whole.copy(part));
}

TEST(Layer, PanningPaintsOnlyTheNewStripsAndGivesTheSamePicture) {
    gui::LayerCache cache(QImage::Format_RGB32);
    gui::Viewport viewport;
    viewport.setViewSize({200, 150});
    viewport.setImageSize({400, 300});
    viewport.setScaleAbout({100, 75}, 1);
    qint64 painted = 0;
    const auto paint = [&](QImage& target, const QRegion& region) {
        for (const QRect& device : region) {
            painted += qint64(device.width()) * device.height();
            for (int y = device.top(); y <= device.bottom(); ++y) {
                for (int x = device.left(); x <= device.right(); ++x) {
                    const QPointF at = viewport.toImage(QPointF(x, y));
                    target.setPixel(x, y, qRgb(int(at.x()) & 255, int(at.y()) & 255, 7));
                }
            }
        }
    };
    cache.updated(viewport, paint);
    for (const QPoint by : {QPoint(13, 0), QPoint(-7, 5), QPoint(0, -31), QPoint(3, 3)}) {
        painted = 0;
        viewport.panBy(by);
        const QImage panned = cache.updated(viewport, paint).copy();
        EXPECT_LT(painted, 200 * 150 / 2);
        gui::LayerCache fresh(QImage::Format_RGB32);
        EXPECT_EQ(panned, fresh.updated(viewport, paint)) << by.x() << ' ' << by.y();
    }
}

} // namespace
