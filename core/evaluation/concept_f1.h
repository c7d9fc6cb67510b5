// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/similarity.h"

#include <array>

namespace core {

/// Ten IoU thresholds: 0.50, 0.55, … 0.95.
inline constexpr std::size_t kIouSteps = 10;
/// Bit for bit as numpy's linspace(0.5, 0.95, 10), so that an IoU on a threshold counts as it does there.
double iouStep(std::size_t index);

/// What one unit adds to cgF1.
struct UnitCounts {
    std::array<int, kIouSteps> matched{}; ///< pairs with at least that IoU
    int truth = 0;                        ///< objects, crowds left out
    int found = 0;                        ///< objects with a score of at least 0.5
    bool isEmpty() const { return truth == 0 && found == 0; }
    double meanF1() const; ///< over the thresholds
};
UnitCounts countsOf(const EvaluationUnit& unit, Compared what);

/// Counts of whole pictures: was something found where something is?
struct PresenceCounts {
    int truePositive = 0, falsePositive = 0, falseNegative = 0, trueNegative = 0;
    bool operator==(const PresenceCounts&) const = default;
};

/// Figures at one threshold, or their means over the ten.
struct ConceptFigures {
    double cgF1 = 0;              ///< pmF1 x ilMcc
    double pmF1 = 0;              ///< of units that have truth, all objects counted together
    double precision = 0;         ///< with what was found in negatives
    double recall = 0;            ///< of all objects
    double f1 = 0;                ///< of precision and recall
    double macroF1 = 0;           ///< mean of the units' own F1 where both sides have objects
    double macroF1WithMissed = 0; ///< the same sum over all units with truth
};

/// cgF1, the measure of finding every instance of a phrase and nothing where there is none (formats.md §3.1;
/// clips: §3.2).
class ConceptF1 {
public:
    explicit ConceptF1(Compared what = Compared::Masks) : m_what(what) {}
    void add(const EvaluationUnit& unit) { add(countsOf(unit, m_what)); }
    void add(const UnitCounts& counts);

    ConceptFigures mean() const;
    ConceptFigures at(std::size_t step) const;
    const PresenceCounts& presence() const { return m_presence; }
    /// Matthews correlation of the pictures' counts; 0 if there are no negatives, and then so is cgF1.
    double ilMcc() const;
    bool hasNegatives() const { return m_presence.trueNegative + m_presence.falsePositive > 0; }

private:
    struct Sums {
        qint64 truePositive = 0, falsePositive = 0, falseNegative = 0;
        qint64 falsePositiveWithTruth = 0;
        double unitF1 = 0;
    };
    Compared m_what;
    std::array<Sums, kIouSteps> m_sums{};
    PresenceCounts m_presence;
};

} // namespace core
