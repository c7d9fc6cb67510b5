// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <vector>

namespace core {

/// Which spans hang together: `of[i]` is the component of span i. Components are numbered from 0 by their
/// first span.
struct SpanComponents {
    std::vector<int> of;
    int count = 0;
};

enum class Connectivity { Four, Eight };

/// `spans` must be in a mask's order. Linear time.
SpanComponents spanComponents(const std::vector<Mask::Span>& spans, Connectivity connectivity);

} // namespace core
