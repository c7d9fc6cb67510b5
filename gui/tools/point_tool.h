// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/tool.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

namespace gui {

/// Points and boxes for one instance: left = belongs to it, right = does not, drag = its box. The selected
/// instance changes in place and keeps its id and label; with nothing selected the first answer makes a new
/// one. Each answer is one edit. Pixels painted by hand stay as they were painted.
class PointTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(PointTool)
public:
    using Tool::Tool;

    void deactivate() override;
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    bool cancel() override;
    void shapeAnswered(const QList<core::Candidate>& candidates) override;
    void editUndone(const core::Edit& edit) override;
    void editRedone(const core::Edit& edit) override;
    void imageChanged() override { forget(); }
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;

private:
    /// What was known before an answer became an edit; undo goes back to it.
    struct Step {
        core::EditId edit;
        core::AnnotationId target;
        core::ShapeQuery before;
    };
    void forget();
    void follow(core::AnnotationId target);
    void ask();
    void addPoint(const PointerEvent& event);
    void accept(const core::Mask& answer, const core::LogitMap& promptLogits);
    core::EditId commit(const core::Mask& answer);

    core::AnnotationId m_target;
    core::ShapeQuery m_query;
    core::ShapeQuery m_answered; ///< the query of the last edit
    std::vector<Step> m_steps;
    bool m_waiting = false;
    bool m_pressed = false;
    bool m_boxing = false;
    PointerEvent m_from;
    PointerEvent m_to;
};

/// A pixel well inside `mask` and far from `avoid`: what stands for a mask that the model has not seen.
QPointF insidePoint(const core::Mask& mask, const QList<QPointF>& avoid);

} // namespace gui
