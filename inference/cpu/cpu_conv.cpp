// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/gemm.h"
#include "inference/cpu/winograd.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace inference::cpu {

namespace {

/// The pixels under the kernel, one row of the matrix for each output pixel: [kh, kw, C] laid end to end,
/// zeros where the kernel hangs over the edge.
class Unfolded : public RowSource {
public:
    Unfolded(const Tensor& x, const ConvWeights& w, std::int64_t across)
        : m_x(x.f32()), m_height(x.dim(0)), m_width(x.dim(1)), m_channels(x.dim(2)),
          m_kernelWidth(w.weight.dim(2)), m_stride(w.stride), m_padding(w.padding), m_across(across) {}

    void copy(std::int64_t row, std::int64_t rows, std::int64_t k, std::int64_t depth, float* to,
              std::int64_t stride) const override {
        for (std::int64_t i = 0; i < rows; ++i)
            copyPixel((row + i) / m_across, (row + i) % m_across, k, depth, to + i * stride);
    }

private:
    /// A row of the kernel is one stretch of the channel-last input.
    void copyPixel(std::int64_t row, std::int64_t column, std::int64_t k, std::int64_t depth,
                   float* to) const {
        const std::int64_t stretch = m_kernelWidth * m_channels;
        const std::int64_t left = column * m_stride - m_padding;
        const std::int64_t inside = std::clamp<std::int64_t>(-left, 0, m_kernelWidth) * m_channels;
        const std::int64_t outside = std::clamp<std::int64_t>(m_width - left, 0, m_kernelWidth) * m_channels;
        while (depth > 0) {
            const std::int64_t ky = k / stretch;
            const std::int64_t begin = k % stretch;
            const std::int64_t end = std::min(begin + depth, stretch);
            const std::int64_t y = row * m_stride - m_padding + ky;
            const bool isInside = y >= 0 && y < m_height;
            const std::int64_t from = isInside ? std::clamp(inside, begin, end) : end;
            const std::int64_t until = isInside ? std::clamp(outside, from, end) : end;
            std::fill_n(to, from - begin, 0.0F);
            if (until > from)
                std::memcpy(to + (from - begin), m_x + (y * m_width + left) * m_channels + from,
                            static_cast<std::size_t>(until - from) * sizeof(float));
            std::fill_n(to + (until - begin), end - until, 0.0F);
            to += end - begin;
            k += end - begin;
            depth -= end - begin;
        }
    }

    const float* m_x;
    std::int64_t m_height, m_width, m_channels;
    std::int64_t m_kernelWidth, m_stride, m_padding;
    std::int64_t m_across; ///< output pixels in a row
};

} // namespace

void CpuKernels::conv2d(Run& run, const Tensor& x, const ConvWeights& w, Activation act, Tensor& y) {
    if (y.count() == 0)
        return;
    if (suitsWinograd(x, w))
        return convolveWinograd(run, m_threads, m_memory, x, w, act, y);
    const std::int64_t outputs = w.weight.dim(0);
    const std::int64_t depth = w.weight.count() / outputs;
    const LinearWeights weights{w.weight.reshaped({outputs, depth}), {}};
    const Unfolded pixels(x, w, y.dim(1));
    Gemm g;
    g.rows = y.dim(0) * y.dim(1);
    g.columns = outputs;
    g.depth = depth;
    g.weights = &weights;
    g.y = y.f32();
    g.finish = {w.bias.isEmpty() ? nullptr : w.bias.f32(), nullptr, act};
    if (depth == x.dim(2) && w.stride == 1 && w.padding == 0)
        g.a = x.f32();
    else
        g.source = &pixels;
    multiply(run, m_threads, m_memory, g);
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
