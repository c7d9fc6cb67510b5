// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/naive_kernels.h"

#include "inference/device/device.h"
#include "inference/device/run.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace inference::test {

namespace {

using Index = std::int64_t;

double activated(double x, Activation act) {
    switch (act) {
    case Activation::None:
        return x;
    case Activation::Relu:
        return x > 0 ? x : 0;
    case Activation::Gelu:
        return 0.5 * x * std::erfc(-x / std::numbers::sqrt2);
    case Activation::Sigmoid:
        return 1 / (1 + std::exp(-x));
    case Activation::HardSwish:
        return x * std::min(std::max(x + 3, 0.0), 6.0) / 6;
    }
    return x;
}

/// Element of a tensor by its coordinates; 0 outside it (the zero padding of the image operations).
double at(const Tensor& x, std::initializer_list<Index> coordinates) {
    Index offset = 0;
    int axis = 0;
    for (const Index c : coordinates) {
        if (c < 0 || c >= x.dim(axis))
            return 0;
        offset = offset * x.dim(axis++) + c;
    }
    return x.f32()[offset];
}

void set(Tensor& y, std::initializer_list<Index> coordinates, double value) {
    Index offset = 0;
    int axis = 0;
    for (const Index c : coordinates)
        offset = offset * y.dim(axis++) + c;
    y.f32()[offset] = static_cast<float>(value);
}

double biasAt(const Tensor& bias, Index i) {
    return bias.isEmpty() ? 0.0 : at(bias, {i});
}

/// Bilinear value of channel c at (py, px) where pixel centres are integers and everything outside is 0.
double zeroPadded(const Tensor& x, double py, double px, Index c) {
    const auto y0 = static_cast<Index>(std::floor(py));
    const auto x0 = static_cast<Index>(std::floor(px));
    const double fy = py - static_cast<double>(y0);
    const double fx = px - static_cast<double>(x0);
    return (1 - fy) * ((1 - fx) * at(x, {y0, x0, c}) + fx * at(x, {y0, x0 + 1, c})) +
           fy * ((1 - fx) * at(x, {y0 + 1, x0, c}) + fx * at(x, {y0 + 1, x0 + 1, c}));
}

/// The sampling rule inside roi_align.
double roiSample(const Tensor& x, double py, double px, Index c) {
    const auto height = static_cast<double>(x.dim(0));
    const auto width = static_cast<double>(x.dim(1));
    if (py < -1 || py > height || px < -1 || px > width)
        return 0;
    py = std::min(std::max(py, 0.0), height - 1);
    px = std::min(std::max(px, 0.0), width - 1);
    return zeroPadded(x, py, px, c);
}

double clampedSource(Index i, Index in, Index out) {
    const double source =
        (static_cast<double>(i) + 0.5) * static_cast<double>(in) / static_cast<double>(out) - 0.5;
    return std::min(std::max(source, 0.0), static_cast<double>(in - 1));
}

} // namespace

void NaiveKernels::linear(Run& /*run*/, const Tensor& x, const LinearWeights& w, Activation act,
                          const Tensor& residual, Tensor& y) {
    const Index in = w.weight.dim(1);
    const Index out = w.weight.dim(0);
    for (Index i = 0; i < y.count(); ++i) {
        double sum = biasAt(w.bias, i % out);
        for (Index k = 0; k < in; ++k)
            sum += double{x.f32()[i / out * in + k]} * at(w.weight, {i % out, k});
        sum += residual.isEmpty() ? 0.0 : double{residual.f32()[i]};
        y.f32()[i] = static_cast<float>(activated(sum, act));
    }
}

void NaiveKernels::matmulTransposed(Run& /*run*/, const Tensor& a, const Tensor& b, Tensor& y) {
    for (Index m = 0; m < a.dim(0); ++m)
        for (Index n = 0; n < b.dim(0); ++n) {
            double sum = 0;
            for (Index k = 0; k < a.dim(1); ++k)
                sum += at(a, {m, k}) * at(b, {n, k});
            set(y, {m, n}, sum);
        }
}

