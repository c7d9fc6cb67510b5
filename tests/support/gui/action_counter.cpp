// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gui/action_counter.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace test {
namespace {

bool isModifier(int key) {
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr;
}

bool isText(const QKeyEvent& key) {
    return !key.text().isEmpty() && key.text().at(0).isPrint() &&
           !key.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

ActionCounter::ActionCounter() {
    qApp->installEventFilter(this);
}

bool ActionCounter::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::ShortcutOverride: // comes before every key press, also of those that become commands
        // Ignored events go on to the parents; only the first receiver counts.
        if (watched == QApplication::focusWidget()) {
            pressKey(watched, event);
        }
        break;
    case QEvent::KeyRelease:
        if (static_cast<QKeyEvent*>(event)->key() == m_heldKey) {
            m_heldKey = 0;
        }
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        if (watched->isWidgetType()) {
            pressButton();
        }
        break;
    case QEvent::MouseButtonRelease:
        m_buttonHeld = false;
        break;
    case QEvent::Wheel:
        turnWheel();
        break;
    default:
        break;
    }
    return false;
}

void ActionCounter::pressKey(QObject* watched, QEvent* event) {
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (key.isAutoRepeat() || isModifier(key.key())) {
        return;
    }
    const bool typing = qobject_cast<QLineEdit*>(watched) != nullptr && isText(key);
    const bool goesOn = typing && m_last == Last::Typing && m_field == watched;
    m_count += goesOn ? 0 : 1;
    m_last = typing ? Last::Typing : Last::Key;
    m_field = watched;
    m_heldKey = typing ? 0 : key.key();
}

void ActionCounter::pressButton() {
    if (std::exchange(m_buttonHeld, true)) {
        return;
    }
    m_count += std::exchange(m_heldKey, 0) == 0 ? 1 : 0;
    m_last = Last::Mouse;
}

void ActionCounter::turnWheel() {
    m_count += m_last == Last::Wheel ? 0 : 1;
    m_last = Last::Wheel;
}

} // namespace test
