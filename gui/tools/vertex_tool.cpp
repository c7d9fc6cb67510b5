// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/vertex_tool.h"

#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/tools/mask_tool.h"

#include "core/project/project.h"

#include <QPainter>

#include <cmath>

namespace gui {
namespace {

constexpr double kDetail = 1;     // image pixels that the lines between vertices may be off the border
constexpr double kGrip = 7;       // logical pixels
constexpr double kLine = 5;       // logical pixels
constexpr double kDragStarts = 3; // logical pixels
constexpr std::size_t kMostGrips = 3000;

} // namespace

void VertexTool::forget() {
    m_background.cancel();
    m_target = {};
    m_mask = {};
    m_outline = {};
    m_ready = false;
    m_chosen.clear();
    m_drag = Drag::None;
}

void VertexTool::deactivate() {
    cancel();
    forget();
}

void VertexTool::imageChanged() {
    host().scene().clearPreview();
    forget();
}

void VertexTool::follow() {
    const core::Annotation* a = target();
    if (a == nullptr) {
        forget();
        return;
    }
    if (m_drag == Drag::Vertices || (a->id == m_target && a->mask == m_mask)) {
        return;
    }
    forget();
    m_target = a->id;
    m_mask = a->mask;
    m_background.run([mask = m_mask] { return core::Outline(mask, kDetail); },
                     [this](const core::Outline& outline) {
                         m_outline = outline;
                         m_ready = true;
                         host().refresh();
                     });
}

const core::Outline& VertexTool::outline() {
    follow();
    return m_outline;
}

double VertexTool::reach(double logical) const {
    return logical * host().deviceRatio() / host().viewport().scale();
}

void VertexTool::press(const PointerEvent& event) {
    if (event.button != Qt::LeftButton) {
        return;
    }
    follow();
    m_from = m_to = event;
    m_moved = false;
    m_before = m_outline;
    const Place vertex = m_outline.vertexNear(event.image, reach(kGrip));
    if (vertex.ring >= 0) {
        pressVertex(vertex, event);
        return;
    }
    const Place way = m_outline.wayNear(event.image, reach(kLine));
    if (way.ring >= 0 && !event.modifiers.testFlag(Qt::AltModifier)) {
        m_grabbed = m_outline.insert(way, event.image);
        m_before = m_outline;
        m_chosen = {m_grabbed};
        m_drag = Drag::Vertices;
    } else {
        m_drag = Drag::Box;
    }
    host().refresh();
}

void VertexTool::pressVertex(Place place, const PointerEvent& event) {
    if (event.modifiers.testFlag(Qt::AltModifier)) {
        m_chosen.clear();
        m_outline.remove({place});
        commit(tr("Delete vertex of %1"));
        return;
    }
    if (event.modifiers.testFlag(Qt::ShiftModifier)) {
        m_chosen.insert(place);
    } else if (!m_chosen.contains(place)) {
        m_chosen = {place};
    }
    m_grabbed = place;
    m_drag = Drag::Vertices;
    host().refresh();
}

void VertexTool::move(const PointerEvent& event) {
    m_to = event;
    const QPointF way = event.device - m_from.device;
    m_moved = m_moved || std::hypot(way.x(), way.y()) > kDragStarts * host().deviceRatio();
    if (m_drag == Drag::Vertices && m_moved) {
        dragVertices(event);
    }
    host().refresh();
}

void VertexTool::dragVertices(const PointerEvent& event) {
    const QPointF from = m_before.at(m_grabbed);
    const QPointF to = snapPoint(host(), m_target, event).value_or(from + event.image - m_from.image);
    m_outline = m_before;
    for (const Place place : m_chosen) {
        m_outline.move(place, m_before.at(place) + to - from);
    }
    const core::Mask mask = m_outline.mask(session().imageRect());
    const core::Annotation* a = session().project()->annotation(m_target);
    host().scene().setPreview(
        {m_target, mask, host().scene().colorOf(a ? a->fields.label : session().label())});
}

void VertexTool::release(const PointerEvent& event) {
    if (event.button != Qt::LeftButton) {
        return;
    }
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Vertices && m_moved) {
        commit(tr("Move vertices of %1"));
    } else if (drag == Drag::Box && m_moved) {
        chooseInside(QRectF(m_from.image, event.image).normalized(),
                     event.modifiers.testFlag(Qt::ShiftModifier));
    } else if (drag == Drag::Box) {
        const Hit hit = host().hitAt(event.image);
        m_chosen.clear();
        if (hit.annotation.isValid()) {
            session().selection().select(hit.annotation);
            follow();
        }
    }
    host().refresh();
}

