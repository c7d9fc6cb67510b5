// SPDX-License-Identifier: Apache-2.0
#include "inference/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#if defined(__x86_64__) || defined(_M_X64)
#include <immintrin.h>
#endif

namespace inference {

namespace {

thread_local bool tInsideBody = false;

/// More chunks than threads, so that a thread that was descheduled does not hold up the rest.
constexpr std::int64_t kChunksPerThread = 4;
/// About 30 µs: longer than the gap between two operations of a network, shorter than anybody would notice.
constexpr int kSpins = 1500;

void pause() {
#if defined(__x86_64__) || defined(_M_X64)
    _mm_pause();
#else
    std::this_thread::yield();
#endif
}

struct Job {
    const std::function<void(std::int64_t, std::int64_t)>* body = nullptr;
    std::int64_t count = 0;
    std::int64_t chunk = 0;
    const std::function<bool()>* pause = nullptr; ///< or null
};

} // namespace

struct ThreadPool::Impl {
    // The gate holds the job's number, whether it may still be joined, and how many workers are in it. A
    // worker that wakes late finds the gate shut and is not waited for: small jobs never pay for a wake-up.
    static constexpr std::uint64_t kOpen = 1U << 15;
    static constexpr std::uint64_t kActive = kOpen - 1;
    static constexpr std::uint64_t kNumber = kOpen << 1;

    std::atomic<std::uint64_t> gate{0};
    std::atomic<std::int64_t> next{0};
    Job job; ///< written while the gate is shut and nobody is inside
    std::atomic<int> sleepers{0};
    std::atomic<bool> quit{false};
    std::mutex mutex;
    std::condition_variable wake;
    std::vector<std::thread> workers;

    void run() {
        tInsideBody = true;
        for (;;) {
            const std::int64_t begin = next.fetch_add(job.chunk, std::memory_order_relaxed);
            if (begin >= job.count)
                break;
            (*job.body)(begin, std::min(job.count, begin + job.chunk));
            if (job.pause && (*job.pause)())
                break;
        }
        tInsideBody = false;
    }

    /// On all threads, until every range that was begun is done.
    void runJob(const Job& given) {
        job = given;
        next.store(0, std::memory_order_relaxed);
        gate.store((gate.load() / kNumber + 1) * kNumber + kOpen);
        if (sleepers.load() > 0) {
            const std::lock_guard lock(mutex);
            wake.notify_all();
        }
        run();
        gate.fetch_and(~kOpen);
        for (int spin = 0; (gate.load() & kActive) != 0; ++spin) {
            if (spin < kSpins)
                pause();
            else // on a busy machine the one we wait for may need this core
                std::this_thread::yield();
        }
    }

    bool somethingNew(std::uint64_t seen) const { return gate.load() / kNumber != seen || quit.load(); }

    void waitForWork(std::uint64_t seen) {
        for (int spin = 0; spin < kSpins; ++spin) {
            if (somethingNew(seen))
                return;
            pause();
        }
        std::unique_lock lock(mutex);
        ++sleepers;
        wake.wait(lock, [&] { return somethingNew(seen); });
        --sleepers;
    }

    void work() {
        std::uint64_t seen = 0;
        while (!quit.load()) {
            waitForWork(seen);
            std::uint64_t value = gate.load();
            seen = value / kNumber;
            while ((value & kOpen) && !gate.compare_exchange_weak(value, value + 1)) {
            }
            if (!(value & kOpen))
                continue;
            seen = value / kNumber;
            run();
            gate.fetch_sub(1);
        }
    }
};

ThreadPool::ThreadPool(int threads) : m_impl(std::make_unique<Impl>()) {
    if (threads <= 0)
        threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    for (int i = 1; i < threads; ++i)
        m_impl->workers.emplace_back([impl = m_impl.get()] { impl->work(); });
}

ThreadPool::~ThreadPool() {
    {
        const std::lock_guard lock(m_impl->mutex);
        m_impl->quit.store(true);
    }
    m_impl->wake.notify_all();
    for (std::thread& worker : m_impl->workers)
        worker.join();
}

int ThreadPool::size() const {
    return static_cast<int>(m_impl->workers.size()) + 1;
}

void ThreadPool::parallelFor(std::int64_t count, std::int64_t grain,
                             const std::function<void(std::int64_t, std::int64_t)>& body) {
    if (count <= 0)
        return;
    grain = std::max<std::int64_t>(grain, 1);
    if (count <= grain || size() == 1 || tInsideBody) {
        body(0, count);
        return;
    }
    const std::int64_t share = (count + size() * kChunksPerThread - 1) / (size() * kChunksPerThread);
    m_impl->runJob({&body, count, std::max(grain, share)});
}

std::int64_t ThreadPool::parallelUntil(std::int64_t count, std::int64_t chunk,
                                       const std::function<void(std::int64_t, std::int64_t)>& body,
                                       const std::function<bool()>& pause) {
    chunk = std::max<std::int64_t>(chunk, 1);
    if (count > chunk && size() > 1 && !tInsideBody) {
        m_impl->runJob({&body, count, chunk, &pause});
        return std::min(count, m_impl->next.load(std::memory_order_relaxed));
    }
    std::int64_t done = 0;
    while (done < count) {
        const std::int64_t end = std::min(count, done + chunk);
        body(done, end);
        done = end;
        if (pause())
            break;
    }
    return done;
}

} // namespace inference