void NaiveKernels::add(Run& /*run*/, const Tensor& a, const Tensor& b, Tensor& y) {
    for (Index i = 0; i < a.count(); ++i)
        y.f32()[i] = static_cast<float>(double{a.f32()[i]} + double{b.f32()[i % b.count()]});
}

void NaiveKernels::activate(Run& /*run*/, const Tensor& x, Activation act, Tensor& y) {
    for (Index i = 0; i < x.count(); ++i)
        y.f32()[i] = static_cast<float>(activated(x.f32()[i], act));
}

void NaiveKernels::layerNorm(Run& /*run*/, const Tensor& x, const NormWeights& w, float epsilon,
                             Activation act, Tensor& y) {
    const Index width = x.dim(-1);
    for (Index first = 0; first < x.count(); first += width) {
        double mean = 0;
        double variance = 0;
        for (Index c = 0; c < width; ++c)
            mean += double{x.f32()[first + c]} / static_cast<double>(width);
        for (Index c = 0; c < width; ++c)
            variance += std::pow(double{x.f32()[first + c]} - mean, 2) / static_cast<double>(width);
        for (Index c = 0; c < width; ++c) {
            const double unit = (double{x.f32()[first + c]} - mean) / std::sqrt(variance + double{epsilon});
            y.f32()[first + c] = static_cast<float>(activated(unit * at(w.gain, {c}) + at(w.bias, {c}), act));
        }
    }
}

void NaiveKernels::groupNorm(Run& /*run*/, const Tensor& x, const NormWeights& w, int groups, float epsilon,
                             Activation act, Tensor& y) {
    const Index channels = x.dim(2);
    const Index width = channels / groups;
    const double count = static_cast<double>(x.dim(0) * x.dim(1) * width);
    for (Index g = 0; g < groups; ++g) {
        const auto inGroup = [&](Index i) { return i % channels / width == g; };
        double mean = 0;
        double variance = 0;
        for (Index i = 0; i < x.count(); ++i)
            mean += inGroup(i) ? double{x.f32()[i]} / count : 0.0;
        for (Index i = 0; i < x.count(); ++i)
            variance += inGroup(i) ? std::pow(double{x.f32()[i]} - mean, 2) / count : 0.0;
        for (Index i = 0; i < x.count(); ++i) {
            if (!inGroup(i))
                continue;
            const double unit = (double{x.f32()[i]} - mean) / std::sqrt(variance + double{epsilon});
            const Index c = i % channels;
            y.f32()[i] = static_cast<float>(activated(unit * at(w.gain, {c}) + at(w.bias, {c}), act));
        }
    }
}

void NaiveKernels::splitRope(Run& /*run*/, const Tensor& qkv, const RopeTable& table, int heads,
                             std::array<Tensor, 3>& y) {
    const Index width = qkv.dim(2) / 3;
    const Index headWidth = width / heads;
    for (Index b = 0; b < qkv.dim(0); ++b)
        for (Index t = 0; t < qkv.dim(1); ++t)
            for (Index c = 0; c < width; ++c) {
                const Index pair = c % headWidth / 2;
                const double cosine = at(table.cosine, {t, pair});
                const double sine = at(table.sine, {t, pair});
                for (Index part = 0; part < 2; ++part) {
                    const double own = at(qkv, {b, t, part * width + c});
                    const double other = at(qkv, {b, t, part * width + (c ^ 1)});
                    set(y[static_cast<std::size_t>(part)], {b, t, c},
                        c % 2 == 0 ? own * cosine - other * sine : other * sine + own * cosine);
                }
                set(y[2], {b, t, c}, at(qkv, {b, t, 2 * width + c}));
            }
}

