// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/export_dialog.h"

#include "gui/dialogs/export_run.h"
#include "gui/dialogs/preset_row.h"
#include "gui/dialogs/split_row.h"
#include "gui/session/filter.h"
#include "gui/session/project_files.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/query/narrowed_source.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace gui {

ExportDialog::ExportDialog(Session& session, QWidget* parent, QSettings* settings,
                           const core::ExportPreset& initial)
    : QDialog(parent), m_session(session), m_settings(settings), m_folder(initial.folder) {
    setWindowTitle(tr("Export"));
    setMinimumWidth(460);
    auto* choices = makeChoices();
    auto* where = makeFilter();
    m_split = new SplitRow(this);
    m_report = new QLabel(this);
    m_report->setWordWrap(true);
    m_report->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_report->setFrameShape(QFrame::StyledPanel);
    m_report->setMargin(kMargin);
    m_report->setAccessibleName(tr("What will be lost"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write = buttons->addButton(m_folder.isEmpty() ? tr("Choose folder and write …") : tr("Write as before"),
                                 QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(kMargin);
    if (settings != nullptr) {
        auto* presets = new PresetRow(
            *settings, [this] { return this->choices(); }, this);
        column->addWidget(presets);
        connect(presets, &PresetRow::chosen, this, &ExportDialog::setChoices);
    }
    column->addLayout(choices);
    column->addLayout(where);
    column->addWidget(m_split);
    column->addWidget(m_polygons);
    column->addWidget(m_pictures);
    column->addWidget(m_report);
    column->addWidget(buttons);
    connect(m_polygons, &QCheckBox::toggled, this, &ExportDialog::find);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::choose);
    connect(m_write, &QPushButton::clicked, this, &ExportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_where, &QLineEdit::textChanged, this, &ExportDialog::find);
    connect(session.openProject(), &core::OpenProject::saveStateChanged, this, [this](core::SaveState state) {
        if (state == core::SaveState::Failed && m_waiting) {
            countHere();
        }
    });
    setChoices(initial);
}

ExportDialog::~ExportDialog() {
    m_stop.request_stop();
}

QBoxLayout* ExportDialog::makeChoices() {
    m_format = new QComboBox(this);
    for (const core::Format& format : core::formats()) {
        if (format.write != nullptr) {
            m_format->addItem(format.title, format.id);
        }
    }
    auto* row = new QHBoxLayout;
    auto* heading = new QLabel(tr("&Format:"), this);
    heading->setBuddy(m_format);
    row->addWidget(heading);
    row->addWidget(m_format, 1);
    m_polygons = new QCheckBox(tr("Write polygons instead of run lengths"), this);
    m_polygons->setToolTip(tr("Older programs read only polygons. Holes and small parts then cost pixels."));
    m_pictures = new QCheckBox(tr("Copy the pictures, too"), this);
    m_pictures->setToolTip(tr("Other programs look for the pictures in the same folder."));
    m_pictures->setChecked(true);
    return row;
}

QBoxLayout* ExportDialog::makeFilter() {
    m_where = new QLineEdit(this);
    m_where->setPlaceholderText(tr("everything"));
    m_where->setClearButtonEnabled(true);
    m_where->setToolTip(tr("A filter as in the image list, such as class:car or tag:night"));
    auto* where = new QHBoxLayout;
    auto* only = new QLabel(tr("&Only what this finds:"), this);
    only->setBuddy(m_where);
    where->addWidget(only);
    where->addWidget(m_where, 1);
    const QString shown = m_session.filter().isActive() ? m_session.filter().text() : QString();
    if (!shown.isEmpty()) {
        auto* take = new QPushButton(tr("As the &list"), this);
        take->setAutoDefault(false);
        take->setToolTip(tr("Take the filter of the image list: %1").arg(shown));
        connect(take, &QPushButton::clicked, this, [this, shown] { m_where->setText(shown); });
        where->addWidget(take);
    }
    return where;
}

void ExportDialog::setChoices(const core::ExportPreset& preset) {
    const int index = m_format->findData(preset.format);
    {
        const QSignalBlocker quietFormat(m_format), quietWhere(m_where), quietPolygons(m_polygons);
        m_format->setCurrentIndex(std::max(index, 0)); // a later version may have known more of them
        m_where->setText(preset.where);
        m_polygons->setChecked(preset.polygons);
        m_pictures->setChecked(preset.copyImages);
        m_split->setSplit(preset.split);
    }
    choose();
}

core::ExportPreset ExportDialog::choices() const {
    core::ExportPreset preset;
    preset.format = format().id;
    preset.where = m_where->text();
    preset.polygons = m_polygons->isVisibleTo(this) && m_polygons->isChecked();
    preset.copyImages = m_pictures->isChecked();
    preset.split = m_split->split();
    return preset;
}

const core::Format& ExportDialog::format() const {
    return *core::formatById(m_format->currentData().toString());
}

void ExportDialog::choose() {
    m_polygons->setVisible(format().id.startsWith(QLatin1String("coco")) &&
                           format().id != QLatin1String("coco-panoptic"));
    m_split->setVisible(format().splits);
    m_pictures->setVisible(format().takesImages);
    find();
}

void ExportDialog::find() {
    const quint64 asked = ++m_asked;
    m_stop.request_stop();
    m_waiting = false;
    m_write->setEnabled(false);
    m_found = {};
    m_found.everything = true;
    const auto query = core::parseQuery(m_where->text());
    if (!query) {
        showProblem(query.error());
        return;
    }
    if (query->isEmpty()) {
        count();
        return;
    }
    say(tr("Looking …"));
    const auto answer = [dialog = QPointer(this), asked](const core::Result<core::QueryMatches>& found) {
        if (!dialog || asked != dialog->m_asked) {
            return;
        }
        if (found) {
            dialog->m_found = *found;
            dialog->count();
        } else {
            dialog->showProblem(found.error());
        }
    };
    // The file must have all that is on the screen before it is asked.
    m_session.filter().whenWritten(
        [&session = m_session, query = *query, answer] { session.filter().search()->find(query, answer); });
}

void ExportDialog::say(const QString& text) {
    m_report->setText(text);
    // A label with wrapped lines does not make its window grow by itself.
    m_report->setMinimumHeight(m_report->heightForWidth(m_report->width()));
}

void ExportDialog::showProblem(const core::Error& error) {
    say(QString::fromStdString(error.message));
}

QString ExportDialog::describe(const core::LossReport& report, const QString& title) {
    const QLocale locale;
    QStringList lines;
    lines << tr("%1 instances in %2 images.")
                 .arg(locale.toString(report.instances), locale.toString(report.images));
    if (report.withHoles + report.withParts > 0) {
        lines << tr("%1 with holes, %2 in several parts.").arg(report.withHoles).arg(report.withParts);
    }
    if (report.isLossless()) {
        lines << tr("Every pixel is kept.");
    }
    if (report.pixelsChanged > 0) {
        lines << tr("%1 pixels will read back different.").arg(locale.toString(report.pixelsChanged));
    }
    if (report.instancesSkipped > 0) {
        lines << tr("%1 instances are left out: rejected or empty.").arg(report.instancesSkipped);
    }
    if (!report.fieldsDropped.isEmpty()) {
        lines << tr("%1 has no place for: %2.").arg(title, report.fieldsDropped.join(QStringLiteral(", ")));
    }
    return lines.join(QLatin1Char('\n'));
}

void ExportDialog::count() {
    if (m_session.openProject()->saveState() == core::SaveState::Failed) {
        countHere();
        return;
    }
    say(tr("Looking …"));
    m_waiting = true;
    m_session.filter().whenWritten([dialog = QPointer(this), asked = m_asked] {
        if (dialog && asked == dialog->m_asked) {
            dialog->countStored();
        }
    });
}

void ExportDialog::countStored() {
    m_waiting = false;
    m_stop = {};
    const auto progress = [stop = m_stop.get_token()](int, int) { return !stop.stop_requested(); };
    m_background.run([project = m_session.openProject()->file(), found = m_found, preset = choices(),
                      progress] { return storedLosses(project, preset, progress, found); },
                     [this, asked = m_asked](const core::Result<core::LossReport>& report) {
                         if (asked == m_asked) {
                             showLosses(report);
                         }
                     });
}

void ExportDialog::countHere() {
    m_waiting = false;
    showLosses(core::exportLosses(format(), core::narrowed(exportSource(*m_session.openProject()), m_found),
                                  core::optionsOf(choices())));
}

void ExportDialog::showLosses(const core::Result<core::LossReport>& report) {
    m_write->setEnabled(report.has_value());
    if (report) {
        m_dropped = report->fieldsDropped;
        say(describe(*report, format().title));
    } else {
        showProblem(report.error());
    }
}

void ExportDialog::write() {
    const QString folder =
        m_folder.isEmpty()
            ? QFileDialog::getExistingDirectory(this, tr("Folder for the export"),
                                                QFileInfo(m_session.openProject()->file()).absolutePath())
            : m_folder;
    if (!folder.isEmpty()) {
        writeTo(folder);
    }
}

void ExportDialog::writeTo(const QString& folder) {
    ++m_asked;
    m_stop.request_stop();
    core::ExportPreset preset = choices();
    preset.folder = folder;
    preset.known = m_dropped;
    const core::Result<core::LossReport> written =
        writeExport(m_session, m_background, this, preset, &m_found);
    if (written && m_settings != nullptr) {
        core::rememberExport(*m_settings, m_session.openProject()->file(), preset);
    }
    m_outcome = outcomeOf(written, preset);
    accept();
}

} // namespace gui
