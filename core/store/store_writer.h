// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/edit_writer.h"
#include "core/store/open_project.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace core {

/// The one thread that writes. What is queued while a transaction runs goes into the next one together. If
/// writing fails, the queue stays and is tried again once a second until it works; nothing queued is ever
/// dropped while the program runs. All functions are for the UI thread.
class StoreWriter : public QObject {
    Q_OBJECT
public:
    explicit StoreWriter(EditWriter writer, QObject* parent = nullptr);
    /// Writes what is queued (a failing disk is given three more tries), then ends the thread and closes the
    /// file.
    ~StoreWriter() override;

    void enqueue(StoreOp::Kind kind, const Edit& edit);
    SaveState state() const { return m_state; }
    /// Tries at once and waits until everything queued is on the disk. Errors: why the try failed; the queue
    /// is kept.
    Status flush();
    /// Ops that may not be in the file yet, oldest first; compare their revision with what was read.
    std::vector<StoreOp> pending();

signals:
    void stateChanged(core::SaveState state, const QString& reason);
    void attempted(); ///< from the writer thread, to this object alone

private:
    struct Outcome {
        qint64 attempt = 0;
        qint64 revision = 0; ///< everything up to it is on the disk
        std::optional<Error> error;
    };
    void run();
    void takeLatest();
    void take(const Outcome& outcome);
    void setState(SaveState state, const QString& reason);

    // UI thread.
    SaveState m_state = SaveState::Saved;
    QString m_reason;
    qint64 m_revision;

    // Shared, under the lock.
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_attempted;
    std::deque<StoreOp> m_queue;
    Outcome m_outcome;
    bool m_retryNow = false;
    bool m_quit = false;

    EditWriter m_writer; ///< the writer thread's
    std::thread m_thread;
};

} // namespace core
