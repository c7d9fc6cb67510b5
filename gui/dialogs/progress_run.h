// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"

#include <QEventLoop>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

class QWidget;

namespace gui {

/// What a thread at work and the dialog that shows how far it is have in common.
struct RunState {
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0; ///< 0: nobody knows
    std::atomic<bool> stopped = false;
    /// For the thread, now and then; false: it shall end.
    bool note(qint64 now, qint64 of) {
        done = now;
        total = of;
        return !stopped;
    }
};

/// Waits for work on another thread. The window takes no input meanwhile but stays alive: it paints, and
/// after a moment a dialog shows how far the work is and offers to cancel it.
class ProgressRun {
public:
    /// What to do once a person cancels: wait until the thread has heeded it, or leave it to itself.
    enum class OnCancel { Wait, Leave };

    /// `text`: what is being done; "%1" in `unknown` is the figure reached where the total is not known.
    ProgressRun(QWidget* parent, QString text, QString unknown, OnCancel onCancel);
    /// What work(state) answers on a thread of `background`; none if a person left it to itself or the
    /// program ends.
    template <class Work> auto over(core::Background& background, Work work) {
        std::optional<std::invoke_result_t<Work&, RunState&>> result;
        background.run([work = std::move(work), state = m_state]() mutable { return work(*state); },
                       [&](auto answer) {
                           result = std::move(answer);
                           finish();
                       });
        if (!wait()) {
            m_state->stopped = true;
            background.cancel(); // its answer would come to what is gone
        }
        return result;
    }

private:
    void finish();
    bool wait();

    QWidget* m_parent;
    QString m_text, m_unknown;
    OnCancel m_onCancel;
    std::shared_ptr<RunState> m_state = std::make_shared<RunState>();
    QEventLoop m_loop;
    bool m_finished = false;
};

} // namespace gui
