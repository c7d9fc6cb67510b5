// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/for_chunks.h"

namespace inference::cpu {

bool forChunks(const Run& run, ThreadPool& threads, std::int64_t count, std::int64_t chunk,
               const std::function<void(std::int64_t, std::int64_t)>& body) {
    for (std::int64_t done = 0; done < count;) {
        if (run.interrupted())
            return false;
        const std::int64_t first = done;
        done += threads.parallelUntil(
            count - first, chunk,
            [&](std::int64_t begin, std::int64_t end) { body(first + begin, first + end); },
            [&run] { return run.wantsPause(); });
    }
    return true;
}

} // namespace inference::cpu
