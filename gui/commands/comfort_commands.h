// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/keys/key_map.h"
#include "gui/layouts.h"
#include "gui/theme.h"

#include <QObject>
#include <QPointer>

class QMainWindow;
class QMenu;
class QSettings;

namespace gui {

class CanvasView;
class CommandPalette;
class KeyOverlay;
class KeysDialog;

/// Keys and looks of the window: key map, palette, overview of keys, theme, size of the text, panels,
/// language.
class ComfortCommands : public QObject {
    Q_OBJECT
public:
    /// All must outlive the commands.
    ComfortCommands(Actions& actions, CanvasView& canvas, QSettings& settings, QMainWindow& window);

    KeyMap& keys() { return m_keys; }
    CommandPalette& palette() { return *m_palette; }
    KeyOverlay& overlay() { return *m_overlay; }
    Layouts& layouts() { return m_layouts; }
    void setTheme(Theme theme);
    /// The menu of languages; each is written in itself.
    void fillLanguages(QMenu& menu);

signals:
    /// The choice is kept; a new window has it.
    void languageChosen();

private:
    void bindThemes();
    void bindTextSize();
    void showKeys();
    void editKeys();

    Actions& m_actions;
    CanvasView& m_canvas;
    QSettings& m_settings;
    QMainWindow& m_window;
    KeyMap m_keys;
    Layouts m_layouts;
    CommandPalette* m_palette;
    KeyOverlay* m_overlay;
    QPointer<KeysDialog> m_dialog;
};

} // namespace gui
