// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/model_dialog.h"

#include "gui/dialogs/model_list.h"
#include "gui/dialogs/model_steps.h"
#include "gui/theme.h"

#include "core/models/model_manager.h"
#include "core/models/part_file.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace gui {
namespace {

constexpr int kBarSteps = 1000;

QLabel* textLabel(QWidget* parent, const QString& accessibleName) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(accessibleName);
    return label;
}

QString figures(const core::InstallProgress& p) {
    const QLocale locale;
    const auto size = [&locale](double bytes) { return locale.formattedDataSize(qint64(bytes), 1); };
    QStringList parts;
    switch (p.phase) {
    case core::Phase::Checking:
        parts << ModelDialog::tr("Checking what is here of %1 …").arg(p.file);
        break;
    case core::Phase::Asking:
        parts << ModelDialog::tr("Asking for %1 …").arg(p.file);
        break;
    case core::Phase::Waiting:
        parts << ModelDialog::tr("The connection broke off; next try in %1 s. What is here is kept.")
                     .arg(p.waitSeconds);
        break;
    case core::Phase::Loading:
    case core::Phase::Importing:
        parts << p.file << ModelDialog::tr("%1 of %2").arg(size(double(p.done)), size(double(p.total)));
        break;
    }
    if (p.bytesPerSecond > 0 && p.total > p.done) {
        const auto left = qint64(double(p.total - p.done) / p.bytesPerSecond);
        parts << ModelDialog::tr("%1/s").arg(size(p.bytesPerSecond))
              << ModelDialog::tr("%1:%2 left").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0'));
    }
    if (p.rangesIgnored) {
        parts << ModelDialog::tr("this server sends the beginning again");
    }
    return parts.join(QStringLiteral("   "));
}

} // namespace

ModelDialog::ModelDialog(core::ModelManager& models, QWidget* parent)
    : QDialog(parent), m_models(models), m_list(new ModelList(models, this)),
      m_licence(new LicenceStep(models, this)), m_access(new AccessStep(models, this)),
      m_note(textLabel(this, tr("About the model"))) {
    setWindowTitle(tr("Get a model"));
    setObjectName(QStringLiteral("models"));
    resize(760, 740);
    m_list->setMinimumHeight(190);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, 2 * kMargin);
    column->setSpacing(kMargin);
    column->addWidget(m_list, 3);
    column->addWidget(m_note);
    column->addWidget(m_licence, 2);
    column->addWidget(m_access);
    column->addWidget(buildSpace());
    column->addWidget(buildProgress());
    column->addLayout(buildButtons());
    connect(m_list, &ModelList::chosen, this, &ModelDialog::showModel);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { m_use->isEnabled() ? use() : get(); });
    connect(m_licence, &LicenceStep::accepted, this, [this] { say({}, false); });
    connect(m_licence, &LicenceStep::failed, this, [this](const QString& why) { say(why, true); });
    connect(&m_models, &core::ModelManager::changed, m_list, &ModelList::refresh);
    connect(&m_models, &core::ModelManager::progressed, this,
            [this](const QString&, const core::InstallProgress& progress) { showProgress(progress); });
    connect(&m_models, &core::ModelManager::ended, this, &ModelDialog::showEnding);
    if (!m_models.catalogueTrouble().isEmpty()) {
        say(m_models.catalogueTrouble(), true);
    }
    showModel();
}

QWidget* ModelDialog::buildSpace() {
    auto* box = new QGroupBox(tr("3  Space"), this);
    m_space = textLabel(box, tr("Space"));
    auto* change = new QPushButton(tr("&Change …"), box);
    auto* row = new QHBoxLayout(box);
    row->addWidget(m_space, 1);
    row->addWidget(change);
    connect(change, &QPushButton::clicked, this, &ModelDialog::askFolder);
    return box;
}

QWidget* ModelDialog::buildProgress() {
    auto* box = new QWidget(this);
    m_bar = new QProgressBar(box);
    m_bar->setRange(0, kBarSteps);
    m_bar->setAccessibleName(tr("Progress"));
    m_figures = textLabel(box, tr("Figures"));
    m_outcome = textLabel(box, tr("Outcome"));
    m_ways = new QHBoxLayout;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_bar);
    column->addWidget(m_figures);
    column->addWidget(m_outcome);
    column->addLayout(m_ways);
    m_bar->hide();
    m_figures->hide();
    m_outcome->hide();
    return box;
}

