// SPDX-License-Identifier: Apache-2.0
#include "gui/actions.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>
#include <array>

namespace gui {
namespace {

// Marks the texts of the table for the translators.
#define T(text) QT_TRANSLATE_NOOP("actions", text)

QString translated(const char* text) {
    return QCoreApplication::translate("actions", text);
}

QString textOf(const ActionSpec& spec) {
    return spec.number == 0 ? translated(spec.text) : translated(spec.text).arg(spec.number);
}

// NOLINTNEXTLINE(readability-function-size): a table reads best in one piece
QList<ActionSpec> commands() {
    using enum ActionId;
    constexpr auto kCanvas = KeyScope::Canvas;
    constexpr auto kWindow = KeyScope::Window;
    return {
        {OpenFolder, T("Open &folder …"), T("Label the images of a folder"), "Ctrl+O", kWindow,
         Icon::OpenFolder},
        {OpenProject, T("Open &project …"), T("Open a .maskwright file"), "Ctrl+Shift+O", kWindow,
         Icon::Images},
        {OpenImages, T("Add &images …"), T("Add image files to the project"), "Ctrl+I", kWindow,
         Icon::Images},
        {ImportLabels, T("I&mport …"), T("Read labels and masks of COCO, YOLO, LabelMe and others"), "",
         kWindow, Icon::Import},
        {ExportLabels, T("&Export …"),
         T("Write labels and masks for other programs, after a report of what is lost"), "Ctrl+E", kWindow,
         Icon::Export},
        {RepeatExport, T("&Repeat the last export"),
         T("Write the same again, at once if nothing more is lost than the last report said"), "Ctrl+Shift+E",
         kWindow},
        {OpenDemo, T("Open &demo project"), T("Pictures to try everything on"), "", kWindow, Icon::Eye},
        {Checkpoint, T("Make a &checkpoint"), T("Keep this state; work is saved by itself all the time"),
         "Ctrl+S"},
        {Backups, T("&Backups and checkpoints …"), T("Go back to an earlier state, as a new project"), ""},
        {Quit, T("&Quit"), "", "Ctrl+Q"},
        {Undo, T("&Undo"), T("Take the last change back"), "Ctrl+Z", kWindow, Icon::Undo},
        {Redo, T("&Redo"), T("Make the change again"), "Ctrl+Shift+Z Ctrl+Y", kWindow, Icon::Redo},
        {Delete, T("&Delete instance"), T("Delete what is selected"), "Del Backspace", kCanvas, Icon::Trash},
        {SelectAll, T("Select &all"), T("All of the current label; again: all"), "Ctrl+A", kCanvas},
        {SelectNone, T("Select &none"), "", "", kCanvas},
        {Reject, T("Re&ject"), T("Reject the proposal or instance under the pointer"), "X", kCanvas},
        {FillHoles, T("&Fill holes"), T("Fill the holes of what is selected"), "Shift+F", kCanvas},
        {DropIslands, T("Keep the &largest part"), T("Drop the islands of what is selected"), "Shift+I",
         kCanvas},
        {Grow, T("&Grow by a pixel"), "", "Shift+] }", kCanvas},
        {Shrink, T("Shri&nk by a pixel"), "", "Shift+[ {", kCanvas},
        {GrowBy, T("Grow by …"), T("Grow what is selected by a number of pixels, shown before it is stored"),
         "Shift+R", kCanvas},
        {ShrinkBy, T("Shrink by …"), T("Shrink what is selected by a number of pixels"), "", kCanvas},
        {SmoothBy, T("Smooth by …"), T("Round corners and drop threads thinner than the number"), "",
         kCanvas},
        {FillHolesUnder, T("Fill small holes …"), T("Fill the holes of fewer pixels than the number"), "",
         kCanvas},
        {DropIslandsUnder, T("Drop small islands …"), T("Drop the parts of fewer pixels than the number"), "",
         kCanvas},
        {Simplify, T("Simplify …"),
         T("A border of fewer vertices; tells the overlap and the largest error before it is stored"), "",
         kCanvas},
        {SplitParts, T("Split parts"), T("Every part becomes an instance; the largest keeps the id"),
         "Shift+C", kCanvas},
        {Merge, T("Merge"), T("One instance of all selected; the first one keeps its id"), "M", kCanvas},
        {Subtract, T("Subtract"), T("Take the other selected instances from the first one"), "", kCanvas},
        {Intersect, T("Intersect"), T("Keep of the first one what all selected share; the others go"), "",
         kCanvas},
        {ExclusiveOr, T("Exclude overlap"), T("Keep what an odd number of the selected has; the others go"),
         "", kCanvas},
        {Duplicate, T("Duplicate"), T("Copies of what is selected, a little aside"), "Ctrl+D", kCanvas},
        {Copy, T("Copy instances"), T("To the clipboard, as text"), "Ctrl+C", kCanvas},
        {Paste, T("Paste instances"), T("From the clipboard, at the same pixels"), "Ctrl+V", kCanvas},
        {CopyToNext, T("Copy to the next image"), T("Copies of what is selected on the next image"),
         "Ctrl+Shift+V", kCanvas},
        {Interpolate, T("Interpolate to here"),
         T("Masks for the images between the last one with this label and this one"), "", kCanvas},
        {ToggleLock, T("&Lock or unlock"), T("A locked instance can't be changed"), "Ctrl+L", kWindow,
         Icon::Lock},
        {ToggleHide, T("&Hide or show"), T("Hide what is selected"), "Ctrl+H", kWindow, Icon::EyeOff},
        {Solo, T("Show &alone"), T("Hide everything but what is selected; again: show all"), "Ctrl+Alt+H"},
        {ShowAll, T("Sho&w all"), T("Show what is hidden in this image")},
        {HideLabel, T("Hide or show label"), T("All instances of the current label in this image")},
        {LockLabel, T("Lock or unlock label"), T("All instances of the current label in this image")},
        {SoloLabel, T("Show label alone"), T("Hide what is not of the current label; again: show all")},
        {Group, T("&Group"), T("What is selected belongs together"), "G", kCanvas},
        {Ungroup, T("&Ungroup"), T("What is selected belongs to no group"), "Shift+G", kCanvas},
        {MoveForward, T("Move forward"), T("One layer up in the stack of masks"), "Ctrl+]", kCanvas},
        {MoveBackward, T("Move backward"), T("One layer down in the stack of masks"), "Ctrl+[", kCanvas},
        {ToggleCrowd, T("C&rowd region"), T("Many instances that nobody told apart; exported as such")},
        {PickLabel, T("&Pick a label"), T("Letters find it; Enter gives it to what is selected"), "'",
         kCanvas},
        {MergeLabels, T("&Merge or delete labels …"), T("Over the whole data set, as one step")},
        {EditTags, T("Image &tags …"), T("Words for the whole image, such as night; the filter finds them")},
        {FocusFilter, T("&Filter"), T("Type which images and instances to list"), "Ctrl+F"},
        {ToolSelect, T("&Select"), T("Pick instances; click again for the one below"), "V", kCanvas,
         Icon::Select, true},
        {ToolBrush, T("&Brush"), T("Paint on the selected instance, or a new one; Alt erases"), "B", kCanvas,
         Icon::Brush, true},
        {ToolEraser, T("&Eraser"), T("Erase from the selected instance; Alt paints"), "E", kCanvas,
         Icon::Eraser, true},
        {ToolLasso, T("Lasso"), T("Drag round pixels to add them; Alt takes them away"), "L", kCanvas,
         Icon::Lasso, true},
        {ToolPolygon, T("Polygon"), T("Click corners, Enter closes; Alt takes away"), "P", kCanvas,
         Icon::Polygon, true},
        {ToolRectangle, T("Box"), T("Drag a box to add its pixels; Alt takes them away"), "U", kCanvas,
         Icon::Rectangle, true},
        {ToolWand, T("Magic wand"), T("Click takes similar pixels, a drag sets how similar; Alt takes away"),
         "W", kCanvas, Icon::Wand, true},
        {ToolScissors, T("Smart scissors"), T("Click along an edge; the line follows it"), "Shift+W", kCanvas,
         Icon::Scissors, true},
        {ToolCut, T("Cut"), T("Draw a line across an instance to cut it"), "C", kCanvas, Icon::Cut, true},
        {ToolVertices, T("Vertices"), T("Move, add and remove the corners of an outline"), "Shift+P", kCanvas,
         Icon::Vertices, true},
        {ToolPoints, T("&Points"),
         T("Click what belongs to one instance, right-click what doesn't, or drag its box"), "Q", kCanvas,
         Icon::Points, true},
        {ToolExemplar, T("E&xemplar box"),
         T("Drag round one example to find all like it; Alt-drag: not like this"), "R", kCanvas,
         Icon::Exemplar, true},
        {BrushLarger, T("Larger brush"), "", "]", kCanvas},
        {BrushSmaller, T("Smaller brush"), "", "[", kCanvas},
        {Phrase, T("&Phrase"), T("Type what to find in the image"), "/", kCanvas, Icon::Phrase},
        {RunPrompt, T("&Find again"), T("Ask the model once more with the present phrase and boxes"),
         "Ctrl+Return"},
        {Accept, T("&Accept"),
         T("Proposals that pass the threshold become instances; while reviewing: this one is right"),
         "Return Enter", kCanvas, Icon::Accept},
        {AcceptAndNext, T("Accept and go &on"),
         T("Accept, then open the next image; while reviewing: all that wait in this one"),
         "Shift+Return Shift+Enter", kCanvas},
        {DropProposals, T("&Drop proposals"), T("Forget what the model found"), "", kWindow, Icon::Drop},
        {ToggleReview, T("&Review what waits"),
         T("What nobody has looked at, the most doubtful first; Enter accepts, X rejects, a digit gives a "
           "label, Tab skips"),
         "F6", kWindow, Icon::None, true},
        {AcceptAbove, T("Accept a&bove …"),
         T("Everything that waits from a score on, after the count and a sample; one step"),
         "Ctrl+Shift+Return Ctrl+Shift+Enter"},
        {AutoLabelAll, T("Auto-&label all images …"),
         T("Ask the model for several labels in every image, in the background; one step"), "Ctrl+Shift+L"},
        {CheckRules, T("&Check the project …"),
         T("Find duplicates, slivers, small holes and islands, overlaps, odd areas; repair them"), ""},
        {TidyMask, T("&Tidy with the model"),
         T("The model redraws the selected instance from its present mask"), "Shift+Q", kCanvas},
        {PreviewClicks, T("Pre&view clicks"), T("Show what a click would give while the pointer rests"), "",
         kWindow, Icon::None, true},
        {OpenModel, T("Open &model …"), T("Load another model file"), "Ctrl+M", kWindow, Icon::Model},
        {GetModel, T("&Get a model …"), T("Download, import or choose a model"), "Ctrl+Shift+M", kWindow,
         Icon::Model},
        {StopRun, T("&Stop the model"), T("Stop what the model is doing"), "Ctrl+.", kWindow, Icon::Stop},
        {PreviousImage, T("&Previous image"), "", "A PgUp", kCanvas, Icon::Previous},
        {NextImage, T("&Next image"), "", "D PgDown", kCanvas, Icon::Next},
        {PreviousTen, T("Ten images back"), "", "Shift+A", kCanvas},
        {NextTen, T("Ten images on"), "", "Shift+D", kCanvas},
        {PreviousOpen, T("Previous unfinished image"),
         T("Nothing labelled there yet, or something waits for a look"), "Ctrl+Shift+A", kCanvas},
        {NextOpen, T("Next unfinished image"), T("Nothing labelled there yet, or something waits for a look"),
         "Ctrl+Shift+D", kCanvas},
        {NextInstance, T("Next &instance"), T("Select the next instance and zoom to it"), "Tab", kCanvas},
        {PreviousInstance, T("Previous instance"), "", "Shift+Tab Backtab", kCanvas},
        {Fit, T("&Fit in window"), "", "F", kCanvas, Icon::Fit},
        {ActualSize, T("&100 %"), T("One image pixel for each pixel of the screen"), "Ctrl+1", kWindow,
         Icon::ActualSize},
        {ZoomSelection, T("Zoom to &selection"), "", "Z", kCanvas},
        {ZoomIn, T("&Zoom in"), "", "Ctrl++ Ctrl+=", kWindow, Icon::ZoomIn},
        {ZoomOut, T("Zoom &out"), "", "Ctrl+-", kWindow, Icon::ZoomOut},
        {CycleView, T("Next &view mode"), T("Overlay, outlines, masks only, cut-out"), "O", kCanvas},
        {MoreOpaque, T("Stronger fill"), "", "=", kCanvas},
        {LessOpaque, T("Weaker fill"), "", "-", kCanvas},
        {ColorByLabel, T("Colour by &label"), "", "", kWindow, Icon::None, true},
        {ColorByInstance, T("Colour by &instance"), "", "", kWindow, Icon::None, true},
        {ColorByScore, T("Colour by &score"), "", "", kWindow, Icon::None, true},
        {ColorBySource, T("Colour by s&ource"), T("By hand, by a prompt, by a run, imported"), "", kWindow,
         Icon::None, true},
        {ColorByState, T("Colour by s&tate"), T("Automatic, corrected, accepted"), "", kWindow, Icon::None,
         true},
        {Patterns, T("&Patterns"), T("Labels differ in the pattern of their fill as well"), "", kWindow,
         Icon::None, true},
        {RecolorLabels, T("Colour-&blind-safe labels"),
         T("Give the labels colours that everybody can tell apart"), "", kWindow},
        {ShowMiniMap, T("&Mini-map"), T("The whole picture in a corner; click to go there"), "F9", kWindow,
         Icon::None, true},
        {CtrlWheelZooms, T("Zoom with Ctrl+wheel"),
         T("The wheel alone scrolls, with Shift sideways; off: the wheel alone zooms"), "", kWindow,
         Icon::None, true},
        {ShowRulers, T("&Rulers"), T("In pixels of the image"), "Ctrl+R", kWindow, Icon::None, true},
        {Peek, T("P&eek"), T("Hide all masks while the key is down"), "H", kCanvas, Icon::None, true, 0,
         true},
        {CanvasOnly, T("&Canvas only"), T("Hide all panels"), "F11", kWindow, Icon::None, true},
        {ThemeSystem, T("As the &system"), "", "", kWindow, Icon::None, true},
        {ThemeLight, T("&Light"), "", "", kWindow, Icon::None, true},
        {ThemeDark, T("&Dark"), "", "", kWindow, Icon::None, true},
        {ThemeContrast, T("&High contrast"), T("White on black, with a line round everything"), "", kWindow,
         Icon::None, true},
        {TextLarger, T("&Larger text"), T("In the whole window"), ""},
        {TextSmaller, T("&Smaller text"), T("In the whole window"), ""},
        {TextNormal, T("&Normal text"), T("As large as the system says"), ""},
        {LayoutLabel, T("&Label"), T("Panels for labelling"), "Ctrl+F2", kWindow, Icon::None, true},
        {LayoutReview, T("&Review"), T("Panels for review: the images as a list"), "Ctrl+F3", kWindow,
         Icon::None, true},
        {LayoutVideo, T("&Video"), T("Panels for video: the images as a film strip"), "Ctrl+F4", kWindow,
         Icon::None, true},
        {LayoutReset, T("Bring &panels back"), T("Every panel in its first place"), "Ctrl+F5"},
        {OverlapAllow, T("Masks may o&verlap"), T("Strokes leave other instances alone"), "", kWindow,
         Icon::None, true},
        {OverlapProtect, T("Pro&tect others"), T("Strokes stop at other instances"), "", kWindow, Icon::None,
         true},
        {OverlapOverwrite, T("Take from &others"), T("Strokes take pixels from other instances"), "", kWindow,
         Icon::None, true},
        {OverlapAsk, T("Ask about others"), T("After a stroke over other instances, ask what it takes"), "",
         kWindow, Icon::None, true},
        {TakeCovered, T("Take what the stroke covers"), T("The answer when a stroke covers other instances"),
         "Shift+T", kCanvas},
        {Cancel, T("Cancel"), T("Stroke, then proposals, then the model's run, then the selection"), "Esc",
         kCanvas},
        {Palette, T("Find a &command …"), T("Run any command by its name"), "Ctrl+Shift+P"},
        {Keys, T("&Keys at a glance"), T("The keys of the present tool; once more: all keys"), "F1", kWindow,
         Icon::Help},
        {EditKeys, T("K&eyboard …"), T("Look up and change keys, or take those of another program"), ""},
        {About, T("&About Maskwright"), "", ""},
    };
}

QList<ActionSpec> digits() {
    static constexpr std::array kDigits{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"};
    static constexpr std::array kShifted{"Shift+1", "Shift+2", "Shift+3", "Shift+4", "Shift+5",
                                         "Shift+6", "Shift+7", "Shift+8", "Shift+9", "Shift+0"};
    static constexpr std::array kAll{"Ctrl+Shift+1", "Ctrl+Shift+2", "Ctrl+Shift+3", "Ctrl+Shift+4",
                                     "Ctrl+Shift+5", "Ctrl+Shift+6", "Ctrl+Shift+7", "Ctrl+Shift+8",
                                     "Ctrl+Shift+9", "Ctrl+Shift+0"};
    QList<ActionSpec> rows;
    for (int i = 0; i < int(kDigits.size()); ++i) {
        rows.append({ActionId(int(ActionId::GiveLabel1) + i), T("Give label %1"),
                     T("Label what is selected, and what is drawn next"), kDigits[i], KeyScope::Canvas,
                     Icon::None, false, i + 1});
        rows.append({ActionId(int(ActionId::FindLabel1) + i), T("Find label %1"),
                     T("Find everything of that label in the image"), kShifted[i], KeyScope::Canvas,
                     Icon::None, false, i + 1});
        rows.append({ActionId(int(ActionId::RunLabel1) + i), T("Find label %1 in all images …"),
                     T("Try that label on a few images, then run it on all of them"), kAll[i],
                     KeyScope::Canvas, Icon::None, false, i + 1});
    }
    return rows;
}

} // namespace

#undef T

const QList<ActionSpec>& Actions::table() {
    static const QList<ActionSpec> table = commands() + digits();
    return table;
}

const ActionSpec& Actions::spec(ActionId id) {
    const auto found =
        std::find_if(table().begin(), table().end(), [id](const ActionSpec& spec) { return spec.id == id; });
    Q_ASSERT(found != table().end());
    return *found;
}

QString Actions::name(ActionId id) {
    return QString::fromLatin1(QMetaEnum::fromType<ActionId>().valueToKey(int(id)));
}

QList<QKeySequence> Actions::defaultKeys(const ActionSpec& spec) {
    QList<QKeySequence> keys;
    for (const QString& word : QString::fromLatin1(spec.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        keys.append(QKeySequence(word, QKeySequence::PortableText));
    }
    return keys;
}

QString Actions::plainText(const ActionSpec& spec) {
    // Chinese and Japanese write the mnemonic behind the text.
    static const QRegularExpression behind(QStringLiteral("\\(&\\w\\)"));
    return textOf(spec).remove(behind).remove(QLatin1Char('&')).remove(QStringLiteral(" …"));
}

QString Actions::tip(const ActionSpec& spec) {
    return *spec.tip == '\0' ? QString() : translated(spec.tip);
}

Actions::Actions(QWidget& window, QWidget& canvas) : QObject(&window) {
    for (const ActionSpec& spec : table()) {
        auto* action = new QAction(icon(spec.icon), textOf(spec), this);
        action->setObjectName(name(spec.id));
        action->setCheckable(spec.checkable);
        const bool onCanvas = spec.scope == KeyScope::Canvas;
        action->setShortcutContext(onCanvas ? Qt::WidgetShortcut : Qt::WindowShortcut);
        (onCanvas ? canvas : window).addAction(action);
        m_actions[spec.id] = action;
        updateTip(spec.id);
    }
}

void Actions::setKeys(ActionId id, const QList<QKeySequence>& keys, const QString& text) {
    m_actions.at(id)->setShortcuts(keys);
    m_keyTexts[id] = text;
    updateTip(id);
}

void Actions::updateTip(ActionId id) {
    const QString& keys = m_keyTexts[id];
    QString text = plainText(spec(id));
    if (!keys.isEmpty()) {
        text += QStringLiteral(" (%1)").arg(keys);
    }
    if (const QString use = tip(spec(id)); !use.isEmpty()) {
        text += QLatin1Char('\n') + use;
    }
    if (const QString why = whyNot(id); !why.isEmpty()) {
        text += QLatin1Char('\n') + why;
    }
    m_actions.at(id)->setToolTip(text);
}

void Actions::setEnabled(ActionId id, bool on, const QString& why) {
    m_whyNot[id] = why;
    m_actions.at(id)->setEnabled(on);
    updateTip(id);
}

QString Actions::whyNot(ActionId id) const {
    if (m_actions.at(id)->isEnabled()) {
        return {};
    }
    const auto known = m_whyNot.find(id);
    return known == m_whyNot.end() || known->second.isEmpty()
               ? QCoreApplication::translate("actions", "not possible now")
               : known->second;
}

void Actions::bind(ActionId id, const std::function<void()>& slot) {
    connect(m_actions.at(id), &QAction::triggered, this, [slot] { slot(); });
}

} // namespace gui
