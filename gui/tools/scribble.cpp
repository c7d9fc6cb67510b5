// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/scribble.h"

#include <QLineF>

#include <algorithm>

namespace gui {

QList<QPointF> sampled(const QList<QPointF>& line, int count) {
    QList<QPointF> points;
    if (line.isEmpty() || count < 1) {
        return points;
    }
    double length = 0;
    for (int i = 1; i < line.size(); ++i) {
        length += QLineF(line[i - 1], line[i]).length();
    }
    if (length <= 0) {
        return {line.constFirst()};
    }
    // The middles of equal parts: ends of a scribble are where the hand is least careful.
    const double part = length / count;
    double next = part / 2;
    double walked = 0;
    for (int i = 1; i < line.size() && points.size() < count; ++i) {
        const QLineF piece(line[i - 1], line[i]);
        while (points.size() < count && piece.length() > 0 && next <= walked + piece.length()) {
            points.append(piece.pointAt((next - walked) / piece.length()));
            next += part;
        }
        walked += piece.length();
    }
    return points;
}

} // namespace gui
