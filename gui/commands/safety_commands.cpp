// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/safety_commands.h"

#include "gui/actions.h"
#include "gui/commands/file_commands.h"
#include "gui/dialogs/backups_dialog.h"
#include "gui/dialogs/merge_dialog.h"
#include "gui/session/session.h"
#include "gui/status/issue_strip.h"

#include "core/project/project.h"
#include "core/store/backups.h"
#include "core/store/project_store.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace gui {
namespace {

using core::FileTrouble;

/// The instance that a change speaks of; none for labels and images.
struct Subject {
    core::AnnotationId operator()(const core::AddAnnotation& c) const { return c.annotation.id; }
    core::AnnotationId operator()(const core::RemoveAnnotation& c) const { return c.annotation.id; }
    core::AnnotationId operator()(const core::SetFields& c) const { return c.id; }
    core::AnnotationId operator()(const core::PaintMask& c) const { return c.id; }
    template <class Other> core::AnnotationId operator()(const Other&) const { return {}; }
};

/// Moves a project file with what SQLite keeps beside it.
bool moveProject(const QString& from, const QString& to) {
    for (const char* part : {"-wal", "-shm"}) {
        QFile::rename(from + QLatin1String(part), to + QLatin1String(part));
    }
    return QFile::rename(from, to);
}

core::Status checkpoint(const QString& file) {
    ASSIGN_OR_RETURN(core::ProjectStore store,
                     core::ProjectStore::open(file, core::ProjectStore::Mode::ReadOnly));
    return core::makeCheckpoint(store, file, {});
}

} // namespace

SafetyCommands::SafetyCommands(const Parts& parts, QWidget& window)
    : QObject(&window), m_parts(parts), m_window(window) {
    m_parts.actions.bind(ActionId::Checkpoint, [this] { makeCheckpoint(); });
    m_parts.actions.bind(ActionId::Backups, [this] { showBackups(); });
    connect(&m_parts.session, &Session::projectChanged, this, &SafetyCommands::follow);
    follow();
}

void SafetyCommands::follow() {
    core::OpenProject* open = m_parts.session.openProject();
    for (const ActionId id : {ActionId::Checkpoint, ActionId::Backups}) {
        m_parts.actions[id]->setEnabled(open != nullptr && !open->isReadOnly());
    }
    m_shown = FileTrouble::None;
    m_parts.issues.hide();
    if (open == nullptr) {
        return;
    }
    m_base = core::backupsOf(open->file()).value(0);
    if (open->isReadOnly()) {
        showReadOnly();
        return;
    }
    connect(open, &core::OpenProject::saveStateChanged, this,
            [this](core::SaveState, const QString& reason) { followSaving(reason); });
    if (open->recovery()) {
        m_parts.issues.show(recoveryText(), {{tr("Backups …"), [this] { showBackups(); }}});
    }
}

void SafetyCommands::followSaving(const QString& reason) {
    core::OpenProject& open = *m_parts.session.openProject();
    const FileTrouble trouble = open.trouble();
    if (trouble == FileTrouble::None && m_shown != FileTrouble::None) {
        m_parts.issues.show(tr("The project file is back, and everything is saved."));
    } else if (trouble != FileTrouble::None && trouble != m_shown) {
        showTrouble(reason);
    } else if (open.saveState() == core::SaveState::Failed && trouble == FileTrouble::None) {
        const QString kept = open.isKeptAside()
                                 ? tr("Your work is kept on this computer and writing is tried again.")
                                 : tr("Your work is kept here and writing is tried again.");
        m_parts.issues.show(reason + QLatin1Char(' ') + kept, {{tr("Save as …"), [this] { saveMineAs(); }}});
    }
    m_shown = trouble;
}

bool SafetyCommands::isAsking() const {
    const core::OpenProject* open = m_parts.session.openProject();
    return (m_shown != FileTrouble::None || (open != nullptr && open->isReadOnly())) &&
           m_parts.issues.isVisible();
}

void SafetyCommands::showReadOnly() {
    const QString file = m_parts.session.openProject()->file();
    m_parts.issues.show(
        tr("Read only: another program is working in %1. You see what it saved and can change nothing.")
            .arg(QFileInfo(file).fileName()),
        {{tr("Open again"), [this, file] { m_parts.files.openProject(file); }}});
}

