// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/similarity.h"

#include <array>

namespace core {

struct HotaFigures {
    double hota = 0, detA = 0, assA = 0, detRe = 0, detPr = 0, assRe = 0, assPr = 0, locA = 0, owta = 0;
};

/// pHOTA: how well objects are found, outlined and kept apart through clips, every phrase of a clip by itself
/// (formats.md §3.3). Counts what was found with a score above 0.5; means over 19 thresholds.
class PhraseHota {
public:
    /// Masks or Boxes.
    explicit PhraseHota(Compared what = Compared::Masks) : m_what(what) {}
    void add(const EvaluationUnit& unit);
    HotaFigures figures() const;

private:
    static constexpr std::size_t kAlphas = 19;
    struct Sums {
        double truePositive = 0, falsePositive = 0, falseNegative = 0;
        double association = 0, associationRecall = 0, associationPrecision = 0;
        double localisation = 0;
    };
    /// `matches`: in how many frames each found object [rows] was each true one [columns].
    static void addAssociation(Sums& sums, const PairTable& matches, const std::vector<double>& foundFrames,
                               const std::vector<double>& truthFrames);
    Compared m_what;
    std::array<Sums, kAlphas> m_sums{};
};

} // namespace core
