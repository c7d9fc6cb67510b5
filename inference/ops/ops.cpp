// SPDX-License-Identifier: Apache-2.0
#include "inference/ops/ops.h"

#include "inference/base/parallel.h"
#include "inference/base/trace.h"

#include "inference/device/device.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace inference::ops {

namespace {

Tensor allocate(Run& run, Shape shape) {
    return run.device.allocate(DType::F32, std::move(shape));
}

Kernels& kernels(Run& run) {
    return run.device.kernels();
}

Shape withLast(Shape shape, std::int64_t last) {
    shape.back() = last;
    return shape;
}

[[maybe_unused]] bool isSuffix(const Shape& tail, const Shape& whole) {
    return tail.size() <= whole.size() && std::equal(tail.rbegin(), tail.rend(), whole.rbegin());
}

[[maybe_unused]] bool agreesExceptLast(const Tensor& a, const Tensor& b) {
    return a.rank() == b.rank() && withLast(a.shape(), 0) == withLast(b.shape(), 0);
}

Tensor asBatch(const Tensor& x) {
    return x.rank() == 3 ? x : x.reshaped({1, x.dim(0), x.dim(1)});
}

/// Tells the trace of multiply-adds.
void countWork(const Run& run, std::int64_t times, std::int64_t each) {
    if (run.trace)
        run.trace->addWork(2.0 * static_cast<double>(times) * static_cast<double>(each));
}

std::int64_t convExtent(std::int64_t in, std::int64_t kernel, const ConvWeights& w) {
    return (in + 2 * w.padding - kernel) / w.stride + 1;
}

} // namespace

Tensor linear(Run& run, const Tensor& x, const LinearWeights& w, Activation act, const Tensor& residual) {
    assert(w.weight.rank() == 2 && x.rank() >= 1 && x.dim(-1) == w.weight.dim(1));
    assert(w.bias.isEmpty() || w.bias.shape() == Shape{w.weight.dim(0)});
    Tensor y = allocate(run, withLast(x.shape(), w.weight.dim(0)));
    assert(residual.isEmpty() || residual.shape() == y.shape());
    countWork(run, y.count(), x.dim(-1));
    kernels(run).linear(run, x, w, act, residual, y);
    return y;
}

Tensor matmulTransposed(Run& run, const Tensor& a, const Tensor& b) {
    assert(a.rank() == 2 && b.rank() == 2 && a.dim(1) == b.dim(1));
    Tensor y = allocate(run, {a.dim(0), b.dim(0)});
    countWork(run, y.count(), a.dim(1));
    kernels(run).matmulTransposed(run, a, b, y);
    return y;
}

Tensor add(Run& run, const Tensor& a, const Tensor& b) {
    assert(isSuffix(b.shape(), a.shape()));
    Tensor y = allocate(run, a.shape());
    kernels(run).add(run, a, b, y);
    return y;
}

Tensor activate(Run& run, const Tensor& x, Activation act) {
    Tensor y = allocate(run, x.shape());
    kernels(run).activate(run, x, act, y);
    return y;
}

Tensor layerNorm(Run& run, const Tensor& x, const NormWeights& w, float epsilon, Activation act) {
    assert(x.rank() >= 1 && w.gain.shape() == Shape{x.dim(-1)} && w.bias.shape() == Shape{x.dim(-1)});
    Tensor y = allocate(run, x.shape());
    kernels(run).layerNorm(run, x, w, epsilon, act, y);
    return y;
}

Tensor groupNorm(Run& run, const Tensor& x, const NormWeights& w, int groups, float epsilon, Activation act) {
    assert(x.rank() == 3 && groups > 0 && x.dim(2) % groups == 0);
    assert(w.gain.shape() == Shape{x.dim(2)} && w.bias.shape() == Shape{x.dim(2)});
    Tensor y = allocate(run, x.shape());
    kernels(run).groupNorm(run, x, w, groups, epsilon, act, y);
    return y;
}

