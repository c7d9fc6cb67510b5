// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/attention_kernel.h"
#include "inference/cpu/cpu_kernels.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace inference::cpu {

namespace {

/// Parts of a call for each thread, so that one that was descheduled does not hold up the rest.
constexpr std::int64_t kPartsPerThread = 4;
/// Queries that are worth laying out the keys once more for another thread.
constexpr std::int64_t kFewestQueries = 96;

std::int64_t ceilDiv(std::int64_t a, std::int64_t b) {
    return (a + b - 1) / b;
}

} // namespace

void CpuKernels::attention(Run& run, const Tensor& q, const Tensor& k, const Tensor& v,
                           const AttentionOptions& options, Tensor& y) {
    if (y.count() == 0)
        return;
    const std::int64_t queries = q.dim(1);
    const std::int64_t keys = k.dim(1);
    const std::int64_t heads = options.heads;
    HeadJob shared = {};
    shared.width = q.dim(2);
    shared.valueWidth = v.dim(2);
    shared.depth = shared.width / heads;
    shared.valueDepth = shared.valueWidth / heads;
    shared.keys = keys;
    shared.scale = 1.0F / std::sqrt(static_cast<float>(shared.depth));
    shared.causal = options.causal;
    const std::int64_t wanted = ceilDiv(kPartsPerThread * m_threads.size(), q.dim(0) * heads);
    const std::int64_t parts = std::clamp<std::int64_t>(wanted, 1, ceilDiv(queries, kFewestQueries));
    const std::int64_t part = ceilDiv(queries, parts);
    const double work = static_cast<double>(part * keys * (shared.depth + shared.valueDepth + 16)) / 16;
    forPanels(run, q.dim(0) * heads * parts, work, [&](std::int64_t begin, std::int64_t end) {
        const std::shared_ptr<Storage> scratch = m_memory.take(headScratch(shared) * sizeof(float));
        for (std::int64_t item = begin; item < end; ++item) {
            const std::int64_t batch = item / parts / heads;
            const std::int64_t head = item / parts % heads;
            HeadJob job = shared;
            job.q = q.f32() + batch * queries * job.width + head * job.depth;
            job.k = k.f32() + batch * keys * job.width + head * job.depth;
            job.v = v.f32() + batch * keys * job.valueWidth + head * job.valueDepth;
            job.bias = options.bias.isEmpty() ? nullptr : options.bias.f32() + head * queries * keys;
            job.y = y.f32() + batch * queries * job.valueWidth + head * job.valueDepth;
            job.firstQuery = item % parts * part;
            job.queries = std::min(part, queries - job.firstQuery);
            if (job.queries > 0)
                attendHead(job, static_cast<float*>(scratch->hostData()));
        }
    });
}

} // namespace inference::cpu
