// SPDX-License-Identifier: Apache-2.0
#include "core/formats/export_preset.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace core {
namespace {

const auto kPresets = QStringLiteral("exportPresets");
const auto kLast = QStringLiteral("lastExport");
const auto kProject = QStringLiteral("project");

void write(QSettings& settings, const ExportPreset& preset) {
    settings.setValue(QStringLiteral("name"), preset.name);
    settings.setValue(QStringLiteral("format"), preset.format);
    settings.setValue(QStringLiteral("where"), preset.where);
    settings.setValue(QStringLiteral("polygons"), preset.polygons);
    settings.setValue(QStringLiteral("pictures"), preset.copyImages);
    settings.setValue(QStringLiteral("val"), preset.split.val);
    settings.setValue(QStringLiteral("test"), preset.split.test);
    settings.setValue(QStringLiteral("byFolder"), preset.split.byFolder);
    settings.setValue(QStringLiteral("folder"), preset.folder);
    settings.setValue(QStringLiteral("known"), preset.known);
}

/// A share that somebody wrote into the file by hand is brought into its bounds.
double shareOf(const QSettings& settings, const QString& key, double otherwise) {
    bool isNumber = false;
    const double share = settings.value(key, otherwise).toDouble(&isNumber);
    return isNumber && share >= 0 && share <= 1 ? share : otherwise;
}

ExportPreset read(const QSettings& settings) {
    const DatasetSplit usual;
    ExportPreset preset;
    preset.name = settings.value(QStringLiteral("name")).toString();
    preset.format = settings.value(QStringLiteral("format"), preset.format).toString();
    preset.where = settings.value(QStringLiteral("where")).toString();
    preset.polygons = settings.value(QStringLiteral("polygons")).toBool();
    preset.copyImages = settings.value(QStringLiteral("pictures"), true).toBool();
    preset.split.val = shareOf(settings, QStringLiteral("val"), usual.val);
    preset.split.test = shareOf(settings, QStringLiteral("test"), usual.test);
    preset.split.byFolder = settings.value(QStringLiteral("byFolder")).toBool();
    preset.folder = settings.value(QStringLiteral("folder")).toString();
    preset.known = settings.value(QStringLiteral("known")).toStringList();
    return preset;
}

void writeAll(QSettings& settings, const QList<ExportPreset>& presets) {
    settings.remove(kPresets);
    settings.beginWriteArray(kPresets, int(presets.size()));
    for (qsizetype i = 0; i < presets.size(); ++i) {
        settings.setArrayIndex(int(i));
        write(settings, presets[i]);
    }
    settings.endArray();
}

} // namespace

ExportOptions optionsOf(const ExportPreset& preset) {
    ExportOptions options;
    options.polygons = preset.polygons;
    options.copyImages = preset.copyImages;
    options.split = preset.split;
    return options;
}

QList<ExportPreset> exportPresets(QSettings& settings) {
    QList<ExportPreset> presets;
    const int count = settings.beginReadArray(kPresets);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        presets << read(settings);
    }
    settings.endArray();
    return presets;
}

void keepExportPreset(QSettings& settings, const ExportPreset& preset) {
    QList<ExportPreset> presets = exportPresets(settings);
    const auto same = std::find_if(presets.begin(), presets.end(),
                                   [&](const ExportPreset& other) { return other.name == preset.name; });
    ExportPreset kept = preset;
    kept.folder.clear();
    kept.known.clear();
    if (same == presets.end())
        presets << kept;
    else
        *same = kept;
    writeAll(settings, presets);
}

void removeExportPreset(QSettings& settings, const QString& name) {
    QList<ExportPreset> presets = exportPresets(settings);
    presets.removeIf([&name](const ExportPreset& preset) { return preset.name == name; });
    writeAll(settings, presets);
}

std::optional<ExportPreset> lastExport(QSettings& settings, const QString& project) {
    settings.beginGroup(kLast);
    std::optional<ExportPreset> last;
    if (settings.value(kProject).toString() == QFileInfo(project).absoluteFilePath())
        last = read(settings);
    settings.endGroup();
    return last;
}

void rememberExport(QSettings& settings, const QString& project, const ExportPreset& preset) {
    settings.beginGroup(kLast);
    write(settings, preset);
    settings.setValue(kProject, QFileInfo(project).absoluteFilePath());
    settings.endGroup();
}

} // namespace core
