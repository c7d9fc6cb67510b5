// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/evaluation.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace gui {

class BarPlot;

/// The figures of a comparison: all together, for each class in a table that can be sorted, and as a plot.
class FiguresPage : public QWidget {
    Q_OBJECT
public:
    /// In the order of the list above the plot.
    enum Plot { ClassesByF1, ImagesByF1 };

    explicit FiguresPage(QWidget* parent = nullptr);
    void show(const core::EvaluationReport& report);
    void showPlot(Plot plot);

signals:
    void classesChosen(const QStringList& names);
    void imagesChosen(const QStringList& names);

private:
    void fillTable();
    void fillPlot();
    void chooseBars(int first, int last);
    void chooseRows();

    core::EvaluationReport m_report;
    QLabel* m_summary;
    QTableWidget* m_table;
    QComboBox* m_plots;
    BarPlot* m_bars;
};

} // namespace gui
