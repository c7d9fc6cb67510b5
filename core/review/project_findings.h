// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/rules.h"

#include <stop_token>
#include <vector>

namespace core {

struct PlacedFinding {
    ImageId image;
    Finding finding;
    bool operator==(const PlacedFinding&) const = default;
};

/// What every rule finds in a project's file, image by image; no more than one image's masks are held. Any
/// thread. Errors: as ProjectStore::open() and annotations(); Cancelled.
Result<std::vector<PlacedFinding>> findingsOf(const QString& project, const std::stop_token& stop = {});

/// The changes that mend `findings`, made for what the file holds now: what is in order by now, or lost its
/// other half, stays as it is. Same errors.
Result<std::vector<Change>> repairsOf(const QString& project, const std::vector<PlacedFinding>& findings,
                                      const std::stop_token& stop = {});

/// Whether repairs() mends findings of this rule.
bool isMendable(Rule rule);

} // namespace core
