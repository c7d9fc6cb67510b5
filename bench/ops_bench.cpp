// SPDX-License-Identifier: Apache-2.0
// Operations by shape: GFLOP/s, share of the multiply-add ceiling measured at start, and the ratio to plain
// loops measured in the same run (on one thread; large shapes compare against a smaller plain one, by work).
#include "bench/reference_kernels.h"

#include "inference/base/parallel.h"
#include "inference/device/device.h"
#include "inference/ops/ops.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace inference; // NOLINT(google-build-using-namespace): a program, not a header

struct Bench {
    std::unique_ptr<Device> device = openDevice(DeviceChoice::Cpu, 0).value();
    double peak = bench::peakFlops(device->threads().size());
    double peakOfCore = bench::peakFlopsOfCpuTime();

    Tensor random(const Shape& shape) const {
        Tensor x = device->allocate(DType::F32, shape);
        std::uint32_t state = 12345;
        std::generate_n(x.f32(), x.count(), [&] {
            state = state * 1664525U + 1013904223U;
            return static_cast<float>(state >> 8) * 0x1p-23F - 1.0F;
        });
        return x;
    }
};

using Clock = std::chrono::steady_clock;

double seconds(Clock::time_point since) {
    return std::chrono::duration<double>(Clock::now() - since).count();
}

template <class F> double bestOf(int times, const F& f) {
    double best = 1e30;
    for (int i = 0; i < times; ++i) {
        const Clock::time_point start = Clock::now();
        f();
        best = std::min(best, seconds(start));
    }
    return best;
}

/// Times `op`, then reports it against `plainPerWork` (seconds of the plain code for one unit of the same
/// work).
template <class Op>
void measure(benchmark::State& state, const Bench& bench, double flop, double plainSeconds, const Op& op) {
    double best = 1e30;
    double bestCpu = 1e30;
    for (auto _ : state) {
        const Clock::time_point start = Clock::now();
        const std::clock_t startCpu = std::clock();
        Tensor y = op();
        best = std::min(best, seconds(start));
        bestCpu = std::min(bestCpu, static_cast<double>(std::clock() - startCpu) / CLOCKS_PER_SEC);
        benchmark::DoNotOptimize(y);
    }
    state.counters["best_us"] = best * 1e6;
    if (flop > 0) {
        state.counters["GFLOP/s"] = flop / best * 1e-9;
        state.counters["of_peak"] = flop / best / bench.peak;
        // By processor time: what is left to compare when other programs hold the cores.
        if (bestCpu > 1e-3)
            state.counters["of_cpu_peak"] = flop / bestCpu / bench.peakOfCore;
    }
    if (plainSeconds > 0)
        state.counters["x_plain"] = plainSeconds / best;
}

struct LinearCase {
    const char* name;
    std::int64_t rows, in, out;
    Activation act;
};

constexpr std::array<LinearCase, 12> kLinear = {{
    {"full/fc1+gelu", 5184, 1024, 4736, Activation::Gelu},
    {"full/fc2", 5184, 4736, 1024, Activation::None},
    {"full/qkv", 5184, 1024, 3072, Activation::None},
    {"full/proj", 5184, 1024, 1024, Activation::None},
    {"full/fusion", 5184, 256, 2048, Activation::Relu},
    {"full/text", 32, 1024, 4096, Activation::Gelu},
    {"full/phrase", 7, 1024, 4096, Activation::Gelu},
    {"full/query", 201, 256, 2048, Activation::Relu},
    {"pocket/fc1+gelu", 256, 96, 384, Activation::Gelu},
    {"pocket/fc2", 256, 384, 96, Activation::None},
    {"pocket/qkv", 256, 144, 432, Activation::None},
    {"pocket/row", 1, 64, 64, Activation::Relu},
}};

