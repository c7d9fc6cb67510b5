// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/brush_tool.h"

#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr double kLargest = 2000;

} // namespace

void BrushTool::setDiameter(double diameter) {
    m_diameter = std::clamp(diameter, 1.0, kLargest);
    host().refresh();
}

void BrushTool::changeSize(double factor) {
    const double step = std::max(std::abs(m_diameter * (factor - 1)), 1.0);
    setDiameter(std::round(m_diameter + (factor > 1 ? step : -step)));
}

bool BrushTool::erases(Qt::KeyboardModifiers modifiers) const {
    return (m_kind == Kind::Erase) != modifiers.testFlag(Qt::AltModifier);
}

core::AnnotationId BrushTool::targetFor(const PointerEvent& event, bool erase) {
    if (!session().selection().isEmpty()) {
        const core::Annotation* selected = target();
        if (selected == nullptr) {
            session().report(tr("This instance is locked. Unlock it with Ctrl+L to paint on it."));
        }
        return selected ? selected->id : core::AnnotationId{-1};
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
    return erase ? core::AnnotationId{-1} : core::AnnotationId{};
}

bool BrushTool::begin(const PointerEvent& event) {
    if (session().project() == nullptr || session().picture().image.isNull()) {
        return false;
    }
    const bool erase = erases(event.modifiers);
    const core::AnnotationId id = targetFor(event, erase);
    if (id.value < 0) {
        return false;
    }
    Stroke stroke{core::Brush(m_diameter, session().imageRect()), id, {}, erase};
    if (const core::Annotation* a = session().project()->annotation(id)) {
        stroke.before = a->mask;
    }
    m_stroke = std::move(stroke);
    return true;
}

void BrushTool::press(const PointerEvent& event) {
    if (event.button != Qt::LeftButton || !begin(event)) {
        return;
    }
    m_modifiers = event.modifiers;
    if (event.modifiers.testFlag(Qt::ShiftModifier) && m_lastEnd) {
        extend(*m_lastEnd);
    }
    extend(event.image);
    m_lastEnd = event.image;
}

void BrushTool::move(const PointerEvent& event) {
    m_modifiers = event.modifiers;
    if (m_stroke) {
        extend(event.image);
        m_lastEnd = event.image;
    }
    host().refresh();
}

void BrushTool::extend(QPointF to) {
    const core::Mask added = m_stroke->brush.moveTo(to);
    const QRect dirty = added.boundingBox();
    // Shown by the rule that will be committed: what is seen is what is stored.
    core::LabelId label = session().label();
    if (const auto* a = session().project()->annotation(m_stroke->target)) {
        label = a->fields.label;
    }
    host().scene().setPreview(
        {m_stroke->target, result(m_stroke->brush.painted()), host().scene().colorOf(label)},
        dirty.adjusted(-4, -4, 4, 4));
}

core::Mask BrushTool::result(const core::Mask& painted) const {
    if (m_stroke->erase) {
        return m_stroke->before.subtracted(painted);
    }
    const core::Mask allowed = edits::applyOverlap(*session().project(), session().image(), m_stroke->target,
                                                   painted, session().overlap(), nullptr);
    return m_stroke->before.united(allowed);
}

void BrushTool::release(const PointerEvent& event) {
    if (event.button == Qt::LeftButton && m_stroke) {
        commit();
    }
}

void BrushTool::commit() {
    const Stroke stroke = *m_stroke;
    const core::Mask& painted = stroke.brush.painted();
    const core::Mask mask = result(painted);
    m_stroke.reset();
    host().scene().clearPreview();
    core::Project& project = *session().project();
    core::AnnotationId made;
    core::Edit edit;
    if (const core::Annotation* a = project.annotation(stroke.target)) {
        const QString text = stroke.erase ? tr("Erase %1") : tr("Paint %1");
        edit = edits::reshape(*a, mask, a->touched.united(painted), text.arg(labelName(a->fields.label)));
    } else if (!mask.isEmpty()) {
        core::Edit label;
        const core::LabelId id = session().labelForNew(label);
        edit = edits::add(project, session().image(), id, mask, mask);
        made = std::get<core::AddAnnotation>(edit.changes.back()).annotation.id;
        edit.changes.insert(edit.changes.begin(), label.changes.begin(), label.changes.end());
    }
    if (!stroke.erase) {
        edits::applyOverlap(project, session().image(), stroke.target, painted, session().overlap(), &edit);
    }
    session().commit(std::move(edit));
    if (made.isValid()) {
        session().selection().select(made);
    }
    host().refresh();
}

void BrushTool::hover(const PointerEvent& event) {
    m_modifiers = event.modifiers;
    Tool::hover(event);
    host().refresh();
}

void BrushTool::modifiersChanged(Qt::KeyboardModifiers modifiers) {
    m_modifiers = modifiers;
    host().refresh();
}

bool BrushTool::cancel() {
    if (!m_stroke) {
        return false;
    }
    m_stroke.reset();
    host().scene().clearPreview();
    return true;
}

void BrushTool::imageChanged() {
    cancel();
    m_lastEnd.reset();
}

void BrushTool::paint(QPainter& painter, const PointerEvent& pointer) {
    const double radius = m_diameter / 2 * host().viewport().scale() / host().deviceRatio();
    const QPointF at = pointer.device / host().deviceRatio();
    // Two rings show on any ground.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 180), 3));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(Qt::white, 1.2));
    painter.drawEllipse(at, radius, radius);
    const bool erase = m_stroke ? m_stroke->erase : erases(m_modifiers);
    for (const auto& [color, width] :
         {std::pair(QColor(0, 0, 0, 180), 3.0), std::pair(QColor(Qt::white), 1.2)}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at - QPointF(4, 0), at + QPointF(4, 0));
        if (!erase) {
            painter.drawLine(at - QPointF(0, 4), at + QPointF(0, 4));
        }
    }
}

QString BrushTool::hint() const {
    const bool erase = erases(m_modifiers);
    const QString size = tr("%1 px").arg(std::lround(m_diameter));
    if (const core::Annotation* a = target()) {
        return (erase ? tr("Erases from %1, %2") : tr("Paints on %1, %2"))
            .arg(labelName(a->fields.label), size);
    }
    if (session().selection().hovered().isValid()) {
        return tr("The stroke edits the mask it begins in, %1").arg(size);
    }
    return erase ? tr("Begin inside a mask to erase from it, %1").arg(size)
                 : tr("The stroke makes a new %1, %2").arg(labelName(session().label()), size);
}

QList<Gesture> BrushTool::gestures() const {
    return {{tr("Drag"), tr("One stroke: one step to undo")},
            {tr("Shift+click"), tr("Straight stroke from the last one")},
            {tr("Hold Alt"), tr("Brush erases, eraser paints")},
            {tr("Alt+wheel"), tr("Size")}};
}

} // namespace gui
