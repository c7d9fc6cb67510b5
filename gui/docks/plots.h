// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace gui {

/// Common to both plots: a title for whoever can't see them, hover text, and a selection by dragging.
class Plot : public QWidget {
    Q_OBJECT
public:
    explicit Plot(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {240, 180}; }
    QSize minimumSizeHint() const override { return {160, 110}; }

protected:
    static QString number(double value); ///< short, as an axis shows it
};

/// Bars from left to right with a scale at the left. A click chooses one, a drag several; the left and right
/// keys move, Shift widens.
class BarPlot : public Plot {
    Q_OBJECT
public:
    using Plot::Plot;
    /// `names`: of each bar, for hover text; `marks`: below the bars, where there is room (may be empty
    /// texts).
    void setBars(const std::vector<qint64>& counts, const QStringList& names, const QStringList& marks);

signals:
    void chosen(int first, int last); ///< bars, both included

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect area() const;
    QRect barRect(int bar) const;
    int barAt(int x) const;

    std::vector<qint64> m_counts;
    QStringList m_names, m_marks;
    qint64 m_most = 0;
    int m_from = -1, m_to = -1; ///< the selection
};

/// A grid of cells, the fuller the darker, with names at the left and top if it has some. A click chooses a
/// cell, a drag a rectangle of them.
class GridPlot : public Plot {
    Q_OBJECT
public:
    using Plot::Plot;
    /// `counts` row by row. `names`: of rows and columns alike; empty: a map without names.
    void setCells(const std::vector<qint64>& counts, int columns, const QStringList& names);

signals:
    void chosen(const QRect& cells);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    int rows() const;
    QRectF area() const;
    QRectF cellRect(int column, int row) const;
    QPoint cellAt(QPointF at) const;
    QRect selection() const;

    std::vector<qint64> m_counts;
    int m_columns = 0;
    QStringList m_names;
    qint64 m_most = 0;
    QPoint m_from{-1, -1}, m_to{-1, -1};
};

} // namespace gui
