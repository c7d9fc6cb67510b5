// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPoint>
#include <QPolygon>
#include <QRect>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace core {

/// The cheapest ways along the edges of a picture from one pixel corner to all others of a window: a step is
/// cheap where the colours on its two sides differ much. Immutable once made; made off the UI thread, since a
/// window of a million corners takes about a tenth of a second.
class LiveWire {
public:
    /// Corners looked at in each direction from the start, at most.
    static constexpr int kReach = 400;

    LiveWire() = default;
    /// `image` is Format_RGB32. Empty once stopped.
    LiveWire(const QImage& image, QPoint start, const std::stop_token& stop = {});

    QPoint start() const { return m_start; }
    bool reaches(QPoint corner) const;
    /// From the start to `corner`, both included; a straight line if the corner is out of reach.
    QPolygon pathTo(QPoint corner) const;

private:
    QPoint m_start;
    QRect m_window;                   ///< corners
    std::vector<std::uint8_t> m_back; ///< the step that leads back towards the start
};

} // namespace core
