// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/tool.h"

#include <QCoreApplication>

namespace gui {

/// Click selects the top-most instance, a second click the one below it; Shift adds; a drag draws a rubber
/// band. Alt and the wheel walk through what lies in a heap. A click on a proposal accepts it.
class SelectTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(SelectTool)
public:
    using Tool::Tool;

    void activate(QPointF) override {}
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void doubleClick(const PointerEvent& event) override;
    void altWheel(double notches, const PointerEvent& event) override;
    bool cancel() override;
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QString hint() const override;
    QList<Gesture> gestures() const override;

private:
    void click(const PointerEvent& event);
    void selectInside(const QRectF& band, bool add);

    bool m_pressed = false;
    bool m_banding = false;
    PointerEvent m_from;
    PointerEvent m_to;
};

} // namespace gui