void linear(benchmark::State& state, const Bench& bench, const LinearCase& c) {
    const Tensor x = bench.random({c.rows, c.in});
    const LinearWeights w = {bench.random({c.out, c.in}), bench.random({c.out})};
    const Tensor residual = c.act == Activation::None ? bench.random({c.rows, c.out}) : Tensor();
    Run run{*bench.device};
    const std::int64_t plainRows = std::min<std::int64_t>(c.rows, 64);
    Tensor plain = bench.device->allocate(DType::F32, {plainRows, c.out});
    const double plainTime =
        bestOf(2, [&] { bench::plainLinear(x.f32(), w.weight.f32(), plain.f32(), plainRows, c.out, c.in); });
    const double flop =
        2.0 * static_cast<double>(c.rows) * static_cast<double>(c.in) * static_cast<double>(c.out);
    measure(state, bench, flop, plainTime * static_cast<double>(c.rows) / static_cast<double>(plainRows),
            [&] { return ops::linear(run, x, w, c.act, residual); });
}

struct AttentionCase {
    const char* name;
    std::int64_t batch, queries, keys;
    int heads;
    std::int64_t depth;
};

constexpr std::array<AttentionCase, 8> kAttention = {{
    {"full/windows", 9, 576, 576, 16, 64},
    {"full/global", 1, 5184, 5184, 16, 64},
    {"full/fusion", 1, 5184, 5184, 8, 32},
    {"full/queries_to_image", 1, 201, 5184, 8, 32},
    {"full/image_to_prompt", 1, 5184, 33, 8, 32},
    {"pocket/self", 1, 256, 256, 4, 24},
    {"pocket/queries", 1, 40, 256, 8, 8},
    {"pocket/clicks", 1, 8, 256, 8, 8},
}};

void attention(benchmark::State& state, const Bench& bench, const AttentionCase& c) {
    const Tensor q = bench.random({c.batch, c.queries, c.heads * c.depth});
    const Tensor k = bench.random({c.batch, c.keys, c.heads * c.depth});
    const Tensor v = bench.random({c.batch, c.keys, c.heads * c.depth});
    AttentionOptions options;
    options.heads = c.heads;
    Run run{*bench.device};
    bench::PlainAttention plain = {};
    plain.tokens = std::min<std::int64_t>(c.keys, 256);
    plain.depth = c.depth;
    std::vector<float> scores(static_cast<std::size_t>(plain.tokens * plain.tokens));
    Tensor y = bench.device->allocate(DType::F32, {plain.tokens, c.depth});
    plain.q = plain.k = plain.v = k.f32();
    plain.scores = scores.data();
    plain.y = y.f32();
    const double plainTime = bestOf(2, [&] { bench::plainAttention(plain); });
    const auto pairs = static_cast<double>(c.batch * c.heads * c.queries * c.keys);
    measure(state, bench, 4.0 * pairs * static_cast<double>(c.depth),
            plainTime * pairs / static_cast<double>(plain.tokens * plain.tokens),
            [&] { return ops::attention(run, q, k, v, options); });
}

struct ConvCase {
    const char* name;
    std::int64_t side, in, out, kernel;
    int stride, padding;
};

constexpr std::array<ConvCase, 6> kConv = {{
    {"full/3x3_288", 288, 256, 256, 3, 1, 1},
    {"full/3x3_72", 72, 256, 256, 3, 1, 1},
    {"full/patches", 1008, 3, 1024, 14, 14, 0},
    {"full/1x1_288", 288, 256, 32, 1, 1, 0},
    {"pocket/3x3_32", 32, 64, 64, 3, 1, 1},
    {"pocket/stem", 256, 3, 32, 3, 2, 1},
}};

void conv(benchmark::State& state, const Bench& bench, const ConvCase& c) {
    const Tensor x = bench.random({c.side, c.side, c.in});
    const ConvWeights w = {bench.random({c.out, c.kernel, c.kernel, c.in}), bench.random({c.out}), c.stride,
                           c.padding};
    Run run{*bench.device};
    const std::int64_t depth = c.kernel * c.kernel * c.in;
    const std::int64_t side = (c.side + 2 * c.padding - c.kernel) / c.stride + 1;
    const Tensor unfolded = bench.random({16, depth});
    Tensor plain = bench.device->allocate(DType::F32, {16, c.out});
    const double plainTime =
        bestOf(2, [&] { bench::plainLinear(unfolded.f32(), w.weight.f32(), plain.f32(), 16, c.out, depth); });
    const auto pixels = static_cast<double>(side * side);
    measure(state, bench, 2.0 * pixels * static_cast<double>(depth * c.out), plainTime * pixels / 16,
            [&] { return ops::conv2d(run, x, w); });
}

