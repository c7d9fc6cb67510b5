// SPDX-License-Identifier: Apache-2.0
#include "gui/main_window.h"

#include "gui/actions.h"
#include "gui/canvas/canvas_view.h"
#include "gui/commands/auto_label_commands.h"
#include "gui/commands/comfort_commands.h"
#include "gui/commands/editing.h"
#include "gui/commands/exchange_commands.h"
#include "gui/commands/file_commands.h"
#include "gui/commands/instance_commands.h"
#include "gui/commands/review_commands.h"
#include "gui/commands/safety_commands.h"
#include "gui/commands/shape_commands.h"
#include "gui/commands/view_commands.h"
#include "gui/docks/annotation_dock.h"
#include "gui/docks/comparison_dock.h"
#include "gui/docks/display_dock.h"
#include "gui/docks/gallery_dock.h"
#include "gui/docks/image_dock.h"
#include "gui/docks/label_dock.h"
#include "gui/docks/label_picker.h"
#include "gui/docks/prompt_bar.h"
#include "gui/docks/review_dock.h"
#include "gui/docks/statistics_dock.h"
#include "gui/docks/tool_options.h"
#include "gui/docks/welcome_page.h"
#include "gui/session/session.h"
#include "gui/status/issue_strip.h"
#include "gui/status/run_bar.h"
#include "gui/status/status_line.h"

#include "core/engine/inference_service.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>

