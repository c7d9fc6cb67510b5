// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/gemm.h"
#include "inference/cpu/row_ops.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace inference::cpu {

namespace {

void copyFloats(float* to, const float* from, std::int64_t count) {
    if (count > 0)
        std::memcpy(to, from, static_cast<std::size_t>(count) * sizeof(float));
}

/// Two neighbours on an axis and the weight of the second.
struct Tap {
    std::int64_t low = 0;
    std::int64_t high = 0;
    float weight = 0;
};

/// Half-pixel centres, clamped to the edges (sam3-image §12).
std::vector<Tap> bilinearTaps(std::int64_t in, std::int64_t out) {
    std::vector<Tap> taps(static_cast<std::size_t>(out));
    const double ratio = static_cast<double>(in) / static_cast<double>(out);
    for (std::int64_t i = 0; i < out; ++i) {
        const double source = std::max((static_cast<double>(i) + 0.5) * ratio - 0.5, 0.0);
        Tap& tap = taps[static_cast<std::size_t>(i)];
        tap.low = std::min(static_cast<std::int64_t>(source), in - 1);
        tap.high = std::min(tap.low + 1, in - 1);
        tap.weight = static_cast<float>(source - static_cast<double>(tap.low));
    }
    return taps;
}

/// One coordinate of a ROI sample. False outside the map, where the sample is 0 (sam3-image §6).
bool roiTap(double at, std::int64_t extent, Tap& tap) {
    if (at < -1.0 || at > static_cast<double>(extent))
        return false;
    at = std::max(at, 0.0);
    tap.low = static_cast<std::int64_t>(at);
    if (tap.low >= extent - 1) {
        tap = {extent - 1, extent - 1, 0.0F};
        return true;
    }
    tap.high = tap.low + 1;
    tap.weight = static_cast<float>(at - static_cast<double>(tap.low));
    return true;
}

struct Map {
    const float* data;
    std::int64_t height, width, channels;

    const float* pixel(std::int64_t y, std::int64_t x) const { return data + (y * width + x) * channels; }
};

/// to += factor · (bilinear mix of the four pixels).
void accumulateBilinear(const Map& map, const Tap& y, const Tap& x, float factor, float* to) {
    const auto n = static_cast<std::size_t>(map.channels);
    accumulateScaledRow(map.pixel(y.low, x.low), factor * (1 - y.weight) * (1 - x.weight), to, n);
    accumulateScaledRow(map.pixel(y.low, x.high), factor * (1 - y.weight) * x.weight, to, n);
    accumulateScaledRow(map.pixel(y.high, x.low), factor * y.weight * (1 - x.weight), to, n);
    accumulateScaledRow(map.pixel(y.high, x.high), factor * y.weight * x.weight, to, n);
}

/// One axis of a box: where it begins, how wide a bin is, how many samples a bin has.
struct RoiAxis {
    double begin;
    double bin;
    std::int64_t samples;

    RoiAxis(double low, double high, std::int64_t bins) : begin(low) {
        const double extent = std::max(high - low, 1.0);
        bin = extent / static_cast<double>(bins);
        samples = static_cast<std::int64_t>(std::ceil(bin));
    }
    double at(std::int64_t index, std::int64_t sample) const {
        return begin + static_cast<double>(index) * bin +
               (static_cast<double>(sample) + 0.5) * bin / static_cast<double>(samples);
    }
};

void poolBin(const Map& map, const RoiAxis& down, std::int64_t row, const RoiAxis& across,
             std::int64_t column, float* to) {
    std::fill_n(to, map.channels, 0.0F);
    const float share = 1.0F / static_cast<float>(down.samples * across.samples);
    for (std::int64_t u = 0; u < down.samples; ++u) {
        Tap y;
        if (!roiTap(down.at(row, u), map.height, y))
            continue;
        for (std::int64_t v = 0; v < across.samples; ++v) {
            Tap x;
            if (roiTap(across.at(column, v), map.width, x))
                accumulateBilinear(map, y, x, share, to);
        }
    }
}

} // namespace

