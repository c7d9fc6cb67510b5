// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/tool.h"

#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QCoreApplication>

#include <cmath>

namespace gui {

void Tool::activate(QPointF over) {
    // A tool picked with the pointer over a mask is meant for that mask.
    if (session().selection().isEmpty()) {
        const Hit hit = m_host.hitAt(over);
        if (hit.annotation.isValid()) {
            session().selection().select(hit.annotation);
        }
    }
}

void Tool::hover(const PointerEvent& event) {
    m_host.scene().setHovered(m_host.hitAt(event.image));
}

void Tool::altWheel(double notches, const PointerEvent&) {
    changeSize(std::pow(1.1, notches));
}

bool Tool::shapeFailed() {
    cancel();
    return true;
}

QList<Gesture> Tool::gestures() const {
    return {{QCoreApplication::translate("Tool", "Click or drag"), hint()}};
}

const core::Annotation* Tool::target() const {
    const core::Project* project = session().project();
    const core::Annotation* a = project ? project->annotation(session().selection().current()) : nullptr;
    return a && !a->fields.locked ? a : nullptr;
}

QString Tool::labelName(core::LabelId label) const {
    const core::Project* project = session().project();
    const core::Label* known = project ? project->label(label) : nullptr;
    return known ? known->name : QCoreApplication::translate("Tool", "object");
}

QPointF Tool::toView(QPointF image) const {
    return m_host.viewport().toDevice(image) / m_host.deviceRatio();
}

} // namespace gui
