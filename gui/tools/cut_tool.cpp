// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/cut_tool.h"

#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/session/shape_edits.h"
#include "gui/tools/mask_tool.h"

#include "core/mask/cut.h"
#include "core/project/project.h"

#include <QPainter>

namespace gui {

void CutTool::press(const PointerEvent& event) {
    if (event.button == Qt::LeftButton && session().project() != nullptr &&
        !session().picture().image.isNull()) {
        m_line = {event.image};
    }
}

void CutTool::move(const PointerEvent& event) {
    if (m_line.isEmpty()) {
        return;
    }
    if (event.modifiers.testFlag(Qt::ShiftModifier)) {
        m_line.resize(1);
    }
    m_line.append(event.image);
    host().refresh();
}

void CutTool::release(const PointerEvent& event) {
    if (event.button == Qt::LeftButton && !m_line.isEmpty()) {
        move(event);
        cut();
        cancel();
    }
}

QList<const core::Annotation*> CutTool::candidates() const {
    QList<const core::Annotation*> list;
    const core::Project& project = *session().project();
    if (!session().selection().isEmpty()) {
        for (const core::AnnotationId id : session().selection().ids()) {
            list.append(project.annotation(id));
        }
    } else {
        const QRect box = m_line.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1);
        for (const core::Annotation* a : project.annotations(session().image())) {
            if (a->mask.boundingBox().intersects(box) && !a->fields.hidden) {
                list.prepend(a);
            }
        }
    }
    list.removeIf([](const core::Annotation* a) {
        return a == nullptr || a->fields.locked || a->fields.state == core::State::Rejected;
    });
    return list;
}

void CutTool::cut() {
    for (const core::Annotation* a : candidates()) {
        const std::vector<core::Mask> pieces = core::cutAlong(a->mask, m_line);
        if (pieces.size() > 1) {
            const core::AnnotationId id = a->id;
            session().commit(edits::divide(*session().project(), *a, pieces, tr("Cut")));
            session().selection().select(id);
            return;
        }
    }
    session().report(tr("Nothing was cut: the line must cross an unlocked instance from side to side."));
}

bool CutTool::cancel() {
    const bool was = !m_line.isEmpty();
    m_line.clear();
    host().refresh();
    return was;
}

void CutTool::paint(QPainter& painter, const PointerEvent&) {
    QPolygonF view;
    for (const QPointF p : m_line) {
        view.append(toView(p));
    }
    paintSketch(painter, view, false, true);
}

QString CutTool::hint() const {
    const core::Annotation* a = target();
    return a ? tr("Draw a line across %1 to cut it; Shift keeps the line straight")
                   .arg(labelName(a->fields.label))
             : tr("Draw a line across an instance to cut it; Shift keeps the line straight");
}

QList<Gesture> CutTool::gestures() const {
    return {{tr("Drag"), tr("Line that cuts")}, {tr("Hold Shift"), tr("Straight line")}};
}

} // namespace gui
