// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/theme.h"

#include <QMainWindow>

#include <initializer_list>
#include <memory>

class QDockWidget;
class QSettings;
class QStackedWidget;

namespace core {
class InferenceService;
}

namespace gui {

class Actions;
enum class ActionId;
class AnnotationDock;
class CanvasView;
class ComfortCommands;
class FileCommands;
class IssueStrip;
class PromptBar;
class RunBar;
class SafetyCommands;
class Session;
class WelcomePage;

/// Puts the parts together; each of them follows the session by itself.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Both must outlive the window.
    MainWindow(core::InferenceService& service, QSettings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return *m_session; }
    CanvasView& canvas() { return *m_canvas; }
    Actions& actions() { return *m_actions; }
    FileCommands& files() { return *m_files; }
    PromptBar& promptBar() { return *m_prompt; }
    IssueStrip& issues() { return *m_issues; }
    ComfortCommands& comfort() { return *m_comfort; }
    void setTheme(Theme theme);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildCentre();
    void buildDocks();
    void buildToolBar();
    void add(QMenu* menu, std::initializer_list<ActionId> ids);
    void buildMenus();
    void buildWorkMenus();
    void buildViewMenu();
    void bindWindow();
    void followSession();
    void say(const QString& sentence);
    void showProject();
    void updateTitle();
    void setCanvasOnly(bool on);
    void restoreLayout();

    QSettings& m_settings;
    std::unique_ptr<Session> m_session;
    CanvasView* m_canvas;
    Actions* m_actions;
    QStackedWidget* m_pages = nullptr;
    WelcomePage* m_welcome = nullptr;
    PromptBar* m_prompt = nullptr;
    IssueStrip* m_issues = nullptr;
    RunBar* m_run = nullptr;
    AnnotationDock* m_instances = nullptr;
    QDockWidget* m_review = nullptr;
    FileCommands* m_files = nullptr;
    ComfortCommands* m_comfort = nullptr;
    SafetyCommands* m_safety = nullptr;
    QList<QWidget*> m_panels; ///< what "canvas only" hides
    QByteArray m_panelsState;
};

} // namespace gui