void NaiveKernels::selfAttention(Run& run, const Tensor& qkv, const RopeTable& rope, int heads, Tensor& y) {
    std::array<Tensor, 3> parts;
    for (Tensor& part : parts)
        part = run.device.allocate(DType::F32, y.shape());
    splitRope(run, qkv, rope, heads, parts);
    AttentionOptions options;
    options.heads = heads;
    attention(run, parts[0], parts[1], parts[2], options, y);
}

namespace {

double biasOf(const BoxBias& bias, Index head, Index query, Index key) {
    if (bias.x.isEmpty() || query < bias.lead)
        return 0;
    const Index side = bias.x.dim(1);
    return at(bias.x, {query - bias.lead, key % side, head}) +
           at(bias.y, {query - bias.lead, key / side, head});
}

} // namespace

void NaiveKernels::attention(Run& /*run*/, const Tensor& q, const Tensor& k, const Tensor& v,
                             const AttentionOptions& options, Tensor& y) {
    const Index depth = q.dim(2) / options.heads;
    const Index valueDepth = v.dim(2) / options.heads;
    const Index queries = q.dim(1);
    std::vector<double> weight(static_cast<std::size_t>(k.dim(1)));
    for (Index item = 0; item < q.dim(0) * options.heads * queries; ++item) {
        const Index b = item / queries / options.heads;
        const Index h = item / queries % options.heads;
        const Index i = item % queries;
        const Index seen = options.causal ? i + 1 : k.dim(1);
        for (Index j = 0; j < seen; ++j) {
            double score = 0;
            for (Index c = h * depth; c < (h + 1) * depth; ++c)
                score += at(q, {b, i, c}) * at(k, {b, j, c}) / std::sqrt(static_cast<double>(depth));
            weight[static_cast<std::size_t>(j)] =
                score + (options.bias.isEmpty() ? 0.0 : at(options.bias, {h, i, j})) +
                biasOf(options.boxBias, h, i, j);
        }
        const double largest = *std::max_element(weight.begin(), weight.begin() + seen);
        double total = 0;
        for (Index j = 0; j < seen; ++j)
            total += weight[static_cast<std::size_t>(j)] =
                std::exp(weight[static_cast<std::size_t>(j)] - largest);
        for (Index c = h * valueDepth; c < (h + 1) * valueDepth; ++c) {
            double sum = 0;
            for (Index j = 0; j < seen; ++j)
                sum += weight[static_cast<std::size_t>(j)] / total * at(v, {b, j, c});
            set(y, {b, i, c}, sum);
        }
    }
}

void NaiveKernels::windowPartition(Run& /*run*/, const Tensor& x, int size, Tensor& y) {
    const Index across = (x.dim(1) + size - 1) / size;
    for (Index window = 0; window < y.dim(0); ++window)
        for (Index token = 0; token < y.dim(1); ++token)
            for (Index c = 0; c < y.dim(2); ++c)
                set(y, {window, token, c},
                    at(x, {window / across * size + token / size, window % across * size + token % size, c}));
}

void NaiveKernels::windowUnpartition(Run& /*run*/, const Tensor& x, int size, Tensor& y) {
    const Index across = (y.dim(1) + size - 1) / size;
    for (Index row = 0; row < y.dim(0); ++row)
        for (Index column = 0; column < y.dim(1); ++column)
            for (Index c = 0; c < y.dim(2); ++c)
                set(y, {row, column, c},
                    at(x, {row / size * across + column / size, row % size * size + column % size, c}));
}

void NaiveKernels::conv2d(Run& /*run*/, const Tensor& x, const ConvWeights& w, Activation act, Tensor& y) {
    const Tensor& k = w.weight;
    for (Index i = 0; i < y.count(); ++i) {
        const Index o = i % y.dim(2);
        const Index column = i / y.dim(2) % y.dim(1);
        const Index row = i / y.dim(2) / y.dim(1);
        double sum = biasAt(w.bias, o);
        for (Index tap = 0; tap < k.dim(1) * k.dim(2) * k.dim(3); ++tap) {
            const Index c = tap % k.dim(3);
            const Index dx = tap / k.dim(3) % k.dim(2);
            const Index dy = tap / k.dim(3) / k.dim(2);
            sum += at(k, {o, dy, dx, c}) *
                   at(x, {row * w.stride - w.padding + dy, column * w.stride - w.padding + dx, c});
        }
        y.f32()[i] = static_cast<float>(activated(sum, act));
    }
}

