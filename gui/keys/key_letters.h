// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>

#include <map>

class QKeyEvent;
class QSettings;

namespace gui {

/// What is written on the places of this user's keyboard, learnt from the keys that are pressed anywhere in
/// the program. Until a place is known, the US sign stands for it. Letters that are not Latin are not learnt:
/// a keyboard that has them has Latin ones beside them.
class KeyLetters {
public:
    /// Reads what was learnt before.
    explicit KeyLetters(QSettings& settings);

    /// True if this press told something new.
    bool learn(const QKeyEvent& press);
    /// The key that this user presses for a place.
    QKeyCombination written(QKeyCombination place) const;

private:
    QSettings& m_settings;
    std::map<Qt::Key, Qt::Key> m_letters; ///< US key to the user's, where they differ
};

} // namespace gui
