// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/store/backups.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace gui {

/// Every copy of the project that can be gone back to: how old it is and what differs from now. None of them
/// ever replaces the project; what is restored is a new one beside it.
class BackupsDialog : public QDialog {
    Q_OBJECT
public:
    BackupsDialog(const QString& projectFile, QWidget* parent = nullptr);

    /// The project that was made from a copy; empty if none was.
    QString restored() const { return m_restored; }
    /// "3 h ago"
    static QString age(const QDateTime& made, const QDateTime& now);
    /// "changes since: 12, instances: −3": what going back would bring.
    static QString difference(const core::ProjectCounts& then, const core::ProjectCounts& now);

private:
    void list();
    void compare();
    void updateButtons();
    void restore();
    void rename();
    int current() const; ///< index in m_copies; -1: nothing is chosen

    QString m_project;
    QString m_restored;
    QList<core::Backup> m_copies;
    QTreeWidget* m_list;
    QLabel* m_empty;
    QPushButton* m_restore;
    QPushButton* m_rename;
    core::Background m_counting;
};

} // namespace gui
