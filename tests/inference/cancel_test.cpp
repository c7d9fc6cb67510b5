// SPDX-License-Identifier: Apache-2.0
#include "inference/base/parallel.h"
#include "inference/device/device.h"
#include "inference/ops/ops.h"
#include "tests/support/slowdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <functional>
#include <limits>
#include <stop_token>
#include <thread>

namespace inference::test {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// Operations by name, each over inputs of ones, with a result that is all finite when it ran to its end.
struct NamedOp {
    const char* name;
    std::function<Tensor(inference::Run&)> op;
};

class CancelTest : public ::testing::Test {
protected:
    std::unique_ptr<Device> device = openDevice(DeviceChoice::Cpu, 2).value();

    Tensor ones(const Shape& shape) {
        Tensor x = device->allocate(DType::F32, shape);
        std::fill_n(x.f32(), x.count(), 1.0F);
        return x;
    }

    NormWeights norm(std::int64_t width) { return {ones({width}), ones({width})}; }

    std::vector<NamedOp> everyOp() {
        using R = inference::Run;
        const Tensor map = ones({8, 8, 8});
        const Tensor rows = ones({16, 8});
        const Tensor batch = ones({1, 16, 24});
        const Tensor boxes = ones({3, 4});
        const std::vector<Tensor> pair = {rows, rows};
        return {
            {"linear",
             [=, w = ones({8, 8})](R& run) {
                 return ops::linear(run, rows, {w, {}});
             }},
            {"matmulTransposed", [=](R& run) { return ops::matmulTransposed(run, rows, rows); }},
            {"add", [=](R& run) { return ops::add(run, rows, rows); }},
            {"activate", [=](R& run) { return ops::activate(run, rows, Activation::Gelu); }},
            {"layerNorm", [=, n = norm(8)](R& run) { return ops::layerNorm(run, rows, n, 1e-5F); }},
            {"groupNorm",
             [=, n = norm(8)](R& run) { return ops::groupNorm(run, map, n, 2, 1e-5F, Activation::None); }},
            {"splitRope",
             [=, t = ones({16, 2})](R& run) {
                 return ops::splitRope(run, batch, {t, t}, 2).q;
             }},
            {"attention", [=](R& run) { return ops::attention(run, rows, rows, rows, {}); }},
            {"windowPartition", [=](R& run) { return ops::windowPartition(run, map, 3); }},
            {"windowUnpartition",
             [=, x = ones({9, 9, 8})](R& run) { return ops::windowUnpartition(run, x, 3, 8, 8); }},
            {"conv2d",
             [=, w = ones({4, 3, 3, 8})](R& run) {
                 return ops::conv2d(run, map, {w, {}, 1, 1});
             }},
            {"pixelShuffle2", [=](R& run) { return ops::pixelShuffle2(run, map); }},
            {"addUpsampled2",
             [=, low = ones({4, 4, 8})](R& run) { return ops::addUpsampled2(run, map, low); }},
            {"resizeBilinear", [=](R& run) { return ops::resizeBilinear(run, map, 5, 5); }},
            {"roiAlign", [=](R& run) { return ops::roiAlign(run, map, boxes, 7); }},
            {"samplePoints", [=, p = ones({5, 2})](R& run) { return ops::samplePoints(run, map, p); }},
            {"gatherRows",
             [=](R& run) {
                 const std::int32_t ids[] = {1, 2};
                 return ops::gatherRows(run, rows, ids);
             }},
            {"concatRows", [=](R& run) { return ops::concatRows(run, pair); }},
            {"concatChannels", [=](R& run) { return ops::concatChannels(run, pair); }},
            {"meanRows", [=](R& run) { return ops::meanRows(run, rows); }},
            {"sineEncode",
             [=](R& run) {
                 const int order[] = {0, 1};
                 return ops::sineEncode(run, boxes, order, 8);
             }},
            {"refineBoxes", [=](R& run) { return ops::refineBoxes(run, boxes, boxes); }},
            {"boxEdgeDistances", [=](R& run) { return ops::boxEdgeDistances(run, boxes, 5)[1]; }},
            {"boxBias", [=, b = ones({3, 4, 2})](R& run) { return ops::boxBias(run, b, b); }},
        };
    }

    /// Leaves freed blocks full of NaN for the next results of this shape.
    void poison(const Shape& shape) {
        std::array<Tensor, 3> blocks;
        for (Tensor& x : blocks) {
            x = device->allocate(DType::F32, shape);
            std::fill_n(x.f32(), x.count(), std::numeric_limits<float>::quiet_NaN());
        }
    }

    /// Milliseconds from asking `op` to stop, after `delay`, until it is back.
    template <class Op> double timeToIdle(Milliseconds delay, const Op& op) {
        std::stop_source source;
        inference::Run run{*device, source.get_token()};
        Clock::time_point asked;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(delay);
            asked = Clock::now();
            source.request_stop();
        });
        op(run);
        const Clock::time_point back = Clock::now();
        stopper.join();
        EXPECT_GE(back, asked) << "the operation was over before it was asked to stop: choose a larger one";
        return Milliseconds(back - asked).count();
    }
};

