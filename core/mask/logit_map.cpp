// SPDX-License-Identifier: Apache-2.0
#include "core/mask/logit_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {
namespace {

/// Where an output row or column lies between two grid lines: at (1 - weight) * index + weight * (index + 1).
struct Sample {
    int index;
    double weight;
};

Sample sampleAt(int position, int in, int out) {
    const double source = std::max((position + 0.5) * in / out - 0.5, 0.0);
    const int index = std::min(int(source), in - 1);
    return {index, source - index};
}

/// The output columns of each grid cell: between two neighbouring grid values a row of logits is a straight
/// line, so a cell whose two ends agree needs no look at its pixels.
class Columns {
public:
    Columns(int in, int out) : m_start(std::size_t(in) + 1, out), m_weight(std::size_t(out)) {
        for (int x = out - 1; x >= 0; --x) {
            const Sample sample = sampleAt(x, in, out);
            m_weight[std::size_t(x)] = sample.weight;
            m_start[std::size_t(sample.index)] = x;
        }
        for (int i = in - 1; i >= 0; --i)
            m_start[std::size_t(i)] = std::min(m_start[std::size_t(i)], m_start[std::size_t(i) + 1]);
    }
    int start(int cell) const { return m_start[std::size_t(cell)]; }
    double weight(int x) const { return m_weight[std::size_t(x)]; }

private:
    std::vector<int> m_start;
    std::vector<double> m_weight;
};

/// First and last grid column of a row above the threshold; first > last if there is none.
struct Extent {
    int first = std::numeric_limits<int>::max();
    int last = -1;
};

Extent extentOf(const float* row, int width, float threshold) {
    Extent extent;
    for (int x = 0; x < width; ++x) {
        if (!(row[x] > threshold))
            continue;
        extent.first = std::min(extent.first, x);
        extent.last = x;
    }
    return extent;
}

/// Appends pixels to one row, joining neighbours.
class RowWriter {
public:
    RowWriter(std::vector<Mask::Span>& spans, int y) : m_spans(spans), m_rowBegin(spans.size()), m_y(y) {}
    void add(int x0, int x1) {
        if (x0 >= x1)
            return;
        if (m_spans.size() > m_rowBegin && m_spans.back().x1 == x0)
            m_spans.back().x1 = x1;
        else
            m_spans.push_back({m_y, x0, x1});
    }

private:
    std::vector<Mask::Span>& m_spans;
    std::size_t m_rowBegin;
    int m_y;
};

/// `values` holds the logits of one output row on the grid's columns from..to.
void thresholdRow(const std::vector<double>& values, Extent cells, const Columns& columns, double threshold,
                  RowWriter& out) {
    const int lastColumn = int(values.size()) - 1;
    for (int cell = cells.first; cell <= cells.last; ++cell) {
        const double left = values[std::size_t(cell)];
        const double right = values[std::size_t(std::min(cell + 1, lastColumn))];
        const bool leftIn = left > threshold;
        const bool rightIn = right > threshold;
        if (leftIn && rightIn)
            out.add(columns.start(cell), columns.start(cell + 1));
        if (leftIn == rightIn)
            continue;
        for (int x = columns.start(cell); x < columns.start(cell + 1); ++x) {
            if (left + (right - left) * columns.weight(x) > threshold)
                out.add(x, x + 1);
        }
    }
}

} // namespace

Mask LogitMap::toMask(QSize imageSize, float threshold) const {
    if (isEmpty() || size.isEmpty() || imageSize.isEmpty() ||
        values->size() != std::size_t(size.width()) * std::size_t(size.height()))
        return {};
    const int width = size.width();
    const int height = size.height();
    const auto row = [&](int y) { return values->data() + std::ptrdiff_t(y) * width; };
    std::vector<Extent> extents;
    extents.reserve(std::size_t(height));
    for (int y = 0; y < height; ++y)
        extents.push_back(extentOf(row(y), width, threshold));

    const Columns columns(width, imageSize.width());
    std::vector<double> line(std::size_t(width), 0.0);
    std::vector<Mask::Span> spans;
    for (int y = 0; y < imageSize.height(); ++y) {
        const Sample sample = sampleAt(y, height, imageSize.height());
        const int below = std::min(sample.index + 1, height - 1);
        const Extent& a = extents[std::size_t(sample.index)];
        const Extent& b = extents[std::size_t(below)];
        // A cell can only hold pixels if one of its two ends does, and an end only if one of its two rows
        // does.
        const Extent cells{std::max(std::min(a.first, b.first) - 1, 0), std::max(a.last, b.last)};
        if (cells.last < 0)
            continue;
        for (int x = cells.first; x <= std::min(cells.last + 1, width - 1); ++x) {
            const double upper = row(sample.index)[x];
            line[std::size_t(x)] = upper + (row(below)[x] - upper) * sample.weight;
        }
        RowWriter writer(spans, y);
        thresholdRow(line, cells, columns, threshold, writer);
    }
    return Mask::fromSpans(std::move(spans));
}

LogitMap logitsOf(const Mask& mask, QSize imageSize, QSize grid) {
    if (imageSize.isEmpty() || grid.isEmpty())
        return {};
    constexpr float kHeight = 8;
    const double sx = double(grid.width()) / imageSize.width();
    const double sy = double(grid.height()) / imageSize.height();
    std::vector<double> inside(std::size_t(grid.width()) * std::size_t(grid.height()));
    const auto addRow = [&](int row, double weight, double from, double to) {
        double* cells = inside.data() + std::size_t(row) * std::size_t(grid.width());
        for (int x = int(from); x < grid.width() && x < to; ++x)
            cells[x] += weight * (std::min(to, x + 1.0) - std::max(from, double(x)));
    };
    const Mask shown = mask.clipped(QRect(QPoint(), imageSize));
    for (const Mask::Span& span : shown.spans())
        for (int row = int(span.y * sy); row < grid.height() && row < (span.y + 1) * sy; ++row) {
            const double height = std::min((span.y + 1) * sy, row + 1.0) - std::max(span.y * sy, double(row));
            addRow(row, height, span.x0 * sx, span.x1 * sx);
        }
    auto values = std::make_shared<std::vector<float>>();
    values->reserve(inside.size());
    for (const double part : inside)
        values->push_back(kHeight * float(2 * std::min(part, 1.0) - 1));
    return {grid, std::move(values)};
}

} // namespace core
