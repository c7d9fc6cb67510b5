// SPDX-License-Identifier: Apache-2.0
// Time of one frame on an 8,000 x 8,000 image with 500 masks, as computing time of the UI thread, so that
// other programs on the machine don't count. The limits are loose: they catch a wrong order of growth, not a
// slow day.
#include "core/mask/brush.h"

#include "tests/support/gui/window_fixture.h"
#include "tests/support/slowdown.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>

namespace {

double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// The 95th percentile of `times` runs of `step`.
double percentile(int times, const std::function<void(int)>& step) {
    std::vector<double> all;
    for (int i = 0; i < times; ++i) {
        const double before = threadMilliseconds();
        step(i);
        all.push_back(threadMilliseconds() - before);
    }
    std::sort(all.begin(), all.end());
    return all[std::size_t(times * 95 / 100)];
}

class PaintSpeedTest : public test::WindowFixture {};

TEST_F(PaintSpeedTest, FramesOf500MasksOnAnImageOf64Megapixels) {
    openPictures(1, {8000, 8000});
    QTest::qWait(400);
    std::mt19937 random(7);
    std::uniform_int_distribution<int> place(100, 7900);
    std::uniform_int_distribution<int> radius(60, 320);
    for (int i = 0; i < 500; ++i) {
        const QPointF centre(place(random), place(random));
        const double r = radius(random);
        core::Brush brush(2 * r, session().imageRect());
        addMask(brush.moveTo(centre));
    }
    QImage frame(canvas().size(), QImage::Format_ARGB32_Premultiplied);
    const auto paint = [&] { canvas().render(&frame); };
    paint();
    const double zoom = percentile(40, [&](int i) {
        const QPointF at(400, 300);
        QWheelEvent event(at, canvas().mapToGlobal(at), {}, {0, i % 20 < 10 ? 120 : -120}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas(), &event);
        paint();
    });
    canvas().fit();
    paint();
    QTest::mousePress(&canvas(), Qt::MiddleButton, {}, {400, 300});
    const double pan = percentile(40, [&](int i) {
        QMouseEvent event(QEvent::MouseMove, QPointF(400 + 5 * (i % 9), 300 - 3 * (i % 7)), QPointF(),
                          Qt::NoButton, Qt::MiddleButton, Qt::NoModifier);
        QApplication::sendEvent(&canvas(), &event);
        paint();
    });
    QTest::mouseRelease(&canvas(), Qt::MiddleButton, {}, {400, 300});
    canvas().setScale(0.5);
    paint();
    const double hover = percentile(60, [&](int i) {
        const QPointF p = canvas().toImage(QPointF(100 + 7 * i, 150 + 5 * i));
        moveTo(p.x(), p.y());
        paint();
    });
    key(Qt::Key_B);
    const QPointF start = canvas().toImage(QPointF(200, 200));
    press(start.x(), start.y());
    const double stroke = percentile(60, [&](int i) {
        const QPointF p = canvas().toImage(QPointF(200 + 6 * i, 200 + 4 * i));
        moveTo(p.x(), p.y());
        paint();
    });
    release(start.x() + 700, start.y() + 400);
    paint();
    const double undo = percentile(10, [&](int i) {
        i % 2 == 0 ? session().undo() : session().redo();
        paint();
    });
    std::printf("p95 ms of a frame %d x %d: zoom %.1f, pan %.1f, hover %.1f, stroke %.1f, undo %.1f\n",
                frame.width(), frame.height(), zoom, pan, hover, stroke, undo);
    EXPECT_LT(zoom, 120 * test::kSlowdown);
    EXPECT_LT(pan, 60 * test::kSlowdown);
    EXPECT_LT(hover, 60 * test::kSlowdown);
    EXPECT_LT(stroke, 60 * test::kSlowdown);
    EXPECT_LT(undo, 60 * test::kSlowdown);
}

} // namespace
