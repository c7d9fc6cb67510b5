// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>

namespace gui {

class MainWindow : public QMainWindow {
    Q_OBJECT
};

} // namespace gui
