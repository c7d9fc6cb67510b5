// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/label_images.h"

#include <cstdio>

namespace cli {

bool isTerminal(std::FILE* stream);

/// A line on stderr that rewrites itself, with the rate and the time that is left; on anything but a terminal
/// a line every hundred images.
void showProgress(const core::RunProgress& progress);
/// Leaves the last line standing.
void endProgress();

} // namespace cli
