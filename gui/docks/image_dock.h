// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDockWidget>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace gui {

class ImageModel;
class Session;
class Thumbnails;

/// The images with thumbnails and a filter by name: a strip when it lies below the canvas, a list when it
/// stands beside it.
class ImageDock : public QDockWidget {
    Q_OBJECT
public:
    explicit ImageDock(Session& session, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void followImage();
    void updateCount();

    Session& m_session;
    ImageModel* m_model;
    Thumbnails* m_thumbnails;
    QSortFilterProxyModel* m_filtered;
    QListView* m_view;
    QLineEdit* m_filter;
    QLabel* m_count;
    bool m_following = false;
};

} // namespace gui