void NaiveKernels::depthwise(Run& /*run*/, const Tensor& x, const DepthwiseWeights& w, Activation act,
                             Tensor& y) {
    const Tensor& k = w.weight;
    for (Index i = 0; i < y.count(); ++i) {
        const Index c = i % y.dim(2);
        const Index column = i / y.dim(2) % y.dim(1);
        const Index row = i / y.dim(2) / y.dim(1);
        double sum = biasAt(w.bias, c);
        for (Index dy = 0; dy < k.dim(0); ++dy)
            for (Index dx = 0; dx < k.dim(1); ++dx)
                sum += at(k, {dy, dx, c}) *
                       at(x, {row * w.stride - k.dim(0) / 2 + dy, column * w.stride - k.dim(1) / 2 + dx, c});
        y.f32()[i] = static_cast<float>(activated(sum, act));
    }
}

void NaiveKernels::softmaxTokens(Run& /*run*/, const Tensor& x, int heads, Tensor& y) {
    for (Index i = 0; i < x.count(); ++i) {
        const Index row = i / x.dim(1);
        double total = 0;
        for (Index other = i % x.dim(1) % heads; other < x.dim(1); other += heads)
            total += std::exp(at(x, {row, other}) - double{x.f32()[i]});
        y.f32()[i] = static_cast<float>(1 / total);
    }
}

void NaiveKernels::weightedMeans(Run& /*run*/, const Tensor& scores, const Tensor& x, Tensor& y) {
    for (Index i = 0; i < y.count(); ++i) {
        double total = 0;
        double sum = 0;
        for (Index n = 0; n < x.dim(0); ++n) {
            const double weight = std::exp(at(scores, {n, i / x.dim(1)}));
            total += weight;
            sum += weight * at(x, {n, i % x.dim(1)});
        }
        y.f32()[i] = static_cast<float>(sum / total);
    }
}

void NaiveKernels::groupedLinear(Run& /*run*/, const Tensor& x, const Tensor& weight, Tensor& y) {
    const Index in = weight.dim(1);
    const Index out = weight.dim(2);
    for (Index i = 0; i < y.count(); ++i) {
        const Index group = i % y.dim(-1) / out;
        double sum = 0;
        for (Index k = 0; k < in; ++k)
            sum +=
                double{x.f32()[i / y.dim(-1) * x.dim(-1) + group * in + k]} * at(weight, {group, k, i % out});
        y.f32()[i] = static_cast<float>(sum);
    }
}

/// The form that weighs each pair of tokens, which the sums of the linear form only reorder.
void NaiveKernels::reluAttention(Run& /*run*/, const Tensor& qkv, int depth, float epsilon, Tensor& y) {
    for (Index i = 0; i < y.count(); ++i) {
        const Index token = i / y.dim(1);
        const Index group = i % y.dim(1) / depth * 3 * depth;
        double sum = 0;
        double weights = double{epsilon};
        for (Index other = 0; other < qkv.dim(0); ++other) {
            double weight = 0;
            for (Index c = 0; c < depth; ++c)
                weight += std::max(at(qkv, {token, group + c}), 0.0) *
                          std::max(at(qkv, {other, group + depth + c}), 0.0);
            sum += weight * at(qkv, {other, group + 2 * depth + i % depth});
            weights += weight;
        }
        y.f32()[i] = static_cast<float>(sum / weights);
    }
}

void NaiveKernels::scaleChannels(Run& /*run*/, const Tensor& x, const Tensor& factors, Tensor& y) {
    for (Index i = 0; i < y.count(); ++i)
        y.f32()[i] = static_cast<float>(double{x.f32()[i]} * at(factors, {i % factors.dim(0)}));
}

