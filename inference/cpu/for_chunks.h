// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/base/parallel.h"
#include "inference/device/run.h"

#include <cstdint>
#include <functional>

namespace inference::cpu {

/// Calls `body` over [0, count) in ranges of `chunk` items on all threads. No range is begun once the run
/// wants a pause; then, on the calling thread and outside the pool, the run is asked whether it goes on.
/// False if it does not: the rest is left undone.
bool forChunks(const Run& run, ThreadPool& threads, std::int64_t count, std::int64_t chunk,
               const std::function<void(std::int64_t begin, std::int64_t end)>& body);

} // namespace inference::cpu
