// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDockWidget>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;

namespace gui {

class Actions;
class Crops;
class ReviewModel;
class Session;

/// The review mode's panel: how far it is, why the current instance is in the queue, what the keys do with
/// it, and the queue with a crop of each instance.
class ReviewDock : public QDockWidget {
    Q_OBJECT
public:
    ReviewDock(Session& session, const Actions& actions, QWidget* parent = nullptr);

private:
    QWidget* buildCard(QWidget* content);
    QWidget* buildButtons(QWidget* content);
    void buildList(QWidget* content);
    void updateProgress();
    void showCurrent();

    Session& m_session;
    const Actions& m_actions;
    ReviewModel* m_model;
    Crops* m_crops;
    QListView* m_view = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_progress = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_reasons = nullptr;
    QLabel* m_empty = nullptr;
    QWidget* m_card = nullptr;
    QWidget* m_buttons = nullptr;
};

} // namespace gui