Qkv splitRope(Run& run, const Tensor& qkv, const RopeTable& table, int heads) {
    assert(qkv.rank() == 3 && qkv.dim(2) % 3 == 0 && qkv.dim(2) / 3 % (2 * heads) == 0);
    const std::int64_t width = qkv.dim(2) / 3;
    assert((table.cosine.shape() == Shape{qkv.dim(1), width / heads / 2}));
    assert(table.sine.shape() == table.cosine.shape());
    std::array<Tensor, 3> parts;
    for (Tensor& part : parts)
        part = allocate(run, {qkv.dim(0), qkv.dim(1), width});
    kernels(run).splitRope(run, qkv, table, heads, parts);
    return {parts[0], parts[1], parts[2]};
}

Tensor attention(Run& run, const Tensor& q, const Tensor& k, const Tensor& v,
                 const AttentionOptions& options) {
    assert((q.rank() == 2 || q.rank() == 3) && q.rank() == k.rank() && k.rank() == v.rank());
    const Tensor q3 = asBatch(q);
    const Tensor k3 = asBatch(k);
    const Tensor v3 = asBatch(v);
    assert(q3.dim(0) == k3.dim(0) && k3.dim(0) == v3.dim(0) && k3.dim(1) == v3.dim(1) &&
           q3.dim(2) == k3.dim(2));
    assert(k3.dim(1) > 0 && q3.dim(2) % options.heads == 0 && v3.dim(2) % options.heads == 0);
    assert(!options.causal || q3.dim(1) == k3.dim(1));
    assert(options.bias.isEmpty() || (options.bias.shape() == Shape{options.heads, q3.dim(1), k3.dim(1)}));
    assert(options.boxBias.x.isEmpty() || (options.boxBias.x.shape() == options.boxBias.y.shape() &&
                                           options.boxBias.x.dim(0) + options.boxBias.lead == q3.dim(1) &&
                                           options.boxBias.x.dim(2) == options.heads &&
                                           options.boxBias.x.dim(1) * options.boxBias.x.dim(1) == k3.dim(1)));
    Tensor y = allocate(run, {q3.dim(0), q3.dim(1), v3.dim(2)});
    countWork(run, q3.dim(0) * q3.dim(1) * (q3.dim(2) + v3.dim(2)),
              options.causal ? k3.dim(1) / 2 : k3.dim(1));
    kernels(run).attention(run, q3, k3, v3, options, y);
    return q.rank() == 3 ? y : y.reshaped({y.dim(1), y.dim(2)});
}

Tensor selfAttention(Run& run, const Tensor& qkv, const RopeTable& rope, int heads) {
    assert(qkv.rank() == 3 && qkv.dim(2) % 3 == 0 && qkv.dim(2) / 3 % (2 * heads) == 0);
    const std::int64_t width = qkv.dim(2) / 3;
    assert((rope.cosine.shape() == Shape{qkv.dim(1), width / heads / 2}) &&
           rope.sine.shape() == rope.cosine.shape());
    Tensor y = allocate(run, {qkv.dim(0), qkv.dim(1), width});
    countWork(run, 2 * y.count(), qkv.dim(1));
    kernels(run).selfAttention(run, qkv, rope, heads, y);
    return y;
}

Tensor windowPartition(Run& run, const Tensor& x, int size) {
    assert(x.rank() == 3 && size > 0);
    const std::int64_t down = (x.dim(0) + size - 1) / size;
    const std::int64_t across = (x.dim(1) + size - 1) / size;
    Tensor y = allocate(run, {down * across, std::int64_t{size} * size, x.dim(2)});
    kernels(run).windowPartition(run, x, size, y);
    return y;
}

Tensor windowUnpartition(Run& run, const Tensor& x, int size, int height, int width) {
    assert(x.rank() == 3 && size > 0 && x.dim(1) == std::int64_t{size} * size);
    assert(x.dim(0) == std::int64_t{(height + size - 1) / size} * ((width + size - 1) / size));
    Tensor y = allocate(run, {height, width, x.dim(2)});
    kernels(run).windowUnpartition(run, x, size, y);
    return y;
}

