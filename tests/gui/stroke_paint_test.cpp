// SPDX-License-Identifier: Apache-2.0
// A stroke paints only what it changed, and what is on the screen is what painting everything would give.
#include "gui/canvas/changed_region.h"
#include "gui/tools/tool_manager.h"

#include "core/mask/brush.h"

#include "tests/support/gui/window_fixture.h"

#include <QTest>

namespace {

class StrokePaintTest : public test::WindowFixture {
protected:
    /// The frame after a step, and the same after everything was painted anew.
    void expectWholeFrame(const char* step, int number) {
        const QImage shown = canvas().grab().toImage();
        canvas().scene().setMode(canvas().scene().mode());
        EXPECT_EQ(shown, canvas().grab().toImage()) << step << ' ' << number;
    }

    void stroke(Qt::KeyboardModifiers modifiers) {
        const QPointF from = canvas().toImage(QPointF(90, 100));
        press(from.x(), from.y(), Qt::LeftButton, modifiers);
        expectWholeFrame("press", 0);
        for (int i = 1; i <= 12; ++i) {
            const QPointF to = canvas().toImage(QPointF(90 + 17 * i, 100 + (i % 5) * 9));
            moveTo(to.x(), to.y(), modifiers);
            expectWholeFrame("move", i);
        }
        const QPointF to = canvas().toImage(QPointF(294, 118));
        release(to.x(), to.y(), Qt::LeftButton, modifiers);
        expectWholeFrame("release", 0);
    }
};

TEST_F(StrokePaintTest, EachStepShowsWhatPaintingEverythingWouldShow) {
    openPictures(1, {900, 700});
    const auto large = addMask(core::Mask::fromRect({200, 150, 500, 400}));
    addMask(core::Mask::fromRect({260, 200, 90, 60}).subtracted(core::Mask::fromRect({280, 210, 20, 20})));
    for (const double scale : {0.37, 1.0, 3.7}) {
        canvas().fit();
        canvas().setScale(scale);
        key(Qt::Key_B);
        canvas().tools().current().setSize(std::round(110 / scale));
        session().selection().clear();
        stroke({});
        session().selection().select(large);
        stroke({});
        stroke(Qt::AltModifier);
        while (history().canUndo() && annotations().size() > 2) {
            session().undo();
        }
        expectWholeFrame("undo", 0);
    }
}

TEST(ChangedRegion, HoldsEveryPixelThatDiffersAndLittleMore) {
    core::Brush brush(400, {0, 0, 2000, 2000});
    const core::Mask first = brush.moveTo({700, 700});
    const core::Mask both = first.united(brush.moveTo({709, 704}));
    const core::Mask differs = both.subtracted(first);
    const QRegion region = gui::changedRegion(first, both);
    qint64 area = 0;
    core::Mask left = differs;
    for (const QRect& rect : region) {
        area += qint64(rect.width()) * rect.height();
        left = left.subtracted(core::Mask::fromRect(rect));
    }
    EXPECT_TRUE(left.isEmpty());
    EXPECT_LT(area, 400 * 400 / 4);
    EXPECT_TRUE(gui::changedRegion(both, both).isEmpty());
    EXPECT_EQ(gui::changedRegion({}, core::Mask::fromRect({3, 4, 5, 60})).boundingRect(), QRect(3, 4, 5, 60));
}

} // namespace
