// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QDockWidget>

class QLabel;
class QListView;
class QToolButton;

namespace gui {

class LabelModel;
class LabelPanel;
class Session;

/// The labels: choosing one makes it current and gives it to the selected instances. They are renamed in
/// their row, sorted by dragging; colour, phrase and attributes are changed in the schema below the list.
class LabelDock : public QDockWidget {
    Q_OBJECT
public:
    explicit LabelDock(Session& session, QWidget* parent = nullptr);

    /// Opens the dialog that merges, remaps and deletes labels over the whole data set.
    void openRemap();

private:
    QWidget* buildButtons(QWidget* content);
    void addLabel();
    /// At once if no instance in any image has it, otherwise by the dialog.
    void removeLabel();
    void finishRemoval(core::LabelId id, bool used);
    void moveLabel(int rows);
    void showMenu(const QPoint& at);
    void followCurrent();

    Session& m_session;
    LabelModel* m_model;
    QListView* m_view;
    QLabel* m_empty;
    LabelPanel* m_panel;
    QToolButton* m_schema = nullptr;
};

} // namespace gui
