// SPDX-License-Identifier: Apache-2.0
#include "gui/status/run_bar.h"

#include "gui/session/auto_label.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace gui {

using State = core::BackgroundRun::State;

RunBar::RunBar(AutoLabel& run, QWidget* parent)
    : QFrame(parent), m_run(run), m_text(new QLabel(this)), m_bar(new QProgressBar(this)),
      m_pause(new QPushButton(this)), m_put(new QPushButton(tr("Put in what is found"), this)),
      m_discard(new QPushButton(tr("Discard"), this)) {
    setObjectName(QStringLiteral("runBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setWordWrap(true);
    m_text->setAccessibleName(tr("Auto-label run"));
    m_bar->setFixedWidth(140);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setAccessibleName(tr("Progress of the auto-label run"));
    m_pause->setObjectName(QStringLiteral("pauseRun"));
    m_put->setObjectName(QStringLiteral("putInRun"));
    m_put->setToolTip(
        tr("Ends the run and adds the instances it has found, as one step that undo takes back"));
    m_discard->setToolTip(tr("Ends the run and forgets what it has found"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, kGap / 2, kGap, kGap / 2);
    row->addWidget(m_bar);
    row->addWidget(m_text, 1);
    row->addWidget(m_pause);
    row->addWidget(m_put);
    row->addWidget(m_discard);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_run.run().state() == State::Running) {
            m_run.pause();
        } else {
            m_run.goOn();
        }
    });
    connect(m_put, &QPushButton::clicked, this, [this] { m_run.putIn(m_run.run().file()); });
    connect(m_discard, &QPushButton::clicked, this, &RunBar::discardAsked);
    connect(&run, &AutoLabel::changed, this, &RunBar::follow);
    follow();
}

void RunBar::follow() {
    const State state = m_run.run().state();
    const bool putting = m_run.isPuttingIn();
    setVisible(state != State::Idle || putting);
    const core::RunProgress progress = m_run.run().progress();
    m_bar->setRange(0, putting ? 0 : progress.total);
    m_bar->setValue(progress.done + progress.failed);
    m_pause->setText(state == State::Running ? tr("Pause") : tr("Go on"));
    const bool begun = !m_run.run().file().isEmpty();
    m_pause->setEnabled(!putting);
    m_put->setEnabled(!putting && begun);
    m_discard->setEnabled(!putting);
    m_text->setText(text());
}

QString RunBar::text() const {
    if (m_run.isPuttingIn()) {
        return tr("Putting the results into the project …");
    }
    if (m_run.run().state() == State::Failed) {
        return m_run.run().failure();
    }
    const core::RunProgress progress = m_run.run().progress();
    QString text = tr("Auto-label: %1 of %2 images")
                       .arg(QLocale().toString(progress.done), QLocale().toString(progress.total));
    if (progress.failed > 0) {
        text += tr(", not labelled: %1").arg(QLocale().toString(progress.failed));
    }
    if (m_run.run().state() == State::Paused) {
        return text + tr(", paused");
    }
    if (progress.fresh > 0 && progress.seconds > 0) {
        text += tr(", %1 a second").arg(QLocale().toString(progress.fresh / progress.seconds, 'f', 1));
        const double left = progress.secondsLeft();
        text += left < 120 ? tr(", %1 s left").arg(QLocale().toString(left, 'f', 0))
                           : tr(", %1 min left").arg(QLocale().toString(left / 60, 'f', 0));
    }
    return text;
}

} // namespace gui
