// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/mask_tool.h"

#include "core/base/background.h"
#include "core/mask/live_wire.h"

#include <QCoreApplication>
#include <QPolygonF>

#include <stop_token>
#include <vector>

namespace gui {

/// Click after click round a shape. Straight lines between the clicks, or ways along the edges of the picture
/// (scissors). A vertex can be dragged, Backspace takes the last one back; Enter, a double-click or a click
/// on the first vertex closes the shape.
class PolygonTool : public MaskTool {
    Q_DECLARE_TR_FUNCTIONS(PolygonTool)
public:
    enum class Kind { Straight, LiveWire };

    PolygonTool(ToolHost& host, Kind kind) : MaskTool(host), m_kind(kind) {}

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void doubleClick(const PointerEvent& event) override;
    bool wantsKey(int key) const override;
    void keyPressed(int key) override;
    bool cancel() override;
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QString hint() const override;
    QList<Gesture> gestures() const override;
    /// The ways from the last vertex along the edges are computed; until then a click draws a straight line.
    bool isWireReady() const { return m_wireReady; }

private:
    struct Vertex {
        QPointF at;
        QPolygonF way; ///< from the vertex before, without both ends
    };
    int vertexAt(const PointerEvent& event) const;
    void add(QPointF at);
    void removeLast();
    void close();
    void startWire();
    QPolygonF wayTo(QPointF at) const;
    QPolygonF outline() const;
    QPointF place(const PointerEvent& event) const;

    Kind m_kind;
    std::vector<Vertex> m_vertices;
    int m_dragged = -1;
    QPointF m_pointer;
    core::LiveWire m_wire; ///< from the last vertex, once it is computed
    bool m_wireReady = false;
    std::stop_source m_stop;
    core::Background m_background;
};

} // namespace gui
