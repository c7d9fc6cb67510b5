// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/canvas/canvas_scene.h"
#include "gui/canvas/display_picture.h"
#include "gui/canvas/image_pyramid.h"
#include "gui/canvas/layer_cache.h"
#include "gui/tools/tool.h"
#include "gui/tools/tool_settings.h"

#include <QElapsedTimer>
#include <QWidget>

#include <memory>

namespace gui {

class MiniMap;
class ToolManager;

/// The picture with its masks: zoom, pan, cursor; forwards the rest of the pointer to the current tool.
class CanvasView : public QWidget, private ToolHost {
    Q_OBJECT
public:
    explicit CanvasView(Session& session, QWidget* parent = nullptr);
    ~CanvasView() override;

    CanvasScene& scene() override { return m_scene; }
    ToolManager& tools() { return *m_tools; }
    const Viewport& viewport() const override { return m_viewport; }
    ToolSettings& settings() override { return m_settings; }
    /// Logical widget position to image pixels, and back.
    QPointF toImage(QPointF view) const;
    QPointF toView(QPointF image) const;

    void fit();
    void setScale(double devicePixels); ///< about the middle of the view
    void zoomBy(double factor);
    void zoomTo(const QRect& image) override;
    void centreOn(QPointF image);
    MiniMap& miniMap() { return *m_miniMap; }
    DisplayPicture& display() { return m_display; }
    bool hasRulers() const { return m_rulers; }
    void setRulers(bool on);
    /// Whether the wheel zooms with Ctrl only, and scrolls without.
    void setCtrlWheelZooms(bool on) { m_ctrlWheelZooms = on; }
    /// The picture at the smallest size that is there.
    const QImage& smallestLevel() const { return m_pyramid.smallest(); }
    void selectTool(ToolId tool) override;
    /// The image point under the pointer; far outside if the pointer is elsewhere.
    QPointF pointer() const;
    Hit hitUnderPointer() const;
    QString hint() const;

signals:
    void viewChanged();
    void levelsChanged(); ///< another smallestLevel()
    /// The pointer's place in the image; `inside` false when it left.
    void pointerMoved(QPointF image, bool inside);
    void hintChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    Session& session() override { return m_session; }
    double deviceRatio() const override { return devicePixelRatioF(); }
    Hit hitAt(QPointF image) const override;
    void refresh() override;

    void pictureChanged();
    void showPicture(const QImage& image);
    void viewMoved();
    void imageDirty(const QRegion& image);
    static PointerEvent nowhere();
    PointerEvent pointerEvent(const QPointF& view, Qt::MouseButton button,
                              Qt::KeyboardModifiers modifiers) const;
    void pressed(const PointerEvent& event, const QPointF& view);
    void moved(const PointerEvent& event, const QPointF& view, Qt::MouseButtons held);
    void released(const PointerEvent& event);
    void startPan(const QPointF& view);
    void pan(const QPointF& view);
    void scroll(const QWheelEvent& event);
    bool lingers() const; ///< the picture before is still shown
    void updateCursor();
    void paintLayers(QPainter& painter, const QRect& logical);
    void paintExemplars(QPainter& painter);
    void paintChip(QPainter& painter);
    void paintGrid(QPainter& painter);
    void paintNotice(QPainter& painter);
    QString chipText() const;

    Session& m_session;
    CanvasScene m_scene;
    DisplayPicture m_display;
    ImagePyramid m_pyramid;
    LayerCache m_base{QImage::Format_RGB32};
    LayerCache m_overlay{QImage::Format_ARGB32_Premultiplied};
    Viewport m_viewport;
    ToolSettings m_settings;
    std::unique_ptr<ToolManager> m_tools;
    MiniMap* m_miniMap = nullptr;
    bool m_rulers = false;
    bool m_ctrlWheelZooms = false;
    PointerEvent m_last;
    QPointF m_panFrom; ///< logical
    ViewMode m_paintedMode = ViewMode::Overlay;
    QElapsedTimer m_pictureLeft; ///< since the picture before this one went
    bool m_inside = false;
    bool m_panning = false;
    bool m_toolPressed = false; ///< the tool had the press, so it gets the release, too
    bool m_spaceHeld = false;
};

} // namespace gui
