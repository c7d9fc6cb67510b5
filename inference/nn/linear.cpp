// SPDX-License-Identifier: Apache-2.0
#include "inference/nn/linear.h"

namespace inference {

Linear::Linear(const WeightScope& w, std::int64_t in, std::int64_t out) : m_w(w.matrix("weight", {out, in})) {
    m_w.bias = w.tensor("bias", {out});
}

Mlp::Mlp(const WeightScope& w, const std::vector<std::int64_t>& widths) {
    for (std::size_t i = 0; i + 1 < widths.size(); ++i)
        m_layers.emplace_back(w / "layers" / static_cast<int>(i), widths[i], widths[i + 1]);
}

Tensor Mlp::operator()(Run& run, const Tensor& x, Activation last) const {
    Tensor y = x;
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        y = m_layers[i](run, y, i + 1 < m_layers.size() ? Activation::Relu : last);
    return y;
}

} // namespace inference
