// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/nn/conv.h"
#include "inference/nn/linear.h"

namespace inference {

/// What stands behind every light trunk: to the width and the grid of the ViT's map (light-encoders §1.3).
class LightHead {
public:
    /// `channels` of the trunk's last map.
    LightHead(const WeightScope& w, std::int64_t channels, const Config& config);
    /// [h,w,channels] → [g,g,E], the result of the trunk.
    Tensor operator()(Run& run, const Tensor& map) const;

private:
    Linear m_reduce;
    Conv2d m_mix;
    int m_grid;
};

} // namespace inference
