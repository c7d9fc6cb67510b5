// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/concept_f1.h"

#include <algorithm>
#include <cmath>

namespace core {
namespace {

constexpr double kLeastScore = 0.5;
// The published evaluator keeps its divisions finite with these; they show in the fifth digit.
constexpr double kSmall = 1e-4;
constexpr double kSmallCorrelation = 1e-6;

double share(double part, double rest) {
    return part / (part + rest + kSmall);
}

double harmonic(double precision, double recall) {
    return 2 * precision * recall / (precision + recall + kSmall);
}

double unitF1(const UnitCounts& counts, std::size_t step) {
    const double matched = counts.matched[step];
    return harmonic(share(matched, counts.found - matched), share(matched, counts.truth - matched));
}

} // namespace

double iouStep(std::size_t index) {
    const double step = (0.95 - 0.5) / double(kIouSteps - 1);
    return index + 1 == kIouSteps ? 0.95 : double(index) * step + 0.5;
}

double UnitCounts::meanF1() const {
    double sum = 0;
    for (std::size_t step = 0; step < kIouSteps; ++step) {
        sum += unitF1(*this, step);
    }
    return sum / double(kIouSteps);
}

UnitCounts countsOf(const EvaluationUnit& unit, Compared what) {
    EvaluationUnit counted;
    counted.size = unit.size;
    std::copy_if(unit.truth.begin(), unit.truth.end(), std::back_inserter(counted.truth),
                 [](const Track& track) { return !track.crowd; });
    std::copy_if(unit.found.begin(), unit.found.end(), std::back_inserter(counted.found),
                 [](const Track& track) { return track.score >= kLeastScore; });
    UnitCounts counts;
    counts.truth = int(counted.truth.size());
    counts.found = int(counted.found.size());
    const PairTable ious = trackIous(counted, what);
    for (const auto& [found, truth] : bestAssignment(ious)) {
        for (std::size_t step = 0; step < kIouSteps; ++step) {
            counts.matched[step] += ious.at(found, truth) >= iouStep(step) ? 1 : 0;
        }
    }
    return counts;
}

void ConceptF1::add(const UnitCounts& counts) {
    const bool both = counts.truth > 0 && counts.found > 0;
    m_presence.truePositive += both ? 1 : 0;
    m_presence.trueNegative += counts.isEmpty() ? 1 : 0;
    m_presence.falseNegative += counts.found == 0 && counts.truth > 0 ? 1 : 0;
    m_presence.falsePositive += counts.truth == 0 && counts.found > 0 ? 1 : 0;
    for (std::size_t step = 0; step < kIouSteps; ++step) {
        Sums& sums = m_sums[step];
        const int matched = counts.matched[step];
        sums.truePositive += matched;
        sums.falsePositive += counts.found - matched;
        sums.falseNegative += counts.truth - matched;
        sums.falsePositiveWithTruth += counts.truth > 0 ? counts.found - matched : 0;
        sums.unitF1 += both ? unitF1(counts, step) : 0;
    }
}

double ConceptF1::ilMcc() const {
    const double tp = m_presence.truePositive;
    const double fp = m_presence.falsePositive;
    const double fn = m_presence.falseNegative;
    const double tn = m_presence.trueNegative;
    return (tp * tn - fp * fn) /
           (std::sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)) + kSmallCorrelation);
}

ConceptFigures ConceptF1::at(std::size_t step) const {
    const Sums& sums = m_sums[step];
    const auto matched = double(sums.truePositive);
    ConceptFigures figures;
    figures.precision = share(matched, double(sums.falsePositive));
    figures.recall = share(matched, double(sums.falseNegative));
    figures.f1 = harmonic(figures.precision, figures.recall);
    figures.pmF1 = harmonic(share(matched, double(sums.falsePositiveWithTruth)), figures.recall);
    figures.cgF1 = figures.pmF1 * ilMcc();
    const double both = m_presence.truePositive;
    const double withTruth = both + m_presence.falseNegative;
    figures.macroF1 = both > 0 ? sums.unitF1 / both : 0;
    figures.macroF1WithMissed = withTruth > 0 ? sums.unitF1 / withTruth : 0;
    return figures;
}

ConceptFigures ConceptF1::mean() const {
    ConceptFigures mean;
    for (std::size_t step = 0; step < kIouSteps; ++step) {
        const ConceptFigures one = at(step);
        mean.cgF1 += one.cgF1 / kIouSteps;
        mean.pmF1 += one.pmF1 / kIouSteps;
        mean.precision += one.precision / kIouSteps;
        mean.recall += one.recall / kIouSteps;
        mean.f1 += one.f1 / kIouSteps;
        mean.macroF1 += one.macroF1 / kIouSteps;
        mean.macroF1WithMissed += one.macroF1WithMissed / kIouSteps;
    }
    return mean;
}

} // namespace core