Tensor conv2d(Run& run, const Tensor& x, const ConvWeights& w, Activation act) {
    assert(x.rank() == 3 && w.weight.rank() == 4 && x.dim(2) == w.weight.dim(3) && w.stride > 0 &&
           w.padding >= 0);
    assert(w.bias.isEmpty() || w.bias.shape() == Shape{w.weight.dim(0)});
    assert(x.dim(0) + 2 * w.padding >= w.weight.dim(1) && x.dim(1) + 2 * w.padding >= w.weight.dim(2));
    Tensor y = allocate(run, {convExtent(x.dim(0), w.weight.dim(1), w),
                              convExtent(x.dim(1), w.weight.dim(2), w), w.weight.dim(0)});
    countWork(run, y.count(), w.weight.count() / w.weight.dim(0));
    kernels(run).conv2d(run, x, w, act, y);
    return y;
}

Tensor depthwise(Run& run, const Tensor& x, const DepthwiseWeights& w, Activation act) {
    assert(x.rank() == 3 && w.weight.rank() == 3 && x.dim(2) == w.weight.dim(2) && w.stride > 0);
    assert(w.weight.dim(0) % 2 == 1 && w.weight.dim(1) % 2 == 1);
    assert(w.bias.isEmpty() || w.bias.shape() == Shape{x.dim(2)});
    Tensor y =
        allocate(run, {(x.dim(0) + w.stride - 1) / w.stride, (x.dim(1) + w.stride - 1) / w.stride, x.dim(2)});
    countWork(run, y.count(), w.weight.dim(0) * w.weight.dim(1));
    kernels(run).depthwise(run, x, w, act, y);
    return y;
}

Tensor groupedLinear(Run& run, const Tensor& x, const Tensor& weight) {
    assert(x.rank() >= 1 && weight.rank() == 3 && x.dim(-1) == weight.dim(0) * weight.dim(1));
    Tensor y = allocate(run, withLast(x.shape(), weight.dim(0) * weight.dim(2)));
    countWork(run, y.count(), weight.dim(1));
    kernels(run).groupedLinear(run, x, weight, y);
    return y;
}

Tensor softmaxTokens(Run& run, const Tensor& x, int heads) {
    assert(x.rank() == 2 && heads > 0 && x.dim(1) > 0 && x.dim(1) % heads == 0);
    Tensor y = allocate(run, x.shape());
    kernels(run).softmaxTokens(run, x, heads, y);
    return y;
}

Tensor weightedMeans(Run& run, const Tensor& scores, const Tensor& x) {
    assert(x.rank() == 2 && scores.rank() == 2 && x.dim(0) == scores.dim(0) && x.dim(0) > 0);
    Tensor y = allocate(run, {scores.dim(1), x.dim(1)});
    countWork(run, y.count(), x.dim(0));
    kernels(run).weightedMeans(run, scores, x, y);
    return y;
}

Tensor sliceMap(Run& run, const Tensor& x) {
    assert(x.rank() == 2);
    Tensor y = allocate(run, {(x.dim(0) + kMapSlice - 1) / kMapSlice, x.dim(1), kMapSlice});
    kernels(run).sliceMap(run, x, y);
    return y;
}

Exchange exchange(Run& run, const SpreadMap& before, const ExchangeJob& job) {
    const std::int64_t depth = job.keys.dim(1);
    const std::int64_t pairs = job.keys.dim(0) * job.heads;
    const std::int64_t parts = job.gram.dim(0);
    const std::int64_t slices = job.queries.dim(0);
    const std::int64_t rows = job.nextValues.dim(0);
    assert(depth % job.heads == 0 && slices == (rows + kMapSlice - 1) / kMapSlice);
    assert((job.queries.shape() == Shape{slices, depth, kMapSlice}));
    assert((job.nextScores.shape() == Shape{pairs, parts} && job.partValues.shape() == Shape{parts, depth}));
    assert(before.parts.isEmpty() ? parts == pairs : parts == before.parts.dim(1) + pairs + 1);
    Exchange result{
        {allocate(run, {slices, std::int64_t{1}, kMapSlice}), allocate(run, {slices, parts, kMapSlice})},
        allocate(run, {job.keys.dim(0), depth})};
    const std::int64_t dots = 4 + job.values.dim(0) / job.keys.dim(0) + (before.parts.isEmpty() ? 0 : 1);
    const std::int64_t old = before.parts.isEmpty() ? 0 : before.parts.dim(1);
    countWork(run, rows, job.keys.dim(0) * depth * dots + pairs * (old + 2 * parts) + parts * parts / 2);
    kernels(run).exchange(run, before, job, result.map, result.taken);
    return result;
}

