// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/export_dialog.h"

#include "gui/session/project_files.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProgressDialog>
#include <QPushButton>

namespace gui {

ExportDialog::ExportDialog(core::OpenProject& open, QWidget* parent) : QDialog(parent), m_open(open) {
    setWindowTitle(tr("Export COCO"));
    setMinimumWidth(460);
    auto* heading = new QLabel(tr("annotations.json with every instance that is not rejected"), this);
    m_polygons = new QCheckBox(tr("Write polygons instead of run lengths"), this);
    m_polygons->setToolTip(tr("Older programs read only polygons. Holes and small parts then cost pixels."));
    m_report = new QLabel(this);
    m_report->setWordWrap(true);
    m_report->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_report->setFrameShape(QFrame::StyledPanel);
    m_report->setMargin(kMargin);
    m_report->setAccessibleName(tr("What will be lost"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write = buttons->addButton(tr("Choose folder and write …"), QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(kMargin);
    column->addWidget(heading);
    column->addWidget(m_polygons);
    column->addWidget(m_report);
    column->addWidget(buttons);
    connect(m_polygons, &QCheckBox::toggled, this, &ExportDialog::count);
    connect(m_write, &QPushButton::clicked, this, &ExportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    count();
}

QString ExportDialog::describe(const core::LossReport& report) {
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
        lines << tr("COCO has no place for: %1.").arg(report.fieldsDropped.join(QStringLiteral(", ")));
    }
    return lines.join(QLatin1Char('\n'));
}

void ExportDialog::count() {
    core::ExportOptions options;
    options.polygons = m_polygons->isChecked();
    const auto report = core::cocoLosses(exportSource(m_open), options);
    m_write->setEnabled(report.has_value());
    m_report->setText(report ? describe(*report) : QString::fromStdString(report.error().message));
}

void ExportDialog::write() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for annotations.json"),
                                                             QFileInfo(m_open.file()).absolutePath());
    if (folder.isEmpty()) {
        return;
    }
    QProgressDialog progress(tr("Writing …"), tr("Cancel"), 0, 1, this);
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(400);
    core::ExportOptions options;
    options.polygons = m_polygons->isChecked();
    options.progress = [&progress](int done, int total) {
        progress.setMaximum(total);
        progress.setValue(done);
        return !progress.wasCanceled();
    };
    const auto report = core::exportCoco(exportSource(m_open), folder, options);
    m_outcome =
        report ? tr("Wrote %1 instances to %2.")
                     .arg(report->instances)
                     .arg(QDir::toNativeSeparators(QDir(folder).filePath(QStringLiteral("annotations.json"))))
               : QString::fromStdString(report.error().message);
    accept();
}

} // namespace gui