void CpuKernels::windowPartition(Run& run, const Tensor& x, int size, Tensor& y) {
    const std::int64_t height = x.dim(0);
    const std::int64_t width = x.dim(1);
    const std::int64_t channels = x.dim(2);
    const std::int64_t across = (width + size - 1) / size;
    forPanels(run, y.dim(0) * size, static_cast<double>(size * channels),
              [&](std::int64_t begin, std::int64_t end) {
                  for (std::int64_t item = begin; item < end; ++item) {
                      const std::int64_t window = item / size;
                      const std::int64_t row = window / across * size + item % size;
                      const std::int64_t column = window % across * size;
                      const std::int64_t filled =
                          row < height ? std::min<std::int64_t>(size, width - column) : 0;
                      float* to = y.f32() + item * size * channels;
                      copyFloats(to, x.f32() + (row * width + column) * channels, filled * channels);
                      std::fill(to + filled * channels, to + size * channels, 0.0F);
                  }
              });
}

void CpuKernels::windowUnpartition(Run& run, const Tensor& x, int size, Tensor& y) {
    const std::int64_t width = y.dim(1);
    const std::int64_t channels = y.dim(2);
    const std::int64_t across = (width + size - 1) / size;
    forPanels(
        run, y.dim(0), static_cast<double>(width * channels), [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t row = begin; row < end; ++row)
                for (std::int64_t window = 0; window < across; ++window) {
                    const std::int64_t column = window * size;
                    const std::int64_t source = ((row / size * across + window) * size + row % size) * size;
                    copyFloats(y.f32() + (row * width + column) * channels, x.f32() + source * channels,
                               std::min<std::int64_t>(size, width - column) * channels);
                }
        });
}

void CpuKernels::addUpsampled2(Run& run, const Tensor& high, const Tensor& low, Tensor& y) {
    const std::int64_t width = high.dim(1);
    const std::int64_t channels = high.dim(2);
    forPanels(run, high.dim(0), static_cast<double>(width * channels),
              [&](std::int64_t begin, std::int64_t end) {
                  for (std::int64_t row = begin; row < end; ++row)
                      for (std::int64_t column = 0; column < width; ++column) {
                          const std::int64_t at = (row * width + column) * channels;
                          addRow(high.f32() + at, low.f32() + (row / 2 * (width / 2) + column / 2) * channels,
                                 y.f32() + at, static_cast<std::size_t>(channels));
                      }
              });
}

void CpuKernels::resizeBilinear(Run& run, const Tensor& x, Tensor& y) {
    const std::int64_t inHeight = x.dim(1);
    const std::int64_t inWidth = x.dim(2);
    const std::int64_t height = y.dim(1);
    const std::int64_t width = y.dim(2);
    const std::vector<Tap> down = bilinearTaps(inHeight, height);
    const std::vector<Tap> across = bilinearTaps(inWidth, width);
    forPanels(run, x.dim(0) * height, static_cast<double>(inWidth + 4 * width),
              [&](std::int64_t begin, std::int64_t end) {
                  std::vector<float> mixed(static_cast<std::size_t>(inWidth));
                  for (std::int64_t item = begin; item < end; ++item) {
                      const Tap& tap = down[static_cast<std::size_t>(item % height)];
                      const float* plane = x.f32() + item / height * inHeight * inWidth;
                      lerpRow(plane + tap.low * inWidth, plane + tap.high * inWidth, tap.weight, mixed.data(),
                              mixed.size());
                      float* to = y.f32() + item * width;
                      for (const Tap& t : across) {
                          const float left = mixed[static_cast<std::size_t>(t.low)];
                          *to++ = left + (mixed[static_cast<std::size_t>(t.high)] - left) * t.weight;
                      }
                  }
              });
}

void CpuKernels::resizeMap(Run& run, const Tensor& x, Tensor& y) {
    const std::int64_t channels = x.dim(2);
    const std::int64_t rowLength = x.dim(1) * channels;
    const std::vector<Tap> down = bilinearTaps(x.dim(0), y.dim(0));
    const std::vector<Tap> across = bilinearTaps(x.dim(1), y.dim(1));
    forPanels(run, y.dim(0), static_cast<double>(rowLength + y.dim(1) * channels),
              [&](std::int64_t begin, std::int64_t end) {
                  std::vector<float> mixed(static_cast<std::size_t>(rowLength));
                  for (std::int64_t row = begin; row < end; ++row) {
                      const Tap& tap = down[static_cast<std::size_t>(row)];
                      lerpRow(x.f32() + tap.low * rowLength, x.f32() + tap.high * rowLength, tap.weight,
                              mixed.data(), mixed.size());
                      float* to = y.f32() + row * y.dim(1) * channels;
                      for (const Tap& t : across) {
                          lerpRow(mixed.data() + t.low * channels, mixed.data() + t.high * channels, t.weight,
                                  to, static_cast<std::size_t>(channels));
                          to += channels;
                      }
                  }
              });
}

