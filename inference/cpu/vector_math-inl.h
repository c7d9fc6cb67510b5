// SPDX-License-Identifier: Apache-2.0
// Functions of one vector, for files that are compiled once for each instruction set.
#if defined(INFERENCE_CPU_VECTOR_MATH_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef INFERENCE_CPU_VECTOR_MATH_INL_H
#undef INFERENCE_CPU_VECTOR_MATH_INL_H
#else
#define INFERENCE_CPU_VECTOR_MATH_INL_H
#endif

#include "inference/device/kernels.h"

#include <cstddef>
#include <iterator>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

/// e^x with a relative error of 6e-8; 0 below -87.3, 1.7e38 from 88 on. The polynomial is
/// our own fit of e^r over half an octave on both sides of 0.
HWY_INLINE V exponential(D d, V x) {
    constexpr float kCoefficients[] = {0.0013829409F, 0.0083747795F, 0.04166836F, 0.16666421F,
                                       0.4999999F,    1.0F,          1.0F};
    const V bounded = hn::Min(hn::Max(x, hn::Set(d, -87.33F)), hn::Set(d, 88.0F));
    const V octaves = hn::Round(hn::Mul(bounded, hn::Set(d, 1.44269504F)));
    // ln 2 in two parts, so that the reduction is exact.
    V r = hn::NegMulAdd(octaves, hn::Set(d, 0.693359375F), bounded);
    r = hn::NegMulAdd(octaves, hn::Set(d, -2.12194440e-4F), r);
    V p = hn::Set(d, kCoefficients[0]);
    for (std::size_t i = 1; i < std::size(kCoefficients); ++i)
        p = hn::MulAdd(p, r, hn::Set(d, kCoefficients[i]));
    const hn::RebindToSigned<D> di;
    const V y = hn::BitCast(d, hn::Add(hn::BitCast(di, p), hn::ShiftLeft<23>(hn::ConvertTo(di, octaves))));
    return hn::IfThenElseZero(hn::Ge(x, hn::Set(d, -87.33F)), y);
}

/// x·Φ(x). With a = |x|/√2, erfc(a) = exp(-a²)·p(q)/(1 + 2a) where q = (a - 2)/(a + 2) and p is a polynomial
/// of our own fitting (relative error 1.3e-8); going through erfc keeps the relative accuracy of the negative
/// tail.
HWY_INLINE V gelu(D d, V x) {
    constexpr float kCoefficients[] = {
        -0.0004017211322207004F, -0.0012318853987380862F, 0.0013137275818735361F, 0.008633279241621494F,
        -0.008059600368142128F,  -0.05420471355319023F,   0.16405527293682098F,   -0.1660313904285431F,
        -0.0927639752626419F,    1.2769783735275269F};
    const V one = hn::Set(d, 1.0F);
    const V two = hn::Set(d, 2.0F);
    const V whole = hn::Mul(hn::Abs(x), hn::Set(d, 0.70710678118654752F));
    const V a = hn::Min(whole, hn::Set(d, 10.0F)); // where the fit ends; the exponential is 0 there
    const V aPlus2 = hn::Add(a, two);
    const V onePlus2a = hn::MulAdd(a, two, one);
    const V inverse = hn::Div(one, hn::Mul(aPlus2, onePlus2a));
    const V q = hn::Mul(hn::Mul(hn::Sub(a, two), onePlus2a), inverse);
    V p = hn::Set(d, kCoefficients[0]);
    for (std::size_t i = 1; i < std::size(kCoefficients); ++i)
        p = hn::MulAdd(p, q, hn::Set(d, kCoefficients[i]));
    const V erfc =
        hn::Mul(hn::Mul(p, hn::Mul(aPlus2, inverse)), exponential(d, hn::Neg(hn::Mul(whole, whole))));
    const V half = hn::Mul(erfc, hn::Set(d, 0.5F));
    return hn::Mul(x, hn::IfThenElse(hn::Lt(x, hn::Zero(d)), half, hn::Sub(one, half)));
}

/// The same in half the time, with an absolute error of 2e-7 of the larger of 1 and |x| instead: Φ(x) is 1/2
/// and x times a quotient of polynomials of x², of our own fitting; from 5.5 on it stays.
HWY_INLINE V geluOfPixels(D d, V x) {
    constexpr float kAbove[] = {2.27495218e-8F, 6.35208198e-6F, 1.68822749e-4F,
                                4.67724307e-3F, 3.38523760e-2F, 3.98942232e-1F};
    constexpr float kBelow[] = {1.19750575e-6F, 7.36464790e-5F, 1.88442855e-3F,
                                2.86457147e-2F, 2.51521260e-1F, 1.0F};
    const V bounded = hn::Min(hn::Max(x, hn::Set(d, -5.5F)), hn::Set(d, 5.5F));
    const V square = hn::Mul(bounded, bounded);
    V above = hn::Set(d, kAbove[0]);
    V below = hn::Set(d, kBelow[0]);
    for (std::size_t i = 1; i < std::size(kAbove); ++i) {
        above = hn::MulAdd(above, square, hn::Set(d, kAbove[i]));
        below = hn::MulAdd(below, square, hn::Set(d, kBelow[i]));
    }
    return hn::Mul(x, hn::Add(hn::Div(hn::Mul(bounded, above), below), hn::Set(d, 0.5F)));
}

HWY_INLINE V sigmoid(D d, V x) {
    const V one = hn::Set(d, 1.0F);
    return hn::Div(one, hn::Add(one, exponential(d, hn::Neg(x))));
}

HWY_INLINE V hardSwish(D d, V x) {
    const V cut = hn::Min(hn::Max(hn::Add(x, hn::Set(d, 3.0F)), hn::Zero(d)), hn::Set(d, 6.0F));
    return hn::Mul(hn::Mul(x, cut), hn::Set(d, 1.0F / 6.0F));
}

/// Calls `f` with the function of one vector that `act` stands for.
template <class F> HWY_INLINE void withActivation(Activation act, const F& f) {
    const D d;
    switch (act) {
    case Activation::None:
        return f([](V x) HWY_ATTR { return x; });
    case Activation::Relu:
        return f([d](V x) HWY_ATTR { return hn::Max(x, hn::Zero(d)); });
    case Activation::Gelu:
        return f([d](V x) HWY_ATTR { return gelu(d, x); });
    case Activation::Sigmoid:
        return f([d](V x) HWY_ATTR { return sigmoid(d, x); });
    case Activation::HardSwish:
        return f([d](V x) HWY_ATTR { return hardSwish(d, x); });
    }
}

} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
