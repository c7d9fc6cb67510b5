// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/winograd.h"

#include "inference/cpu/for_chunks.h"
#include "inference/cpu/gemm.h"
#include "inference/cpu/gemm_grid.h"
#include "inference/cpu/gemm_kernel.h"
#include "inference/cpu/row_ops.h"
#include "inference/cpu/winograd_kernel.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace inference::cpu {

namespace {

constexpr auto kParts = static_cast<std::int64_t>(kWinogradParts);
/// Outputs of a tile in a row, and in a column.
constexpr std::int64_t kSide = 4;
/// Tiles that go through the product together.
constexpr std::int64_t kTiles = 48;
/// Keeps rows out of each other's cache lines.
constexpr std::int64_t kPadding = 16;
/// Fewer channels or tiles leave the products too small.
constexpr std::int64_t kFewestChannels = 32;
constexpr std::int64_t kFewestTiles = 16;

std::int64_t tilesOf(std::int64_t pixels) {
    return ceilDiv(pixels, kSide);
}

/// What all threads share.
struct Convolution {
    const Tensor& x; ///< [H,W,in]
    Tensor& y;       ///< [H,W,out]
    const float* panels;
    Finish finish;
    std::int64_t in, out;

    std::int64_t across() const { return tilesOf(x.dim(1)); }
    std::int64_t tiles() const { return tilesOf(x.dim(0)) * across(); }
    std::int64_t panelsOfPart() const { return roundUp(out, tileShape().columns) * in; }
    std::int64_t rowStride() const { return in + kPadding; }
};

/// Kernels of all parts, laid out for the tile kernel: [parts][panels].
std::shared_ptr<Storage> layOutKernels(ThreadPool& threads, MemoryPool& memory, const ConvWeights& w) {
    const std::int64_t out = w.weight.dim(0);
    const std::int64_t in = w.weight.dim(3);
    const std::int64_t width = tileShape().columns;
    const std::int64_t panels = ceilDiv(out, width);
    auto packed = memory.take(static_cast<std::size_t>(kParts * panels * width * in) * sizeof(float));
    auto* to = static_cast<float*>(packed->hostData());
    threads.parallelFor(panels, 1, [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> kernel(static_cast<std::size_t>(9 * in));
        std::array<const float*, 9> taps;
        for (std::size_t tap = 0; tap < 9; ++tap)
            taps[tap] = kernel.data() + tap * static_cast<std::size_t>(in);
        // One panel's rows of every part; its columns are turned into place.
        std::vector<float> parts(static_cast<std::size_t>(kParts * in));
        for (std::int64_t panel = begin; panel < end; ++panel)
            for (std::int64_t j = 0; j < width; ++j) {
                const std::int64_t column = panel * width + j;
                std::fill(parts.begin(), parts.end(), 0.0F);
                if (column < out) {
                    widen(w.weight, {}, column * 9 * in, (column + 1) * 9 * in, kernel.data());
                    transformKernel(taps, in, parts.data(), in);
                }
                for (std::int64_t part = 0; part < kParts; ++part)
                    for (std::int64_t k = 0; k < in; ++k)
                        to[((part * panels + panel) * in + k) * width + j] =
                            parts[static_cast<std::size_t>(part * in + k)];
            }
    });
    return packed;
}

/// Tiles [first, first + count) → parts [kParts][kTiles, rowStride].
void takePixels(const Convolution& c, std::int64_t first, std::int64_t count, const float* zeros,
                float* parts) {
    const std::int64_t height = c.x.dim(0);
    const std::int64_t width = c.x.dim(1);
    for (std::int64_t t = 0; t < count; ++t) {
        const std::int64_t top = (first + t) / c.across() * kSide - 1;
        const std::int64_t left = (first + t) % c.across() * kSide - 1;
        std::array<const float*, kWinogradParts> pixels;
        for (std::size_t i = 0; i < kWinogradParts; ++i) {
            const std::int64_t row = top + static_cast<std::int64_t>(i / 6);
            const std::int64_t column = left + static_cast<std::int64_t>(i % 6);
            const bool isInside = row >= 0 && row < height && column >= 0 && column < width;
            pixels[i] = isInside ? c.x.f32() + (row * width + column) * c.in : zeros;
        }
        transformPixels(pixels, c.in, parts + t * c.rowStride(), kTiles * c.rowStride());
    }
}

/// Products [kParts][kTiles, out] of the tiles → finished pixels.
void givePixels(const Convolution& c, std::int64_t first, std::int64_t count, const float* products) {
    const std::int64_t height = c.y.dim(0);
    const std::int64_t width = c.y.dim(1);
    for (std::int64_t t = 0; t < count; ++t) {
        const std::int64_t top = (first + t) / c.across() * kSide;
        const std::int64_t left = (first + t) % c.across() * kSide;
        std::array<float*, kWinogradOutputs> pixels = {};
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            const std::int64_t row = top + static_cast<std::int64_t>(i / 4);
            const std::int64_t column = left + static_cast<std::int64_t>(i % 4);
            if (row < height && column < width)
                pixels[i] = c.y.f32() + (row * width + column) * c.out;
        }
        transformBack(products + t * c.out, kTiles * c.out, c.out, pixels);
        for (float* pixel : pixels)
            if (pixel)
                finishRow(pixel, c.finish.bias, nullptr, static_cast<std::size_t>(c.out), c.finish.act);
    }
}

