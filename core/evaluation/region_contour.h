// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/similarity.h"

namespace core {

struct RegionContourFigures {
    double j = 0; ///< mean region similarity of the true objects
    double f = 0; ///< mean contour similarity
    int objects = 0;
    double jAndF() const { return (j + f) / 2; }
};

/// DAVIS's J&F (formats.md §3.6). Found objects are given to true ones so that the sum of their IoU is
/// largest; an object that nobody found counts with the frames where it is not there. Crowds are left out.
class RegionContour {
public:
    void add(const EvaluationUnit& unit);
    RegionContourFigures figures() const;

private:
    double m_j = 0, m_f = 0;
    int m_objects = 0;
};

} // namespace core
