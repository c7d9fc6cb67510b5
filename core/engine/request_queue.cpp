// SPDX-License-Identifier: Apache-2.0
#include "core/engine/request_queue.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

bool sameImage(const LoadedImage& a, const LoadedImage& b) {
    if (a.hash.isEmpty() || b.hash.isEmpty()) {
        return a.image.cacheKey() == b.image.cacheKey();
    }
    return a.hash == b.hash && a.image.size() == b.image.size();
}

const LoadedImage* preparedImage(const RequestBody& body) {
    const auto* prepare = std::get_if<PrepareBody>(&body);
    return prepare ? &prepare->image : nullptr;
}

bool isLoad(const Request& request) {
    return request.key.kind == RequestKind::LoadModel;
}

bool isUrgent(const Request& request) {
    return request.priority == Priority::Interactive;
}

bool isWork(RequestKey key) {
    return key.kind == RequestKind::Work;
}

bool isAsked(const Request& request) {
    return !isWork(request.key);
}

} // namespace

RequestQueue::Pushed RequestQueue::push(Request request) {
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closed) {
            m_discarded.push_back(std::move(request.body));
            return Pushed::Queued;
        }
        const bool joined = joinsRunning(request);
        if (request.key.kind == RequestKind::Prepare && request.priority == Priority::Interactive) {
            demoteOthers(request.key);
        }
        if (joined) {
            m_discarded.push_back(std::move(request.body));
            updateUrgent();
            return Pushed::Joined;
        }
        replaceWaiting(request);
        if (request.key.kind == RequestKind::LoadModel) {
            stopAll(/*again=*/true);
        }
        for (Running& running : m_running) {
            if (running.key == request.key) {
                running.stop.request_stop();
                running.again = false;
            }
        }
        m_waiting.push_back(std::move(request));
        updateUrgent();
    }
    m_wake.notify_one();
    return Pushed::Queued;
}

bool RequestQueue::joinsRunning(const Request& request) {
    const LoadedImage* image = preparedImage(request.body);
    if (!image) {
        return false;
    }
    for (Running& running : m_running) {
        if (running.key == request.key && running.prepares && sameImage(*running.prepares, *image) &&
            !running.stop.stop_requested()) {
            if (request.priority == Priority::Interactive) {
                running.priority = Priority::Interactive;
            }
            return true;
        }
    }
    return false;
}

void RequestQueue::replaceWaiting(Request& request) {
    const auto same = [&](const Request& other) { return other.key == request.key; };
    const auto old = std::find_if(m_waiting.begin(), m_waiting.end(), same);
    if (old == m_waiting.end()) {
        return;
    }
    const LoadedImage* before = preparedImage(old->body);
    const LoadedImage* after = preparedImage(request.body);
    if (before && after && sameImage(*before, *after) && old->priority == Priority::Interactive) {
        request.priority = Priority::Interactive; // a prefetch must not slow down what a person waits for
    }
    m_discarded.push_back(std::move(old->body));
    m_waiting.erase(old);
}

void RequestQueue::demoteOthers(RequestKey key) {
    for (Request& request : m_waiting) {
        if (request.key.kind == RequestKind::Prepare && request.key != key) {
            request.priority = Priority::Background;
        }
    }
    for (Running& running : m_running) {
        if (running.key.kind == RequestKind::Prepare && running.key != key) {
            running.priority = Priority::Background;
        }
    }
}

void RequestQueue::cancel(RequestKey key) {
    {
        const std::scoped_lock lock(m_mutex);
        cancelLocked(key);
    }
    m_wake.notify_one();
}

void RequestQueue::cancelLocked(RequestKey key) {
    const auto same = [&](const Request& request) { return request.key == key; };
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(), same);
    if (waiting != m_waiting.end()) {
        m_discarded.push_back(std::move(waiting->body));
        m_waiting.erase(waiting);
    }
    for (Running& running : m_running) {
        if (running.key == key) {
            running.again = false;
            running.stop.request_stop();
            running.cancelled.request_stop();
        }
    }
    updateUrgent();
}

void RequestQueue::cancelAll() {
    {
        const std::scoped_lock lock(m_mutex);
        const auto stays = [](const Request& request) { return isLoad(request) || isWork(request.key); };
        const auto dropped = std::stable_partition(m_waiting.begin(), m_waiting.end(), stays);
        for (auto it = dropped; it != m_waiting.end(); ++it) {
            m_discarded.push_back(std::move(it->body));
        }
        m_waiting.erase(dropped, m_waiting.end());
        stopAll(/*again=*/false);
        updateUrgent();
    }
    m_wake.notify_one();
}

