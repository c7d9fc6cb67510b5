// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/project_merge.h"

namespace core {

/// What they did to the labels of the common state, field by field: into `plan` goes what mine has as it was.
void mergeLabels(const QList<Label>& base, const QList<Label>& mine, MergePlan& plan);
/// The marks of an image that all three versions have: reviewed, tags, runs.
void mergeMarks(const ImageInfo& base, const ImageInfo& mine, const ImageInfo& theirs, MergePlan& plan);

} // namespace core
