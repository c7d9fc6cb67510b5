// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/changed_region.h"

#include <algorithm>

namespace gui {
namespace {

constexpr int kBands = 16;

} // namespace

QRegion changedRegion(const core::Mask& before, const core::Mask& now) {
    const core::Mask differs = before.exclusiveOr(now);
    const auto& spans = differs.spans();
    if (spans.empty()) {
        return {};
    }
    const int rows = spans.back().y - spans.front().y + 1;
    const int height = (rows + kBands - 1) / kBands;
    QRegion region;
    for (auto span = spans.begin(); span != spans.end();) {
        const int top = span->y;
        int bottom = top;
        int left = span->x0;
        int right = span->x1;
        for (; span != spans.end() && span->y < top + height; ++span) {
            left = std::min(left, span->x0);
            right = std::max(right, span->x1);
            bottom = span->y;
        }
        region += QRect(QPoint(left, top), QPoint(right - 1, bottom));
    }
    return region;
}

} // namespace gui
