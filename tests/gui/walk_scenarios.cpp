// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/walk_scenarios.h"

#include "gui/commands/file_commands.h"
#include "gui/dialogs/remap_dialog.h"
#include "gui/models/label_model.h"
#include "gui/session/filter.h"

#include "core/formats/dataset_format.h"
#include "gui/session/project_files.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

namespace test {
namespace {

using gui::ActionId;
using gui::ToolId;

void propose(Stage& stage) {
    stage.propose();
}

/// A command that asks with a dialog, which is refused.
Scenario refused(ActionId id) {
    return {Effect::Nothing, {}, [id](Stage& stage) {
                Stage::onDialogReject();
                stage.perform(id);
            }};
}

/// A command that opens something which waits for keys; Esc leaves it.
Scenario openedAndLeft(ActionId id) {
    return {Effect::Nothing, {}, [id](Stage& stage) {
                stage.perform(id);
                QApplication::processEvents();
                QWidget* focused = QApplication::focusWidget();
                QTest::keyClick(focused != nullptr ? focused : stage.window.get(), Qt::Key_Escape);
            }};
}

/// Something to undo, without leaving the image.
void stroke(Stage& stage) {
    stage.canvas().selectTool(ToolId::Brush);
    stage.drag({150, 150}, {180, 170});
}

void exportElsewhere(Stage& stage) {
    const QString folder = stage.folder.filePath(QStringLiteral("exported"));
    ASSERT_TRUE(core::exportCoco(gui::exportSource(*stage.session().openProject()), folder));
}

QListView* labelList(Stage& stage) {
    for (QListView* view : stage.window->findChildren<QListView*>()) {
        if (qobject_cast<gui::LabelModel*>(view->model()) != nullptr) {
            return view;
        }
    }
    return nullptr;
}

/// The commands from one to the other, as they are enumerated.
QList<ActionId> allOf(ActionId first, ActionId last) {
    QList<ActionId> ids;
    for (int id = int(first); id <= int(last); ++id) {
        ids.append(ActionId(id));
    }
    return ids;
}

void selectTwo(Stage& stage) {
    stage.select({stage.holed, stage.small});
}

/// Gives all bottles of the data set the label of the caps.
void mergeLabels(Stage& stage) {
    const core::LabelId bottle = stage.project().labelByName(QStringLiteral("bottle"))->id;
    const core::LabelId cap = stage.project().labelByName(QStringLiteral("cap"))->id;
    ASSERT_TRUE(Stage::waitFor([&] { return stage.session().filter().use(bottle).instances == 2; }));
    stage.perform(ActionId::MergeLabels);
    auto* dialog = stage.window->findChild<gui::RemapDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->setTarget(bottle, cap);
    for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Change")) {
            button->click();
        }
    }
    EXPECT_TRUE(Stage::waitFor([&] { return stage.project().label(bottle) == nullptr; }));
    delete dialog;
}

void add(std::map<ActionId, Scenario>& table, Effect effect, std::initializer_list<ActionId> ids) {
    for (const ActionId id : ids) {
        table[id] = {effect};
    }
}

} // namespace

