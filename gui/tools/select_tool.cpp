// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/select_tool.h"

#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace gui {
namespace {

constexpr double kDragStarts = 5; // device pixels

} // namespace

void SelectTool::press(const PointerEvent& event) {
    if (event.button == Qt::LeftButton) {
        m_pressed = true;
        m_from = m_to = event;
    }
}

void SelectTool::move(const PointerEvent& event) {
    if (!m_pressed) {
        return;
    }
    m_to = event;
    const double way = QLineF(m_from.device, m_to.device).length();
    m_banding = m_banding || way > kDragStarts * host().deviceRatio();
    host().refresh();
}

void SelectTool::release(const PointerEvent& event) {
    if (!m_pressed) {
        return;
    }
    const bool banding = m_banding;
    m_pressed = m_banding = false;
    if (banding) {
        selectInside(QRectF(m_from.image, event.image).normalized(),
                     event.modifiers.testFlag(Qt::ShiftModifier));
    } else {
        click(event);
    }
    host().refresh();
}

void SelectTool::click(const PointerEvent& event) {
    Selection& selection = session().selection();
    const auto hits =
        host().scene().hitsAt(event.image, 3 * host().deviceRatio() / host().viewport().scale());
    if (hits.empty()) {
        if (!event.modifiers.testFlag(Qt::ShiftModifier)) {
            selection.clear();
        }
        return;
    }
    if (hits.front().proposal >= 0) {
        session().acceptProposal(hits.front().proposal);
        return;
    }
    if (event.modifiers.testFlag(Qt::ShiftModifier)) {
        selection.toggle(hits.front().annotation);
        return;
    }
    const auto at = std::find_if(hits.begin(), hits.end(), [&selection](const Hit& hit) {
        return hit.annotation.isValid() && hit.annotation == selection.current();
    });
    const bool below = at != hits.end() && at + 1 != hits.end();
    selection.select(below ? (at + 1)->annotation : hits.front().annotation);
}

void SelectTool::selectInside(const QRectF& band, bool add) {
    const core::Project* project = session().project();
    if (project == nullptr) {
        return;
    }
    QList<core::AnnotationId> ids = add ? session().selection().ids() : QList<core::AnnotationId>();
    const core::Mask area = core::Mask::fromRect(band.toAlignedRect().intersected(session().imageRect()));
    for (const core::Annotation* a : project->annotations(session().image())) {
        const bool drawn = !a->fields.hidden && a->fields.state != core::State::Rejected;
        if (drawn && !ids.contains(a->id) && band.intersects(a->mask.boundingBox()) &&
            !a->mask.intersected(area).isEmpty()) {
            ids.append(a->id);
        }
    }
    session().selection().set(ids);
}

void SelectTool::doubleClick(const PointerEvent& event) {
    const Hit hit = host().hitAt(event.image);
    if (const auto* a = session().project() ? session().project()->annotation(hit.annotation) : nullptr) {
        session().selection().select(a->id);
        host().zoomTo(a->mask.boundingBox());
    }
}

void SelectTool::altWheel(double notches, const PointerEvent& event) {
    std::vector<core::AnnotationId> heap;
    for (const Hit& hit : host().scene().hitsAt(event.image, 0)) {
        if (hit.annotation.isValid()) {
            heap.push_back(hit.annotation);
        }
    }
    if (heap.empty() || notches == 0) {
        return;
    }
    Selection& selection = session().selection();
    const auto at = std::find(heap.begin(), heap.end(), selection.current());
    const bool down = notches < 0;
    if (at == heap.end()) {
        selection.select(heap.front());
    } else if (down ? at + 1 != heap.end() : at != heap.begin()) {
        selection.select(down ? *(at + 1) : *(at - 1));
    }
}

bool SelectTool::cancel() {
    const bool was = m_banding;
    m_pressed = m_banding = false;
    return was;
}

void SelectTool::paint(QPainter& painter, const PointerEvent&) {
    if (m_banding) {
        const QRectF band = QRectF(toView(m_from.image), toView(m_to.image)).normalized();
        painter.setPen(QPen(Qt::white, 1, Qt::DashLine));
        painter.setBrush(QColor(255, 255, 255, 30));
        painter.drawRect(band);
    }
}

QString SelectTool::hint() const {
    return host().scene().hoveredProposal() >= 0
               ? tr("Click accepts this proposal, X rejects it")
               : tr("Click selects, again selects what lies below; drag selects several");
}

QList<Gesture> SelectTool::gestures() const {
    return {{tr("Click"), tr("Select; again: the instance below")},
            {tr("Alt+wheel"), tr("Walk down and up through what lies there")},
            {tr("Shift+click"), tr("Select one more")},
            {tr("Drag"), tr("Select all inside the band")},
            {tr("Click a proposal"), tr("Accept it")},
            {tr("Double-click"), tr("Zoom to the instance")}};
}

} // namespace gui
