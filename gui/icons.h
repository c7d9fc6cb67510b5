// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>

namespace gui {

/// Line icons, drawn when they are needed: sharp at any size and in the colours of the present palette.
enum class Icon {
    None,
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
    Vertices,
    Phrase,
    Undo,
    Redo,
    OpenFolder,
    Images,
    Fit,
    ActualSize,
    ZoomIn,
    ZoomOut,
    Previous,
    Next,
    Accept,
    Drop,
    Stop,
    Add,
    Trash,
    Eye,
    EyeOff,
    Lock,
    Unlock,
    Import,
    Export,
    Model,
    Help
};

QIcon icon(Icon name);

} // namespace gui
