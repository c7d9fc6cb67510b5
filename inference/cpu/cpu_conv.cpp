// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/gemm.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace inference::cpu {

namespace {

/// Floats of one thread's panel of unfolded pixels.
constexpr std::int64_t kUnfolded = std::int64_t{1} << 19;

struct Window {
    const float* x;
    std::int64_t height, width, channels;
    std::int64_t kernelHeight, kernelWidth;
    std::int64_t stride, padding;

    std::int64_t depth() const { return kernelHeight * kernelWidth * channels; }
};

/// Writes the input under the kernel at output pixel (row, column) to `to`, zeros where it hangs over the
/// edge. A row of the kernel is one stretch of the channel-last input.
void unfoldPixel(const Window& w, std::int64_t row, std::int64_t column, float* to) {
    const std::int64_t left = column * w.stride - w.padding;
    const std::int64_t begin = std::clamp<std::int64_t>(-left, 0, w.kernelWidth);
    const std::int64_t end = std::clamp<std::int64_t>(w.width - left, begin, w.kernelWidth);
    for (std::int64_t ky = 0; ky < w.kernelHeight; ++ky, to += w.kernelWidth * w.channels) {
        const std::int64_t y = row * w.stride - w.padding + ky;
        if (y < 0 || y >= w.height || begin == end) {
            std::fill_n(to, w.kernelWidth * w.channels, 0.0F);
            continue;
        }
        std::fill_n(to, begin * w.channels, 0.0F);
        std::memcpy(to + begin * w.channels, w.x + (y * w.width + left + begin) * w.channels,
                    static_cast<std::size_t>((end - begin) * w.channels) * sizeof(float));
        std::fill(to + end * w.channels, to + w.kernelWidth * w.channels, 0.0F);
    }
}

} // namespace

void CpuKernels::conv2d(Run& run, const Tensor& x, const ConvWeights& w, Activation act, Tensor& y) {
    const Tensor& weight = w.weight;
    const std::int64_t outputs = weight.dim(0);
    const Window window = {x.f32(),       x.dim(0),      x.dim(1), x.dim(2),
                           weight.dim(1), weight.dim(2), w.stride, w.padding};
    if (window.depth() == window.channels && w.stride == 1 && w.padding == 0)
        return linear(run, x, {weight.reshaped({outputs, window.channels}), w.bias}, act, {}, y);

    const std::int64_t pixels = y.dim(0) * y.dim(1);
    const std::int64_t across = y.dim(1);
    const std::int64_t depth = window.depth();
    const std::int64_t share = (pixels + m_threads.size() - 1) / m_threads.size();
    const std::int64_t panel =
        std::clamp<std::int64_t>(kUnfolded / depth, 32, std::max<std::int64_t>(32, share));
    const auto body = [&](std::int64_t begin, std::int64_t end) {
        const auto bytes = static_cast<std::size_t>(std::min(panel, pixels) * depth) * sizeof(float);
        const std::shared_ptr<Storage> scratch = m_memory.take(bytes);
        auto* unfolded = static_cast<float*>(scratch->hostData());
        for (std::int64_t part = begin; part < end; ++part) {
            const std::int64_t first = part * panel;
            const std::int64_t count = std::min(panel, pixels - first);
            for (std::int64_t i = 0; i < count; ++i)
                unfoldPixel(window, (first + i) / across, (first + i) % across, unfolded + i * depth);
            Gemm g;
            g.rows = count;
            g.columns = outputs;
            g.depth = depth;
            g.a = unfolded;
            g.b = weight.f32();
            g.y = y.f32() + first * outputs;
            g.bias = w.bias.isEmpty() ? nullptr : w.bias.f32();
            g.act = act;
            multiplyBlock(g);
        }
    };
    forPanels(run, (pixels + panel - 1) / panel,
              static_cast<double>(panel) * static_cast<double>(depth * outputs) / 16, body);
}

void CpuKernels::pixelShuffle2(Run& run, const Tensor& x, Tensor& y) {
    const std::int64_t width = x.dim(1);
    const std::int64_t pair = x.dim(2) / 2; // the two neighbours in a row of the result
    forPanels(run, y.dim(0), static_cast<double>(width * pair), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            for (std::int64_t column = 0; column < width; ++column)
                std::memcpy(y.f32() + (row * width + column) * pair,
                            x.f32() + ((row / 2 * width + column) * 2 + row % 2) * pair,
                            static_cast<std::size_t>(pair) * sizeof(float));
    });
}

} // namespace inference::cpu
