// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/project/edit.h"

#include <QList>
#include <QString>

#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace core {

/// What can be wrong with an instance whatever it shows.
enum class Rule { Empty, OffImage, Duplicate, Overlap, Sliver, Hole, Island, Outlier };
/// "empty", "off-image", "duplicate" and so on: names for the command line.
QString nameOf(Rule rule);
std::optional<Rule> ruleNamed(const QString& name);

/// From where on something counts as wrong.
struct RuleLimits {
    double duplicateIou = 0.85; ///< of two instances of one label
    double overlapShare = 0.1;  ///< of the smaller one's pixels, that another instance has, too
    qint64 holePixels = 20;     ///< holes of at most so many
    qint64 islandPixels = 20;   ///< parts of at most so many beside a larger one
    int sliverLength = 8;       ///< nowhere three pixels thick, and so long
    double outlierSpreads = 5;  ///< of the areas of its label, see AreaSpread
    int outlierInstances = 20;  ///< fewer of a label tell nothing
};

/// Areas of one label on a logarithmic scale: their median, and the median distance from it made to match a
/// standard deviation.
struct AreaSpread {
    double median = 0;
    double spread = 0;
    int count = 0;
};
/// By label, of the instances that are neither rejected nor crowds. `areas` may be in any order.
AreaSpread areaSpread(std::vector<qint64> areas);

/// One thing that a rule found.
struct Finding {
    Rule rule = Rule::Empty;
    AnnotationId instance;
    AnnotationId other; ///< the second one of a pair
    qint64 pixels = 0;  ///< that are wrong: of the holes, outside, shared; of the instance
    bool operator==(const Finding&) const = default;
};

/// Looks at the instances of one image by every rule. Rejected instances and crowds are left out. Of two that
/// are duplicates the one is named that is less worth keeping: not looked at before looked at, the lower
/// score first. `image` may be empty if the size is unknown. Stopped, it leaves out pairs.
std::vector<Finding> findingsIn(const std::vector<Annotation>& annotations, QSize image,
                                const std::map<LabelId, AreaSpread>& areas, const RuleLimits& limits = {},
                                const std::stop_token& stop = {});

/// The changes that mend the findings of one image that have only one sensible answer: duplicates
/// of one that stays go, pixels outside the image and islands are dropped, holes filled. Locked instances
/// stay as they are; the others keep their id, label and state. Nothing for overlaps, slivers and outliers: a
/// person must look.
std::vector<Change> repairs(const std::vector<Annotation>& annotations, const std::vector<Finding>& findings,
                            QSize image, const RuleLimits& limits = {});

} // namespace core
