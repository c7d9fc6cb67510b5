// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/sample_table.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace gui {
namespace {

constexpr int kBarsWidth = 200;
constexpr int kRowHeight = 34;

/// Twenty bars, a score step of 0.05 each; those above the threshold are filled.
class ScoreBars final : public QWidget {
public:
    ScoreBars(const core::SampleReport::Class& found, QWidget* parent) : QWidget(parent), m_found(found) {
        QStringList counts;
        for (std::size_t i = 0; i < found.scores.size(); ++i) {
            if (found.scores.at(i) > 0) {
                counts.append(QStringLiteral("%1: %2").arg(QLocale().toString(double(i) / 20, 'f', 2),
                                                           QLocale().toString(found.scores.at(i))));
            }
        }
        setToolTip(counts.join(QLatin1Char('\n')));
        setAccessibleName(counts.join(QStringLiteral(", ")));
    }

private:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const int most = std::max(1, *std::max_element(m_found.scores.begin(), m_found.scores.end()));
        const double step = double(width()) / double(m_found.scores.size());
        for (std::size_t i = 0; i < m_found.scores.size(); ++i) {
            const int count = m_found.scores.at(i);
            const double tall = count == 0 ? 0 : std::max(2.0, double(height() - 6) * count / most);
            const QRectF bar(double(i) * step + 1, height() - 3 - tall, step - 2, tall);
            const bool above = double(i) / 20 >= double(m_found.threshold) - 1e-6;
            painter.fillRect(bar, palette().brush(above ? QPalette::Highlight : QPalette::Mid));
        }
        const double x = double(m_found.threshold) * width();
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }

    core::SampleReport::Class m_found;
};

QTableWidgetItem* cell(const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

} // namespace

SampleTable::SampleTable(QWidget* parent) : QTableWidget(0, Columns, parent) {
    setObjectName(QStringLiteral("sampleTable"));
    setAccessibleName(tr("What the sample found"));
    setHorizontalHeaderLabels({tr("Label"), tr("Found"), tr("About, in all"), tr("Scores from 0 to 1")});
    horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    verticalHeader()->hide();
    setColumnWidth(Scores, kBarsWidth);
    setSelectionMode(NoSelection);
    setTabKeyNavigation(false);
}

void SampleTable::show(const core::SampleReport& report, const core::AutoLabelPlan& plan) {
    setRowCount(0);
    for (std::size_t i = 0; i < report.classes.size(); ++i) {
        const core::SampleReport::Class& found = report.classes[i];
        const int row = rowCount();
        insertRow(row);
        setRowHeight(row, kRowHeight);
        setItem(row, Name, cell(plan.classes.value(qsizetype(i)).label));
        setItem(row, Found, cell(QLocale().toString(found.found)));
        const qint64 all = report.images > 0 ? qint64(found.found) * report.total / report.images : 0;
        setItem(row, InAll, cell(QLocale().toString(all)));
        setCellWidget(row, Scores, new ScoreBars(found, this));
    }
}

} // namespace gui
