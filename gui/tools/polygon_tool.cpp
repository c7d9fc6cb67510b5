// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/polygon_tool.h"

#include "gui/session/session.h"

#include "core/mask/contour.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr double kGrip = 7; // logical pixels

QPoint corner(QPointF at) {
    return {int(std::lround(at.x())), int(std::lround(at.y()))};
}

} // namespace

QPointF PolygonTool::place(const PointerEvent& event) const {
    const QRectF inside = session().imageRect();
    const QPointF at = snapped(event);
    const QPointF clamped(std::clamp(at.x(), inside.left(), inside.right()),
                          std::clamp(at.y(), inside.top(), inside.bottom()));
    return m_kind == Kind::LiveWire ? QPointF(corner(clamped)) : clamped;
}

int PolygonTool::vertexAt(const PointerEvent& event) const {
    int best = -1;
    double nearest = kGrip * host().deviceRatio();
    for (int i = 0; i < int(m_vertices.size()); ++i) {
        const QPointF there = host().viewport().toDevice(m_vertices[std::size_t(i)].at);
        const double away = QLineF(there, event.device).length();
        if (away <= nearest) {
            nearest = away;
            best = i;
        }
    }
    return best;
}

void PolygonTool::press(const PointerEvent& event) {
    if (event.button != Qt::LeftButton) {
        return;
    }
    const int hit = vertexAt(event);
    if (hit >= 0) {
        m_dragged = hit;
        return;
    }
    if (!isActive() && !begin(event, event.modifiers.testFlag(Qt::AltModifier))) {
        return;
    }
    add(place(event));
    m_dragged = m_kind == Kind::Straight ? int(m_vertices.size()) - 1 : -1;
}

void PolygonTool::add(QPointF at) {
    m_vertices.push_back({at, m_vertices.empty() ? QPolygonF() : wayTo(at)});
    m_pointer = at;
    startWire();
    host().refresh();
}

void PolygonTool::move(const PointerEvent& event) {
    noteModifiers(event.modifiers);
    // Ways along edges hold on to their ends; only straight vertices can be dragged.
    if (m_dragged >= 0 && m_kind == Kind::Straight) {
        m_vertices[std::size_t(m_dragged)].at = place(event);
        m_pointer = place(event);
    }
    host().refresh();
}

void PolygonTool::release(const PointerEvent& event) {
    if (event.button != Qt::LeftButton || m_dragged < 0) {
        return;
    }
    const bool onFirst = m_dragged == 0 && m_vertices.size() > 2 && vertexAt(event) == 0;
    m_dragged = -1;
    if (onFirst) {
        close();
    }
}

void PolygonTool::hover(const PointerEvent& event) {
    noteModifiers(event.modifiers);
    if (isActive()) {
        m_pointer = place(event);
    } else {
        Tool::hover(event);
    }
    host().refresh();
}

void PolygonTool::doubleClick(const PointerEvent&) {
    close();
}

bool PolygonTool::wantsKey(int key) const {
    return isActive() && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Backspace ||
                          key == Qt::Key_Delete);
}

void PolygonTool::keyPressed(int key) {
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        close();
    } else {
        removeLast();
    }
}

void PolygonTool::removeLast() {
    m_dragged = -1;
    m_vertices.pop_back();
    if (m_vertices.empty()) {
        cancel();
        return;
    }
    startWire();
    host().refresh();
}

void PolygonTool::close() {
    if (!isActive()) {
        return;
    }
    if (m_vertices.size() < 3 && m_kind == Kind::Straight) {
        session().report(tr("A polygon needs three corners. Click on, or press Esc."));
        return;
    }
    QPolygonF points = outline();
    points.append(wayTo(m_vertices.front().at));
    m_vertices.clear();
    m_dragged = -1;
    m_wireReady = false;
    commit(core::maskOfPolygons({points}, session().imageRect(), core::FillRule::Winding));
}

void PolygonTool::startWire() {
    if (m_kind != Kind::LiveWire) {
        return;
    }
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_background.cancel();
    m_wireReady = false;
    m_background.run([image = session().picture().image, from = corner(m_vertices.back().at),
                      stop = m_stop.get_token()] { return core::LiveWire(image, from, stop); },
                     [this](const core::LiveWire& wire) {
                         m_wire = wire;
                         m_wireReady = true;
                         host().refresh();
                     });
}

QPolygonF PolygonTool::wayTo(QPointF at) const {
    if (m_kind == Kind::Straight || !m_wireReady) {
        return {};
    }
    QPolygon way = m_wire.pathTo(corner(at));
    return QPolygonF(QPolygon(way.mid(1, std::max<qsizetype>(way.size() - 2, 0))));
}

QPolygonF PolygonTool::outline() const {
    QPolygonF points;
    for (const Vertex& v : m_vertices) {
        points.append(v.way);
        points.append(v.at);
    }
    return points;
}

bool PolygonTool::cancel() {
    m_stop.request_stop();
    m_background.cancel();
    m_vertices.clear();
    m_dragged = -1;
    m_wireReady = false;
    return MaskTool::cancel();
}

void PolygonTool::paint(QPainter& painter, const PointerEvent&) {
    if (!isActive()) {
        return;
    }
    QPolygonF points = outline();
    if (m_dragged < 0) {
        points.append(wayTo(m_pointer));
        points.append(m_pointer);
    }
    for (QPointF& p : points) {
        p = toView(p);
    }
    paintSketch(painter, points, true, takes());
    for (std::size_t i = 0; i < m_vertices.size(); ++i) {
        paintGrip(painter, toView(m_vertices[i].at), i == 0 && m_vertices.size() > 2);
    }
}

QString PolygonTool::hint() const {
    if (isActive()) {
        return tr("Enter or a double-click closes the shape, Backspace takes the last corner back");
    }
    return (m_kind == Kind::Straight ? tr("Click corner after corner. %1")
                                     : tr("Click along an edge; the line follows it. %1"))
        .arg(deed(wouldTake()));
}

QList<Gesture> PolygonTool::gestures() const {
    return {{tr("Click"), tr("Next corner; Alt at the first one takes away")},
            {tr("Drag"), tr("Moves a corner")},
            {tr("Enter, double-click"), tr("Closes the shape")},
            {tr("Backspace"), tr("Takes the last corner back")},
            {tr("Hold Ctrl"), tr("No snapping to other borders")}};
}

} // namespace gui
