// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace gui {

class CanvasView;
class ProgressWidget;
class Session;

/// Is it saved, where am I, which model on which device, what is running and how to stop it.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(Session& session, CanvasView& canvas, QWidget* parent = nullptr);

signals:
    void modelClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateSaved();
    void updatePointer(QPointF image, bool inside);
    void updateSelection();
    void updateZoom();
    void updateModel();

    Session& m_session;
    CanvasView& m_canvas;
    QLabel* m_saved;
    QLabel* m_pointer;
    QLabel* m_hint;
    QLabel* m_selected;
    QLabel* m_zoom;
    QToolButton* m_model;
    ProgressWidget* m_progress;
};

} // namespace gui
