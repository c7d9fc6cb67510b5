// SPDX-License-Identifier: Apache-2.0
#include "core/review/risk.h"

#include "core/mask/morphology.h"

#include "tests/support/cpu_timer.h"
#include "tests/support/slowdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <random>

namespace core {
namespace {

Annotation square(qint64 id, const QRect& rect, qint64 label = 1) {
    Annotation a;
    a.id = {id};
    a.image = {7};
    a.fields.label = {label};
    a.fields.state = State::Auto;
    a.mask = Mask::fromRect(rect);
    return a;
}

RiskFacts plain(qint64 id, qint64 label = 1) {
    RiskFacts f;
    f.instance = {id};
    f.image = {1 + id / 10};
    f.label = {label};
    f.score = 1;
    f.area = 880 + 10 * (id % 5);
    f.box = QRect(100, 100, 30, 30);
    f.picture = QSize(400, 300);
    f.shape = {f.instance, 16, 0.166F, 0, 0, 0};
    return f;
}
/// Twenty of one label that all look alike.
std::vector<RiskFacts> usual() {
    std::vector<RiskFacts> facts;
    for (qint64 id = 1; id <= 20; ++id) {
        facts.push_back(plain(id));
    }
    return facts;
}
/// The strongest reason of the first in the queue, if that is instance 13.
std::optional<Reason> reasonOf(const std::function<void(RiskFacts&)>& change) {
    std::vector<RiskFacts> facts = usual();
    change(facts[12]);
    const std::vector<RiskItem> queue = riskQueue(facts);
    const RiskItem& first = queue.front();
    return first.instance.value == 13 && !first.reasons.empty() ? std::optional(first.reasons.front())
                                                                : std::nullopt;
}

TEST(Risk, WhatLooksLikeTheOthersHasNoReason) {
    for (const RiskItem& item : riskQueue(usual())) {
        EXPECT_TRUE(item.reasons.empty()) << int(item.reasons.front().doubt);
        EXPECT_EQ(item.risk, 0);
    }
}

TEST(Risk, EachDoubtComesFirstWithItsFigure) {
    const auto expect = [](Doubt doubt, double figure, const std::function<void(RiskFacts&)>& change) {
        const auto reason = reasonOf(change);
        ASSERT_TRUE(reason) << int(doubt);
        EXPECT_EQ(int(reason->doubt), int(doubt));
        EXPECT_NEAR(reason->figure, figure, 0.01 * std::abs(figure));
        EXPECT_GT(reason->risk, 0.1);
    };
    expect(Doubt::LowScore, 0.25, [](RiskFacts& f) { f.score = 0.25F; });
    expect(Doubt::Size, 8800.0 / 900, [](RiskFacts& f) {
        f.area = 8800;
        f.box = QRect(50, 50, 95, 95);
    });
    expect(Doubt::Shape, std::log(4) / 0.1, [](RiskFacts& f) { f.box = QRect(50, 50, 60, 15); });
    expect(Doubt::Ragged, 2, [](RiskFacts& f) { f.shape.outline = 64; });
    expect(Doubt::Parts, 3, [](RiskFacts& f) { f.parts = 3; });
    expect(Doubt::Holes, 1, [](RiskFacts& f) { f.holes = 1; });
    expect(Doubt::Edges, 0.6, [](RiskFacts& f) { f.shape.flat = 0.6F; });
    expect(Doubt::Overlap, 0.5, [](RiskFacts& f) { f.shape.overlap = 0.5F; });
    expect(Doubt::Duplicate, 0.9, [](RiskFacts& f) { f.shape.twin = 0.9F; });
    expect(Doubt::Runs, 0.5, [](RiskFacts& f) { f.agreement = 0.5F; });
    expect(Doubt::Rare, 1, [](RiskFacts& f) { f.label = {2}; });
}

TEST(Risk, TheBorderOfThePictureCountsOnlyForWhatIsOdd) {
    const auto borderOf = [](qint64 area) {
        std::vector<RiskFacts> facts = usual();
        facts[12].box = QRect(0, 100, 30, 30);
        facts[12].area = area;
        for (const RiskItem& item : riskQueue(facts)) {
            for (const Reason& reason : item.reasons) {
                if (item.instance.value == 13 && reason.doubt == Doubt::Border) {
                    return reason.risk;
                }
            }
        }
        return 0.0;
    };
    EXPECT_EQ(borderOf(900), 0);
    EXPECT_GT(borderOf(600), 0.3);
}

TEST(Risk, FurtherReasonsAddATenthOfTheirs) {
    std::vector<RiskFacts> facts = usual();
    facts[3].score = 0.5F;
    facts[3].shape.twin = 0.375F;
    const RiskItem item = riskQueue(facts).front();
    ASSERT_EQ(item.reasons.size(), 2U);
    EXPECT_GE(item.reasons[0].risk, item.reasons[1].risk);
    EXPECT_NEAR(item.risk, item.reasons[0].risk + 0.1 * item.reasons[1].risk, 1e-9);
}

TEST(Risk, OnlyWhatWaitsAndWasAskedForStandsInTheQueue) {
    std::vector<RiskFacts> facts = usual();
    facts[0].state = State::Accepted;
    facts[1].state = State::Fixed;
    facts[2].asked = false;
    const std::vector<RiskItem> queue = riskQueue(facts);
    EXPECT_EQ(queue.size(), 17U);
    for (const RiskItem& item : queue) {
        EXPECT_GT(item.instance.value, 3);
    }
}

TEST(Risk, EqualFactsGiveAnEqualQueueInWhateverOrderTheyCome) {
    std::mt19937 random(4);
    std::vector<RiskFacts> facts;
    for (qint64 id = 1; id <= 300; ++id) {
        RiskFacts f = plain(id, 1 + id % 3);
        f.score = float(random() % 100) / 100;
        f.area = 500 + qint64(random() % 900);
        facts.push_back(f);
    }
    const std::vector<RiskItem> queue = riskQueue(facts);
    std::shuffle(facts.begin(), facts.end(), random);
    EXPECT_EQ(riskQueue(facts), queue);
    EXPECT_TRUE(std::is_sorted(queue.begin(), queue.end(),
                               [](const RiskItem& a, const RiskItem& b) { return a.risk > b.risk; }));
}

TEST(Risk, NumbersThatAreNoneDoNotBreakTheOrder) {
    std::vector<RiskFacts> facts = usual();
    facts[1].score = std::nanf("");
    facts[2].area = 0;
    facts[2].box = {};
    facts[3].score = -5;
    const std::vector<RiskItem> queue = riskQueue(facts);
    EXPECT_EQ(queue.size(), facts.size());
    for (const RiskItem& item : queue) {
        EXPECT_TRUE(std::isfinite(item.risk));
    }
}

TEST(ShapeMeasure, OutlineIsThatOfThePixels) {
    const auto outlineOf = [](const Mask& mask) {
        Annotation a = square(1, {});
        a.mask = mask;
        return double(measureShapes({a}, {}).front().outline) * double(mask.area());
    };
    EXPECT_NEAR(outlineOf(Mask::fromRect({3, 4, 10, 5})), 30 * 30, 0.1);
    // By counting pixels: every side without a neighbour.
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        std::vector<Mask::Span> spans;
        for (int i = 0; i < 30; ++i) {
            spans.push_back(
                {int(random() % 20), int(random() % 12), int(random() % 12) + 12 * int(random() % 2)});
        }
        const Mask mask = Mask::fromSpans(spans);
        int sides = 0;
        for (int y = 0; y < 20; ++y) {
            for (int x = 0; x < 24; ++x) {
                for (const QPoint step : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)}) {
                    sides += mask.contains({x, y}) && !mask.contains(QPoint(x, y) + step) ? 1 : 0;
                }
            }
        }
        EXPECT_NEAR(outlineOf(mask), double(sides) * sides, 1e-3 * double(sides) * sides);
    }
}

