// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDockWidget>

class QLabel;
class QTreeView;

namespace gui {

class Actions;
class AnnotationModel;
class Session;

/// The instances of the image as a table: sorted by its columns, filtered by the window's query, several
/// changed at once through its menu and the attribute fields below. Selection and hover are those of the
/// canvas, both ways.
class AnnotationDock : public QDockWidget {
    Q_OBJECT
public:
    AnnotationDock(Session& session, const Actions& actions, QWidget* parent = nullptr);

    /// Selects the next (or previous) instance in the list; false if there is none.
    bool step(int rows);

signals:
    void activated(); ///< a row was double-clicked: zoom to the selection

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; ///< the pointer leaves the rows

private:
    void buildTable(QWidget* content);
    void follow();
    void followSelection();
    void sendSelection();
    void updateEmpty();
    void showMenu(const QPoint& at);
    void showColumnMenu(const QPoint& at);

    Session& m_session;
    const Actions& m_actions;
    AnnotationModel* m_model;
    QTreeView* m_view;
    QLabel* m_empty;
    bool m_following = false;
};

} // namespace gui
