// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/plan.h"

#include <gtest/gtest.h>

namespace core {
namespace {

std::string refusal(const char* json) {
    const auto plan = readPlan(json);
    return plan ? std::string("accepted") : plan.error().message;
}

TEST(Plan, ReadsEveryKeyAndWritesItBack) {
    const auto plan = readPlan(R"({
        "classes": [
            {"label": "cup", "phrases": ["cup", "coffee  mug", "cup"], "not": ["cup holder"], "threshold": 0.4,
             "exemplars": [{"image": "a.png", "box": [1, 2, 30.5, 40], "positive": false}]},
            {"label": "plate"}],
        "duplicate_iou": 0.6, "between_classes": "best-score", "exclusive_pixels": true, "min_area": 25,
        "write": "replace-auto", "tiles": {"side": 1024, "overlap": 96}})");
    ASSERT_TRUE(plan) << plan.error().message;
    ASSERT_EQ(plan->classes.size(), 2);
    EXPECT_EQ(plan->classes[0].phrases, QStringList({QStringLiteral("cup"), QStringLiteral("coffee mug")}));
    EXPECT_EQ(plan->classes[0].vetoes, QStringList(QStringLiteral("cup holder")));
    EXPECT_DOUBLE_EQ(*plan->classes[0].threshold, 0.4);
    EXPECT_EQ(plan->classes[0].exemplars[0].box.rect, QRectF(QPointF(1, 2), QPointF(30.5, 40)));
    EXPECT_FALSE(plan->classes[0].exemplars[0].box.positive);
    EXPECT_EQ(plan->classes[1].phrases, QStringList(QStringLiteral("plate"))) << "the label is the phrase";
    EXPECT_FALSE(plan->classes[1].threshold);
    EXPECT_DOUBLE_EQ(plan->duplicateIou, 0.6);
    EXPECT_EQ(plan->between, BetweenClasses::BestScore);
    EXPECT_TRUE(plan->exclusivePixels);
    EXPECT_EQ(plan->minArea, 25);
    EXPECT_EQ(plan->write, WritePolicy::ReplaceAuto);
    EXPECT_EQ(plan->tiles, (Tiles{1024, 96}));
    const auto again = readPlan(writePlan(*plan));
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, *plan);
    EXPECT_EQ(writePlan(*again), writePlan(*plan));
}

TEST(Plan, ByDefaultNothingOfPeopleIsTouched) {
    const auto plan = readPlan(R"({"classes": [{"label": "cup"}]})");
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->write, WritePolicy::Add);
    EXPECT_EQ(plan->between, BetweenClasses::Allow);
    EXPECT_EQ(plan->tiles.side, 0);
}

TEST(Plan, DeepNestingIsRefusedBeforeAnythingCopiesIt) {
    const QByteArray deep = "{\"classes\": " + QByteArray(2'000'000, '[') + QByteArray(2'000'000, ']') + "}";
    EXPECT_FALSE(readPlan(deep));
    const QByteArray quoted = "{\"classes\": [{\"label\": \"\\\"" + QByteArray(40, '[') + "\"}]}";
    EXPECT_TRUE(readPlan(quoted)) << "in a text it is fine, behind an escaped quote too";
}

TEST(Plan, EveryMistakeIsNamed) {
    const auto names = [](const char* json, const char* word) {
        const std::string message = refusal(json);
        EXPECT_NE(message.find(word), std::string::npos) << json << " -> " << message;
        EXPECT_EQ(message.back(), '.');
    };
    names("", "not JSON");
    names("[1]", "outermost");
    names(R"({"classes": []})", "classes");
    names(R"({"classes": [{"label": "cup"}], "treshold": 1})", "treshold");
    names(R"({"classes": [{"phrases": ["cup"]}]})", "label");
    names(R"({"classes": [{"label": "a"}, {"label": "a"}]})", "twice");
    names(R"({"classes": [{"label": "a", "threshold": 1.5}]})", "threshold");
    names(R"({"classes": [{"label": "a", "threshold": "high"}]})", "threshold");
    names(R"({"classes": [{"label": "a", "phrases": "cup"}]})", "phrases");
    names(R"({"classes": [{"label": "a", "phrases": [""]}]})", "phrases");
    names(R"({"classes": [{"label": "a", "exemplars": [{"image": "x", "box": [5, 5, 1, 9]}]}]})", "box");
    names(R"({"classes": [{"label": "a", "exemplars": [{"image": "x", "box": [5, 5, 9]}]}]})", "box");
    names(R"({"classes": [{"label": "a"}], "write": "overwrite"})", "fill-empty");
    names(R"({"classes": [{"label": "a"}], "tiles": {"side": 10}})", "side");
    names(R"({"classes": [{"label": "a"}], "tiles": {"side": 512, "overlap": 400}})", "overlap");
    names(R"({"classes": [{"label": "a"}], "min_area": -1})", "min_area");
}

} // namespace
} // namespace core
