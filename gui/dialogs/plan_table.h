// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/plan.h"
#include "core/project/annotation.h"

#include <QTableWidget>

namespace gui {

/// The classes of an auto-label plan, a row each: what is looked for, and from which score on. Rows without a
/// tick are not part of the plan.
class PlanTable : public QTableWidget {
    Q_OBJECT
public:
    explicit PlanTable(QWidget* parent = nullptr);

    void setClasses(const QList<core::PlannedClass>& classes);
    /// One row a label of the project: its phrase or its name is asked.
    void setLabels(const QList<core::Label>& labels);
    void addRow(const core::PlannedClass& planned);
    void removeCurrent();
    /// The rows with a tick. A threshold that is no number is handed on as a negative one.
    QList<core::PlannedClass> classes() const;

    enum Column { Name, Phrases, Vetoes, Threshold, Columns };
};

} // namespace gui
