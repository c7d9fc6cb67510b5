// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/inference_types.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace core {

struct PrepareBody {
    LoadedImage image;
};
struct ConceptBody {
    LoadedImage image;
    ConceptQuery query;
};
struct ShapeBody {
    LoadedImage image;
    ShapeQuery query;
};
struct LoadModelBody {
    QString file;
};
struct WorkBody {
    EngineWork work;
};
using RequestBody = std::variant<PrepareBody, ConceptBody, ShapeBody, LoadModelBody, WorkBody>;

/// One wish of the window as a value. Carries its pixels, so the inference thread never asks back.
struct Request {
    RequestKey key;
    quint64 generation = 0;
    Priority priority = Priority::Interactive;
    RequestBody body;
};

/// A request that runs. `stop` fires when nobody wants the answer any more; `cancelled` only when the work
/// itself is unwanted, so that an encode outlives the prompt that asked for it first.
struct Job {
    Request request;
    std::stop_token stop;
    std::stop_token cancelled;
};

/// What waits for the inference thread and what runs there. Any thread pushes, the inference thread pops.
/// Interactive before background before work, in order of arrival. At most two jobs run, the second inside
/// the yield of the first, and work below them: inside its yield goes whatever a person or a prefetch asks
/// for.
class RequestQueue {
public:
    enum class Pushed {
        Queued,
        Joined ///< the running job does exactly this already; its generation answers
    };
    enum class Outcome { Completed, Stopped };

    /// Replaces the waiting request of the same key and stops the running one. Preparing an image that is
    /// being prepared joins that run instead. An interactive prepare demotes the prepares of other images to
    /// background: the person has moved on. Loading a model stops whatever runs; that runs again afterwards.
    Pushed push(Request request);
    /// Drops the waiting request and stops the running one.
    void cancel(RequestKey key);
    /// The same for every key but LoadModel, since a half-changed model helps nobody, and Work, which is
    /// stopped by its own key alone.
    void cancelAll();
    /// Drops and stops everything, for good: later pushes are forgotten.
    void close();

    /// Waits for a job; nothing once `quit` is requested or the queue is closed.
    std::optional<Job> waitPop(const std::stop_token& quit);
    /// What a running job calls when it yields: a more urgent one about another image, if one waits.
    std::optional<Job> tryPopUrgent();
    /// Whether there is one; any thread, without waiting for anything.
    bool hasUrgent() const { return m_urgent.load(std::memory_order_relaxed); }
    /// Ends the job popped last.
    void finished(Job job, Outcome outcome);
    /// Has the inference thread free the memory of an image, since unmapping a large one takes longer than a
    /// frame.
    void discard(LoadedImage image);

    /// Nothing waits and nothing runs, work apart.
    bool isIdle() const;

private:
    struct Running {
        RequestKey key;
        Priority priority = Priority::Interactive;
        std::optional<LoadedImage> prepares;
        std::stop_source stop;
        std::stop_source cancelled;
        bool again = false; ///< put back when it has stopped
    };

    bool joinsRunning(const Request& request);
    void replaceWaiting(Request& request);
    void demoteOthers(RequestKey key);
    void cancelLocked(RequestKey key);
    void stopAll(bool again);
    std::deque<Request>::iterator mostUrgent();
    std::deque<Request>::iterator nested(); ///< what may run inside the innermost running job, or the end
    std::optional<Job> take(const std::deque<Request>::iterator& request);
    void updateUrgent();

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Request> m_waiting;
    std::vector<Running> m_running; ///< each runs inside the one before
    std::vector<RequestBody> m_discarded;
    std::atomic<bool> m_urgent = false; ///< what nested() finds, without the lock
    bool m_closed = false;
};

} // namespace core
