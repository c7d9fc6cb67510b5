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
/// Queries are cut in multiples of this, which blocks of queries of any vector size divide.
constexpr std::int64_t kQueryStep = 192;

std::int64_t ceilDiv(std::int64_t a, std::int64_t b) {
    return (a + b - 1) / b;
}

} // namespace

/// Heads side by side in batch entries of so many tokens.
struct CpuKernels::Heads {
    HeadJob first; ///< of the first entry; all queries
    std::int64_t entries, heads, queries;
};

void CpuKernels::attend(const Run& run, const Heads& h) {
    const std::int64_t wanted = ceilDiv(kPartsPerThread * m_threads.size(), h.entries * h.heads);
    const std::int64_t part = ceilDiv(ceilDiv(h.queries, wanted), kQueryStep) * kQueryStep;
    const std::int64_t parts = ceilDiv(h.queries, part);
    HeadJob shared = h.first;
    shared.queries = std::min(part, h.queries);
    const double work =
        static_cast<double>(shared.queries * shared.keys * (shared.depth + shared.valueDepth + 16)) / 16;
    forPanels(run, h.entries * h.heads * parts, work, [&](std::int64_t begin, std::int64_t end) {
        const std::shared_ptr<Storage> scratch = m_memory.take(headScratch(shared) * sizeof(float));
        for (std::int64_t item = begin; item < end; ++item) {
            const std::int64_t entry = item / parts / h.heads;
            const std::int64_t head = item / parts % h.heads;
            HeadJob job = shared;
            job.q += entry * h.queries * job.strideQ + head * job.depth;
            job.k += entry * job.keys * job.strideK + head * job.depth;
            job.v += entry * job.keys * job.strideV + head * job.valueDepth;
            job.y += entry * h.queries * job.strideY + head * job.valueDepth;
            if (job.bias)
                job.bias += head * h.queries * job.keys;
            if (job.boxBias.x) {
                job.boxBias.x += head;
                job.boxBias.y += head;
            }
            job.firstQuery = item % parts * part;
            job.queries = std::min(part, h.queries - job.firstQuery);
            attendHead(job, static_cast<float*>(scratch->hostData()));
        }
    });
}

void CpuKernels::attention(Run& run, const Tensor& q, const Tensor& k, const Tensor& v,
                           const AttentionOptions& options, Tensor& y) {
    if (y.count() == 0)
        return;
    HeadJob job = {};
    job.q = q.f32();
    job.k = k.f32();
    job.v = v.f32();
    job.bias = options.bias.isEmpty() ? nullptr : options.bias.f32();
    if (const BoxBias& box = options.boxBias; !box.x.isEmpty())
        job.boxBias = {box.x.f32(), box.y.f32(), box.x.dim(1), box.x.dim(2), box.lead};
    job.y = y.f32();
    job.keys = k.dim(1);
    job.depth = q.dim(2) / options.heads;
    job.valueDepth = v.dim(2) / options.heads;
    job.strideQ = job.strideK = q.dim(2);
    job.strideV = job.strideY = v.dim(2);
    job.scale = 1.0F / std::sqrt(static_cast<float>(job.depth));
    job.causal = options.causal;
    attend(run, {job, q.dim(0), options.heads, q.dim(1)});
}

void CpuKernels::selfAttention(Run& run, const Tensor& qkv, const RopeTable& rope, int heads, Tensor& y) {
    if (y.count() == 0)
        return;
    const std::int64_t width = y.dim(2);
    HeadJob job = {};
    job.q = qkv.f32();
    job.k = job.q + width;
    job.v = job.k + width;
    job.cosine = rope.cosine.f32();
    job.sine = rope.sine.f32();
    job.y = y.f32();
    job.keys = y.dim(1);
    job.depth = job.valueDepth = width / heads;
    job.strideQ = job.strideK = job.strideV = qkv.dim(2);
    job.strideY = width;
    job.scale = 1.0F / std::sqrt(static_cast<float>(job.depth));
    attend(run, {job, y.dim(0), heads, y.dim(1)});
}

} // namespace inference::cpu
