// SPDX-License-Identifier: Apache-2.0
#include "gui/status/progress_widget.h"

#include "gui/icons.h"
#include "gui/theme.h"

#include "core/engine/inference_service.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace gui {
namespace {

constexpr int kShownAfter = 120; // milliseconds

QString kindText(core::RequestKind kind) {
    switch (kind) {
    case core::RequestKind::Prepare:
        return ProgressWidget::tr("Encoding the image");
    case core::RequestKind::Concept:
        return ProgressWidget::tr("Finding instances");
    case core::RequestKind::Shape:
        return ProgressWidget::tr("Finding the shape");
    case core::RequestKind::LoadModel:
        return ProgressWidget::tr("Loading the model");
    case core::RequestKind::Work:
        break;
    }
    return {};
}

} // namespace

ProgressWidget::ProgressWidget(core::InferenceService& service, QWidget* parent)
    : QWidget(parent), m_phase(new QLabel(this)), m_bar(new QProgressBar(this)) {
    m_bar->setFixedWidth(110);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(tr("Progress of the model"));
    auto* stop = new QToolButton(this);
    stop->setIcon(icon(Icon::Stop));
    stop->setIconSize({12, 12});
    stop->setAutoRaise(true);
    stop->setToolTip(tr("Stop the model (Ctrl+.)"));
    stop->setAccessibleName(tr("Stop the model"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kGap, 0, kGap, 0);
    row->setSpacing(kGap);
    row->addWidget(m_phase);
    row->addWidget(m_bar);
    row->addWidget(stop);
    setVisible(false);
    m_show.setSingleShot(true);
    m_show.setInterval(kShownAfter);
    connect(&m_show, &QTimer::timeout, this, &QWidget::show);
    connect(stop, &QToolButton::clicked, &service, &core::InferenceService::cancelAll);
    connect(&service, &core::InferenceService::progressed, this, &ProgressWidget::progressed);
    connect(&service, &core::InferenceService::idleChanged, this, &ProgressWidget::setIdle);
}

void ProgressWidget::setIdle(bool idle) {
    if (idle) {
        m_show.stop();
        hide();
    } else {
        m_running.start();
        m_phase->setText(tr("Working"));
        m_bar->setRange(0, 0);
        m_show.start();
    }
}

void ProgressWidget::progressed(const core::RequestKey& key, const core::InferenceProgress& progress) {
    QString text = kindText(key.kind);
    if (text.isEmpty()) {
        return; // work has a place of its own
    }
    if (m_running.isValid() && m_running.elapsed() > 1000) {
        text += tr(", %1 s").arg(double(m_running.elapsed()) / 1000.0, 0, 'f', 1);
    }
    m_phase->setText(text);
    m_phase->setToolTip(progress.phase);
    m_bar->setRange(0, progress.total);
    m_bar->setValue(progress.done);
}

} // namespace gui
