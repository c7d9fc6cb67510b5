// SPDX-License-Identifier: Apache-2.0
#include "core/mask/brush.h"

#include <algorithm>
#include <cmath>

namespace core {
namespace {

/// Where a row of pixel centres enters and leaves a convex shape; empty while lo > hi.
struct Interval {
    double lo = 1;
    double hi = -1;
    void add(double x) {
        if (lo > hi)
            lo = hi = x;
        lo = std::min(lo, x);
        hi = std::max(hi, x);
    }
};

void addDisc(Interval& interval, QPointF centre, double radius, double y) {
    const double dy = y - centre.y();
    const double square = radius * radius - dy * dy;
    if (square < 0)
        return;
    const double half = std::sqrt(square);
    interval.add(centre.x() - half);
    interval.add(centre.x() + half);
}

void addEdge(Interval& interval, QPointF from, QPointF to, double y) {
    const double height = to.y() - from.y();
    if (height == 0)
        return;
    const double t = (y - from.y()) / height;
    if (t >= 0 && t <= 1)
        interval.add(from.x() + t * (to.x() - from.x()));
}

/// All points within a radius of the segment between two points: convex, so each row is one span.
class Capsule {
public:
    Capsule(QPointF from, QPointF to, double radius) : m_from(from), m_to(to), m_radius(radius) {
        const QPointF along = to - from;
        const double length = std::hypot(along.x(), along.y());
        if (length > 0)
            m_side = QPointF(-along.y(), along.x()) * (radius / length);
    }
    double top() const { return std::min(m_from.y(), m_to.y()) - m_radius; }
    double bottom() const { return std::max(m_from.y(), m_to.y()) + m_radius; }
    Interval at(double y) const {
        Interval interval;
        addDisc(interval, m_from, m_radius, y);
        addDisc(interval, m_to, m_radius, y);
        addEdge(interval, m_from + m_side, m_to + m_side, y);
        addEdge(interval, m_from - m_side, m_to - m_side, y);
        return interval;
    }

private:
    QPointF m_from, m_to, m_side;
    double m_radius;
};

/// Index of the first pixel whose centre is at or after `position`, kept inside [low, high].
int firstCentre(double position, int low, int high) {
    return int(std::clamp(std::ceil(position - 0.5), double(low), double(high)));
}

/// Index after the last pixel whose centre is at or before `position`.
int endCentre(double position, int low, int high) {
    return int(std::clamp(std::floor(position - 0.5) + 1, double(low), double(high)));
}

} // namespace

Brush::Brush(double diameter, const QRect& bounds)
    : m_radius(std::max(diameter, 1.0) / 2), m_nextRadius(m_radius), m_bounds(bounds) {}

void Brush::setDiameter(double diameter) {
    m_nextRadius = std::max(diameter, 1.0) / 2;
}

void Brush::appendCapsule(QPointF from, QPointF to, double radius, std::vector<Mask::Span>& spans) const {
    const Capsule capsule(from, to, radius);
    const int endX = m_bounds.right() + 1;
    const int endY = m_bounds.bottom() + 1;
    const int end = endCentre(capsule.bottom(), m_bounds.top(), endY);
    for (int y = firstCentre(capsule.top(), m_bounds.top(), endY); y < end; ++y) {
        const Interval interval = capsule.at(y + 0.5);
        if (interval.lo > interval.hi)
            continue;
        spans.push_back({y, firstCentre(interval.lo, m_bounds.left(), endX),
                         endCentre(interval.hi, m_bounds.left(), endX)});
    }
}

Mask Brush::moveTo(QPointF position) {
    if (!std::isfinite(position.x()) || !std::isfinite(position.y()) || m_bounds.isEmpty())
        return {};
    if (!m_started) {
        m_last = position;
        m_radius = m_nextRadius;
    }
    m_started = true;
    // Steps of half a pixel of radius look like a smooth taper.
    constexpr int kMostSteps = 64;
    const double change = m_nextRadius - m_radius;
    const int steps = std::clamp(int(std::ceil(std::abs(change) / 0.5)), 1, kMostSteps);
    std::vector<Mask::Span> spans;
    for (int i = 0; i < steps; ++i) {
        const QPointF from = m_last + (position - m_last) * (double(i) / steps);
        const QPointF to = m_last + (position - m_last) * (double(i + 1) / steps);
        appendCapsule(from, i + 1 == steps ? position : to, m_radius + change * (i + 1) / steps, spans);
    }
    m_last = position;
    m_radius = m_nextRadius;
    const QPoint under(int(std::floor(std::clamp(position.x(), -1e9, 1e9))),
                       int(std::floor(std::clamp(position.y(), -1e9, 1e9))));
    if (m_bounds.contains(under))
        spans.push_back({under.y(), under.x(), under.x() + 1});
    Mask step = Mask::fromSpans(std::move(spans));
    remember(step);
    return step;
}

void Brush::remember(const Mask& step) {
    m_pending.insert(m_pending.end(), step.spans().begin(), step.spans().end());
    constexpr std::size_t kEnough = 65536;
    if (m_pending.size() > std::max(kEnough, m_painted.spans().size()))
        mergePending();
}

const Mask& Brush::painted() const {
    mergePending();
    return m_painted;
}

void Brush::mergePending() const {
    if (m_pending.empty())
        return;
    m_painted = m_painted.united(Mask::fromSpans(std::move(m_pending)));
    m_pending.clear();
}

} // namespace core
