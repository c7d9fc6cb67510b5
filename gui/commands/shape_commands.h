// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/formats/instance_clip.h"
#include "core/project/edit.h"

#include <QObject>

#include <vector>

namespace gui {

class Actions;
class CanvasView;
class Session;
class ShapePanel;

/// Commands that make instances from instances: by a number (in the panel), by each other, on other images
/// and through the clipboard. Each is one edit.
class ShapeCommands : public QObject {
    Q_OBJECT
public:
    ShapeCommands(Session& session, CanvasView& canvas, Actions& actions, QObject* parent = nullptr);

private:
    void bindPanel(Actions& actions);
    void bindCombinations(Actions& actions);
    void bindCopies(Actions& actions);

    QList<const core::Annotation*> selected() const;
    void splitParts();
    void copy();
    void paste();
    void pasted(core::ImageId image, const core::Result<core::InstanceClip>& clip);
    void add(core::Edit edit, core::ImageId image);
    void reportClipping(int clipped, int outside, qsizetype all);
    void duplicate();
    void copyToNext();
    QSize sizeOf(core::ImageId image) const;
    const core::Annotation* keyBefore(const core::Annotation& here, int* index);
    void interpolate();
    void interpolated(const core::Annotation& from, const core::Annotation& to,
                      const std::vector<core::Mask>& masks);

    Session& m_session;
    CanvasView& m_canvas;
    ShapePanel* m_panel;
    core::Background m_background;
};

} // namespace gui
