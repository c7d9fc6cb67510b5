// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDockWidget>

class QLabel;
class QListView;

namespace gui {

class Actions;
class AnnotationModel;
class Session;

/// The instances of the image. Selection and hover are those of the canvas, both ways.
class AnnotationDock : public QDockWidget {
    Q_OBJECT
public:
    AnnotationDock(Session& session, const Actions& actions, QWidget* parent = nullptr);

    /// Selects the next (or previous) instance in the list; false if there is none.
    bool step(int rows);

signals:
    void activated(); ///< a row was double-clicked: zoom to the selection

private:
    void followSelection();
    void sendSelection();
    void updateEmpty();

    Session& m_session;
    AnnotationModel* m_model;
    QListView* m_view;
    QLabel* m_empty;
    bool m_following = false;
};

} // namespace gui
