// SPDX-License-Identifier: Apache-2.0
#include "core/base/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace core {

void Mailbox::post(Letter letter) {
    {
        const std::lock_guard lock(m_mutex);
        m_letters.push_back(std::move(letter));
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void Mailbox::clear() {
    std::deque<Letter> dropped; // destroyed without the lock
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_letters);
}

void Mailbox::customEvent(QEvent*) {
    Letter letter;
    {
        const std::lock_guard lock(m_mutex);
        if (m_letters.empty()) { // cleared since
            return;
        }
        letter = std::move(m_letters.front());
        m_letters.pop_front();
    }
    letter(); // may be the end of this box
}

} // namespace core
