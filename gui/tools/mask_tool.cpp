// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/mask_tool.h"

#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/mask/snap.h"
#include "core/project/project.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace gui {
namespace {

constexpr double kSnap = 6; // logical pixels
constexpr core::AnnotationId kNobody{-1};

QString tr(const char* text) {
    return QCoreApplication::translate("MaskTool", text);
}

} // namespace

core::AnnotationId MaskTool::targetFor(const PointerEvent& event, bool take) {
    if (!session().selection().isEmpty()) {
        const core::Annotation* selected = target();
        if (selected == nullptr) {
            session().report(tr("This instance is locked. Unlock it with Ctrl+L to change it."));
        }
        return selected ? selected->id : kNobody;
    }
    const Hit hit = host().hitAt(event.image);
    if (hit.proposal >= 0) {
        return session().acceptProposal(hit.proposal);
    }
    const core::Annotation* a = session().project()->annotation(hit.annotation);
    if (a != nullptr && !a->fields.locked) {
        session().selection().select(a->id);
        return a->id;
    }
    return take ? kNobody : core::AnnotationId{};
}

bool MaskTool::begin(const PointerEvent& event, bool take) {
    if (m_gesture || session().project() == nullptr || session().picture().image.isNull()) {
        return false;
    }
    m_modifiers = event.modifiers;
    const core::AnnotationId id = targetFor(event, take);
    if (id == kNobody) {
        return false;
    }
    m_gesture = Held{id, take};
    host().scene().setHovered({});
    return true;
}

core::Mask MaskTool::result(const core::Mask& painted) const {
    const core::Annotation* a = session().project()->annotation(m_gesture->target);
    const core::Mask before = a ? a->mask : core::Mask();
    if (m_gesture->take) {
        return before.subtracted(painted);
    }
    return before.united(edits::applyOverlap(*session().project(), session().image(), m_gesture->target,
                                             painted, session().overlap(), nullptr));
}

void MaskTool::preview(const core::Mask& painted) {
    const core::Annotation* a = session().project()->annotation(m_gesture->target);
    const core::LabelId label = a ? a->fields.label : session().label();
    host().scene().setPreview({m_gesture->target, result(painted), host().scene().colorOf(label)});
}

void MaskTool::commit(const core::Mask& painted) {
    commit(painted, tr("Add to %1"), tr("Take from %1"));
}

void MaskTool::commit(const core::Mask& painted, const QString& give, const QString& take) {
    const Held gesture = *m_gesture;
    const core::Mask mask = result(painted);
    m_gesture.reset();
    host().scene().clearPreview();
    core::Project& project = *session().project();
    core::AnnotationId made;
    core::Edit edit;
    if (const core::Annotation* a = project.annotation(gesture.target)) {
        edit = edits::reshape(*a, mask, a->touched.united(painted),
                              (gesture.take ? take : give).arg(labelName(a->fields.label)));
    } else if (!gesture.target.isValid() && !mask.isEmpty()) {
        core::Edit label;
        const core::LabelId id = session().labelForNew(label);
        edit = edits::add(project, session().image(), id, mask, mask);
        made = std::get<core::AddAnnotation>(edit.changes.back()).annotation.id;
        edit.changes.insert(edit.changes.begin(), label.changes.begin(), label.changes.end());
    }
    if (!gesture.take && !edit.changes.empty()) {
        edits::applyOverlap(project, session().image(), gesture.target, painted, session().overlap(), &edit);
    }
    session().commit(edit);
    if (made.isValid()) {
        session().selection().select(made);
    }
    if (!gesture.take && !edit.changes.empty()) {
        session().askOverlap(edit, made.isValid() ? made : gesture.target, painted);
    }
    host().refresh();
}

void MaskTool::modifiersChanged(Qt::KeyboardModifiers modifiers) {
    m_modifiers = modifiers;
    host().refresh();
}

bool MaskTool::cancel() {
    if (!m_gesture) {
        return false;
    }
    m_gesture.reset();
    host().scene().clearPreview();
    host().refresh();
    return true;
}

QString MaskTool::deed(bool take) const {
    if (const core::Annotation* a = target()) {
        return (take ? tr("Takes from %1") : tr("Adds to %1")).arg(labelName(a->fields.label));
    }
    if (session().selection().hovered().isValid()) {
        return tr("Edits the mask it begins in");
    }
    return take ? tr("Begin inside a mask to take from it")
                : tr("Makes a new %1").arg(labelName(session().label()));
}

QPointF MaskTool::snapped(const PointerEvent& event) const {
    const core::AnnotationId own = m_gesture ? m_gesture->target : session().selection().current();
    return snapPoint(host(), own, event).value_or(event.image);
}

std::optional<QPointF> snapPoint(ToolHost& host, core::AnnotationId own, const PointerEvent& event) {
    const core::Project* project = host.session().project();
    if (project == nullptr || event.modifiers.testFlag(Qt::ControlModifier)) {
        return std::nullopt;
    }
    double reach = kSnap * host.deviceRatio() / host.viewport().scale();
    std::optional<QPointF> best;
    for (const core::Annotation* a : project->annotations(host.session().image())) {
        const int around = int(std::ceil(reach)) + 1;
        const bool near =
            a->mask.boundingBox().adjusted(-around, -around, around, around).contains(event.image.toPoint());
        if (a->id == own || a->fields.hidden || a->fields.state == core::State::Rejected || !near) {
            continue;
        }
        if (const auto found = core::nearestBorder(a->mask, event.image, reach)) {
            best = found;
            reach = std::hypot(found->x() - event.image.x(), found->y() - event.image.y());
        }
    }
    return best;
}

void paintSketch(QPainter& painter, const QPolygonF& view, bool closed, bool take) {
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = take ? QColor(0xff, 0x8a, 0x80) : QColor(Qt::white);
    if (closed && view.size() > 2) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(color.red(), color.green(), color.blue(), 50));
        painter.drawPolygon(view, Qt::WindingFill);
    }
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen :
         {QPen(QColor(0, 0, 0, 170), 3), QPen(color, 1.4, take ? Qt::DashLine : Qt::SolidLine)}) {
        painter.setPen(pen);
        painter.drawPolyline(view);
    }
}

void paintGrip(QPainter& painter, QPointF view, bool strong) {
    const double half = strong ? 4.5 : 3.5;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1.5));
    painter.setBrush(strong ? QColor(0xff, 0xc1, 0x07) : QColor(Qt::white));
    painter.drawRect(QRectF(view - QPointF(half, half), QSizeF(2 * half, 2 * half)));
}

} // namespace gui
