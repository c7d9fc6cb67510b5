// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/model_commands.h"

#include "gui/actions.h"
#include "gui/commands/file_commands.h"
#include "gui/dialogs/model_dialog.h"
#include "gui/session/session.h"

#include "core/base/data_path.h"
#include "core/engine/inference_service.h"
#include "core/models/model_manager.h"

#include <QFileInfo>
#include <QSettings>

namespace gui {
namespace {

const auto kModelKey = QStringLiteral("models/used");
const auto kFolderKey = QStringLiteral("models/folder");

} // namespace

ModelCommands::ModelCommands(const Parts& parts, QWidget& window)
    : QObject(&window), m_parts(parts), m_window(window) {
    m_parts.actions.bind(ActionId::GetModel, [this] { show(); });
    connect(&m_parts.models, &core::ModelManager::ended, this, &ModelCommands::onEnded);
}

void ModelCommands::openFirst(const QString& wanted) {
    if (!wanted.isEmpty()) {
        const QString installed = QFileInfo::exists(wanted) ? QString() : m_parts.models.fileOf(wanted);
        m_parts.files.openModel(installed.isEmpty() ? wanted : installed);
        return;
    }
    QString file = m_parts.settings.value(kModelKey).toString();
    if (file.isEmpty() || !QFileInfo::exists(file)) {
        file = core::dataPath(QStringLiteral("models/pocket.safetensors"));
    }
    if (!file.isEmpty()) {
        m_parts.files.openModel(file);
    }
}

void ModelCommands::use(const QString& file) {
    m_parts.settings.setValue(kModelKey, file);
    m_parts.files.openModel(file);
}

ModelDialog& ModelCommands::show() {
    if (m_dialog == nullptr) {
        m_dialog = new ModelDialog(m_parts.models, &m_window);
        core::InferenceService& service = m_parts.session.service();
        m_dialog->setUsed(service.model().file);
        connect(m_dialog, &ModelDialog::useRequested, this, &ModelCommands::use);
        connect(m_dialog, &ModelDialog::folderChosen, this,
                [this](const QString& folder) { m_parts.settings.setValue(kFolderKey, folder); });
        connect(&service, &core::InferenceService::modelChanged, m_dialog,
                [this](const core::ModelStatus& model) { m_dialog->setUsed(model.file); });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    return *m_dialog;
}

void ModelCommands::onEnded(const QString& id, const core::Ending& ending) {
    // Whoever closed the dialog is told here.
    if (m_dialog != nullptr && !m_dialog->isVisible()) {
        const core::ModelEntry* entry = m_parts.models.find(id);
        QString text = core::problemText(ending, entry != nullptr ? entry->name : id);
        if (ending.isDone()) {
            text += QLatin1Char(' ') + tr("Use it with Prompt, Get a model.");
        }
        m_parts.session.report(text);
    }
}

} // namespace gui
