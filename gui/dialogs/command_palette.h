// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QTreeWidget;

namespace gui {

class KeyMap;

/// Every command by its name: type some of its letters, Enter runs it. Lies over the top of the window; the
/// focus returns to where it was. Commands that can't run now are grey and say why.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(Actions& actions, const KeyMap& map, QWidget* window);

    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void run();
    void leave();
    void step(int rows);

    Actions& m_actions;
    const KeyMap& m_map;
    QLineEdit* m_typed;
    QTreeWidget* m_list;
    QPointer<QWidget> m_focusBefore;
};

} // namespace gui
