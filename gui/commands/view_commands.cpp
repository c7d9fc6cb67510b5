// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/view_commands.h"

#include "gui/actions.h"
#include "gui/canvas/canvas_view.h"
#include "gui/canvas/mini_map.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QSettings>

namespace gui {
namespace {

/// A switch whose state is kept under `key`.
void bindSwitch(Actions& actions, ActionId id, QSettings& settings, const QString& key,
                const std::function<void(bool)>& apply, bool byDefault = false) {
    const bool on = settings.value(key, byDefault).toBool();
    actions[id]->setChecked(on);
    apply(on);
    actions.bind(id, [&actions, id, &settings, key, apply] {
        const bool checked = actions[id]->isChecked();
        settings.setValue(key, checked);
        apply(checked);
    });
}

void bindColors(Actions& actions, CanvasView& canvas, QSettings& settings) {
    const auto key = QStringLiteral("view/colorBy");
    const QList<QPair<ActionId, ColorBy>> choices{{ActionId::ColorByLabel, ColorBy::Label},
                                                  {ActionId::ColorByInstance, ColorBy::Instance},
                                                  {ActionId::ColorByScore, ColorBy::Score},
                                                  {ActionId::ColorBySource, ColorBy::Source},
                                                  {ActionId::ColorByState, ColorBy::State}};
    auto* group = new QActionGroup(&actions);
    const int kept = settings.value(key, int(ColorBy::Label)).toInt();
    for (const auto& [action, by] : choices) {
        group->addAction(actions[action]);
        actions.bind(action, [&canvas, &settings, key, value = by] {
            settings.setValue(key, int(value));
            canvas.scene().setColorBy(value);
        });
        if (int(by) == kept) {
            actions[action]->setChecked(true);
            canvas.scene().setColorBy(by);
        }
    }
}

/// Gives every label the colour of its place in the palette, as one edit.
void recolorLabels(Session& session) {
    if (session.project() == nullptr) {
        return;
    }
    core::Edit edit;
    edit.text = QCoreApplication::translate("commands", "Recolour labels");
    int place = 0;
    for (const core::Label& label : session.project()->labels()) {
        core::Label after = label;
        after.color = QColor::fromRgb(edits::safeColor(place++));
        if (!(after == label)) {
            edit.changes.push_back(core::SetLabel{label, after});
        }
    }
    session.commit(std::move(edit));
}

} // namespace

void bindView(Actions& actions, Session& session, CanvasView& canvas, QSettings& settings) {
    actions.bind(ActionId::Fit, [&canvas] { canvas.fit(); });
    actions.bind(ActionId::ActualSize, [&canvas] { canvas.setScale(1); });
    actions.bind(ActionId::ZoomIn, [&canvas] { canvas.zoomBy(1.5); });
    actions.bind(ActionId::ZoomOut, [&canvas] { canvas.zoomBy(1 / 1.5); });
    actions.bind(ActionId::CycleView, [&canvas] {
        CanvasScene& scene = canvas.scene();
        scene.setMode(ViewMode((int(scene.mode()) + 1) % 4));
    });
    actions.bind(ActionId::MoreOpaque,
                 [&canvas] { canvas.scene().setOpacity(canvas.scene().opacity() + 10); });
    actions.bind(ActionId::LessOpaque,
                 [&canvas] { canvas.scene().setOpacity(canvas.scene().opacity() - 10); });
    QObject::connect(actions[ActionId::Peek], &QAction::toggled, &canvas,
                     [&canvas](bool on) { canvas.scene().setPeeking(on); });
    bindColors(actions, canvas, settings);
    bindSwitch(actions, ActionId::Patterns, settings, QStringLiteral("view/patterns"),
               [&canvas](bool on) { canvas.scene().setPatterns(on); });
    bindSwitch(actions, ActionId::ShowMiniMap, settings, QStringLiteral("view/miniMap"),
               [&canvas](bool on) { canvas.miniMap().setWanted(on); });
    bindSwitch(actions, ActionId::ShowRulers, settings, QStringLiteral("view/rulers"),
               [&canvas](bool on) { canvas.setRulers(on); });
    bindSwitch(actions, ActionId::CtrlWheelZooms, settings, QStringLiteral("view/ctrlWheelZooms"),
               [&canvas](bool on) { canvas.setCtrlWheelZooms(on); });
    bindSwitch(
        actions, ActionId::PreviewClicks, settings, QStringLiteral("tools/previewClicks"),
        [&session](bool on) { session.setPreviewsClicks(on); }, true);
    actions.bind(ActionId::RecolorLabels, [&session] { recolorLabels(session); });
}

} // namespace gui
