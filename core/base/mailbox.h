// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace core {

/// Functions from any thread, called in order on the thread this lives on, one for each turn of its event
/// loop. They cross under a lock of ours: those of Qt's event queue are invisible to the thread sanitizer,
/// which would take every hand-over for a race. Letters not yet delivered go with the box.
class Mailbox : public QObject {
public:
    using Letter = std::function<void()>;

    ~Mailbox() override { clear(); }

    void post(Letter letter); ///< any thread
    void clear();             ///< what has been posted so far is not delivered any more

private:
    void customEvent(QEvent* event) override;

    std::mutex m_mutex;
    std::deque<Letter> m_letters;
};

} // namespace core
