// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_kernels.h"

#include "inference/cpu/for_chunks.h"

#include <algorithm>

namespace inference::cpu {

namespace {

/// Elementary operations, each a fraction of a nanosecond: about 10 µs, the least that is worth another
/// thread, and about 200 µs, the most between two looks at the run.
constexpr double kGrainWork = 3e4;
constexpr double kChunkWork = 6e5;
/// More chunks than threads, so that a thread that was descheduled does not hold up the rest.
constexpr std::int64_t kChunksPerThread = 4;

} // namespace

CpuKernels::CpuKernels(ThreadPool& threads, MemoryPool& memory) : m_threads(threads), m_memory(memory) {}

bool CpuKernels::forPanels(const Run& run, std::int64_t count, double work, const Body& body) const {
    const auto items = [work](double all) {
        return std::max<std::int64_t>(1, static_cast<std::int64_t>(all / work));
    };
    const std::int64_t share = count / (kChunksPerThread * m_threads.size());
    return forChunks(run, m_threads, count, std::clamp(share, items(kGrainWork), items(kChunkWork)), body);
}

} // namespace inference::cpu
