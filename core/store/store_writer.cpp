// SPDX-License-Identifier: Apache-2.0
#include "core/store/store_writer.h"

#include <chrono>

namespace core {
namespace {

constexpr std::chrono::milliseconds kRetry{1000};
constexpr std::chrono::milliseconds kLastRetry{100};
constexpr int kLastTries = 3;
constexpr std::chrono::milliseconds kLook{2000};

} // namespace

StoreWriter::StoreWriter(EditWriter writer, QObject* parent)
    : QObject(parent), m_revision(writer.revision()), m_writer(std::move(writer)),
      m_rescue(m_writer.database().file()) {
    m_outcome.revision = m_outcome.aside = m_revision;
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
    if (m_abandoned)
        m_rescue.remove();
    // What is in the log belongs to a file that is no more; it must not be mixed into another.
    if (m_writer.look() == FileTrouble::Overwritten)
        m_writer.database().leaveLog();
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
        // An attempt that had begun before says nothing about what was queued since.
        return m_outcome.attempt > attempt && m_outcome.tried >= m_revision;
    });
    const Outcome outcome = m_outcome;
    lock.unlock();
    take(outcome);
    if (outcome.error)
        return tl::unexpected(*outcome.error);
    return {};
}

std::vector<StoreOp> StoreWriter::pending() {
    const std::lock_guard lock(m_mutex);
    return {m_queue.begin(), m_queue.end()};
}

void StoreWriter::abandon() {
    const std::lock_guard lock(m_mutex);
    m_abandoned = true;
}

bool StoreWriter::keptAside() {
    const std::lock_guard lock(m_mutex);
    return m_outcome.aside >= m_revision;
}

void StoreWriter::run() {
    std::unique_lock lock(m_mutex);
    int triesLeft = kLastTries;
    while (triesLeft > 0) {
        m_wake.wait_for(lock, kLook, [&] { return m_quit || m_retryNow || !m_queue.empty(); });
        if (m_quit && (m_queue.empty() || m_abandoned))
            return;
        if (m_queue.empty()) {
            idle(lock);
            continue;
        }
        attempt(lock);
        if (!m_outcome.error)
            continue;
        if (m_quit)
            --triesLeft;
        m_wake.wait_for(lock, m_quit ? kLastRetry : kRetry,
                        [&] { return m_retryNow || (m_quit && triesLeft == kLastTries); });
    }
}

void StoreWriter::attempt(std::unique_lock<std::mutex>& lock) {
    // Elements of a deque stay where they are while others are added behind them.
    std::vector<const StoreOp*> batch;
    batch.reserve(m_queue.size());
    for (const StoreOp& op : m_queue)
        batch.push_back(&op);
    const qint64 aside = m_outcome.aside;
    m_retryNow = false; // who asks from now on wants another attempt
    lock.unlock();
    Status status = m_writer.write(batch);
    const FileTrouble trouble = status ? FileTrouble::None : m_writer.look();
    const qint64 last = batch.back()->revision;
    if (status)
        m_rescue.remove();
    else if (aside < last)
        m_rescue.keep(m_writer.stored(), batch);
    lock.lock();

    ++m_outcome.attempt;
    m_outcome.tried = last;
    m_outcome.trouble = trouble;
    if (status || m_rescue.isThere())
        m_outcome.aside = last;
    if (status) {
        m_settled = false;
        m_outcome.revision = m_writer.revision();
        m_outcome.error.reset();
        m_queue.erase(m_queue.begin(), m_queue.begin() + static_cast<std::ptrdiff_t>(batch.size()));
    } else {
        m_outcome.error = std::move(status).error();
    }
    m_attempted.notify_all();
    emit attempted();
}

void StoreWriter::idle(std::unique_lock<std::mutex>& lock) {
    const bool asked = std::exchange(m_retryNow, false);
    lock.unlock();
    // Somebody waits for the answer; folding the log can come later.
    if (!asked && !std::exchange(m_settled, true))
        m_writer.settle();
    const Status sound = m_writer.checkFile();
    const FileTrouble trouble = sound ? FileTrouble::None : m_writer.look();
    lock.lock();
    ++m_outcome.attempt;
    m_outcome.tried = m_outcome.revision;
    m_attempted.notify_all();
    if (trouble == m_outcome.trouble)
        return;
    m_outcome.trouble = trouble;
    m_outcome.error.reset();
    if (trouble != FileTrouble::None)
        m_outcome.error = sound.error();
    emit attempted();
}

void StoreWriter::takeLatest() {
    std::unique_lock lock(m_mutex);
    const Outcome outcome = m_outcome;
    lock.unlock();
    take(outcome);
}

void StoreWriter::take(const Outcome& outcome) {
    m_trouble = outcome.trouble;
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
