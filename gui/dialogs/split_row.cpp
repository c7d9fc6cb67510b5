// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/split_row.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QSpinBox>

#include <cmath>

namespace gui {
namespace {

constexpr int kMostPercent = 90;

QSpinBox* percentBox(QWidget* parent) {
    auto* box = new QSpinBox(parent);
    box->setRange(0, kMostPercent);
    box->setSuffix(QStringLiteral(" %"));
    return box;
}

} // namespace

SplitRow::SplitRow(QWidget* parent)
    : QWidget(parent), m_val(percentBox(this)), m_test(percentBox(this)),
      m_byFolder(new QCheckBox(tr("&Keep folders together"), this)) {
    m_byFolder->setToolTip(tr("Images of one folder, such as the frames of a video, go into one part."));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto* val = new QLabel(tr("For &validation:"), this);
    val->setBuddy(m_val);
    auto* test = new QLabel(tr("for the &test:"), this);
    test->setBuddy(m_test);
    for (QWidget* widget : std::initializer_list<QWidget*>{val, m_val, test, m_test, m_byFolder}) {
        row->addWidget(widget);
    }
    row->addStretch(1);
    setSplit({});
}

core::DatasetSplit SplitRow::split() const {
    return {m_val->value() / 100.0, m_test->value() / 100.0, m_byFolder->isChecked()};
}

void SplitRow::setSplit(const core::DatasetSplit& split) {
    m_val->setValue(int(std::lround(split.val * 100)));
    m_test->setValue(int(std::lround(split.test * 100)));
    m_byFolder->setChecked(split.byFolder);
}

} // namespace gui
