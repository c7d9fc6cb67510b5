// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/query/instance_index.h"
#include "core/query/query_match.h"

#include <array>

namespace core {

/// Counts in ranges: range i is [edges[i], edges[i + 1]), the last one with its upper edge.
struct Histogram {
    std::vector<double> edges;
    std::vector<qint64> counts;
};

/// What a set of instances looks like as a whole. Rejected instances are not among them.
struct Statistics {
    struct OfLabel {
        LabelId label;
        QString name;
        qint64 instances = 0, images = 0;
        double area = 0;    ///< sum, in pixels
        double seconds = 0; ///< of work on them
        qint64 actions = 0;
    };
    static constexpr int kHeatColumns = 32, kHeatRows = 24;
    static constexpr int kMostPairs = 16; ///< labels in the table of what occurs together

    qint64 instances = 0, images = 0;
    qint64 timed = 0;  ///< instances whose effort is known
    double worked = 0; ///< seconds, of all
    qint64 actions = 0;
    std::vector<OfLabel> labels; ///< with instances, most first
    Histogram area;              ///< two ranges for each doubling
    Histogram size;              ///< longer side of the box, likewise
    Histogram seconds;           ///< of work on one instance, where it is known; likewise
    Histogram score;             ///< of what a model made, twenty ranges
    std::vector<qint64> heat;    ///< centres of boxes, row by row over the picture
    /// images with label i and label j, row by row over the first min(kMostPairs, labels) labels
    std::vector<qint64> together;
};

/// Of the rows whose flag is set (one byte each; see QueryMatcher::matchingRows()).
Statistics statisticsOf(const InstanceIndex& index, const QueryContext& context,
                        const std::vector<std::uint8_t>& flags);
/// One line for each label and one for all, with a header; numbers in C notation.
QByteArray statisticsCsv(const Statistics& statistics);

} // namespace core
