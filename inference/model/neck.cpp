// SPDX-License-Identifier: Apache-2.0
#include "inference/model/neck.h"

#include "inference/nn/taps.h"

namespace inference {
namespace {

Conv2d smoothing(const WeightScope& w, int branch, const Config& c) {
    return {w / branch / "conv_3x3", {c.dModel, c.dModel, 3, 1, 1, Bias::Present}};
}

} // namespace

Neck::Neck(const WeightScope& w, const Config& c)
    : m_up0a(w / 0 / "dconv_2x2_0", c.vitDim, c.vitDim / 2),
      m_up0b(w / 0 / "dconv_2x2_1", c.vitDim / 2, c.vitDim / 4),
      m_up1(w / 1 / "dconv_2x2", c.vitDim, c.vitDim / 2),
      m_reduce{pointwise(w / 0 / "conv_1x1", c.vitDim / 4, c.dModel),
               pointwise(w / 1 / "conv_1x1", c.vitDim / 2, c.dModel),
               pointwise(w / 2 / "conv_1x1", c.vitDim, c.dModel)},
      m_smooth{smoothing(w, 0, c), smoothing(w, 1, c), smoothing(w, 2, c)} {}

Result<std::array<Tensor, 3>> Neck::operator()(Run& run, const Tensor& trunk, const char* name) const {
    const Trace::Scope scope(run.trace, "necks");
    std::array<Tensor, 3> levels;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"necks", static_cast<int>(i), 3}));
        Tensor x = trunk;
        if (i == 0)
            x = m_up0b(run, m_up0a(run, trunk, Activation::Gelu));
        if (i == 1)
            x = m_up1(run, trunk);
        levels[i] = m_smooth[i](run, m_reduce[i](run, x));
        tap(run, name + std::to_string(i), levels[i]);
    }
    RETURN_IF_ERROR(run.checkpoint({"necks", 3, 3}));
    return levels;
}

} // namespace inference
