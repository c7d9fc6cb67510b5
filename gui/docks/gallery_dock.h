// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDockWidget>

class QComboBox;
class QLabel;
class QListView;
class QRect;

namespace gui {

class Crops;
class Gallery;
class GalleryModel;
class Session;
struct GalleryItem;

/// All instances of one label as crops, so that what does not belong there strikes the eye. A click leads to
/// the instance; Delete removes the chosen ones, a digit gives them that label. The window's filter narrows
/// it.
class GalleryDock : public QDockWidget {
    Q_OBJECT
public:
    explicit GalleryDock(Session& session, QWidget* parent = nullptr);

    Gallery& gallery() { return *m_gallery; }
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void shown(const QRect& box); ///< pixels of the current image that are to be looked at

private:
    void build();
    void fillLabels();
    void ask();
    void follow();
    void showItem(int row);
    bool press(int key);
    std::vector<GalleryItem> chosen() const;

    Session& m_session;
    Crops* m_crops;
    Gallery* m_gallery;
    GalleryModel* m_model;
    QComboBox* m_label = nullptr;
    QComboBox* m_order = nullptr;
    QListView* m_view = nullptr;
    QLabel* m_state = nullptr;
};

} // namespace gui
