// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/auto_labeler.h"
#include "core/auto_label/sample.h"

#include "tests/support/core/color_engine.h"

#include <QPainter>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace core {
namespace {

using testing::Test;

LoadedImage painted(QSize size, const QList<std::pair<QRect, QColor>>& rectangles) {
    LoadedImage image;
    image.image = QImage(size, QImage::Format_RGB32);
    image.image.fill(Qt::white);
    QPainter painter(&image.image);
    for (const auto& [rectangle, color] : rectangles) {
        painter.fillRect(rectangle, color);
    }
    return image;
}

PlannedClass planned(const QString& label, const QStringList& phrases, const QStringList& vetoes = {}) {
    PlannedClass one;
    one.label = label;
    one.phrases = phrases;
    one.vetoes = vetoes;
    return one;
}

std::vector<FoundObject> label(const LoadedImage& image, const AutoLabelPlan& plan) {
    ColorEngine engine;
    const auto found = autoLabel(engine, image, QStringLiteral("a.png"), plan, {});
    EXPECT_TRUE(found) << found.error().message;
    return found.value_or(std::vector<FoundObject>());
}

TEST(Views, TilesCoverThePictureWithTheirOverlap) {
    EXPECT_EQ(viewsOf({300, 200}, {}).size(), 1U);
    EXPECT_EQ(viewsOf({300, 200}, {512, 64}).size(), 1U) << "a picture smaller than a tile is one view";
    const std::vector<QRect> views = viewsOf({1000, 300}, {400, 100});
    ASSERT_EQ(views.size(), 1 + 3U) << "three tiles in one row";
    EXPECT_EQ(views[0], QRect(0, 0, 1000, 300));
    EXPECT_EQ(views[1], QRect(0, 0, 400, 300));
    EXPECT_EQ(views[2], QRect(300, 0, 400, 300));
    EXPECT_EQ(views[3], QRect(600, 0, 400, 300));
    for (std::size_t i = 2; i < views.size(); ++i) {
        EXPECT_GE(views[i - 1].right() + 1 - views[i].left(), 100);
    }
}

TEST(AutoLabel, EachPhraseFindsItsInstancesAndSynonymsNoneTwice) {
    const LoadedImage image = painted({60, 40}, {{{2, 3, 10, 8}, Qt::red}, {{30, 5, 6, 6}, Qt::red}});
    AutoLabelPlan plan;
    plan.classes = {planned(QStringLiteral("cup"), {QStringLiteral("red"), QStringLiteral("red 0.95")}),
                    planned(QStringLiteral("sky"), {QStringLiteral("blue")})};
    const auto found = label(image, plan);
    ASSERT_EQ(found.size(), 2U);
    for (const FoundObject& one : found) {
        EXPECT_EQ(one.planned, 0);
        EXPECT_FLOAT_EQ(one.score, 0.95F) << "the better of two phrases";
        EXPECT_EQ(one.phrase, QStringLiteral("red 0.95"));
    }
    EXPECT_EQ(found[0].mask, Mask::fromRect({2, 3, 10, 8})) << "by place where scores are equal";
    EXPECT_EQ(found[1].mask, Mask::fromRect({30, 5, 6, 6}));
}

TEST(AutoLabel, ThresholdsAreStrictAndTheModelsOwnUnlessGiven) {
    const LoadedImage image = painted({40, 40}, {{{2, 3, 10, 8}, Qt::red}});
    AutoLabelPlan plan;
    plan.classes = {planned(QStringLiteral("cup"), {QStringLiteral("red 0.5")})};
    EXPECT_TRUE(label(image, plan).empty()) << "0.5 is not above the model's 0.5";
    plan.classes[0].threshold = 0.49;
    EXPECT_EQ(label(image, plan).size(), 1U);
}

TEST(AutoLabel, AVetoWithABetterScoreRemovesWhatItFinds) {
    const LoadedImage image = painted({40, 40}, {{{2, 3, 10, 8}, Qt::red}});
    AutoLabelPlan plan;
    plan.classes = {planned(QStringLiteral("cup"), {QStringLiteral("red 0.8")}, {QStringLiteral("red 0.7")})};
    EXPECT_EQ(label(image, plan).size(), 1U) << "the veto is less sure";
    plan.classes[0].vetoes = {QStringLiteral("red 0.85")};
    EXPECT_TRUE(label(image, plan).empty());
}

TEST(AutoLabel, ClassesCompeteAsThePlanSays) {
    const LoadedImage image = painted({40, 40}, {{{2, 3, 10, 8}, Qt::red}});
    AutoLabelPlan plan;
    plan.classes = {planned(QStringLiteral("cup"), {QStringLiteral("red 0.6")}),
                    planned(QStringLiteral("mug"), {QStringLiteral("red 0.9")})};
    EXPECT_EQ(label(image, plan).size(), 2U);
    plan.between = BetweenClasses::BestScore;
    ASSERT_EQ(label(image, plan).size(), 1U);
    EXPECT_EQ(label(image, plan)[0].planned, 1);
    plan.between = BetweenClasses::FirstClass;
    ASSERT_EQ(label(image, plan).size(), 1U);
    EXPECT_EQ(label(image, plan)[0].planned, 0);
    plan.between = BetweenClasses::Allow;
    plan.exclusivePixels = true;
    ASSERT_EQ(label(image, plan).size(), 1U) << "nothing is left for the weaker one";
    EXPECT_EQ(label(image, plan)[0].planned, 1);
}

TEST(AutoLabel, AnObjectAcrossSeamsIsOneInstance) {
    // A bar over three tiles, and a small thing in one of them.
    const LoadedImage image =
        painted({1000, 300}, {{{100, 50, 800, 20}, Qt::red}, {{450, 200, 9, 9}, Qt::red}});
    AutoLabelPlan plan;
    plan.classes = {planned(QStringLiteral("bar"), {QStringLiteral("red")})};
    plan.tiles = {400, 100};
    const auto found = label(image, plan);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].mask, Mask::fromRect({100, 50, 800, 20}));
    EXPECT_EQ(found[1].mask, Mask::fromRect({450, 200, 9, 9}));
    ColorEngine engine;
    ASSERT_TRUE(autoLabel(engine, image, {}, plan, {}));
    EXPECT_EQ(engine.opened, 4) << "each view is encoded once, whatever is asked";
}

