// SPDX-License-Identifier: Apache-2.0
#include "gui/keys/key_filter.h"

#include "gui/keys/key_map.h"
#include "gui/keys/key_position.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

namespace gui {
namespace {

constexpr auto kModifiers = Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

} // namespace

KeyFilter::KeyFilter(Actions& actions, KeyMap& map, QWidget& canvas, QObject* parent)
    : QObject(parent), m_actions(actions), m_map(map), m_canvas(canvas) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool KeyFilter::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
        m_map.learn(*static_cast<QKeyEvent*>(event));
        return watched == &m_canvas && pressed(*static_cast<QKeyEvent*>(event));
    case QEvent::ShortcutOverride: {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const bool place = m_map.byPosition() && keyPosition(key) != Qt::Key_unknown &&
                           (key.modifiers() & kModifiers & ~Qt::ShiftModifier) == Qt::NoModifier;
        // What the layout writes at a place must not start another command.
        if (watched == &m_canvas && (place || commandOf(key))) {
            event->accept();
            return true;
        }
        return false;
    }
    case QEvent::KeyRelease:
        return watched == &m_canvas && released(*static_cast<QKeyEvent*>(event));
    case QEvent::FocusOut:
        if (watched == &m_canvas) {
            releaseAll();
        }
        return false;
    default:
        return false;
    }
}

std::optional<ActionId> KeyFilter::commandOf(const QKeyEvent& event) const {
    const Qt::KeyboardModifiers modifiers = event.modifiers() & kModifiers;
    const Qt::Key place = keyPosition(event);
    if (place != Qt::Key_unknown) {
        return m_map.atPlace(modifiers | place);
    }
    // Without a place: what is held, and bare keys of the window's commands; Qt finds the rest.
    const QKeySequence key(QKeyCombination(modifiers, Qt::Key(event.key())));
    for (const ActionSpec& spec : Actions::table()) {
        const bool ours = spec.held || (spec.scope == KeyScope::Window && KeyMap::isBare(key));
        if (ours && m_map.keys(spec.id).contains(key)) {
            return spec.id;
        }
    }
    return {};
}

bool KeyFilter::pressed(const QKeyEvent& event) {
    const auto id = commandOf(event);
    if (!id) {
        return false;
    }
    QAction* action = m_actions[*id];
    if (Actions::spec(*id).held) {
        action->setChecked(true);
    } else if (action->isEnabled() && (!event.isAutoRepeat() || action->autoRepeat())) {
        action->trigger();
    }
    return true;
}

bool KeyFilter::released(const QKeyEvent& event) {
    // The modifiers may have gone first.
    bool any = false;
    for (const ActionSpec& spec : Actions::table()) {
        if (spec.held && m_actions[spec.id]->isChecked() && !event.isAutoRepeat()) {
            const Qt::Key place = keyPosition(event);
            for (const QKeySequence& key : m_map.keys(spec.id)) {
                any = any ||
                      withoutUpperSigns(key[0]).key() == (place == Qt::Key_unknown ? event.key() : place);
            }
            if (any) {
                m_actions[spec.id]->setChecked(false);
            }
        }
    }
    return any;
}

void KeyFilter::releaseAll() {
    for (const ActionSpec& spec : Actions::table()) {
        if (spec.held) {
            m_actions[spec.id]->setChecked(false);
        }
    }
}

} // namespace gui
