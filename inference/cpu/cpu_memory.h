// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/tensor/tensor.h"

#include <cstddef>
#include <memory>

namespace inference::cpu {

/// Host memory for tensors. A released block goes to a list of freed ones and serves the next request of
/// about its size, so a network runs on pages that are already mapped (fresh ones cost the kernel more than
/// the arithmetic). Blocks may be released on any thread and may outlive the pool.
class MemoryPool {
public:
    /// Keeps at most `keepBytes` of freed memory, dropping the oldest.
    explicit MemoryPool(std::size_t keepBytes);
    ~MemoryPool();
    MemoryPool(const MemoryPool&) = delete;
    MemoryPool& operator=(const MemoryPool&) = delete;

    /// Uninitialised, aligned to a cache line; large blocks to a huge page.
    std::shared_ptr<Storage> take(std::size_t bytes);
    /// Freed memory kept for reuse.
    std::size_t keptBytes() const;
    void releaseKept();

private:
    class FreedBlocks;
    class Block;
    std::shared_ptr<FreedBlocks> m_freed;
};

} // namespace inference::cpu
