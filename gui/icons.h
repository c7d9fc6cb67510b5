// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
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
/// A square of one colour, for labels in lists and menus. Drawn each time: icons made of pixmaps would fill
/// the application's pixmap cache with a copy for every row that was ever painted.
QIcon swatch(const QColor& color);

} // namespace gui