void multiplyParts(const Convolution& c, std::int64_t count, const float* parts, float* products) {
    for (std::int64_t part = 0; part < kParts; ++part) {
        BlockJob job = {};
        job.a = parts + part * kTiles * c.rowStride();
        job.rows = count;
        job.strideA = c.rowStride();
        job.panels = c.panels + part * c.panelsOfPart();
        job.panelStride = c.in * tileShape().columns;
        job.depth = c.in;
        job.y = products + part * kTiles * c.out;
        job.columns = job.strideY = c.out;
        job.isFirst = job.isLast = true;
        multiplyBlock(job);
    }
}

} // namespace

bool suitsWinograd(const Tensor& x, const ConvWeights& w) {
    return w.weight.dim(1) == 3 && w.weight.dim(2) == 3 && w.stride == 1 && w.padding == 1 &&
           w.weight.dim(0) >= kFewestChannels && w.weight.dim(3) >= kFewestChannels &&
           tilesOf(x.dim(0)) * tilesOf(x.dim(1)) >= kFewestTiles;
}

// NOLINTNEXTLINE(readability-function-size): mirrors conv2d
void convolveWinograd(const Run& run, ThreadPool& threads, MemoryPool& memory, const Tensor& x,
                      const ConvWeights& w, Activation act, Tensor& y) {
    if (run.interrupted())
        return;
    const std::shared_ptr<Storage> kernels = layOutKernels(threads, memory, w);
    const Convolution c = {x,
                           y,
                           static_cast<const float*>(kernels->hostData()),
                           {w.bias.isEmpty() ? nullptr : w.bias.f32(), nullptr, act},
                           w.weight.dim(3),
                           w.weight.dim(0)};
    const std::vector<float> zeros(static_cast<std::size_t>(c.in), 0.0F);
    forChunks(run, threads, ceilDiv(c.tiles(), kTiles), 1, [&](std::int64_t begin, std::int64_t end) {
        const std::shared_ptr<Storage> parts =
            memory.take(static_cast<std::size_t>(kParts * kTiles * c.rowStride()) * sizeof(float));
        const std::shared_ptr<Storage> products =
            memory.take(static_cast<std::size_t>(kParts * kTiles * c.out) * sizeof(float));
        for (std::int64_t block = begin; block < end; ++block) {
            const std::int64_t count = std::min(kTiles, c.tiles() - block * kTiles);
            takePixels(c, block * kTiles, count, zeros.data(), static_cast<float*>(parts->hostData()));
            multiplyParts(c, count, static_cast<const float*>(parts->hostData()),
                          static_cast<float*>(products->hostData()));
            givePixels(c, block * kTiles, count, static_cast<const float*>(products->hostData()));
        }
    });
}

} // namespace inference::cpu
