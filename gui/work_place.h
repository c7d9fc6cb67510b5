// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

#include <QList>
#include <QPointF>
#include <QString>

namespace gui {

class MainWindow;
enum class ToolId;

/// Where somebody is at work in a window, for the window that follows it in another language. The project is
/// in its file, with all that can be undone.
struct WorkPlace {
    QString project; ///< empty: none is open
    core::ImageId image;
    core::LabelId label;
    QList<core::AnnotationId> selection;
    QString phrase;
    ToolId tool{};
    bool fits = true; ///< the whole image is in view
    double scale = 1; ///< device pixels for each pixel of the image
    QPointF centre;   ///< of the view, in the image
};

WorkPlace workPlaceOf(MainWindow& window);
/// Opens the project of `place` and goes on there as soon as its picture has been read.
void goTo(MainWindow& window, const WorkPlace& place);

} // namespace gui
