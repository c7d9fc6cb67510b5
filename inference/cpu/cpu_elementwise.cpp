// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_kernels.h"
#include "inference/cpu/row_ops.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>

namespace inference::cpu {

namespace {

/// λ of sam3-image §9: a signed logarithm of a distance, 1 at one image side.
double logDistance(double distance) {
    const double magnitude = std::log2(8.0 * std::abs(distance) + 1.0) / 3.0;
    return std::copysign(magnitude, distance);
}

/// For each of `grid` lines its log distances from the two edges.
void edgeDistances(double low, double high, std::int64_t grid, float* to) {
    for (std::int64_t line = 0; line < grid; ++line) {
        const double at = static_cast<double>(line) / static_cast<double>(grid);
        *to++ = static_cast<float>(logDistance(at - low));
        *to++ = static_cast<float>(logDistance(at - high));
    }
}

double inverseSigmoid(double x) {
    constexpr double kEpsilon = 1e-3;
    x = std::clamp(x, 0.0, 1.0);
    return std::log(std::max(x, kEpsilon) / std::max(1.0 - x, kEpsilon));
}

} // namespace

void CpuKernels::add(Run& run, const Tensor& a, const Tensor& b, Tensor& y) {
    const std::int64_t period = b.count();
    forPanels(run, a.count(), 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end;) {
            const std::int64_t offset = i % period;
            const std::int64_t n = std::min(period - offset, end - i);
            addRow(a.f32() + i, b.f32() + offset, y.f32() + i, static_cast<std::size_t>(n));
            i += n;
        }
    });
}

void CpuKernels::activate(Run& run, const Tensor& x, Activation act, Tensor& y) {
    forPanels(run, x.count(), 2, [&](std::int64_t begin, std::int64_t end) {
        activateRow(x.f32() + begin, y.f32() + begin, static_cast<std::size_t>(end - begin), act);
    });
}

void CpuKernels::splitRope(Run& run, const Tensor& qkv, const RopeTable& table, int heads,
                           std::array<Tensor, 3>& y) {
    const std::int64_t width = qkv.dim(2) / 3;
    const std::int64_t tokens = qkv.dim(1);
    const std::int64_t pairs = width / heads / 2;
    const float* from = qkv.f32();
    const std::array<float*, 3> to = {y[0].f32(), y[1].f32(), y[2].f32()};
    forPanels(run, qkv.dim(0) * tokens, static_cast<double>(3 * width),
              [&](std::int64_t begin, std::int64_t end) {
                  for (std::int64_t row = begin; row < end; ++row) {
                      const std::int64_t angle = row % tokens * pairs;
                      for (std::size_t part = 0; part < 2; ++part)
                          for (std::int64_t channel = 0; channel < width; channel += 2 * pairs)
                              ropeRow(from + (3 * row + static_cast<std::int64_t>(part)) * width + channel,
                                      table.cosine.f32() + angle, table.sine.f32() + angle,
                                      to[part] + row * width + channel, static_cast<std::size_t>(pairs));
                      std::memcpy(to[2] + row * width, from + (3 * row + 2) * width,
                                  static_cast<std::size_t>(width) * sizeof(float));
                  }
              });
}

void CpuKernels::sineEncode(Run& run, const Tensor& x, std::span<const int> order, Tensor& y) {
    if (y.count() == 0)
        return;
    const std::int64_t features = y.dim(1) / static_cast<std::int64_t>(order.size());
    std::vector<double> frequency(static_cast<std::size_t>(features));
    for (std::int64_t i = 0; i < features; ++i)
        frequency[static_cast<std::size_t>(i)] =
            2.0 * std::numbers::pi /
            std::pow(10000.0, static_cast<double>(i - i % 2) / static_cast<double>(features));
    forPanels(run, x.dim(0), static_cast<double>(40 * y.dim(1)), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row) {
            float* code = y.f32() + row * y.dim(1);
            for (const int column : order) {
                const double value = x.f32()[row * x.dim(1) + column];
                for (std::size_t i = 0; i < frequency.size(); ++i)
                    *code++ = static_cast<float>(i % 2 == 0 ? std::sin(value * frequency[i])
                                                            : std::cos(value * frequency[i]));
            }
        }
    });
}

void CpuKernels::refineBoxes(Run& run, const Tensor& delta, const Tensor& reference, Tensor& y) {
    forPanels(run, y.count(), 60, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const double logit = static_cast<double>(delta.f32()[i]) + inverseSigmoid(reference.f32()[i]);
            y.f32()[i] = static_cast<float>(1.0 / (1.0 + std::exp(-logit)));
        }
    });
}

void CpuKernels::boxEdgeDistances(Run& run, const Tensor& boxes, Tensor& x, Tensor& y) {
    const std::int64_t grid = x.dim(1);
    forPanels(run, boxes.dim(0), static_cast<double>(100 * grid), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t q = begin; q < end; ++q) {
            const float* box = boxes.f32() + 4 * q;
            for (std::int64_t axis = 0; axis < 2; ++axis) {
                const double centre = box[axis];
                const double half = 0.5 * static_cast<double>(box[axis + 2]);
                float* to = (axis == 0 ? x.f32() : y.f32()) + q * grid * 2;
                edgeDistances(centre - half, centre + half, grid, to);
            }
        }
    });
}

void CpuKernels::boxBias(Run& run, const Tensor& bx, const Tensor& by, Tensor& y) {
    const std::int64_t grid = bx.dim(1);
    const std::int64_t heads = bx.dim(2);
    const std::int64_t rows = y.dim(1);
    forPanels(run, heads * rows, static_cast<double>(grid * grid), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t item = begin; item < end; ++item) {
            const std::int64_t head = item / rows;
            const std::int64_t query = item % rows;
            float* to = y.f32() + item * grid * grid;
            const float* across = bx.f32() + query * grid * heads + head;
            const float* down = by.f32() + query * grid * heads + head;
            for (std::int64_t i = 0; i < grid * grid; ++i)
                to[i] = down[i / grid * heads] + across[i % grid * heads];
        }
    });
}

} // namespace inference::cpu
