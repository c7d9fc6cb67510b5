// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/row_ops.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inference::cpu {

namespace {

/// Pixels whose sums are formed in f32 before they go into a double.
constexpr std::int64_t kShortSum = 32;
/// Pixels of a slice of statistics. Fixed, so that results do not depend on the number of threads.
constexpr std::int64_t kSlice = 512;

/// Sums of `accumulate(pixel, sums)` over [begin, end), in double.
template <class F>
void sumPixels(std::int64_t begin, std::int64_t end, std::span<double> total, std::vector<float>& sums,
               const F& f) {
    std::fill(total.begin(), total.end(), 0.0);
    for (std::int64_t first = begin; first < end; first += kShortSum) {
        std::fill(sums.begin(), sums.end(), 0.0F);
        for (std::int64_t pixel = first; pixel < std::min(end, first + kShortSum); ++pixel)
            f(pixel, sums.data());
        for (std::size_t c = 0; c < sums.size(); ++c)
            total[c] += static_cast<double>(sums[c]);
    }
}

/// The mean over each group's channels of channel totals summed over the slices, written to each of its
/// channels.
std::vector<double> groupMeans(const std::vector<double>& slices, std::int64_t channels, std::int64_t groups,
                               std::int64_t pixels) {
    const std::int64_t width = channels / groups;
    std::vector<double> means(static_cast<std::size_t>(channels), 0.0);
    for (std::int64_t g = 0; g < groups; ++g) {
        double total = 0;
        for (std::size_t row = 0; row < slices.size(); row += static_cast<std::size_t>(channels))
            for (std::int64_t c = g * width; c < (g + 1) * width; ++c)
                total += slices[row + static_cast<std::size_t>(c)];
        std::fill_n(means.begin() + g * width, width, total / static_cast<double>(width * pixels));
    }
    return means;
}

} // namespace

void CpuKernels::layerNorm(Run& run, const Tensor& x, const NormWeights& w, float epsilon, Activation act,
                           Tensor& y) {
    if (x.count() == 0)
        return;
    const std::int64_t width = x.dim(-1);
    const RowNorm norm = {w.gain.f32(), w.bias.f32(), epsilon, act};
    const float* from = x.f32();
    float* to = y.f32();
    forPanels(run, x.count() / width, static_cast<double>(width), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            layerNormRow(from + row * width, to + row * width, static_cast<std::size_t>(width), norm);
    });
}

// NOLINTNEXTLINE(readability-function-size): mirrors ops.h
void CpuKernels::groupNorm(Run& run, const Tensor& x, const NormWeights& w, int groups, float epsilon,
                           Activation act, Tensor& y) {
    if (x.count() == 0)
        return;
    const std::int64_t channels = x.dim(2);
    const auto width = static_cast<std::size_t>(channels);
    const std::int64_t pixels = x.dim(0) * x.dim(1);
    const std::int64_t slices = (pixels + kSlice - 1) / kSlice;
    const float* from = x.f32();
    std::vector<double> partial(static_cast<std::size_t>(slices) * width);
    const auto statistics = [&](const auto& accumulate) {
        return forPanels(
            run, slices, static_cast<double>(kSlice * channels), [&](std::int64_t begin, std::int64_t end) {
                std::vector<float> sums(width);
                for (std::int64_t s = begin; s < end; ++s)
                    sumPixels(
                        s * kSlice, std::min(pixels, (s + 1) * kSlice),
                        std::span(partial).subspan(static_cast<std::size_t>(s) * width, width), sums,
                        [&](std::int64_t pixel, float* sum) { accumulate(from + pixel * channels, sum); });
            });
    };
    if (!statistics([&](const float* row, float* sum) { accumulateRow(row, sum, width); }))
        return;
    const std::vector<double> exactMean = groupMeans(partial, channels, groups, pixels);
    const std::vector<float> mean(exactMean.begin(), exactMean.end());
    if (!statistics(
            [&](const float* row, float* sum) { accumulateSquaresRow(row, mean.data(), sum, width); }))
        return;
    const std::vector<double> variance = groupMeans(partial, channels, groups, pixels);
    std::vector<float> scale(width);
    for (std::size_t c = 0; c < width; ++c)
        scale[c] = static_cast<float>(static_cast<double>(w.gain.f32()[c]) /
                                      std::sqrt(variance[c] + static_cast<double>(epsilon)));
    const RowAffine affine = {mean.data(), scale.data(), w.bias.f32(), act};
    float* to = y.f32();
    forPanels(run, pixels, static_cast<double>(channels), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t pixel = begin; pixel < end; ++pixel)
            affineRow(from + pixel * channels, to + pixel * channels, width, affine);
    });
}

} // namespace inference::cpu
