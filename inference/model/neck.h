// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/nn/conv.h"
#include "inference/nn/linear.h"

#include <array>

namespace inference {

/// The feature pyramid over the image encoder's output: maps of 4g, 2g and g pixels a side (sam3-image §5).
/// The detector and the click part have one each.
class Neck {
public:
    Neck(const WeightScope& w, const Config& config);
    /// One level of trunk [g,g,E]: 0 is [4g,4g,C], 1 [2g,2g,C], 2 [g,g,C]; the cost falls in this order from
    /// 17 to 6 to 1. `name` is the taps' prefix.
    Result<Tensor> operator()(Run& run, const Tensor& trunk, std::size_t level, const char* name) const;

private:
    ConvTranspose2 m_up0a;
    ConvTranspose2 m_up0b;
    ConvTranspose2 m_up1;
    std::array<Linear, 3> m_reduce;
    std::array<Conv2d, 3> m_smooth;
};

} // namespace inference
