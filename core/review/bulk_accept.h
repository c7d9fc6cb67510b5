// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/edit.h"
#include "core/query/query_match.h"

#include <QRect>

#include <vector>

namespace core {

/// An instance that waits for review, as the index knows it.
struct WaitingInstance {
    AnnotationId instance;
    ImageId image;
    LabelId label;
    float score = 0;
    QRect box;
    bool operator==(const WaitingInstance&) const = default;
};

/// Those among `matches`, the lowest score first, equal ones by id; without those whose score is no number,
/// and those of images that were removed.
std::vector<WaitingInstance> waitingInstances(const InstanceIndex& index, const QueryContext& context,
                                              const QueryMatches& matches);

/// Accepts those of `ids` (ascending) that still wait, in whatever image, as one step. Nobody looked at the
/// images, so none of them becomes reviewed. Without changes if there are none.
Edit acceptWaiting(const InstanceIndex& index, const QueryContext& context,
                   const std::vector<AnnotationId>& ids);

} // namespace core
