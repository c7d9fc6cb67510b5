// SPDX-License-Identifier: Apache-2.0
#include "gui/commands/exchange_commands.h"

#include "gui/actions.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/export_run.h"
#include "gui/dialogs/progress_run.h"
#include "gui/session/filter.h"
#include "gui/session/session.h"

#include "core/formats/format.h"
#include "core/project/project.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace gui {
namespace {

constexpr int kNotesShown = 3;
const auto kFolderKey = QStringLiteral("folder");

} // namespace

/// An import on its way. The thread has it alone until it has answered.
struct ExchangeCommands::Reading {
    QString path;
    const core::Format* format; ///< none: recognised
    core::ImportTarget target;
    core::Result<core::ImportedDataset> data = core::ImportedDataset();
    bool isRead = false;
    core::Edit edit;
    QStringList notes;

    void work(RunState& state) {
        if (!isRead) {
            data = read(state);
            isRead = true;
        }
        if (!data) {
            return;
        }
        const QFileInfo info(path);
        notes = data->warnings;
        edit = core::importEdit(target, *data, info.isDir() ? info.absoluteFilePath() : info.absolutePath(),
                                ExchangeCommands::tr("Import %1").arg(format->title), &notes);
    }

private:
    core::Result<core::ImportedDataset> read(RunState& state) {
        if (format == nullptr) {
            ASSIGN_OR_RETURN(format, core::formatOf(path));
        }
        return core::importDataset(*format, path,
                                   [&state](qint64 instances) { return state.note(instances, 0); });
    }
};

ExchangeCommands::ExchangeCommands(Session& session, Actions& actions, QSettings& settings, QWidget& window)
    : QObject(&window), m_session(session), m_settings(settings), m_window(window) {
    actions.bind(ActionId::ImportLabels, [this] { importLabels(); });
    actions.bind(ActionId::ExportLabels, [this] { showExport({}); });
    actions.bind(ActionId::RepeatExport, [this] { repeatExport(); });
    const auto enable = [this, &actions] {
        for (const ActionId id : {ActionId::ImportLabels, ActionId::ExportLabels, ActionId::RepeatExport}) {
            actions.setEnabled(id, m_session.openProject() != nullptr, tr("no project is open"));
        }
    };
    connect(&session, &Session::projectChanged, this, enable);
    enable();
}

void ExchangeCommands::importLabels() {
    QStringList kinds;
    QStringList filters;
    for (const core::Format& format : core::formats()) {
        if (format.read != nullptr) {
            const QString kind = QStringLiteral("*.") + QFileInfo(format.file).suffix();
            kinds += kinds.contains(kind) ? QStringList() : QStringList(kind);
            filters += format.title + QStringLiteral(" (") + kind + QLatin1Char(')');
        }
    }
    filters.prepend(tr("Labels of any format (%1)").arg(kinds.join(QLatin1Char(' '))));
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    QString filter;
    const QString file = QFileDialog::getOpenFileName(&m_window, tr("Import"),
                                                      m_settings.value(kFolderKey, pictures).toString(),
                                                      filters.join(QStringLiteral(";;")), &filter);
    if (file.isEmpty()) {
        return;
    }
    m_settings.setValue(kFolderKey, QFileInfo(file).absolutePath());
    const auto chosen = std::find_if(core::formats().begin(), core::formats().end(), [&](const auto& format) {
        return filter.startsWith(format.title + QStringLiteral(" ("));
    });
    importFrom(file, chosen == core::formats().end() ? nullptr : &*chosen);
}

void ExchangeCommands::importFrom(const QString& path, const core::Format* format) {
    const auto reading = std::make_shared<Reading>(Reading{path, format, {}, {}, false, {}, {}});
    // The size of a picture may become known while the edit is made; then it is made again.
    do {
        reading->target = core::importTarget(*m_session.openProject());
        ProgressRun run(&m_window, tr("Reading …"), tr("Reading … %1 instances"),
                        ProgressRun::OnCancel::Leave);
        const auto read = [reading](RunState& state) {
            reading->work(state);
            return true;
        };
        if (!run.over(m_background, read)) {
            m_session.report(tr("The import was cancelled; nothing was changed."));
            return;
        }
    } while (reading->data && !(reading->target == core::importTarget(*m_session.openProject())));
    if (reading->data) {
        put(*reading);
    } else {
        m_session.report(QString::fromStdString(reading->data.error().message));
    }
}

void ExchangeCommands::put(Reading& reading) {
    m_session.commit(std::move(reading.edit));
    QString text = tr("%1 instances in %2 images imported.")
                       .arg(reading.data->annotations.size())
                       .arg(reading.data->images.size());
    const QStringList& notes = reading.notes;
    if (!notes.isEmpty()) {
        text += QLatin1Char('\n') + notes.mid(0, kNotesShown).join(QLatin1Char('\n'));
    }
    if (notes.size() > kNotesShown) {
        text += QLatin1Char('\n') + tr("… and %1 more notes.").arg(notes.size() - kNotesShown);
    }
    m_session.report(text);
}

void ExchangeCommands::showExport(const core::ExportPreset& initial) {
    ExportDialog dialog(m_session, &m_window, &m_settings, initial);
    dialog.exec();
    if (!dialog.outcome().isEmpty()) {
        m_session.report(dialog.outcome());
    }
}

void ExchangeCommands::repeatExport() {
    const auto last = core::lastExport(m_settings, m_session.openProject()->file());
    if (!last || core::formatById(last->format) == nullptr ||
        m_session.openProject()->saveState() == core::SaveState::Failed) {
        showExport({});
        return;
    }
    m_session.filter().whenWritten([this, last = *last] { repeat(last); });
}

void ExchangeCommands::repeat(const core::ExportPreset& last) {
    ProgressRun run(&m_window, tr("Looking …"), {}, ProgressRun::OnCancel::Wait);
    const auto losses = run.over(m_background, [project = m_session.openProject()->file(),
                                                last](RunState& state) {
        return storedLosses(project, last, [&state](int done, int total) { return state.note(done, total); });
    });
    if (!losses || !*losses) {
        m_session.report(losses ? QString::fromStdString(losses->error().message) : QString());
    } else if (losesMore(**losses, last)) {
        showExport(last);
    } else {
        m_session.report(outcomeOf(writeExport(m_session, m_background, &m_window, last), last));
    }
}

} // namespace gui
