// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/tool.h"

#include <QCoreApplication>

namespace gui {

/// Exemplars for the whole set: drag = more like this, Alt-drag or right drag = not this; a click on a mask
/// takes the mask's box.
class BoxTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(BoxTool)
public:
    using Tool::Tool;

    void activate(QPointF) override {}
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void modifiersChanged(Qt::KeyboardModifiers modifiers) override;
    bool cancel() override;
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    QList<Gesture> gestures() const override;

private:
    QRectF dragged() const;

    bool m_dragging = false;
    bool m_positive = true;
    Qt::MouseButton m_button = Qt::NoButton;
    PointerEvent m_from;
    PointerEvent m_to;
};

} // namespace gui
