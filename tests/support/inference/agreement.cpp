// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/agreement.h"

#include <algorithm>
#include <cmath>

namespace inference::test {

namespace {

double overlap(const MaskLogits& a, const MaskLogits& b) {
    double both = 0;
    double either = 0;
    for (std::size_t i = 0; i < a.values->size(); ++i) {
        const bool inA = (*a.values)[i] > 0;
        const bool inB = (*b.values)[i] > 0;
        both += inA && inB ? 1 : 0;
        either += inA || inB ? 1 : 0;
    }
    return either == 0 ? 1 : both / either;
}

} // namespace

void Agreement::add(const ConceptResult& a, const ConceptResult& b, float threshold) {
    addOneWay(a, b, threshold);
    addOneWay(b, a, threshold);
}

void Agreement::addOneWay(const ConceptResult& from, const ConceptResult& to, float threshold) {
    for (std::size_t q = 0; q < from.instances.size(); ++q) {
        const Instance& instance = from.instances[q];
        if (instance.score <= threshold)
            continue;
        m_overlaps.push_back(overlap(instance.mask, to.instances[q].mask));
        m_difference =
            std::max(m_difference, std::abs(static_cast<double>(instance.score) - to.instances[q].score));
    }
}

double Agreement::leastOverlap() const {
    return m_overlaps.empty() ? 1 : *std::min_element(m_overlaps.begin(), m_overlaps.end());
}

double Agreement::medianOverlap() const {
    if (m_overlaps.empty())
        return 1;
    std::vector<double> sorted = m_overlaps;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
}

} // namespace inference::test