void gelu(benchmark::State& state, const Bench& bench, std::int64_t count) {
    const Tensor x = bench.random({count});
    Tensor y = bench.device->allocate(DType::F32, {count});
    Run run{*bench.device};
    const double plainTime = bestOf(2, [&] { bench::plainGelu(x.f32(), y.f32(), count); });
    measure(state, bench, 0, plainTime, [&] { return ops::activate(run, x, Activation::Gelu); });
}

void layerNorm(benchmark::State& state, const Bench& bench, std::int64_t rows, std::int64_t width) {
    const Tensor x = bench.random({rows, width});
    Tensor y = bench.device->allocate(DType::F32, {rows, width});
    const NormWeights w = {bench.random({width}), bench.random({width})};
    Run run{*bench.device};
    const double plainTime = bestOf(2, [&] { bench::plainLayerNorm(x.f32(), y.f32(), rows, width); });
    measure(state, bench, 0, plainTime, [&] { return ops::layerNorm(run, x, w, 1e-5F); });
}

void others(benchmark::State& state, const Bench& bench, int which) {
    Run run{*bench.device};
    const Tensor map = bench.random({288, 288, 256});
    const NormWeights norm = {bench.random({256}), bench.random({256})};
    const Tensor qkv = bench.random({9, 576, 3072});
    const RopeTable rope = {bench.random({576, 32}), bench.random({576, 32})};
    const Tensor masks = bench.random({16, 288, 288});
    const Tensor tokens = bench.random({72, 72, 1024});
    measure(state, bench, 0, 0, [&] {
        switch (which) {
        case 0:
            return ops::groupNorm(run, map, norm, 8, 1e-5F, Activation::Relu);
        case 1:
            return ops::splitRope(run, qkv, rope, 16).q;
        case 2:
            return ops::resizeBilinear(run, masks, 1200, 1800);
        case 3:
            return ops::windowPartition(run, tokens, 24);
        default:
            return ops::add(run, map, map);
        }
    });
}

void parallelFor(benchmark::State& state, const Bench& bench) {
    std::vector<float> data(256);
    for (auto _ : state)
        bench.device->threads().parallelFor(8, 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i)
                data[static_cast<std::size_t>(i * 32)] += 1.0F;
        });
}

void registerAll(const Bench& bench) {
    const auto add = [](const std::string& name, auto f) {
        benchmark::RegisterBenchmark(name.c_str(), f)
            ->UseRealTime()
            ->MinTime(1.5)
            ->Unit(benchmark::kMicrosecond);
    };
    for (const LinearCase& c : kLinear)
        add(std::string("linear/") + c.name, [&bench, c](benchmark::State& s) { linear(s, bench, c); });
    for (const AttentionCase& c : kAttention)
        add(std::string("attention/") + c.name, [&bench, c](benchmark::State& s) { attention(s, bench, c); });
    for (const ConvCase& c : kConv)
        add(std::string("conv/") + c.name, [&bench, c](benchmark::State& s) { conv(s, bench, c); });
    add("gelu/5184x4736", [&bench](benchmark::State& s) { gelu(s, bench, std::int64_t{5184} * 4736); });
    add("gelu/256x384", [&bench](benchmark::State& s) { gelu(s, bench, std::int64_t{256} * 384); });
    add("layerNorm/5184x1024", [&bench](benchmark::State& s) { layerNorm(s, bench, 5184, 1024); });
    add("layerNorm/256x96", [&bench](benchmark::State& s) { layerNorm(s, bench, 256, 96); });
    const std::array<const char*, 5> names = {"groupNorm/288x288x256", "splitRope/9x576x3072",
                                              "resizeBilinear/16x288_to_1800x1200",
                                              "windowPartition/72x72x1024", "add/288x288x256"};
    for (int i = 0; i < static_cast<int>(names.size()); ++i)
        add(names[static_cast<std::size_t>(i)], [&bench, i](benchmark::State& s) { others(s, bench, i); });
    add("parallelFor/8", [&bench](benchmark::State& s) { parallelFor(s, bench); });
}

} // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    const Bench bench;
    std::cout << "multiply-add ceiling on " << bench.device->info().name << ": " << bench.peak * 1e-9
              << " GFLOP/s\n";
    registerAll(bench);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
