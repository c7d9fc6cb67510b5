// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/panoptic_quality.h"

#include "core/mask/overlap.h"

#include <algorithm>
#include <tuple>

namespace core {
namespace {

constexpr double kLeastScore = 0.5;
constexpr double kMatch = 0.5; // IoU above it pairs at most one with one

struct Segment {
    const QString* phrase;
    const Track* track;
    Mask mask; ///< what of it lies on top
    qint64 area = 0;
    bool matched = false;
};

/// The segments of one side, and in `covered` all their pixels.
std::vector<Segment> segmentsOf(const std::vector<EvaluationUnit>& picture,
                                std::vector<Track> EvaluationUnit::*side, Mask& covered) {
    std::vector<Segment> segments;
    for (const EvaluationUnit& unit : picture) {
        for (const Track& track : unit.*side) {
            if (track.score >= kLeastScore) {
                segments.push_back({&unit.phrase, &track, track.masks.front(), 0});
            }
        }
    }
    std::stable_sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
        return std::tuple(-a.track->z, -a.track->score, a.mask.area()) <
               std::tuple(-b.track->z, -b.track->score, b.mask.area());
    });
    for (Segment& segment : segments) {
        const Mask whole = segment.mask;
        segment.mask = whole.subtracted(covered);
        segment.area = segment.mask.area();
        covered = covered.united(whole);
    }
    std::erase_if(segments, [](const Segment& segment) { return segment.area == 0; });
    return segments;
}

} // namespace

void PanopticQuality::add(const std::vector<EvaluationUnit>& picture) {
    Mask labelled;
    Mask anything;
    std::vector<Segment> truth = segmentsOf(picture, &EvaluationUnit::truth, labelled);
    std::vector<Segment> found = segmentsOf(picture, &EvaluationUnit::found, anything);
    for (Segment& segment : found) {
        Counts& counts = m_counts[*segment.phrase];
        const qint64 unknown = segment.area - sharedArea(segment.mask, labelled);
        qint64 excused = unknown;
        for (Segment& other : truth) {
            if (*other.phrase != *segment.phrase) {
                continue;
            }
            const qint64 shared = sharedArea(segment.mask, other.mask);
            if (other.track->crowd) {
                excused += shared;
                continue;
            }
            const double iou = double(shared) / double(segment.area - unknown + other.area - shared);
            if (shared > 0 && iou > kMatch) {
                segment.matched = other.matched = true;
                ++counts.matched;
                counts.iou += iou;
            }
        }
        if (!segment.matched && 2 * excused <= segment.area) {
            ++counts.wrong;
        }
    }
    for (const Segment& segment : truth) {
        if (!segment.track->crowd && !segment.matched) {
            ++m_counts[*segment.phrase].missed;
        }
    }
}

PanopticFigures PanopticQuality::figuresOf(const Counts& counts) {
    PanopticFigures figures;
    figures.matched = counts.matched;
    figures.wrong = counts.wrong;
    figures.missed = counts.missed;
    const double all = counts.matched + 0.5 * counts.wrong + 0.5 * counts.missed;
    if (all > 0) {
        figures.classes = 1;
        figures.pq = counts.iou / all;
        figures.rq = counts.matched / all;
        figures.sq = counts.matched > 0 ? counts.iou / counts.matched : 0;
    }
    return figures;
}

PanopticFigures PanopticQuality::figuresOf(const QString& phrase) const {
    const auto counts = m_counts.find(phrase);
    return counts == m_counts.end() ? PanopticFigures() : figuresOf(counts->second);
}

PanopticFigures PanopticQuality::figures() const {
    PanopticFigures mean;
    for (const auto& [phrase, counts] : m_counts) {
        const PanopticFigures one = figuresOf(counts);
        mean.matched += one.matched;
        mean.wrong += one.wrong;
        mean.missed += one.missed;
        if (one.classes > 0) {
            mean.pq = std::max(mean.pq, 0.0) + one.pq;
            mean.sq += one.sq;
            mean.rq += one.rq;
            ++mean.classes;
        }
    }
    if (mean.classes > 0) {
        mean.pq /= mean.classes;
        mean.sq /= mean.classes;
        mean.rq /= mean.classes;
    }
    return mean;
}

} // namespace core
