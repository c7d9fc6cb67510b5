// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/api/types.h"

#include <functional>
#include <stop_token>

namespace inference {

class Device;
class Trace;

/// What one request carries through the engine (architecture §6.3). `yield` is set for background runs only
/// and is called on the inference thread, at pauses, while no lock is held.
struct Run {
    Device& device;
    std::stop_token stop = {};
    std::function<void(const Progress&)> progress = {};
    std::function<void()> yield = {};
    std::function<bool()> urgent = {}; ///< any thread: whether yield has something to do; null: it may have
    Trace* trace = nullptr;

    /// For long kernels, on any of their threads: whether they should get to where they can ask
    /// interrupted().
    bool wantsPause() const;
    /// For long kernels, at a pause, on the inference thread: yields, then says whether the rest is
    /// pointless.
    bool interrupted() const;
    /// For assemblies, between layers: Cancelled if stopped, the device's error if it has one; reports
    /// progress.
    Status checkpoint(const Progress& where) const;
};

} // namespace inference
