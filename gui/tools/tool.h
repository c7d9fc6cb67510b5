// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/canvas/canvas_scene.h"
#include "gui/canvas/viewport.h"

#include "core/engine/inference_types.h"
#include "core/project/edit.h"

#include <QCursor>
#include <QList>
#include <QPointF>
#include <QString>

class QPainter;

namespace gui {

class Session;

class ToolSettings;

enum class ToolId {
    Select,
    Points,
    Exemplar,
    Brush,
    Eraser,
    Lasso,
    Polygon,
    Rectangle,
    Wand,
    Scissors,
    Cut,
    Vertices
};

/// All that a tool may reach of the window.
class ToolHost {
public:
    virtual ~ToolHost() = default;
    virtual Session& session() = 0;
    virtual CanvasScene& scene() = 0;
    virtual const Viewport& viewport() const = 0;
    virtual ToolSettings& settings() = 0;
    /// Device pixels for each logical one.
    virtual double deviceRatio() const = 0;
    /// What is under a point of the image; edges count as hit within three pixels of the screen.
    virtual Hit hitAt(QPointF image) const = 0;
    virtual void selectTool(ToolId tool) = 0;
    /// What the tool draws over the image, or its hint, has changed.
    virtual void refresh() = 0;
    virtual void zoomTo(const QRect& image) = 0;
};

struct PointerEvent {
    QPointF image;  ///< may lie outside the image
    QPointF device; ///< view position in device pixels
    Qt::MouseButton button = Qt::NoButton;
    Qt::KeyboardModifiers modifiers;
    double pressure = 1;    ///< of a pen, 0 to 1
    bool penEraser = false; ///< the pen's other end
};

/// What one gesture of the mouse does in a tool, for the overview of keys.
struct Gesture {
    QString keys; ///< as users say it: "Alt, drag"
    QString use;
};

/// What the pointer does. A gesture ends in at most one edit, committed on release; until then it only
/// previews.
class Tool {
public:
    explicit Tool(ToolHost& host) : m_host(host) {}
    virtual ~Tool() = default;
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    /// `over` is where the pointer is, in the image.
    virtual void activate(QPointF over);
    virtual void deactivate() { cancel(); }
    virtual void press(const PointerEvent& event) = 0;
    virtual void move(const PointerEvent& event) = 0; ///< with a button held
    virtual void release(const PointerEvent& event) = 0;
    virtual void hover(const PointerEvent& event); ///< without a button
    virtual void doubleClick(const PointerEvent&) {}
    virtual void leave() {} ///< the pointer has left the canvas
    /// Modifiers changed while the pointer stood still.
    virtual void modifiersChanged(Qt::KeyboardModifiers) {}
    /// Whether the tool wants this key now, before any command that has it: Enter closes a polygon, Backspace
    /// takes its last vertex back.
    virtual bool wantsKey(int) const { return false; }
    virtual void keyPressed(int) {}
    /// Drops the gesture in progress; false if there was none.
    virtual bool cancel() { return false; }
    virtual void changeSize(double) {} ///< by this factor: the keys [ and ]
    /// The wheel turned while Alt was down; unless the tool says more, it changes the size.
    virtual void altWheel(double notches, const PointerEvent& event);
    /// Takes the next or previous of several answers; false if there are none to choose from: the key Tab.
    virtual bool cycle(int) { return false; }
    virtual void shapeAnswered(const QList<core::Candidate>&) {}
    /// The model had no answer; whether the user waits for one and is to be told.
    virtual bool shapeFailed();
    virtual void editUndone(const core::Edit&) {}
    virtual void editRedone(const core::Edit&) {}
    virtual void imageChanged() { cancel(); }
    /// In logical pixels of the view; `pen` holds the pointer's last position.
    virtual void paint(QPainter&, const PointerEvent&) {}
    virtual QCursor cursor() const { return Qt::ArrowCursor; }
    /// Diameter in image pixels; 0 for tools without a size.
    virtual double size() const { return 0; }
    virtual void setSize(double) {}
    /// What the next press will do, for the status line.
    virtual QString hint() const = 0;
    /// Every gesture that the tool knows; what any click does, unless the tool says more.
    virtual QList<Gesture> gestures() const;

protected:
    ToolHost& host() const { return m_host; }
    Session& session() const { return m_host.session(); }
    /// The instance that instance-level tools work on: the selected one unless it is locked.
    const core::Annotation* target() const;
    QString labelName(core::LabelId label) const;
    /// View position in logical pixels.
    QPointF toView(QPointF image) const;

private:
    ToolHost& m_host;
};

} // namespace gui
