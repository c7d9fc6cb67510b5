// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

namespace test {

/// Counts what a person does, from construction on: one key or chord, one click, one drag, one wheel gesture
/// each; a text typed into a field is one, its Enter another. A key that is still held when a drag begins is
/// one action with that drag. Modifiers alone and repeats of a held key are none.
class ActionCounter : public QObject {
public:
    ActionCounter();
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Last { None, Key, Typing, Mouse, Wheel };

    void pressKey(QObject* watched, QEvent* event);
    void pressButton();
    void turnWheel();

    int m_count = 0;
    Last m_last = Last::None;
    QPointer<QObject> m_field; ///< that is being typed into
    int m_heldKey = 0;         ///< and not yet used for a drag
    bool m_buttonHeld = false;
};

} // namespace test
