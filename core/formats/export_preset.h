// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"

#include <optional>

class QSettings;

namespace core {

/// Choices for an export that are kept: under a name, or as those of the last one.
struct ExportPreset {
    QString name = {};
    QString format = QStringLiteral("coco"); ///< its id
    QString where = {};                      ///< a filter; empty: everything
    bool polygons = false;
    bool copyImages = true;
    DatasetSplit split = {};
    QString folder = {};    ///< the one chosen last; of presets with a name empty
    QStringList known = {}; ///< what its report said is not kept, so that only more of it is news
    bool operator==(const ExportPreset&) const = default;
};

ExportOptions optionsOf(const ExportPreset& preset);

/// Those with names, in the order of their making. The window and the command line share them.
QList<ExportPreset> exportPresets(QSettings& settings);
/// Adds it, or replaces the one of the same name.
void keepExportPreset(QSettings& settings, const ExportPreset& preset);
void removeExportPreset(QSettings& settings, const QString& name);

/// What was exported last from this project; none if another project was exported since.
std::optional<ExportPreset> lastExport(QSettings& settings, const QString& project);
void rememberExport(QSettings& settings, const QString& project, const ExportPreset& preset);

} // namespace core
