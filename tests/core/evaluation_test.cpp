// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/evaluation.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace core {
namespace {

using nlohmann::json;

constexpr double kEqual = 1e-6;

json fileOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return json::parse(file.readAll().toStdString());
}

Result<EvaluationReport> compare(const QString& truth, const QString& found, Compared what) {
    ASSIGN_OR_RETURN(ObjectSet right, readObjects(truth));
    ASSIGN_OR_RETURN(ObjectSet other, readFoundObjects(found, right));
    ASSIGN_OR_RETURN(const UnitList units,
                     UnitList::make(std::move(right), std::move(other), isResultList(found)));
    return evaluate(units, what);
}

/// Every number of `expected` stands in `report` under the same names.
void expectFigures(const json& expected, const json& report, const std::string& path, int& count) {
    for (const auto& [name, value] : expected.items()) {
        if (value.is_object()) {
            expectFigures(value, report.at(name), path + name + ' ', count);
        } else {
            const json& figure = report.at(name);
            EXPECT_NEAR(figure.is_null() ? -1 : figure.get<double>(), value.get<double>(), kEqual)
                << path << name;
            ++count;
        }
    }
}

/// expected.json is what pycocotools and array code say (tests/tools/evaluation_reference.py).
TEST(Evaluation, PrecisionBoundariesAndRegionsAreThoseOfTheFieldsOwnTools) {
    const QString folder = QStringLiteral(TEST_DATA_DIR "/evaluation/");
    const json expected = fileOf(folder + QStringLiteral("expected.json"));
    int count = 0;
    for (const auto& [name, what] : {std::pair{"masks", Compared::Masks}, std::pair{"boxes", Compared::Boxes},
                                     std::pair{"boundaries", Compared::Boundaries}}) {
        const Result<EvaluationReport> report =
            compare(folder + QStringLiteral("truth.json"), folder + QStringLiteral("results.json"), what);
        ASSERT_TRUE(report) << report.error().message;
        expectFigures(expected.at(name), json::parse(jsonOf(*report).toStdString()), std::string(name) + ' ',
                      count);
    }
    EXPECT_EQ(count, 30);
}

/// The toy set of SA-Co VEval, which is not ours to hand on: VEVAL_DIR names the folder with its three files.
TEST(Evaluation, ClipsHaveTheFiguresOfThePublishedToySet) {
    const QString folder = qEnvironmentVariable("VEVAL_DIR");
    if (folder.isEmpty()) {
        GTEST_SKIP() << "VEVAL_DIR is not set";
    }
    const QString name = folder + QStringLiteral("/toy_saco_veval_sav_test_%1.json");
    const json published = fileOf(name.arg(QStringLiteral("eval_res"))).at("dataset_results");
    int count = 0;
    for (const auto& [kind, what] :
         {std::pair{"mask", Compared::Masks}, std::pair{"bbox", Compared::Boxes}}) {
        const Result<EvaluationReport> report =
            compare(name.arg(QStringLiteral("gt")), name.arg(QStringLiteral("pred")), what);
        ASSERT_TRUE(report) << report.error().message;
        const json found = json::parse(jsonOf(*report).toStdString());
        const auto expect = [&](const std::string& key, const json& figure) {
            const double value = published.at("video_" + (kind + ('_' + key))).get<double>();
            EXPECT_NEAR(figure.get<double>(), value, kEqual) << kind << ' ' << key;
            ++count;
        };
        for (const auto& [suffix, at] :
             {std::pair{"50_95", "mean"}, std::pair{"50", "at_50"}, std::pair{"75", "at_75"}}) {
            const json& figures = found["concept"][at];
            expect(std::string("demo_cgf1_micro_") + suffix, figures["cgF1"]);
            expect(std::string("demo_positive_micro_f1_") + suffix, figures["pmF1"]);
            expect(std::string("demo_precision_") + suffix, figures["precision"]);
            expect(std::string("demo_recall_") + suffix, figures["recall"]);
            expect(std::string("demo_f1_") + suffix, figures["f1"]);
            expect(std::string("demo_pmf1_") + suffix, figures["macro_f1"]);
            expect(std::string("demo_ilmcc_") + suffix, found["concept"]["IL_MCC"]);
        }
        expect("demo_pmf1_w0dt_50_95", found["concept"]["mean"]["macro_f1_with_missed"]);
        expect("phrase_ap_50_95", found["precision"]["AP"]);
        expect("phrase_ap_50", found["precision"]["AP50"]);
        expect("phrase_ap_75", found["precision"]["AP75"]);
        for (const auto& [figure, value] : found["pHOTA"].items()) {
            expect("all_phrase_" + figure, value);
        }
    }
    EXPECT_EQ(count, 68);
}

