// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/settle.h"

#include "core/mask/overlap.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace core {
namespace {

/// Two views see the same object if what both could see of it agrees so far: seams cut masks, so only the
/// pixels that lie in both views are compared.
constexpr double kSameAcrossViews = 0.5;

bool better(const FoundObject& a, const FoundObject& b) {
    if (a.score != b.score) {
        return a.score > b.score;
    }
    const QRect x = a.mask.boundingBox();
    const QRect y = b.mask.boundingBox();
    return std::tuple(a.planned, x.top(), x.left(), a.phrase) <
           std::tuple(b.planned, y.top(), y.left(), b.phrase);
}

bool sameAcrossViews(const SeenObject& a, const SeenObject& b) {
    const QRect both = a.view.intersected(b.view);
    if (both.isEmpty() || !a.object.mask.boundingBox().intersects(b.object.mask.boundingBox())) {
        return false;
    }
    return iouOf(a.object.mask.clipped(both), b.object.mask.clipped(both)) >= kSameAcrossViews;
}

/// Keeps the best of those that overlap by `iou` within one class and view; vetoes stand apart.
std::vector<SeenObject> withoutRepeats(std::vector<SeenObject> seen, double iou) {
    std::vector<SeenObject> kept;
    for (SeenObject& one : seen) { // best first
        const bool repeated = std::any_of(kept.begin(), kept.end(), [&](const SeenObject& other) {
            return other.veto == one.veto && other.object.planned == one.object.planned &&
                   other.view == one.view && iouOf(other.object.mask, one.object.mask) >= iou;
        });
        if (!repeated) {
            kept.push_back(std::move(one));
        }
    }
    return kept;
}

/// Joins what several views see of one object: the union of the masks under the best score.
std::vector<SeenObject> joinedAcrossViews(const std::vector<SeenObject>& seen) {
    std::vector<std::size_t> leader(seen.size());
    std::iota(leader.begin(), leader.end(), std::size_t{0});
    const auto leaderOf = [&leader](std::size_t i) {
        while (leader[i] != i) {
            i = leader[i];
        }
        return i;
    };
    for (std::size_t i = 0; i < seen.size(); ++i) {
        for (std::size_t j = i + 1; j < seen.size(); ++j) {
            if (seen[i].veto == seen[j].veto && seen[i].object.planned == seen[j].object.planned &&
                seen[i].view != seen[j].view && leaderOf(i) != leaderOf(j) &&
                sameAcrossViews(seen[i], seen[j])) {
                const auto [first, second] = std::minmax({leaderOf(i), leaderOf(j)});
                leader[second] = first; // the better score leads
            }
        }
    }
    std::vector<SeenObject> joined = seen;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (leader[i] != i) {
            SeenObject& whole = joined[leaderOf(i)];
            whole.object.mask = whole.object.mask.united(seen[i].object.mask);
        }
    }
    std::vector<SeenObject> leaders;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (leader[i] == i) {
            leaders.push_back(std::move(joined[i]));
        }
    }
    return leaders;
}

std::vector<FoundObject> withoutVetoed(const std::vector<SeenObject>& seen, double iou) {
    std::vector<FoundObject> kept;
    for (const SeenObject& one : seen) {
        if (one.veto) {
            continue;
        }
        const bool vetoed = std::any_of(seen.begin(), seen.end(), [&](const SeenObject& other) {
            return other.veto && other.object.planned == one.object.planned &&
                   other.object.score > one.object.score && iouOf(other.object.mask, one.object.mask) >= iou;
        });
        if (!vetoed) {
            kept.push_back(one.object);
        }
    }
    return kept;
}

/// Leaves each object to one class.
std::vector<FoundObject> competed(std::vector<FoundObject> found, const AutoLabelPlan& plan) {
    if (plan.between == BetweenClasses::FirstClass) {
        std::stable_sort(found.begin(), found.end(),
                         [](const FoundObject& a, const FoundObject& b) { return a.planned < b.planned; });
    }
    std::vector<FoundObject> kept;
    for (FoundObject& one : found) {
        const bool taken = std::any_of(kept.begin(), kept.end(), [&](const FoundObject& other) {
            return other.planned != one.planned && iouOf(other.mask, one.mask) >= plan.duplicateIou;
        });
        if (!taken) {
            kept.push_back(std::move(one));
        }
    }
    std::sort(kept.begin(), kept.end(), better);
    return kept;
}

} // namespace

std::vector<FoundObject> settled(std::vector<SeenObject> seen, const AutoLabelPlan& plan) {
    std::sort(seen.begin(), seen.end(),
              [](const SeenObject& a, const SeenObject& b) { return better(a.object, b.object); });
    seen = joinedAcrossViews(withoutRepeats(std::move(seen), plan.duplicateIou));
    std::vector<FoundObject> found = withoutVetoed(seen, plan.duplicateIou);
    if (plan.between != BetweenClasses::Allow) {
        found = competed(std::move(found), plan);
    }
    if (plan.exclusivePixels) {
        Mask taken;
        for (FoundObject& one : found) {
            one.mask = one.mask.subtracted(taken);
            taken = taken.united(one.mask);
        }
    }
    std::erase_if(found, [&plan](const FoundObject& one) { return one.mask.area() < plan.minArea; });
    return found;
}

} // namespace core
