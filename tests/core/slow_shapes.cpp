// SPDX-License-Identifier: Apache-2.0
#include "tests/core/slow_shapes.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace core {
namespace {

constexpr double kNear = 1e-6;

using At = std::function<bool(int x, int y)>;

Bitmap made(int width, int height, const At& inside) {
    Bitmap bitmap(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            bitmap.at(x, y) = inside(x, y);
    return bitmap;
}

Bitmap combined(const Bitmap& a, const Bitmap& b, bool (*rule)(bool, bool)) {
    return made(a.width, a.height, [&](int x, int y) { return rule(a.at(x, y, false), b.at(x, y, false)); });
}

/// How many pixels of the disc round (x, y) are set, and how many it has.
std::pair<int, int> countDisc(const Bitmap& bitmap, int x, int y, int radius) {
    int set = 0;
    int all = 0;
    for (int dy = -radius; dy <= radius; ++dy)
        for (int dx = -radius; dx <= radius; ++dx)
            if (dx * dx + dy * dy <= radius * radius) {
                ++all;
                set += bitmap.at(x + dx, y + dy, false) ? 1 : 0;
            }
    return {set, all};
}

/// What hangs together with (x, y) among the pixels that `open` allows.
Bitmap flooded(int width, int height, QPoint from, bool diagonal, const At& open) {
    Bitmap seen(width, height);
    std::vector<QPoint> todo{from};
    seen.at(from.x(), from.y()) = 1;
    while (!todo.empty()) {
        const QPoint p = todo.back();
        todo.pop_back();
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                const QPoint q = p + QPoint(dx, dy);
                const bool inside = q.x() >= 0 && q.y() >= 0 && q.x() < width && q.y() < height;
                if ((dx != 0 && dy != 0 && !diagonal) || !inside || seen.at(q.x(), q.y()) ||
                    !open(q.x(), q.y()))
                    continue;
                seen.at(q.x(), q.y()) = 1;
                todo.push_back(q);
            }
    }
    return seen;
}

double distance(QPointF p, QPointF a, QPointF b) {
    const QPointF way = b - a;
    const double square = QPointF::dotProduct(way, way);
    const double t = square == 0 ? 0 : std::clamp(QPointF::dotProduct(p - a, way) / square, 0.0, 1.0);
    const QPointF off = p - (a + way * t);
    return std::hypot(off.x(), off.y());
}

/// Of what the closed line through `points` turns round `p`.
double turns(const QPolygonF& points, QPointF p) {
    double angle = 0;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QPointF a = points[i] - p;
        const QPointF b = points[(i + 1) % points.size()] - p;
        angle += std::atan2(a.x() * b.y() - a.y() * b.x(), QPointF::dotProduct(a, b));
    }
    return angle / (2 * M_PI);
}

} // namespace

Bitmap slowUnited(const Bitmap& a, const Bitmap& b) {
    return combined(a, b, [](bool one, bool other) { return one || other; });
}
Bitmap slowSubtracted(const Bitmap& a, const Bitmap& b) {
    return combined(a, b, [](bool one, bool other) { return one && !other; });
}
Bitmap slowIntersected(const Bitmap& a, const Bitmap& b) {
    return combined(a, b, [](bool one, bool other) { return one && other; });
}
Bitmap slowExclusiveOr(const Bitmap& a, const Bitmap& b) {
    return combined(a, b, [](bool one, bool other) { return one != other; });
}

Bitmap slowMoved(const Bitmap& bitmap, int dx, int dy) {
    return made(bitmap.width, bitmap.height, [&](int x, int y) { return bitmap.at(x - dx, y - dy, false); });
}

Bitmap slowGrown(const Bitmap& bitmap, int radius) {
    return made(bitmap.width, bitmap.height,
                [&](int x, int y) { return countDisc(bitmap, x, y, radius).first > 0; });
}