QLayout* ModelDialog::buildButtons() {
    m_get = new QPushButton(tr("&Get it"), this);
    m_pause = new QPushButton(tr("&Pause, keep what is here"), this);
    m_import = new QPushButton(tr("&Import"), this);
    m_remove = new QPushButton(tr("&Remove …"), this);
    m_use = new QPushButton(tr("&Use this model"), this);
    auto* close = new QPushButton(tr("Close"), this);
    auto* menu = new QMenu(m_import);
    menu->addAction(tr("From a &file …"), this, [this] { askSource(false); });
    menu->addAction(tr("From a f&older …"), this, [this] { askSource(true); });
    m_import->setMenu(menu);
    auto* row = new QHBoxLayout;
    for (QPushButton* button : {m_import, m_remove}) {
        row->addWidget(button);
    }
    row->addStretch(1);
    for (QPushButton* button : {m_pause, m_get, m_use, close}) {
        row->addWidget(button);
    }
    connect(m_get, &QPushButton::clicked, this, &ModelDialog::get);
    connect(m_pause, &QPushButton::clicked, &m_models, &core::ModelManager::stop);
    connect(m_remove, &QPushButton::clicked, this, &ModelDialog::remove);
    connect(m_use, &QPushButton::clicked, this, &ModelDialog::use);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return row;
}

void ModelDialog::setUsed(const QString& file) {
    m_list->setUsed(file);
}

void ModelDialog::showModel() {
    const core::ModelEntry* entry = m_models.find(m_list->current());
    if (m_shown != m_list->current() && !m_models.isBusy()) {
        say({}, false); // what was said was about another model
    }
    m_shown = m_list->current();
    if (entry != nullptr) {
        m_note->setText(noteOf(*entry));
        m_licence->show(*entry);
        m_access->show(*entry);
        m_space->setText(spaceText(*entry));
    }
    showButtons();
}

QString ModelDialog::noteOf(const core::ModelEntry& entry) {
    QStringList notes{entry.note};
    if (!entry.files.isEmpty() && !entry.isPinned()) {
        notes +=
            entry.canFetch()
                ? tr("No checksum of it is known to the program, so its file can be checked only against "
                     "what the server states.")
                : tr("No checksum of it is known to the program, so its file is taken as it is.");
    }
    if (entry.memory > core::machineMemory() && core::machineMemory() > 0) {
        notes += tr("It takes about %1 of memory and this machine has %2; a copy of 8 bits takes less than "
                    "half: maskwright-cli convert --dtype q8.")
                     .arg(QLocale().formattedDataSize(entry.memory, 1),
                          QLocale().formattedDataSize(core::machineMemory(), 1));
    }
    return notes.join(QLatin1Char(' '));
}

QString ModelDialog::spaceText(const core::ModelEntry& entry) const {
    const qint64 free = core::freeSpace(m_models.folder());
    const QString room = QLocale().formattedDataSize(std::max<qint64>(free, 0), 1);
    const QString folder = QDir::toNativeSeparators(m_models.folder());
    return entry.bytes() > 0 ? tr("%1 needed, %2 free in %3")
                                   .arg(QLocale().formattedDataSize(entry.bytes(), 1), room, folder)
                             : tr("%1 free in %2").arg(room, folder);
}

void ModelDialog::showButtons() {
    const core::ModelEntry* entry = m_models.find(m_list->current());
    const bool busy = m_models.isBusy();
    const auto presence = entry != nullptr ? m_models.presence(*entry) : core::ModelPresence::Absent;
    const bool here = presence == core::ModelPresence::Installed;
    const bool partial = presence == core::ModelPresence::Partial;
    const bool shipped = entry != nullptr && !entry->shipped.isEmpty();
    m_get->setEnabled(!busy && entry != nullptr && !here && entry->canFetch());
    m_get->setText(partial ? tr("&Go on") : tr("&Get it"));
    m_get->setVisible(!here);
    m_pause->setVisible(busy);
    m_import->setEnabled(!busy);
    m_use->setEnabled(here && !busy);
    m_remove->setEnabled(!busy && !shipped && (here || partial));
    m_bar->setVisible(busy);
    m_figures->setVisible(busy);
}

void ModelDialog::get() {
    say({}, false);
    m_bar->setValue(0);
    m_figures->clear();
    m_models.get(m_list->current());
    showButtons();
}

void ModelDialog::importFrom(const QString& source) {
    const core::ModelEntry* entry = m_models.find(m_list->current());
    // A model that is here, or that comes with the program, is not what is being brought in.
    const bool isNew = entry == nullptr || m_models.presence(*entry) == core::ModelPresence::Installed;
    say({}, false);
    m_models.import(source, isNew ? QString() : entry->id);
    showButtons();
}

void ModelDialog::showProgress(const core::InstallProgress& progress) {
    const double part = progress.total > 0 ? double(progress.done) / double(progress.total) : 0;
    m_bar->setValue(int(std::min(part, 1.0) * kBarSteps));
    m_figures->setText(figures(progress));
    showButtons();
}

