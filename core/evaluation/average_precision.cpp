// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/average_precision.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace core {
namespace {

constexpr std::size_t kMostFound = 100;
constexpr std::size_t kRecallPoints = 101;
constexpr std::size_t kStep50 = 0;
constexpr std::size_t kStep75 = 5;

bool isIn(const AreaRange& range, double area) {
    return area >= range.least && area <= range.most;
}

std::vector<std::size_t> byScore(const std::vector<Track>& tracks) {
    std::vector<std::size_t> order(tracks.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&tracks](std::size_t a, std::size_t b) { return tracks[a].score > tracks[b].score; });
    order.resize(std::min(order.size(), kMostFound));
    return order;
}

/// One unit's truth at one threshold: each found object takes the best that is left.
class Matching {
public:
    Matching(const EvaluationUnit& unit, const AreaRange& range, double least)
        : m_least(std::min(least, 1 - 1e-10)), m_taken(unit.truth.size()) {
        for (const Track& track : unit.truth) {
            m_crowd.push_back(track.crowd);
            m_ignored.push_back(track.crowd || !isIn(range, track.area));
        }
        // What has to be found comes first, and what is ignored only gets what fits nothing else.
        m_order.resize(unit.truth.size());
        std::iota(m_order.begin(), m_order.end(), std::size_t(0));
        std::stable_partition(m_order.begin(), m_order.end(),
                              [this](std::size_t truth) { return !m_ignored[truth]; });
    }

    std::optional<std::size_t> take(const PairTable& ious, std::size_t found) {
        std::optional<std::size_t> best;
        double highest = m_least;
        for (const std::size_t truth : m_order) {
            if (m_taken[truth] && !m_crowd[truth]) {
                continue;
            }
            if (best && !m_ignored[*best] && m_ignored[truth]) {
                break;
            }
            if (ious.at(found, truth) >= highest) {
                highest = ious.at(found, truth);
                best = truth;
            }
        }
        if (best) {
            m_taken[*best] = true;
        }
        return best;
    }
    bool isIgnored(std::size_t truth) const { return m_ignored[truth]; }

private:
    double m_least;
    std::vector<bool> m_taken, m_crowd, m_ignored;
    std::vector<std::size_t> m_order;
};

} // namespace

void AveragePrecision::add(const QString& name, const EvaluationUnit& unit) {
    Category& category = m_categories[name];
    for (const Track& track : unit.truth) {
        category.truth += !track.crowd && isIn(m_range, track.area) ? 1 : 0;
    }
    const std::vector<std::size_t> order = byScore(unit.found);
    const PairTable ious = trackIous(unit, m_what);
    std::vector<Detection> detections(order.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        detections[rank].score = unit.found[order[rank]].score;
        detections[rank].rank = int(rank);
    }
    for (std::size_t step = 0; step < kIouSteps; ++step) {
        Matching matching(unit, m_range, iouStep(step));
        for (std::size_t rank = 0; rank < order.size(); ++rank) {
            const std::optional<std::size_t> truth = matching.take(ious, order[rank]);
            detections[rank].matched[step] = truth.has_value();
            detections[rank].ignored[step] =
                truth ? matching.isIgnored(*truth) : !isIn(m_range, unit.found[order[rank]].area);
        }
    }
    category.detections.insert(category.detections.end(), detections.begin(), detections.end());
}

/// Mean of the precision at recalls 0, 0.01 … 1, each the best that this recall or a higher one has.
double AveragePrecision::precisionOf(const Category& category, std::size_t step) {
    std::vector<const Detection*> order;
    for (const Detection& detection : category.detections) {
        if (!detection.ignored[step]) {
            order.push_back(&detection);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const Detection* a, const Detection* b) { return a->score > b->score; });
    std::vector<double> recall, precision;
    double matched = 0;
    for (const Detection* detection : order) {
        matched += detection->matched[step] ? 1 : 0;
        recall.push_back(matched / category.truth);
        precision.push_back(matched / (double(recall.size()) + std::numeric_limits<double>::epsilon()));
    }
    for (std::size_t i = precision.size(); i-- > 1;) {
        precision[i - 1] = std::max(precision[i - 1], precision[i]);
    }
    double sum = 0;
    for (std::size_t point = 0; point < kRecallPoints; ++point) {
        const double wanted = point + 1 == kRecallPoints ? 1.0 : double(point) * 0.01;
        const auto reached = std::lower_bound(recall.begin(), recall.end(), wanted);
        sum += reached == recall.end() ? 0 : precision[std::size_t(reached - recall.begin())];
    }
    return sum / double(kRecallPoints);
}

double AveragePrecision::recallOf(const Category& category, std::size_t step, int most) {
    const auto matched =
        std::count_if(category.detections.begin(), category.detections.end(), [&](const Detection& one) {
            return one.rank < most && one.matched[step] && !one.ignored[step];
        });
    return double(matched) / category.truth;
}

PrecisionFigures AveragePrecision::figuresOf(const Category& category) {
    if (category.truth == 0) {
        return {-1, -1, -1, -1, -1, -1};
    }
    PrecisionFigures figures;
    for (std::size_t step = 0; step < kIouSteps; ++step) {
        figures.ap += precisionOf(category, step) / kIouSteps;
        figures.recall1 += recallOf(category, step, 1) / kIouSteps;
        figures.recall10 += recallOf(category, step, 10) / kIouSteps;
        figures.recall100 += recallOf(category, step, int(kMostFound)) / kIouSteps;
    }
    figures.ap50 = precisionOf(category, kStep50);
    figures.ap75 = precisionOf(category, kStep75);
    return figures;
}

PrecisionFigures AveragePrecision::figuresOf(const QString& category) const {
    const auto found = m_categories.find(category);
    return figuresOf(found == m_categories.end() ? Category{} : found->second);
}

PrecisionFigures AveragePrecision::figures() const {
    PrecisionFigures sum;
    int count = 0;
    for (const auto& [name, category] : m_categories) {
        const PrecisionFigures one = figuresOf(category);
        if (one.ap < 0) {
            continue;
        }
        ++count;
        sum.ap += one.ap;
        sum.ap50 += one.ap50;
        sum.ap75 += one.ap75;
        sum.recall1 += one.recall1;
        sum.recall10 += one.recall10;
        sum.recall100 += one.recall100;
    }
    if (count == 0) {
        return figuresOf(Category{});
    }
    return {sum.ap / count,      sum.ap50 / count,     sum.ap75 / count,
            sum.recall1 / count, sum.recall10 / count, sum.recall100 / count};
}

} // namespace core
