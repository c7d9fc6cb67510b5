// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/project_merge.h"

#include <QDialog>
#include <QStringList>

#include <vector>

class QTreeWidget;

namespace gui {

/// Instances that were changed in both versions of a project, one a row: mine stays unless theirs is ticked.
class MergeDialog : public QDialog {
    Q_OBJECT
public:
    /// `mine` names images and labels. Both must outlive the dialog.
    MergeDialog(const core::MergePlan& plan, const core::Project& mine, QWidget* parent = nullptr);

    /// One flag for each conflict of the plan.
    std::vector<bool> takeTheirs() const;

    /// What they changed and mine keeps, by name, a sentence each for the first ten and one for the rest.
    static QStringList notMerged(const core::MergePlan& plan);

private:
    QTreeWidget* m_list;
};

} // namespace gui
