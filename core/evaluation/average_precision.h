// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/concept_f1.h"

#include <map>

namespace core {

/// Objects of some sizes, in pixels of area: [least, most].
struct AreaRange {
    double least = 0;
    double most = 1e10;
};
inline constexpr AreaRange kSmallArea{0, 32 * 32};
inline constexpr AreaRange kMediumArea{32 * 32, 96 * 96};
inline constexpr AreaRange kLargeArea{96 * 96, 1e10};

struct PrecisionFigures {
    double ap = 0;   ///< mean over the ten thresholds; -1: nothing of that size is there to find
    double ap50 = 0; ///< at IoU 0.50
    double ap75 = 0;
    double recall1 = 0, recall10 = 0, recall100 = 0; ///< with so many found ones a picture
};

/// COCO's average precision, of the hundred best found ones in each unit (formats.md §3.5).
class AveragePrecision {
public:
    explicit AveragePrecision(Compared what = Compared::Masks, AreaRange range = {})
        : m_what(what), m_range(range) {}
    /// `category` is what the mean is taken over; one for all gives the average precision of phrases.
    void add(const QString& category, const EvaluationUnit& unit);
    PrecisionFigures figures() const;
    PrecisionFigures figuresOf(const QString& category) const;

private:
    /// One found object; what it was at each threshold.
    struct Detection {
        double score = 0;
        int rank = 0; ///< in its unit, 0: the best
        std::array<bool, kIouSteps> matched{}, ignored{};
    };
    struct Category {
        std::vector<Detection> detections;
        int truth = 0; ///< to be found: no crowd, and of the right size
    };
    static double precisionOf(const Category& category, std::size_t step);
    static double recallOf(const Category& category, std::size_t step, int most);
    static PrecisionFigures figuresOf(const Category& category);

    Compared m_what;
    AreaRange m_range;
    std::map<QString, Category> m_categories;
};

} // namespace core