void NaiveKernels::pixelShuffle2(Run& /*run*/, const Tensor& x, Tensor& y) {
    for (Index row = 0; row < y.dim(0); ++row)
        for (Index column = 0; column < y.dim(1); ++column)
            for (Index o = 0; o < y.dim(2); ++o)
                set(y, {row, column, o},
                    at(x, {row / 2, column / 2, (row % 2 * 2 + column % 2) * y.dim(2) + o}));
}

void NaiveKernels::addUpsampled2(Run& /*run*/, const Tensor& high, const Tensor& low, Tensor& y) {
    for (Index row = 0; row < y.dim(0); ++row)
        for (Index column = 0; column < y.dim(1); ++column)
            for (Index c = 0; c < y.dim(2); ++c)
                set(y, {row, column, c}, at(high, {row, column, c}) + at(low, {row / 2, column / 2, c}));
}

void NaiveKernels::resizeBilinear(Run& /*run*/, const Tensor& x, Tensor& y) {
    for (Index n = 0; n < y.dim(0); ++n)
        for (Index row = 0; row < y.dim(1); ++row)
            for (Index column = 0; column < y.dim(2); ++column) {
                const Tensor plane = x.rows(n, n + 1).reshaped({x.dim(1), x.dim(2), 1});
                set(y, {n, row, column},
                    zeroPadded(plane, clampedSource(row, x.dim(1), y.dim(1)),
                               clampedSource(column, x.dim(2), y.dim(2)), 0));
            }
}

void NaiveKernels::resizeMap(Run& /*run*/, const Tensor& x, Tensor& y) {
    for (Index row = 0; row < y.dim(0); ++row)
        for (Index column = 0; column < y.dim(1); ++column)
            for (Index c = 0; c < y.dim(2); ++c)
                set(y, {row, column, c},
                    zeroPadded(x, clampedSource(row, x.dim(0), y.dim(0)),
                               clampedSource(column, x.dim(1), y.dim(1)), c));
}

void NaiveKernels::roiAlign(Run& /*run*/, const Tensor& x, const Tensor& boxes, Tensor& y) {
    const Index bins = y.dim(1);
    for (Index i = 0; i < y.count(); ++i) {
        const Index c = i % y.dim(3);
        const Index column = i / y.dim(3) % bins;
        const Index row = i / y.dim(3) / bins % bins;
        const Index n = i / y.dim(3) / bins / bins;
        const double binWidth =
            std::max(at(boxes, {n, 2}) - at(boxes, {n, 0}), 1.0) / static_cast<double>(bins);
        const double binHeight =
            std::max(at(boxes, {n, 3}) - at(boxes, {n, 1}), 1.0) / static_cast<double>(bins);
        const double across = std::ceil(binWidth);
        const double down = std::ceil(binHeight);
        double sum = 0;
        for (double u = 0.5; u < down; ++u)
            for (double v = 0.5; v < across; ++v)
                sum +=
                    roiSample(x, at(boxes, {n, 1}) + (static_cast<double>(row) + u / down) * binHeight,
                              at(boxes, {n, 0}) + (static_cast<double>(column) + v / across) * binWidth, c);
        y.f32()[i] = static_cast<float>(sum / (across * down));
    }
}

void NaiveKernels::samplePoints(Run& /*run*/, const Tensor& x, const Tensor& points, Tensor& y) {
    for (Index n = 0; n < y.dim(0); ++n)
        for (Index c = 0; c < y.dim(1); ++c)
            set(y, {n, c},
                zeroPadded(x, at(points, {n, 1}) * static_cast<double>(x.dim(0)) - 0.5,
                           at(points, {n, 0}) * static_cast<double>(x.dim(1)) - 0.5, c));
}