void CpuKernels::roiAlign(Run& run, const Tensor& x, const Tensor& boxes, Tensor& y) {
    const Map map = {x.f32(), x.dim(0), x.dim(1), x.dim(2)};
    const std::int64_t size = y.dim(1);
    // A bin of a box over the whole map has about this many samples, each of four pixels.
    const double work =
        4.0 * static_cast<double>(map.height * map.width * map.channels) / static_cast<double>(size * size);
    forPanels(run, boxes.dim(0) * size * size, work, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t item = begin; item < end; ++item) {
            const float* box = boxes.f32() + item / (size * size) * 4;
            const RoiAxis across(box[0], box[2], size);
            const RoiAxis down(box[1], box[3], size);
            poolBin(map, down, item / size % size, across, item % size, y.f32() + item * map.channels);
        }
    });
}

void CpuKernels::samplePoints(Run& run, const Tensor& x, const Tensor& points, Tensor& y) {
    const Map map = {x.f32(), x.dim(0), x.dim(1), x.dim(2)};
    forPanels(
        run, points.dim(0), static_cast<double>(4 * map.channels), [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t item = begin; item < end; ++item) {
                float* to = y.f32() + item * map.channels;
                std::fill_n(to, map.channels, 0.0F);
                const double px =
                    static_cast<double>(points.f32()[2 * item]) * static_cast<double>(map.width) - 0.5;
                const double py =
                    static_cast<double>(points.f32()[2 * item + 1]) * static_cast<double>(map.height) - 0.5;
                const double left = std::floor(px);
                const double top = std::floor(py);
                for (int corner = 0; corner < 4; ++corner) {
                    const double cx = left + corner % 2;
                    const double cy =
                        top + corner / 2; // NOLINT(bugprone-integer-division): the upper or the lower row
                    if (cx < 0 || cy < 0 || cx >= static_cast<double>(map.width) ||
                        cy >= static_cast<double>(map.height))
                        continue;
                    const double weight = (1 - std::abs(px - cx)) * (1 - std::abs(py - cy));
                    accumulateScaledRow(
                        map.pixel(static_cast<std::int64_t>(cy), static_cast<std::int64_t>(cx)),
                        static_cast<float>(weight), to, static_cast<std::size_t>(map.channels));
                }
            }
        });
}

void CpuKernels::gatherRows(Run& run, const Tensor& table, std::span<const std::int32_t> ids, Tensor& y) {
    const std::int64_t width = table.dim(1);
    forPanels(run, y.dim(0), static_cast<double>(width), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            widen(table, {}, ids[static_cast<std::size_t>(row)] * width,
                  (ids[static_cast<std::size_t>(row)] + std::int64_t{1}) * width, y.f32() + row * width);
    });
}

void CpuKernels::concatRows(Run& run, std::span<const Tensor> parts, Tensor& y) {
    float* to = y.f32();
    for (const Tensor& part : parts) {
        const bool goesOn = forPanels(run, part.count(), 1, [&](std::int64_t begin, std::int64_t end) {
            copyFloats(to + begin, part.f32() + begin, end - begin);
        });
        if (!goesOn)
            return;
        to += part.count();
    }
}

void CpuKernels::concatChannels(Run& run, std::span<const Tensor> parts, Tensor& y) {
    const std::int64_t width = y.dim(-1);
    if (width == 0)
        return;
    forPanels(run, y.count() / width, static_cast<double>(width), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row) {
            float* to = y.f32() + row * width;
            for (const Tensor& part : parts) {
                copyFloats(to, part.f32() + row * part.dim(-1), part.dim(-1));
                to += part.dim(-1);
            }
        }
    });
}

void CpuKernels::meanRows(Run& run, const Tensor& x, Tensor& y) {
    const std::int64_t rows = x.dim(0);
    const std::int64_t width = x.dim(1);
    forPanels(run, width, static_cast<double>(rows), [&](std::int64_t begin, std::int64_t end) {
        std::vector<double> sum(static_cast<std::size_t>(end - begin), 0.0);
        for (std::int64_t row = 0; row < rows; ++row)
            for (std::int64_t c = begin; c < end; ++c)
                sum[static_cast<std::size_t>(c - begin)] += static_cast<double>(x.f32()[row * width + c]);
        for (std::int64_t c = begin; c < end; ++c)
            y.f32()[c] =
                static_cast<float>(sum[static_cast<std::size_t>(c - begin)] / static_cast<double>(rows));
    });
}

} // namespace inference::cpu