namespace gui {
namespace {

const auto kGeometryKey = QStringLiteral("window/geometry");

} // namespace

MainWindow::MainWindow(core::InferenceService& service, QSettings& settings, QWidget* parent)
    : QMainWindow(parent), m_settings(settings), m_session(std::make_unique<Session>(service)),
      m_canvas(new CanvasView(*m_session, this)), m_actions(new Actions(*this, *m_canvas)) {
    setObjectName(QStringLiteral("main"));
    setMinimumSize(1024, 700);
    resize(1360, 860);
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    buildCentre();
    buildDocks();
    buildToolBar();
    auto* status = new StatusLine(*m_session, *m_canvas, this);
    setStatusBar(status);
    connect(status, &StatusLine::modelClicked, (*m_actions)[ActionId::GetModel], &QAction::trigger);
    m_files = new FileCommands(*m_session, *m_actions, m_settings, *this);
    new ExchangeCommands(*m_session, *m_actions, m_settings, *this);
    m_safety = new SafetyCommands({*m_session, *m_actions, *m_files, *m_issues}, *this);
    bindEditing(*m_actions, *m_session, *m_canvas);
    bindTools(*m_actions, *m_session, *m_canvas);
    new ShapeCommands(*m_session, *m_canvas, *m_actions, m_canvas);
    bindPrompting(*m_actions, *m_session, *m_canvas, *m_prompt);
    bindNavigation(*m_actions, *m_session, *m_canvas, *m_instances);
    bindView(*m_actions, *m_session, *m_canvas, m_settings);
    bindDigits(*m_actions, *m_session);
    bindInstances(*m_actions, *m_session);
    bindReview(*m_actions, *m_session, *m_canvas, *m_review);
    bindAutoLabel(*m_actions, *m_session, *m_run, *m_issues, *this);
    m_comfort = new ComfortCommands(*m_actions, *m_canvas, m_settings, *this);
    buildMenus();
    bindWindow();
    followSession();
    restoreLayout();
    updateTitle();
}

MainWindow::~MainWindow() {
    // Widgets look at the session until they are gone.
    disconnect(m_session.get(), nullptr, nullptr, nullptr);
    delete takeCentralWidget();
    for (QWidget* panel : std::as_const(m_panels)) {
        delete panel;
    }
    delete statusBar();
}

void MainWindow::buildCentre() {
    auto* work = new QWidget(this);
    m_prompt = new PromptBar(*m_session, *m_actions, work);
    m_issues = new IssueStrip(work);
    m_run = new RunBar(m_session->autoLabel(), work);
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_prompt);
    column->addWidget(m_canvas, 1);
    m_welcome = new WelcomePage(*m_actions, this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(work);
    auto* centre = new QWidget(this);
    auto* outer = new QVBoxLayout(centre);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_issues);
    outer->addWidget(m_run);
    outer->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

void MainWindow::buildDocks() {
    auto* labels = new LabelDock(*m_session, this);
    m_instances = new AnnotationDock(*m_session, *m_actions, this);
    auto* images = new ImageDock(*m_session, *m_actions, this);
    auto* display = new DisplayDock(m_canvas->display(), this);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    addDockWidget(Qt::RightDockWidgetArea, labels);
    addDockWidget(Qt::RightDockWidgetArea, m_instances);
    addDockWidget(Qt::BottomDockWidgetArea, images);
    auto* statistics = new StatisticsDock(*m_session, m_settings, this);
    m_review = new ReviewDock(*m_session, *m_actions, this);
    auto* comparison = new ComparisonDock(*m_session, this);
    auto* gallery = new GalleryDock(*m_session, this);
    connect(comparison, &ComparisonDock::shown, m_canvas, &CanvasView::zoomTo);
    connect(gallery, &GalleryDock::shown, m_canvas, &CanvasView::zoomTo);
    for (QDockWidget* dock : std::initializer_list<QDockWidget*>{statistics, m_review, comparison, gallery}) {
        addDockWidget(Qt::RightDockWidgetArea, dock);
        tabifyDockWidget(m_instances, dock);
        dock->hide();
    }
    m_instances->raise();
    resizeDocks({labels}, {250}, Qt::Horizontal);
    resizeDocks({labels, m_instances}, {2, 3}, Qt::Vertical);
    resizeDocks({images}, {150}, Qt::Vertical);
    auto* picker = new LabelPicker(*m_session, *m_canvas);
    m_actions->bind(ActionId::PickLabel, [picker] { picker->open(); });
    m_actions->bind(ActionId::MergeLabels, [labels] { labels->openRemap(); });
    m_actions->bind(ActionId::EditTags, [images] { images->editTags(); });
    m_actions->bind(ActionId::FocusFilter, [images] { images->focusFilter(); });
    addDockWidget(Qt::RightDockWidgetArea, display);
    display->hide();
    m_panels = {labels, m_instances, images, statistics, display, m_review, comparison, gallery};
}

void MainWindow::buildToolBar() {
    auto* tools = new QToolBar(tr("Tools"), this);
    tools->setObjectName(QStringLiteral("tools"));
    tools->setIconSize({22, 22});
    tools->setMovable(false);
    // Shape tools above, prompts below: the two levels of the grammar.
    for (const ActionId id :
         {ActionId::ToolSelect, ActionId::ToolBrush, ActionId::ToolEraser, ActionId::ToolLasso,
          ActionId::ToolPolygon, ActionId::ToolRectangle, ActionId::ToolWand, ActionId::ToolScissors,
          ActionId::ToolCut, ActionId::ToolVertices}) {
        tools->addAction((*m_actions)[id]);
    }
    tools->addSeparator();
    for (const ActionId id : {ActionId::ToolPoints, ActionId::ToolExemplar, ActionId::Phrase}) {
        tools->addAction((*m_actions)[id]);
    }
    tools->addSeparator();
    for (const ActionId id : {ActionId::Undo, ActionId::Redo, ActionId::Fit, ActionId::ActualSize}) {
        tools->addAction((*m_actions)[id]);
    }
    addToolBar(Qt::LeftToolBarArea, tools);
    auto* options = new ToolOptions(*m_canvas, *m_actions, this);
    addToolBar(Qt::TopToolBarArea, options);
    m_panels.append({tools, options});
}

void MainWindow::add(QMenu* menu, std::initializer_list<ActionId> ids) {
    for (const ActionId id : ids) {
        menu->addAction((*m_actions)[id]);
    }
}

void MainWindow::buildMenus() {
    buildWorkMenus();
    buildViewMenu();
    add(menuBar()->addMenu(tr("&Review")),
        {ActionId::ToggleReview, ActionId::AcceptAbove, ActionId::CheckRules});
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, {ActionId::Palette, ActionId::Keys, ActionId::EditKeys});
    help->addSeparator();
    add(help, {ActionId::About});
}