void VertexTool::chooseInside(const QRectF& box, bool add) {
    if (!add) {
        m_chosen.clear();
    }
    for (std::size_t r = 0; r < m_outline.rings().size(); ++r) {
        const auto& vertices = m_outline.rings()[r].vertices;
        for (std::size_t v = 0; v < vertices.size(); ++v) {
            if (box.contains(vertices[v].at)) {
                m_chosen.insert({int(r), int(v)});
            }
        }
    }
}

void VertexTool::commit(const QString& text) {
    host().scene().clearPreview();
    const core::Annotation* a = session().project()->annotation(m_target);
    if (a == nullptr) {
        forget();
        return;
    }
    // The outline lives on, so that its untouched ways stay exact.
    m_mask = m_outline.mask(session().imageRect());
    session().commit(edits::reshape(*a, m_mask, a->touched.united(m_mask.exclusiveOr(a->mask)),
                                    text.arg(labelName(a->fields.label))));
    host().refresh();
}

void VertexTool::hover(const PointerEvent& event) {
    follow();
    Tool::hover(event);
}

bool VertexTool::wantsKey(int key) const {
    return !m_chosen.empty() && (key == Qt::Key_Delete || key == Qt::Key_Backspace);
}

void VertexTool::keyPressed(int) {
    m_outline.remove(m_chosen);
    m_chosen.clear();
    commit(tr("Delete vertices of %1"));
}

bool VertexTool::cancel() {
    if (m_drag != Drag::None) {
        m_drag = Drag::None;
        m_outline = m_before;
        host().scene().clearPreview();
        host().refresh();
        return true;
    }
    const bool had = !m_chosen.empty();
    m_chosen.clear();
    host().refresh();
    return had;
}

void VertexTool::paint(QPainter& painter, const PointerEvent&) {
    follow();
    const QRectF shown(host().viewport().toImage({0, 0}),
                       host().viewport().toImage(QPointF(host().viewport().viewSize().width(),
                                                         host().viewport().viewSize().height())));
    std::vector<std::pair<QPointF, bool>> grips;
    for (std::size_t r = 0; r < m_outline.rings().size(); ++r) {
        const auto& vertices = m_outline.rings()[r].vertices;
        for (std::size_t v = 0; v < vertices.size(); ++v) {
            if (shown.contains(vertices[v].at)) {
                grips.emplace_back(toView(vertices[v].at), m_chosen.contains({int(r), int(v)}));
            }
        }
    }
    // So many grips would hide what they belong to.
    const bool draw = grips.size() <= kMostGrips;
    for (const auto& [at, chosen] : grips) {
        if (draw || chosen) {
            paintGrip(painter, at, chosen);
        }
    }
    if (m_drag == Drag::Box && m_moved) {
        const QRectF box = QRectF(toView(m_from.image), toView(m_to.image)).normalized();
        painter.setPen(QPen(Qt::white, 1, Qt::DashLine));
        painter.setBrush(QColor(255, 255, 255, 30));
        painter.drawRect(box);
    }
}

QString VertexTool::hint() const {
    if (target() == nullptr) {
        return tr("Click an instance to edit its outline");
    }
    if (!m_chosen.empty()) {
        return tr("Chosen vertices: %1. A drag moves them, Delete removes them").arg(m_chosen.size());
    }
    return m_ready ? tr("Drag a vertex, or the line to add one; Alt-click removes; drag a box to choose")
                   : tr("Tracing the outline …");
}

QList<Gesture> VertexTool::gestures() const {
    return {{tr("Drag"), tr("Moves vertices, or adds one on the line")},
            {tr("Alt+click"), tr("Removes a vertex")},
            {tr("Drag beside"), tr("Chooses those in a box")},
            {tr("Delete"), tr("Removes the chosen ones")}};
}

} // namespace gui
