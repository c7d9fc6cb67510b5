// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/history.h"
#include "core/project/project.h"

#include <vector>

/// The errors that runs of a model make.
enum class Fault { SwappedLabel, Merged, Half, StrayBlob, Doubled, Shifted, Sliver, Grown, Count };
const char* nameOf(Fault fault);

struct Planted {
    Fault fault = Fault::SwappedLabel;
    core::AnnotationId instance; ///< the wrong one
};

/// Puts `count` errors into the loaded images of a project, one kind after the other, each into an instance
/// (and, merged, its neighbour) that no other error touches. Scores stay as they are, so that only looks can
/// tell. Fewer if there are too few instances.
std::vector<Planted> plantErrors(core::Project& project, core::History& history, quint32 seed, int count);
