// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/point_tool.h"

#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/tools/prompt_points.h"

#include "core/engine/inference_service.h"
#include "core/project/history.h"
#include "core/project/project.h"

#include <QLineF>
#include <QPainter>

#include <utility>

namespace gui {
namespace {

constexpr double kDragStarts = 6; // device pixels
constexpr int kScribblePoints = 6;
const QColor kIncluded(0x3f, 0xd4, 0x6b);
const QColor kExcluded(0xff, 0x5c, 0x5c);

bool isPositive(const PointerEvent& event) {
    return event.button == Qt::LeftButton && !event.modifiers.testFlag(Qt::AltModifier);
}

} // namespace

void PointTool::forget() {
    m_target = {};
    m_query = m_answered = {};
    m_steps.clear();
    m_waiting = m_pressed = m_boxing = m_tidying = false;
    m_scribble.clear();
    m_candidates.clear();
    m_preview.stop();
    session().dropMask();
}

void PointTool::deactivate() {
    if (m_waiting) {
        session().service().cancel({core::RequestKind::Shape, session().image().value});
    }
    forget();
}

void PointTool::follow(core::AnnotationId target) {
    if (target != m_target) {
        forget();
        m_target = target;
    }
}

void PointTool::press(const PointerEvent& event) {
    if (event.button == Qt::LeftButton || event.button == Qt::RightButton) {
        m_preview.stop();
        m_pressed = true;
        m_boxing = false;
        m_scribble.clear();
        m_from = m_to = event;
    }
}

void PointTool::hover(const PointerEvent& event) {
    Tool::hover(event);
    const bool fresh = !m_waiting && m_query.points.isEmpty() && !m_query.box;
    const bool empty = !session().selection().hovered().isValid() && host().scene().hoveredProposal() < 0;
    if (fresh && empty && session().selection().isEmpty() &&
        QRectF(session().imageRect()).contains(event.image)) {
        m_preview.follow(event.image);
    } else {
        m_preview.stop();
    }
}

void PointTool::move(const PointerEvent& event) {
    if (!m_pressed) {
        return;
    }
    m_to = event;
    const bool dragged = QLineF(m_from.device, m_to.device).length() > kDragStarts * host().deviceRatio();
    const bool scribbling =
        m_from.button == Qt::RightButton || m_from.modifiers.testFlag(Qt::ControlModifier);
    if (scribbling && (dragged || !m_scribble.isEmpty())) {
        m_scribble.isEmpty() ? m_scribble.append({m_from.image, event.image})
                             : m_scribble.append(event.image);
    } else if (!scribbling) {
        m_boxing = m_boxing || dragged;
    }
    host().refresh();
}

void PointTool::release(const PointerEvent& event) {
    if (!m_pressed) {
        return;
    }
    const bool boxing = m_boxing;
    const QList<QPointF> scribble = std::exchange(m_scribble, {});
    m_pressed = m_boxing = false;
    m_to = event;
    if (!mayAsk()) {
        return;
    }
    const Hit hit = host().hitAt(m_from.image);
    if (session().selection().isEmpty() && hit.proposal >= 0) {
        session().acceptProposal(hit.proposal);
    }
    follow(session().selection().current());
    if (boxing) {
        m_query.box =
            QRectF(m_from.image, m_to.image).normalized().intersected(QRectF(session().imageRect()));
        m_query.previous = {};
        ask();
    } else {
        addPoints(scribble.isEmpty() ? QList{m_from.image} : sampled(scribble, kScribblePoints),
                  isPositive(m_from));
    }
}

bool PointTool::mayAsk() {
    if (session().project() == nullptr || session().picture().image.isNull()) {
        return false;
    }
    const core::ModelStatus& model = session().service().model();
    if (!model.ready || !model.hasClicks) {
        session().report(tr("No model that answers clicks is loaded. Brush and eraser work without one."));
        return false;
    }
    if (!session().selection().isEmpty() && target() == nullptr) {
        session().report(tr("This instance is locked. Unlock it with Ctrl+L to correct it."));
        return false;
    }
    return true;
}

void PointTool::addPoints(const QList<QPointF>& points, bool positive) {
    QList<core::PromptPoint> added;
    for (const QPointF& point : points) {
        if (QRectF(session().imageRect()).contains(point)) {
            added.append({point, positive});
        }
    }
    if (added.isEmpty()) {
        return;
    }
    if (!positive && m_query.points.isEmpty() && !m_query.box && !m_target.isValid()) {
        session().report(tr("Click on the object first; the right button then takes parts away."));
        return;
    }
    m_query.points.append(added);
    ask();
}

void PointTool::tidy() {
    if (!mayAsk()) {
        return;
    }
    const core::Annotation* a = target();
    if (a == nullptr) {
        session().report(tr("Select the instance to tidy first."));
        return;
    }
    forget();
    m_target = a->id;
    m_tidying = true;
    ask();
}

void PointTool::ask() {
    core::ShapeQuery query = m_query;
    const core::Annotation* annotation = session().project()->annotation(m_target);
    if (annotation != nullptr && query.previous.isEmpty() && !query.box) {
        // The model has not made this mask: its box and a point inside tell which object is meant.
        QRectF box(annotation->mask.boundingBox());
        QList<QPointF> negative;
        for (const core::PromptPoint& p : query.points) {
            box = p.positive ? box.united(QRectF(p.position - QPointF(1, 1), QSizeF(2, 2))) : box;
            if (!p.positive) {
                negative.append(p.position);
            }
        }
        query.box = box.intersected(QRectF(session().imageRect()));
        query.points.prepend({insidePoint(annotation->mask, negative), true});
        if (m_tidying) {
            query.present = {std::make_shared<const core::Mask>(annotation->mask),
                             session().imageRect().size()};
        }
    }
    m_waiting = true;
    session().dropMask();
    session().service().segmentShape(session().image(), query);
    host().refresh();
}

void PointTool::shapeAnswered(const QList<core::Candidate>& candidates) {
    if (m_preview.answered(candidates) || !m_waiting) {
        return;
    }
    if (candidates.isEmpty()) {
        accept({}, {});
        return;
    }
    session().computeMask(candidates.first().logits, [this, candidates](const core::Mask& mask) {
        if (m_waiting) {
            accept(mask, candidates.first().promptLogits);
            m_candidates = mask.isEmpty() ? QList<core::Candidate>() : candidates;
            m_choice = 0;
            host().refresh();
        }
    });
}

bool PointTool::shapeFailed() {
    return !m_preview.failed() && Tool::shapeFailed();
}

bool PointTool::cycle(int by) {
    const auto count = int(m_candidates.size());
    if (m_waiting || count < 2 || m_steps.empty() || session().history() == nullptr ||
        session().history()->lastDone() != m_steps.back().edit) {
        return false;
    }
    const int choice = (m_choice + by + count) % count;
    session().computeMask(m_candidates[choice].logits,
                          [this, choice](const core::Mask& mask) { replace(choice, mask); });
    return true;
}

void PointTool::replace(int choice, const core::Mask& mask) {
    if (mask.isEmpty() || choice >= m_candidates.size() || m_steps.empty() ||
        session().history()->lastDone() != m_steps.back().edit) {
        return;
    }
    const core::ShapeQuery asked = m_answered;
    const QList<core::Candidate> candidates = m_candidates;
    const bool tidied = m_steps.back().tidied;
    // The other shape takes the place of the edit, so that one undo takes the whole click back.
    session().undo();
    m_query = asked;
    m_tidying = tidied;
    accept(mask, candidates[choice].promptLogits);
    m_candidates = candidates;
    m_choice = choice;
    host().refresh();
}

void PointTool::accept(const core::Mask& answer, const core::LogitMap& promptLogits) {
    m_waiting = false;
    const bool tidied = std::exchange(m_tidying, false);
    if (answer.isEmpty()) {
        m_query = m_answered;
        session().report(tr("The model found nothing there. Try a point nearer the middle, or drag a box."));
        host().refresh();
        return;
    }
    Step step{{}, m_target, m_answered, tidied};
    step.edit = tidied ? commitTidied(answer) : commit(answer);
    m_query.previous = promptLogits;
    m_answered = m_query;
    if (step.edit.isValid()) {
        m_steps.push_back(std::move(step));
    }
    host().refresh();
}

core::EditId PointTool::commit(const core::Mask& answer) {
    core::Project& project = *session().project();
    if (const core::Annotation* a = project.annotation(m_target)) {
        const core::Mask mask = answer.subtracted(a->touched).united(a->mask.intersected(a->touched));
        const QString text = m_query.points.isEmpty() ? tr("Box on %1") : tr("Point on %1");
        return session().commit(edits::reshape(*a, mask, a->touched, text.arg(labelName(a->fields.label))));
    }
    core::Edit label;
    const core::LabelId id = session().labelForNew(label);
    core::Edit edit = edits::add(project, session().image(), id, answer, {});
    const auto made = std::get<core::AddAnnotation>(edit.changes.back()).annotation.id;
    edit.changes.insert(edit.changes.begin(), label.changes.begin(), label.changes.end());
    m_target = made;
    const core::EditId done = session().commit(std::move(edit));
    session().selection().select(made);
    return done;
}

core::EditId PointTool::commitTidied(const core::Mask& answer) {
    const core::Annotation* a = session().project()->annotation(m_target);
    return a == nullptr ? core::EditId{}
                        : session().commit(
                              edits::reshape(*a, answer, {}, tr("Tidy %1").arg(labelName(a->fields.label))));
}

void PointTool::editUndone(const core::Edit& edit) {
    if (!m_steps.empty() && m_steps.back().edit == edit.id) {
        m_target = m_steps.back().target;
        m_query = m_answered = m_steps.back().before;
        m_steps.pop_back();
        m_candidates.clear();
    } else {
        forget();
    }
    host().refresh();
}

void PointTool::editRedone(const core::Edit&) {
    forget();
    host().refresh();
}

bool PointTool::cancel() {
    const bool was = m_boxing || !m_scribble.isEmpty() || m_waiting || !m_query.points.isEmpty() ||
                     m_query.box.has_value();
    if (m_waiting) {
        session().service().cancel({core::RequestKind::Shape, session().image().value});
    }
    forget();
    host().refresh();
    return was;
}

void PointTool::paintGesture(QPainter& painter) {
    if (!m_scribble.isEmpty()) {
        QPolygonF line;
        for (const QPointF& point : std::as_const(m_scribble)) {
            line.append(toView(point));
        }
        painter.setPen(QPen(QColor(0, 0, 0, 150), 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
        painter.setPen(
            QPen(isPositive(m_from) ? kIncluded : kExcluded, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
    }
    if (m_query.box || m_boxing) {
        const QRectF box = m_boxing ? QRectF(m_from.image, m_to.image).normalized() : *m_query.box;
        const QRectF shown(toView(box.topLeft()), toView(box.bottomRight()));
        painter.setPen(QPen(QColor(0, 0, 0, 150), 3));
        painter.drawRect(shown);
        painter.setPen(QPen(QColor(0x7f, 0xc8, 0xff), 1.5));
        painter.drawRect(shown);
    }
}

void PointTool::paint(QPainter& painter, const PointerEvent&) {
    painter.setRenderHint(QPainter::Antialiasing);
    paintGesture(painter);
    if (m_target != session().selection().current() && m_target.isValid()) {
        return;
    }
    for (const core::PromptPoint& p : m_query.points) {
        const QPointF at = toView(p.position);
        painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
        painter.setBrush(p.positive ? kIncluded : kExcluded);
        painter.drawEllipse(at, 6.5, 6.5);
        painter.setPen(QPen(Qt::white, 1.8, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at - QPointF(3, 0), at + QPointF(3, 0));
        if (p.positive) {
            painter.drawLine(at - QPointF(0, 3), at + QPointF(0, 3));
        }
    }
}

QString PointTool::hint() const {
    if (m_waiting) {
        return tr("Asking the model …");
    }
    if (m_candidates.size() > 1 && !m_steps.empty()) {
        return tr("Shape %1 of %2, score %3: Tab shows the next; a click corrects it")
            .arg(m_choice + 1)
            .arg(m_candidates.size())
            .arg(m_candidates[m_choice].score, 0, 'f', 2);
    }
    if (const core::Annotation* a = target()) {
        return tr("Left click adds to %1, right click takes away, drag draws its box, Ctrl+drag a scribble")
            .arg(labelName(a->fields.label));
    }
    return tr("Click on an object or drag its box: a new %1").arg(labelName(session().label()));
}

QList<Gesture> PointTool::gestures() const {
    return {{tr("Click"), tr("This belongs to it")},
            {tr("Right-click"), tr("This does not")},
            {tr("Drag"), tr("Box around it")},
            {tr("Ctrl+drag"), tr("Scribble: points along the line")},
            {tr("Right-drag"), tr("Scribble on what does not belong to it")},
            {tr("Tab"), tr("Another shape for the same click")}};
}

} // namespace gui
