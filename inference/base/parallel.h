// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace inference {

/// The process's one pool for numeric work (two pools fighting halve the speed). Calls come from one thread
/// at a time, the inference thread, which works too.
class ThreadPool {
public:
    explicit ThreadPool(int threads); ///< 0: one for each processor
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    int size() const;
    /// Calls `body(begin, end)` over disjoint ranges that cover [0, count), each of about `grain` items or
    /// more, and returns when all are done. `body` must not throw. Nested calls run on the calling thread.
    void parallelFor(std::int64_t count, std::int64_t grain,
                     const std::function<void(std::int64_t begin, std::int64_t end)>& body);
    /// The same in ranges of `chunk` items, in order; once `pause`, asked after each range on the thread that
    /// finished it, says so, no further range is begun. Returns how many of the first items are done: at
    /// least one range.
    std::int64_t parallelUntil(std::int64_t count, std::int64_t chunk,
                               const std::function<void(std::int64_t begin, std::int64_t end)>& body,
                               const std::function<bool()>& pause);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace inference
