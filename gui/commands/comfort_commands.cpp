// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/comfort_commands.h"

#include "gui/canvas/canvas_view.h"
#include "gui/commands/editing.h"
#include "gui/dialogs/command_palette.h"
#include "gui/dialogs/keys_dialog.h"
#include "gui/keys/key_filter.h"
#include "gui/keys/key_overlay.h"
#include "gui/language.h"
#include "gui/tools/tool_manager.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace gui {
namespace {

const auto kThemeKey = QStringLiteral("window/theme");
const auto kTextKey = QStringLiteral("window/textSize"); // points more than the system's

} // namespace

ComfortCommands::ComfortCommands(Actions& actions, CanvasView& canvas, QSettings& settings,
                                 QMainWindow& window)
    : QObject(&window), m_actions(actions), m_canvas(canvas), m_settings(settings), m_window(window),
      m_keys(actions, settings), m_layouts(actions, settings, window),
      m_palette(new CommandPalette(actions, m_keys, &window)), m_overlay(new KeyOverlay(m_keys, &window)) {
    new KeyFilter(actions, m_keys, canvas, this);
    actions.bind(ActionId::Palette, [this] { m_palette->open(); });
    actions.bind(ActionId::Keys, [this] { showKeys(); });
    actions.bind(ActionId::EditKeys, [this] { editKeys(); });
    bindThemes();
    bindTextSize();
    setTheme(Theme(m_settings.value(kThemeKey, int(Theme::System)).toInt()));
}

void ComfortCommands::bindThemes() {
    auto* themes = new QActionGroup(this);
    const QList<QPair<ActionId, Theme>> choices{{ActionId::ThemeSystem, Theme::System},
                                                {ActionId::ThemeLight, Theme::Light},
                                                {ActionId::ThemeDark, Theme::Dark},
                                                {ActionId::ThemeContrast, Theme::Contrast}};
    for (const auto& [id, theme] : choices) {
        m_actions[id]->setActionGroup(themes);
        m_actions.bind(id, [this, value = theme] { setTheme(value); });
    }
}

void ComfortCommands::setTheme(Theme theme) {
    applyTheme(theme);
    m_settings.setValue(kThemeKey, int(theme));
    const ActionId id = theme == Theme::Light      ? ActionId::ThemeLight
                        : theme == Theme::Dark     ? ActionId::ThemeDark
                        : theme == Theme::Contrast ? ActionId::ThemeContrast
                                                   : ActionId::ThemeSystem;
    m_actions[id]->setChecked(true);
}

void ComfortCommands::bindTextSize() {
    // Also of settings that somebody wrote by hand.
    const auto bounded = [](int points) { return std::clamp(points, -3, 9); };
    const auto resize = [this, bounded](int points) {
        m_settings.setValue(kTextKey, bounded(points));
        applyTextSize(bounded(points));
    };
    const auto now = [this, bounded] { return bounded(m_settings.value(kTextKey, 0).toInt()); };
    m_actions.bind(ActionId::TextLarger, [resize, now] { resize(now() + 1); });
    m_actions.bind(ActionId::TextSmaller, [resize, now] { resize(now() - 1); });
    m_actions.bind(ActionId::TextNormal, [resize] { resize(0); });
    applyTextSize(now());
}

void ComfortCommands::fillLanguages(QMenu& menu) {
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& name, const QString& id) {
        QAction* action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(Texts::chosen(m_settings) == id);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] {
            if (Texts::chosen(m_settings) != id) {
                Texts::choose(m_settings, id);
                emit languageChosen();
            }
        });
    };
    add(tr("As the &system"), {});
    menu.addSeparator();
    for (const Language& language : languages()) {
        add(language.name, language.id);
    }
}

void ComfortCommands::showKeys() {
    if (m_overlay->isVisible() || !m_canvas.isVisible()) {
        m_overlay->hide();
        editKeys();
        return;
    }
    for (const auto& [command, tool] : toolCommands()) {
        if (tool == m_canvas.tools().currentId()) {
            m_overlay->open(command, m_canvas.tools().current().gestures());
        }
    }
}

void ComfortCommands::editKeys() {
    if (m_dialog == nullptr) {
        m_dialog = new KeysDialog(m_keys, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace gui
