// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/preset_row.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <utility>

namespace gui {

PresetRow::PresetRow(QSettings& settings, std::function<core::ExportPreset()> now, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_now(std::move(now)), m_names(new QComboBox(this)),
      m_forget(new QToolButton(this)) {
    auto* heading = new QLabel(tr("Saved &choices:"), this);
    heading->setBuddy(m_names);
    auto* save = new QToolButton(this);
    save->setText(tr("&Save as …"));
    save->setToolTip(tr("Keep these choices under a name, for here and for maskwright-cli export --preset"));
    m_forget->setText(tr("For&get"));
    m_forget->setToolTip(tr("Forget the choices of this name"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(heading);
    row->addWidget(m_names, 1);
    row->addWidget(save);
    row->addWidget(m_forget);
    connect(save, &QToolButton::clicked, this, &PresetRow::askName);
    connect(m_forget, &QToolButton::clicked, this, &PresetRow::forget);
    connect(m_names, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_forget->setEnabled(index > 0);
        if (index > 0) {
            emit chosen(core::exportPresets(m_settings).value(index - 1));
        }
    });
    fill({});
}

void PresetRow::fill(const QString& current) {
    const QSignalBlocker quiet(m_names);
    m_names->clear();
    m_names->addItem(tr("none"));
    for (const core::ExportPreset& preset : core::exportPresets(m_settings)) {
        m_names->addItem(preset.name);
        if (preset.name == current) {
            m_names->setCurrentIndex(m_names->count() - 1);
        }
    }
    m_forget->setEnabled(m_names->currentIndex() > 0);
}

void PresetRow::askName() {
    const QString name =
        QInputDialog::getText(this, tr("Save choices"), tr("Name:"), QLineEdit::Normal,
                              m_names->currentIndex() > 0 ? m_names->currentText() : QString());
    save(name);
}

void PresetRow::save(const QString& name) {
    if (name.simplified().isEmpty()) {
        return;
    }
    core::ExportPreset preset = m_now();
    preset.name = name.simplified();
    core::keepExportPreset(m_settings, preset);
    fill(preset.name);
}

void PresetRow::forget() {
    core::removeExportPreset(m_settings, m_names->currentText());
    fill({});
}

} // namespace gui
