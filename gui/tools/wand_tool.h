// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/mask_tool.h"

#include "core/base/background.h"

#include <QCoreApplication>

#include <stop_token>

namespace gui {

/// Pixels that look like the one under the press; a drag to the right or left widens or narrows what looks
/// alike while it is shown.
class WandTool : public MaskTool {
    Q_DECLARE_TR_FUNCTIONS(WandTool)
public:
    using MaskTool::MaskTool;

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    bool cancel() override;
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QString hint() const override;
    QList<Gesture> gestures() const override;

private:
    void ask();
    void answered(const core::Mask& found);

    PointerEvent m_from;
    int m_startTolerance = 0;
    int m_tolerance = 0;
    core::Mask m_found;
    bool m_waits = false;    ///< for the answer to the last question
    bool m_released = false; ///< commits as soon as it is there
    std::stop_source m_stop;
    core::Background m_background;
};

} // namespace gui
