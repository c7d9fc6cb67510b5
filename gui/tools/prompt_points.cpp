// SPDX-License-Identifier: Apache-2.0
#include "gui/tools/prompt_points.h"

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

QPointF insidePoint(const core::Mask& mask, const QList<QPointF>& avoid) {
    QPointF best;
    double bestRoom = -1;
    const QRect box = mask.boundingBox();
    const int step = std::max(1, box.height() / 48);
    for (const core::Mask::Span& span : mask.spans()) {
        if ((span.y - box.top()) % step != 0) {
            continue;
        }
        const QPointF at((span.x0 + span.x1) / 2.0, span.y + 0.5);
        double room =
            std::min((span.x1 - span.x0) / 2.0, std::min(at.y() - box.top(), box.bottom() + 1 - at.y()));
        for (const QPointF& other : avoid) {
            room = std::min(room, QLineF(at, other).length());
        }
        if (room > bestRoom) {
            bestRoom = room;
            best = at;
        }
    }
    return best;
}

} // namespace gui
