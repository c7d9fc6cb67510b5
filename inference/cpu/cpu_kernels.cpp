// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_kernels.h"

#include <algorithm>

namespace inference::cpu {

namespace {

/// Elementary operations, each a fraction of a nanosecond: about 10 µs, and about 20 ms on one thread.
constexpr double kGrainWork = 3e4;
constexpr double kPanelWork = 4e7;

} // namespace

CpuKernels::CpuKernels(ThreadPool& threads, MemoryPool& memory) : m_threads(threads), m_memory(memory) {}

bool CpuKernels::forPanels(const Run& run, std::int64_t count, double work, const Body& body) const {
    const auto grain = std::max<std::int64_t>(1, static_cast<std::int64_t>(kGrainWork / work));
    const auto panel = std::max<std::int64_t>(m_threads.size(), static_cast<std::int64_t>(kPanelWork / work));
    for (std::int64_t first = 0; first < count; first += panel) {
        if (run.interrupted())
            return false;
        const std::int64_t n = std::min(panel, count - first);
        m_threads.parallelFor(
            n, grain, [&](std::int64_t begin, std::int64_t end) { body(first + begin, first + end); });
    }
    return true;
}

} // namespace inference::cpu