void ModelDialog::showEnding(const QString& id, const core::Ending& ending) {
    const core::ModelEntry* entry = m_models.find(id);
    const QString name = entry != nullptr ? entry->name : tr("the model");
    QString text = core::problemText(ending, name);
    const auto model = m_models.installed(id);
    if (ending.isDone() && model) {
        text += QLatin1Char(' ') + (model->checked == core::Checked::Pinned ? tr("Its checksum is right.")
                                    : model->checked == core::Checked::Stated
                                        ? tr("Its checksum is what the server states.")
                                        : tr("Nobody states its checksum, so it could not be checked."));
    }
    m_list->choose(id); // the ways out are this model's
    say(text, !ending.isDone() && ending.problem != core::Problem::Stopped);
    offer(core::waysOut(ending.problem));
    showButtons();
}

void ModelDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_outcome != nullptr) {
        colourOutcome();
    }
}

void ModelDialog::colourOutcome() {
    QPalette p = palette();
    const QColor plain = p.color(QPalette::WindowText);
    p.setColor(QPalette::WindowText, m_isBad ? signalColors(p).bad : plain);
    m_outcome->setPalette(p);
}

void ModelDialog::say(const QString& sentence, bool bad) {
    m_isBad = bad;
    colourOutcome();
    m_outcome->setText(sentence);
    m_outcome->setVisible(!sentence.isEmpty());
    offer({});
}

void ModelDialog::offer(const QList<core::WayOut>& ways) {
    while (QLayoutItem* item = m_ways->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater(); // may be the sender of the click that got here
        }
        delete item;
    }
    for (const core::WayOut way : ways) {
        const char* texts[] = {QT_TR_NOOP("Go to the licence"),
                               QT_TR_NOOP("Enter a token"),
                               QT_TR_NOOP("Open the token page"),
                               QT_TR_NOOP("Open the request page"),
                               QT_TR_NOOP("Try again"),
                               QT_TR_NOOP("Import a file …"),
                               QT_TR_NOOP("Choose another folder …")};
        auto* button = new QPushButton(tr(texts[int(way)]), this);
        button->setProperty("way", int(way));
        connect(button, &QPushButton::clicked, this, [this, way] { goOut(way); });
        m_ways->addWidget(button);
    }
    if (!ways.isEmpty()) {
        m_ways->addStretch(1);
    }
}

void ModelDialog::goOut(core::WayOut way) {
    const core::ModelEntry* entry = m_models.find(m_list->current());
    const bool gated = entry != nullptr && entry->gate;
    switch (way) {
    case core::WayOut::AcceptLicence:
        m_licence->focusBox();
        break;
    case core::WayOut::EnterToken:
        m_access->focusToken();
        break;
    case core::WayOut::OpenTokenPage:
        QDesktopServices::openUrl(gated ? entry->gate->tokenPage : QUrl());
        break;
    case core::WayOut::OpenRequestPage:
        QDesktopServices::openUrl(gated ? entry->gate->requestPage : QUrl());
        break;
    case core::WayOut::TryAgain:
        get();
        break;
    case core::WayOut::ImportFile:
        askSource(false);
        break;
    case core::WayOut::ChangeFolder:
        askFolder();
        break;
    }
}

void ModelDialog::askSource(bool isFolder) {
    const QString source =
        isFolder ? QFileDialog::getExistingDirectory(this, tr("Import a folder"))
                 : QFileDialog::getOpenFileName(this, tr("Import a model"), {},
                                                tr("Models (*.safetensors *.pt *.pth);;All files (*)"));
    if (!source.isEmpty()) {
        importFrom(source);
    }
}

void ModelDialog::askFolder() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for models"), m_models.folder());
    if (!folder.isEmpty() && !m_models.isBusy()) {
        m_models.setFolder(folder);
        emit folderChosen(folder);
    }
}

void ModelDialog::use() {
    const QString file = m_models.fileOf(m_list->current());
    if (!file.isEmpty()) {
        emit useRequested(file);
    }
}

void ModelDialog::remove() {
    const core::ModelEntry* entry = m_models.find(m_list->current());
    if (entry == nullptr) {
        return;
    }
    const QString question = tr("Remove %1 and all its files from the models folder?").arg(entry->name);
    const auto answer = QMessageBox::question(this, tr("Remove a model"), question,
                                              QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel);
    if (answer == QMessageBox::Yes) {
        const core::Status removed = m_models.remove(entry->id);
        say(removed ? QString() : QString::fromStdString(removed.error().message), true);
    }
}

} // namespace gui
