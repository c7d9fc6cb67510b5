// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/figures_page.h"

#include "gui/docks/plots.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr int kSteps = 10; // bars of images

/// A share as people in this field write it: times 100; a dash where there is nothing to count.
QString percent(double value) {
    return value < 0 ? QStringLiteral("–") : QLocale().toString(100 * value, 'f', 1);
}

/// A cell that is sorted by its number.
class NumberItem : public QTableWidgetItem {
public:
    NumberItem(double value, const QString& text) : QTableWidgetItem(text), m_value(value) {
        setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    bool operator<(const QTableWidgetItem& other) const override {
        const auto* number = dynamic_cast<const NumberItem*>(&other);
        return number != nullptr ? m_value < number->m_value : QTableWidgetItem::operator<(other);
    }

private:
    double m_value;
};

int stepOf(double f1) {
    return std::clamp(int(f1 * kSteps), 0, kSteps - 1);
}

} // namespace

FiguresPage::FiguresPage(QWidget* parent)
    : QWidget(parent), m_summary(new QLabel(this)), m_table(new QTableWidget(0, 7, this)),
      m_plots(new QComboBox(this)), m_bars(new BarPlot(this)) {
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table->setHorizontalHeaderLabels(
        {tr("Class"), tr("True"), tr("Found"), tr("pmF1"), tr("F1 at 50"), tr("AP"), tr("PQ")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QTableWidget::NoEditTriggers);
    m_table->setSelectionBehavior(QTableWidget::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSortingEnabled(true);
    m_table->setAccessibleName(tr("Figures of each class"));
    m_plots->addItems({tr("F1 of the classes"), tr("Images by their F1")});
    m_plots->setAccessibleName(tr("What to show"));
    m_bars->setAccessibleName(tr("Plot of the comparison"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, kGap, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_summary);
    column->addWidget(m_table, 3);
    column->addWidget(m_plots);
    column->addWidget(m_bars, 2);
    connect(m_plots, &QComboBox::currentIndexChanged, this, &FiguresPage::fillPlot);
    connect(m_bars, &BarPlot::chosen, this, &FiguresPage::chooseBars);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &FiguresPage::chooseRows);
}

void FiguresPage::showPlot(Plot plot) {
    m_plots->setCurrentIndex(plot);
}

void FiguresPage::show(const core::EvaluationReport& report) {
    m_report = report;
    const core::ConceptReport& f1 = report.conceptF1;
    QStringList lines;
    lines << tr("cgF1 %1 (pmF1 %2, IL_MCC %3)")
                 .arg(f1.hasNegatives ? percent(f1.mean.cgF1) : QStringLiteral("–"), percent(f1.mean.pmF1),
                      f1.hasNegatives ? QLocale().toString(f1.ilMcc, 'f', 3) : QStringLiteral("–"));
    QStringList more{tr("AP %1 (50: %2, 75: %3)")
                         .arg(percent(report.precision.ap), percent(report.precision.ap50),
                              percent(report.precision.ap75))};
    if (report.regions.objects > 0) {
        more << tr("J&F %1").arg(percent(report.regions.jAndF()));
    }
    if (report.panoptic) {
        more << tr("PQ %1 (SQ %2, RQ %3)")
                    .arg(percent(report.panoptic->pq), percent(report.panoptic->sq),
                         percent(report.panoptic->rq));
    }
    if (report.hota) {
        more << tr("pHOTA %1").arg(percent(report.hota->hota));
    }
    lines << more.join(QStringLiteral("   "));
    if (!f1.hasNegatives) {
        lines << tr("Every class is in every image, so cgF1 says nothing; read pmF1.");
    }
    QStringList notes = report.warnings;
    notes.removeDuplicates(); // both sides may be one project
    m_summary->setText((lines + notes).join(QLatin1Char('\n')));
    fillTable();
    fillPlot();
}

void FiguresPage::fillTable() {
    m_table->setSortingEnabled(false); // rows would move while they are filled
    m_table->setRowCount(0);
    m_table->setRowCount(int(m_report.phrases.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const core::PhraseReport& phrase = m_report.phrases[std::size_t(row)];
        m_table->setItem(row, 0, new QTableWidgetItem(phrase.phrase));
        m_table->setItem(row, 1, new NumberItem(phrase.truth, QLocale().toString(phrase.truth)));
        m_table->setItem(row, 2, new NumberItem(phrase.found, QLocale().toString(phrase.found)));
        int column = 3;
        for (const double share : {phrase.conceptF1.mean.pmF1, phrase.conceptF1.at50.f1, phrase.precision.ap,
                                   phrase.panoptic.pq}) {
            m_table->setItem(row, column++, new NumberItem(share, percent(share)));
        }
    }
    m_table->setSortingEnabled(true);
}

void FiguresPage::fillPlot() {
    std::vector<qint64> counts;
    QStringList names, marks;
    if (m_plots->currentIndex() == ClassesByF1) {
        for (const core::PhraseReport& phrase : m_report.phrases) {
            counts.push_back(std::lround(100 * phrase.conceptF1.mean.pmF1));
            names << phrase.phrase;
        }
        m_bars->setBars(counts, names, names);
        return;
    }
    counts.resize(kSteps);
    for (const core::ClipReport& clip : m_report.clips) {
        ++counts[std::size_t(stepOf(clip.f1))];
    }
    for (int step = 0; step < kSteps; ++step) {
        marks << QString::number(100 * step / kSteps);
        names << tr("F1 %1 to %2").arg(100 * step / kSteps).arg(100 * (step + 1) / kSteps);
    }
    m_bars->setBars(counts, names, marks);
}

void FiguresPage::chooseBars(int first, int last) {
    QStringList names;
    if (m_plots->currentIndex() == ClassesByF1) {
        for (int i = first; i <= last && i < int(m_report.phrases.size()); ++i) {
            names << m_report.phrases[std::size_t(i)].phrase;
        }
        emit classesChosen(names);
        return;
    }
    for (const core::ClipReport& clip : m_report.clips) {
        if (stepOf(clip.f1) >= first && stepOf(clip.f1) <= last) {
            names << clip.clip;
        }
    }
    emit imagesChosen(names);
}

void FiguresPage::chooseRows() {
    QStringList names;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows()) {
        names << m_table->item(row.row(), 0)->text();
    }
    if (!names.isEmpty()) {
        emit classesChosen(names);
    }
}

} // namespace gui
