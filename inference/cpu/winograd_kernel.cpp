// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/winograd_kernel.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "inference/cpu/winograd_kernel.cpp"
#define HWY_DISABLED_TARGETS HWY_SSSE3
#include <hwy/foreach_target.h> // must come before highway.h

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// Calls f(d, channel) for whole vectors of channels, then for single ones.
template <class F> HWY_INLINE void forChannels(std::int64_t n, const F& f) {
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    std::int64_t c = 0;
    for (; c + lanes <= n; c += lanes)
        f(d, c);
    const hn::CappedTag<float, 1> one;
    for (; c < n; ++c)
        f(one, c);
}

void transformKernel(const std::array<const float*, 9>& g, std::int64_t n, float* to, std::int64_t stride) {
    forChannels(n, [&](auto d, std::int64_t c) HWY_ATTR {
        using V = hn::Vec<decltype(d)>;
        const V half = hn::Set(d, 0.5F);
        V half3[4][3]; // G·g
        for (std::size_t i = 0; i < 3; ++i) {
            const V a = hn::LoadU(d, g[i] + c);
            const V b = hn::LoadU(d, g[3 + i] + c);
            const V e = hn::LoadU(d, g[6 + i] + c);
            half3[0][i] = a;
            half3[1][i] = hn::Mul(half, hn::Add(hn::Add(a, e), b));
            half3[2][i] = hn::Mul(half, hn::Sub(hn::Add(a, e), b));
            half3[3][i] = e;
        }
        for (std::int64_t i = 0; i < 4; ++i) {
            const V* row = half3[i];
            float* out = to + 4 * i * stride + c;
            hn::StoreU(row[0], d, out);
            hn::StoreU(hn::Mul(half, hn::Add(hn::Add(row[0], row[2]), row[1])), d, out + stride);
            hn::StoreU(hn::Mul(half, hn::Sub(hn::Add(row[0], row[2]), row[1])), d, out + 2 * stride);
            hn::StoreU(row[2], d, out + 3 * stride);
        }
    });
}

void transformPixels(const std::array<const float*, kWinogradParts>& d, std::int64_t n, float* to,
                     std::int64_t stride) {
    forChannels(n, [&](auto tag, std::int64_t c) HWY_ATTR {
        using V = hn::Vec<decltype(tag)>;
        V rows[4][4]; // Bᵀ·d
        for (std::size_t i = 0; i < 4; ++i) {
            const V a = hn::LoadU(tag, d[i] + c);
            const V b = hn::LoadU(tag, d[4 + i] + c);
            const V e = hn::LoadU(tag, d[8 + i] + c);
            const V f = hn::LoadU(tag, d[12 + i] + c);
            rows[0][i] = hn::Sub(a, e);
            rows[1][i] = hn::Add(b, e);
            rows[2][i] = hn::Sub(e, b);
            rows[3][i] = hn::Sub(b, f);
        }
        for (std::int64_t i = 0; i < 4; ++i) {
            const V* row = rows[i];
            float* out = to + 4 * i * stride + c;
            hn::StoreU(hn::Sub(row[0], row[2]), tag, out);
            hn::StoreU(hn::Add(row[1], row[2]), tag, out + stride);
            hn::StoreU(hn::Sub(row[2], row[1]), tag, out + 2 * stride);
            hn::StoreU(hn::Sub(row[1], row[3]), tag, out + 3 * stride);
        }
    });
}

void transformBack(const float* m, std::int64_t stride, std::int64_t n, const std::array<float*, 4>& to) {
    forChannels(n, [&](auto d, std::int64_t c) HWY_ATTR {
        using V = hn::Vec<decltype(d)>;
        V rows[2][4]; // Aᵀ·m
        for (std::int64_t i = 0; i < 4; ++i) {
            const float* column = m + i * stride + c;
            const V a = hn::LoadU(d, column);
            const V b = hn::LoadU(d, column + 4 * stride);
            const V e = hn::LoadU(d, column + 8 * stride);
            const V f = hn::LoadU(d, column + 12 * stride);
            rows[0][i] = hn::Add(hn::Add(a, b), e);
            rows[1][i] = hn::Sub(hn::Sub(b, e), f);
        }
        for (std::size_t i = 0; i < 2; ++i) {
            const V* row = rows[i];
            if (to[2 * i])
                hn::StoreU(hn::Add(hn::Add(row[0], row[1]), row[2]), d, to[2 * i] + c);
            if (to[2 * i + 1])
                hn::StoreU(hn::Sub(hn::Sub(row[1], row[2]), row[3]), d, to[2 * i + 1] + c);
        }
    });
}

} // namespace
} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace inference::cpu {

HWY_EXPORT(transformKernel);
HWY_EXPORT(transformPixels);
HWY_EXPORT(transformBack);

void transformKernel(const std::array<const float*, 9>& g, std::int64_t n, float* to, std::int64_t stride) {
    HWY_DYNAMIC_DISPATCH(transformKernel)(g, n, to, stride);
}

void transformPixels(const std::array<const float*, kWinogradParts>& d, std::int64_t n, float* to,
                     std::int64_t stride) {
    HWY_DYNAMIC_DISPATCH(transformPixels)(d, n, to, stride);
}

void transformBack(const float* m, std::int64_t stride, std::int64_t n, const std::array<float*, 4>& to) {
    HWY_DYNAMIC_DISPATCH(transformBack)(m, stride, n, to);
}

} // namespace inference::cpu
#endif
