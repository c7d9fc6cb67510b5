// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/tool.h"

#include "core/base/background.h"
#include "core/mask/outline.h"

#include <QCoreApplication>

#include <optional>
#include <set>

namespace gui {

/// Moves, adds and removes vertices of the selected instance's outline. What lies between vertices that
/// nobody touched stays as it was, to the pixel. A drag on the line adds a vertex, Alt-click removes one, a
/// drag elsewhere chooses those inside a box, Delete removes the chosen ones.
class VertexTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(VertexTool)
public:
    using Tool::Tool;

    void deactivate() override;
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    bool wantsKey(int key) const override;
    void keyPressed(int key) override;
    bool cancel() override;
    void imageChanged() override;
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    QList<Gesture> gestures() const override;
    /// The outline shown; empty while it is being made.
    const core::Outline& outline();

private:
    using Place = core::Outline::Place;
    enum class Drag { None, Vertices, Box };

    void follow();
    void forget();
    double reach(double logical) const;
    void pressVertex(Place place, const PointerEvent& event);
    void dragVertices(const PointerEvent& event);
    void chooseInside(const QRectF& box, bool add);
    void commit(const QString& text);

    core::AnnotationId m_target;
    core::Mask m_mask; ///< that the outline was made of, or gave
    core::Outline m_outline;
    core::Outline m_before; ///< the gesture
    bool m_ready = false;
    std::set<Place> m_chosen;
    Place m_grabbed;
    Drag m_drag = Drag::None;
    bool m_moved = false;
    PointerEvent m_from;
    PointerEvent m_to;
    core::Background m_background;
};

} // namespace gui
