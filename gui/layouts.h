// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"

#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QSettings;

namespace gui {

/// Three arrangements of the panels: for labelling, for review, for video. Each is kept as the user leaves
/// it, and a reset brings every panel back to where it was at first.
class Layouts : public QObject {
    Q_OBJECT
public:
    /// The window's panels must be there; `settings` must outlive this.
    Layouts(Actions& actions, QSettings& settings, QMainWindow& window);

    /// Keeps the present arrangement and shows another, as it was left.
    void choose(ActionId layout);
    ActionId current() const { return m_current; }
    /// Every panel in its first place: docked, and shown if the arrangement shows it.
    void reset();
    void save();
    /// The arrangement that was left when the program ended.
    void restore();

private:
    QDockWidget* panel(const QString& name) const;
    void arrange();
    QString key(ActionId layout) const;

    Actions& m_actions;
    QSettings& m_settings;
    QMainWindow& m_window;
    ActionId m_current = ActionId::LayoutLabel;
};

} // namespace gui
