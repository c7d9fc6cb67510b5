// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/overlap_panel.h"

#include "gui/session/selection.h"
#include "gui/session/session.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace gui {

OverlapPanel::OverlapPanel(Session& session, QAction& take, QWidget* canvas)
    : QFrame(canvas), m_session(session), m_take(take), m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("overlapPanel"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    auto* yes = new QToolButton(this);
    yes->setDefaultAction(&take);
    auto* no = new QToolButton(this);
    no->setText(tr("Leave them"));
    // The canvas keeps the keys.
    yes->setFocusPolicy(Qt::NoFocus);
    no->setFocusPolicy(Qt::NoFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 8, 6);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_text, yes, no}) {
        row->addWidget(widget);
    }
    connect(no, &QToolButton::clicked, this, &OverlapPanel::forget);
    connect(&take, &QAction::triggered, this, &OverlapPanel::take);
    connect(&session, &Session::overlapAsked, this, &OverlapPanel::ask);
    connect(&session, &Session::historyChanged, this, &OverlapPanel::forget);
    connect(&session, &Session::imageChanged, this, &OverlapPanel::forget);
    canvas->installEventFilter(this);
    forget();
}

void OverlapPanel::ask(const core::Edit& edit, core::AnnotationId own, const core::Mask& painted,
                       int others) {
    m_question = Question{edit, own, painted};
    m_text->setText(tr("Other instances under the stroke: %1").arg(others));
    m_take.setEnabled(true);
    show();
    raise();
    place();
}

void OverlapPanel::forget() {
    m_question.reset();
    m_take.setEnabled(false);
    hide();
}

void OverlapPanel::take() {
    if (!m_question) {
        return;
    }
    Question question = *std::exchange(m_question, std::nullopt);
    m_session.undo();
    question.edit.id = {};
    edits::applyOverlap(*m_session.project(), m_session.image(), question.own, question.painted,
                        edits::Overlap::Overwrite, &question.edit);
    m_session.commit(std::move(question.edit));
    m_session.selection().select(question.own);
    forget();
}

void OverlapPanel::place() {
    adjustSize();
    move(std::max(0, (parentWidget()->width() - width()) / 2), parentWidget()->height() - height() - 10);
}

bool OverlapPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace gui
