// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace gui {

/// How well the letters of `typed` appear in this order in `text`: starts of words and letters side by side
/// count more, skipped letters less. Spaces and case don't matter. None if a letter is missing; 0 for nothing
/// typed.
std::optional<int> fuzzyScore(const QString& typed, const QString& text);

} // namespace gui
