// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/dataset_diff.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTreeWidget;

namespace gui {

/// What two data sets have differently: a list of objects that were added, removed, changed or relabelled.
class DifferencesPage : public QWidget {
    Q_OBJECT
public:
    explicit DifferencesPage(QWidget* parent = nullptr);
    /// None: the two can't be put beside each other this way.
    void show(const core::DatasetDiff* diff);
    /// The one that was chosen last; none: nothing is.
    const core::ObjectChange* current() const;

signals:
    void chosen(const core::ObjectChange& change);

private:
    void fill();

    std::vector<core::ObjectChange> m_changes;
    QLabel* m_summary;
    QComboBox* m_kinds;
    QTreeWidget* m_list;
};

} // namespace gui
