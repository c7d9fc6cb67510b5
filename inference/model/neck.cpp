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

Result<Tensor> Neck::operator()(Run& run, const Tensor& trunk, std::size_t level, const char* name) const {
    const Trace::Scope scope(run.trace, "necks");
    // One map after the other: the finest are the largest tensors of all. Pixels are sorted when they have
    // the fewest channels.
    Tensor x = trunk;
    if (level == 0)
        x = m_up0a(run, x, Activation::Gelu);
    if (level < 2) {
        const std::int64_t side = x.dim(0);
        x = (level == 0 ? m_up0b : m_up1).quads(run, x);
        x = m_reduce[level](run, x.reshaped({4 * side * side, x.dim(2) / 4}));
        x = ops::pixelShuffle2(run, x.reshaped({side, side, 4 * x.dim(1)}));
    } else {
        x = m_reduce[level](run, x);
    }
    x = m_smooth[level](run, x);
    tap(run, name + std::to_string(level), x);
    RETURN_IF_ERROR(run.checkpoint({"necks", static_cast<int>(m_smooth.size() - level), 3}));
    return x;
}

} // namespace inference
