// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/query/statistics.h"

#include <QDockWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSettings;
class QTableWidget;

namespace gui {

class BarPlot;
class GridPlot;
class Session;

/// What the data set looks like: labels, areas, sizes, scores, positions, what occurs together, effort.
/// Choosing something in a plot sets the window's filter, so that the lists follow. Counted off the UI
/// thread, and only while the dock is visible.
class StatisticsDock : public QDockWidget {
    Q_OBJECT
public:
    /// `settings` remembers whether effort is counted.
    StatisticsDock(Session& session, QSettings& settings, QWidget* parent = nullptr);

    /// In the order of the list at the top.
    enum Page { Labels, Areas, Sizes, Scores, Positions, Together, Times, Effort, PageCount };
    void showPage(Page page);
    const core::Statistics& statistics() const { return m_statistics; }

signals:
    void counted(); ///< statistics() is new

private:
    void build();
    void ask();
    void fill();
    void fillEffort();
    void fillRanges(const core::Histogram& histogram);
    void chooseBars(int first, int last);
    void chooseCells(const QRect& cells);
    void setFilter(const QString& query);
    void writeCsv();
    Page page() const;

    Session& m_session;
    QSettings& m_settings;
    QComboBox* m_pages = nullptr;
    QCheckBox* m_filtered = nullptr;
    QCheckBox* m_count = nullptr;
    BarPlot* m_bars = nullptr;
    GridPlot* m_grid = nullptr;
    QTableWidget* m_table = nullptr;
    QLabel* m_summary = nullptr;
    core::Statistics m_statistics;
    quint64 m_asked = 0;
};

} // namespace gui