TEST(ShapeMeasure, SpreadTellsADiscFromASquareAndAStrip) {
    const auto spreadOf = [](const Mask& mask) {
        Annotation a = square(1, {});
        a.mask = mask;
        return measureShapes({a}, {}).front().spread;
    };
    EXPECT_NEAR(spreadOf(grown(Mask::fromRect({100, 100, 1, 1}), 40)), 1 / (2 * M_PI), 0.001);
    EXPECT_NEAR(spreadOf(Mask::fromRect({5, 5, 60, 60})), 1.0 / 6, 0.001);
    EXPECT_NEAR(spreadOf(Mask::fromRect({5, 5, 10, 90})), (81.0 + 1) / (12 * 9), 0.01);
}

TEST(ShapeMeasure, PairsShareWhatTheyOverlap) {
    const std::vector<Annotation> three{square(1, {0, 0, 20, 20}), square(2, {0, 10, 20, 20}),
                                        square(3, {15, 0, 10, 10}, 2)};
    const auto measures = measureShapes(three, {});
    EXPECT_FLOAT_EQ(measures[0].twin, 200.0F / 600);
    EXPECT_FLOAT_EQ(measures[1].twin, 200.0F / 600);
    EXPECT_FLOAT_EQ(measures[0].overlap, 0.5F);
    EXPECT_FLOAT_EQ(measures[2].overlap, 0.5F);
    EXPECT_EQ(measures[2].twin, 0);
    EXPECT_EQ(measures[1].overlap, 0);
}