TEST(Settled, SeamsAreMergedWithoutTheWholePictureToo) {
    const auto seen = [](const QRect& mask, const QRect& view, float score) {
        return SeenObject{{0, score, {}, Mask::fromRect(mask)}, view, false};
    };
    AutoLabelPlan plan;
    plan.classes = {planned(QStringLiteral("bar"), {QStringLiteral("bar")})};
    // Two halves of one bar, and two different things side by side in the overlap.
    const auto found = settled(
        {seen({10, 10, 90, 10}, {0, 0, 100, 100}, 0.8F), seen({70, 10, 80, 10}, {70, 0, 100, 100}, 0.7F),
         seen({72, 40, 8, 8}, {0, 0, 100, 100}, 0.9F), seen({88, 40, 8, 8}, {70, 0, 100, 100}, 0.6F)},
        plan);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[1].mask, Mask::fromRect({10, 10, 140, 10}));
    EXPECT_FLOAT_EQ(found[1].score, 0.8F);
}

TEST(AutoLabel, SmallThingsAreLeftOut) {
    const LoadedImage image = painted({40, 40}, {{{2, 3, 10, 8}, Qt::red}, {{30, 30, 2, 2}, Qt::red}});
    AutoLabelPlan plan;
    plan.classes = {planned(QStringLiteral("cup"), {QStringLiteral("red")})};
    plan.minArea = 5;
    EXPECT_EQ(label(image, plan).size(), 1U);
}

TEST(Sample, CountsScoresBelowTheThresholdTooAndKeepsNothing) {
    const QTemporaryDir folder;
    RunImages images;
    for (int i = 0; i < 10; ++i) {
        const QString name = QStringLiteral("%1.png").arg(i);
        painted({40, 40}, {{{2, 3, 10, 8}, Qt::red}, {{20, 20, 4, 4}, Qt::blue}})
            .image.save(folder.filePath(name));
        images.paths.append(name);
    }
    images.absolutePath = [&](const QString& name) { return folder.filePath(name); };
    ColorEngine engine;
    AutoLabelPlan plan;
    plan.classes = {planned(QStringLiteral("cup"), {QStringLiteral("red 0.77")}),
                    planned(QStringLiteral("lid"), {QStringLiteral("blue 0.22")})};
    const auto report = labelSample(engine, plan, images, 4, {});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->images, 4);
    EXPECT_EQ(report->total, 10);
    EXPECT_EQ(report->classes[0].found, 4);
    EXPECT_EQ(report->classes[0].scores[15], 4);
    EXPECT_EQ(report->classes[1].found, 0) << "below the model's threshold";
    EXPECT_EQ(report->classes[1].scores[4], 4) << "but counted";
    EXPECT_TRUE(describe(*report, plan).contains(QStringLiteral("about 10 in all 10 images")));
}

} // namespace
} // namespace core
