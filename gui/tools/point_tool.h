// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/hover_preview.h"
#include "gui/tools/tool.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

namespace gui {

/// Points, boxes and scribbles for one instance: left = belongs to it, right = does not, drag = its box, a
/// drag with Ctrl or the right button = a scribble. The selected instance changes in place and keeps its id
/// and label; with nothing selected the first answer makes a new one. Each answer is one edit, and cycle()
/// puts another of the model's shapes in its place. Pixels painted by hand stay as they were painted.
class PointTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(PointTool)
public:
    explicit PointTool(ToolHost& host) : Tool(host), m_preview(host) {}

    /// Asks the model to redraw the selected instance, painted or not, from its present mask: one edit.
    /// Pixels painted by hand may change.
    void tidy();

    void deactivate() override;
    void hover(const PointerEvent& event) override;
    void leave() override { m_preview.stop(); }
    bool cycle(int by) override;
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    bool cancel() override;
    void shapeAnswered(const QList<core::Candidate>& candidates) override;
    bool shapeFailed() override;
    void editUndone(const core::Edit& edit) override;
    void editRedone(const core::Edit& edit) override;
    void imageChanged() override { forget(); }
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    QList<Gesture> gestures() const override;

private:
    /// What was known before an answer became an edit; undo goes back to it.
    struct Step {
        core::EditId edit;
        core::AnnotationId target;
        core::ShapeQuery before;
        bool tidied = false; ///< painted pixels were free to change
    };
    void forget();
    void follow(core::AnnotationId target);
    void ask();
    bool mayAsk();
    void addPoints(const QList<QPointF>& points, bool positive);
    void accept(const core::Mask& answer, const core::LogitMap& promptLogits);
    void replace(int choice, const core::Mask& mask);
    core::EditId commit(const core::Mask& answer);
    core::EditId commitTidied(const core::Mask& answer);
    void paintGesture(QPainter& painter);

    core::AnnotationId m_target;
    core::ShapeQuery m_query;
    core::ShapeQuery m_answered; ///< the query of the last edit
    std::vector<Step> m_steps;
    bool m_waiting = false;
    bool m_pressed = false;
    bool m_boxing = false;
    bool m_tidying = false;
    QList<QPointF> m_scribble;           ///< empty: the gesture is no scribble
    QList<core::Candidate> m_candidates; ///< of the last answer
    int m_choice = 0;
    PointerEvent m_from;
    PointerEvent m_to;
    HoverPreview m_preview;
};

} // namespace gui
