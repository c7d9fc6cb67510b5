// SPDX-License-Identifier: Apache-2.0
#include "gui/keys/key_letters.h"

#include "gui/keys/key_position.h"

#include <QKeyEvent>
#include <QSettings>

namespace gui {
namespace {

const auto kLettersKey = QStringLiteral("keys/letters");

/// The key that writes `text`, if it is one Latin letter or sign.
Qt::Key latinKey(const QString& text) {
    if (text.size() != 1 || !text[0].isPrint() || text[0].isSpace() || text[0].unicode() > 0xff) {
        return Qt::Key_unknown;
    }
    return Qt::Key(text[0].toUpper().unicode());
}

bool isLetter(Qt::Key key) {
    return key >= Qt::Key_A && key <= Qt::Key_Z;
}

} // namespace

KeyLetters::KeyLetters(QSettings& settings) : m_settings(settings) {
    // Pairs of a US sign and the user's.
    const QString pairs = settings.value(kLettersKey).toString();
    for (qsizetype i = 0; i + 1 < pairs.size(); i += 2) {
        m_letters[Qt::Key(pairs[i].unicode())] = Qt::Key(pairs[i + 1].unicode());
    }
}

bool KeyLetters::learn(const QKeyEvent& press) {
    const Qt::Key place = keyPosition(press);
    const Qt::Key key = press.modifiers() == Qt::NoModifier ? latinKey(press.text()) : Qt::Key_unknown;
    // Digits stay digits, even where they need Shift: that is what the keys show.
    const bool digit = place >= Qt::Key_0 && place <= Qt::Key_9;
    if (digit || place == Qt::Key_unknown || key == Qt::Key_unknown || written(place).key() == key) {
        return false;
    }
    m_letters[place] = key;
    if (isLetter(place) && isLetter(key) && !m_letters.contains(key)) {
        m_letters[key] = place; // most layouts swap letters; the next press of that key tells
    }
    QString pairs;
    for (const auto& [us, own] : m_letters) {
        pairs += QChar(ushort(us));
        pairs += QChar(ushort(own));
    }
    m_settings.setValue(kLettersKey, pairs);
    return true;
}

QKeyCombination KeyLetters::written(QKeyCombination place) const {
    const auto found = m_letters.find(place.key());
    return found == m_letters.end() ? place : QKeyCombination(place.keyboardModifiers(), found->second);
}

} // namespace gui
