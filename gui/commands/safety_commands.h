// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/store/file_trouble.h"
#include "core/store/project_merge.h"

#include <QObject>
#include <QString>

class QWidget;

namespace gui {

class Actions;
class FileCommands;
class IssueStrip;
class Session;

/// Checkpoints and backups; what is said and offered after a crash, and when something happens to the project
/// file while it is open. Whatever is chosen, both versions are kept.
class SafetyCommands : public QObject {
    Q_OBJECT
public:
    /// All of them outlive this.
    struct Parts {
        Session& session;
        Actions& actions;
        FileCommands& files;
        IssueStrip& issues;
    };
    /// `window` is the parent of dialogs.
    SafetyCommands(const Parts& parts, QWidget& window);

    /// A decision about the project file is waiting in the strip: nothing else may push it away.
    bool isAsking() const;
    void makeCheckpoint();
    void showBackups();
    /// What to do when the file was changed by another program or is gone.
    void takeTheirs();
    void keepMine();
    /// Keeps mine and brings in what they changed since this program opened the project; one step.
    void merge();
    void saveMineAs();

private:
    void follow();
    void merged(const core::Result<core::MergePlan>& plan);
    void followSaving(const QString& reason);
    void showReadOnly();
    void showTrouble(const QString& reason);
    /// If the choice that was made did not end the trouble.
    void askAgain(const QString& reason);
    /// When the file itself can't be used after all.
    void openInstead(const QString& mine);
    QString recoveryText();
    /// Everything that is held, as a project at `to`; says what went wrong.
    bool saveCopy(const QString& to);

    Parts m_parts;
    QWidget& m_window;
    core::FileTrouble m_shown = core::FileTrouble::None; ///< what the strip speaks of
    QString m_base;    ///< the backup of the state in which the project was opened; may be empty
    QString m_theirs;  ///< where keepMine() put the other version; empty if there was none
    QString m_failure; ///< of the last choice
    core::Background m_copying;
};

} // namespace gui