void MainWindow::buildWorkMenus() {
    using enum ActionId;
    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, {OpenFolder, OpenProject, OpenImages, OpenDemo});
    file->addSeparator();
    add(file, {ImportLabels, ExportLabels, RepeatExport});
    file->addSeparator();
    add(file, {Checkpoint, Backups});
    file->addSeparator();
    add(file, {Quit});
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    add(edit, {Undo, Redo});
    edit->addSeparator();
    add(edit, {Copy, Paste, CopyToNext, Duplicate, Interpolate});
    edit->addSeparator();
    add(edit, {SelectAll, SelectNone, Delete, Reject, ToggleLock, ToggleHide});
    edit->addSeparator();
    add(edit, {FocusFilter, EditTags});
    QMenu* instances = menuBar()->addMenu(tr("&Instances"));
    add(instances, {Solo, ShowAll});
    instances->addSeparator();
    add(instances, {SoloLabel, HideLabel, LockLabel});
    instances->addSeparator();
    add(instances, {Group, Ungroup, ToggleCrowd});
    instances->addSeparator();
    add(instances, {MoveForward, MoveBackward});
    instances->addSeparator();
    add(instances, {PickLabel, MergeLabels});
    QMenu* mask = menuBar()->addMenu(tr("&Mask"));
    add(mask, {ToolSelect, ToolBrush, ToolEraser, ToolLasso, ToolPolygon, ToolRectangle, ToolWand,
               ToolScissors, ToolCut, ToolVertices, ToolPoints});
    mask->addSeparator();
    add(mask, {FillHoles, DropIslands, Grow, Shrink});
    mask->addSeparator();
    add(mask, {GrowBy, ShrinkBy, SmoothBy, FillHolesUnder, DropIslandsUnder, Simplify});
    mask->addSeparator();
    add(mask, {Merge, Subtract, Intersect, ExclusiveOr, SplitParts});
    mask->addSeparator();
    add(mask, {OverlapAllow, OverlapProtect, OverlapOverwrite, OverlapAsk, TakeCovered});
    QMenu* prompt = menuBar()->addMenu(tr("&Prompt"));
    add(prompt, {Phrase, ToolExemplar, RunPrompt, TidyMask, PreviewClicks});
    prompt->addSeparator();
    add(prompt, {Accept, AcceptAndNext, DropProposals, StopRun});
    prompt->addSeparator();
    add(prompt, {AutoLabelAll});
    prompt->addSeparator();
    add(prompt, {GetModel, OpenModel});
}

void MainWindow::buildViewMenu() {
    using enum ActionId;
    QMenu* view = menuBar()->addMenu(tr("&View"));
    add(view, {PreviousImage, NextImage, PreviousOpen, NextOpen, NextInstance});
    view->addSeparator();
    add(view, {Fit, ActualSize, ZoomIn, ZoomOut, ZoomSelection, CycleView, MoreOpaque, LessOpaque, Peek});
    QMenu* colors = view->addMenu(tr("Colo&urs"));
    add(colors, {ColorByLabel, ColorByInstance, ColorByScore, ColorBySource, ColorByState});
    colors->addSeparator();
    add(colors, {Patterns, RecolorLabels});
    add(view, {ShowMiniMap, ShowRulers, CtrlWheelZooms});
    view->addSeparator();
    QMenu* layouts = view->addMenu(tr("&Layout"));
    add(layouts, {LayoutLabel, LayoutReview, LayoutVideo});
    layouts->addSeparator();
    add(layouts, {LayoutReset});
    QMenu* panels = view->addMenu(tr("P&anels"));
    for (QDockWidget* dock : findChildren<QDockWidget*>()) {
        panels->addAction(dock->toggleViewAction());
    }
    add(view, {CanvasOnly});
    QMenu* theme = view->addMenu(tr("&Theme"));
    add(theme, {ThemeSystem, ThemeLight, ThemeDark, ThemeContrast});
    QMenu* text = view->addMenu(tr("Te&xt size"));
    add(text, {TextLarger, TextSmaller, TextNormal});
    m_comfort->fillLanguages(*view->addMenu(tr("Lan&guage")));
}

