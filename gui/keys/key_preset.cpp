// SPDX-License-Identifier: Apache-2.0
#include "gui/keys/key_preset.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <algorithm>

namespace gui {
namespace {

KeyPreset read(const QString& path) {
    QFile file(path);
    KeyPreset preset;
    if (!file.open(QIODevice::ReadOnly)) {
        return preset;
    }
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    preset.id = QFileInfo(path).completeBaseName();
    preset.name = root.value(QLatin1String("name")).toString();
    const QJsonObject keys = root.value(QLatin1String("keys")).toObject();
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        bool known = false;
        const int id = QMetaEnum::fromType<ActionId>().keyToValue(it.key().toLatin1().constData(), &known);
        if (!known) {
            continue;
        }
        QList<QKeySequence>& list = preset.keys[ActionId(id)];
        for (const auto& key : it.value().toArray()) {
            list.append(QKeySequence(key.toString(), QKeySequence::PortableText));
        }
    }
    return preset;
}

} // namespace

const QList<KeyPreset>& keyPresets() {
    static const QList<KeyPreset> presets = [] {
        QList<KeyPreset> list{{{}, QStringLiteral("Maskwright"), {}}};
        const QDir folder(QStringLiteral(":/keys"));
        for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            list.append(read(folder.filePath(name)));
        }
        return list;
    }();
    return presets;
}

const KeyPreset& keyPreset(const QString& id) {
    const auto found = std::find_if(keyPresets().begin(), keyPresets().end(),
                                    [&id](const KeyPreset& preset) { return preset.id == id; });
    return found == keyPresets().end() ? keyPresets().first() : *found;
}

} // namespace gui