bool isAllNan(const Tensor& x) {
    return std::all_of(x.f32(), x.f32() + x.count(), [](float v) { return std::isnan(v); });
}

bool isAllFinite(const Tensor& x) {
    return std::all_of(x.f32(), x.f32() + x.count(), [](float v) { return std::isfinite(v); });
}

} // namespace

TEST_F(CancelTest, everyKernelYieldsAndThenLeavesAStoppedRunAlone) {
    for (const NamedOp& named : everyOp()) {
        SCOPED_TRACE(named.name);
        std::stop_source source;
        int yields = 0;
        inference::Run run{*device, source.get_token()};
        run.yield = [&] { ++yields; };
        const Shape shape = named.op(run).shape();
        EXPECT_GE(yields, 1);
        poison(shape);
        EXPECT_TRUE(isAllFinite(named.op(run)));
        source.request_stop();
        yields = 0;
        poison(shape);
        EXPECT_TRUE(isAllNan(named.op(run)));
        EXPECT_EQ(yields, 0) << "a dead run starts nobody else's work";
    }
}

TEST_F(CancelTest, longKernelsYieldOnTheCallingThreadOnly) {
    const Tensor x = ones({3000, 1024});
    const Tensor weight = ones({1024, 1024});
    const Tensor map = ones({96, 96, 128});
    const Tensor kernel = ones({128, 3, 3, 128});
    const std::thread::id self = std::this_thread::get_id();
    int yields = 0;
    int strayed = 0;
    inference::Run run{*device};
    run.yield = [&] {
        ++yields;
        strayed += std::this_thread::get_id() == self ? 0 : 1;
        // What an interactive job does in here: kernels of its own, on all threads.
        inference::Run inner{*device};
        ops::linear(inner, x.rows(0, 64), {weight, {}});
    };
    AttentionOptions options;
    options.heads = 16;
    for (const std::function<Tensor()>& op :
         std::vector<std::function<Tensor()>>{[&] {
                                                  return ops::linear(run, x, {weight, {}});
                                              },
                                              [&] { return ops::attention(run, x, x, x, options); },
                                              [&] {
                                                  return ops::conv2d(run, map, {kernel, {}, 1, 1});
                                              }}) {
        yields = 0;
        const Tensor y = op();
        EXPECT_GE(yields, 2) << "once before and at least once between panels";
        EXPECT_TRUE(isAllFinite(y));
    }
    EXPECT_EQ(strayed, 0);
}

TEST_F(CancelTest, aKernelContinuesCorrectlyAfterAYield) {
    const Tensor q = ones({600, 256});
    const Tensor plain = [&] {
        inference::Run run{*device};
        return ops::attention(run, q, q, q, {});
    }();
    inference::Run run{*device};
    run.yield = [&] {
        inference::Run inner{*device};
        const Tensor other = ones({50, 256});
        ops::attention(inner, other, other, other, {});
    };
    const Tensor y = ops::attention(run, q, q, q, {});
    EXPECT_TRUE(std::equal(y.f32(), y.f32() + y.count(), plain.f32()));
}

TEST_F(CancelTest,
       timeToIdleAtFullSize) { // the largest operations of the full image encoder; the aim is 200 ms
    const Tensor tokens = ones({5184, 1024});
    const LinearWeights fc1 = {ones({4736, 1024}), ones({4736})};
    AttentionOptions options;
    options.heads = 16;
    const Milliseconds delay(30);
    double worst = 0;
    const auto note = [&](const char* name, double time) {
        RecordProperty(name, static_cast<int>(time));
        worst = std::max(worst, time);
    };
    note("linear",
         timeToIdle(delay, [&](inference::Run& run) { ops::linear(run, tokens, fc1, Activation::Gelu); }));
    note("attention", timeToIdle(delay, [&](inference::Run& run) {
             ops::attention(run, tokens, tokens, tokens, options);
         }));
    const Tensor map = ones({288, 288, 256});
    const Tensor kernel = ones({256, 3, 3, 256});
    note("conv2d", timeToIdle(delay, [&](inference::Run& run) {
             ops::conv2d(run, map, {kernel, {}, 1, 1});
         }));
    EXPECT_LT(worst, 1500 * ::test::kSlowdown) << "generous for a busy machine; see the recorded figures";
}

TEST_F(CancelTest, checkpointSaysCancelledAndReportsProgress) {
    std::stop_source source;
    std::vector<int> reported;
    int yields = 0;
    inference::Run run{*device, source.get_token()};
    run.progress = [&](const Progress& p) { reported.push_back(p.done); };
    run.yield = [&] { ++yields; };
    EXPECT_TRUE(run.checkpoint({"image encoder", 3, 32}));
    source.request_stop();
    const Status status = run.checkpoint({"image encoder", 4, 32});
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(reported, std::vector<int>{3});
    EXPECT_EQ(yields, 1);
}

TEST_F(CancelTest, aStopDuringYieldCounts) {
    std::stop_source source;
    inference::Run run{*device, source.get_token()};
    run.yield = [&] { source.request_stop(); };
    EXPECT_TRUE(run.interrupted());
}

} // namespace inference::test
