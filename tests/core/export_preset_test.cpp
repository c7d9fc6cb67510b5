// SPDX-License-Identifier: Apache-2.0
#include "core/formats/export_preset.h"

#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace core {
namespace {

class ExportPresetTest : public testing::Test {
protected:
    static ExportPreset some(const QString& name) {
        ExportPreset preset;
        preset.name = name;
        preset.format = QStringLiteral("yolo-detect");
        preset.where = QStringLiteral("class:\"a, b\" tag:\"ä\"");
        preset.polygons = true;
        preset.copyImages = false;
        preset.split = {0.25, 0.125, true};
        return preset;
    }
    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("settings.ini"));
    QSettings m_settings{m_file, QSettings::IniFormat};
};

TEST_F(ExportPresetTest, AreReadBackInTheirOrderAndReplacedByName) {
    keepExportPreset(m_settings, some(QStringLiteral("first / one")));
    keepExportPreset(m_settings, some(QStringLiteral("second")));
    ExportPreset changed = some(QStringLiteral("first / one"));
    changed.split.val = 0.5;
    changed.folder = QStringLiteral("/somewhere");
    keepExportPreset(m_settings, changed);
    changed.folder.clear(); // names go with choices, not with places
    m_settings.sync();
    QSettings again(m_file, QSettings::IniFormat);
    EXPECT_EQ(exportPresets(again), (QList<ExportPreset>{changed, some(QStringLiteral("second"))}));
    removeExportPreset(again, QStringLiteral("first / one"));
    EXPECT_EQ(exportPresets(again), (QList<ExportPreset>{some(QStringLiteral("second"))}));
}

TEST_F(ExportPresetTest, TheLastExportIsThatOfItsProject) {
    EXPECT_FALSE(lastExport(m_settings, QStringLiteral("/a.maskwright")));
    ExportPreset last = some({});
    last.folder = QStringLiteral("/out");
    last.known = {QStringLiteral("label colours"), QStringLiteral("lock state")};
    rememberExport(m_settings, QStringLiteral("/a.maskwright"), last);
    EXPECT_EQ(lastExport(m_settings, QStringLiteral("/a.maskwright")), last);
    EXPECT_FALSE(lastExport(m_settings, QStringLiteral("/b.maskwright")));
}

TEST_F(ExportPresetTest, SharesOutOfBoundsBecomeTheUsualOnes) {
    ExportPreset preset = some({});
    preset.split = {7, -1, false};
    rememberExport(m_settings, QStringLiteral("/a.maskwright"), preset);
    const DatasetSplit usual;
    EXPECT_EQ(lastExport(m_settings, QStringLiteral("/a.maskwright"))->split, usual);
}

} // namespace
} // namespace core