void SafetyCommands::showTrouble(const QString& reason) {
    const auto choice = [this, reason](const QString& text, void (SafetyCommands::*act)()) {
        return IssueChoice{text, [this, act, reason] {
                               m_failure.clear();
                               (this->*act)();
                               askAgain(reason);
                           }};
    };
    const QList<IssueChoice> gone{choice(tr("Write it there again"), &SafetyCommands::keepMine),
                                  choice(tr("Save as …"), &SafetyCommands::saveMineAs)};
    const QList<IssueChoice> changed{choice(tr("Take theirs"), &SafetyCommands::takeTheirs),
                                     choice(tr("Keep mine"), &SafetyCommands::keepMine),
                                     choice(tr("Merge …"), &SafetyCommands::merge),
                                     choice(tr("Save mine as …"), &SafetyCommands::saveMineAs)};
    const bool missing = m_parts.session.openProject()->trouble() == FileTrouble::Gone;
    m_parts.issues.show(reason, missing ? gone : changed);
}

void SafetyCommands::askAgain(const QString& reason) {
    const core::OpenProject* open = m_parts.session.openProject();
    if (open != nullptr && open->trouble() != FileTrouble::None) {
        showTrouble(m_failure.isEmpty() ? reason : m_failure + QLatin1Char('\n') + reason);
    }
}

QString SafetyCommands::recoveryText() {
    core::OpenProject& open = *m_parts.session.openProject();
    const core::Recovery& recovery = *open.recovery();
    const core::Project& project = open.project();
    const core::ImageId image = recovery.last.image;
    QString action = recovery.last.text;
    const core::AnnotationId id = std::visit(Subject{}, recovery.last.changes.front());
    if (image.isValid() && open.loadImage(image) && project.annotation(id) != nullptr) {
        const QList<const core::Annotation*> all = project.annotations(image);
        const auto number =
            1 + std::count_if(all.begin(), all.end(), [id](const core::Annotation* a) { return a->id < id; });
        const core::Label* label = project.label(project.annotation(id)->fields.label);
        action = tr("%1 on %2 %3").arg(action, label ? label->name : tr("instance")).arg(number);
    }
    if (image.isValid() && project.image(image) != nullptr) {
        action = tr("%1 in %2").arg(action, QFileInfo(project.image(image)->path).fileName());
    }
    const bool today = recovery.until.date() == QDate::currentDate();
    const QString time = today ? QLocale::c().toString(recovery.until.time(), QStringLiteral("HH:mm:ss"))
                               : QLocale().toString(recovery.until, QLocale::ShortFormat);
    return tr("The program did not end properly the last time. Restored to %1; last action: %2.")
        .arg(time, action);
}

void SafetyCommands::makeCheckpoint() {
    core::OpenProject& open = *m_parts.session.openProject();
    if (const core::Status saved = open.flush(); !saved) {
        m_parts.session.report(QString::fromStdString(saved.error().message));
        return;
    }
    m_copying.run([file = open.file()] { return checkpoint(file); },
                  [this](const core::Status& made) {
                      m_parts.issues.show(made ? tr("Checkpoint made. Work is saved by itself; File, Backups "
                                                    "and checkpoints leads back to this state.")
                                               : QString::fromStdString(made.error().message));
                  });
}

void SafetyCommands::showBackups() {
    core::OpenProject& open = *m_parts.session.openProject();
    static_cast<void>(open.flush());
    BackupsDialog dialog(open.file(), &m_window);
    dialog.exec();
    if (!dialog.restored().isEmpty()) {
        m_parts.files.openProject(dialog.restored());
    }
}

bool SafetyCommands::saveCopy(const QString& to) {
    const core::Result<QString> missing = m_parts.session.openProject()->saveCopy(to);
    if (!missing) {
        m_failure = QString::fromStdString(missing.error().message);
        m_parts.session.report(m_failure);
    } else if (!missing->isEmpty()) {
        m_parts.session.report(*missing);
    }
    return missing.has_value();
}

