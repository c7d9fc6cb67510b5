// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/edit_writer.h"
#include "core/store/open_project.h"
#include "core/store/rescue_file.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace core {

/// The one thread that writes. What is queued while a transaction runs goes into the next one together. If
/// writing fails, the queue stays and is tried again once a second until it works; nothing queued is ever
/// dropped while the program runs, and a copy of it is kept in the profile folder. While there is nothing to
/// write it looks every two seconds whether the file is still what it was. All functions are for the UI
/// thread.
class StoreWriter : public QObject {
    Q_OBJECT
public:
    explicit StoreWriter(EditWriter writer, QObject* parent = nullptr);
    /// Writes what is queued (a failing disk is given three more tries), then ends the thread and closes the
    /// file. What could not be written stays in the profile folder.
    ~StoreWriter() override;

    void enqueue(StoreOp::Kind kind, const Edit& edit);
    SaveState state() const { return m_state; }
    FileTrouble trouble() const { return m_trouble; }
    /// Whether all that is not in the file is at least in the profile folder.
    bool keptAside();
    /// The destructor will neither write what is queued nor keep it.
    void abandon();
    bool isAbandoned() const { return m_abandoned; }
    /// Tries at once and waits until everything queued is on the disk, and looks whether that is still the
    /// project's file. Errors: why the try failed, or what happened to the file; the queue is kept.
    Status flush();
    /// Ops that may not be in the file yet, oldest first; compare their revision with what was read.
    std::vector<StoreOp> pending();

signals:
    void stateChanged(core::SaveState state, const QString& reason);
    void attempted(); ///< from the writer thread, to this object alone

private:
    struct Outcome {
        qint64 attempt = 0;
        qint64 tried = 0;    ///< the last revision that the attempt wanted to write
        qint64 revision = 0; ///< everything up to it is on the disk
        std::optional<Error> error;
        FileTrouble trouble = FileTrouble::None;
        qint64 aside = 0; ///< everything up to this revision is in the profile folder if not in the file
    };
    void run();
    void attempt(std::unique_lock<std::mutex>& lock);
    void idle(std::unique_lock<std::mutex>& lock);
    void keepAside(const std::vector<const StoreOp*>& batch);
    void takeLatest();
    void take(const Outcome& outcome);
    void setState(SaveState state, const QString& reason);

    // UI thread.
    SaveState m_state = SaveState::Saved;
    FileTrouble m_trouble = FileTrouble::None;
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
    bool m_abandoned = false;

    // The writer thread's.
    EditWriter m_writer;
    RescueFile m_rescue;
    bool m_settled = true;
    std::thread m_thread;
};

} // namespace core
