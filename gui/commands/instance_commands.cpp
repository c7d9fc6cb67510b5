// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/instance_commands.h"

#include "gui/actions.h"
#include "gui/icons.h"
#include "gui/session/edits.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>
#include <functional>

namespace gui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("commands", text);
}

using Choose = std::function<bool(const core::Annotation&)>;

QList<core::AnnotationId> instancesOf(const Session& session, const Choose& choose) {
    QList<core::AnnotationId> ids;
    if (session.project() != nullptr) {
        for (const core::Annotation* a : session.project()->annotations(session.image())) {
            if (choose(*a)) {
                ids.append(a->id);
            }
        }
    }
    return ids;
}

QList<core::AnnotationId> everything(const Session& session) {
    return instancesOf(session, [](const core::Annotation&) { return true; });
}

QList<core::AnnotationId> ofLabel(const Session& session) {
    const core::LabelId label = session.label();
    return instancesOf(session, [label](const core::Annotation& a) { return a.fields.label == label; });
}

void change(Session& session, const QList<core::AnnotationId>& ids,
            const std::function<void(core::Fields&)>& how, const QString& text) {
    if (session.project() != nullptr) {
        session.commit(edits::setFields(*session.project(), session.image(), ids, how, text));
    }
}

/// Hides everything but `shown`; done once more, shows everything again.
void solo(Session& session, const QList<core::AnnotationId>& shown) {
    if (session.project() == nullptr || shown.isEmpty()) {
        return;
    }
    const auto isShown = [&](core::AnnotationId id) { return shown.contains(id); };
    bool already = true;
    for (const core::AnnotationId id : everything(session)) {
        already = already && session.project()->annotation(id)->fields.hidden == !isShown(id);
    }
    core::Edit edit;
    edit.image = session.image();
    edit.text = already ? tr("Show all") : tr("Show alone");
    for (const core::AnnotationId id : everything(session)) {
        const core::Fields& before = session.project()->annotation(id)->fields;
        core::Fields after = before;
        after.hidden = !already && !isShown(id);
        if (!(after == before)) {
            edit.changes.push_back(core::SetFields{id, before, after});
        }
    }
    session.commit(std::move(edit));
}

void toggleLabel(Session& session, bool core::Fields::*field, const QString& text) {
    const QList<core::AnnotationId> ids = ofLabel(session);
    const bool all = std::all_of(ids.begin(), ids.end(), [&](core::AnnotationId id) {
        return session.project()->annotation(id)->fields.*field;
    });
    change(
        session, ids, [field, all](core::Fields& f) { f.*field = !all; }, text);
}

void toggleCrowd(Session& session) {
    const core::Annotation* first =
        session.project() ? session.project()->annotation(session.selection().current()) : nullptr;
    const bool crowd = first == nullptr || !first->fields.crowd;
    change(
        session, session.selection().ids(), [crowd](core::Fields& f) { f.crowd = crowd; },
        tr("Crowd region"));
}

} // namespace

void bindInstances(Actions& actions, Session& session) {
    actions.bind(ActionId::Solo, [&session] { solo(session, session.selection().ids()); });
    actions.bind(ActionId::SoloLabel, [&session] { solo(session, ofLabel(session)); });
    actions.bind(ActionId::ShowAll, [&session] {
        change(
            session, everything(session), [](core::Fields& f) { f.hidden = false; }, tr("Show all"));
    });
    actions.bind(ActionId::HideLabel,
                 [&session] { toggleLabel(session, &core::Fields::hidden, tr("Hide or show label")); });
    actions.bind(ActionId::LockLabel,
                 [&session] { toggleLabel(session, &core::Fields::locked, tr("Lock or unlock label")); });
    actions.bind(ActionId::Group, [&session] {
        if (session.selection().ids().size() > 1) {
            const core::GroupId group = session.project()->newGroupId();
            change(
                session, session.selection().ids(), [group](core::Fields& f) { f.group = group; },
                tr("Group"));
        }
    });
    actions.bind(ActionId::Ungroup, [&session] {
        change(
            session, session.selection().ids(), [](core::Fields& f) { f.group = {}; }, tr("Ungroup"));
    });
    for (const auto& [id, by] :
         {std::pair(ActionId::MoveForward, 1), std::pair(ActionId::MoveBackward, -1)}) {
        actions.bind(id, [&session, layers = by] {
            change(
                session, session.selection().ids(), [layers](core::Fields& f) { f.z += layers; },
                layers > 0 ? tr("Move forward") : tr("Move backward"));
        });
    }
    actions.bind(ActionId::ToggleCrowd, [&session] { toggleCrowd(session); });
    const auto update = [&actions, &session] {
        const bool some = !session.selection().isEmpty();
        for (const ActionId id : {ActionId::Solo, ActionId::Ungroup, ActionId::ToggleCrowd,
                                  ActionId::MoveForward, ActionId::MoveBackward}) {
            actions[id]->setEnabled(some);
        }
        actions[ActionId::Group]->setEnabled(session.selection().ids().size() > 1);
    };
    QObject::connect(&session.selection(), &Selection::changed, &actions, update);
    update();
}

void fillInstanceMenu(QMenu& menu, const Actions& actions, Session& session) {
    QMenu* labels = menu.addMenu(tr("Label"));
    for (const core::Label& label : session.project()->labels()) {
        labels->addAction(swatch(label.color), label.name, &session,
                          [&session, id = label.id] { session.assignLabel(id); });
    }
    QMenu* states = menu.addMenu(tr("State"));
    const std::pair<core::State, QString> choices[] = {{core::State::Accepted, tr("accepted")},
                                                       {core::State::Fixed, tr("corrected")},
                                                       {core::State::Auto, tr("auto")},
                                                       {core::State::Rejected, tr("rejected")}};
    for (const auto& [state, name] : choices) {
        states->addAction(name, &session, [&session, value = state] {
            change(
                session, session.selection().ids(), [value](core::Fields& f) { f.state = value; },
                tr("Set state"));
        });
    }
    menu.addSeparator();
    for (const ActionId id : {ActionId::ToggleLock, ActionId::ToggleHide, ActionId::Solo, ActionId::ShowAll,
                              ActionId::ToggleCrowd, ActionId::Group, ActionId::Ungroup, ActionId::Delete}) {
        menu.addAction(actions[id]);
    }
}

} // namespace gui
