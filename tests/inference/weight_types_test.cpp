// SPDX-License-Identifier: Apache-2.0
// Linear layers whose weights are stored as f16, bf16 or 8-bit integers.
#include "tests/support/inference/op_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace inference::test {
namespace {

class WeightTypesTest : public OpTest {
protected:
    Tensor asHalf(const Tensor& weight, DType type) {
        std::vector<std::uint16_t> bits(static_cast<std::size_t>(weight.count()));
        for (std::size_t i = 0; i < bits.size(); ++i)
            bits[i] = type == DType::F16 ? floatToHalf(weight.f32()[i]) : floatToBfloat16(weight.f32()[i]);
        return backend.device.upload(std::as_bytes(std::span(bits)), type, weight.shape());
    }
    /// The values that a stored weight stands for.
    Tensor widened(const LinearWeights& w) {
        std::vector<float> all(static_cast<std::size_t>(w.weight.count()));
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (w.weight.type() == DType::I8)
                all[i] = static_cast<float>(static_cast<const std::int8_t*>(w.weight.data())[i]) *
                         w.scale.f32()[i / kQuantBlock];
            else if (w.weight.type() == DType::F16)
                all[i] = halfToFloat(static_cast<const std::uint16_t*>(w.weight.data())[i]);
            else
                all[i] = bfloat16ToFloat(static_cast<const std::uint16_t*>(w.weight.data())[i]);
        }
        return values(all, w.weight.shape());
    }
    LinearWeights asBytes(const Tensor& weight) {
        std::vector<std::int8_t> bytes(static_cast<std::size_t>(weight.count()));
        std::vector<float> scales(bytes.size() / kQuantBlock);
        for (std::size_t b = 0; b < scales.size(); ++b) {
            const float* from = weight.f32() + b * kQuantBlock;
            float largest = 0;
            for (int k = 0; k < kQuantBlock; ++k)
                largest = std::max(largest, std::abs(from[k]));
            scales[b] = largest / 127.0F;
            for (int k = 0; k < kQuantBlock; ++k)
                bytes[b * kQuantBlock + static_cast<std::size_t>(k)] =
                    static_cast<std::int8_t>(std::lround(from[k] / scales[b]));
        }
        LinearWeights w;
        w.weight = backend.device.upload(std::as_bytes(std::span(bytes)), DType::I8, weight.shape());
        w.scale = values(scales, {weight.dim(0), weight.dim(1) / kQuantBlock});
        return w;
    }
};

constexpr std::int64_t kRows[] = {1, 3, 7, 32, 33, 100, 301};

TEST_P(WeightTypesTest, halfWeightsGiveWhatTheirValuesGive) {
    for (const DType type : {DType::F16, DType::BF16})
        for (const std::int64_t rows : kRows) {
            const Tensor x = random({rows, 130});
            const LinearWeights half{asHalf(random({75, 130}), type), random({75})};
            const LinearWeights whole{widened(half), half.bias};
            EXPECT_TENSOR_NEAR(ops::linear(backend, x, half, Activation::Gelu),
                               ops::linear(reference, x, whole, Activation::Gelu), 2e-5);
        }
}

/// Activations as the byte products round them: to 127 steps of the largest of each block.
std::vector<float> roundedInput(const Tensor& x) {
    std::vector<float> rounded(static_cast<std::size_t>(x.count()));
    for (std::size_t b = 0; b < rounded.size() / kQuantBlock; ++b) {
        const float* from = x.f32() + b * kQuantBlock;
        float largest = 0;
        for (int k = 0; k < kQuantBlock; ++k)
            largest = std::max(largest, std::abs(from[k]));
        for (int k = 0; k < kQuantBlock; ++k) {
            const float inverse = largest > 0 ? 127.0F / largest : 0.0F;
            rounded[b * kQuantBlock + static_cast<std::size_t>(k)] =
                std::nearbyint(from[k] * inverse) * (largest / 127.0F);
        }
    }
    return rounded;
}

TEST_P(WeightTypesTest, byteProductsAreExactButForTheRounding) {
    for (const std::int64_t rows : kRows)
        for (const std::int64_t depth : {64, 192, 1024}) {
            const Tensor x = random({rows, depth}, -3.0F, 3.0F);
            LinearWeights bytes = asBytes(random({77, depth}));
            bytes.bias = random({77});
            const LinearWeights whole{widened(bytes), bytes.bias};
            const Tensor residual = random({rows, 77});
            const Tensor actual = ops::linear(backend, x, bytes, Activation::Relu, residual);
            const bool isRounded = rows > 32; // fewer rows are multiplied as floats
            const Tensor input = isRounded ? values(roundedInput(x), x.shape()) : x;
            EXPECT_TENSOR_NEAR(actual, ops::linear(reference, input, whole, Activation::Relu, residual),
                               3e-4);
            const Tensor exact = ops::linear(reference, x, whole, Activation::Relu, residual);
            EXPECT_LT(difference(actual, exact).relativeNorm, 0.01);
        }
}

TEST_P(WeightTypesTest, rowsOfZerosStayZeros) {
    const Tensor x = values(std::vector<float>(std::size_t{40} * 64, 0.0F), {40, 64});
    const Tensor y = ops::linear(backend, x, asBytes(random({64, 64})), Activation::None);
    for (std::int64_t i = 0; i < y.count(); ++i)
        ASSERT_EQ(y.f32()[i], 0.0F);
}

INSTANTIATE_TEST_SUITE_P(CpuThreads, WeightTypesTest, ::testing::Values(1, 3));

} // namespace
} // namespace inference::test
