// SPDX-License-Identifier: Apache-2.0
#include "gui/work_place.h"

#include "gui/canvas/canvas_view.h"
#include "gui/commands/file_commands.h"
#include "gui/main_window.h"
#include "gui/session/proposals.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/tools/tool_manager.h"

#include <QObject>

namespace gui {
namespace {

void lookAt(CanvasView& canvas, const WorkPlace& place) {
    if (place.fits) {
        canvas.fit();
    } else {
        canvas.setScale(place.scale);
        canvas.centreOn(place.centre);
    }
    canvas.selectTool(place.tool);
}

} // namespace

WorkPlace workPlaceOf(MainWindow& window) {
    Session& session = window.session();
    CanvasView& canvas = window.canvas();
    WorkPlace place;
    if (session.openProject() != nullptr) {
        place.project = session.openProject()->file();
    }
    place.image = session.image();
    place.label = session.label();
    place.selection = session.selection().ids();
    place.phrase = session.proposals().query().text;
    place.tool = canvas.tools().currentId();
    place.fits = canvas.viewport().isFit();
    place.scale = canvas.viewport().scale();
    place.centre = canvas.toImage(QPointF(canvas.width() / 2.0, canvas.height() / 2.0));
    return place;
}

void goTo(MainWindow& window, const WorkPlace& place) {
    if (place.project.isEmpty()) {
        return;
    }
    window.files().openProject(place.project);
    Session& session = window.session();
    if (session.openProject() == nullptr) {
        return;
    }
    auto* once = new QObject(&window);
    QObject::connect(&session, &Session::pictureChanged, once, [&window, once, place] {
        Session& session = window.session();
        const bool isThere = session.image() == place.image && !session.picture().image.isNull();
        if (isThere) {
            lookAt(window.canvas(), place);
            session.selection().set(place.selection);
        }
        if (isThere || session.image() != place.image) {
            once->deleteLater();
            QObject::disconnect(&session, nullptr, once, nullptr);
        }
    });
    session.showImage(place.image);
    session.setLabel(place.label);
    session.proposals().setText(place.phrase);
}

} // namespace gui
