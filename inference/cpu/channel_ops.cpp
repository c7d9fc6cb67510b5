// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/channel_ops.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "inference/cpu/channel_ops.cpp"
#define HWY_DISABLED_TARGETS HWY_SSSE3
#include <hwy/foreach_target.h> // must come before highway.h

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;
using One = hn::CappedTag<float, 1>;

/// Calls f(tag, i) for whole vectors of [0, n), then with a tag of one lane for what is left.
template <class F> HWY_INLINE void forLanes(std::size_t n, const F& f) {
    const D d;
    std::size_t i = 0;
    for (; i + hn::Lanes(d) <= n; i += hn::Lanes(d))
        f(d, i);
    for (; i < n; ++i)
        f(One(), i);
}

/// Pixels whose sums share each loaded weight.
constexpr std::size_t kPixels = 4;

/// Pixels [first, first + kPixels) of lanes [c, c + lanes).
template <class Tag>
HWY_INLINE void fourPixels(Tag d, const DepthwiseSpan& s, std::size_t first, std::size_t c, float* y) {
    const auto start = s.bias ? hn::LoadU(d, s.bias + c) : hn::Zero(d);
    auto a0 = start;
    auto a1 = start;
    auto a2 = start;
    auto a3 = start;
    const std::size_t at = first * s.step + c;
    for (std::size_t t = 0; t < s.tapCount; ++t) {
        const auto weight = hn::LoadU(d, s.taps[t].weight + c);
        const float* x = s.taps[t].x + at;
        a0 = hn::MulAdd(hn::LoadU(d, x), weight, a0);
        a1 = hn::MulAdd(hn::LoadU(d, x + s.step), weight, a1);
        a2 = hn::MulAdd(hn::LoadU(d, x + 2 * s.step), weight, a2);
        a3 = hn::MulAdd(hn::LoadU(d, x + 3 * s.step), weight, a3);
    }
    float* to = y + first * s.channels + c;
    hn::StoreU(a0, d, to);
    hn::StoreU(a1, d, to + s.channels);
    hn::StoreU(a2, d, to + 2 * s.channels);
    hn::StoreU(a3, d, to + 3 * s.channels);
}

template <class Tag>
HWY_INLINE void onePixel(Tag d, const DepthwiseSpan& s, std::size_t pixel, std::size_t c, float* y) {
    auto sum = s.bias ? hn::LoadU(d, s.bias + c) : hn::Zero(d);
    for (std::size_t t = 0; t < s.tapCount; ++t)
        sum = hn::MulAdd(hn::LoadU(d, s.taps[t].x + pixel * s.step + c), hn::LoadU(d, s.taps[t].weight + c),
                         sum);
    hn::StoreU(sum, d, y + pixel * s.channels + c);
}

void depthwiseSpan(const DepthwiseSpan& span, float* y) {
    std::size_t pixel = 0;
    for (; pixel + kPixels <= span.pixels; pixel += kPixels)
        forLanes(span.channels, [&](auto d, std::size_t c) HWY_ATTR { fourPixels(d, span, pixel, c, y); });
    for (; pixel < span.pixels; ++pixel)
        forLanes(span.channels, [&](auto d, std::size_t c) HWY_ATTR { onePixel(d, span, pixel, c, y); });
}

void multiplyRow(const float* x, const float* w, float* y, std::size_t in, std::size_t out) {
    forLanes(out, [&](auto d, std::size_t o) HWY_ATTR {
        auto sum = hn::Zero(d);
        for (std::size_t i = 0; i < in; ++i)
            sum = hn::MulAdd(hn::Set(d, x[i]), hn::LoadU(d, w + i * out + o), sum);
        hn::StoreU(sum, d, y + o);
    });
}

void reluRow(const float* x, float* y, std::size_t n) {
    forLanes(n, [&](auto d, std::size_t i)
                    HWY_ATTR { hn::StoreU(hn::Max(hn::LoadU(d, x + i), hn::Zero(d)), d, y + i); });
}

void accumulateOuter(const float* k, const float* v, float* sums, std::size_t depth) {
    forLanes(depth, [&](auto d, std::size_t c) HWY_ATTR {
        const auto value = hn::LoadU(d, v + c);
        for (std::size_t i = 0; i < depth; ++i) {
            float* sum = sums + i * depth + c;
            hn::StoreU(hn::MulAdd(hn::Set(d, k[i]), value, hn::LoadU(d, sum)), d, sum);
        }
    });
}

void multiplyElements(const float* x, const float* factors, float* y, std::size_t n) {
    forLanes(n, [&](auto d, std::size_t i) HWY_ATTR {
        hn::StoreU(hn::Mul(hn::LoadU(d, x + i), hn::LoadU(d, factors + i)), d, y + i);
    });
}

} // namespace
} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace inference::cpu {

HWY_EXPORT(depthwiseSpan);
HWY_EXPORT(multiplyRow);
HWY_EXPORT(reluRow);
HWY_EXPORT(accumulateOuter);
HWY_EXPORT(multiplyElements);

void depthwiseSpan(const DepthwiseSpan& span, float* y) {
    HWY_DYNAMIC_DISPATCH(depthwiseSpan)(span, y);
}

void multiplyRow(const float* x, const float* w, float* y, std::size_t in, std::size_t out) {
    HWY_DYNAMIC_DISPATCH(multiplyRow)(x, w, y, in, out);
}

void reluRow(const float* x, float* y, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(reluRow)(x, y, n);
}

void accumulateOuter(const float* k, const float* v, float* sums, std::size_t depth) {
    HWY_DYNAMIC_DISPATCH(accumulateOuter)(k, v, sums, depth);
}

void multiplyElements(const float* x, const float* factors, float* y, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(multiplyElements)(x, factors, y, n);
}

} // namespace inference::cpu
#endif