void RequestQueue::close() {
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        for (Request& request : m_waiting) {
            m_discarded.push_back(std::move(request.body));
        }
        m_waiting.clear();
        stopAll(/*again=*/false);
        updateUrgent();
    }
    m_wake.notify_all();
}

void RequestQueue::stopAll(bool again) {
    for (Running& running : m_running) {
        if (running.key.kind == RequestKind::LoadModel && !m_closed) {
            continue;
        }
        if (isWork(running.key) && !again && !m_closed) {
            continue;
        }
        // A run that was replaced or cancelled before has nobody left to run again for.
        running.again = again && !running.stop.stop_requested();
        running.stop.request_stop();
        running.cancelled.request_stop();
    }
}

std::optional<Job> RequestQueue::waitPop(const std::stop_token& quit) {
    std::unique_lock lock(m_mutex);
    const auto hasWork = [&] { return m_closed || !m_waiting.empty() || !m_discarded.empty(); };
    while (m_wake.wait(lock, quit, hasWork) && !quit.stop_requested() && !m_closed) {
        if (m_discarded.empty()) {
            return take(mostUrgent());
        }
        std::vector<RequestBody> discarded;
        discarded.swap(m_discarded);
        lock.unlock();
        discarded.clear();
        lock.lock();
    }
    return std::nullopt;
}

std::deque<Request>::iterator RequestQueue::mostUrgent() {
    // A model is loaded first: nothing that is asked of the old one would be of use.
    const auto load = std::find_if(m_waiting.begin(), m_waiting.end(), isLoad);
    if (load != m_waiting.end()) {
        return load;
    }
    const auto urgent = std::find_if(m_waiting.begin(), m_waiting.end(), isUrgent);
    if (urgent != m_waiting.end()) {
        return urgent;
    }
    const auto asked = std::find_if(m_waiting.begin(), m_waiting.end(), isAsked);
    return asked == m_waiting.end() ? m_waiting.begin() : asked;
}

std::deque<Request>::iterator RequestQueue::nested() {
    if (m_running.empty() || m_running.size() >= (isWork(m_running.front().key) ? 3U : 2U)) {
        return m_waiting.end();
    }
    const Running& inner = m_running.back();
    if (inner.priority != Priority::Background || inner.stop.stop_requested()) {
        return m_waiting.end();
    }
    // What concerns the image being encoded waits for that: encoding it twice at once helps nobody.
    const auto fits = [&](const Request& request) {
        return isUrgent(request) && !isLoad(request) &&
               (isWork(inner.key) || request.key.subject != inner.key.subject);
    };
    const auto urgent = std::find_if(m_waiting.begin(), m_waiting.end(), fits);
    if (urgent != m_waiting.end() || !isWork(inner.key)) {
        return urgent;
    }
    const auto prefetch = [](const Request& request) { return isAsked(request) && !isLoad(request); };
    return std::find_if(m_waiting.begin(), m_waiting.end(), prefetch);
}

std::optional<Job> RequestQueue::tryPopUrgent() {
    if (!hasUrgent()) {
        return std::nullopt;
    }
    const std::scoped_lock lock(m_mutex);
    const auto found = nested();
    return found == m_waiting.end() ? std::nullopt : take(found);
}

std::optional<Job> RequestQueue::take(const std::deque<Request>::iterator& request) {
    Running running;
    running.key = request->key;
    running.priority = request->priority;
    if (const LoadedImage* image = preparedImage(request->body)) {
        running.prepares = *image;
    }
    Job job{std::move(*request), running.stop.get_token(), running.cancelled.get_token()};
    m_waiting.erase(request);
    m_running.push_back(std::move(running));
    updateUrgent();
    return job;
}

void RequestQueue::finished(Job job, Outcome outcome) {
    const std::scoped_lock lock(m_mutex);
    const Running running = std::move(m_running.back());
    m_running.pop_back();
    if (running.again && outcome == Outcome::Stopped && !m_closed) {
        job.request.priority = running.priority;
        m_waiting.push_front(std::move(job.request));
    }
    updateUrgent();
}

void RequestQueue::discard(LoadedImage image) {
    {
        const std::scoped_lock lock(m_mutex);
        m_discarded.emplace_back(PrepareBody{std::move(image)});
    }
    m_wake.notify_one();
}

bool RequestQueue::isIdle() const {
    const std::scoped_lock lock(m_mutex);
    return std::none_of(m_waiting.begin(), m_waiting.end(), isAsked) &&
           std::all_of(m_running.begin(), m_running.end(), [](const Running& r) { return isWork(r.key); });
}

void RequestQueue::updateUrgent() {
    m_urgent.store(nested() != m_waiting.end(), std::memory_order_relaxed);
}

} // namespace core
