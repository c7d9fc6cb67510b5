// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/backups_dialog.h"

#include "gui/theme.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>

#include <cstdlib>

namespace gui {
namespace {

enum Column { Made, What, Differs };

} // namespace

BackupsDialog::BackupsDialog(const QString& projectFile, QWidget* parent)
    : QDialog(parent), m_project(projectFile), m_list(new QTreeWidget(this)),
      m_empty(new QLabel(tr("No copies yet. One is made each time the project is opened, and with Ctrl+S."),
                         this)) {
    setWindowTitle(tr("Backups and checkpoints"));
    setMinimumSize(720, 380);
    m_list->setHeaderLabels({tr("Made"), tr("What"), tr("Compared with now")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setAccessibleName(tr("Copies of the project"));
    m_list->header()->setSectionResizeMode(Made, QHeaderView::ResizeToContents);
    auto* note =
        new QLabel(tr("A copy is opened as a new project beside this one; nothing is replaced."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_restore = buttons->addButton(tr("Open as a new project"), QDialogButtonBox::ActionRole);
    m_rename = buttons->addButton(tr("Name …"), QDialogButtonBox::ActionRole);
    m_restore->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(kMargin);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty);
    column->addWidget(note);
    column->addWidget(buttons);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &BackupsDialog::updateButtons);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &BackupsDialog::restore);
    connect(m_restore, &QPushButton::clicked, this, &BackupsDialog::restore);
    connect(m_rename, &QPushButton::clicked, this, &BackupsDialog::rename);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    list();
}

QString BackupsDialog::age(const QDateTime& made, const QDateTime& now) {
    const qint64 minutes = made.secsTo(now) / 60;
    if (minutes < 1) {
        return tr("just now");
    }
    if (minutes < 60) {
        return tr("%1 min ago").arg(minutes);
    }
    if (minutes < 48 * 60) {
        return tr("%1 h ago").arg(minutes / 60);
    }
    return tr("%1 days ago").arg(minutes / 60 / 24);
}

QString BackupsDialog::difference(const core::ProjectCounts& then, const core::ProjectCounts& now) {
    if (then.revision == now.revision) {
        return tr("the same as now");
    }
    const QLocale locale;
    QStringList parts{tr("changes since: %1").arg(locale.toString(now.revision - then.revision))};
    const auto compare = [&](qint64 before, qint64 after, const QString& text) {
        if (before != after) {
            const QString sign(before < after ? QChar(0x2212) : QLatin1Char('+'));
            parts << text.arg(sign + locale.toString(std::abs(after - before)));
        }
    };
    compare(then.instances, now.instances, tr("instances: %1"));
    compare(then.images, now.images, tr("images: %1"));
    compare(then.labels, now.labels, tr("labels: %1"));
    return parts.join(QStringLiteral(", "));
}

void BackupsDialog::list() {
    m_copies = core::copiesOf(m_project);
    m_list->clear();
    const QDateTime now = QDateTime::currentDateTime();
    for (const core::Backup& copy : std::as_const(m_copies)) {
        const QString name = copy.name.isEmpty() ? tr("Checkpoint") : tr("Checkpoint: %1").arg(copy.name);
        auto* row = new QTreeWidgetItem(
            m_list, {age(copy.made, now), copy.checkpoint ? name : tr("Backup"), tr("comparing …")});
        row->setToolTip(Made, QLocale().toString(copy.made, QLocale::LongFormat));
        row->setToolTip(What, copy.file);
    }
    m_list->setVisible(!m_copies.isEmpty());
    m_empty->setVisible(m_copies.isEmpty());
    m_list->setCurrentItem(m_list->topLevelItem(0));
    updateButtons();
    compare();
}

void BackupsDialog::compare() {
    m_counting.cancel();
    QStringList files{m_project};
    for (const core::Backup& copy : std::as_const(m_copies)) {
        files.append(copy.file);
    }
    m_counting.run(
        [files] {
            std::vector<core::Result<core::ProjectCounts>> counts;
            for (const QString& file : files) {
                counts.push_back(core::countProject(file));
            }
            return counts;
        },
        [this](const std::vector<core::Result<core::ProjectCounts>>& counts) {
            for (std::size_t i = 1; i < counts.size(); ++i) {
                const QString text = counts[i] && counts[0] ? difference(*counts[i], *counts[0])
                                     : counts[i]            ? tr("the project itself can't be read")
                                                            : tr("damaged");
                m_list->topLevelItem(int(i) - 1)->setText(Differs, text);
            }
            m_list->resizeColumnToContents(What);
        });
}

int BackupsDialog::current() const {
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void BackupsDialog::updateButtons() {
    m_restore->setEnabled(current() >= 0);
    m_rename->setEnabled(current() >= 0 && m_copies[current()].checkpoint);
}

void BackupsDialog::restore() {
    if (current() < 0) {
        return;
    }
    const auto copy = core::restoreAsCopy(m_copies[current()].file, m_project);
    if (!copy) {
        QMessageBox::warning(this, windowTitle(), QString::fromStdString(copy.error().message));
        return;
    }
    m_restored = *copy;
    accept();
}

void BackupsDialog::rename() {
    const core::Backup copy = m_copies[current()];
    bool ok = false;
    const QString name = QInputDialog::getText(this, tr("Name of the checkpoint"), tr("Name"),
                                               QLineEdit::Normal, copy.name, &ok);
    if (!ok) {
        return;
    }
    if (const auto renamed = core::renameCheckpoint(copy, name); !renamed) {
        QMessageBox::warning(this, windowTitle(), QString::fromStdString(renamed.error().message));
    }
    list();
}

} // namespace gui
