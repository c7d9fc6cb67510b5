// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/mailbox.h"

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
/// Not Qt's pool: that one knows no answers to drop, and its locks are invisible to the thread sanitizer.
class Background {
public:
    explicit Background(int threads = 1);
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// Calls work() on one of the threads, in the order of asking, and then answer(its result) on the thread
    /// this lives on. Both are copyable; an exception from work() is logged and nothing is answered.
    template <class Work, class Answer> void run(Work work, Answer answer) {
        push([work = std::move(work), answer = std::move(answer)]() mutable -> Mailbox::Letter {
            return [answer = std::move(answer), result = work()]() mutable { answer(std::move(result)); };
        });
    }
    /// Nothing asked for so far is answered any more; what has not begun never begins.
    void cancel();

private:
    using Job = std::function<Mailbox::Letter()>; ///< answers with what is to be called at home

    void push(Job job);
    void runJobs(const std::stop_token& quit);

    Mailbox m_answers;
    std::mutex m_mutex;
    std::condition_variable_any m_pushed;
    std::deque<Job> m_jobs;
    quint64 m_generation = 0;            ///< counts cancels
    std::vector<std::jthread> m_threads; ///< last: joined before what they use goes
};

} // namespace core
