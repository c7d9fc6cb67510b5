// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/plots.h"

#include "gui/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr int kScaleWidth = 44;
constexpr int kLeastMarkGap = 8;

/// A round number at or above `value`: 1, 2 or 5 times a power of ten.
qint64 roundUp(qint64 value) {
    qint64 step = 1;
    while (true) {
        for (const qint64 factor : {1, 2, 5}) {
            if (factor * step >= value) {
                return factor * step;
            }
        }
        step *= 10;
    }
}

} // namespace

Plot::Plot(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QString Plot::number(double value) {
    const QLocale locale;
    if (value >= 1e6) {
        return locale.toString(value / 1e6, 'g', 3) + QStringLiteral(" M");
    }
    return value >= 1e4 ? locale.toString(value / 1e3, 'g', 3) + QStringLiteral(" k")
                        : locale.toString(value, 'g', 4);
}

void BarPlot::setBars(const std::vector<qint64>& counts, const QStringList& names, const QStringList& marks) {
    m_counts = counts;
    m_names = names;
    m_marks = marks;
    const auto most = std::max_element(counts.begin(), counts.end());
    m_most = most == counts.end() ? 0 : *most;
    m_from = m_to = -1;
    update();
}

QRect BarPlot::area() const {
    return rect().adjusted(kScaleWidth, kMargin, -kMargin, -fontMetrics().height() - kGap);
}

QRect BarPlot::barRect(int bar) const {
    const QRect plot = area();
    const auto count = double(m_counts.size());
    const int left = plot.left() + int(plot.width() * bar / count);
    const int right = plot.left() + int(plot.width() * (bar + 1) / count);
    const double share = m_most > 0 ? double(m_counts[std::size_t(bar)]) / double(roundUp(m_most)) : 0;
    // What is there stays visible, however little it is.
    const int height =
        std::max(int(std::lround(share * plot.height())), m_counts[std::size_t(bar)] > 0 ? 1 : 0);
    return {left, plot.bottom() + 1 - height, std::max(1, right - left - 1), height};
}

int BarPlot::barAt(int x) const {
    const QRect plot = area();
    if (m_counts.empty() || plot.width() <= 0) {
        return -1;
    }
    const double share = double(x - plot.left()) / plot.width();
    return std::clamp(int(std::floor(share * double(m_counts.size()))), 0, int(m_counts.size()) - 1);
}

void BarPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect plot = area();
    const QColor weak = palette().color(QPalette::PlaceholderText);
    if (m_most == 0) {
        painter.setPen(weak);
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing to show yet."));
        return;
    }
    const qint64 top = roundUp(m_most);
    for (const double share : {0.0, 0.5, 1.0}) {
        const int y = plot.bottom() + 1 - int(std::lround(share * plot.height()));
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawLine(plot.left(), y, plot.right(), y);
        painter.setPen(weak);
        painter.drawText(QRect(0, y - 10, kScaleWidth - kGap, 20), Qt::AlignRight | Qt::AlignVCenter,
                         number(double(top) * share));
    }
    int free = plot.left();
    for (int bar = 0; bar < int(m_counts.size()); ++bar) {
        const QRect box = barRect(bar);
        const bool chosen = m_from >= 0 && bar >= std::min(m_from, m_to) && bar <= std::max(m_from, m_to);
        const QColor color = palette().color(QPalette::Highlight);
        painter.fillRect(box,
                         m_from < 0 || chosen ? color : QColor(color.red(), color.green(), color.blue(), 90));
        const QString mark = m_marks.value(bar);
        const int width = fontMetrics().horizontalAdvance(mark);
        const int left = std::min(box.center().x() - width / 2, this->rect().right() - width);
        if (!mark.isEmpty() && left >= free) {
            painter.setPen(weak);
            painter.drawText(left, height() - fontMetrics().descent() - 1, mark);
            free = left + width + kLeastMarkGap;
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void BarPlot::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        m_from = m_to = barAt(event->pos().x());
        update();
    }
}

void BarPlot::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton) && m_from >= 0) {
        m_to = barAt(event->pos().x());
        update();
    }
}

void BarPlot::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_from >= 0) {
        emit chosen(std::min(m_from, m_to), std::max(m_from, m_to));
    }
}

void BarPlot::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_counts.empty()) {
        Plot::keyPressEvent(event);
        return;
    }
    m_to = std::clamp(m_to + step, 0, int(m_counts.size()) - 1);
    m_from = event->modifiers().testFlag(Qt::ShiftModifier) && m_from >= 0 ? m_from : m_to;
    update();
    emit chosen(std::min(m_from, m_to), std::max(m_from, m_to));
}

