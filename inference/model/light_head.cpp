// SPDX-License-Identifier: Apache-2.0
#include "inference/model/light_head.h"

#include "inference/nn/fold.h"
#include "inference/nn/taps.h"

namespace inference {

LightHead::LightHead(const WeightScope& w, std::int64_t channels, const Config& c)
    : m_reduce(toLinear(w / 0, readLayer(w / 0, {c.vitDim, channels, 1, 1}, w / 1))),
      m_mix(w / 3, {c.vitDim, c.vitDim, 3, 1, 1, Bias::Present}), m_grid(c.grid()) {}

Tensor LightHead::operator()(Run& run, const Tensor& map) const {
    tap(run, "light_trunk", map);
    Tensor x = m_reduce(run, map, Activation::Gelu);
    x = m_mix(run, x);
    tap(run, "light_head", x);
    if (x.dim(0) != m_grid || x.dim(1) != m_grid)
        x = ops::resizeMap(run, x, m_grid, m_grid);
    tap(run, "trunk", x);
    return x;
}

} // namespace inference
