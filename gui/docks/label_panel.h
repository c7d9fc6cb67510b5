// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QWidget>

#include <functional>

class QDoubleSpinBox;
class QLineEdit;
class QTableWidget;
class QToolButton;

namespace gui {

class Session;

/// The schema of the current label, changed in place: colour, phrases, threshold, and its attributes with
/// their types and choices. Every change is one step.
class LabelPanel : public QWidget {
    Q_OBJECT
public:
    explicit LabelPanel(Session& session, QWidget* parent = nullptr);

    /// Opens a colour dialog beside the window; the label changes when it is confirmed.
    void chooseColor();

private:
    enum Column { Name, Type, Choices, ColumnCount };

    void follow();
    void fillTable(const core::Label& label);
    void change(const std::function<void(core::Label&)>& how);
    void addAttribute();
    void removeAttribute();
    void takeCell(int row, int column);
    void takeType(int row, int type);

    Session& m_session;
    QToolButton* m_color;
    QLineEdit* m_phrases;
    QDoubleSpinBox* m_threshold;
    QTableWidget* m_table;
    QToolButton* m_add;
    QToolButton* m_remove;
    QList<core::Attribute> m_shown; ///< what the table was filled with
    bool m_filling = false;
};

} // namespace gui
