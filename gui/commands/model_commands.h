// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class QSettings;
class QWidget;

namespace core {
class ModelManager;
struct Ending;
} // namespace core

namespace gui {

class Actions;
class FileCommands;
class ModelDialog;
class Session;

/// Getting models and choosing the one to work with; remembers the choice.
class ModelCommands : public QObject {
    Q_OBJECT
public:
    /// What it works with; all of it outlives this.
    struct Parts {
        Session& session;
        Actions& actions;
        FileCommands& files;
        core::ModelManager& models;
        QSettings& settings;
    };
    /// `window` is the parent of the dialog.
    ModelCommands(const Parts& parts, QWidget& window);

    /// Opens `wanted` (a file or a model's id), else the model of the last time, else the one that comes with
    /// the program.
    void openFirst(const QString& wanted);
    void use(const QString& file);
    /// Shows "Get a model".
    ModelDialog& show();

private:
    void onEnded(const QString& id, const core::Ending& ending);

    Parts m_parts;
    QWidget& m_window;
    QPointer<ModelDialog> m_dialog;
};

} // namespace gui
