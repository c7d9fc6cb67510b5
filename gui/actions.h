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
Q_NAMESPACE

/// The enumerator's name is also the command's lasting name in settings and key maps: never rename one.
enum class ActionId {
    OpenFolder,
    OpenProject,
    OpenImages,
    ImportLabels,
    ExportLabels,
    RepeatExport,
    OpenDemo,
    Checkpoint,
    Backups,
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
    GrowBy,
    ShrinkBy,
    SmoothBy,
    FillHolesUnder,
    DropIslandsUnder,
    Simplify,
    SplitParts,
    Merge,
    Subtract,
    Intersect,
    ExclusiveOr,
    Duplicate,
    Copy,
    Paste,
    CopyToNext,
    Interpolate,
    ToggleLock,
    ToggleHide,
    Solo,
    ShowAll,
    HideLabel,
    LockLabel,
    SoloLabel,
    Group,
    Ungroup,
    ToggleCrowd,
    MoveForward,
    MoveBackward,
    FocusFilter,
    EditTags,
    PickLabel,
    MergeLabels,
    ToolSelect,
    ToolBrush,
    ToolEraser,
    ToolLasso,
    ToolPolygon,
    ToolRectangle,
    ToolWand,
    ToolScissors,
    ToolCut,
    ToolVertices,
    ToolPoints,
    ToolExemplar,
    BrushLarger,
    BrushSmaller,
    Phrase,
    RunPrompt,
    Accept,
    AcceptAndNext,
    DropProposals,
    ToggleReview,
    AcceptAbove,
    AutoLabelAll,
    CheckRules,
    TidyMask,
    PreviewClicks,
    OpenModel,
    GetModel,
    StopRun,
    PreviousImage,
    NextImage,
    PreviousTen,
    NextTen,
    PreviousOpen,
    NextOpen,
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
    ColorByLabel,
    ColorByInstance,
    ColorByScore,
    ColorBySource,
    ColorByState,
    Patterns,
    RecolorLabels,
    ShowMiniMap,
    ShowRulers,
    CtrlWheelZooms,
    Peek,
    CanvasOnly,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ThemeContrast,
    TextLarger,
    TextSmaller,
    TextNormal,
    LayoutLabel,
    LayoutReview,
    LayoutVideo,
    LayoutReset,
    OverlapAllow,
    OverlapProtect,
    OverlapOverwrite,
    OverlapAsk,
    TakeCovered,
    GiveLabel1,
    GiveLabel2,
    GiveLabel3,
    GiveLabel4,
    GiveLabel5,
    GiveLabel6,
    GiveLabel7,
    GiveLabel8,
    GiveLabel9,
    GiveLabel10,
    FindLabel1,
    FindLabel2,
    FindLabel3,
    FindLabel4,
    FindLabel5,
    FindLabel6,
    FindLabel7,
    FindLabel8,
    FindLabel9,
    FindLabel10,
    RunLabel1,
    RunLabel2,
    RunLabel3,
    RunLabel4,
    RunLabel5,
    RunLabel6,
    RunLabel7,
    RunLabel8,
    RunLabel9,
    RunLabel10,
    Cancel,
    Palette,
    Keys,
    EditKeys,
    About
};
Q_ENUM_NS(ActionId)

/// Where an action's keys work: single letters belong to the canvas, so that text fields get them too. The
/// window holds the canvas: a key of the window can't be one of the canvas as well.
enum class KeyScope { Canvas, Window };

struct ActionSpec {
    ActionId id;
    const char* text;      ///< with mnemonic; translated in the context "actions"
    const char* tip;       ///< one line of use; may be empty
    const char* keys = ""; ///< portable, separated by spaces; the first is the one shown
    KeyScope scope = KeyScope::Window;
    Icon icon = Icon::None;
    bool checkable = false;
    int number = 0;    ///< stands for %1 of the text, if it is not 0
    bool held = false; ///< checked as long as the key is down
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
    static const ActionSpec& spec(ActionId id);
    static QString name(ActionId id); ///< lasting, not translated
    static QList<QKeySequence> defaultKeys(const ActionSpec& spec);
    static QString plainText(const ActionSpec& spec); ///< without mnemonic and dots
    static QString tip(const ActionSpec& spec);

    /// `text` is what tooltips show of them.
    void setKeys(ActionId id, const QList<QKeySequence>& keys, const QString& text);
    /// Off with the reason as a short phrase, which palette and tooltip tell.
    void setEnabled(ActionId id, bool on, const QString& why = {});
    QString whyNot(ActionId id) const; ///< empty while the command can run

private:
    void updateTip(ActionId id);

    std::map<ActionId, QAction*> m_actions;
    std::map<ActionId, QString> m_keyTexts;
    std::map<ActionId, QString> m_whyNot;
};

} // namespace gui