TEST(ShapeMeasure, RejectedInstancesAndCrowdsAreNotLookedAt) {
    std::vector<Annotation> three{square(1, {0, 0, 20, 20}), square(2, {0, 0, 20, 20}),
                                  square(3, {0, 0, 20, 20})};
    three[1].fields.state = State::Rejected;
    three[2].fields.crowd = true;
    const auto measures = measureShapes(three, {});
    ASSERT_EQ(measures.size(), 1U);
    EXPECT_EQ(measures[0].twin, 0);
}

TEST(ShapeMeasure, OutlinesAreComparedWithThePicture) {
    QImage picture(100, 80, QImage::Format_RGB888);
    picture.fill(QColor(60, 60, 60));
    for (int y = 20; y < 50; ++y) {
        for (int x = 20; x < 60; ++x) {
            picture.setPixelColor(x, y, QColor(200, 60, 60));
        }
    }
    const auto flatOf = [&](const QRect& rect) {
        return measureShapes({square(1, rect)}, picture).front().flat;
    };
    EXPECT_EQ(flatOf({20, 20, 40, 30}), 0);
    EXPECT_FLOAT_EQ(flatOf({20, 20, 20, 30}), 30.0F / 100) << "cut in the middle";
    EXPECT_EQ(flatOf({10, 10, 60, 50}), 1) << "far too large";
    EXPECT_LT(flatOf({0, 0, 100, 80}), 0) << "no side of it lies in the picture";
    EXPECT_LT(flatOf({-500, -500, 20, 20}), 0) << "outside";
}

TEST(ShapeMeasure, WhatLiesFarOutsideThePictureTakesNoMemory) {
    QImage picture(100, 80, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    for (int x = 40; x < 60; ++x) {
        picture.setPixelColor(x, 40, Qt::white);
    }
    Annotation a = square(1, {40, 40, 20, 1});
    const float alone = measureShapes({a}, picture).front().flat;
    const int far = 1 << 29;
    a.mask = Mask::fromSpans({{40, 40, 60}, {-far, -far, -far + 5}, {far, far, far + 5}});
    EXPECT_EQ(measureShapes({a}, picture).front().flat, alone);
}

TEST(Risk, AnAreaWithoutABoxIsNoShape) {
    std::vector<RiskFacts> facts = usual();
    facts[4].box = {};
    facts[9].box = QRect(5, 5, -20, -20);
    const std::vector<RiskItem> queue = riskQueue(facts);
    EXPECT_EQ(queue.size(), facts.size());
    for (const RiskItem& item : queue) {
        EXPECT_TRUE(item.reasons.empty()) << item.instance.value;
    }
}

TEST(Risk, AHundredThousandAreSortedInAMoment) {
    std::vector<RiskFacts> facts;
    for (qint64 id = 1; id <= 100'000; ++id) {
        RiskFacts f = plain(id, 1 + id % 40);
        f.score = float(id % 997) / 997;
        f.area = 100 + id * 7919 % 5000;
        facts.push_back(f);
    }
    const test::CpuTimer timer;
    EXPECT_EQ(riskQueue(facts).size(), facts.size());
    RecordProperty("milliseconds", int(timer.milliseconds()));
    EXPECT_LT(timer.milliseconds(), 10'000 * test::kSlowdown);
}

} // namespace
} // namespace core
