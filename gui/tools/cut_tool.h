// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/tool.h"

#include <QCoreApplication>
#include <QPolygonF>

namespace gui {

/// A line drawn across an instance cuts it in two or more; Shift keeps the line straight. The selected
/// instance, or the top-most one that the line cuts. The largest piece keeps the id.
class CutTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(CutTool)
public:
    using Tool::Tool;

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    bool cancel() override;
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    QList<Gesture> gestures() const override;

private:
    QList<const core::Annotation*> candidates() const;
    void cut();

    QPolygonF m_line; ///< image; empty: no gesture
};

} // namespace gui
