// SPDX-License-Identifier: Apache-2.0
// Rows of a weight of any type, as floats, for files that are compiled once for each instruction set.
#if defined(INFERENCE_CPU_WEIGHT_ROWS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef INFERENCE_CPU_WEIGHT_ROWS_INL_H
#undef INFERENCE_CPU_WEIGHT_ROWS_INL_H
#else
#define INFERENCE_CPU_WEIGHT_ROWS_INL_H
#endif

#include "inference/device/kernels.h"

#include <cstdint>
#include <cstring>

#include <hwy/cache_control.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace inference::cpu::HWY_NAMESPACE {

/// `load` gives the lanes from element k of a row on; `read` copies n elements; `fetch` brings the cache line
/// of an element nearer.
struct FloatRows {
    const float* data;
    std::int64_t depth;

    template <class D>
    HWY_INLINE hwy::HWY_NAMESPACE::Vec<D> load(D d, std::int64_t row, std::int64_t k) const {
        return hwy::HWY_NAMESPACE::LoadU(d, data + row * depth + k);
    }
    HWY_INLINE void fetch(std::int64_t row, std::int64_t k) const { hwy::Prefetch(data + row * depth + k); }
    HWY_INLINE void read(std::int64_t row, std::int64_t k, std::int64_t n, float* to) const {
        std::memcpy(to, data + row * depth + k, static_cast<std::size_t>(n) * sizeof(float));
    }
};

template <class Half> struct HalfRows {
    const std::uint16_t* data;
    std::int64_t depth;

    template <class D>
    HWY_INLINE hwy::HWY_NAMESPACE::Vec<D> load(D d, std::int64_t row, std::int64_t k) const {
        namespace hn = hwy::HWY_NAMESPACE;
        const hn::Rebind<std::uint16_t, D> d16;
        const hn::Rebind<Half, D> dHalf;
        return hn::PromoteTo(d, hn::BitCast(dHalf, hn::LoadU(d16, data + row * depth + k)));
    }
    HWY_INLINE void fetch(std::int64_t row, std::int64_t k) const { hwy::Prefetch(data + row * depth + k); }
    HWY_INLINE void read(std::int64_t row, std::int64_t k, std::int64_t n, float* to) const {
        namespace hn = hwy::HWY_NAMESPACE;
        const hn::ScalableTag<float> d;
        const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
        std::int64_t i = 0;
        for (; i + lanes <= n; i += lanes)
            hn::StoreU(load(d, row, k + i), d, to + i);
        for (; i < n; ++i)
            to[i] = one(data[row * depth + k + i]);
    }
    static float one(std::uint16_t bits) {
        if constexpr (sizeof(Half) == 2 && std::is_same_v<Half, hwy::bfloat16_t>)
            return bfloat16ToFloat(bits);
        else
            return halfToFloat(bits);
    }
};

/// Integers times the scale of their block of kQuantBlock.
struct ByteRows {
    const std::int8_t* data;
    const float* scale;
    std::int64_t depth;

    template <class D>
    HWY_INLINE hwy::HWY_NAMESPACE::Vec<D> load(D d, std::int64_t row, std::int64_t k) const {
        namespace hn = hwy::HWY_NAMESPACE;
        const hn::Rebind<std::int8_t, D> d8;
        const hn::RebindToSigned<D> d32;
        const auto whole = hn::PromoteTo(d32, hn::LoadU(d8, data + row * depth + k));
        return hn::Mul(hn::ConvertTo(d, whole), hn::Set(d, scale[(row * depth + k) / kQuantBlock]));
    }
    HWY_INLINE void fetch(std::int64_t row, std::int64_t k) const { hwy::Prefetch(data + row * depth + k); }
    HWY_INLINE void read(std::int64_t row, std::int64_t k, std::int64_t n, float* to) const {
        for (std::int64_t i = 0; i < n; ++i) {
            const std::int64_t at = row * depth + k + i;
            to[i] = static_cast<float>(data[at]) * scale[at / kQuantBlock];
        }
    }
};

/// Calls `f` with the rows of a weight [columns, depth].
template <class F> HWY_INLINE void withRows(const LinearWeights& w, const F& f) {
    const std::int64_t depth = w.weight.dim(-1);
    const void* data = w.weight.data();
    switch (w.weight.type()) {
    case DType::F16:
        return f(HalfRows<hwy::float16_t>{static_cast<const std::uint16_t*>(data), depth});
    case DType::BF16:
        return f(HalfRows<hwy::bfloat16_t>{static_cast<const std::uint16_t*>(data), depth});
    case DType::I8:
        return f(ByteRows{static_cast<const std::int8_t*>(data), w.scale.f32(), depth});
    default:
        return f(FloatRows{static_cast<const float*>(data), depth});
    }
}

} // namespace inference::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
