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

// The transforms of one dimension, for the points 0, ±1, ±2 and infinity; rows first, then columns.

template <class V> using Six = std::array<V, 6>;

template <class D, class V = hn::Vec<D>> HWY_INLINE Six<V> spreadKernel(D d, V a, V b, V e) {
    const V sixth = hn::Set(d, -1.0F / 6);
    const V outer = hn::Add(a, e);
    const V wide = hn::Mul(hn::Set(d, 1.0F / 24), hn::MulAdd(hn::Set(d, 4.0F), e, a));
    const V middle = hn::Mul(hn::Set(d, 1.0F / 12), b);
    return {hn::Mul(hn::Set(d, 0.25F), a),
            hn::Mul(sixth, hn::Add(outer, b)),
            hn::Mul(sixth, hn::Sub(outer, b)),
            hn::Add(wide, middle),
            hn::Sub(wide, middle),
            e};
}

template <class D, class V = hn::Vec<D>> HWY_INLINE Six<V> spreadPixels(D d, const Six<V>& x) {
    const V two = hn::Set(d, 2.0F);
    const V four = hn::Set(d, 4.0F);
    const V five = hn::Set(d, 5.0F);
    const V even = hn::NegMulAdd(four, x[2], x[4]);
    const V odd = hn::NegMulAdd(four, x[1], x[3]);
    const V near = hn::Sub(x[4], x[2]);
    const V far = hn::Mul(two, hn::Sub(x[3], x[1]));
    return {hn::MulAdd(four, x[0], hn::NegMulAdd(five, x[2], x[4])),
            hn::Add(even, odd),
            hn::Sub(even, odd),
            hn::Add(near, far),
            hn::Sub(near, far),
            hn::MulAdd(four, x[1], hn::NegMulAdd(five, x[3], x[5]))};
}

template <class D, class V = hn::Vec<D>> HWY_INLINE std::array<V, 4> gather(D d, const Six<V>& m) {
    const V ones = hn::Add(m[1], m[2]);
    const V oneOff = hn::Sub(m[1], m[2]);
    const V twos = hn::Add(m[3], m[4]);
    const V twoOff = hn::Sub(m[3], m[4]);
    return {hn::Add(hn::Add(m[0], ones), twos), hn::MulAdd(hn::Set(d, 2.0F), twoOff, oneOff),
            hn::MulAdd(hn::Set(d, 4.0F), twos, ones),
            hn::Add(hn::MulAdd(hn::Set(d, 8.0F), twoOff, oneOff), m[5])};
}

void transformKernel(const std::array<const float*, 9>& g, std::int64_t n, float* to, std::int64_t stride) {
    forChannels(n, [&](auto d, std::int64_t c) HWY_ATTR {
        using V = hn::Vec<decltype(d)>;
        V rows[6][3]; // G·g
        for (std::size_t i = 0; i < 3; ++i) {
            const Six<V> column = spreadKernel(d, hn::LoadU(d, g[i] + c), hn::LoadU(d, g[3 + i] + c),
                                               hn::LoadU(d, g[6 + i] + c));
            for (std::size_t k = 0; k < 6; ++k)
                rows[k][i] = column[k];
        }
        for (std::size_t k = 0; k < 6; ++k) {
            const Six<V> row = spreadKernel(d, rows[k][0], rows[k][1], rows[k][2]);
            for (std::size_t i = 0; i < 6; ++i)
                hn::StoreU(row[i], d, to + static_cast<std::int64_t>(6 * k + i) * stride + c);
        }
    });
}

void transformPixels(const std::array<const float*, kWinogradParts>& x, std::int64_t n, float* to,
                     std::int64_t stride) {
    forChannels(n, [&](auto d, std::int64_t c) HWY_ATTR {
        using V = hn::Vec<decltype(d)>;
        Six<V> rows[6]; // Bᵀ·d
        for (std::size_t i = 0; i < 6; ++i) {
            Six<V> column;
            for (std::size_t k = 0; k < 6; ++k)
                column[k] = hn::LoadU(d, x[6 * k + i] + c);
            column = spreadPixels(d, column);
            for (std::size_t k = 0; k < 6; ++k)
                rows[k][i] = column[k];
        }
        for (std::size_t k = 0; k < 6; ++k) {
            const Six<V> row = spreadPixels(d, rows[k]);
            for (std::size_t i = 0; i < 6; ++i)
                hn::StoreU(row[i], d, to + static_cast<std::int64_t>(6 * k + i) * stride + c);
        }
    });
}

void transformBack(const float* m, std::int64_t stride, std::int64_t n,
                   const std::array<float*, kWinogradOutputs>& to) {
    forChannels(n, [&](auto d, std::int64_t c) HWY_ATTR {
        using V = hn::Vec<decltype(d)>;
        Six<V> rows[4]; // Aᵀ·m
        for (std::size_t i = 0; i < 6; ++i) {
            Six<V> column;
            for (std::size_t k = 0; k < 6; ++k)
                column[k] = hn::LoadU(d, m + static_cast<std::int64_t>(6 * k + i) * stride + c);
            const std::array<V, 4> sums = gather(d, column);
            for (std::size_t k = 0; k < 4; ++k)
                rows[k][i] = sums[k];
        }
        for (std::size_t k = 0; k < 4; ++k) {
            const std::array<V, 4> row = gather(d, rows[k]);
            for (std::size_t i = 0; i < 4; ++i)
                if (to[4 * k + i])
                    hn::StoreU(row[i], d, to[4 * k + i] + c);
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

void transformBack(const float* m, std::int64_t stride, std::int64_t n,
                   const std::array<float*, kWinogradOutputs>& to) {
    HWY_DYNAMIC_DISPATCH(transformBack)(m, stride, n, to);
}

} // namespace inference::cpu
#endif
