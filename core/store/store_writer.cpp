// SPDX-License-Identifier: Apache-2.0
#include "core/store/store_writer.h"

#include <chrono>

namespace core {
namespace {

constexpr std::chrono::milliseconds kRetry{1000};
constexpr std::chrono::milliseconds kLastRetry{100};
constexpr int kLastTries = 3;

} // namespace

StoreWriter::StoreWriter(EditWriter writer, QObject* parent)
    : QObject(parent), m_revision(writer.revision()), m_writer(std::move(writer)) {
    m_outcome.revision = m_revision;
    connect(this, &StoreWriter::attempted, this, &StoreWriter::takeLatest, Qt::QueuedConnection);
    m_thread = std::thread([this] { run(); });
}

StoreWriter::~StoreWriter() {
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void StoreWriter::enqueue(StoreOp::Kind kind, const Edit& edit) {
    StoreOp op{kind, edit, ++m_revision};
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(op));
    }
    m_wake.notify_one();
    if (m_state == SaveState::Saved)
        setState(SaveState::Saving, {});
}

Status StoreWriter::flush() {
    std::unique_lock lock(m_mutex);
    const qint64 attempt = m_outcome.attempt;
    m_retryNow = true;
    m_wake.notify_one();
    m_attempted.wait(lock, [&] {
        return m_outcome.revision >= m_revision || (m_outcome.error && m_outcome.attempt > attempt);
    });
    const Outcome outcome = m_outcome;
    lock.unlock();
    take(outcome);
    if (outcome.revision < m_revision)
        return tl::unexpected(*outcome.error);
    return {};
}

std::vector<StoreOp> StoreWriter::pending() {
    const std::lock_guard lock(m_mutex);
    return {m_queue.begin(), m_queue.end()};
}

void StoreWriter::run() {
    std::unique_lock lock(m_mutex);
    int triesLeft = kLastTries;
    while (triesLeft > 0) {
        m_wake.wait(lock, [&] { return m_quit || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        // Elements of a deque stay where they are while others are added behind them.
        std::vector<const StoreOp*> batch;
        batch.reserve(m_queue.size());
        for (const StoreOp& op : m_queue)
            batch.push_back(&op);
        lock.unlock();
        Status status = m_writer.write(batch);
        lock.lock();

        ++m_outcome.attempt;
        m_retryNow = false;
        if (status) {
            m_outcome.revision = m_writer.revision();
            m_outcome.error.reset();
            m_queue.erase(m_queue.begin(), m_queue.begin() + static_cast<std::ptrdiff_t>(batch.size()));
        } else {
            m_outcome.error = std::move(status).error();
        }
        m_attempted.notify_all();
        emit attempted();
        if (!m_outcome.error)
            continue;
        if (m_quit)
            --triesLeft;
        m_wake.wait_for(lock, m_quit ? kLastRetry : kRetry,
                        [&] { return m_retryNow || (m_quit && triesLeft == kLastTries); });
    }
}

void StoreWriter::takeLatest() {
    std::unique_lock lock(m_mutex);
    const Outcome outcome = m_outcome;
    lock.unlock();
    take(outcome);
}

void StoreWriter::take(const Outcome& outcome) {
    if (outcome.error)
        setState(SaveState::Failed, QString::fromStdString(outcome.error->message));
    else
        setState(outcome.revision < m_revision ? SaveState::Saving : SaveState::Saved, {});
}

void StoreWriter::setState(SaveState state, const QString& reason) {
    if (state == m_state && reason == m_reason)
        return;
    m_state = state;
    m_reason = reason;
    emit stateChanged(state, reason);
}

} // namespace core
