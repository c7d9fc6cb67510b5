// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <vector>

namespace gui {

class Session;

/// Accepts those of `ids` (ascending) that still wait, in whatever image, as one step that is made off the UI
/// thread. What is decided, removed or added meanwhile stays as it is.
void acceptInstances(Session& session, std::vector<core::AnnotationId> ids);

} // namespace gui