void SafetyCommands::takeTheirs() {
    core::OpenProject& open = *m_parts.session.openProject();
    const QString file = open.file();
    const QString mine = core::asideName(file, QStringLiteral("mine"));
    if (!saveCopy(mine)) {
        return;
    }
    open.abandon();
    m_parts.session.setProject(nullptr);
    m_parts.files.openProject(file);
    if (m_parts.session.openProject() != nullptr) {
        m_parts.session.report(tr("This is their version. Yours is kept in %1.").arg(mine));
    } else {
        openInstead(mine);
    }
}

void SafetyCommands::openInstead(const QString& mine) {
    const QString why = m_parts.issues.text();
    m_parts.files.openProject(mine);
    m_parts.session.report(tr("%1 This is your version, in %2.").arg(why, mine));
}

void SafetyCommands::keepMine() {
    core::OpenProject& open = *m_parts.session.openProject();
    const QString file = open.file();
    const QString mine = core::asideName(file, QStringLiteral("mine"));
    if (!saveCopy(mine)) {
        return;
    }
    open.abandon();
    m_parts.session.setProject(nullptr);
    m_theirs = QFileInfo::exists(file) ? core::asideName(file, QStringLiteral("theirs")) : QString();
    if ((!m_theirs.isEmpty() && !moveProject(file, m_theirs)) || !QFile::rename(mine, file)) {
        m_parts.session.report(tr("%1 can't be written.").arg(file));
        openInstead(mine);
        return;
    }
    m_parts.files.openProject(file);
    if (m_parts.session.openProject() != nullptr && !m_theirs.isEmpty()) {
        m_parts.session.report(tr("This is your version. Theirs is kept in %1.").arg(m_theirs));
    }
}

void SafetyCommands::merge() {
    const QString base = m_base;
    keepMine();
    core::OpenProject* open = m_parts.session.openProject();
    if (open == nullptr || m_theirs.isEmpty() || !QFileInfo::exists(m_theirs)) {
        return;
    }
    static_cast<void>(open->flush());
    m_copying.run(
        [base, mine = open->file(), theirs = m_theirs] { return core::planMerge(base, mine, theirs); },
        [this, project = QPointer(open)](const core::Result<core::MergePlan>& plan) {
            if (project != nullptr && project == m_parts.session.openProject()) {
                merged(plan);
            }
        });
}

void SafetyCommands::merged(const core::Result<core::MergePlan>& plan) {
    const QString kept = tr("This is your version. Theirs is kept in %1.").arg(m_theirs);
    if (!plan) {
        m_parts.session.report(QString::fromStdString(plan.error().message) + QLatin1Char(' ') + kept);
        return;
    }
    MergeDialog dialog(*plan, *m_parts.session.project(), &m_window);
    if (!plan->conflicts.empty() && dialog.exec() != QDialog::Accepted) {
        m_parts.session.report(kept);
        return;
    }
    m_parts.session.commit(
        core::mergeEdit(*m_parts.session.project(), *plan, dialog.takeTheirs(), tr("Merge both versions")));
    QStringList said{tr("Merged: %1 instances came from theirs, which is kept in %2. One undo takes "
                        "it back.")
                         .arg(plan->instances())
                         .arg(m_theirs)};
    m_parts.session.report((said + MergeDialog::notMerged(*plan)).join(QLatin1Char(' ')));
}

void SafetyCommands::saveMineAs() {
    core::OpenProject& open = *m_parts.session.openProject();
    const QString suffix = QLatin1Char('.') + core::OpenProject::suffix();
    QString to = QFileDialog::getSaveFileName(&m_window, tr("Save as"),
                                              QDir::home().filePath(QFileInfo(open.file()).fileName()),
                                              tr("Projects (*%1)").arg(suffix));
    if (to.isEmpty()) {
        return;
    }
    if (!to.endsWith(suffix)) {
        to += suffix;
    }
    if (QFileInfo(to).absoluteFilePath() == QFileInfo(open.file()).absoluteFilePath()) {
        keepMine();
    } else if (saveCopy(to)) {
        open.abandon();
        m_parts.session.setProject(nullptr);
        m_parts.files.openProject(to);
    }
}

} // namespace gui
