// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/sample.h"

#include <QTableWidget>

namespace gui {

/// What a plan found in a few images: for each class how many above its threshold, about how many in all, and
/// how often each score came up.
class SampleTable : public QTableWidget {
    Q_OBJECT
public:
    explicit SampleTable(QWidget* parent = nullptr);
    void show(const core::SampleReport& report, const core::AutoLabelPlan& plan);

    enum Column { Name, Found, InAll, Scores, Columns };
};

} // namespace gui
