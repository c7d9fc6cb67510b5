// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>

class QKeyEvent;

namespace gui {

/// Places on the keyboard, named by what a US layout writes on them: a key that is bound to a place works
/// with a Cyrillic or French layout and with an open input method. Only the main block has places; the rest
/// of the keyboard (F keys, arrows, Enter …) is the same everywhere.

/// The place of a pressed key as its US key; Key_unknown if the event doesn't tell (a synthetic event,
/// another platform) or the key isn't of the main block.
Qt::Key keyPosition(const QKeyEvent& event);

/// True for a key that a layout can move: a letter, digit or sign of the main block.
bool hasPosition(Qt::Key key);

/// `key` as Shift plus the US key below it, where it is the upper sign of one: "}" is Shift+].
QKeyCombination withoutUpperSigns(QKeyCombination key);

} // namespace gui
