// SPDX-License-Identifier: Apache-2.0
#include "gui/keys/key_map.h"

#include "gui/keys/key_position.h"

#include <QMetaEnum>
#include <QSettings>

#include <algorithm>

namespace gui {
namespace {

const auto kPresetKey = QStringLiteral("keys/preset");
const auto kPositionKey = QStringLiteral("keys/byPosition");
constexpr auto kCommandModifiers = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

QKeyCombination plain(const QKeySequence& key) {
    return withoutUpperSigns(key[0]);
}

/// Adds the keys that no command placed before has, where both can hear it.
class Placing {
public:
    QList<QKeySequence> place(ActionId id, const QList<QKeySequence>& keys) {
        QList<QKeySequence> free;
        const KeyScope scope = Actions::spec(id).scope;
        for (const QKeySequence& key : keys) {
            const auto taken = std::any_of(m_taken.begin(), m_taken.end(), [&](const Taken& other) {
                return other.id != id && other.key == plain(key) && scopesMeet(other.scope, scope);
            });
            if (!key.isEmpty() && !taken) {
                free.append(key);
                m_taken.append({plain(key), scope, id});
            }
        }
        return free;
    }

private:
    struct Taken {
        QKeyCombination key;
        KeyScope scope;
        ActionId id;
    };
    QList<Taken> m_taken;
};

using Keys = std::map<ActionId, QList<QKeySequence>>;

/// `above` for the commands that it names, `below` for the rest, as far as `above` leaves it free.
Keys layered(const Keys& above, const Keys& below) {
    Placing placing;
    Keys all;
    for (const auto& [id, keys] : above) {
        all[id] = placing.place(id, keys);
    }
    for (const auto& [id, keys] : below) {
        if (!above.contains(id)) {
            all[id] = placing.place(id, keys);
        }
    }
    return all;
}

Keys tableKeys() {
    Keys keys;
    for (const ActionSpec& spec : Actions::table()) {
        keys[spec.id] = Actions::defaultKeys(spec);
    }
    return keys;
}

} // namespace

bool scopesMeet(KeyScope a, KeyScope b) {
    return a == b || a == KeyScope::Window || b == KeyScope::Window;
}

KeyMap::KeyMap(Actions& actions, QSettings& settings, QObject* parent)
    : QObject(parent), m_actions(actions), m_settings(settings), m_letters(settings),
      m_preset(settings.value(kPresetKey).toString()),
      m_byPosition(settings.value(kPositionKey, true).toBool()) {
    load();
    connect(this, &KeyMap::changed, this, &KeyMap::show);
    rebuild();
}

QString KeyMap::group() const {
    return QStringLiteral("keys/of-") + (m_preset.isEmpty() ? QStringLiteral("maskwright") : m_preset);
}

void KeyMap::load() {
    m_changes.clear();
    m_settings.beginGroup(group());
    for (const QString& name : m_settings.childKeys()) {
        bool known = false;
        const int id = QMetaEnum::fromType<ActionId>().keyToValue(name.toLatin1().constData(), &known);
        if (known) {
            QList<QKeySequence>& keys = m_changes[ActionId(id)];
            for (const QString& word :
                 m_settings.value(name).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                keys.append(QKeySequence(word, QKeySequence::PortableText));
            }
        }
    }
    m_settings.endGroup();
}

void KeyMap::save() {
    m_settings.setValue(kPresetKey, m_preset);
    m_settings.setValue(kPositionKey, m_byPosition);
    m_settings.beginGroup(group());
    m_settings.remove(QString());
    for (const auto& [id, keys] : m_changes) {
        QStringList words;
        for (const QKeySequence& key : keys) {
            words.append(key.toString(QKeySequence::PortableText));
        }
        m_settings.setValue(Actions::name(id), words.join(QLatin1Char(' ')));
    }
    m_settings.endGroup();
}

void KeyMap::rebuild() {
    m_below = layered(keyPreset(m_preset).keys, tableKeys());
    m_keys = layered(m_changes, m_below);
    emit changed();
}

void KeyMap::show() {
    for (const auto& [id, keys] : m_keys) {
        QList<QKeySequence> shortcuts;
        for (const QKeySequence& key : keys) {
            const QKeyCombination own = m_letters.written(plain(key));
            if (isBare(key) && Actions::spec(id).scope == KeyScope::Window) {
                continue; // KeyFilter hears it on the canvas; elsewhere it is text
            }
            shortcuts.append(isPlace(key) && own != plain(key) ? QKeySequence(own) : key);
        }
        m_actions.setKeys(id, shortcuts, keys.isEmpty() ? QString() : keyText(keys.first()));
    }
}

QString KeyMap::keyText(const QKeySequence& key) const {
    return QKeySequence(isPlace(key) ? m_letters.written(key[0]) : key[0]).toString(QKeySequence::NativeText);
}

QString KeyMap::keysText(ActionId id) const {
    QStringList words;
    for (const QKeySequence& key : m_keys.at(id)) {
        words.append(keyText(key));
    }
    return words.join(QStringLiteral(", "));
}

std::optional<ActionId> KeyMap::takenBy(ActionId id, const QKeySequence& key) const {
    for (const auto& [other, keys] : m_keys) {
        if (other == id || !scopesMeet(Actions::spec(other).scope, Actions::spec(id).scope)) {
            continue;
        }
        if (std::any_of(keys.begin(), keys.end(), [&](const auto& k) { return plain(k) == plain(key); })) {
            return other;
        }
    }
    return {};
}

std::optional<ActionId> KeyMap::setKeys(ActionId id, const QList<QKeySequence>& keys) {
    for (const QKeySequence& key : keys) {
        if (const auto other = takenBy(id, key)) {
            return other;
        }
    }
    m_changes[id] = keys;
    save();
    rebuild();
    return {};
}

std::optional<ActionId> KeyMap::reset(ActionId id) {
    for (const QKeySequence& key : m_below.at(id)) {
        if (const auto other = takenBy(id, key)) {
            return other;
        }
    }
    m_changes.erase(id);
    save();
    rebuild();
    return {};
}

void KeyMap::resetAll() {
    m_changes.clear();
    save();
    rebuild();
}

void KeyMap::setPreset(const QString& id) {
    if (id != m_preset) {
        m_preset = id;
        load();
        save();
        rebuild();
    }
}

void KeyMap::setByPosition(bool on) {
    if (on != m_byPosition) {
        m_byPosition = on;
        save();
        emit changed();
    }
}

void KeyMap::learn(const QKeyEvent& press) {
    if (m_letters.learn(press)) {
        emit changed();
    }
}

bool KeyMap::isBare(const QKeySequence& key) {
    return (key[0].keyboardModifiers() & kCommandModifiers) == Qt::NoModifier &&
           hasPosition(plain(key).key());
}

bool KeyMap::isPlace(const QKeySequence& key) const {
    return m_byPosition && isBare(key);
}

std::optional<ActionId> KeyMap::atPlace(QKeyCombination place) const {
    for (const auto& [id, keys] : m_keys) {
        for (const QKeySequence& key : keys) {
            if (plain(key) == place && isPlace(key)) {
                return id;
            }
        }
    }
    return {};
}

} // namespace gui
