// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/panoptic_quality.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace core {
namespace {

constexpr int kSide = 24;
const QSize kPicture{kSide, kSide};

Track square(QRect rect, bool crowd = false) {
    const Mask mask = Mask::fromRect(rect);
    return {{mask}, {QRectF(rect)}, 1, crowd, double(mask.area())};
}

EvaluationUnit unit(const QString& phrase, std::vector<Track> truth, std::vector<Track> found) {
    return {QStringLiteral("a.png"), phrase, kPicture, 1, std::move(truth), std::move(found)};
}

/// The rules as panopticapi's loop has them, over maps of segment numbers: 0 is void.
struct PixelRules {
    struct Segment {
        int category = 0;
        bool crowd = false;
    };
    std::map<int, Segment> truth, found;
    std::vector<int> truthMap = std::vector<int>(kSide * kSide), foundMap = truthMap;
    std::map<int, std::array<double, 4>> counts; // category: IoU, matched, wrong, missed

    void run() {
        std::map<std::pair<int, int>, int> shared;
        std::map<int, int> truthArea, foundArea, crowds;
        for (std::size_t i = 0; i < truthMap.size(); ++i) {
            ++shared[{truthMap[i], foundMap[i]}];
            ++truthArea[truthMap[i]];
            ++foundArea[foundMap[i]];
        }
        std::set<int> matchedTruth, matchedFound;
        for (const auto& [pair, pixels] : shared) {
            const auto [t, f] = pair;
            if (t == 0 || f == 0 || truth[t].crowd || truth[t].category != found[f].category) {
                continue;
            }
            const double iou = double(pixels) / (truthArea[t] + foundArea[f] - pixels - shared[{0, f}]);
            if (iou > 0.5) {
                counts[truth[t].category][0] += iou;
                counts[truth[t].category][1] += 1;
                matchedTruth.insert(t);
                matchedFound.insert(f);
            }
        }
        for (const auto& [t, segment] : truth) {
            if (truthArea[t] > 0 && segment.crowd) {
                crowds[segment.category] = t;
            } else if (truthArea[t] > 0 && !matchedTruth.contains(t)) {
                counts[segment.category][3] += 1;
            }
        }
        for (const auto& [f, segment] : found) {
            if (foundArea[f] == 0 || matchedFound.contains(f)) {
                continue;
            }
            int excused = shared[{0, f}];
            if (crowds.contains(segment.category)) {
                excused += shared[{crowds[segment.category], f}];
            }
            if (double(excused) / foundArea[f] <= 0.5) {
                counts[segment.category][2] += 1;
            }
        }
    }
};

TEST(PanopticQuality, CountsWhatTheRulesCount) {
    PanopticQuality quality;
    // One of two cars is matched with IoU 0.8, the other missed; a dog stands where truth has a car.
    quality.add({unit(QStringLiteral("car"), {square({0, 0, 10, 10}), square({12, 12, 6, 6})},
                      {square({0, 0, 8, 10})}),
                 unit(QStringLiteral("dog"), {}, {square({12, 12, 6, 6})})});
    const PanopticFigures car = quality.figuresOf(QStringLiteral("car"));
    EXPECT_NEAR(car.pq, 0.8 / 1.5, 1e-12);
    EXPECT_NEAR(car.sq, 0.8, 1e-12);
    EXPECT_NEAR(car.rq, 1 / 1.5, 1e-12);
    EXPECT_EQ(quality.figuresOf(QStringLiteral("dog")).wrong, 1);
    EXPECT_NEAR(quality.figures().pq, 0.8 / 1.5 / 2, 1e-12) << "the mean over both classes";
    EXPECT_LT(quality.figuresOf(QStringLiteral("cat")).pq, 0) << "nobody has one";
}

TEST(PanopticQuality, WhatTruthSaysNothingOfIsNotWrong) {
    PanopticQuality quality;
    quality.add({unit(QStringLiteral("car"), {square({0, 0, 4, 4}), square({10, 0, 8, 8}, true)},
                      {square({0, 0, 4, 6}), square({10, 0, 4, 4}), square({0, 15, 4, 4})})});
    const PanopticFigures figures = quality.figures();
    EXPECT_EQ(figures.matched, 1);
    EXPECT_NEAR(figures.sq, 1, 1e-12) << "the two rows on unknown ground are not in the union";
    EXPECT_EQ(figures.wrong, 0) << "one lies on a crowd, one on unknown ground";
    EXPECT_EQ(figures.missed, 0);
}

TEST(PanopticQuality, OfOverlappingInstancesTheUpperOneHasThePixels) {
    Track below = square({0, 0, 10, 10});
    Track above = square({0, 0, 10, 6});
    above.z = 1;
    PanopticQuality quality;
    quality.add(
        {unit(QStringLiteral("car"), {below, above}, {square({0, 6, 10, 4}), square({0, 0, 10, 6})})});
    EXPECT_NEAR(quality.figures().pq, 1, 1e-12);
}

TEST(PanopticQuality, RandomPicturesGiveTheFiguresOfTheRulesPixelByPixel) {
    std::mt19937 random(7);
    const auto below = [&](int n) { return int(random() % unsigned(n)); };
    int pictures = 0;
    for (int round = 0; round < 200; ++round) {
        PixelRules rules;
        std::vector<EvaluationUnit> units{unit(QStringLiteral("0"), {}, {}),
                                          unit(QStringLiteral("1"), {}, {})};
        for (const bool isTruth : {true, false}) {
            std::map<int, PixelRules::Segment>& segments = isTruth ? rules.truth : rules.found;
            std::vector<int>& map = isTruth ? rules.truthMap : rules.foundMap;
            std::set<int> crowded;
            for (int number = 1; number <= 6; ++number) {
                const QRect rect(below(16), below(16), 2 + below(7), 2 + below(7));
                const int category = below(2);
                const bool crowd = isTruth && below(5) == 0 && crowded.insert(category).second;
                segments[number] = {category, crowd};
                Track track = square(rect, crowd);
                track.z = number;
                auto& side =
                    isTruth ? units[std::size_t(category)].truth : units[std::size_t(category)].found;
                side.push_back(track);
                for (int y = rect.top(); y <= rect.bottom(); ++y) {
                    for (int x = rect.left(); x <= rect.right(); ++x) {
                        map[std::size_t(y * kSide + x)] = number;
                    }
                }
            }
        }
        rules.run();
        PanopticQuality quality;
        quality.add(units);
        for (const int category : {0, 1}) {
            const auto& counts = rules.counts[category];
            const PanopticFigures figures = quality.figuresOf(QString::number(category));
            EXPECT_EQ(figures.matched, int(counts[1]));
            EXPECT_EQ(figures.wrong, int(counts[2]));
            EXPECT_EQ(figures.missed, int(counts[3]));
            const double all = counts[1] + counts[2] / 2 + counts[3] / 2;
            EXPECT_NEAR(figures.pq, all > 0 ? counts[0] / all : -1, 1e-12);
            pictures += int(counts[1]) > 0 ? 1 : 0;
        }
    }
    EXPECT_GT(pictures, 20) << "something has to match";
}

} // namespace
} // namespace core
