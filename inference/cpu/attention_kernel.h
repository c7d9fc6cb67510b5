// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// The part of attention that is compiled for each instruction set. No allocation, no threads.
namespace inference::cpu {

/// BoxBias of one head: element (query, i) of x and y lies at ((query - lead)·side + i)·step.
struct HeadBias {
    const float* x; ///< or null
    const float* y;
    std::int64_t side, step, lead;
};

/// One head of one batch entry. The rows of q, k, v and y lie their strides apart, as heads are blocks of
/// channels.
struct HeadJob {
    const float* q;
    const float* k;
    const float* v;
    const float* bias; ///< [all queries, keys], or null
    HeadBias boxBias;
    const float *cosine, *sine; ///< [tokens, depth/2]: queries and keys turn with their token; or null
    float* y;
    std::int64_t firstQuery, queries; ///< the range to compute
    std::int64_t keys;
    std::int64_t depth, valueDepth;
    std::int64_t strideQ, strideK, strideV, strideY;
    float scale;
    bool causal;
};

/// Floats of scratch memory that attendHead needs, aligned to a cache line.
std::size_t headScratch(const HeadJob& job);

/// softmax(q·kᵀ·scale + bias)·v with online softmax: scores exist for a block of keys and a block of queries
/// only, in the first-level cache.
void attendHead(const HeadJob& job, float* scratch);

} // namespace inference::cpu
