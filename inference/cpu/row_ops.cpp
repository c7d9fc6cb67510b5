// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/row_ops.h"

#include <cmath>
#include <cstring>
#include <limits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "inference/cpu/row_ops.cpp"
#define HWY_DISABLED_TARGETS HWY_SSSE3
#include <hwy/foreach_target.h> // must come before highway.h

#include <hwy/highway.h>

#include "inference/cpu/vector_math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {
namespace {

constexpr std::size_t kMostLanes = HWY_MAX_BYTES / sizeof(float);

/// The last elements of a row, filled up with zeros; never reads or writes past them.
V loadPart(D d, const float* from, std::size_t n) {
    HWY_ALIGN float buffer[kMostLanes] = {};
    std::memcpy(buffer, from, n * sizeof(float));
    return hn::Load(d, buffer);
}

void storePart(D d, V value, float* to, std::size_t n) {
    HWY_ALIGN float buffer[kMostLanes];
    hn::Store(value, d, buffer);
    std::memcpy(to, buffer, n * sizeof(float));
}

/// y[i] = f(i): `f(load)` gets a function that loads the current lanes of any row.
template <class F> HWY_INLINE void mapRow(float* y, std::size_t n, const F& f) {
    const D d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= n; i += lanes)
        hn::StoreU(f([&](const float* row) HWY_ATTR { return hn::LoadU(d, row + i); }), d, y + i);
    if (i < n)
        storePart(d, f([&](const float* row) HWY_ATTR { return loadPart(d, row + i, n - i); }), y + i, n - i);
}

void activateRow(const float* x, float* y, std::size_t n, Activation act) {
    withActivation(act, [&](const auto& f) HWY_ATTR {
        mapRow(y, n, [&](const auto& load) HWY_ATTR { return f(load(x)); });
    });
}

void exponentialRow(float* x, std::size_t n) {
    const D d;
    mapRow(x, n, [&](const auto& load) HWY_ATTR { return exponential(d, load(x)); });
}

void addRow(const float* a, const float* b, float* y, std::size_t n) {
    mapRow(y, n, [&](const auto& load) HWY_ATTR { return hn::Add(load(a), load(b)); });
}

void finishRow(float* y, const float* bias, const float* residual, std::size_t n, Activation act) {
    withActivation(act, [&](const auto& f) HWY_ATTR {
        if (bias && residual)
            mapRow(y, n, [&](const auto& load) HWY_ATTR {
                return f(hn::Add(hn::Add(load(y), load(bias)), load(residual)));
            });
        else if (bias)
            mapRow(y, n, [&](const auto& load) HWY_ATTR { return f(hn::Add(load(y), load(bias))); });
        else if (residual)
            mapRow(y, n, [&](const auto& load) HWY_ATTR { return f(hn::Add(load(y), load(residual))); });
        else
            mapRow(y, n, [&](const auto& load) HWY_ATTR { return f(load(y)); });
    });
}

/// Sum over the row of f(value); lanes beyond the row do not count.
template <class F> HWY_INLINE float sumRow(const float* x, std::size_t n, const F& f) {
    const D d;
    const std::size_t lanes = hn::Lanes(d);
    V even = hn::Zero(d);
    V odd = hn::Zero(d);
    std::size_t i = 0;
    for (; i + 2 * lanes <= n; i += 2 * lanes) {
        even = hn::Add(even, f(hn::LoadU(d, x + i)));
        odd = hn::Add(odd, f(hn::LoadU(d, x + i + lanes)));
    }
    for (; i < n; i += lanes) {
        const std::size_t left = std::min(lanes, n - i);
        even = hn::Add(even, hn::IfThenElseZero(hn::FirstN(d, left), f(loadPart(d, x + i, left))));
    }
    return hn::GetLane(hn::SumOfLanes(d, hn::Add(even, odd)));
}

void layerNormRow(const float* x, float* y, std::size_t n, const RowNorm& norm) {
    const D d;
    const auto count = static_cast<float>(n);
    const float mean = sumRow(x, n, [](V v) HWY_ATTR { return v; }) / count;
    const V means = hn::Set(d, mean);
    const float squares = sumRow(x, n, [=](V v) HWY_ATTR {
        const V off = hn::Sub(v, means);
        return hn::Mul(off, off);
    });
    const V inverse = hn::Set(d, 1.0F / std::sqrt(squares / count + norm.epsilon));
    withActivation(norm.act, [&](const auto& f) HWY_ATTR {
        mapRow(y, n, [&](const auto& load) HWY_ATTR {
            return f(hn::MulAdd(hn::Mul(hn::Sub(load(x), means), inverse), load(norm.gain), load(norm.bias)));
        });
    });
}

