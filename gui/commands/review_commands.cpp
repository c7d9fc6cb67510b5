// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/review_commands.h"

#include "gui/actions.h"
#include "gui/canvas/canvas_view.h"
#include "gui/dialogs/accept_above_dialog.h"
#include "gui/dialogs/checks_dialog.h"
#include "gui/session/bulk_accept.h"
#include "gui/session/review.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QCoreApplication>
#include <QDockWidget>

namespace gui {
namespace {

void zoomToCurrent(Session& session, CanvasView& canvas) {
    const core::RiskItem* item = session.review().isOn() ? session.review().current() : nullptr;
    if (item == nullptr || session.image() != item->image || session.picture().image.isNull()) {
        return;
    }
    const core::Annotation* a = session.project()->annotation(item->instance);
    const QRect box = a != nullptr ? a->mask.boundingBox() : item->box;
    if (!box.isEmpty()) {
        canvas.zoomTo(box);
    }
}

} // namespace

void bindReview(Actions& actions, Session& session, CanvasView& canvas, QDockWidget& dock) {
    Review& review = session.review();
    QAction* toggle = actions[ActionId::ToggleReview];
    actions.bind(ActionId::ToggleReview, [&session, &canvas, &dock, toggle] {
        session.review().setOn(toggle->isChecked());
        toggle->setChecked(session.review().isOn());
        if (session.review().isOn()) {
            dock.show();
            dock.raise();
        }
        canvas.setFocus();
    });
    QObject::connect(&review, &Review::modeChanged, toggle, &QAction::setChecked);
    QObject::connect(&review, &Review::shown, &canvas, [&session, &canvas] {
        canvas.selectTool(ToolId::Select);
        zoomToCurrent(session, canvas);
    });
    // After the canvas has heard of the picture.
    QObject::connect(&session, &Session::pictureChanged, &canvas,
                     [&session, &canvas] { zoomToCurrent(session, canvas); });
    actions.bind(ActionId::AcceptAbove, [&session, &canvas] {
        AcceptAboveDialog dialog(session, canvas.window());
        if (dialog.exec() == QDialog::Accepted) {
            acceptInstances(session, dialog.chosen());
        }
    });
    actions.bind(ActionId::CheckRules, [&session, &canvas] {
        auto* checks = canvas.window()->findChild<ChecksDialog*>();
        if (checks == nullptr) {
            checks = new ChecksDialog(session, canvas.window());
            QObject::connect(checks, &ChecksDialog::shown, &canvas, &CanvasView::zoomTo);
        }
        checks->show();
        checks->raise();
    });
    // One press, one decision: a key that is held would decide what nobody has looked at.
    for (const ActionId id :
         {ActionId::Accept, ActionId::AcceptAndNext, ActionId::Reject, ActionId::Delete}) {
        actions[id]->setAutoRepeat(false);
    }
    for (int digit = 0; digit < 10; ++digit) {
        actions[ActionId(int(ActionId::GiveLabel1) + digit)]->setAutoRepeat(false);
    }
    const auto enable = [&actions, &session] {
        for (const ActionId id : {ActionId::ToggleReview, ActionId::AcceptAbove, ActionId::CheckRules}) {
            actions.setEnabled(id, session.project() != nullptr,
                               QCoreApplication::translate("commands", "no project is open"));
        }
    };
    QObject::connect(&session, &Session::projectChanged, &actions, enable);
    enable();
}

} // namespace gui
