// SPDX-License-Identifier: Apache-2.0
#include "inference/session/postprocess.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace inference::test {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatEq;

/// '#' is inside, '.' outside.
std::vector<float> picture(const std::string& rows) {
    std::vector<float> values;
    for (const char c : rows)
        if (c != '\n')
            values.push_back(c == '#' ? 1.0F : -1.0F);
    return values;
}

std::string filled(const std::string& rows, int width, int maxArea) {
    std::vector<float> values = picture(rows);
    const int height = static_cast<int>(values.size()) / width;
    fillHoles(values, width, height, maxArea);
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        text += values[i] == 10.0F ? 'o' : values[i] > 0 ? '#' : '.';
        if ((i + 1) % static_cast<std::size_t>(width) == 0)
            text += '\n';
    }
    return text;
}

TEST(FillHoles, fillsSmallComponentsOnly) {
    EXPECT_EQ(filled("######\n#.##.#\n####.#\n#..###\n#..###\n", 6, 3),
              "######\n#o##o#\n####o#\n#..###\n#..###\n");
}

TEST(FillHoles, diagonalsBelongTogether) {
    EXPECT_EQ(filled("####\n#.##\n##.#\n####\n", 4, 1), "####\n#.##\n##.#\n####\n");
    EXPECT_EQ(filled("####\n#.##\n##.#\n####\n", 4, 2), "####\n#o##\n##o#\n####\n");
    EXPECT_EQ(filled("####\n##.#\n#.##\n####\n", 4, 1), "####\n##.#\n#.##\n####\n");
    EXPECT_EQ(filled("#.##.\n##..#\n#.#.#\n", 5, 5), "#.##.\n##..#\n#.#.#\n");
    EXPECT_EQ(filled("#.##.\n##..#\n#.#.#\n", 5, 6), "#o##o\n##oo#\n#o#o#\n");
}

TEST(FillHoles, theBorderCountsToo) {
    EXPECT_EQ(filled(".###\n####\n", 4, 1), "o###\n####\n");
}

TEST(FillHoles, zeroIsOutsideAndNoAreaMeansNothing) {
    std::vector<float> values{1, 0, 1};
    fillHoles(values, 3, 1, 0);
    EXPECT_EQ(values[1], 0.0F);
    fillHoles(values, 3, 1, 1);
    EXPECT_EQ(values[1], 10.0F);
}

DecodedMasks masks(std::vector<float> first, std::vector<float> iou) {
    first.resize(400, -1.0F);
    return {std::move(first), std::move(iou)};
}

TEST(SingleMask, isTheFirstWhenStable) {
    EXPECT_EQ(chooseSingleMask(masks(std::vector<float>(98, 0.06F), {0.1F, 0.9F, 0.5F, 0.5F})), 0U);
    EXPECT_EQ(chooseSingleMask(masks({}, {0.1F, 0.9F, 0.5F, 0.5F})), 0U) << "an empty mask is stable";
}

TEST(SingleMask, isTheBestCandidateWhenNot) {
    std::vector<float> first(97, 0.06F);
    first.insert(first.end(), 3, 0.0F); // 97 of 100 stay
    EXPECT_EQ(chooseSingleMask(masks(first, {1.0F, 0.2F, 0.5F, 0.4F})), 2U);
    first[97] = 0.06F; // 98 of 100
    EXPECT_EQ(chooseSingleMask(masks(first, {1.0F, 0.2F, 0.5F, 0.4F})), 0U);
}

TEST(Boxes, goToTheModelsUnitsAndBack) {
    const ImageSize size{200, 100};
    const Exemplar exemplar = toExemplar({{20, 10, 60, 50}, false}, size);
    EXPECT_THAT(exemplar.box, ElementsAre(FloatEq(0.2F), FloatEq(0.3F), FloatEq(0.2F), FloatEq(0.4F)));
    EXPECT_FALSE(exemplar.positive);
    const Box box = toPixels(exemplar.box, size);
    EXPECT_FLOAT_EQ(box.x0, 20);
    EXPECT_FLOAT_EQ(box.y0, 10);
    EXPECT_FLOAT_EQ(box.x1, 60);
    EXPECT_FLOAT_EQ(box.y1, 50);
    EXPECT_LT(toPixels({0.0F, 0.5F, 0.2F, 0.2F}, size).x0, 0) << "not clipped";
}

TEST(Clicks, boxCornersComeFirstAndHalfAPixelIsAdded) {
    InstancePrompt prompt;
    prompt.points = {{100, 50, false}, {0, 0, true}};
    prompt.box = Box{10, 20, 30, 40};
    const auto clicks = toClicks(prompt, {200, 100}, 50);
    ASSERT_EQ(clicks.size(), 4U);
    EXPECT_EQ(clicks[0].kind, PointKind::BoxTopLeft);
    EXPECT_EQ(clicks[1].kind, PointKind::BoxBottomRight);
    EXPECT_EQ(clicks[2].kind, PointKind::Negative);
    EXPECT_EQ(clicks[3].kind, PointKind::Positive);
    EXPECT_DOUBLE_EQ(clicks[0].x, 10.0 / 200 + 0.01);
    EXPECT_DOUBLE_EQ(clicks[1].y, 40.0 / 100 + 0.01);
    EXPECT_DOUBLE_EQ(clicks[2].x, 0.51);
    EXPECT_DOUBLE_EQ(clicks[3].y, 0.01);
}

} // namespace
} // namespace inference::test
