// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/types.h"

#include <vector>

namespace inference::test {

/// How well two models, or two runs of one, agree in what they find. Instances are matched by query, so both
/// results must hold all queries (a least score of 0).
class Agreement {
public:
    /// Counts the instances of both results that score above the threshold, each against the other's of the
    /// same query.
    void add(const ConceptResult& a, const ConceptResult& b, float threshold);

    int masks() const { return static_cast<int>(m_overlaps.size()); }
    double leastOverlap() const; ///< intersection over union on the model's grid; 1 if there is no mask
    double medianOverlap() const;
    double largestDifference() const { return m_difference; } ///< of scores

private:
    void addOneWay(const ConceptResult& from, const ConceptResult& to, float threshold);

    std::vector<double> m_overlaps;
    double m_difference = 0;
};

} // namespace inference::test