void MainWindow::bindWindow() {
    m_actions->bind(ActionId::Quit, [this] { close(); });
    m_actions->bind(ActionId::About, [this] {
        QMessageBox::about(
            this, tr("About Maskwright"),
            tr("<b>Maskwright %1</b><p>Masks for images: found by a phrase or an example, corrected by "
               "hand, kept on your machine.</p><p>Apache License 2.0. Uses Qt %2.</p>")
                .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
    });
    m_actions->bind(ActionId::CanvasOnly,
                    [this] { setCanvasOnly((*m_actions)[ActionId::CanvasOnly]->isChecked()); });
}

void MainWindow::followSession() {
    connect(m_session.get(), &Session::issue, m_issues, [this](const QString& sentence) { say(sentence); });
    connect(m_session.get(), &Session::projectChanged, this, &MainWindow::showProject);
    connect(m_session.get(), &Session::imageChanged, this, &MainWindow::updateTitle);
    connect(&m_session->service(), &core::InferenceService::failed, this,
            [this](const core::RequestKey& key, const QString& message) {
                if (key.kind == core::RequestKind::LoadModel || key.kind == core::RequestKind::Prepare) {
                    m_issues->show(message);
                }
            });
    connect(m_files, &FileCommands::recentChanged, this, [this] { m_welcome->setRecent(m_files->recent()); });
    connect(m_welcome, &WelcomePage::recentChosen, m_files, &FileCommands::openProject);
    m_welcome->setRecent(m_files->recent());
    connect(m_welcome, &WelcomePage::presetChosen, &m_comfort->keys(), &KeyMap::setPreset);
    connect(&m_comfort->keys(), &KeyMap::changed, m_welcome,
            [this] { m_welcome->setPreset(m_comfort->keys().preset()); });
    m_welcome->setPreset(m_comfort->keys().preset());
}

void MainWindow::say(const QString& sentence) {
    constexpr int kLong = 12'000; // milliseconds
    if (m_safety->isAsking()) {
        statusBar()->showMessage(sentence, kLong);
    } else {
        m_issues->show(sentence);
    }
}

void MainWindow::showProject() {
    core::OpenProject* open = m_session->openProject();
    m_pages->setCurrentIndex(open == nullptr ? 0 : 1);
    updateTitle();
    m_canvas->setFocus();
}

void MainWindow::updateTitle() {
    core::OpenProject* open = m_session->openProject();
    const core::ImageId image = m_session->image();
    QString title = tr("Maskwright");
    if (open != nullptr) {
        const QString name = QFileInfo(open->file()).completeBaseName();
        title = (open->isReadOnly() ? tr("%1 (read only)").arg(name) : name) + QStringLiteral(" – ") + title;
    }
    if (open != nullptr && image.isValid()) {
        title = QFileInfo(open->absolutePath(image)).fileName() + QStringLiteral(" – ") + title;
    }
    setWindowTitle(title);
}

void MainWindow::setTheme(Theme theme) {
    m_comfort->setTheme(theme);
}

void MainWindow::setCanvasOnly(bool on) {
    if (on) {
        m_panelsState = saveState();
        for (QWidget* panel : std::as_const(m_panels)) {
            panel->hide();
        }
    } else {
        restoreState(m_panelsState);
    }
    menuBar()->setVisible(!on);
    statusBar()->setVisible(!on);
    m_canvas->setFocus();
}

void MainWindow::restoreLayout() {
    restoreGeometry(m_settings.value(kGeometryKey).toByteArray());
    m_comfort->layouts().restore();
    m_canvas->settings().load(m_settings);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_files->mayLeaveProject()) {
        event->ignore();
        return;
    }
    if ((*m_actions)[ActionId::CanvasOnly]->isChecked()) {
        setCanvasOnly(false);
    }
    m_settings.setValue(kGeometryKey, saveGeometry());
    m_comfort->layouts().save();
    m_canvas->settings().save(m_settings);
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    m_files->open(paths);
}

} // namespace gui
