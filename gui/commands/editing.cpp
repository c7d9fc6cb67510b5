// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/editing.h"

#include "gui/actions.h"
#include "gui/canvas/canvas_view.h"
#include "gui/docks/annotation_dock.h"
#include "gui/docks/prompt_bar.h"
#include "gui/session/proposals.h"
#include "gui/session/review.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/session/shape_edits.h"
#include "gui/tools/point_tool.h"
#include "gui/tools/tool_manager.h"

#include "core/engine/inference_service.h"
#include "core/mask/morphology.h"
#include "core/project/history.h"
#include "core/project/project.h"

#include <QActionGroup>
#include <QCoreApplication>

#include <algorithm>

namespace gui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("commands", text);
}

/// One edit that gives every selected, unlocked instance the shape that `change` makes of it.
void reshapeSelected(Session& session, const QString& text,
                     const std::function<core::Mask(const core::Mask&)>& change) {
    if (session.project() != nullptr) {
        session.commit(edits::reshapeEach(edits::unlocked(*session.project(), session.selection().ids()),
                                          text, [&change, &session](const core::Annotation& a) {
                                              return change(a.mask).clipped(session.imageRect());
                                          }));
    }
}

void rejectUnderPointer(Session& session, CanvasView& canvas) {
    const Hit hit = canvas.hitUnderPointer();
    if (hit.proposal >= 0) {
        session.proposals().reject(hit.proposal);
        canvas.scene().setHovered({});
        return;
    }
    const QList<core::AnnotationId> ids =
        hit.annotation.isValid() ? QList{hit.annotation} : session.selection().ids();
    if (session.project() == nullptr || ids.isEmpty()) {
        return;
    }
    session.commit(edits::setFields(
        *session.project(), session.image(), ids,
        [](core::Fields& f) { f.state = f.locked ? f.state : core::State::Rejected; }, tr("Reject")));
    session.selection().clear();
}

void selectAll(Session& session) {
    if (session.project() == nullptr) {
        return;
    }
    QList<core::AnnotationId> ofLabel;
    QList<core::AnnotationId> all;
    for (const core::Annotation* a : session.project()->annotations(session.image())) {
        if (a->fields.state != core::State::Rejected && !a->fields.hidden) {
            all.append(a->id);
            if (a->fields.label == session.label()) {
                ofLabel.append(a->id);
            }
        }
    }
    const bool again = ofLabel.isEmpty() || session.selection().ids() == ofLabel;
    session.selection().set(again ? all : ofLabel);
}

void toggle(Session& session, bool core::Fields::*field, const QString& text) {
    if (session.project() == nullptr || session.selection().isEmpty()) {
        return;
    }
    const core::Annotation* first = session.project()->annotation(session.selection().current());
    const bool value = first == nullptr || !(first->fields.*field);
    session.commit(edits::setFields(
        *session.project(), session.image(), session.selection().ids(),
        [field, value](core::Fields& f) { f.*field = value; }, text));
}

/// Stroke, pending proposals, running inference, selection, then the Select tool; never committed data.
void cancelOne(Session& session, CanvasView& canvas) {
    Proposals& proposals = session.proposals();
    if (canvas.tools().current().cancel()) {
        return;
    }
    if (!proposals.items().empty() || proposals.phase() == Proposals::Phase::Running ||
        !proposals.query().boxes.isEmpty()) {
        proposals.clearItems();
    } else if (!session.selection().isEmpty()) {
        session.selection().clear();
    } else {
        canvas.selectTool(ToolId::Select);
    }
}

} // namespace

