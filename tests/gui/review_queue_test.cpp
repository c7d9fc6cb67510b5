// SPDX-License-Identifier: Apache-2.0
#include "gui/session/review_queue.h"

#include <gtest/gtest.h>

namespace test {
namespace {

core::RiskItem item(qint64 id, qint64 image) {
    core::RiskItem item;
    item.instance = {id};
    item.image = {image};
    return item;
}

TEST(ReviewQueue, OneThatWasSortedAwayCountsOnlyAsDecided) {
    gui::ReviewQueue queue;
    queue.arrange({item(1, 1), item(2, 1), item(3, 2)});
    queue.advance();
    EXPECT_TRUE(queue.mark({2}, true));
    queue.arrange({item(1, 1), item(2, 1), item(3, 2)});
    EXPECT_EQ(queue.placeOf({2}), -1);
    EXPECT_EQ(queue.waiting(), 2);
    EXPECT_TRUE(queue.mark({2}, false));
    EXPECT_EQ(queue.waiting(), 2) << "it comes with the next order";
    EXPECT_EQ(queue.decided(), 0);
    EXPECT_FALSE(queue.mark({9}, true)) << "never in the queue";
}

TEST(ReviewQueue, WhatGoesWithItsImageLeavesThePlaceBeforeIt) {
    gui::ReviewQueue queue;
    queue.arrange({item(1, 1), item(2, 2), item(3, 1), item(4, 2)});
    queue.setPlace(1);
    EXPECT_EQ(queue.nextImage(), core::ImageId{1});
    queue.removeImages({core::ImageId{2}});
    ASSERT_EQ(queue.items().size(), 2U);
    EXPECT_EQ(queue.place(), 0);
    queue.advance();
    EXPECT_EQ(queue.current()->instance, core::AnnotationId{3});
    EXPECT_EQ(queue.waiting(), 2);
}

} // namespace
} // namespace test
