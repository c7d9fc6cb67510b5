// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/plan_table.h"

#include <QHeaderView>
#include <QLocale>

#include <algorithm>

namespace gui {
namespace {

constexpr int kNameWidth = 150;
constexpr int kExemplarsRole = Qt::UserRole; // a plan from a file has them; they have no column

QStringList phrasesOf(const QString& text) {
    QStringList phrases;
    for (const QString& phrase : text.split(QLatin1Char(','))) {
        if (!phrase.trimmed().isEmpty()) {
            phrases.append(phrase.simplified());
        }
    }
    return phrases;
}

std::optional<double> thresholdOf(const QString& text) {
    if (text.trimmed().isEmpty()) {
        return std::nullopt;
    }
    bool read = false;
    double value = QLocale().toDouble(text.trimmed(), &read);
    if (!read) {
        value = text.trimmed().toDouble(&read);
    }
    return read ? value : -1;
}

} // namespace

PlanTable::PlanTable(QWidget* parent) : QTableWidget(0, Columns, parent) {
    setObjectName(QStringLiteral("planTable"));
    setAccessibleName(tr("Classes of the plan"));
    setHorizontalHeaderLabels({tr("Label"), tr("Phrases"), tr("But not"), tr("Score above")});
    horizontalHeaderItem(Phrases)->setToolTip(
        tr("What to look for, with commas between; what several phrases find is one instance"));
    horizontalHeaderItem(Vetoes)->setToolTip(tr("What one of these finds with a better score is left out"));
    horizontalHeaderItem(Threshold)->setToolTip(tr("From 0 to 1; empty: the model's own"));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(Phrases, QHeaderView::Stretch);
    verticalHeader()->hide();
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
}

void PlanTable::setClasses(const QList<core::PlannedClass>& classes) {
    setRowCount(0);
    for (const core::PlannedClass& planned : classes) {
        addRow(planned);
    }
    setColumnWidth(Name, std::max(kNameWidth, sizeHintForColumn(Name)));
}

void PlanTable::setLabels(const QList<core::Label>& labels) {
    QList<core::PlannedClass> classes;
    for (const core::Label& label : labels) {
        core::PlannedClass planned;
        planned.label = label.name;
        planned.phrases = label.asked();
        if (label.threshold) {
            planned.threshold = double(*label.threshold);
        }
        classes.append(planned);
    }
    setClasses(classes);
}

void PlanTable::addRow(const core::PlannedClass& planned) {
    const int row = rowCount();
    insertRow(row);
    auto* name = new QTableWidgetItem(planned.label);
    name->setFlags(name->flags() | Qt::ItemIsUserCheckable);
    name->setCheckState(Qt::Checked);
    name->setData(kExemplarsRole, QVariant::fromValue(planned.exemplars));
    setItem(row, Name, name);
    setItem(row, Phrases, new QTableWidgetItem(planned.phrases.join(QStringLiteral(", "))));
    setItem(row, Vetoes, new QTableWidgetItem(planned.vetoes.join(QStringLiteral(", "))));
    setItem(row, Threshold,
            new QTableWidgetItem(planned.threshold ? QLocale().toString(*planned.threshold) : QString()));
}

void PlanTable::removeCurrent() {
    if (currentRow() >= 0) {
        removeRow(currentRow());
    }
}

QList<core::PlannedClass> PlanTable::classes() const {
    QList<core::PlannedClass> classes;
    for (int row = 0; row < rowCount(); ++row) {
        if (item(row, Name)->checkState() != Qt::Checked) {
            continue;
        }
        core::PlannedClass planned;
        planned.label = item(row, Name)->text().simplified();
        planned.phrases = phrasesOf(item(row, Phrases)->text());
        planned.vetoes = phrasesOf(item(row, Vetoes)->text());
        planned.threshold = thresholdOf(item(row, Threshold)->text());
        planned.exemplars = item(row, Name)->data(kExemplarsRole).value<QList<core::PlannedExemplar>>();
        if (planned.phrases.isEmpty() && planned.exemplars.isEmpty()) {
            planned.phrases = {planned.label};
        }
        classes.append(planned);
    }
    return classes;
}

} // namespace gui
