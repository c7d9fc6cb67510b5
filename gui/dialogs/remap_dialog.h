// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace gui {

class Session;

/// Merges, remaps and deletes labels over the whole data set: one row for each label with how many instances
/// it has and what it becomes; a line says what would happen before it does. One undo step. Not modal.
class RemapDialog : public QDialog {
    Q_OBJECT
public:
    /// `first`: the label whose row is ready to be changed.
    RemapDialog(Session& session, core::LabelId first, QWidget* parent = nullptr);

    void setTarget(core::LabelId from, core::LabelId to); ///< as choosing it in the row does

private:
    void fill();
    void updateSummary();
    core::LabelId targetOf(int row) const;
    void apply();

    Session& m_session;
    core::LabelId m_first;
    QTableWidget* m_table;
    QCheckBox* m_remove;
    QLabel* m_summary;
    QPushButton* m_apply;
    QList<core::LabelId> m_labels; ///< by row
};

} // namespace gui
