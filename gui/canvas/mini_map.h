// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPixmap>
#include <QWidget>

namespace gui {

class CanvasView;

/// The whole picture in a corner of the canvas with the part that is shown; a click or a drag goes there.
/// Hidden while all of the picture is in view.
class MiniMap : public QWidget {
    Q_OBJECT
public:
    explicit MiniMap(CanvasView& canvas);

    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }
    void place(); ///< after the canvas was resized

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void follow();
    void goTo(QPointF position);
    QRectF shownPart() const; ///< of the image, 0..1

    CanvasView& m_canvas;
    QPixmap m_picture;
    qint64 m_pictureKey = 0;
    bool m_wanted = false;
};

} // namespace gui
