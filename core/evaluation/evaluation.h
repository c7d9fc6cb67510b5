// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/average_precision.h"
#include "core/evaluation/panoptic_quality.h"
#include "core/evaluation/phrase_hota.h"
#include "core/evaluation/region_contour.h"
#include "core/evaluation/unit_list.h"

#include <functional>
#include <optional>

namespace core {

struct ConceptReport {
    ConceptFigures mean, at50, at75;
    double ilMcc = 0;
    PresenceCounts presence;
    bool hasNegatives = false;
};

/// The figures of one phrase, or of one class.
struct PhraseReport {
    QString phrase;
    ConceptReport conceptF1;
    PrecisionFigures precision;
    PanopticFigures panoptic; ///< where the report has them
    int truth = 0;            ///< objects, crowds left out
    int found = 0;            ///< objects with a score of at least 0.5
};

/// How well a picture or clip was done: F1 of its objects of all classes, mean over IoU 0.50 to 0.95.
struct ClipReport {
    QString clip;
    double f1 = 0; ///< 1 where neither side has anything that counts
};

struct EvaluationReport {
    Compared what = Compared::Masks;
    qint64 units = 0; ///< pairs of picture (or clip) and phrase, negatives included
    ConceptReport conceptF1;
    PrecisionFigures precision; ///< of classes, or of all phrases together where there are no classes
    PrecisionFigures small, medium, large;   ///< by COCO's sizes; of pictures only
    RegionContourFigures regions;            ///< only of masks
    std::optional<HotaFigures> hota;         ///< of clips
    std::optional<PanopticFigures> panoptic; ///< masks of pictures with classes
    std::vector<ClipReport> clips;           ///< those in which someone has something
    std::vector<PhraseReport> phrases;       ///< by name; only those that someone has
    QStringList warnings;
};

/// Compares all units; memory holds those of one picture or clip at a time. `progress` gets done and all;
/// false cancels. Errors: Cancelled, CorruptFile.
Result<EvaluationReport> evaluate(const UnitList& units, Compared what,
                                  const std::function<bool(std::size_t, std::size_t)>& progress = {});
/// All figures as JSON, in full precision.
QByteArray jsonOf(const EvaluationReport& report);

} // namespace core
