// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/tool.h"

#include "core/mask/brush.h"

#include <QCoreApplication>

#include <optional>

namespace gui {

/// Brush or eraser on the selected instance; Alt swaps the two while it is held. With nothing selected, a
/// stroke that begins inside a mask edits that mask and one that begins outside makes a new instance of the
/// current label.
class BrushTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(BrushTool)
public:
    enum class Kind { Paint, Erase };

    BrushTool(ToolHost& host, Kind kind) : Tool(host), m_kind(kind) {}

    double diameter() const { return m_diameter; } ///< image pixels
    void setDiameter(double diameter);

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void modifiersChanged(Qt::KeyboardModifiers modifiers) override;
    bool cancel() override;
    void changeSize(double factor) override;
    void imageChanged() override;
    void paint(QPainter& painter, const PointerEvent& pointer) override;
    QCursor cursor() const override { return Qt::BlankCursor; }
    QString hint() const override;
    QList<Gesture> gestures() const override;

private:
    struct Stroke {
        core::Brush brush;
        core::AnnotationId target; ///< none: a new instance
        core::Mask before;
        bool erase = false;
    };
    bool erases(Qt::KeyboardModifiers modifiers) const;
    bool begin(const PointerEvent& event);
    core::AnnotationId targetFor(const PointerEvent& event, bool erase);
    void extend(QPointF to);
    core::Mask result(const core::Mask& painted) const;
    void commit();

    Kind m_kind;
    double m_diameter = 24;
    std::optional<Stroke> m_stroke;
    std::optional<QPointF> m_lastEnd; ///< where Shift-click goes on from
    Qt::KeyboardModifiers m_modifiers;
};

} // namespace gui