void bindEditing(Actions& actions, Session& session, CanvasView& canvas) {
    actions.bind(ActionId::Undo, [&session] { session.undo(); });
    actions.bind(ActionId::Redo, [&session] { session.redo(); });
    actions.bind(ActionId::Delete, [&session] { session.removeSelected(); });
    actions.bind(ActionId::SelectAll, [&session] { selectAll(session); });
    actions.bind(ActionId::SelectNone, [&session] { session.selection().clear(); });
    actions.bind(ActionId::Reject, [&session, &canvas] {
        if (!session.proposals().items().empty() || !session.review().reject()) {
            rejectUnderPointer(session, canvas);
        }
    });
    actions.bind(ActionId::FillHoles, [&session] {
        reshapeSelected(session, tr("Fill holes"), [](const core::Mask& m) { return m.holesFilled(); });
    });
    actions.bind(ActionId::DropIslands,
                 [&session] { reshapeSelected(session, tr("Keep the largest part"), core::largestPart); });
    actions.bind(ActionId::Grow, [&session] {
        reshapeSelected(session, tr("Grow"), [](const core::Mask& m) { return core::grown(m, 1); });
    });
    actions.bind(ActionId::Shrink, [&session] {
        reshapeSelected(session, tr("Shrink"), [](const core::Mask& m) { return core::shrunk(m, 1); });
    });
    actions.bind(ActionId::ToggleLock,
                 [&session] { toggle(session, &core::Fields::locked, tr("Lock or unlock")); });
    actions.bind(ActionId::ToggleHide,
                 [&session] { toggle(session, &core::Fields::hidden, tr("Hide or show")); });
    actions.bind(ActionId::Cancel, [&session, &canvas] { cancelOne(session, canvas); });

    const auto update = [&actions, &session] {
        const core::History* history = session.history();
        QAction* undo = actions[ActionId::Undo];
        QAction* redo = actions[ActionId::Redo];
        actions.setEnabled(ActionId::Undo, history != nullptr && history->canUndo(), tr("nothing to undo"));
        actions.setEnabled(ActionId::Redo, history != nullptr && history->canRedo(), tr("nothing to redo"));
        undo->setText(undo->isEnabled() ? tr("&Undo: %1").arg(history->undoText()) : tr("&Undo"));
        redo->setText(redo->isEnabled() ? tr("&Redo: %1").arg(history->redoText()) : tr("&Redo"));
    };
    QObject::connect(&session, &Session::historyChanged, &actions, update);
    update();
    const auto selected = [&actions, &session] {
        for (const ActionId id :
             {ActionId::Delete, ActionId::FillHoles, ActionId::DropIslands, ActionId::Grow, ActionId::Shrink,
              ActionId::ToggleLock, ActionId::ToggleHide, ActionId::ZoomSelection}) {
            actions.setEnabled(id, !session.selection().isEmpty(), tr("nothing is selected"));
        }
    };
    QObject::connect(&session.selection(), &Selection::changed, &actions, selected);
    selected();
}

const QList<QPair<ActionId, ToolId>>& toolCommands() {
    static const QList<QPair<ActionId, ToolId>> tools{
        {ActionId::ToolSelect, ToolId::Select},   {ActionId::ToolBrush, ToolId::Brush},
        {ActionId::ToolEraser, ToolId::Eraser},   {ActionId::ToolLasso, ToolId::Lasso},
        {ActionId::ToolPolygon, ToolId::Polygon}, {ActionId::ToolRectangle, ToolId::Rectangle},
        {ActionId::ToolWand, ToolId::Wand},       {ActionId::ToolScissors, ToolId::Scissors},
        {ActionId::ToolCut, ToolId::Cut},         {ActionId::ToolVertices, ToolId::Vertices},
        {ActionId::ToolPoints, ToolId::Points},   {ActionId::ToolExemplar, ToolId::Exemplar}};
    return tools;
}

void bindTools(Actions& actions, Session& session, CanvasView& canvas) {
    auto* group = new QActionGroup(&actions);
    const QList<QPair<ActionId, ToolId>>& tools = toolCommands();
    for (const auto& [action, tool] : tools) {
        group->addAction(actions[action]);
        actions.bind(action, [&canvas, id = tool] {
            canvas.selectTool(id);
            canvas.setFocus();
        });
    }
    const auto follow = [&actions, &tools](ToolId current) {
        for (const auto& [action, tool] : tools) {
            if (tool == current) {
                actions[action]->setChecked(true);
            }
        }
    };
    QObject::connect(&canvas.tools(), &ToolManager::currentChanged, &actions, follow);
    follow(canvas.tools().currentId());
    actions.bind(ActionId::BrushLarger, [&canvas] { canvas.tools().current().changeSize(1.1); });
    actions.bind(ActionId::BrushSmaller, [&canvas] { canvas.tools().current().changeSize(1 / 1.1); });

    auto* rules = new QActionGroup(&actions);
    const QList<QPair<ActionId, edits::Overlap>> overlaps{
        {ActionId::OverlapAllow, edits::Overlap::Allow},
        {ActionId::OverlapProtect, edits::Overlap::Protect},
        {ActionId::OverlapOverwrite, edits::Overlap::Overwrite},
        {ActionId::OverlapAsk, edits::Overlap::Ask}};
    for (const auto& [action, rule] : overlaps) {
        rules->addAction(actions[action]);
        actions.bind(action, [&session, value = rule] { session.setOverlap(value); });
    }
    actions[ActionId::OverlapAllow]->setChecked(true);
}

