// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_memory.h"

#include <algorithm>
#include <bit>
#include <deque>
#include <iterator>
#include <mutex>
#include <new>
#include <utility>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace inference::cpu {

namespace {

constexpr std::size_t kLine = 64;
constexpr std::size_t kHugePage = std::size_t{2} << 20;

std::size_t alignmentOf(std::size_t bytes) {
    return bytes >= kHugePage ? kHugePage : kLine;
}

/// Rounds up to one of eight steps in each octave, so that nearly equal requests share blocks.
std::size_t blockSize(std::size_t bytes) {
    if (bytes <= kLine)
        return kLine;
    const std::size_t step = std::max(kLine, std::bit_floor(bytes) / 8);
    return (bytes + step - 1) / step * step;
}

void* takeFromSystem(std::size_t bytes) {
    void* memory = ::operator new (bytes, std::align_val_t{alignmentOf(bytes)});
#if defined(__linux__)
    if (bytes >= kHugePage)
        madvise(memory, bytes / kHugePage * kHugePage, MADV_HUGEPAGE);
#endif
    return memory;
}

void giveToSystem(void* memory, std::size_t bytes) {
    ::operator delete (memory, std::align_val_t{alignmentOf(bytes)});
}

} // namespace

class MemoryPool::FreedBlocks {
public:
    explicit FreedBlocks(std::size_t keepBytes) : m_limit(keepBytes) {}
    FreedBlocks(const FreedBlocks&) = delete;
    FreedBlocks& operator=(const FreedBlocks&) = delete;
    ~FreedBlocks() { shrinkTo(0); }

    void* take(std::size_t bytes) {
        const std::lock_guard lock(m_mutex);
        for (auto entry = m_entries.rbegin(); entry != m_entries.rend();
             ++entry) { // the latest is likely in cache
            if (entry->bytes != bytes)
                continue;
            void* memory = entry->memory;
            m_entries.erase(std::next(entry).base());
            m_kept -= bytes;
            return memory;
        }
        return nullptr;
    }

    void give(void* memory, std::size_t bytes) {
        const std::lock_guard lock(m_mutex);
        m_entries.push_back({memory, bytes});
        m_kept += bytes;
        shrinkTo(m_limit);
    }

    void clear() {
        const std::lock_guard lock(m_mutex);
        shrinkTo(0);
    }

    std::size_t kept() const {
        const std::lock_guard lock(m_mutex);
        return m_kept;
    }

private:
    struct Entry {
        void* memory;
        std::size_t bytes;
    };
    void shrinkTo(std::size_t bytes) {
        while (m_kept > bytes) {
            giveToSystem(m_entries.front().memory, m_entries.front().bytes);
            m_kept -= m_entries.front().bytes;
            m_entries.pop_front();
        }
    }
    mutable std::mutex m_mutex;
    std::deque<Entry> m_entries; ///< oldest first; some dozens at most
    std::size_t m_kept = 0;
    std::size_t m_limit;
};

class MemoryPool::Block final : public Storage {
public:
    Block(std::shared_ptr<FreedBlocks> home, void* memory, std::size_t bytes)
        : m_home(std::move(home)), m_memory(memory), m_bytes(bytes) {}
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;
    ~Block() override { m_home->give(m_memory, m_bytes); }
    void* hostData() override { return m_memory; }
    std::size_t size() const override { return m_bytes; }

private:
    std::shared_ptr<FreedBlocks> m_home;
    void* m_memory;
    std::size_t m_bytes;
};

MemoryPool::MemoryPool(std::size_t keepBytes) : m_freed(std::make_shared<FreedBlocks>(keepBytes)) {}

MemoryPool::~MemoryPool() = default;

std::shared_ptr<Storage> MemoryPool::take(std::size_t bytes) {
    const std::size_t size = blockSize(bytes);
    void* memory = m_freed->take(size);
    if (!memory)
        memory = takeFromSystem(size);
    return std::make_shared<Block>(m_freed, memory, size);
}

std::size_t MemoryPool::keptBytes() const {
    return m_freed->kept();
}

void MemoryPool::releaseKept() {
    m_freed->clear();
}

} // namespace inference::cpu
