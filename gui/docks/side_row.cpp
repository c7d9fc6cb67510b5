// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/side_row.h"

#include "gui/session/comparison.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace gui {

SideRow::SideRow(const QString& title, QWidget* parent)
    : QWidget(parent), m_source(new QComboBox(this)), m_where(new QLineEdit(this)) {
    auto* heading = new QLabel(title, this);
    heading->setBuddy(m_source);
    heading->setMinimumWidth(heading->fontMetrics().averageCharWidth() * 8);
    m_source->addItem(tr("This project"), QString());
    m_source->addItem(tr("A file …"));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_where->setPlaceholderText(tr("everything"));
    m_where->setClearButtonEnabled(true);
    m_where->setAccessibleName(tr("Only what this finds"));
    m_where->setToolTip(tr(
        "A filter as in the image list, such as origin:hand, model:pocket or state:auto; of projects only"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(heading);
    row->addWidget(m_source, 4);
    row->addWidget(m_where, 3);
    connect(m_source, &QComboBox::activated, this, &SideRow::choose);
}

ComparedSide SideRow::side() const {
    ComparedSide side;
    side.file = m_source->itemData(m_chosen).toString();
    side.part.where = m_where->text().trimmed();
    return side;
}

void SideRow::setFile(const QString& file) {
    const QSignalBlocker quiet(m_source);
    int at = m_source->findData(file);
    if (at < 0) {
        at = m_source->count() - 1;
        m_source->insertItem(at, QFileInfo(file).fileName(), file);
        m_source->setItemData(at, file, Qt::ToolTipRole);
    }
    m_source->setCurrentIndex(m_chosen = at);
}

void SideRow::choose(int index) {
    if (index == m_source->count() - 1) {
        m_source->setCurrentIndex(m_chosen);
        askFile();
        return;
    }
    m_chosen = index;
}

void SideRow::askFile() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Compare with"), QString(),
        tr("Projects, run files and data sets (*.maskwright *.jsonl *.json *.xml *.yaml);;All files (*)"));
    if (!file.isEmpty()) {
        setFile(file);
    }
}

} // namespace gui
