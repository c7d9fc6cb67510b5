// SPDX-License-Identifier: Apache-2.0
#include "inference/base/trace.h"
#include "inference/device/device.h"
#include "inference/tensor/tensor.h"
#include "tests/support/inference/naive_kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <thread>

namespace inference::test {

namespace {

std::unique_ptr<Device> cpu() {
    return openDevice(DeviceChoice::Cpu, 1).value();
}

Tensor counting(Device& device, const Shape& shape) {
    Tensor tensor = device.allocate(DType::F32, shape);
    std::iota(tensor.f32(), tensor.f32() + tensor.count(), 0.0F);
    return tensor;
}

} // namespace

TEST(Tensor, describesItself) {
    const auto device = cpu();
    const Tensor x = device->allocate(DType::F16, {3, 4, 5});
    EXPECT_EQ(x.rank(), 3);
    EXPECT_EQ(x.dim(-1), 5);
    EXPECT_EQ(x.dim(0), 3);
    EXPECT_EQ(x.count(), 60);
    EXPECT_EQ(x.bytes(), 120U);
    EXPECT_EQ(toString(x.shape()), "[3, 4, 5]");
    EXPECT_EQ(toString({}), "[]");
    EXPECT_EQ(elementCount({}), 1);
    EXPECT_TRUE(Tensor().isEmpty());
    EXPECT_FALSE(device->allocate(DType::F32, {0, 4}).isEmpty())
        << "no elements is not the same as no tensor";
}

TEST(Tensor, rowsShareMemoryAndSurviveTheWhole) {
    const auto device = cpu();
    Tensor middle;
    {
        Tensor whole = counting(*device, {4, 2, 3});
        middle = whole.rows(1, 3);
        whole.f32()[6] = 60.0F;
    }
    EXPECT_EQ(middle.shape(), (Shape{2, 2, 3}));
    EXPECT_EQ(middle.f32()[0], 60.0F);
    EXPECT_EQ(middle.f32()[11], 17.0F);
    EXPECT_EQ(middle.rows(1, 2).f32()[0], 12.0F);
    EXPECT_EQ(middle.rows(2, 2).count(), 0);
    EXPECT_EQ(middle.reshaped({12}).f32()[11], 17.0F);
}

TEST(CpuDevice, memoryIsAlignedAndReused) {
    const auto device = cpu();
    for (const std::int64_t count : {0, 1, 17, 1000, 3000000}) {
        const void* first = nullptr;
        {
            const Tensor x = device->allocate(DType::F32, {count});
            first = x.data();
            EXPECT_EQ(reinterpret_cast<std::uintptr_t>(first) % 64, 0U);
        }
        const Tensor again = device->allocate(DType::F32, {count});
        EXPECT_EQ(again.data(), first) << "a freed block serves the next request of its size";
        const Tensor other = device->allocate(DType::F32, {count});
        EXPECT_NE(other.data(), first) << "a block in use serves nobody else";
    }
}

TEST(CpuDevice, tensorsOutliveTheDeviceAndDieOnOtherThreads) {
    auto device = cpu();
    Tensor x = counting(*device, {1000});
    device.reset();
    EXPECT_EQ(x.f32()[999], 999.0F);
    std::thread([moved = std::move(x)]() mutable { moved = Tensor(); }).join();

    const auto shared = cpu();
    std::vector<std::thread> threads;
    for (int t = 0; t < 3; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 200; ++i) {
                Tensor block = shared->allocate(DType::F32, {256});
                std::fill_n(block.f32(), 256, static_cast<float>(t));
                EXPECT_TRUE(std::all_of(block.f32(), block.f32() + 256,
                                        [&](float v) { return v == static_cast<float>(t); }));
            }
        });
    for (std::thread& thread : threads)
        thread.join();
}

TEST(CpuDevice, refusesANegativeNumberOfThreads) {
    const auto device = openDevice(DeviceChoice::Cpu, -2);
    ASSERT_FALSE(device);
    EXPECT_EQ(device.error().code, ErrorCode::InvalidArgument);
}

TEST(Trace, addsTimesInOrderOfFirstUse) {
    Trace trace;
    trace.addTime("b", 1.5, 3);
    trace.addTime("a", 2, 0);
    trace.addTime("b", 0.5, 4);
    { const Trace::Scope scope(&trace, "c"); }
    { const Trace::Scope nothing(nullptr, "d"); }
    ASSERT_EQ(trace.times().size(), 3U);
    EXPECT_EQ(trace.times()[0].stage, "b");
    EXPECT_EQ(trace.times()[0].milliseconds, 2);
    EXPECT_EQ(trace.times()[0].calls, 2);
    EXPECT_EQ(trace.times()[0].flop, 7);
    EXPECT_EQ(trace.times()[2].stage, "c");
    EXPECT_GE(trace.times()[2].milliseconds, 0);
}

TEST(Trace, workCountsInEveryScopeAroundIt) {
    Trace trace;
    {
        const Trace::Scope whole(&trace, "encoder");
        trace.addWork(5);
        {
            const Trace::Scope part(&trace, "encoder/mlp");
            trace.addWork(8);
        }
    }
    ASSERT_EQ(trace.times().size(), 2U);
    EXPECT_EQ(trace.times()[0].stage, "encoder/mlp");
    EXPECT_EQ(trace.times()[0].flop, 8);
    EXPECT_EQ(trace.times()[1].flop, 13);
}

TEST(Trace, handsTapsToTheSink) {
    const auto device = makeNaiveDevice();
    Trace trace;
    trace.tap("lost", device->allocate(DType::F32, {1}));
    EXPECT_FALSE(trace.wantsTaps());
    std::string seen;
    trace.setTapSink([&](const std::string& name, const Tensor& x) { seen += name + toString(x.shape()); });
    EXPECT_TRUE(trace.wantsTaps());
    trace.tap("trunk", device->allocate(DType::F32, {2, 3}));
    EXPECT_EQ(seen, "trunk[2, 3]");
}

} // namespace inference::test
