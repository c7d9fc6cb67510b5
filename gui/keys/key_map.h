// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"
#include "gui/keys/key_letters.h"
#include "gui/keys/key_preset.h"

#include <QKeySequence>
#include <QObject>

#include <map>
#include <optional>

class QKeyEvent;
class QSettings;

namespace gui {

/// Which keys every command has: the table's own, under those of a preset, under the user's changes. The
/// upper layer wins, so no two commands that can meet ever share a key. Keys without Ctrl, Alt or Meta on the
/// canvas mean places of the keyboard (see key_position.h); users see their own letters. Kept in the
/// settings, the changes apart for each preset.
class KeyMap : public QObject {
    Q_OBJECT
public:
    /// Both must outlive the map.
    KeyMap(Actions& actions, QSettings& settings, QObject* parent = nullptr);

    QList<QKeySequence> keys(ActionId id) const { return m_keys.at(id); }
    /// As users read them on their keyboard, separated by commas.
    QString keysText(ActionId id) const;
    QString keyText(const QKeySequence& key) const;
    bool isChanged(ActionId id) const { return m_changes.contains(id); }
    /// Gives a command these keys and no others. Refused, with the other command as the answer, if one is
    /// taken.
    std::optional<ActionId> setKeys(ActionId id, const QList<QKeySequence>& keys);
    /// Back to the preset; refused like setKeys.
    std::optional<ActionId> reset(ActionId id);
    void resetAll();
    /// The command that has this key already where `id` works; none if it is free.
    std::optional<ActionId> takenBy(ActionId id, const QKeySequence& key) const;

    const QString& preset() const { return m_preset; } ///< id of KeyPreset
    void setPreset(const QString& id);
    /// Whether single keys mean places; otherwise what the layout writes.
    bool byPosition() const { return m_byPosition; }
    void setByPosition(bool on);
    bool isPlace(const QKeySequence& key) const;
    /// A key of the main block without Ctrl, Alt or Meta: it works on the canvas alone, whatever the
    /// command's scope, since a text field needs it.
    static bool isBare(const QKeySequence& key);
    /// The command of a bare key at a place; none if there is none or places don't count.
    std::optional<ActionId> atPlace(QKeyCombination place) const;
    /// Notes what a pressed key writes.
    void learn(const QKeyEvent& press);

signals:
    void changed();

private:
    using Keys = std::map<ActionId, QList<QKeySequence>>;
    void load();
    void save();
    void rebuild();
    void show();
    QString group() const;

    Actions& m_actions;
    QSettings& m_settings;
    KeyLetters m_letters;
    QString m_preset;
    bool m_byPosition = true;
    Keys m_changes; ///< of the user, to the present preset
    Keys m_below;   ///< preset and table, without the changes
    Keys m_keys;    ///< all together
};

/// True where both commands can hear the same key.
bool scopesMeet(KeyScope a, KeyScope b);

} // namespace gui
