// SPDX-License-Identifier: Apache-2.0
#include "core/query/statistics.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace core {
namespace {

/// Ranges that grow by the square root of two, as far as there is something to count.
class GrowingRanges {
public:
    void add(double value) {
        const auto step = static_cast<std::size_t>(std::floor(2 * std::log2(std::max(value, 1.0))));
        if (m_counts.size() <= step)
            m_counts.resize(step + 1, 0);
        ++m_counts[step];
    }
    Histogram histogram() const {
        const auto first = static_cast<std::size_t>(
            std::find_if(m_counts.begin(), m_counts.end(), [](qint64 n) { return n > 0; }) -
            m_counts.begin());
        Histogram result;
        for (std::size_t step = first; step < m_counts.size(); ++step) {
            result.edges.push_back(std::exp2(double(step) / 2));
            result.counts.push_back(m_counts[step]);
        }
        if (!result.edges.empty())
            result.edges.push_back(std::exp2(double(m_counts.size()) / 2));
        return result;
    }

private:
    std::vector<qint64> m_counts;
};

class Counting {
public:
    Counting(const InstanceIndex& index, const QueryContext& context) : m_index(index) {
        for (const ImageInfo& image : context.images)
            m_sizes.insert(image.id, image.size);
        QHash<LabelId, QString> names;
        for (const Label& label : context.labels)
            names.insert(label.id, label.name);
        for (const LabelId label : index.labels()) {
            m_labels.push_back({label, names.value(label)});
        }
        m_seen.resize(index.images().size());
        m_result.heat.assign(std::size_t(Statistics::kHeatColumns) * Statistics::kHeatRows, 0);
        constexpr int kScores = 20;
        for (int i = 0; i <= kScores; ++i)
            m_result.score.edges.push_back(double(i) / kScores);
        m_result.score.counts.assign(kScores, 0);
    }

    void add(const InstanceRow& row) {
        ++m_result.instances;
        Statistics::OfLabel& label = m_labels[row.label];
        ++label.instances;
        label.area += double(row.area);
        label.seconds += double(row.seconds);
        label.actions += row.actions;
        m_result.worked += double(row.seconds);
        m_result.actions += row.actions;
        m_result.timed += row.actions > 0 ? 1 : 0;
        m_areas.add(double(row.area));
        m_boxes.add(std::max(row.width, row.height));
        if (row.actions > 0)
            m_seconds.add(double(row.seconds));
        if (row.origin != std::uint8_t(Origin::Hand)) {
            const auto last = double(m_result.score.counts.size() - 1);
            ++m_result.score.counts[std::size_t(std::clamp(std::floor(double(row.score) * 20), 0.0, last))];
        }
        addPosition(row);
        noteSeen(row.image, row.label);
    }

    Statistics finish() {
        for (const std::vector<std::uint32_t>& labels : m_seen) {
            m_result.images += labels.empty() ? 0 : 1;
            for (const std::uint32_t label : labels)
                ++m_labels[label].images;
        }
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < m_labels.size(); ++i)
            if (m_labels[i].instances > 0)
                order.push_back(i);
        std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            return m_labels[a].instances > m_labels[b].instances;
        });
        countPairs(order);
        for (const std::uint32_t i : order)
            m_result.labels.push_back(m_labels[i]);
        m_result.area = m_areas.histogram();
        m_result.size = m_boxes.histogram();
        m_result.seconds = m_seconds.histogram();
        return std::move(m_result);
    }

private:
    void addPosition(const InstanceRow& row) {
        const QSize size = m_sizes.value(m_index.images()[row.image]);
        if (size.isEmpty())
            return;
        const double x = (row.left + row.width / 2.0) / size.width() * Statistics::kHeatColumns;
        const double y = (row.top + row.height / 2.0) / size.height() * Statistics::kHeatRows;
        const int column = std::clamp(int(x), 0, Statistics::kHeatColumns - 1);
        const int line = std::clamp(int(y), 0, Statistics::kHeatRows - 1);
        ++m_result.heat[std::size_t(line) * Statistics::kHeatColumns + std::size_t(column)];
    }

    /// Images have few labels, so a short list is enough.
    void noteSeen(std::uint32_t image, std::uint32_t label) {
        std::vector<std::uint32_t>& labels = m_seen[image];
        if (std::find(labels.begin(), labels.end(), label) == labels.end())
            labels.push_back(label);
    }

    void countPairs(const std::vector<std::uint32_t>& order) {
        const std::size_t count = std::min<std::size_t>(order.size(), Statistics::kMostPairs);
        std::vector<int> rank(m_labels.size(), -1);
        for (std::size_t i = 0; i < count; ++i)
            rank[order[i]] = static_cast<int>(i);
        m_result.together.assign(count * count, 0);
        for (const std::vector<std::uint32_t>& labels : m_seen) {
            for (const std::uint32_t a : labels)
                for (const std::uint32_t b : labels)
                    if (rank[a] >= 0 && rank[b] >= 0)
                        ++m_result.together[std::size_t(rank[a]) * count + std::size_t(rank[b])];
        }
    }

    const InstanceIndex& m_index;
    QHash<ImageId, QSize> m_sizes;
    std::vector<Statistics::OfLabel> m_labels;      ///< by place in the index's table
    std::vector<std::vector<std::uint32_t>> m_seen; ///< labels of each image
    GrowingRanges m_areas, m_boxes, m_seconds;
    Statistics m_result;
};

QByteArray csvText(const QString& text) {
    QString quoted = text;
    return '"' + quoted.replace(QLatin1Char('"'), QLatin1String("\"\"")).toUtf8() + '"';
}

QByteArray csvLine(const QByteArray& name, const std::array<double, 5>& figures) {
    QByteArray line = name;
    for (const double figure : figures)
        line += ',' + QByteArray::number(figure, 'g', 12);
    return line + '\n';
}

} // namespace

Statistics statisticsOf(const InstanceIndex& index, const QueryContext& context,
                        const std::vector<std::uint8_t>& flags) {
    Counting counting(index, context);
    const std::vector<InstanceRow>& rows = index.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (flags[i] != 0 && rows[i].state != std::uint8_t(State::Rejected))
            counting.add(rows[i]);
    }
    return counting.finish();
}

QByteArray statisticsCsv(const Statistics& statistics) {
    QByteArray csv = "label,instances,images,mean area,seconds,actions\n";
    double area = 0;
    for (const Statistics::OfLabel& label : statistics.labels) {
        area += label.area;
        csv += csvLine(csvText(label.name),
                       {double(label.instances), double(label.images), label.area / double(label.instances),
                        label.seconds, double(label.actions)});
    }
    const double all = double(std::max<qint64>(statistics.instances, 1));
    return csv + csvLine("all", {double(statistics.instances), double(statistics.images), area / all,
                                 statistics.worked, double(statistics.actions)});
}

} // namespace core