// NOLINTNEXTLINE(readability-function-size): a table reads best in one piece
const std::map<ActionId, Scenario>& commandScenarios() {
    using enum ActionId;
    static const std::map<ActionId, Scenario> table = [] {
        std::map<ActionId, Scenario> t;
        // Edits that find what they need on the fresh stage.
        add(t, Effect::Step, {Delete, Reject, FillHoles, DropIslands, Grow, Shrink, ToggleLock, ToggleHide});
        t[Undo] = {Effect::Undoes, stroke};
        t[Redo] = {Effect::Redoes, [](Stage& stage) {
                       stroke(stage);
                       stage.session().undo();
                   }};
        add(t, Effect::Step, {Solo, SoloLabel, HideLabel, LockLabel, ToggleCrowd, MoveForward, MoveBackward});
        t[ShowAll] = {Effect::Step, [](Stage& stage) { stage.perform(Solo); }};
        t[Group] = {Effect::Step, selectTwo};
        t[Ungroup] = {Effect::Step, [](Stage& stage) {
                          selectTwo(stage);
                          stage.perform(Group);
                      }};
        t[MergeLabels] = {Effect::Step, {}, mergeLabels};
        t[RecolorLabels] = {Effect::Step, [](Stage& stage) {
                                core::Label grey = stage.project().labels().first();
                                grey.color = Qt::gray;
                                stage.session().commit(
                                    gui::edits::setLabel(stage.project().labels().first(), grey));
                            }};
        t[Accept] = t[AcceptAndNext] = {Effect::Step, propose};
        t[OpenImages] = {Effect::Step, {}, [](Stage& stage) {
                             Stage::onDialogChoose(stage.extraPicture);
                             stage.perform(OpenImages);
                         }};
        t[ImportLabels] = {Effect::Step, exportElsewhere, [](Stage& stage) {
                               Stage::onDialogChoose(
                                   stage.folder.filePath(QStringLiteral("exported/annotations.json")));
                               stage.perform(ImportLabels);
                           }};

        // Commands that change what is shown or asked, never what is saved.
        for (const ActionId id : {OpenFolder, ActionId::OpenProject, AcceptAbove, AutoLabelAll, ExportLabels,
                                  RepeatExport, Backups, OpenModel, About}) {
            t[id] = refused(id);
        }
        add(t, Effect::Nothing,
            {Peek,         ThemeContrast,  TextLarger,       TextSmaller,   TextNormal,   LayoutLabel,
             LayoutReview, LayoutVideo,    LayoutReset,      FocusFilter,   ColorByLabel, ColorByInstance,
             ColorByScore, ColorBySource,  ColorByState,     Patterns,      ShowMiniMap,  ShowRulers,
             PreviousOpen, NextOpen,       CtrlWheelZooms,   PreviewClicks, OpenDemo,     Checkpoint,
             Quit,         SelectAll,      SelectNone,       ToolSelect,    ToolBrush,    ToolEraser,
             ToolPoints,   ToolExemplar,   BrushLarger,      BrushSmaller,  Phrase,       GetModel,
             StopRun,      NextImage,      PreviousTen,      NextTen,       NextInstance, PreviousInstance,
             Fit,          ActualSize,     ZoomSelection,    ZoomIn,        ZoomOut,      CycleView,
             MoreOpaque,   LessOpaque,     CanvasOnly,       ThemeSystem,   ThemeLight,   ThemeDark,
             OverlapAllow, OverlapProtect, OverlapOverwrite, Cancel,        ToggleReview});
        t[PreviousImage] = {Effect::Nothing, [](Stage& stage) { stage.session().step(1); }};
        for (const ActionId id : allOf(FindLabel1, FindLabel10) + allOf(RunLabel1, RunLabel10)) {
            t[id] = {Effect::Nothing};
        }
        t[RunLabel1] = refused(RunLabel1);
        t[RunLabel2] = refused(RunLabel2);

        // Of the ten keys two have a label; what is selected has the first.
        for (const ActionId id : allOf(GiveLabel1, GiveLabel10)) {
            t[id] = {Effect::Nothing};
        }
        t[GiveLabel1] = {Effect::Step, [](Stage& stage) { stage.select({stage.small}); }};
        t[GiveLabel2] = {Effect::Step};
        t[EditTags] = {Effect::Step, {}, [](Stage& stage) {
                           Stage::onDialog([](QDialog& dialog) {
                               dialog.findChild<QLineEdit*>()->setText(QStringLiteral("night, wet road"));
                               dialog.accept();
                           });
                           stage.perform(EditTags);
                       }};
        t[TidyMask] = {Effect::Step, {}, [](Stage& stage) {
                           stage.perform(TidyMask);
                           stage.answerClicks();
                       }};
        for (const ActionId id : {PickLabel, Palette, Keys, EditKeys, CheckRules}) {
            t[id] = openedAndLeft(id);
        }
        t[DropProposals] = t[RunPrompt] = {Effect::Nothing, propose};
        addShapeCommands(t);
        return t;
    }();
    return table;
}

const std::map<ToolId, Scenario>& toolScenarios() {
    static const std::map<ToolId, Scenario> simple{
        {ToolId::Select, {Effect::Nothing, {}, [](Stage& stage) { stage.click(150, 100); }}},
        {ToolId::Brush,
         {Effect::Step,
          {},
          [](Stage& stage) {
              stage.drag({120, 100}, {180, 120});
          }}},
        {ToolId::Eraser,
         {Effect::Step,
          {},
          [](Stage& stage) {
              stage.drag({110, 90}, {130, 90});
          }}},
        {ToolId::Points,
         {Effect::Step,
          {},
          [](Stage& stage) {
              stage.click(150, 100);
              stage.answerClicks();
          }}},
        {ToolId::Exemplar,
         {Effect::Nothing,
          {},
          [](Stage& stage) {
              stage.drag({90, 70}, {150, 130});
          }}},
    };
    static const std::map<ToolId, Scenario> table = [] {
        std::map<ToolId, Scenario> t = simple;
        addShapeTools(t);
        return t;
    }();
    return table;
}

const std::vector<NamedScenario>& otherScenarios() {
    static const std::vector<NamedScenario> table{
        {"a click accepts a proposal",
         {Effect::Step, propose,
          [](Stage& stage) {
              stage.moveTo(40, 170);
              stage.click(40, 170);
          }}},
        {"a stroke on nothing makes an instance",
         {Effect::Step,
          [](Stage& stage) {
              stage.canvas().selectTool(ToolId::Brush);
              stage.select({});
          },
          [](Stage& stage) {
              stage.drag({20, 20}, {40, 30});
          }}},
        {"a stroke takes pixels from others",
         {Effect::Step,
          [](Stage& stage) {
              stage.session().setOverlap(gui::edits::Overlap::Overwrite);
              stage.canvas().selectTool(ToolId::Brush);
          },
          [](Stage& stage) {
              stage.drag({120, 100}, {230, 152});
              stage.session().setOverlap(gui::edits::Overlap::Allow);
          }}},
        {"erasing all of an instance removes it",
         {Effect::Step,
          [](Stage& stage) {
              stage.canvas().selectTool(ToolId::Eraser);
              stage.select({stage.small});
          },
          [](Stage& stage) {
              stage.drag({215, 154}, {235, 154});
          }}},
        {"a label is renamed in the list",
         {Effect::Step,
          {},
          [](Stage& stage) {
              QListView* list = labelList(stage);
              ASSERT_NE(list, nullptr);
              EXPECT_TRUE(list->model()->setData(list->model()->index(0, 0), QStringLiteral("flask")));
          }}},
        {"pictures are dropped on the window",
         {Effect::Step, {}, [](Stage& stage) { stage.window->files().open({stage.extraPicture}); }}},
    };
    return table;
}

} // namespace test