void affineRow(const float* x, float* y, std::size_t n, const RowAffine& affine) {
    withActivation(affine.act, [&](const auto& f) HWY_ATTR {
        mapRow(y, n, [&](const auto& load) HWY_ATTR {
            return f(hn::MulAdd(hn::Sub(load(x), load(affine.mean)), load(affine.scale), load(affine.shift)));
        });
    });
}

void accumulateRow(const float* x, float* sum, std::size_t n) {
    mapRow(sum, n, [&](const auto& load) HWY_ATTR { return hn::Add(load(sum), load(x)); });
}

void accumulateSquaresRow(const float* x, const float* mean, float* sum, std::size_t n) {
    mapRow(sum, n, [&](const auto& load) HWY_ATTR {
        const V off = hn::Sub(load(x), load(mean));
        return hn::MulAdd(off, off, load(sum));
    });
}

void ropeRow(const float* x, const float* cosine, const float* sine, float* y, std::size_t pairs) {
    const D d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t p = 0;
    for (; p + lanes <= pairs; p += lanes) {
        V a;
        V b;
        hn::LoadInterleaved2(d, x + 2 * p, a, b);
        const V c = hn::LoadU(d, cosine + p);
        const V s = hn::LoadU(d, sine + p);
        hn::StoreInterleaved2(hn::NegMulAdd(b, s, hn::Mul(a, c)), hn::MulAdd(a, s, hn::Mul(b, c)), d,
                              y + 2 * p);
    }
    for (; p < pairs; ++p) {
        const float a = x[2 * p];
        const float b = x[2 * p + 1];
        y[2 * p] = a * cosine[p] - b * sine[p];
        y[2 * p + 1] = a * sine[p] + b * cosine[p];
    }
}

void lerpRow(const float* a, const float* b, float t, float* y, std::size_t n) {
    const D d;
    const V weight = hn::Set(d, t);
    mapRow(y, n,
           [&](const auto& load) HWY_ATTR { return hn::MulAdd(hn::Sub(load(b), load(a)), weight, load(a)); });
}

void accumulateScaledRow(const float* x, float factor, float* y, std::size_t n) {
    const D d;
    const V weight = hn::Set(d, factor);
    mapRow(y, n, [&](const auto& load) HWY_ATTR { return hn::MulAdd(load(x), weight, load(y)); });
}

void scaleRow(float* x, float factor, std::size_t n) {
    const D d;
    const V weight = hn::Set(d, factor);
    mapRow(x, n, [&](const auto& load) HWY_ATTR { return hn::Mul(load(x), weight); });
}

} // namespace
} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace inference::cpu {

HWY_EXPORT(activateRow);
HWY_EXPORT(addRow);
HWY_EXPORT(finishRow);
HWY_EXPORT(exponentialRow);
HWY_EXPORT(layerNormRow);
HWY_EXPORT(affineRow);
HWY_EXPORT(accumulateRow);
HWY_EXPORT(accumulateSquaresRow);
HWY_EXPORT(ropeRow);
HWY_EXPORT(lerpRow);
HWY_EXPORT(accumulateScaledRow);
HWY_EXPORT(scaleRow);

void activateRow(const float* x, float* y, std::size_t n, Activation act) {
    HWY_DYNAMIC_DISPATCH(activateRow)(x, y, n, act);
}

void exponentialRow(float* x, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(exponentialRow)(x, n);
}

void addRow(const float* a, const float* b, float* y, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(addRow)(a, b, y, n);
}

void finishRow(float* y, const float* bias, const float* residual, std::size_t n, Activation act) {
    HWY_DYNAMIC_DISPATCH(finishRow)(y, bias, residual, n, act);
}

void layerNormRow(const float* x, float* y, std::size_t n, const RowNorm& norm) {
    HWY_DYNAMIC_DISPATCH(layerNormRow)(x, y, n, norm);
}

void affineRow(const float* x, float* y, std::size_t n, const RowAffine& affine) {
    HWY_DYNAMIC_DISPATCH(affineRow)(x, y, n, affine);
}

void accumulateRow(const float* x, float* sum, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(accumulateRow)(x, sum, n);
}

void accumulateSquaresRow(const float* x, const float* mean, float* sum, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(accumulateSquaresRow)(x, mean, sum, n);
}

void ropeRow(const float* x, const float* cosine, const float* sine, float* y, std::size_t pairs) {
    HWY_DYNAMIC_DISPATCH(ropeRow)(x, cosine, sine, y, pairs);
}

void lerpRow(const float* a, const float* b, float t, float* y, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(lerpRow)(a, b, t, y, n);
}

void accumulateScaledRow(const float* x, float factor, float* y, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(accumulateScaledRow)(x, factor, y, n);
}

void scaleRow(float* x, float factor, std::size_t n) {
    HWY_DYNAMIC_DISPATCH(scaleRow)(x, factor, n);
}

} // namespace inference::cpu
#endif