void NaiveKernels::gatherRows(Run& /*run*/, const Tensor& table, std::span<const std::int32_t> ids,
                              Tensor& y) {
    for (Index i = 0; i < y.dim(0); ++i)
        for (Index c = 0; c < y.dim(1); ++c)
            set(y, {i, c}, at(table, {ids[static_cast<std::size_t>(i)], c}));
}

void NaiveKernels::concatRows(Run& /*run*/, std::span<const Tensor> parts, Tensor& y) {
    float* to = y.f32();
    for (const Tensor& part : parts)
        to = std::copy_n(part.f32(), part.count(), to);
}

void NaiveKernels::concatChannels(Run& /*run*/, std::span<const Tensor> parts, Tensor& y) {
    float* to = y.f32();
    for (Index row = 0; row < y.count() / std::max<Index>(y.dim(-1), 1); ++row)
        for (const Tensor& part : parts)
            to = std::copy_n(part.f32() + row * part.dim(-1), part.dim(-1), to);
}

void NaiveKernels::meanRows(Run& /*run*/, const Tensor& x, Tensor& y) {
    for (Index c = 0; c < x.dim(1); ++c) {
        double sum = 0;
        for (Index row = 0; row < x.dim(0); ++row)
            sum += at(x, {row, c});
        set(y, {0, c}, sum / static_cast<double>(x.dim(0)));
    }
}

void NaiveKernels::sineEncode(Run& /*run*/, const Tensor& x, std::span<const int> order, Tensor& y) {
    const auto blocks = static_cast<Index>(order.size());
    const Index features = blocks > 0 ? y.dim(1) / blocks : 0;
    for (Index n = 0; n < x.dim(0); ++n)
        for (Index j = 0; j < blocks; ++j)
            for (Index i = 0; i < features; ++i) {
                const double exponent =
                    2 * std::floor(static_cast<double>(i) / 2) / static_cast<double>(features);
                const double angle = 2 * std::numbers::pi * at(x, {n, order[static_cast<std::size_t>(j)]}) /
                                     std::pow(10000, exponent);
                set(y, {n, j * features + i}, i % 2 == 0 ? std::sin(angle) : std::cos(angle));
            }
}

void NaiveKernels::refineBoxes(Run& /*run*/, const Tensor& delta, const Tensor& reference, Tensor& y) {
    for (Index i = 0; i < y.count(); ++i) {
        const double r = std::min(std::max(double{reference.f32()[i]}, 0.0), 1.0);
        const double logit = std::log(std::max(r, 1e-3) / std::max(1 - r, 1e-3));
        y.f32()[i] = static_cast<float>(activated(double{delta.f32()[i]} + logit, Activation::Sigmoid));
    }
}

void NaiveKernels::boxEdgeDistances(Run& /*run*/, const Tensor& boxes, Tensor& x, Tensor& y) {
    const auto lambda = [](double d) { return (d < 0 ? -1 : 1) * std::log2(8 * std::abs(d) + 1) / 3; };
    const Index grid = x.dim(1);
    for (Index q = 0; q < boxes.dim(0); ++q)
        for (Index line = 0; line < grid; ++line)
            for (Index edge = 0; edge < 2; ++edge) {
                const double at01 = static_cast<double>(line) / static_cast<double>(grid);
                const double side = edge == 0 ? -0.5 : 0.5;
                set(x, {q, line, edge}, lambda(at01 - (at(boxes, {q, 0}) + side * at(boxes, {q, 2}))));
                set(y, {q, line, edge}, lambda(at01 - (at(boxes, {q, 1}) + side * at(boxes, {q, 3}))));
            }
}

void NaiveKernels::boxBias(Run& /*run*/, const Tensor& bx, const Tensor& by, Tensor& y) {
    const Index grid = bx.dim(1);
    for (Index h = 0; h < y.dim(0); ++h)
        for (Index row = 0; row < y.dim(1); ++row)
            for (Index cell = 0; cell < grid * grid; ++cell)
                set(y, {h, row, cell}, at(by, {row, cell / grid, h}) + at(bx, {row, cell % grid, h}));
}

} // namespace inference::test
