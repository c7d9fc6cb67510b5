// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/point_tool.h"

#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/engine/inference_service.h"
#include "core/project/project.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gui {
namespace {

constexpr double kDragStarts = 6; // device pixels

} // namespace

QPointF insidePoint(const core::Mask& mask, const QList<QPointF>& avoid) {
    QPointF best;
    double bestRoom = -1;
    const QRect box = mask.boundingBox();
    const int step = std::max(1, box.height() / 48);
    for (const core::Mask::Span& span : mask.spans()) {
        if ((span.y - box.top()) % step != 0) {
            continue;
        }
        const QPointF at((span.x0 + span.x1) / 2.0, span.y + 0.5);
        double room =
            std::min((span.x1 - span.x0) / 2.0, std::min(at.y() - box.top(), box.bottom() + 1 - at.y()));
        for (const QPointF& other : avoid) {
            room = std::min(room, QLineF(at, other).length());
        }
        if (room > bestRoom) {
            bestRoom = room;
            best = at;
        }
    }
    return best;
}

void PointTool::forget() {
    m_target = {};
    m_query = m_answered = {};
    m_steps.clear();
    m_waiting = m_pressed = m_boxing = false;
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
        m_pressed = true;
        m_boxing = false;
        m_from = m_to = event;
    }
}

void PointTool::move(const PointerEvent& event) {
    if (m_pressed) {
        m_to = event;
        m_boxing =
            m_boxing || (m_from.button == Qt::LeftButton &&
                         QLineF(m_from.device, m_to.device).length() > kDragStarts * host().deviceRatio());
        host().refresh();
    }
}

void PointTool::release(const PointerEvent& event) {
    if (!m_pressed) {
        return;
    }
    const bool boxing = m_boxing;
    m_pressed = m_boxing = false;
    m_to = event;
    if (session().project() == nullptr || session().picture().image.isNull()) {
        return;
    }
    const core::ModelStatus& model = session().service().model();
    if (!model.ready || !model.hasClicks) {
        session().report(tr("No model that answers clicks is loaded. Brush and eraser work without one."));
        return;
    }
    if (!session().selection().isEmpty() && target() == nullptr) {
        session().report(tr("This instance is locked. Unlock it with Ctrl+L to correct it."));
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
        addPoint(m_from);
    }
}

void PointTool::addPoint(const PointerEvent& event) {
    if (!QRectF(session().imageRect()).contains(event.image)) {
        return;
    }
    const bool positive = event.button == Qt::LeftButton && !event.modifiers.testFlag(Qt::AltModifier);
    if (!positive && m_query.points.isEmpty() && !m_query.box && !m_target.isValid()) {
        session().report(tr("Click on the object first; the right button then takes parts away."));
        return;
    }
    m_query.points.append({event.image, positive});
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
    }
    m_waiting = true;
    session().dropMask();
    session().service().segmentShape(session().image(), query);
    host().refresh();
}

void PointTool::shapeAnswered(const QList<core::Candidate>& candidates) {
    if (!m_waiting) {
        return;
    }
    if (candidates.isEmpty()) {
        accept({}, {});
        return;
    }
    session().computeMask(candidates.first().logits,
                          [this, logits = candidates.first().promptLogits](const core::Mask& mask) {
                              if (m_waiting) {
                                  accept(mask, logits);
                              }
                          });
}

void PointTool::accept(const core::Mask& answer, const core::LogitMap& promptLogits) {
    m_waiting = false;
    if (answer.isEmpty()) {
        m_query = m_answered;
        session().report(tr("The model found nothing there. Try a point nearer the middle, or drag a box."));
        host().refresh();
        return;
    }
    const Step step{{}, m_target, m_answered};
    const core::EditId edit = commit(answer);
    m_query.previous = promptLogits;
    m_answered = m_query;
    if (edit.isValid()) {
        m_steps.push_back({edit, step.target, step.before});
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

void PointTool::editUndone(const core::Edit& edit) {
    if (!m_steps.empty() && m_steps.back().edit == edit.id) {
        m_target = m_steps.back().target;
        m_query = m_answered = m_steps.back().before;
        m_steps.pop_back();
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
    const bool was = m_boxing || m_waiting || !m_query.points.isEmpty() || m_query.box.has_value();
    if (m_waiting) {
        session().service().cancel({core::RequestKind::Shape, session().image().value});
    }
    forget();
    host().refresh();
    return was;
}

void PointTool::paint(QPainter& painter, const PointerEvent&) {
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_query.box || m_boxing) {
        const QRectF box = m_boxing ? QRectF(m_from.image, m_to.image).normalized() : *m_query.box;
        const QRectF shown(toView(box.topLeft()), toView(box.bottomRight()));
        painter.setPen(QPen(QColor(0, 0, 0, 150), 3));
        painter.drawRect(shown);
        painter.setPen(QPen(QColor(0x7f, 0xc8, 0xff), 1.5));
        painter.drawRect(shown);
    }
    if (m_target != session().selection().current() && m_target.isValid()) {
        return;
    }
    for (const core::PromptPoint& p : m_query.points) {
        const QPointF at = toView(p.position);
        painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
        painter.setBrush(p.positive ? QColor(0x3f, 0xd4, 0x6b) : QColor(0xff, 0x5c, 0x5c));
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
    if (const core::Annotation* a = target()) {
        return tr("Left click adds to %1, right click takes away, drag draws its box")
            .arg(labelName(a->fields.label));
    }
    return tr("Click on an object or drag its box: a new %1").arg(labelName(session().label()));
}

} // namespace gui