Tensor upscaleProducts(Run& run, const UpscaleJob& job, int grid) {
    const std::int64_t rows = std::int64_t{grid} * grid;
    const std::int64_t side = std::int64_t{4} * grid;
    assert(job.base.dim(0) == (rows + kMapSlice - 1) / kMapSlice);
    assert(job.fine.dim(1) == 4 * job.outer.weight.dim(0) && job.outer.weight.type() == DType::F32);
    Tensor y = allocate(run, {job.products.dim(0), side * side});
    const std::int64_t parts = job.map.parts.isEmpty() ? 0 : job.map.parts.dim(1);
    countWork(run, rows, job.base.dim(1) * parts + 4 * job.outer.weight.count() + 16 * job.products.count());
    kernels(run).upscaleProducts(run, job, y);
    return y;
}

Tensor reluAttention(Run& run, const Tensor& qkv, int depth, float epsilon) {
    assert(qkv.rank() == 2 && depth > 0 && qkv.dim(1) % (std::int64_t{3} * depth) == 0);
    Tensor y = allocate(run, {qkv.dim(0), qkv.dim(1) / 3});
    kernels(run).reluAttention(run, qkv, depth, epsilon, y);
    return y;
}

Tensor scaleChannels(Run& run, const Tensor& x, const Tensor& factors) {
    assert(x.rank() >= 1 && factors.shape() == Shape{x.dim(-1)});
    Tensor y = allocate(run, x.shape());
    kernels(run).scaleChannels(run, x, factors, y);
    return y;
}

Tensor pixelShuffle2(Run& run, const Tensor& x) {
    assert(x.rank() == 3 && x.dim(2) % 4 == 0);
    Tensor y = allocate(run, {2 * x.dim(0), 2 * x.dim(1), x.dim(2) / 4});
    kernels(run).pixelShuffle2(run, x, y);
    return y;
}

Tensor addUpsampled2(Run& run, const Tensor& high, const Tensor& low) {
    assert(low.rank() == 3 && (high.shape() == Shape{2 * low.dim(0), 2 * low.dim(1), low.dim(2)}));
    Tensor y = allocate(run, high.shape());
    kernels(run).addUpsampled2(run, high, low, y);
    return y;
}

Tensor resizeBilinear(Run& run, const Tensor& x, int height, int width) {
    assert(x.rank() == 3 && x.dim(1) > 0 && x.dim(2) > 0 && height > 0 && width > 0);
    Tensor y = allocate(run, {x.dim(0), height, width});
    kernels(run).resizeBilinear(run, x, y);
    return y;
}

Tensor resizeMap(Run& run, const Tensor& x, int height, int width) {
    assert(x.rank() == 3 && x.dim(0) > 0 && x.dim(1) > 0 && height > 0 && width > 0);
    Tensor y = allocate(run, {height, width, x.dim(2)});
    kernels(run).resizeMap(run, x, y);
    return y;
}

Tensor roiAlign(Run& run, const Tensor& x, const Tensor& boxes, int size) {
    assert(x.rank() == 3 && boxes.rank() == 2 && boxes.dim(1) == 4 && size > 0);
    Tensor y = allocate(run, {boxes.dim(0), size, size, x.dim(2)});
    kernels(run).roiAlign(run, x, boxes, y);
    return y;
}

Tensor samplePoints(Run& run, const Tensor& x, const Tensor& points) {
    assert(x.rank() == 3 && points.rank() == 2 && points.dim(1) == 2);
    Tensor y = allocate(run, {points.dim(0), x.dim(2)});
    kernels(run).samplePoints(run, x, points, y);
    return y;
}

Tensor gatherRows(Run& run, const Tensor& table, std::span<const std::int32_t> ids) {
    assert(table.rank() == 2);
    assert(
        std::all_of(ids.begin(), ids.end(), [&](std::int32_t id) { return id >= 0 && id < table.dim(0); }));
    Tensor y = allocate(run, {static_cast<std::int64_t>(ids.size()), table.dim(1)});
    kernels(run).gatherRows(run, table, ids, y);
    return y;
}

