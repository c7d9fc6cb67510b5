// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/icons.h"

#include <QAction>
#include <QList>
#include <QObject>

#include <functional>
#include <map>

class QWidget;

namespace gui {

enum class ActionId {
    OpenFolder,
    OpenProject,
    OpenImages,
    ImportCoco,
    ExportCoco,
    OpenDemo,
    Quit,
    Undo,
    Redo,
    Delete,
    SelectAll,
    SelectNone,
    Reject,
    FillHoles,
    DropIslands,
    Grow,
    Shrink,
    ToggleLock,
    ToggleHide,
    ToolSelect,
    ToolBrush,
    ToolEraser,
    ToolPoints,
    ToolExemplar,
    BrushLarger,
    BrushSmaller,
    Phrase,
    RunPrompt,
    Accept,
    AcceptAndNext,
    DropProposals,
    OpenModel,
    GetModel,
    StopRun,
    PreviousImage,
    NextImage,
    PreviousTen,
    NextTen,
    NextInstance,
    PreviousInstance,
    Fit,
    ActualSize,
    ZoomSelection,
    ZoomIn,
    ZoomOut,
    CycleView,
    MoreOpaque,
    LessOpaque,
    CanvasOnly,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    OverlapAllow,
    OverlapProtect,
    OverlapOverwrite,
    Cancel,
    Keys,
    About
};

/// Where an action's keys work: single letters belong to the canvas, so that text fields get them too.
enum class KeyScope { Canvas, Window };

struct ActionSpec {
    ActionId id;
    const char* text; ///< with mnemonic; translated in the context "actions"
    const char* tip;  ///< one line of use; may be empty
    const char* keys; ///< portable, separated by spaces; the first is the one shown
    KeyScope scope = KeyScope::Window;
    Icon icon = Icon::None;
    bool checkable = false;
};

/// Every command of the window: one table of id, text, keys and icon; what they do is bound by the window.
class Actions : public QObject {
    Q_OBJECT
public:
    /// `canvas` gets the keys of KeyScope::Canvas.
    Actions(QWidget& window, QWidget& canvas);

    QAction* operator[](ActionId id) const { return m_actions.at(id); }
    void bind(ActionId id, const std::function<void()>& slot);
    /// The table, for the overview of keys.
    static const QList<ActionSpec>& table();
    static QString plainText(const ActionSpec& spec);
    static QString keysText(const ActionSpec& spec);

private:
    std::map<ActionId, QAction*> m_actions;
};

} // namespace gui
