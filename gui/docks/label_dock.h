// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QDockWidget>

class QLabel;
class QListView;

namespace gui {

class LabelModel;
class Session;

/// The labels: choosing one makes it current and gives it to the selected instances.
class LabelDock : public QDockWidget {
    Q_OBJECT
public:
    explicit LabelDock(Session& session, QWidget* parent = nullptr);

private:
    void addLabel();
    void removeLabel();
    /// Any instance in any image; reads the images that were not visited.
    bool isUsed(core::LabelId label);
    void chooseColor();
    void editPhrase();
    void showMenu(const QPoint& at);
    void followCurrent();

    Session& m_session;
    LabelModel* m_model;
    QListView* m_view;
    QLabel* m_empty;
};

} // namespace gui
