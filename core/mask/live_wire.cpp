// SPDX-License-Identifier: Apache-2.0
#include "core/mask/live_wire.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace core {
namespace {

constexpr std::array<QPoint, 8> kSteps{QPoint(1, 0), QPoint(0, 1),  QPoint(-1, 0),  QPoint(0, -1),
                                       QPoint(1, 1), QPoint(-1, 1), QPoint(-1, -1), QPoint(1, -1)};
constexpr std::uint8_t kNoStep = 255;
constexpr int kFlat = 64;     // cost of a corner without contrast
constexpr int kFaintest = 24; // contrast below which noise is not taken for an edge
constexpr int kStraight = 10; // lengths of steps
constexpr int kDiagonal = 14;

int difference(QRgb a, QRgb b) {
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

/// Contrast of the four pixels round each corner of the window.
std::vector<int> contrasts(const QImage& image, const QRect& window) {
    std::vector<int> values;
    values.reserve(std::size_t(window.width()) * std::size_t(window.height()));
    const auto row = [&image](int y) {
        return reinterpret_cast<const QRgb*>(image.constScanLine(std::clamp(y, 0, image.height() - 1)));
    };
    for (int y = window.top(); y <= window.bottom(); ++y) {
        const QRgb* above = row(y - 1);
        const QRgb* below = row(y);
        for (int x = window.left(); x <= window.right(); ++x) {
            const int l = std::clamp(x - 1, 0, image.width() - 1);
            const int r = std::clamp(x, 0, image.width() - 1);
            values.push_back(std::max(difference(above[l], below[r]), difference(above[r], below[l])));
        }
    }
    return values;
}

/// Costs 1 to kFlat + 1, relative to the strongest edge of the window.
std::vector<int> costs(std::vector<int> contrast) {
    const int most = std::max(kFaintest, *std::max_element(contrast.begin(), contrast.end()));
    for (int& value : contrast) {
        const int missing = most - value;
        value = 1 + kFlat * missing * missing / (most * most);
    }
    return contrast;
}

/// Dijkstra's search with one bucket for each distance: steps are short whole numbers.
class Search {
public:
    Search(const QRect& window, std::vector<int> cost) : m_window(window), m_cost(std::move(cost)) {
        m_distance.resize(m_cost.size(), -1);
        m_back.resize(m_cost.size(), kNoStep);
        m_buckets.resize(std::size_t((kFlat + 1) * kDiagonal) + 1);
    }
    std::vector<std::uint8_t> run(QPoint start, const std::stop_token& stop) {
        m_distance[index(start)] = 0;
        m_buckets[0].push_back(start);
        std::size_t waiting = 1;
        for (int now = 0; waiting > 0; ++now) {
            if (stop.stop_requested())
                return {};
            std::vector<QPoint> bucket = std::move(m_buckets[slot(now)]);
            m_buckets[slot(now)].clear();
            waiting -= bucket.size();
            for (const QPoint at : bucket)
                if (m_distance[index(at)] == now)
                    waiting += spread(at, now);
        }
        return std::move(m_back);
    }

private:
    std::size_t index(QPoint p) const {
        return std::size_t(p.y() - m_window.top()) * std::size_t(m_window.width()) +
               std::size_t(p.x() - m_window.left());
    }
    std::size_t slot(int distance) const { return std::size_t(distance) % m_buckets.size(); }
    std::size_t spread(QPoint at, int now) {
        std::size_t added = 0;
        const int own = m_cost[index(at)];
        for (std::size_t i = 0; i < kSteps.size(); ++i) {
            const QPoint next = at + kSteps[i];
            if (!m_window.contains(next))
                continue;
            const std::size_t to = index(next);
            const int way = now + (own + m_cost[to]) * (i < 4 ? kStraight : kDiagonal) / 2;
            if (m_distance[to] >= 0 && m_distance[to] <= way)
                continue;
            m_distance[to] = way;
            m_back[to] = std::uint8_t(i);
            m_buckets[slot(way)].push_back(next);
            ++added;
        }
        return added;
    }

    QRect m_window;
    std::vector<int> m_cost;
    std::vector<int> m_distance;
    std::vector<std::uint8_t> m_back;
    std::vector<std::vector<QPoint>> m_buckets;
};

} // namespace

LiveWire::LiveWire(const QImage& image, QPoint start, const std::stop_token& stop) {
    const QRect corners(0, 0, image.width() + 1, image.height() + 1);
    if (image.isNull() || !corners.contains(start))
        return;
    m_start = start;
    const QRect window = corners & QRect(start - QPoint(kReach, kReach), start + QPoint(kReach, kReach));
    m_back = Search(window, costs(contrasts(image, window))).run(start, stop);
    m_window = m_back.empty() ? QRect() : window;
}

bool LiveWire::reaches(QPoint corner) const {
    return m_window.contains(corner);
}

QPolygon LiveWire::pathTo(QPoint corner) const {
    if (!reaches(corner))
        return {m_start, corner};
    QPolygon path;
    while (corner != m_start) {
        path.append(corner);
        const QPoint in = corner - m_window.topLeft();
        corner -= kSteps[m_back[std::size_t(in.y()) * std::size_t(m_window.width()) + std::size_t(in.x())]];
    }
    path.append(m_start);
    std::reverse(path.begin(), path.end());
    return path;
}

} // namespace core
