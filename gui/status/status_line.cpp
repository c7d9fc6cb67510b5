// SPDX-License-Identifier: Apache-2.0
#include "gui/status/status_line.h"

#include "gui/canvas/canvas_view.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/status/progress_widget.h"
#include "gui/theme.h"

#include "core/engine/inference_service.h"
#include "core/project/project.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <cmath>

namespace gui {
namespace {

void setColor(QLabel* label, const QColor& color) {
    QPalette p = label->palette();
    p.setColor(QPalette::WindowText, color);
    label->setPalette(p);
}

QLabel* cell(QStatusBar* bar, const QString& accessibleName, const QString& widest) {
    auto* label = new QLabel(bar);
    label->setAccessibleName(accessibleName);
    label->setContentsMargins(kGap, 0, kGap, 0);
    if (!widest.isEmpty()) {
        label->setMinimumWidth(label->fontMetrics().horizontalAdvance(widest) + 2 * kGap);
    }
    return label;
}

} // namespace

StatusLine::StatusLine(Session& session, CanvasView& canvas, QWidget* parent)
    : QStatusBar(parent), m_session(session), m_canvas(canvas),
      m_saved(cell(this, tr("Saved state"), tr("● Not saved"))),
      m_pointer(cell(this, tr("Pointer"), QStringLiteral("x 00000  y 00000  000 000 000"))),
      m_hint(cell(this, tr("Hint"), {})), m_selected(cell(this, tr("Selection"), {})),
      m_zoom(cell(this, tr("Zoom"), QStringLiteral("0000 %"))), m_model(new QToolButton(this)),
      m_progress(new ProgressWidget(session.service(), this)) {
    setSizeGripEnabled(false);
    setContentsMargins(0, 0, kMargin, 0);
    addWidget(m_saved);
    addWidget(m_pointer);
    addWidget(m_hint, 1);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setMinimumWidth(10);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_selected);
    addPermanentWidget(m_zoom);
    addPermanentWidget(m_model);
    m_model->setAutoRaise(true);
    m_model->setFocusPolicy(Qt::TabFocus);
    m_model->setAccessibleName(tr("Model and device"));
    connect(m_model, &QToolButton::clicked, this, &StatusLine::modelClicked);
    connect(&session, &Session::projectChanged, this, [this] {
        if (m_session.openProject() != nullptr) {
            connect(m_session.openProject(), &core::OpenProject::saveStateChanged, this,
                    &StatusLine::updateSaved);
        }
        updateSaved();
    });
    connect(&canvas, &CanvasView::pointerMoved, this, &StatusLine::updatePointer);
    connect(&canvas, &CanvasView::viewChanged, this, &StatusLine::updateZoom);
    connect(&canvas, &CanvasView::hintChanged, this, [this] {
        if (m_hint->text() != m_canvas.hint()) {
            m_hint->setText(m_canvas.hint());
        }
    });
    connect(&session.selection(), &Selection::changed, this, &StatusLine::updateSelection);
    connect(&session, &Session::contentChanged, this, &StatusLine::updateSelection);
    connect(&session.service(), &core::InferenceService::modelChanged, this, &StatusLine::updateModel);
    updateSaved();
    updateZoom();
    updateModel();
}

void StatusLine::changeEvent(QEvent* event) {
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        updateSaved();
    }
}

void StatusLine::updateSaved() {
    core::OpenProject* open = m_session.openProject();
    m_saved->setVisible(open != nullptr);
    if (open == nullptr) {
        return;
    }
    const SignalColors colors = signalColors(palette());
    if (open->isReadOnly()) {
        m_saved->setText(tr("■ Read only"));
        setColor(m_saved, colors.busy);
        m_saved->setToolTip(tr("Another program is working in %1").arg(open->file()));
        return;
    }
    switch (open->saveState()) {
    case core::SaveState::Saved:
        m_saved->setText(tr("● Saved"));
        setColor(m_saved, colors.good);
        m_saved->setToolTip(tr("Everything is in %1").arg(open->file()));
        break;
    case core::SaveState::Saving:
        m_saved->setText(tr("○ Saving …"));
        setColor(m_saved, colors.busy);
        break;
    case core::SaveState::Failed:
        m_saved->setText(tr("▲ Not saved"));
        setColor(m_saved, colors.bad);
        m_saved->setToolTip(
            tr("The project can't be written. Your work is kept and writing is tried again."));
        break;
    }
}

void StatusLine::updatePointer(QPointF image, bool inside) {
    const QPoint pixel(int(std::floor(image.x())), int(std::floor(image.y())));
    const QString values = m_canvas.display().valueText(pixel);
    if (!inside || values.isEmpty()) {
        m_pointer->clear();
        return;
    }
    m_pointer->setText(QStringLiteral("x %1  y %2  %3").arg(pixel.x()).arg(pixel.y()).arg(values));
}

void StatusLine::updateSelection() {
    const Selection& selection = m_session.selection();
    const core::Project* project = m_session.project();
    const core::Annotation* a = project ? project->annotation(selection.current()) : nullptr;
    const core::Label* label = a ? project->label(a->fields.label) : nullptr;
    QString text;
    if (selection.ids().size() > 1) {
        text = tr("%1 selected").arg(selection.ids().size());
    } else if (a != nullptr) {
        text = tr("%1, %2 px").arg(label ? label->name : tr("no label"), QLocale().toString(a->mask.area()));
    }
    m_selected->setText(text);
    m_selected->setVisible(!text.isEmpty());
}

void StatusLine::updateZoom() {
    const double percent = m_canvas.viewport().scale() * 100;
    const bool picture = !m_session.picture().image.isNull();
    m_zoom->setText(picture ? tr("%1 %").arg(percent, 0, 'f', percent < 10 ? 1 : 0) : QString());
}

void StatusLine::updateModel() {
    const core::ModelStatus& model = m_session.service().model();
    m_model->setText(model.ready ? QStringLiteral("%1 · %2").arg(model.name, model.device) : tr("No model"));
    m_model->setToolTip((model.ready ? model.file + QLatin1Char('\n') : QString()) +
                        tr("Click to get or choose a model"));
}

} // namespace gui
