// SPDX-License-Identifier: Apache-2.0
// Attention between tokens and a spread map, row by row.
#include "tests/support/inference/naive_kernels.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace inference::test {

namespace {

using Index = std::int64_t;
using Row = std::vector<double>;

/// Channel c of row n of a sliced map.
double at(const Tensor& map, Index n, Index c) {
    return map.f32()[(n / kMapSlice * map.dim(1) + c) * kMapSlice + n % kMapSlice];
}

void put(Tensor& map, Index n, Index c, double value) {
    map.f32()[(n / kMapSlice * map.dim(1) + c) * kMapSlice + n % kMapSlice] = static_cast<float>(value);
}

double scaleOf(const SpreadMap& map, Index n) {
    return map.scale.isEmpty() ? 1.0 : at(map.scale, n, 0);
}

/// Of row n with what `few` has for a pair of a token and a head.
double dot(const Tensor& map, Index n, Index first, const float* few, const ExchangeJob& job, Index pair) {
    const Index depth = job.keys.dim(1);
    const Index width = depth / job.heads;
    double sum = 0;
    for (Index c = pair % job.heads * width; c < (pair % job.heads + 1) * width; ++c)
        sum += at(map, n, first + c) * double{few[pair / job.heads * depth + c]};
    return sum;
}

/// Shares of the tokens for row n: [P].
Row sharesOf(const SpreadMap& before, const ExchangeJob& job, Index n) {
    const Index pairs = job.keys.dim(0) * job.heads;
    Row weights(static_cast<std::size_t>(pairs));
    Row totals(static_cast<std::size_t>(job.heads), 0.0);
    for (Index p = 0; p < pairs; ++p) {
        double score = scaleOf(before, n) * dot(job.queries, n, 0, job.keys.f32(), job, p);
        if (!job.queryPlaces.isEmpty())
            score += dot(job.queryPlaces, n, 0, job.keys.f32(), job, p);
        for (Index k = 0; !job.oldScores.isEmpty() && k < job.oldScores.dim(1); ++k)
            score += at(before.parts, n, k) * double{job.oldScores.f32()[p * job.oldScores.dim(1) + k]};
        weights[static_cast<std::size_t>(p)] = std::exp(score);
        totals[static_cast<std::size_t>(p % job.heads)] += std::exp(score);
    }
    for (Index p = 0; p < pairs; ++p)
        weights[static_cast<std::size_t>(p)] /= totals[static_cast<std::size_t>(p % job.heads)];
    return weights;
}

/// The squared length of a row whose parts are given.
double lengthOf(const SpreadMap& before, const ExchangeJob& job, Index n, const Row& parts) {
    const Index tokens = job.keys.dim(0);
    const Index depth = job.keys.dim(1);
    const double scale = scaleOf(before, n);
    double sum = scale * scale * at(job.cross, n, job.cross.dim(1) - 1);
    std::size_t k = 0;
    Index channel = 0;
    for (Index layer = 0; layer < job.values.dim(0) / tokens; ++layer) {
        const float* values = job.values.f32() + layer * tokens * depth;
        for (Index p = 0; p < tokens * job.heads; ++p)
            sum += 2 * scale * parts[k++] * dot(job.cross, n, channel, values, job, p);
        channel += depth;
        if (layer > 0)
            sum += 2 * scale * parts[k++] * at(job.cross, n, channel++);
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (std::size_t j = 0; j < parts.size(); ++j)
            sum += parts[i] * parts[j] * double{job.gram.f32()[i * parts.size() + j]};
    return sum;
}

double gelu(double x) {
    return 0.5 * x * std::erfc(-x / std::numbers::sqrt2);
}

/// The four pixels of a row after the first convolution, norm and activation: [4M].
Row middleOf(const UpscaleJob& job, Index n) {
    const Index count = job.base.dim(1);
    Row x(static_cast<std::size_t>(count));
    for (Index c = 0; c < count; ++c) {
        double sum = scaleOf(job.map, n) * at(job.base, n, c) + at(job.middle, n, c);
        sum += job.bias.isEmpty() ? 0.0 : double{job.bias.f32()[c]};
        for (Index k = 0; !job.map.parts.isEmpty() && k < job.map.parts.dim(1); ++k)
            sum += at(job.map.parts, n, k) * double{job.rowWeights.f32()[c * job.map.parts.dim(1) + k]};
        x[static_cast<std::size_t>(c)] = sum;
    }
    const auto width = static_cast<std::size_t>(job.norm.gain.dim(0));
    for (std::size_t first = 0; first < x.size(); first += width) {
        double mean = 0;
        double variance = 0;
        for (std::size_t c = 0; c < width; ++c)
            mean += x[first + c] / static_cast<double>(width);
        for (std::size_t c = 0; c < width; ++c)
            variance += (x[first + c] - mean) * (x[first + c] - mean) / static_cast<double>(width);
        for (std::size_t c = 0; c < width; ++c)
            x[first + c] = gelu((x[first + c] - mean) / std::sqrt(variance + double{job.epsilon}) *
                                    double{job.norm.gain.f32()[c]} +
                                double{job.norm.bias.f32()[c]});
    }
    return x;
}

} // namespace

void NaiveKernels::sliceMap(Run& /*run*/, const Tensor& x, Tensor& y) {
    std::fill_n(y.f32(), y.count(), 0.0F);
    for (Index i = 0; i < x.count(); ++i)
        put(y, i / x.dim(1), i % x.dim(1), x.f32()[i]);
}

void NaiveKernels::exchange(Run& /*run*/, const SpreadMap& before, const ExchangeJob& job, SpreadMap& after,
                            Tensor& taken) {
    const Index pairs = job.keys.dim(0) * job.heads;
    const Index width = job.keys.dim(1) / job.heads;
    const Index count = job.gram.dim(0);
    Row totals(static_cast<std::size_t>(pairs), 0.0);
    Row sums(static_cast<std::size_t>(taken.count()), 0.0);
    for (Index n = 0; n < job.nextValues.dim(0); ++n) {
        Row parts;
        for (Index k = 0; !before.parts.isEmpty() && k < before.parts.dim(1); ++k)
            parts.push_back(at(before.parts, n, k));
        const Row shares = sharesOf(before, job, n);
        parts.insert(parts.end(), shares.begin(), shares.end());
        parts.resize(static_cast<std::size_t>(count), 1.0);
        const double variance = lengthOf(before, job, n, parts) / static_cast<double>(job.channels);
        const double factor = 1 / std::sqrt(variance + double{job.epsilon});
        const double scale = scaleOf(before, n) * factor;
        put(after.scale, n, 0, scale);
        for (Index k = 0; k < count; ++k)
            put(after.parts, n, k, parts[static_cast<std::size_t>(k)] *= factor);
        for (Index p = 0; p < pairs; ++p) {
            double score = scale * dot(job.nextKeys, n, 0, job.nextQueries.f32(), job, p) +
                           dot(job.nextKeyPlaces, n, 0, job.nextQueries.f32(), job, p);
            for (Index k = 0; k < count; ++k)
                score += parts[static_cast<std::size_t>(k)] * double{job.nextScores.f32()[p * count + k]};
            totals[static_cast<std::size_t>(p)] += std::exp(score);
            for (Index c = 0; c < width; ++c) {
                const Index channel = p % job.heads * width + c;
                double value = scale * double{job.nextValues.f32()[n * job.keys.dim(1) + channel]};
                for (Index k = 0; k < count; ++k)
                    value += parts[static_cast<std::size_t>(k)] *
                             double{job.partValues.f32()[k * job.keys.dim(1) + channel]};
                sums[static_cast<std::size_t>(p * width + c)] += std::exp(score) * value;
            }
        }
    }
    for (Index i = 0; i < taken.count(); ++i)
        taken.f32()[i] = static_cast<float>(sums[static_cast<std::size_t>(i)] /
                                            totals[static_cast<std::size_t>(i / width)]);
}

void NaiveKernels::upscaleProducts(Run& /*run*/, const UpscaleJob& job, Tensor& y) {
    const Index side = std::lround(std::sqrt(static_cast<double>(y.dim(1))));
    const Index width = job.outer.weight.dim(1);
    const Index fine = job.products.dim(1);
    for (Index n = 0; n < side * side / 16; ++n) {
        const Row x = middleOf(job, n);
        for (Index pixel = 0; pixel < 16; ++pixel) {
            const Index quad = pixel / 4;
            const Index row = 4 * (n / (side / 4)) + quad / 2 * 2 + pixel % 4 / 2;
            const Index column = 4 * (n % (side / 4)) + quad % 2 * 2 + pixel % 2;
            for (Index mask = 0; mask < y.dim(0); ++mask) {
                double sum = 0;
                for (Index c = 0; c < fine; ++c) {
                    const Index out = pixel % 4 * fine + c;
                    double value = double{job.outer.bias.f32()[out]} + at(job.fine, n, quad * 4 * fine + out);
                    for (Index k = 0; k < width; ++k)
                        value += x[static_cast<std::size_t>(quad * width + k)] *
                                 double{job.outer.weight.f32()[out * width + k]};
                    sum += gelu(value) * double{job.products.f32()[mask * fine + c]};
                }
                y.f32()[(mask * side + row) * side + column] = static_cast<float>(sum);
            }
        }
    }
}

} // namespace inference::test