void bindPrompting(Actions& actions, Session& session, CanvasView& canvas, PromptBar& bar) {
    actions.bind(ActionId::Phrase, [&bar] { bar.focusPhrase(); });
    actions.bind(ActionId::RunPrompt, [&session, &canvas] {
        session.proposals().run();
        canvas.setFocus();
    });
    // Proposals first: they are what is being looked at, even while reviewing.
    actions.bind(ActionId::Accept, [&session] {
        if (session.proposals().passing() > 0 || !session.review().accept()) {
            session.acceptProposals();
        }
    });
    actions.bind(ActionId::AcceptAndNext, [&session] {
        if (session.proposals().passing() > 0 || !session.review().acceptImage()) {
            session.acceptProposals();
            session.step(1);
        }
    });
    actions.bind(ActionId::DropProposals, [&session, &canvas] {
        session.proposals().clearItems();
        canvas.setFocus();
    });
    actions.bind(ActionId::TidyMask, [&canvas] {
        canvas.selectTool(ToolId::Points);
        canvas.tools().points().tidy();
    });
    actions.bind(ActionId::StopRun, [&session] { session.service().cancelAll(); });
    QObject::connect(&bar, &PromptBar::leaveToCanvas, &canvas, [&canvas] { canvas.setFocus(); });
}

void bindNavigation(Actions& actions, Session& session, CanvasView& canvas, AnnotationDock& instances) {
    const QList<QPair<ActionId, int>> steps{{ActionId::PreviousImage, -1},
                                            {ActionId::NextImage, 1},
                                            {ActionId::PreviousTen, -10},
                                            {ActionId::NextTen, 10}};
    for (const auto& [action, by] : steps) {
        actions.bind(action, [&session, images = by] { session.step(images); });
    }
    actions.bind(ActionId::NextOpen, [&session] { session.stepToOpen(1); });
    actions.bind(ActionId::PreviousOpen, [&session] { session.stepToOpen(-1); });
    const auto zoom = [&session, &canvas] {
        QRect box;
        for (const core::AnnotationId id : session.selection().ids()) {
            const core::Annotation* a = session.project()->annotation(id);
            box = a ? box | a->mask.boundingBox() : box;
        }
        if (!box.isEmpty()) {
            canvas.zoomTo(box);
        }
    };
    actions.bind(ActionId::ZoomSelection, zoom);
    for (const auto& [action, by] :
         {std::pair(ActionId::NextInstance, 1), std::pair(ActionId::PreviousInstance, -1)}) {
        actions.bind(action, [&instances, &session, &canvas, zoom, rows = by] {
            if (canvas.tools().current().cycle(rows) || session.review().skip(rows)) {
                return;
            }
            if (instances.step(rows)) {
                zoom();
            }
        });
    }
    QObject::connect(&instances, &AnnotationDock::activated, &canvas, zoom);
    const auto enable = [&actions, &session] {
        const int count = session.project() ? int(session.project()->images().size()) : 0;
        const int at = session.imageIndex();
        actions.setEnabled(ActionId::PreviousImage, at > 0, tr("this is the first image"));
        actions.setEnabled(ActionId::NextImage, at >= 0 && at + 1 < count, tr("this is the last image"));
    };
    QObject::connect(&session, &Session::imageChanged, &actions, enable);
    QObject::connect(&session, &Session::contentChanged, &actions, enable);
    enable();
}

void bindDigits(Actions& actions, Session& session) {
    for (int row = 0; row < 10; ++row) {
        const auto labelAt = [&session, row] {
            const core::Project* project = session.project();
            return project && row < project->labels().size() ? &project->labels()[row] : nullptr;
        };
        actions.bind(ActionId(int(ActionId::GiveLabel1) + row), [&session, labelAt] {
            const core::Label* label = labelAt();
            if (label != nullptr && !session.review().relabel(label->id)) {
                session.assignLabel(label->id);
            }
        });
        actions.bind(ActionId(int(ActionId::FindLabel1) + row), [&session, labelAt] {
            if (const core::Label* label = labelAt()) {
                session.setLabel(label->id);
                session.proposals().setText(label->name); // which stands for all its phrases
                session.proposals().run();
            }
        });
    }
}

} // namespace gui
