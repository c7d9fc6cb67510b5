// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/tensor/tensor.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>

namespace inference::test {

/// How far two tensors are apart, in double. NaN anywhere makes every figure NaN.
struct Difference {
    double largest = 0;      ///< max |a - b|
    double mean = 0;         ///< mean |a - b|
    double relativeNorm = 0; ///< |a - b| / |b|
    double cosine = 1;
    std::int64_t where = 0; ///< of the largest difference
};

inline Difference difference(const Tensor& actual, const Tensor& expected) {
    Difference d;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    double dd = 0;
    for (std::int64_t i = 0; i < expected.count(); ++i) {
        const double a = actual.f32()[i];
        const double b = expected.f32()[i];
        const double off = std::abs(a - b);
        if (!(off <= d.largest)) { // also true for NaN
            d.largest = off;
            d.where = i;
        }
        d.mean += off / static_cast<double>(expected.count());
        aa += a * a;
        bb += b * b;
        ab += a * b;
        dd += off * off;
    }
    if (bb > 0)
        d.relativeNorm = std::sqrt(dd / bb);
    if (aa > 0 && bb > 0)
        d.cosine = ab / std::sqrt(aa * bb);
    return d;
}

/// Shapes agree and no element is further than `tolerance` from the expected one.
inline ::testing::AssertionResult tensorsNear(const char* actualText, const char* expectedText,
                                              const char* /*tolerance*/, const Tensor& actual,
                                              const Tensor& expected, double tolerance) {
    if (actual.shape() != expected.shape())
        return ::testing::AssertionFailure() << actualText << " has shape " << toString(actual.shape())
                                             << ", " << expectedText << " has " << toString(expected.shape());
    const Difference d = difference(actual, expected);
    if (d.largest <= tolerance)
        return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure()
           << actualText << " differs from " << expectedText << " by " << d.largest << " (allowed "
           << tolerance << ") at element " << d.where << " of " << toString(expected.shape()) << ": "
           << actual.f32()[d.where] << " instead of " << expected.f32()[d.where] << "; mean " << d.mean
           << ", relative " << d.relativeNorm << ", cosine " << d.cosine;
}

} // namespace inference::test

#define EXPECT_TENSOR_NEAR(actual, expected, tolerance)                                                      \
    EXPECT_PRED_FORMAT3(::inference::test::tensorsNear, actual, expected, tolerance)
