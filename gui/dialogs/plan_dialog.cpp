// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/plan_dialog.h"

#include "gui/dialogs/plan_table.h"
#include "gui/dialogs/sample_table.h"
#include "gui/session/auto_label.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/project.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>

namespace gui {
namespace {

constexpr int kTrialImages = 20;
constexpr qint64 kLargestPlan = qint64{16} << 20;

QString timeText(double seconds) {
    return seconds < 120 ? PlanDialog::tr("%1 s").arg(QLocale().toString(seconds, 'f', seconds < 10 ? 1 : 0))
                         : PlanDialog::tr("%1 min").arg(QLocale().toString(seconds / 60, 'f', 0));
}

} // namespace

PlanDialog::PlanDialog(Session& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_trial(session.service()), m_table(new PlanTable(this)),
      m_write(new QComboBox(this)), m_between(new QComboBox(this)), m_duplicate(new QDoubleSpinBox(this)),
      m_exclusive(new QCheckBox(tr("No pixel in two instances"), this)), m_area(new QSpinBox(this)),
      m_tile(new QSpinBox(this)), m_overlap(new QSpinBox(this)), m_images(new QSpinBox(this)),
      m_try(new QPushButton(tr("&Try"), this)), m_sample(new SampleTable(this)), m_said(new QLabel(this)) {
    setObjectName(QStringLiteral("plan"));
    setWindowTitle(tr("Auto-label all images"));
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("planSaid"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* open = buttons->addButton(tr("&Open a plan …"), QDialogButtonBox::ResetRole);
    auto* save = buttons->addButton(tr("&Save the plan …"), QDialogButtonBox::ResetRole);
    auto* start = buttons->addButton(tr("Start the &run"), QDialogButtonBox::ActionRole);
    start->setObjectName(QStringLiteral("startRun"));
    start->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(buildClasses(), 2);
    column->addWidget(buildRules());
    column->addWidget(buildTrial(), 1);
    column->addWidget(m_said);
    column->addWidget(buttons);
    resize(760, 720);
    connect(open, &QPushButton::clicked, this, &PlanDialog::openPlan);
    connect(save, &QPushButton::clicked, this, &PlanDialog::savePlan);
    connect(start, &QPushButton::clicked, this, &PlanDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_trial, &core::PlanTrial::done, this, &PlanDialog::showReport);
    connect(&m_trial, &core::PlanTrial::failed, this, &PlanDialog::endTrial);
    setPlan({});
    const core::AutoLabelPlan& last = session.autoLabel().lastPlan();
    if (!last.classes.isEmpty()) {
        setPlan(last);
    } else {
        m_table->setLabels(session.project()->labels());
    }
}

QWidget* PlanDialog::buildClasses() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    auto* add = new QPushButton(tr("&Add a label"), box);
    add->setObjectName(QStringLiteral("addClass"));
    auto* remove = new QPushButton(tr("R&emove"), box);
    auto* row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch();
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, [this] {
        m_table->addRow({});
        m_table->setCurrentCell(m_table->rowCount() - 1, PlanTable::Name);
        m_table->editItem(m_table->currentItem());
    });
    connect(remove, &QPushButton::clicked, m_table, &PlanTable::removeCurrent);
    return box;
}

QWidget* PlanDialog::buildRules() {
    auto* box = new QWidget(this);
    m_write->addItem(tr("Add what is not there yet"), int(core::WritePolicy::Add));
    m_write->addItem(tr("Only images without instances"), int(core::WritePolicy::FillEmpty));
    m_write->addItem(tr("Replace what earlier runs left"), int(core::WritePolicy::ReplaceAuto));
    m_write->setToolTip(tr("What people made, accepted, rejected or painted is never changed"));
    m_between->addItem(tr("Both labels keep it"), int(core::BetweenClasses::Allow));
    m_between->addItem(tr("The better score keeps it"), int(core::BetweenClasses::BestScore));
    m_between->addItem(tr("The upper label keeps it"), int(core::BetweenClasses::FirstClass));
    m_duplicate->setRange(0.05, 1);
    m_duplicate->setSingleStep(0.05);
    m_area->setRange(1, 1'000'000'000);
    m_area->setSuffix(tr(" px"));
    m_tile->setRange(0, 65'536);
    m_tile->setSingleStep(256);
    m_tile->setSpecialValueText(tr("none"));
    m_tile->setSuffix(tr(" px"));
    m_tile->setToolTip(
        tr("Windows of this side are asked besides the whole picture, for objects that are small in it"));
    m_overlap->setRange(0, 65'535);
    m_overlap->setSuffix(tr(" px"));
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Write"), m_write);
    form->addRow(tr("An object that two labels find"), m_between);
    form->addRow(tr("The same object from an overlap of"), m_duplicate);
    form->addRow(tr("Smallest area"), m_area);
    auto* tiles = new QHBoxLayout;
    tiles->addWidget(m_tile);
    tiles->addWidget(new QLabel(tr("overlapping by"), box));
    tiles->addWidget(m_overlap);
    tiles->addStretch();
    form->addRow(tr("Tiles for small objects"), tiles);
    form->addRow(m_exclusive);
    return box;
}

QWidget* PlanDialog::buildTrial() {
    auto* box = new QWidget(this);
    m_images->setRange(1, 10'000);
    m_images->setValue(kTrialImages);
    m_images->setAccessibleName(tr("Images of the sample"));
    m_try->setObjectName(QStringLiteral("tryPlan"));
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("Try it first on so many images; nothing is written:"), box));
    row->addWidget(m_images);
    row->addWidget(m_try);
    row->addStretch();
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_sample);
    connect(m_try, &QPushButton::clicked, this, &PlanDialog::tryPlan);
    return box;
}

core::Result<core::AutoLabelPlan> PlanDialog::plan() const {
    core::AutoLabelPlan plan;
    plan.classes = m_table->classes();
    plan.write = core::WritePolicy(m_write->currentData().toInt());
    plan.between = core::BetweenClasses(m_between->currentData().toInt());
    plan.duplicateIou = m_duplicate->value();
    plan.exclusivePixels = m_exclusive->isChecked();
    plan.minArea = m_area->value();
    if (m_tile->value() > 0) {
        plan.tiles = {m_tile->value(), m_overlap->value()};
    }
    if (plan.classes.isEmpty()) {
        return core::fail(core::ErrorCode::InvalidArgument,
                          tr("The plan looks for nothing; add a label or give one a tick."));
    }
    return core::readPlan(core::writePlan(plan)); // one judge for the window and the command line
}

void PlanDialog::setPlan(const core::AutoLabelPlan& plan) {
    m_table->setClasses(plan.classes);
    m_write->setCurrentIndex(m_write->findData(int(plan.write)));
    m_between->setCurrentIndex(m_between->findData(int(plan.between)));
    m_duplicate->setValue(plan.duplicateIou);
    m_exclusive->setChecked(plan.exclusivePixels);
    m_area->setValue(int(plan.minArea));
    m_tile->setValue(plan.tiles.side);
    m_overlap->setValue(plan.tiles.side > 0 ? plan.tiles.overlap : 128);
}

void PlanDialog::setLabel(const core::Label& label) {
    m_table->setLabels({label});
    setWindowTitle(tr("Find %1 in all images").arg(label.name));
}

void PlanDialog::openPlan() {
    const QString name = QFileDialog::getOpenFileName(this, tr("Open a plan"), {}, tr("Plans (*.json)"));
    if (name.isEmpty()) {
        return;
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        say(tr("The plan can't be read: %1.").arg(file.errorString()));
        return;
    }
    const auto read = core::readPlan(file.read(kLargestPlan));
    if (read) {
        setPlan(*read);
    }
    say(read ? QString() : QString::fromStdString(read.error().message));
}

void PlanDialog::savePlan() {
    const auto present = plan();
    if (!present) {
        say(QString::fromStdString(present.error().message));
        return;
    }
    const QString name = QFileDialog::getSaveFileName(this, tr("Save the plan"), QStringLiteral("plan.json"),
                                                      tr("Plans (*.json)"));
    if (name.isEmpty()) {
        return;
    }
    QSaveFile file(name);
    const bool saved =
        file.open(QIODevice::WriteOnly) && file.write(core::writePlan(*present)) >= 0 && file.commit();
    say(saved ? QString() : tr("The plan can't be saved: %1.").arg(file.errorString()));
}

void PlanDialog::tryPlan() {
    if (m_trying) {
        m_trial.stop();
        endTrial({});
        return;
    }
    const auto present = plan();
    if (!present) {
        say(QString::fromStdString(present.error().message));
        return;
    }
    m_tried = *present;
    m_trying = true;
    m_try->setText(tr("S&top"));
    say(tr("Trying …"));
    m_trial.start(m_session.autoLabel().wishOf(m_tried), m_images->value());
}

void PlanDialog::endTrial(const QString& text) {
    m_trying = false;
    m_try->setText(tr("&Try"));
    say(text);
}

void PlanDialog::showReport(const core::SampleReport& report) {
    m_sample->show(report, m_tried);
    QString text = tr("Images: %1 in %2; all %3 would take about %4.")
                       .arg(QLocale().toString(report.images), timeText(report.seconds),
                            QLocale().toString(report.total), timeText(report.secondsForAll()));
    if (!report.failures.isEmpty()) {
        text +=
            QLatin1Char(' ') + tr("Images that could not be labelled: %1; the first is %2")
                                   .arg(QLocale().toString(report.failures.size()), report.failures.first());
    }
    endTrial(text);
}

void PlanDialog::finish() {
    const auto present = plan();
    if (!present) {
        say(QString::fromStdString(present.error().message));
        return;
    }
    m_trial.stop();
    accept();
}

void PlanDialog::say(const QString& sentence) {
    m_said->setText(sentence);
}

} // namespace gui
