// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_preset.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QSettings;
class QToolButton;

namespace gui {

/// Export choices that were saved under a name: take them, save new ones, forget them.
class PresetRow : public QWidget {
    Q_OBJECT
public:
    /// `now`: what is chosen at this moment.
    PresetRow(QSettings& settings, std::function<core::ExportPreset()> now, QWidget* parent);
    /// Saves what is chosen under this name, in place of what has it.
    void save(const QString& name);

signals:
    void chosen(const core::ExportPreset& preset);

private:
    void fill(const QString& current);
    void askName();
    void forget();

    QSettings& m_settings;
    std::function<core::ExportPreset()> m_now;
    QComboBox* m_names;
    QToolButton* m_forget;
};

} // namespace gui
