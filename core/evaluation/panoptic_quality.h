// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/unit.h"

#include <map>

namespace core {

struct PanopticFigures {
    double pq = -1; ///< sq x rq: sum of IoU / (matched + wrong / 2 + missed / 2); -1: nothing on either side
    double sq = 0;  ///< mean IoU of what matched
    double rq = 0;  ///< F1 of matching
    int matched = 0, wrong = 0, missed = 0;
    int classes = 0; ///< that occur
};

/// Panoptic quality by the rules of panopticapi (formats.md §3.7). A pixel belongs to one segment: of
/// instances that overlap the upper one has it, of equally high ones that with the better score, then the
/// smaller one. Objects match at IoU above 0.5; what is found mostly on pixels that truth says nothing of, or
/// on a crowd of its class, is not wrong. Found objects need a score of at least 0.5.
class PanopticQuality {
public:
    /// Everything of one picture: its units of all classes.
    void add(const std::vector<EvaluationUnit>& picture);
    /// Means over the classes that occur; the counts are sums.
    PanopticFigures figures() const;
    PanopticFigures figuresOf(const QString& phrase) const;

private:
    struct Counts {
        double iou = 0;
        int matched = 0, wrong = 0, missed = 0;
    };
    static PanopticFigures figuresOf(const Counts& counts);

    std::map<QString, Counts> m_counts;
};

} // namespace core
