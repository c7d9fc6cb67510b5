// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace core {

/// Removes a folder with all that is in it, on a thread of its own: a file takes a millisecond or more on
/// slow disks, and a cancelled export of 100,000 images must not wait for that. Never through a link. What is
/// not gone when the program ends is swept away by the next export to the same place.
void removeLater(const QString& folder);
/// Returns once everything asked for so far is gone.
void finishRemovals();

} // namespace core
