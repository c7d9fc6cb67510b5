// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/statistics_dock.h"

#include "gui/docks/plots.h"
#include "gui/session/filter.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSaveFile>
#include <QSettings>
#include <QTableWidget>
#include <QToolButton>

#include <algorithm>

namespace gui {
namespace {

const auto kCountKey = QStringLiteral("statistics/effort");

/// A number as the query language reads it.
QString plain(double value) {
    return QString::number(value, 'g', 10);
}

/// `key:>=low key:<high`
QString between(const char* key, double low, double high) {
    return QStringLiteral("%1:>=%2 %1:<%3").arg(QLatin1String(key), plain(low), plain(high));
}

QString nameOf(const core::Statistics::OfLabel& label) {
    return label.label.isValid() ? label.name : StatisticsDock::tr("no label");
}

QString queryNameOf(const core::Statistics::OfLabel& label) {
    return label.label.isValid() ? core::queryQuoted(label.name) : QStringLiteral("none");
}

struct Answer {
    core::Statistics statistics;
    QString error;
};

Answer count(const core::Query& query, const core::InstanceIndex& index, const core::QueryContext& context) {
    const auto matcher = core::QueryMatcher::make(query, index, context);
    if (!matcher) {
        return {{}, QString::fromStdString(matcher.error().message)};
    }
    return {core::statisticsOf(index, context, matcher->matchingRows()), {}};
}

} // namespace

StatisticsDock::StatisticsDock(Session& session, QSettings& settings, QWidget* parent)
    : QDockWidget(tr("Statistics"), parent), m_session(session), m_settings(settings) {
    setObjectName(QStringLiteral("statistics"));
    build();
    const bool counted = settings.value(kCountKey, true).toBool();
    m_count->setChecked(counted);
    session.effort().setEnabled(counted);
    connect(m_count, &QCheckBox::toggled, this, [this](bool on) {
        m_settings.setValue(kCountKey, on);
        m_session.effort().setEnabled(on);
    });
    connect(m_pages, &QComboBox::currentIndexChanged, this, &StatisticsDock::fill);
    connect(m_filtered, &QCheckBox::toggled, this, &StatisticsDock::ask);
    connect(m_bars, &BarPlot::chosen, this, &StatisticsDock::chooseBars);
    connect(m_grid, &GridPlot::chosen, this, &StatisticsDock::chooseCells);
    connect(m_table, &QTableWidget::cellClicked, this, [this](int row) { chooseBars(row, row); });
    connect(this, &QDockWidget::visibilityChanged, this, &StatisticsDock::ask);
    connect(&session.filter(), &Filter::dataChanged, this, &StatisticsDock::ask);
    connect(&session, &Session::projectChanged, this, &StatisticsDock::ask);
    connect(&session.filter(), &Filter::textChanged, this, [this] {
        if (m_filtered->isChecked()) {
            ask();
        }
    });
}

void StatisticsDock::build() {
    auto* content = new QWidget(this);
    m_pages = new QComboBox(content);
    m_pages->setAccessibleName(tr("What to show"));
    m_pages->addItems({tr("Labels"), tr("Areas"), tr("Sizes"), tr("Scores"), tr("Positions"),
                       tr("Occurring together"), tr("Seconds per instance"), tr("Effort")});
    m_filtered = new QCheckBox(tr("Only what the filter shows"), content);
    m_bars = new BarPlot(content);
    m_grid = new GridPlot(content);
    m_bars->setAccessibleName(tr("Statistics"));
    m_grid->setAccessibleName(tr("Statistics"));
    m_table = new QTableWidget(0, 4, content);
    m_table->setHorizontalHeaderLabels(
        {tr("Label"), tr("Instances"), tr("Seconds each"), tr("Actions each")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter | Qt::Alignment(Qt::TextWordWrap));
    m_table->horizontalHeader()->setMinimumHeight(2 * fontMetrics().height() + kGap);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QTableWidget::NoEditTriggers);
    m_table->setSelectionBehavior(QTableWidget::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Effort by label"));
    m_count = new QCheckBox(tr("Count time and actions"), content);
    m_count->setToolTip(tr("The figures stay in the project on this machine."));
    m_summary = new QLabel(content);
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto* csv = new QToolButton(content);
    csv->setText(tr("CSV …"));
    csv->setToolTip(tr("Write the figures of each label to a file"));
    csv->setAutoRaise(true);
    connect(csv, &QToolButton::clicked, this, &StatisticsDock::writeCsv);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_count);
    bottom->addStretch();
    bottom->addWidget(csv);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kGap, kMargin, kGap);
    column->setSpacing(kGap);
    column->addWidget(m_pages);
    column->addWidget(m_filtered);
    for (QWidget* plot :
         {static_cast<QWidget*>(m_bars), static_cast<QWidget*>(m_grid), static_cast<QWidget*>(m_table)}) {
        column->addWidget(plot, 1);
    }
    column->addWidget(m_summary);
    column->addLayout(bottom);
    setWidget(content);
    fill();
}

StatisticsDock::Page StatisticsDock::page() const {
    return Page(m_pages->currentIndex());
}

void StatisticsDock::showPage(Page page) {
    m_pages->setCurrentIndex(page);
}

void StatisticsDock::ask() {
    core::InstanceSearch* search = m_session.filter().search();
    if (!isVisible() || search == nullptr) {
        return;
    }
    const auto query = core::parseQuery(m_filtered->isChecked() ? m_session.filter().text() : QString());
    if (!query) {
        return;
    }
    const quint64 asked = ++m_asked;
    search->ask([query = *query](const core::InstanceIndex& index,
                                 const core::QueryContext& context) { return count(query, index, context); },
                [this, asked](const Answer& answer) {
                    if (asked == m_asked && answer.error.isEmpty()) {
                        m_statistics = answer.statistics;
                        fill();
                        emit counted();
                    }
                });
}

