// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/region_contour.h"

#include <algorithm>

namespace core {

void RegionContour::add(const EvaluationUnit& whole) {
    EvaluationUnit unit = whole;
    std::erase_if(unit.truth, [](const Track& track) { return track.crowd; });
    std::vector<const Track*> partner(unit.truth.size(), nullptr);
    for (const auto& [found, truth] : bestAssignment(trackIous(unit, Compared::Masks))) {
        partner[truth] = &unit.found[found];
    }
    const Mask nothing;
    for (std::size_t truth = 0; truth < unit.truth.size(); ++truth) {
        double j = 0;
        double f = 0;
        for (std::size_t frame = 0; frame < std::size_t(unit.frames); ++frame) {
            const Mask& right = unit.truth[truth].masks[frame];
            const Mask& found = partner[truth] ? partner[truth]->masks[frame] : nothing;
            j += regionSimilarity(found, right);
            f += contourSimilarity(found, right, unit.size);
        }
        m_j += j / unit.frames;
        m_f += f / unit.frames;
        ++m_objects;
    }
}

RegionContourFigures RegionContour::figures() const {
    return m_objects > 0 ? RegionContourFigures{m_j / m_objects, m_f / m_objects, m_objects}
                         : RegionContourFigures{};
}

} // namespace core
