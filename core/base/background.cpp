// SPDX-License-Identifier: Apache-2.0
#include "core/base/background.h"

#include <QDebug>

#include <exception>
#include <utility>

namespace core {
namespace {

Mailbox::Letter letterOf(const std::function<Mailbox::Letter()>& job) {
    try {
        return job();
    } catch (const std::exception& e) {
        qWarning("Work in the background failed: %s", e.what());
        return {};
    }
}

} // namespace

Background::Background(int threads) {
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this](const std::stop_token& quit) { runJobs(quit); });
    }
}

Background::~Background() {
    cancel();
}

void Background::cancel() {
    std::deque<Job> dropped; // destroyed without the lock
    const std::lock_guard lock(m_mutex);
    ++m_generation;
    dropped.swap(m_jobs);
    m_answers.clear();
}

void Background::push(Job job) {
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_pushed.notify_one();
}

void Background::runJobs(const std::stop_token& quit) {
    std::unique_lock lock(m_mutex);
    while (m_pushed.wait(lock, quit, [this] { return !m_jobs.empty(); })) {
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        const quint64 mine = m_generation;
        lock.unlock();
        Mailbox::Letter answer = letterOf(job);
        job = nullptr;
        lock.lock();
        if (answer && mine == m_generation) {
            m_answers.post(std::move(answer));
        }
    }
}

} // namespace core
