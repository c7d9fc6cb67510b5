// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace gui {

/// How images are parted for training: shares for validation and test, in percent.
class SplitRow : public QWidget {
    Q_OBJECT
public:
    explicit SplitRow(QWidget* parent = nullptr);
    core::DatasetSplit split() const;
    void setSplit(const core::DatasetSplit& split);

private:
    QSpinBox* m_val;
    QSpinBox* m_test;
    QCheckBox* m_byFolder;
};

} // namespace gui
