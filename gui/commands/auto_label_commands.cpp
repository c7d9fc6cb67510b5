// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/auto_label_commands.h"

#include "gui/actions.h"
#include "gui/dialogs/plan_dialog.h"
#include "gui/session/auto_label.h"
#include "gui/session/session.h"
#include "gui/status/issue_strip.h"
#include "gui/status/run_bar.h"

#include "core/engine/inference_service.h"
#include "core/project/project.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMessageBox>

namespace gui {
namespace {

using State = core::BackgroundRun::State;

QString say(const char* text) {
    return QCoreApplication::translate("auto_label", text);
}

QString number(qint64 count) {
    return QLocale().toString(count);
}

QString summaryOf(const core::FoldReport& report) {
    QString text =
        say(QT_TRANSLATE_NOOP("auto_label", "The auto-label run is in the project. Instances added: "
                                            "%1; images: %2."))
            .arg(number(report.added), number(report.images));
    const auto add = [&text](const char* what, qint64 count) {
        if (count > 0) {
            text += QLatin1Char(' ') + say(what).arg(number(count));
        }
    };
    add(QT_TRANSLATE_NOOP("auto_label", "There already: %1."), report.present);
    add(QT_TRANSLATE_NOOP("auto_label", "Instances of earlier runs that gave way: %1."), report.replaced);
    add(QT_TRANSLATE_NOOP("auto_label", "Images left because they have instances: %1."),
        report.skippedImages);
    add(QT_TRANSLATE_NOOP("auto_label", "Images that have had this run before: %1."), report.foldedBefore);
    if (!report.failures.isEmpty()) {
        text += QLatin1Char(' ') +
                say(QT_TRANSLATE_NOOP("auto_label", "Images that could not be labelled: %1; the first is %2"))
                    .arg(number(report.failures.size()), report.failures.first());
    }
    return text;
}

/// The work of hours may be in it. Whether it is gone.
bool askDiscard(Session& session, QWidget& window, const QString& file, int done) {
    const QString text =
        say(QT_TRANSLATE_NOOP("auto_label",
                              "Images that the run has labelled: %1. Forget what it has found?"))
            .arg(number(done));
    const auto answer =
        QMessageBox::question(&window, say(QT_TRANSLATE_NOOP("auto_label", "Discard the run")), text,
                              QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Cancel);
    if (answer == QMessageBox::Discard) {
        session.autoLabel().discard(file);
    }
    return answer == QMessageBox::Discard;
}

void offerUnfinished(Session& session, IssueStrip& issues, QWidget& window, const UnfinishedRun& run) {
    const QString text =
        say(QT_TRANSLATE_NOOP("auto_label", "An auto-label run of this project is not at its end. Images "
                                            "done: %1 of %2."))
            .arg(number(run.done), number(run.header.images));
    issues.show(text, {{say(QT_TRANSLATE_NOOP("auto_label", "Go on")),
                        [&session, run] { session.autoLabel().goOn(run); }},
                       {say(QT_TRANSLATE_NOOP("auto_label", "Put in what is found")),
                        [&session, run] { session.autoLabel().putIn(run.file); }},
                       {say(QT_TRANSLATE_NOOP("auto_label", "Discard")), [&session, &issues, &window, run] {
                            if (!askDiscard(session, window, run.file, run.done)) {
                                offerUnfinished(session, issues, window, run);
                            }
                        }}});
}

/// The plan of the last run, with this label alone; tried on a few images at once.
void runLabel(Session& session, QWidget& window, int row) {
    const core::Project* project = session.project();
    if (project == nullptr || row >= project->labels().size()) {
        return;
    }
    PlanDialog dialog(session, &window);
    dialog.setLabel(project->labels()[row]);
    if (session.service().model().ready) {
        dialog.tryPlan();
    }
    if (dialog.exec() == QDialog::Accepted) {
        session.autoLabel().start(*dialog.plan());
    }
}

} // namespace

void bindAutoLabel(Actions& actions, Session& session, RunBar& bar, IssueStrip& issues, QWidget& window) {
    AutoLabel& run = session.autoLabel();
    actions.bind(ActionId::AutoLabelAll, [&session, &window] {
        PlanDialog dialog(session, &window);
        if (dialog.exec() == QDialog::Accepted) {
            session.autoLabel().start(*dialog.plan());
        }
    });
    for (int row = 0; row < 10; ++row) {
        actions.bind(ActionId(int(ActionId::RunLabel1) + row),
                     [&session, &window, row] { runLabel(session, window, row); });
    }
    QObject::connect(&bar, &RunBar::discardAsked, &window, [&session, &window] {
        const core::BackgroundRun& run = session.autoLabel().run();
        askDiscard(session, window, run.file(), run.progress().done);
    });
    QObject::connect(&run, &AutoLabel::unfinishedFound, &issues, [&](const UnfinishedRun& found) {
        if (issues.text().isEmpty()) { // what stands there may be about the project file, and goes first
            offerUnfinished(session, issues, window, found);
        }
    });
    QObject::connect(&run, &AutoLabel::putInDone, &issues, [&](const core::FoldReport& report) {
        QList<IssueChoice> choices;
        if (!report.failures.isEmpty()) {
            choices.append({say(QT_TRANSLATE_NOOP("auto_label", "Try those again")),
                            [&session] { session.autoLabel().start(session.autoLabel().lastPlan()); }});
        }
        issues.show(summaryOf(report), choices);
    });
    const auto enable = [&actions, &session] {
        const core::OpenProject* project = session.openProject();
        const bool idle =
            session.autoLabel().run().state() == State::Idle && !session.autoLabel().isPuttingIn();
        QString reason = say(QT_TRANSLATE_NOOP("auto_label", "a run is on"));
        if (project == nullptr) {
            reason = QCoreApplication::translate("commands", "no project is open");
        } else if (project->isReadOnly()) {
            reason = say(QT_TRANSLATE_NOOP("auto_label", "the project is open to look at only"));
        }
        const bool may = project != nullptr && !project->isReadOnly() && idle;
        actions.setEnabled(ActionId::AutoLabelAll, may, reason);
        for (int row = 0; row < 10; ++row) {
            actions.setEnabled(ActionId(int(ActionId::RunLabel1) + row), may, reason);
        }
    };
    QObject::connect(&session, &Session::projectChanged, &actions, enable);
    QObject::connect(&run, &AutoLabel::changed, &actions, enable);
    enable();
}

} // namespace gui