Track square(int x, int y, int side, double score = 1) {
    const Mask mask = Mask::fromRect({x, y, side, side});
    return {{mask}, {QRectF(mask.boundingBox())}, score, false, double(mask.area())};
}

EvaluationUnit unitOf(std::vector<Track> truth, std::vector<Track> found) {
    return {QStringLiteral("a.png"), QStringLiteral("a cat"), {100, 100}, 1,
            std::move(truth),        std::move(found)};
}

TEST(ConceptF1, CountsWhatThePaperCounts) {
    ConceptF1 f1;
    f1.add(unitOf({square(0, 0, 10), square(50, 50, 10)}, {square(0, 0, 10, 0.9), square(80, 0, 10, 0.5)}));
    f1.add(unitOf({}, {square(0, 0, 10, 0.9)}));  // found where nothing is
    f1.add(unitOf({}, {square(0, 0, 10, 0.49)})); // too unsure to count: a true negative
    f1.add(unitOf({square(0, 0, 10)}, {}));
    EXPECT_EQ(f1.presence(), (PresenceCounts{1, 1, 1, 1}));
    // 1 right, 2 wrong of which 1 with truth, 2 missed; all at IoU 1.
    EXPECT_NEAR(f1.mean().precision, 1.0 / 3, 1e-4);
    EXPECT_NEAR(f1.mean().recall, 1.0 / 3, 1e-4);
    EXPECT_NEAR(f1.mean().pmF1, 0.4, 1e-4);
    EXPECT_NEAR(f1.ilMcc(), 0, 1e-6);
    EXPECT_TRUE(f1.hasNegatives());
}

TEST(ConceptF1, WithoutNegativesCgF1SaysNothingAndThatIsTold) {
    ConceptF1 f1;
    f1.add(unitOf({square(0, 0, 10)}, {square(0, 0, 10)}));
    EXPECT_NEAR(f1.mean().pmF1, 1, 1e-3);
    EXPECT_EQ(f1.mean().cgF1, 0);
    EXPECT_FALSE(f1.hasNegatives());
}

TEST(ConceptF1, AnIouOnAThresholdCounts) {
    // 10 x 10 and its left 5 columns: IoU 0.5 exactly.
    Track half = square(0, 0, 10);
    half.masks = {Mask::fromRect({0, 0, 5, 10})};
    const UnitCounts counts = countsOf(unitOf({square(0, 0, 10)}, {half}), Compared::Masks);
    EXPECT_EQ(counts.matched[0], 1);
    EXPECT_EQ(counts.matched[1], 0);
    EXPECT_EQ(iouStep(9), 0.95);
}

TEST(ConceptF1, CrowdsAreNoTruth) {
    Track crowd = square(0, 0, 50);
    crowd.crowd = true;
    const UnitCounts counts = countsOf(unitOf({crowd}, {square(0, 0, 10)}), Compared::Masks);
    EXPECT_EQ(counts.truth, 0);
    EXPECT_EQ(counts.found, 1);
}

TEST(Similarity, ABoundaryIsTheRingThatErosionTakes) {
    const Mask ring = boundaryOf(Mask::fromRect({10, 10, 20, 20}), 3);
    EXPECT_EQ(ring, Mask::fromRect({10, 10, 20, 20}).subtracted(Mask::fromRect({13, 13, 14, 14})));
    EXPECT_EQ(boundaryOf(Mask::fromRect({0, 0, 5, 5}), 3), Mask::fromRect({0, 0, 5, 5}));
    EXPECT_EQ(boundaryWidth({75, 100}), 2) << "2.5 is rounded to even, as numpy does";
    EXPECT_EQ(boundaryWidth({3, 4}), 1);
}

TEST(PhraseHota, AnIdentityThatChangesCostsAssociationOnly) {
    const Mask there = Mask::fromRect({0, 0, 10, 10});
    const QRectF box(0, 0, 10, 10);
    EvaluationUnit unit = unitOf({}, {});
    unit.frames = 4;
    unit.truth = {{{there, there, there, there}, {box, box, box, box}, 1, false, 100}};
    unit.found = {
        {{there, there, {}, {}}, {box, box, {}, {}}, 0.9, false, 100},
        {{{}, {}, there, there}, {{}, {}, box, box}, 0.9, false, 100},
        {{there, there, there, there}, {box, box, box, box}, 0.5, false, 100}}; // 0.5 is not above 0.5
    for (const Compared what : {Compared::Masks, Compared::Boxes}) {
        PhraseHota hota(what);
        hota.add(unit);
        EXPECT_NEAR(hota.figures().detA, 1, 1e-12);
        EXPECT_NEAR(hota.figures().assA, 0.5, 1e-12);
        EXPECT_NEAR(hota.figures().hota, std::sqrt(0.5), 1e-12);
    }
}

} // namespace
} // namespace core
