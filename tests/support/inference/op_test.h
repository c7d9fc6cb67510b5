// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/device/device.h"
#include "inference/ops/ops.h"
#include "tests/support/inference/naive_kernels.h"
#include "tests/support/inference/tensor_matchers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

namespace inference::test {

/// Runs operations on a backend and on the naive kernels. The parameter is the number of threads.
class OpTest : public ::testing::TestWithParam<int> {
protected:
    using Run = inference::Run; // testing::Test has a private member of that name

    OpTest() : m_device(openDevice(DeviceChoice::Cpu, GetParam()).value()), m_naive(makeNaiveDevice()) {}

    Tensor random(const Shape& shape, float low = -1.0F, float high = 1.0F) {
        std::uniform_real_distribution<float> distribution(low, high);
        std::vector<float> values(static_cast<std::size_t>(elementCount(shape)));
        std::generate(values.begin(), values.end(), [&] { return distribution(m_engine); });
        return ops::fromHost(reference, values, shape);
    }

    Tensor values(const std::vector<float>& list, const Shape& shape) {
        return ops::fromHost(reference, list, shape);
    }

    /// `op(run)` gives the same tensor on both; the backend's result is written over NaN, so what it leaves
    /// out shows.
    template <class Op> void expectSame(const Op& op, double tolerance) {
        const Tensor expected = op(reference);
        {
            Tensor stale = m_device->allocate(DType::F32, expected.shape());
            std::fill_n(stale.f32(), stale.count(), std::numeric_limits<float>::quiet_NaN());
        }
        const Tensor actual = op(backend);
        EXPECT_TENSOR_NEAR(actual, expected, tolerance);
    }

private:
    std::unique_ptr<Device> m_device;
    std::unique_ptr<Device> m_naive;
    std::mt19937 m_engine{20240517};

protected:
    Run backend{*m_device};
    Run reference{*m_naive};
};

} // namespace inference::test
