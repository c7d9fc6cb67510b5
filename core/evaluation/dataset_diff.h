// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/object_set.h"

#include <functional>

namespace core {

/// What became of one object between two data sets.
struct ObjectChange {
    enum class Kind {
        Added,     ///< only the second has it
        Removed,   ///< only the first has it
        Changed,   ///< both have it, with other pixels
        Relabelled ///< both have it, under another class
    };
    Kind kind = Kind::Added;
    QString picture;
    QString before, after; ///< its class on each side; empty: not there
    double iou = 0;        ///< of both masks, or of the best one that did not suffice
    qint64 beforeId = 0, afterId = 0;
    qint64 beforePicture = 0, afterPicture = 0; ///< ids of their sets
    QRectF box;                                 ///< in pixels, of the second side where it has the object
    bool operator==(const ObjectChange&) const = default;
};

struct DatasetDiff {
    std::vector<ObjectChange> changes; ///< picture by picture; the least alike first
    qint64 pictures = 0;               ///< compared: that both have
    qint64 same = 0;                   ///< objects of one class with the very same pixels
    int count(ObjectChange::Kind kind) const;
    QStringList warnings;
};

/// Puts two data sets beside each other. Pictures and classes meet by their names; pictures that one side
/// lacks are left out and counted in the warnings. Objects are paired so that the sum of their IoU is
/// largest, first within a class, then what is left across classes; a pair needs an IoU of at least 0.5.
/// Errors: Cancelled, CorruptFile, Unsupported (clips).
Result<DatasetDiff> diffOf(const ObjectSet& before, const ObjectSet& after,
                           const std::function<bool(std::size_t, std::size_t)>& progress = {});
/// Everything as JSON.
QByteArray jsonOf(const DatasetDiff& diff);

/// Best IoU of each object of `of` with one of its class in `other`, by its id: how far they agree. Only of
/// pictures that both have.
Result<std::map<qint64, double>>
agreementOf(const ObjectSet& of, const ObjectSet& other,
            const std::function<bool(std::size_t, std::size_t)>& progress = {});

} // namespace core