bool BarPlot::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return Plot::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const int bar = barAt(help->pos().x());
    const QString text = bar < 0 ? QString()
                                 : QStringLiteral("%1: %2").arg(
                                       m_names.value(bar), QLocale().toString(m_counts[std::size_t(bar)]));
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void GridPlot::setCells(const std::vector<qint64>& counts, int columns, const QStringList& names) {
    m_counts = counts;
    m_columns = columns;
    m_names = names;
    const auto most = std::max_element(counts.begin(), counts.end());
    m_most = most == counts.end() ? 0 : *most;
    m_from = m_to = QPoint(-1, -1);
    update();
}

int GridPlot::rows() const {
    return m_columns > 0 ? int(m_counts.size()) / m_columns : 0;
}

QRectF GridPlot::area() const {
    const int side = m_names.isEmpty() ? kMargin : std::min(width() / 3, 90);
    const int top = m_names.isEmpty() ? kMargin : fontMetrics().height() + kGap;
    return QRectF(rect()).adjusted(side, top, -kMargin, -kMargin);
}

QRectF GridPlot::cellRect(int column, int row) const {
    const QRectF plot = area();
    const double width = plot.width() / m_columns;
    const double height = plot.height() / rows();
    return {plot.left() + column * width, plot.top() + row * height, width, height};
}

QPoint GridPlot::cellAt(QPointF at) const {
    const QRectF plot = area();
    if (m_counts.empty() || plot.isEmpty()) {
        return {-1, -1};
    }
    const int column = int(std::floor((at.x() - plot.left()) / plot.width() * m_columns));
    const int row = int(std::floor((at.y() - plot.top()) / plot.height() * rows()));
    return {std::clamp(column, 0, m_columns - 1), std::clamp(row, 0, rows() - 1)};
}

QRect GridPlot::selection() const {
    if (m_from.x() < 0) {
        return {};
    }
    return {QPoint(std::min(m_from.x(), m_to.x()), std::min(m_from.y(), m_to.y())),
            QPoint(std::max(m_from.x(), m_to.x()), std::max(m_from.y(), m_to.y()))};
}

void GridPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor weak = palette().color(QPalette::PlaceholderText);
    if (m_most == 0) {
        painter.setPen(weak);
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing to show yet."));
        return;
    }
    const QColor full = palette().color(QPalette::Highlight);
    painter.fillRect(area(), palette().color(QPalette::AlternateBase));
    for (int row = 0; row < rows(); ++row) {
        for (int column = 0; column < m_columns; ++column) {
            const qint64 count = m_counts[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)];
            // The root keeps what is rare visible beside what is frequent.
            const double share = std::sqrt(double(count) / double(m_most));
            painter.fillRect(cellRect(column, row),
                             QColor(full.red(), full.green(), full.blue(), int(std::lround(share * 255))));
        }
        if (!m_names.isEmpty()) {
            const QRectF cell = cellRect(0, row);
            const QRectF place(0, cell.top(), cell.left() - kGap, cell.height());
            painter.setPen(weak);
            painter.drawText(
                place, Qt::AlignRight | Qt::AlignVCenter,
                fontMetrics().elidedText(m_names.value(row), Qt::ElideMiddle, int(place.width())));
        }
    }
    if (!m_names.isEmpty()) {
        painter.setPen(weak);
        painter.drawText(QRectF(area().left(), 0, area().width(), area().top() - 2), Qt::AlignCenter,
                         tr("in one image with"));
    }
    if (const QRect chosen = selection(); !chosen.isNull()) {
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.drawRect(
            cellRect(chosen.left(), chosen.top()).united(cellRect(chosen.right(), chosen.bottom())));
    }
}

void GridPlot::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        m_from = m_to = cellAt(event->position());
        update();
    }
}

void GridPlot::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton) && m_from.x() >= 0) {
        m_to = cellAt(event->position());
        update();
    }
}

void GridPlot::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_from.x() >= 0) {
        emit chosen(selection());
    }
}

bool GridPlot::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return Plot::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const QPoint cell = cellAt(help->pos());
    QString text;
    if (cell.x() >= 0) {
        text = QLocale().toString(
            m_counts[std::size_t(cell.y()) * std::size_t(m_columns) + std::size_t(cell.x())]);
        if (!m_names.isEmpty()) {
            text = tr("%1 with %2: %3 images").arg(m_names.value(cell.y()), m_names.value(cell.x()), text);
        }
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace gui
