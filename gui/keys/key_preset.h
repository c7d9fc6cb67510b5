// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"

#include <QKeySequence>
#include <QString>

#include <map>

namespace gui {

/// Keys that mimic another program, for the commands that both have: a file of resources/keys.
struct KeyPreset {
    QString id;   ///< the file's name; empty: our own keys
    QString name; ///< of the program; not translated
    std::map<ActionId, QList<QKeySequence>> keys;
};

/// Ours first, then the files. Commands that a file names and we don't have are left out.
const QList<KeyPreset>& keyPresets();
/// Ours if there is none of that id.
const KeyPreset& keyPreset(const QString& id);

} // namespace gui
