// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/query/query_match.h"
#include "core/review/shape_measure.h"

#include <QRect>

#include <vector>

namespace core {

/// Why a person should look at an instance soon. What Reason::figure says is given for each.
enum class Doubt {
    LowScore,  ///< the score
    Size,      ///< its area, as a multiple of its label's median
    Shape,     ///< how many spreads its shape lies from its label's
    Ragged,    ///< how many times the label's usual outline it has for its area
    Parts,     ///< their number
    Holes,     ///< their number
    Edges,     ///< share of its outline along which the picture shows no edge
    Overlap,   ///< share of the smaller one's pixels that an instance of another label has, too
    Duplicate, ///< overlap (IoU) with an instance of its own label
    Border,    ///< how many spreads its size or shape is off, and it touches the border of the picture
    Rare,      ///< instances of its label
    Runs,      ///< best overlap (IoU) with what another run or person has of its label
};

struct Reason {
    Doubt doubt = Doubt::LowScore;
    double figure = 0;
    double risk = 0; ///< 0 to 1
    bool operator==(const Reason&) const = default;
};

/// What is known of one instance before anybody looked at it.
struct RiskFacts {
    AnnotationId instance;
    ImageId image;
    LabelId label;
    State state = State::Auto;
    float score = 1;
    qint64 area = 0;
    QRect box;
    int parts = 1, holes = 0;
    QSize picture;        ///< empty: unknown
    ShapeMeasure shape;   ///< as far as it was measured
    float agreement = -1; ///< best IoU with one of its label in another run; -1: not compared
    bool asked = true;    ///< it may stand in the queue, if it waits
};

/// One entry of the review queue.
struct RiskItem {
    AnnotationId instance;
    ImageId image;
    LabelId label;
    float score = 1;
    QRect box;
    double risk = 0;
    std::vector<Reason> reasons; ///< largest risk first
    bool operator==(const RiskItem&) const = default;
};

/// Everything that may say something about how a label usually looks: without rejected instances and crowds.
/// `matches` are those that the queue is narrowed to.
std::vector<RiskFacts> riskFacts(const InstanceIndex& index, const QueryContext& context,
                                 const QueryMatches& matches);

/// Those that wait for review (State::Auto), the riskiest first; equal risks by image and id, so that equal
/// facts give an equal queue. Labels are compared with themselves by median and MAD. The risk of an instance
/// is the largest of its reasons' risks and a tenth of each further one.
std::vector<RiskItem> riskQueue(const std::vector<RiskFacts>& facts);

} // namespace core
