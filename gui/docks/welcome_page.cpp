// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/welcome_page.h"

#include "gui/actions.h"
#include "gui/keys/key_preset.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QToolButton>

namespace gui {

WelcomePage::WelcomePage(const Actions& actions, QWidget* parent)
    : QWidget(parent), m_preset(new QComboBox(this)), m_recent(new QWidget(this)),
      m_recentRows(new QVBoxLayout(m_recent)) {
    setAutoFillBackground(true);
    auto* title = new QLabel(tr("Maskwright"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setBold(true);
    title->setFont(large);
    auto* line = new QLabel(tr("Open images, type what you are looking for, correct the masks."), this);
    line->setForegroundRole(QPalette::PlaceholderText);
    auto* ways = new QVBoxLayout;
    ways->setSpacing(kGap);
    for (const ActionId id : {ActionId::OpenFolder, ActionId::OpenProject, ActionId::OpenDemo}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(actions[id]);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setMinimumSize(260, 34);
        button->setFocusPolicy(Qt::TabFocus);
        ways->addWidget(button);
    }
    m_recentRows->setContentsMargins(0, 2 * kMargin, 0, 0);
    m_recentRows->setSpacing(2);
    auto* hint = new QLabel(tr("Or drop a folder, a project or image files here."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout;
    column->setSpacing(kMargin);
    for (QWidget* widget : {static_cast<QWidget*>(title), static_cast<QWidget*>(line)}) {
        column->addWidget(widget);
    }
    column->addSpacing(kMargin);
    column->addLayout(ways);
    column->addWidget(buildPresets());
    column->addWidget(m_recent);
    column->addSpacing(kMargin);
    column->addWidget(hint);
    auto* centred = new QGridLayout(this);
    centred->addLayout(column, 1, 1);
    centred->setRowStretch(0, 2);
    centred->setRowStretch(2, 3);
    centred->setColumnStretch(0, 1);
    centred->setColumnStretch(2, 1);
}

QWidget* WelcomePage::buildPresets() {
    auto* line = new QWidget(this);
    auto* from = new QLabel(tr("I come &from"), line);
    from->setBuddy(m_preset);
    for (const KeyPreset& preset : keyPresets()) {
        m_preset->addItem(preset.id.isEmpty() ? tr("none of these") : preset.name, preset.id);
    }
    m_preset->setAccessibleName(tr("The program whose keys you know"));
    m_preset->setToolTip(tr("Commands get the keys that they have there. Help, Keyboard changes it later."));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, kMargin, 0, 0);
    row->addWidget(from);
    row->addWidget(m_preset);
    row->addStretch();
    connect(m_preset, &QComboBox::activated, this,
            [this] { emit presetChosen(m_preset->currentData().toString()); });
    return line;
}

void WelcomePage::setPreset(const QString& id) {
    m_preset->setCurrentIndex(m_preset->findData(id));
}

void WelcomePage::setRecent(const QStringList& projects) {
    while (QLayoutItem* item = m_recentRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recent->setVisible(!projects.isEmpty());
    if (!projects.isEmpty()) {
        auto* heading = new QLabel(tr("Recent"), m_recent);
        heading->setForegroundRole(QPalette::PlaceholderText);
        m_recentRows->addWidget(heading);
    }
    for (const QString& file : projects) {
        auto* row = new QToolButton(m_recent);
        row->setText(QFileInfo(file).completeBaseName());
        row->setToolTip(QDir::toNativeSeparators(file));
        row->setAutoRaise(true);
        row->setFocusPolicy(Qt::TabFocus);
        connect(row, &QToolButton::clicked, this, [this, file] { emit recentChosen(file); });
        m_recentRows->addWidget(row);
    }
}

} // namespace gui
