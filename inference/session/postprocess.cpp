// SPDX-License-Identifier: Apache-2.0
#include "inference/session/postprocess.h"

#include <algorithm>

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

/// Collects the component of `start` into `members`, marking its pixels as seen.
void collectComponent(std::span<const float> logits, int width, int height, int start,
                      std::vector<char>& seen, std::vector<int>& members) {
    members.assign(1, start);
    seen[static_cast<std::size_t>(start)] = 1;
    for (std::size_t next = 0; next < members.size(); ++next) {
        const int x = members[next] % width;
        const int y = members[next] / width;
        for (int ny = std::max(y - 1, 0); ny <= std::min(y + 1, height - 1); ++ny)
            for (int nx = std::max(x - 1, 0); nx <= std::min(x + 1, width - 1); ++nx) {
                const auto index = static_cast<std::size_t>(ny) * width + nx;
                if (seen[index] != 0 || logits[index] > 0)
                    continue;
                seen[index] = 1;
                members.push_back(static_cast<int>(index));
            }
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
    std::vector<char> seen(logits.size(), 0);
    std::vector<std::size_t> filled;
    std::vector<int> members;
    for (int start = 0; start < width * height; ++start) {
        if (seen[static_cast<std::size_t>(start)] != 0 || logits[static_cast<std::size_t>(start)] > 0)
            continue;
        collectComponent(logits, width, height, start, seen, members);
        if (members.size() <= static_cast<std::size_t>(std::max(maxArea, 0)))
            filled.insert(filled.end(), members.begin(), members.end());
    }
    for (const std::size_t index : filled)
        logits[index] = kFilled;
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