Bitmap slowShrunk(const Bitmap& bitmap, int radius) {
    return made(bitmap.width, bitmap.height, [&](int x, int y) {
        const auto [set, all] = countDisc(bitmap, x, y, radius);
        return set == all;
    });
}

Bitmap slowSmoothed(const Bitmap& bitmap, int radius) {
    return made(bitmap.width, bitmap.height, [&](int x, int y) {
        const auto [set, all] = countDisc(bitmap, x, y, radius);
        return 2 * set > all;
    });
}

Bitmap slowFilled(const Bitmap& bitmap, int maxArea) {
    // One row and column of background all round: the outside is one.
    const int width = bitmap.width + 2;
    const int height = bitmap.height + 2;
    const At ground = [&](int x, int y) { return !bitmap.at(x - 1, y - 1, false); };
    Bitmap done = flooded(width, height, {0, 0}, true, ground);
    Bitmap filled = bitmap;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            if (!ground(x, y) || done.at(x, y))
                continue;
            const Bitmap hole = flooded(width, height, {x, y}, true, ground);
            done = slowUnited(done, hole);
            if (maxArea >= 0 && slowArea(hole) > maxArea)
                continue;
            for (int j = 0; j < bitmap.height; ++j)
                for (int i = 0; i < bitmap.width; ++i)
                    filled.at(i, j) |= hole.at(i + 1, j + 1, false);
        }
    return filled;
}

std::vector<Bitmap> slowParts(const Bitmap& bitmap) {
    std::vector<Bitmap> parts;
    Bitmap left = bitmap;
    for (int y = 0; y < bitmap.height; ++y)
        for (int x = 0; x < bitmap.width; ++x)
            if (left.at(x, y)) {
                parts.push_back(flooded(bitmap.width, bitmap.height, {x, y}, false,
                                        [&](int i, int j) { return bitmap.at(i, j, false); }));
                left = slowSubtracted(left, parts.back());
            }
    return parts;
}

int slowArea(const Bitmap& bitmap) {
    return int(std::count(bitmap.pixels.begin(), bitmap.pixels.end(), 1));
}

Drawn slowStroke(const QPolygonF& points, double radius, QSize size) {
    Drawn drawn{Bitmap(size.width(), size.height()), Bitmap(size.width(), size.height())};
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            for (qsizetype i = 0; i < points.size(); ++i) {
                const QPointF from = points[std::max<qsizetype>(i - 1, 0)];
                const double away = distance({x + 0.5, y + 0.5}, from, points[i]);
                const bool under = int(std::floor(points[i].x())) == x && int(std::floor(points[i].y())) == y;
                drawn.sure.at(x, y) |= away < radius - kNear || under;
                drawn.maybe.at(x, y) |= away < radius + kNear || under;
            }
    return drawn;
}

Drawn slowPolygon(const QPolygonF& points, QSize size) {
    Drawn drawn{Bitmap(size.width(), size.height()), Bitmap(size.width(), size.height())};
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            const QPointF centre(x + 0.5, y + 0.5);
            bool near = false;
            for (qsizetype i = 0; i < points.size(); ++i)
                near = near || distance(centre, points[i], points[(i + 1) % points.size()]) < kNear;
            const bool inside = !near && std::lround(turns(points, centre)) != 0;
            drawn.sure.at(x, y) = inside;
            drawn.maybe.at(x, y) = inside || near;
        }
    return drawn;
}

Bitmap slowWand(const QImage& image, QPoint seed, int tolerance, bool contiguous) {
    const QRgb wanted = image.pixel(seed);
    const At similar = [&](int x, int y) {
        const QRgb color = image.pixel(x, y);
        return std::abs(qRed(color) - qRed(wanted)) <= tolerance &&
               std::abs(qGreen(color) - qGreen(wanted)) <= tolerance &&
               std::abs(qBlue(color) - qBlue(wanted)) <= tolerance;
    };
    return contiguous ? flooded(image.width(), image.height(), seed, false, similar)
                      : made(image.width(), image.height(), similar);
}

} // namespace core
