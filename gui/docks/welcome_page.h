// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace gui {

class Actions;

/// In place of the canvas while no project is open: ways in, and what was open lately.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(const Actions& actions, QWidget* parent = nullptr);
    void setRecent(const QStringList& projects);
    /// Shows which program's keys are in use.
    void setPreset(const QString& id);

signals:
    void recentChosen(const QString& file);
    void presetChosen(const QString& id); ///< of KeyPreset

private:
    QWidget* buildPresets();

    QComboBox* m_preset;
    QWidget* m_recent;
    QVBoxLayout* m_recentRows;
};

} // namespace gui
