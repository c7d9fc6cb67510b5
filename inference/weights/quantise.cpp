// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/quantise.h"

#include "inference/device/kernels.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace inference {
namespace {

constexpr auto kBlock = static_cast<std::size_t>(kQuantBlock);
constexpr float kLargest = 127.0F;

template <class Convert> std::vector<std::byte> encodeHalves(std::span<const float> values, Convert toBits) {
    std::vector<std::byte> bytes(values.size() * sizeof(std::uint16_t));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint16_t bits = toBits(values[i]);
        std::memcpy(bytes.data() + i * sizeof(bits), &bits, sizeof(bits));
    }
    return bytes;
}

} // namespace

QuantisedMatrix quantise(std::span<const float> values) {
    assert(values.size() % kBlock == 0);
    QuantisedMatrix matrix;
    matrix.values.resize(values.size());
    matrix.scales.reserve(values.size() / kBlock);
    for (std::size_t begin = 0; begin < values.size(); begin += kBlock) {
        float largest = 0;
        for (const float value : values.subspan(begin, kBlock))
            largest = std::max(largest, std::abs(value));
        const float scale = largest / kLargest;
        matrix.scales.push_back(scale);
        for (std::size_t i = begin; scale > 0 && i < begin + kBlock; ++i)
            matrix.values[i] =
                static_cast<std::int8_t>(std::clamp(std::round(values[i] / scale), -kLargest, kLargest));
    }
    return matrix;
}

std::vector<float> dequantise(std::span<const std::int8_t> values, std::span<const float> scales) {
    assert(values.size() == scales.size() * kBlock);
    std::vector<float> floats(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        floats[i] = static_cast<float>(values[i]) * scales[i / kBlock];
    return floats;
}

std::vector<std::byte> encodeFloats(std::span<const float> values, DType type) {
    if (type == DType::F16)
        return encodeHalves(values, floatToHalf);
    if (type == DType::BF16)
        return encodeHalves(values, floatToBfloat16);
    assert(type == DType::F32);
    const auto bytes = std::as_bytes(values);
    return {bytes.begin(), bytes.end()};
}

} // namespace inference
