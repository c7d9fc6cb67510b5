// SPDX-License-Identifier: Apache-2.0
#include "inference/session/preprocess.h"

#include "inference/base/content_hash.h"
#include "inference/device/device.h"
#include "inference/ops/ops.h"

#include <algorithm>
#include <cmath>

namespace inference {
namespace {

constexpr int kChannels = 3;

/// Where one output sample gets its value from.
struct Tap {
    int first = 0;
    std::vector<float> weights;
};

std::vector<Tap> triangleTaps(int in, int out) {
    const float scale = static_cast<float>(in) / static_cast<float>(out);
    const float support = std::max(scale, 1.0F);
    const float inverse = scale >= 1.0F ? 1.0F / scale : 1.0F;
    std::vector<Tap> taps(static_cast<std::size_t>(out));
    for (int i = 0; i < out; ++i) {
        const auto centre = static_cast<float>(static_cast<double>(scale) * (i + 0.5));
        Tap& tap = taps[static_cast<std::size_t>(i)];
        // The reference truncates after adding a half, also below zero.
        tap.first = std::max(static_cast<int>(std::trunc(centre - support + 0.5F)), 0);
        const int end = std::min(static_cast<int>(std::trunc(centre + support + 0.5F)), in);
        float total = 0;
        for (int j = tap.first; j < end; ++j) {
            const float distance = std::abs((static_cast<float>(j) - centre + 0.5F) * inverse);
            tap.weights.push_back(std::max(0.0F, 1.0F - distance));
            total += tap.weights.back();
        }
        for (float& weight : tap.weights)
            weight /= total;
    }
    return taps;
}

/// One row of the image, resized along its width to [out,3] floats.
void resizeRow(const ImageView& image, int y, const std::vector<Tap>& taps, float* to) {
    const std::uint8_t* row = image.data + y * image.bytesPerLine;
    for (const Tap& tap : taps) {
        const std::uint8_t* pixel = row + static_cast<std::ptrdiff_t>(tap.first) * image.channels;
        float sum[kChannels] = {0, 0, 0};
        for (const float weight : tap.weights) {
            for (int c = 0; c < kChannels; ++c)
                sum[c] += weight * static_cast<float>(pixel[c]);
            pixel += image.channels;
        }
        to = std::copy(sum, sum + kChannels, to);
    }
}

/// Output rows [begin, end): resizes each needed input row once, keeping the few that an output row looks at.
void resizeRows(const ImageView& image, const std::vector<Tap>& columns, const std::vector<Tap>& rows,
                std::int64_t begin, std::int64_t end, std::uint8_t* to) {
    const std::size_t width = columns.size() * kChannels;
    std::size_t window = 1;
    for (const Tap& tap : rows)
        window = std::max(window, tap.weights.size());
    std::vector<float> ring(window * width);
    std::vector<float> sum(width);
    int ready =
        rows[static_cast<std::size_t>(begin)].first; // input rows below this one are in the ring or done
    for (std::int64_t i = begin; i < end; ++i) {
        const Tap& tap = rows[static_cast<std::size_t>(i)];
        const int last = tap.first + static_cast<int>(tap.weights.size());
        for (ready = std::max(ready, tap.first); ready < last; ++ready)
            resizeRow(image, ready, columns, ring.data() + static_cast<std::size_t>(ready) % window * width);
        std::fill(sum.begin(), sum.end(), 0.0F);
        for (int j = tap.first; j < last; ++j) {
            const float weight = tap.weights[static_cast<std::size_t>(j - tap.first)];
            const float* from = ring.data() + static_cast<std::size_t>(j) % window * width;
            for (std::size_t k = 0; k < width; ++k)
                sum[k] += weight * from[k];
        }
        std::uint8_t* line = to + static_cast<std::size_t>(i) * width;
        for (std::size_t k = 0; k < width; ++k)
            line[k] = static_cast<std::uint8_t>(std::clamp(std::nearbyint(sum[k]), 0.0F, 255.0F));
    }
}

} // namespace

std::vector<std::uint8_t> resizeToSquare(const ImageView& image, int size, ThreadPool& threads) {
    constexpr std::int64_t kRowsAtOnce = 32;
    const std::vector<Tap> columns = triangleTaps(image.width, size);
    const std::vector<Tap> rows = triangleTaps(image.height, size);
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(size) * size * kChannels);
    threads.parallelFor(size, kRowsAtOnce, [&](std::int64_t begin, std::int64_t end) {
        resizeRows(image, columns, rows, begin, end, pixels.data());
    });
    return pixels;
}

Tensor normalisePixels(Run& run, const std::vector<std::uint8_t>& pixels, int size) {
    constexpr float kToUnit = 1.0F / 255.0F;
    std::vector<float> values(pixels.size());
    for (std::size_t i = 0; i < pixels.size(); ++i)
        values[i] = (static_cast<float>(pixels[i]) * kToUnit - 0.5F) / 0.5F;
    return ops::fromHost(run, values, {size, size, kChannels});
}

std::string hashPixels(const std::vector<std::uint8_t>& pixels) {
    ContentHash hash;
    hash.add(std::as_bytes(std::span(pixels)));
    return hash.hex();
}

} // namespace inference
