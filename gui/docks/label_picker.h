// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace gui {

class Session;

/// A small list over the canvas: letters narrow it, Enter gives the label to what is selected and makes it
/// current, Escape closes. A name that no label has becomes a new label.
class LabelPicker : public QFrame {
    Q_OBJECT
public:
    /// `canvas`: over which it lies and which gets the keys back.
    LabelPicker(Session& session, QWidget& canvas);
    void open(); ///< at the pointer

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow();
    void choose();
    void leave();

    Session& m_session;
    QWidget& m_canvas;
    QLineEdit* m_line;
    QListWidget* m_list;
};

} // namespace gui
