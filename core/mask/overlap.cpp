// SPDX-License-Identifier: Apache-2.0
#include "core/mask/overlap.h"

#include <algorithm>

namespace core {

qint64 sharedArea(const Mask& a, const Mask& b) {
    const auto endsBefore = [](const Mask::Span& one, const Mask::Span& other) {
        return one.y != other.y ? one.y < other.y : one.x1 < other.x1;
    };
    qint64 shared = 0;
    auto left = a.spans().begin();
    auto right = b.spans().begin();
    while (left != a.spans().end() && right != b.spans().end()) {
        if (left->y == right->y) {
            shared += std::max(0, std::min(left->x1, right->x1) - std::max(left->x0, right->x0));
        }
        endsBefore(*left, *right) ? ++left : ++right;
    }
    return shared;
}

double iouOf(const Mask& a, const Mask& b) {
    const qint64 both = sharedArea(a, b);
    const qint64 either = both > 0 ? a.area() + b.area() - both : 0;
    return either > 0 ? double(both) / double(either) : 0;
}

} // namespace core
