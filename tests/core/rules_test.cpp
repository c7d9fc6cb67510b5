// SPDX-License-Identifier: Apache-2.0
#include "core/review/rules.h"

#include "tests/core/mask_random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace core {
namespace {

constexpr QSize kImage{200, 150};

Annotation instance(qint64 id, const Mask& mask, qint64 label = 1) {
    Annotation a;
    a.id = {id};
    a.image = {7};
    a.fields.label = {label};
    a.fields.state = State::Auto;
    a.score = 0.5F;
    a.mask = mask;
    return a;
}
Annotation square(qint64 id, const QRect& rect, qint64 label = 1) {
    return instance(id, Mask::fromRect(rect), label);
}
std::vector<Rule> rulesOf(const std::vector<Finding>& findings) {
    std::vector<Rule> rules;
    for (const Finding& finding : findings) {
        rules.push_back(finding.rule);
    }
    return rules;
}
using Rules = std::vector<Rule>;

TEST(Rules, NamesComeBack) {
    for (const Rule rule : {Rule::Empty, Rule::OffImage, Rule::Duplicate, Rule::Overlap, Rule::Sliver,
                            Rule::Hole, Rule::Island, Rule::Outlier}) {
        EXPECT_EQ(ruleNamed(nameOf(rule)), rule);
    }
    EXPECT_FALSE(ruleNamed(QStringLiteral("nonsense")));
}

TEST(Rules, APlainInstanceIsFine) {
    EXPECT_TRUE(findingsIn({square(1, {10, 10, 30, 30}), square(2, {60, 10, 30, 30})}, kImage, {}).empty());
}

TEST(Rules, EachFaultIsFoundWithItsPixels) {
    EXPECT_EQ(findingsIn({instance(1, {})}, kImage, {}), (std::vector<Finding>{{Rule::Empty, {1}, {}, 0}}));
    EXPECT_EQ(findingsIn({square(1, {190, 10, 30, 10})}, kImage, {}),
              (std::vector<Finding>{{Rule::OffImage, {1}, {}, 200}}));
    EXPECT_TRUE(findingsIn({square(1, {190, 10, 30, 10})}, {}, {}).empty()) << "the size is not known";
    const Mask holed = Mask::fromRect({10, 10, 40, 40}).subtracted(Mask::fromRect({20, 20, 4, 5}));
    EXPECT_EQ(findingsIn({instance(1, holed)}, kImage, {}),
              (std::vector<Finding>{{Rule::Hole, {1}, {}, 20}}));
    const Mask wide = Mask::fromRect({10, 10, 40, 40}).subtracted(Mask::fromRect({20, 20, 7, 3}));
    EXPECT_TRUE(findingsIn({instance(1, wide)}, kImage, {}).empty()) << "a hole of 21 pixels is meant";
    const Mask dotted = Mask::fromRect({10, 10, 40, 40}).united(Mask::fromRect({80, 80, 3, 3}));
    EXPECT_EQ(findingsIn({instance(1, dotted)}, kImage, {}),
              (std::vector<Finding>{{Rule::Island, {1}, {}, 9}}));
    EXPECT_EQ(rulesOf(findingsIn({square(1, {10, 10, 30, 2})}, kImage, {})), Rules{Rule::Sliver});
    EXPECT_TRUE(findingsIn({square(1, {10, 10, 3, 2})}, kImage, {}).empty()) << "small is no sliver";
}

TEST(Rules, OfTwoDuplicatesTheOneLessWorthKeepingIsNamed) {
    Annotation person = square(1, {10, 10, 30, 30});
    person.fields.state = State::Accepted;
    person.score = 0.1F;
    const Annotation model = square(2, {10, 10, 30, 29});
    EXPECT_EQ(findingsIn({person, model}, kImage, {}),
              (std::vector<Finding>{{Rule::Duplicate, {2}, {1}, 30 * 29}}));
    Annotation better = square(3, {10, 10, 30, 29});
    better.score = 0.9F;
    EXPECT_EQ(findingsIn({better, model}, kImage, {})[0].instance, AnnotationId{2});
    const Annotation other = square(4, {10, 10, 30, 30}, 2);
    EXPECT_EQ(rulesOf(findingsIn({model, other}, kImage, {})), Rules{Rule::Overlap}) << "two labels";
}

/// What is left after one repair.
std::vector<AnnotationId> keptOf(const std::vector<Annotation>& all, const std::vector<Finding>& found) {
    std::vector<AnnotationId> kept;
    const std::vector<Change> changes = repairs(all, found, kImage);
    for (const Annotation& a : all) {
        const bool gone = std::any_of(changes.begin(), changes.end(), [&a](const Change& change) {
            const auto* removal = std::get_if<RemoveAnnotation>(&change);
            return removal != nullptr && removal->annotation.id == a.id;
        });
        if (!gone) {
            kept.push_back(a.id);
        }
    }
    return kept;
}
using Ids = std::vector<AnnotationId>;

TEST(Rules, OfManyDuplicatesOneStaysWhateverTheScores) {
    std::vector<Annotation> all{square(1, {10, 10, 30, 30}), square(2, {10, 10, 30, 30}),
                                square(3, {10, 10, 30, 30})};
    all[0].score = 0.5F;
    all[1].score = std::nanf("");
    all[2].score = 0.9F;
    EXPECT_EQ(keptOf(all, findingsIn(all, kImage, {})), Ids{AnnotationId{3}})
        << "a score that is none is lowest";
}

TEST(Rules, ADuplicateGoesOnlyBesideOneThatStays) {
    // Each is a duplicate of its neighbour alone, the last one is the best.
    std::vector<Annotation> chain;
    for (int i = 0; i < 4; ++i) {
        chain.push_back(square(i + 1, {10 + 4 * i, 10, 60, 30}));
        chain.back().score = 0.1F * float(i + 1);
    }
    const auto found = findingsIn(chain, kImage, {});
    EXPECT_EQ(
        std::count_if(found.begin(), found.end(), [](const Finding& f) { return f.rule == Rule::Duplicate; }),
        3);
    EXPECT_EQ(keptOf(chain, found), (Ids{AnnotationId{2}, AnnotationId{4}}));
}

TEST(Rules, OverlapsCountFromATenthOfTheSmallerOne) {
    const Annotation large = square(1, {10, 10, 50, 50});
    EXPECT_TRUE(findingsIn({large, square(2, {59, 10, 20, 20})}, kImage, {}).empty()) << "20 of 400";
    EXPECT_EQ(findingsIn({large, square(2, {58, 10, 20, 20})}, kImage, {})[0].pixels, 40);
}

TEST(Rules, RejectedInstancesAndCrowdsAreLeftOut) {
    Annotation rejected = square(1, {10, 10, 30, 30});
    rejected.fields.state = State::Rejected;
    Annotation crowd = square(2, {10, 10, 30, 30});
    crowd.fields.crowd = true;
    EXPECT_TRUE(findingsIn({rejected, crowd, square(3, {10, 10, 30, 30})}, kImage, {}).empty());
}

TEST(Rules, OutliersAreSuchBesideTheirLabel) {
    std::vector<qint64> areas;
    for (int i = 0; i < 40; ++i) {
        areas.push_back(900 + 10 * (i % 7));
    }
    const AreaSpread spread = areaSpread(areas);
    EXPECT_EQ(spread.count, 40);
    EXPECT_NEAR(std::exp(spread.median), 930, 10);
    EXPECT_DOUBLE_EQ(spread.spread, 0.1) << "not less, however alike they are";
    const std::map<LabelId, AreaSpread> known{{LabelId{1}, spread}};
    EXPECT_TRUE(findingsIn({square(1, {10, 10, 30, 30})}, kImage, known).empty());
    EXPECT_TRUE(findingsIn({square(1, {10, 10, 38, 38})}, kImage, known).empty()) << "1.55 times the median";
    EXPECT_EQ(rulesOf(findingsIn({square(1, {10, 10, 40, 40})}, kImage, known)), Rules{Rule::Outlier});
    EXPECT_TRUE(findingsIn({square(1, {10, 10, 60, 60}, 2)}, kImage, known).empty()) << "another label";
    EXPECT_EQ(areaSpread({}).count, 0);
}

TEST(Rules, RepairsEndWhatTheyCanAndTouchNothingElse) {
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        std::vector<Annotation> all;
        for (int i = 0; i < 5; ++i) {
            const QPoint at(int(random() % 180) - 10, int(random() % 130) - 10);
            all.push_back(instance(i + 1, randomBitmap(random, 40).mask().translated(at), 1 + i % 2));
        }
        all.push_back(all[1]);
        all.back().id = {9};
        all[0].fields.locked = round % 2 == 0;
        const auto found = findingsIn(all, kImage, {});
        std::vector<Annotation> mended;
        const std::vector<Change> changes = repairs(all, found, kImage);
        for (Annotation a : all) {
            bool gone = false;
            for (const Change& change : changes) {
                if (const auto* paint = std::get_if<PaintMask>(&change); paint && paint->id == a.id) {
                    a.mask = paint->flips.applied(a.mask);
                    EXPECT_FALSE(a.fields.locked);
                }
                if (const auto* removal = std::get_if<RemoveAnnotation>(&change);
                    removal && removal->annotation.id == a.id) {
                    EXPECT_FALSE(a.fields.locked);
                    gone = true;
                }
            }
            const bool blamed = std::any_of(found.begin(), found.end(),
                                            [&a](const Finding& f) { return f.instance == a.id; });
            if (!blamed) {
                EXPECT_FALSE(gone);
            }
            if (!gone) {
                mended.push_back(a);
            }
        }
        for (const Finding& left : findingsIn(mended, kImage, {})) {
            // What the image's border cuts off a part may leave an island.
            const bool wasCut = std::any_of(found.begin(), found.end(), [&left](const Finding& f) {
                return f.instance == left.instance && f.rule == Rule::OffImage;
            });
            const bool needsAPerson = left.rule == Rule::Overlap || left.rule == Rule::Sliver ||
                                      (left.rule == Rule::Island && wasCut);
            EXPECT_TRUE(needsAPerson || (all[0].fields.locked && left.instance == all[0].id))
                << "round " << round << ": " << nameOf(left.rule).toStdString() << " of "
                << left.instance.value;
        }
    }
}

} // namespace
} // namespace core
