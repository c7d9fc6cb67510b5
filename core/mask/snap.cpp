// SPDX-License-Identifier: Apache-2.0
#include "core/mask/snap.h"

#include "core/mask/transpose.h"

#include <algorithm>
#include <cmath>

namespace core {
namespace {

constexpr double kFarthest = 256;

/// Visits the corners of all borders that run along the columns.
template <class Visit> void visitUpright(const Mask& mask, const Visit& visit) {
    for (const Mask::Span& s : mask.spans())
        for (const int x : {s.x0, s.x1})
            for (const int y : {s.y, s.y + 1})
                visit(x, y);
}

} // namespace

std::optional<QPointF> nearestBorder(const Mask& mask, QPointF point, double reach) {
    reach = std::min(reach, kFarthest);
    const int around = int(std::ceil(reach)) + 1;
    const QPoint centre(int(std::floor(std::clamp(point.x(), -1e8, 1e8))),
                        int(std::floor(std::clamp(point.y(), -1e8, 1e8))));
    // Borders that only the window makes lie further away than the reach.
    const Mask local = mask.clipped({centre - QPoint(around, around), centre + QPoint(around, around)});
    std::optional<QPointF> best;
    const auto look = [&](int x, int y) {
        const double away = std::hypot(x - point.x(), y - point.y());
        if (away <= reach) {
            reach = away;
            best = QPointF(x, y);
        }
    };
    visitUpright(local, look);
    visitUpright(transposed(local), [&look](int y, int x) { look(x, y); });
    return best;
}

} // namespace core
