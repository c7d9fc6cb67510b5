// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/progress_run.h"

#include <QCoreApplication>
#include <QLocale>
#include <QProgressDialog>
#include <QTimer>

#include <utility>

namespace gui {
namespace {

constexpr int kUnseenMs = 300; // shorter work shows no dialog
constexpr int kLookMs = 100;
constexpr int kSteps = 1000;

} // namespace

ProgressRun::ProgressRun(QWidget* parent, QString text, QString unknown, OnCancel onCancel)
    : m_parent(parent), m_text(std::move(text)), m_unknown(std::move(unknown)), m_onCancel(onCancel) {}

void ProgressRun::finish() {
    m_finished = true;
    m_loop.quit();
}

bool ProgressRun::wait() {
    QTimer::singleShot(kUnseenMs, &m_loop, &QEventLoop::quit);
    if (!m_finished) {
        m_loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
    if (m_finished) {
        return true;
    }
    QProgressDialog dialog(m_text, QCoreApplication::translate("gui::ExportDialog", "Cancel"), 0, 0,
                           m_parent);
    dialog.setWindowModality(Qt::WindowModal);
    dialog.setAutoClose(false);
    dialog.setAutoReset(false);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &dialog, [&] {
        const qint64 done = m_state->done;
        if (const qint64 total = m_state->total; total > 0) {
            dialog.setMaximum(kSteps);
            dialog.setValue(int(done * kSteps / total));
        } else if (done > 0) {
            dialog.setLabelText(m_unknown.arg(QLocale().toString(done)));
        }
    });
    QObject::connect(&dialog, &QProgressDialog::canceled, &dialog, [&] {
        m_state->stopped = true;
        if (m_onCancel == OnCancel::Leave) {
            m_loop.quit();
        }
    });
    look.start(kLookMs);
    dialog.show();
    m_loop.exec();
    return m_finished;
}

} // namespace gui
