// SPDX-License-Identifier: Apache-2.0
#include "core/review/rules.h"

#include "core/mask/morphology.h"

#include <QRect>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

namespace core {
namespace {

constexpr std::array kNames{std::pair(Rule::Empty, "empty"),         std::pair(Rule::OffImage, "off-image"),
                            std::pair(Rule::Duplicate, "duplicate"), std::pair(Rule::Overlap, "overlap"),
                            std::pair(Rule::Sliver, "sliver"),       std::pair(Rule::Hole, "hole"),
                            std::pair(Rule::Island, "island"),       std::pair(Rule::Outlier, "outlier")};

/// The median distance of normal values is this share of their standard deviation.
constexpr double kMedianDistance = 0.6745;
/// Labels whose areas hardly differ would call a tenth more an outlier.
constexpr double kLeastSpread = 0.1;

double medianOf(std::vector<double>& values) {
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Less worth keeping first; an order also if scores are no numbers, which count as the lowest.
bool isLesser(const Annotation& a, const Annotation& b) {
    const auto rank = [](const Annotation& x) {
        const float score = std::isnan(x.score) ? -std::numeric_limits<float>::infinity() : x.score;
        return std::tuple(x.fields.locked, x.fields.state != State::Auto, !x.touched.isEmpty(), score,
                          -x.id.value);
    };
    return rank(a) < rank(b);
}

bool isSliver(const Mask& mask, int length) {
    const QRect box = mask.boundingBox();
    return std::max(box.width(), box.height()) >= length && shrunk(mask, 1).isEmpty();
}

qint64 smallHolePixels(const Mask& mask, qint64 most) {
    return mask.holesFilled(most).area() - mask.area();
}

/// Without parts of at most `most` pixels, unless nothing larger is there.
Mask withoutIslands(const Mask& mask, qint64 most) {
    const Mask kept = islandsDropped(mask, most + 1);
    return kept.isEmpty() ? mask : kept;
}

class Looking {
public:
    Looking(QSize image, const std::map<LabelId, AreaSpread>& areas, const RuleLimits& limits)
        : m_image(QPoint(), image), m_areas(areas), m_limits(limits) {}

    void alone(const Annotation& a) {
        if (a.mask.isEmpty()) {
            note({Rule::Empty, a.id, {}, 0});
            return;
        }
        if (!m_image.isEmpty()) {
            const qint64 outside = a.mask.area() - a.mask.clipped(m_image).area();
            noteSome({Rule::OffImage, a.id, {}, outside});
        }
        noteSome({Rule::Hole, a.id, {}, smallHolePixels(a.mask, m_limits.holePixels)});
        noteSome(
            {Rule::Island, a.id, {}, a.mask.area() - withoutIslands(a.mask, m_limits.islandPixels).area()});
        if (isSliver(a.mask, m_limits.sliverLength)) {
            note({Rule::Sliver, a.id, {}, a.mask.area()});
        }
        const auto areas = m_areas.find(a.fields.label);
        if (areas != m_areas.end() && areas->second.count >= m_limits.outlierInstances) {
            const double distance = std::abs(std::log(double(a.mask.area())) - areas->second.median);
            if (distance > m_limits.outlierSpreads * areas->second.spread) {
                note({Rule::Outlier, a.id, {}, a.mask.area()});
            }
        }
    }

    void pair(const Annotation& a, const Annotation& b) {
        const qint64 shared = a.mask.intersected(b.mask).area();
        if (shared == 0) {
            return;
        }
        const qint64 either = a.mask.area() + b.mask.area() - shared;
        const Annotation& lesser = isLesser(a, b) ? a : b;
        const Annotation& better = &lesser == &a ? b : a;
        if (a.fields.label == b.fields.label && double(shared) >= m_limits.duplicateIou * double(either)) {
            note({Rule::Duplicate, lesser.id, better.id, shared});
        } else if (double(shared) >= m_limits.overlapShare * double(std::min(a.mask.area(), b.mask.area()))) {
            note({Rule::Overlap, lesser.id, better.id, shared});
        }
    }

    std::vector<Finding> found;

private:
    void note(const Finding& finding) { found.push_back(finding); }
    void noteSome(const Finding& finding) {
        if (finding.pixels > 0) {
            note(finding);
        }
    }

    QRect m_image;
    const std::map<LabelId, AreaSpread>& m_areas;
    const RuleLimits& m_limits;
};

bool isJudged(const Annotation& a) {
    return a.fields.state != State::Rejected && !a.fields.crowd;
}

/// Duplicates go beside the one that stays: where each is the same as the next one alone, not all of a row
/// go.
std::set<AnnotationId> needless(const std::vector<Annotation>& annotations,
                                const std::vector<Finding>& findings) {
    std::map<AnnotationId, std::vector<AnnotationId>> better;
    for (const Finding& finding : findings) {
        if (finding.rule == Rule::Duplicate) {
            better[finding.instance].push_back(finding.other);
        }
    }
    std::vector<const Annotation*> bestFirst;
    for (const Annotation& a : annotations) {
        if (better.contains(a.id) && !a.fields.locked) {
            bestFirst.push_back(&a);
        }
    }
    std::sort(bestFirst.begin(), bestFirst.end(),
              [](const Annotation* a, const Annotation* b) { return isLesser(*b, *a); });
    std::set<AnnotationId> gone;
    for (const Annotation* a : bestFirst) {
        const std::vector<AnnotationId>& others = better[a->id];
        if (std::any_of(others.begin(), others.end(), [&](AnnotationId id) { return !gone.contains(id); })) {
            gone.insert(a->id);
        }
    }
    return gone;
}

} // namespace

QString nameOf(Rule rule) {
    const auto found =
        std::find_if(kNames.begin(), kNames.end(), [rule](const auto& entry) { return entry.first == rule; });
    return QString::fromLatin1(found->second);
}

std::optional<Rule> ruleNamed(const QString& name) {
    for (const auto& [rule, known] : kNames) {
        if (name == QLatin1String(known)) {
            return rule;
        }
    }
    return std::nullopt;
}

AreaSpread areaSpread(std::vector<qint64> areas) {
    std::erase_if(areas, [](qint64 area) { return area <= 0; });
    AreaSpread result;
    result.count = int(areas.size());
    if (areas.empty()) {
        return result;
    }
    std::vector<double> values;
    values.reserve(areas.size());
    for (const qint64 area : areas) {
        values.push_back(std::log(double(area)));
    }
    result.median = medianOf(values);
    for (double& value : values) {
        value = std::abs(value - result.median);
    }
    result.spread = std::max(kLeastSpread, medianOf(values) / kMedianDistance);
    return result;
}

std::vector<Finding> findingsIn(const std::vector<Annotation>& annotations, QSize image,
                                const std::map<LabelId, AreaSpread>& areas, const RuleLimits& limits,
                                const std::stop_token& stop) {
    Looking looking(image, areas, limits);
    std::vector<std::pair<QRect, const Annotation*>> judged;
    for (const Annotation& a : annotations) {
        if (isJudged(a)) {
            looking.alone(a);
            judged.emplace_back(a.mask.boundingBox(), &a);
        }
    }
    for (std::size_t i = 0; i < judged.size() && !stop.stop_requested(); ++i) {
        for (std::size_t j = i + 1; j < judged.size(); ++j) {
            if (judged[i].first.intersects(judged[j].first)) {
                looking.pair(*judged[i].second, *judged[j].second);
            }
        }
    }
    return std::move(looking.found);
}

std::vector<Change> repairs(const std::vector<Annotation>& annotations, const std::vector<Finding>& findings,
                            QSize image, const RuleLimits& limits) {
    std::map<AnnotationId, std::set<Rule>> wrong;
    for (const Finding& finding : findings) {
        wrong[finding.instance].insert(finding.rule);
    }
    const std::set<AnnotationId> gone = needless(annotations, findings);
    std::vector<Change> changes;
    for (const Annotation& a : annotations) {
        const auto found = wrong.find(a.id);
        if (found == wrong.end() || a.fields.locked) {
            continue;
        }
        const std::set<Rule>& rules = found->second;
        Mask mask = a.mask;
        if (rules.contains(Rule::OffImage) && !image.isEmpty()) {
            mask = mask.clipped(QRect(QPoint(), image));
        }
        if (rules.contains(Rule::Island)) {
            mask = withoutIslands(mask, limits.islandPixels);
        }
        if (rules.contains(Rule::Hole)) {
            mask = mask.holesFilled(limits.holePixels);
        }
        if (mask.isEmpty() || gone.contains(a.id)) {
            changes.push_back(RemoveAnnotation{a});
        } else if (!(mask == a.mask)) {
            changes.push_back(PaintMask{a.id, MaskDelta::between(a.mask, mask), {}});
        }
    }
    return changes;
}

} // namespace core
