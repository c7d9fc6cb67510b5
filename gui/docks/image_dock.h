// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QDockWidget>

class QLabel;
class QListView;

namespace gui {

class Actions;
class ImageModel;
class QueryEdit;
class Session;
class Thumbnails;

/// The images with thumbnails, and the filter: a strip when it lies below the canvas, a list when it
/// stands beside it.
class ImageDock : public QDockWidget {
    Q_OBJECT
public:
    ImageDock(Session& session, Actions& actions, QWidget* parent = nullptr);
    void focusFilter(); ///< shows the dock, too
    /// Asks for the tags of the images that are chosen in the list; of the current one if none is.
    void editTags();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void followImage();
    QList<core::ImageId> chosen() const;
    void showMenu(QPoint at);
    void updateCount();

    Session& m_session;
    Actions& m_actions;
    ImageModel* m_model;
    Thumbnails* m_thumbnails;
    QListView* m_view;
    QueryEdit* m_filter;
    QLabel* m_count;
    bool m_following = false;
};

} // namespace gui
