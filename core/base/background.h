// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaObject>
#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace core {

/// A few threads for work that is too slow for the UI thread and whose result comes back to it: decoding,
/// scaling, masks. Made, used and destroyed on one thread with an event loop. Destroying it drops what waits
/// and every answer, and returns once the work in progress is over.
///
/// Not Qt's pool, because that one knows no answers to drop, and its locks are invisible to the thread
/// sanitizer.
class Background {
public:
    explicit Background(int threads = 1);
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// Calls work() on one of the threads, in the order of asking, and then answer(its result) on the thread
    /// this lives on. Both are copyable; an exception from work() is logged and nothing is answered.
    template <class Work, class Answer> void run(Work work, Answer answer) {
        push([this, mine = m_generation, work = std::move(work), answer = std::move(answer)]() mutable {
            QMetaObject::invokeMethod(
                &m_home,
                [this, mine, answer = std::move(answer), result = work()]() mutable {
                    if (mine == m_generation) {
                        answer(std::move(result));
                    }
                },
                Qt::QueuedConnection);
        });
    }
    /// Nothing asked for so far is answered any more; what has not begun never begins.
    void cancel();

private:
    using Job = std::function<void()>;

    void push(Job job);
    void runJobs(const std::stop_token& quit);

    QObject m_home;           ///< answers are posted to it and go with it
    quint64 m_generation = 0; ///< of requests; touched on the home thread only
    std::mutex m_mutex;
    std::condition_variable_any m_pushed;
    std::deque<Job> m_jobs;
    std::vector<std::jthread> m_threads; ///< last: joined before what they use goes
};

} // namespace core
