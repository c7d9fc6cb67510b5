// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace gui {

class Actions;

/// Every key at a glance, from the table of actions and the gestures of the tools.
class KeysDialog : public QDialog {
    Q_OBJECT
public:
    explicit KeysDialog(const Actions& actions, QWidget* parent = nullptr);
};

} // namespace gui
