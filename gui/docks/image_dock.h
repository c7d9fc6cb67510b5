// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDockWidget>

class QLabel;
class QListView;

namespace gui {

class ImageModel;
class QueryEdit;
class Session;
class Thumbnails;

/// The images with thumbnails, and the filter: a strip when it lies below the canvas, a list when it
/// stands beside it.
class ImageDock : public QDockWidget {
    Q_OBJECT
public:
    explicit ImageDock(Session& session, QWidget* parent = nullptr);
    void focusFilter(); ///< shows the dock, too

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void followImage();
    void updateCount();

    Session& m_session;
    ImageModel* m_model;
    Thumbnails* m_thumbnails;
    QListView* m_view;
    QueryEdit* m_filter;
    QLabel* m_count;
    bool m_following = false;
};

} // namespace gui
