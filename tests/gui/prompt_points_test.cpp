// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/prompt_points.h"

#include <gtest/gtest.h>

namespace {

TEST(Sampled, PointsAreEvenAndAwayFromTheEnds) {
    const QList<QPointF> points = gui::sampled({{0, 0}, {10, 0}, {10, 0}, {10, 10}}, 4);
    EXPECT_EQ(points, (QList<QPointF>{{2.5, 0}, {7.5, 0}, {10, 2.5}, {10, 7.5}}));
    EXPECT_EQ(gui::sampled({{3, 4}, {3, 4}}, 5), QList<QPointF>({{3, 4}}));
    EXPECT_TRUE(gui::sampled({}, 5).isEmpty());
}

TEST(InsidePoint, LiesInTheMaskAndAwayFromWhatIsToBeAvoided) {
    const core::Mask mask = core::Mask::fromRect({10, 10, 80, 20});
    const QPointF free = gui::insidePoint(mask, {});
    EXPECT_TRUE(mask.contains(QPoint(int(free.x()), int(free.y()))));
    const core::Mask two = core::Mask::fromRect({0, 0, 20, 20}).united(core::Mask::fromRect({0, 40, 20, 20}));
    EXPECT_GT(gui::insidePoint(two, {QPointF(10, 10)}).y(), 40);
}

} // namespace