void StatisticsDock::fill() {
    const Page shown = page();
    const bool grid = shown == Positions || shown == Together;
    m_bars->setVisible(!grid && shown != Effort);
    m_grid->setVisible(grid);
    m_table->setVisible(shown == Effort);
    m_count->setVisible(shown == Effort);
    const QLocale locale;
    m_summary->setText(
        tr("%1 instances in %2 images, rejected ones left out")
            .arg(locale.toString(m_statistics.instances), locale.toString(m_statistics.images)));
    QStringList names;
    std::vector<qint64> counts;
    for (const core::Statistics::OfLabel& label : m_statistics.labels) {
        names << nameOf(label);
        counts.push_back(label.instances);
    }
    switch (shown) {
    case Labels:
        m_bars->setBars(counts, names, names);
        break;
    case Areas:
        fillRanges(m_statistics.area);
        break;
    case Sizes:
        fillRanges(m_statistics.size);
        break;
    case Scores:
        fillRanges(m_statistics.score);
        break;
    case Positions:
        m_grid->setCells(m_statistics.heat, core::Statistics::kHeatColumns, {});
        break;
    case Together:
        m_grid->setCells(m_statistics.together,
                         std::min<int>(int(names.size()), core::Statistics::kMostPairs),
                         names.mid(0, core::Statistics::kMostPairs));
        break;
    case Times:
        fillRanges(m_statistics.seconds);
        break;
    default:
        fillEffort();
    }
}

void StatisticsDock::fillRanges(const core::Histogram& histogram) {
    QStringList names;
    QStringList marks;
    const QLocale locale;
    for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
        const QString low = locale.toString(histogram.edges[i], 'g', 4);
        names << tr("%1 to %2").arg(low, locale.toString(histogram.edges[i + 1], 'g', 4));
        marks << low;
    }
    m_bars->setBars(histogram.counts, names, marks);
}

void StatisticsDock::fillEffort() {
    const QLocale locale;
    m_table->setRowCount(int(m_statistics.labels.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const core::Statistics::OfLabel& label = m_statistics.labels[std::size_t(row)];
        const auto count = double(label.instances);
        m_table->setItem(row, 0, new QTableWidgetItem(nameOf(label)));
        m_table->setItem(row, 1, new QTableWidgetItem(locale.toString(label.instances)));
        m_table->setItem(row, 2, new QTableWidgetItem(locale.toString(label.seconds / count, 'f', 1)));
        m_table->setItem(row, 3,
                         new QTableWidgetItem(locale.toString(double(label.actions) / count, 'f', 1)));
    }
    const double known = double(std::max<qint64>(m_statistics.timed, 1));
    m_summary->setText(tr("%1 instances with known effort: %2 seconds and %3 actions each")
                           .arg(locale.toString(m_statistics.timed),
                                locale.toString(m_statistics.worked / known, 'f', 1),
                                locale.toString(double(m_statistics.actions) / known, 'f', 1)));
}

void StatisticsDock::chooseBars(int first, int last) {
    const auto from = std::size_t(first);
    const auto to = std::size_t(last) + 1;
    switch (page()) {
    case Labels:
    case Effort: {
        QStringList names;
        for (std::size_t i = from; i < to && i < m_statistics.labels.size(); ++i) {
            names << queryNameOf(m_statistics.labels[i]);
        }
        setFilter(QStringLiteral("class:%1").arg(names.join(QLatin1Char(','))));
        break;
    }
    case Areas:
        setFilter(between("area", m_statistics.area.edges[from], m_statistics.area.edges[to]));
        break;
    case Sizes:
        setFilter(between("size", m_statistics.size.edges[from], m_statistics.size.edges[to]));
        break;
    case Scores:
        // The last range has its upper edge, the best score there is.
        setFilter(to == m_statistics.score.counts.size()
                      ? QStringLiteral("-origin:hand score:>=%1").arg(plain(m_statistics.score.edges[from]))
                      : QStringLiteral("-origin:hand ") +
                            between("score", m_statistics.score.edges[from], m_statistics.score.edges[to]));
        break;
    case Times:
        setFilter(between("seconds", first == 0 ? 0 : m_statistics.seconds.edges[from],
                          m_statistics.seconds.edges[to]) +
                  QStringLiteral(" actions:>0"));
        break;
    default:
        break;
    }
}

void StatisticsDock::chooseCells(const QRect& cells) {
    if (page() == Together) {
        const auto name = [this](int i) { return queryNameOf(m_statistics.labels[std::size_t(i)]); };
        setFilter(QStringLiteral("has:%1 has:%2").arg(name(cells.top()), name(cells.left())));
        return;
    }
    constexpr double kColumns = core::Statistics::kHeatColumns;
    constexpr double kRows = core::Statistics::kHeatRows;
    setFilter(between("x", cells.left() / kColumns, (cells.right() + 1) / kColumns) + QLatin1Char(' ') +
              between("y", cells.top() / kRows, (cells.bottom() + 1) / kRows));
}

void StatisticsDock::setFilter(const QString& query) {
    // Figures of the filter alone would shrink with each choice.
    m_filtered->setChecked(false);
    m_session.filter().setText(query);
}

void StatisticsDock::writeCsv() {
    const QString name = QFileDialog::getSaveFileName(this, tr("Write figures"),
                                                      QStringLiteral("statistics.csv"), tr("Tables (*.csv)"));
    if (name.isEmpty()) {
        return;
    }
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(core::statisticsCsv(m_statistics)) < 0 ||
        !file.commit()) {
        m_session.report(tr("%1 can't be written: %2. Choose another folder.").arg(name, file.errorString()));
    }
}

} // namespace gui
