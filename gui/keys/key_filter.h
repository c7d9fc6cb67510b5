// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"

#include <QObject>

#include <optional>

class QKeyEvent;

namespace gui {

class KeyMap;

/// Looks at every key before it becomes a shortcut: learns what the user's keyboard writes, runs the canvas
/// command of a place, and keeps commands that are held on while their key is down.
class KeyFilter : public QObject {
    Q_OBJECT
public:
    /// All must outlive the filter.
    KeyFilter(Actions& actions, KeyMap& map, QWidget& canvas, QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::optional<ActionId> commandOf(const QKeyEvent& event) const;
    bool pressed(const QKeyEvent& event);
    bool released(const QKeyEvent& event);
    void releaseAll();

    Actions& m_actions;
    KeyMap& m_map;
    QWidget& m_canvas;
};

} // namespace gui