Tensor concatRows(Run& run, std::span<const Tensor> parts) {
    assert(!parts.empty() && parts[0].rank() >= 1);
    Shape shape = parts[0].shape();
    shape[0] = 0;
    for (const Tensor& part : parts) {
        assert(part.rank() == parts[0].rank());
        assert(std::equal(part.shape().begin() + 1, part.shape().end(), shape.begin() + 1));
        shape[0] += part.dim(0);
    }
    Tensor y = allocate(run, std::move(shape));
    kernels(run).concatRows(run, parts, y);
    return y;
}

Tensor concatChannels(Run& run, std::span<const Tensor> parts) {
    assert(!parts.empty() && parts[0].rank() >= 1);
    std::int64_t width = 0;
    for (const Tensor& part : parts) {
        assert(agreesExceptLast(part, parts[0]));
        width += part.dim(-1);
    }
    Tensor y = allocate(run, withLast(parts[0].shape(), width));
    kernels(run).concatChannels(run, parts, y);
    return y;
}

Tensor meanRows(Run& run, const Tensor& x) {
    assert(x.rank() == 2 && x.dim(0) > 0);
    Tensor y = allocate(run, {1, x.dim(1)});
    kernels(run).meanRows(run, x, y);
    return y;
}

Tensor sineEncode(Run& run, const Tensor& x, std::span<const int> order, int features) {
    assert(x.rank() == 2 && features > 0 && features % 2 == 0);
    assert(std::all_of(order.begin(), order.end(),
                       [&](int column) { return column >= 0 && column < x.dim(1); }));
    Tensor y = allocate(run, {x.dim(0), static_cast<std::int64_t>(order.size()) * features});
    kernels(run).sineEncode(run, x, order, y);
    return y;
}

Tensor refineBoxes(Run& run, const Tensor& delta, const Tensor& reference) {
    assert(delta.shape() == reference.shape());
    Tensor y = allocate(run, delta.shape());
    kernels(run).refineBoxes(run, delta, reference, y);
    return y;
}

std::array<Tensor, 2> boxEdgeDistances(Run& run, const Tensor& boxes, int grid) {
    assert(boxes.rank() == 2 && boxes.dim(1) == 4 && grid > 0);
    std::array<Tensor, 2> result = {allocate(run, {boxes.dim(0), grid, 2}),
                                    allocate(run, {boxes.dim(0), grid, 2})};
    kernels(run).boxEdgeDistances(run, boxes, result[0], result[1]);
    return result;
}

Tensor boxBias(Run& run, const Tensor& bx, const Tensor& by) {
    assert(bx.rank() == 3 && bx.shape() == by.shape());
    Tensor y = allocate(run, {bx.dim(2), bx.dim(0), bx.dim(1) * bx.dim(1)});
    kernels(run).boxBias(run, bx, by, y);
    return y;
}

Result<std::vector<float>> toHost(Run& run, const Tensor& x) {
    assert(x.type() == DType::F32);
    std::vector<float> values(static_cast<std::size_t>(x.count()));
    RETURN_IF_ERROR(run.device.download(x, std::as_writable_bytes(std::span(values))));
    return values;
}

Result<std::vector<std::vector<float>>> rowsToHost(Run& run, const Tensor& x,
                                                   std::span<const float> offsets) {
    assert(x.rank() == 2 && static_cast<std::int64_t>(offsets.size()) == x.dim(0));
    std::vector<std::vector<float>> rows(offsets.size());
    std::vector<Status> states(offsets.size());
    run.device.threads().parallelFor(x.dim(0), 1, [&](std::int64_t begin, std::int64_t end) {
        for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
            const auto at = static_cast<std::int64_t>(i);
            rows[i].resize(static_cast<std::size_t>(x.dim(1)));
            states[i] = run.device.download(x.rows(at, at + 1), std::as_writable_bytes(std::span(rows[i])));
            for (float& value : rows[i])
                value += offsets[i];
        }
    });
    for (const Status& state : states)
        RETURN_IF_ERROR(state);
    return rows;
}

Tensor fromHost(Run& run, std::span<const float> values, Shape shape) {
    assert(static_cast<std::int64_t>(values.size()) == elementCount(shape));
    return run.device.upload(std::as_bytes(values), DType::F32, std::move(shape));
}

} // namespace inference::ops
