// SPDX-License-Identifier: Apache-2.0
#include "inference/session/postprocess.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace inference {
namespace {

constexpr float kFilled = 10.0F;
constexpr float kStabilityMargin = 0.05F;
constexpr double kStable = 0.98;

ClickPoint toClick(double x, double y, PointKind kind, const ImageSize& size, int modelSize) {
    // The reference adds half a pixel of the model's square after scaling.
    const double half = 0.5 / modelSize;
    return {x / size.width + half, y / size.height + half, kind};
}

/// A stretch of pixels of a row that lie outside of a mask.
struct Stretch {
    int begin, end;     ///< half open, in pixels of the whole map
    std::size_t parent; ///< another stretch of the same component; itself: the component's first
    int area;           ///< of the component, at its first
};

std::size_t firstOf(std::vector<Stretch>& all, std::size_t i) {
    while (all[i].parent != i)
        i = all[i].parent = all[all[i].parent].parent;
    return i;
}

void join(std::vector<Stretch>& all, std::size_t a, std::size_t b) {
    a = firstOf(all, a);
    b = firstOf(all, b);
    if (a == b)
        return;
    if (b < a)
        std::swap(a, b);
    all[b].parent = a;
    all[a].area += all[b].area;
}

/// Adds the stretches of the row that begins at pixel `row`.
void addStretches(std::span<const float> logits, int row, int width, std::vector<Stretch>& all) {
    const auto isInside = [&](int at) { return logits[static_cast<std::size_t>(at)] > 0; };
    const int end = row + width;
    for (int at = row; at < end;) {
        while (at < end && isInside(at))
            ++at;
        const int begin = at;
        while (at < end && !isInside(at))
            ++at;
        if (begin < at)
            all.push_back({begin, at, all.size(), at - begin});
    }
}

/// Joins the stretches [middle, end) of a row with those of the row above, [above, middle), that they touch,
/// at a corner at least.
void joinRows(std::vector<Stretch>& all, std::size_t above, std::size_t middle, int width) {
    for (std::size_t below = middle; above < middle && below < all.size();) {
        const int begin = all[above].begin + width;
        const int end = all[above].end + width;
        if (begin <= all[below].end && all[below].begin <= end)
            join(all, above, below);
        if (end < all[below].end)
            ++above;
        else
            ++below;
    }
}

} // namespace

Exemplar toExemplar(const SignedBox& box, const ImageSize& size) {
    const auto w = static_cast<float>(size.width);
    const auto h = static_cast<float>(size.height);
    const Box& b = box.box;
    return {{(b.x0 + b.x1) / 2 / w, (b.y0 + b.y1) / 2 / h, (b.x1 - b.x0) / w, (b.y1 - b.y0) / h},
            box.positive};
}

Box toPixels(const std::array<float, 4>& box, const ImageSize& size) {
    const auto w = static_cast<float>(size.width);
    const auto h = static_cast<float>(size.height);
    return {(box[0] - box[2] / 2) * w, (box[1] - box[3] / 2) * h, (box[0] + box[2] / 2) * w,
            (box[1] + box[3] / 2) * h};
}

std::vector<ClickPoint> toClicks(const InstancePrompt& prompt, const ImageSize& size, int modelSize) {
    std::vector<ClickPoint> clicks;
    if (prompt.box) {
        clicks.push_back(toClick(prompt.box->x0, prompt.box->y0, PointKind::BoxTopLeft, size, modelSize));
        clicks.push_back(toClick(prompt.box->x1, prompt.box->y1, PointKind::BoxBottomRight, size, modelSize));
    }
    for (const SignedPoint& point : prompt.points)
        clicks.push_back(toClick(point.x, point.y, point.positive ? PointKind::Positive : PointKind::Negative,
                                 size, modelSize));
    return clicks;
}

void fillHoles(std::span<float> logits, int width, int height, int maxArea) {
    std::vector<Stretch> all;
    std::size_t above = 0;
    for (int y = 0; y < height; ++y) {
        const std::size_t middle = all.size();
        addStretches(logits, y * width, width, all);
        joinRows(all, above, middle, width);
        above = middle;
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[firstOf(all, i)].area <= maxArea)
            std::fill(logits.begin() + all[i].begin, logits.begin() + all[i].end, kFilled);
}

std::size_t chooseSingleMask(const DecodedMasks& masks) {
    const std::span<const float> first(masks.logits.data(), masks.logits.size() / masks.iou.size());
    const auto inside =
        std::count_if(first.begin(), first.end(), [](float v) { return v > kStabilityMargin; });
    const auto around =
        std::count_if(first.begin(), first.end(), [](float v) { return v > -kStabilityMargin; });
    const double stability = around == 0 ? 1.0 : static_cast<double>(inside) / static_cast<double>(around);
    if (stability >= kStable)
        return 0;
    return static_cast<std::size_t>(std::max_element(masks.iou.begin() + 1, masks.iou.end()) -
                                    masks.iou.begin());
}

MaskLogits toMask(std::vector<float> values, int side) {
    return {side, side, std::make_shared<const std::vector<float>>(std::move(values))};
}

} // namespace inference
