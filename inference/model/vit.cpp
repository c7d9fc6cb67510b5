// SPDX-License-Identifier: Apache-2.0
#include "inference/model/vit.h"

#include "inference/nn/position.h"
#include "inference/nn/taps.h"

#include <algorithm>

namespace inference {
namespace {

/// The position table, repeated over the grid.
Tensor tiledPositions(const WeightScope& w, const Config& c) {
    const int side = c.pretrainGrid;
    const std::vector<float> table =
        w.values("pos_embed", {1, static_cast<std::int64_t>(side) * side, c.vitDim});
    std::vector<float> tiled;
    for (int y = 0; y < c.grid(); ++y)
        for (int x = 0; x < c.grid(); ++x) {
            const auto row =
                table.begin() + (static_cast<std::ptrdiff_t>(y % side) * side + x % side) * c.vitDim;
            tiled.insert(tiled.end(), row, row + c.vitDim);
        }
    return w.upload(tiled, {c.grid(), c.grid(), c.vitDim});
}

RopeTable ropeTable(const WeightScope& w, const Config& c, int grid, double scale) {
    const int headDim = c.vitDim / c.vitHeads;
    const RopeAngles angles = ropeAngles(grid, headDim, c.ropeTheta, scale);
    const Shape shape{static_cast<std::int64_t>(grid) * grid, headDim / 2};
    return {w.upload(angles.cosine, shape), w.upload(angles.sine, shape)};
}

std::string blockName(std::size_t index) {
    return std::string(index < 10 ? "block0" : "block") + std::to_string(index);
}

} // namespace

Vit::Block::Block(const WeightScope& w, const Config& c)
    : attentionNorm(w / "norm1", c.vitDim),
      qkv(w / "attn" / "qkv", c.vitDim, static_cast<std::int64_t>(3) * c.vitDim),
      projection(w / "attn" / "proj", c.vitDim, c.vitDim), mlpNorm(w / "norm2", c.vitDim),
      mlp(Linear(w / "mlp" / "fc1", c.vitDim, c.vitHidden), Linear(w / "mlp" / "fc2", c.vitHidden, c.vitDim),
          Activation::Gelu) {}

Vit::Vit(const WeightScope& w, const Config& c)
    : m_patches(w / "patch_embed" / "proj", {3, c.vitDim, c.patchSize, c.patchSize, 0, Bias::Absent}),
      m_positions(tiledPositions(w, c)), m_norm(w / "ln_pre", c.vitDim),
      m_windowRope(ropeTable(w, c, c.windowSize, 1.0)),
      m_globalRope(ropeTable(w, c, c.grid(), static_cast<double>(c.windowSize) / c.grid())), m_grid(c.grid()),
      m_window(c.windowSize), m_heads(c.vitHeads) {
    for (int i = 0; i < c.vitDepth; ++i) {
        m_blocks.emplace_back(w / "blocks" / i, c);
        m_isGlobal.push_back(std::count(c.globalBlocks.begin(), c.globalBlocks.end(), i) > 0);
    }
}

Result<Tensor> Vit::operator()(Run& run, const Tensor& pixels) const {
    const Trace::Scope scope(run.trace, "image encoder");
    const int total = static_cast<int>(m_blocks.size());
    Tensor x = m_patches(run, pixels);
    tap(run, "patch_embed", x);
    x = ops::add(run, x, m_positions);
    tap(run, "pos_added", x);
    x = m_norm(run, x);
    tap(run, "ln_pre", x);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"image encoder", static_cast<int>(i), total}));
        const std::string name = blockName(i);
        x = attend(run, m_blocks[i], x, m_isGlobal[i], name);
        x = transform(run, m_blocks[i], x, name);
        tap(run, name, x);
    }
    RETURN_IF_ERROR(run.checkpoint({"image encoder", total, total}));
    tap(run, "trunk", x);
    return x;
}

Tensor Vit::attend(Run& run, const Block& block, const Tensor& x, bool global,
                   const std::string& name) const {
    Tensor h = block.attentionNorm(run, x);
    tap(run, name + "_norm1", h);
    h = global ? h.reshaped({1, h.dim(0) * h.dim(1), h.dim(2)}) : ops::windowPartition(run, h, m_window);
    const Tensor qkv = block.qkv(run, h);
    tap(run, name + "_qkv", qkv);
    const ops::Qkv turned = ops::splitRope(run, qkv, global ? m_globalRope : m_windowRope, m_heads);
    tap(run, name + "_q_rope", turned.q);
    tap(run, name + "_k_rope", turned.k);
    const Tensor mixed = ops::attention(run, turned.q, turned.k, turned.v, {m_heads, false, {}});
    tap(run, name + "_attn", mixed);
    const Tensor projected = block.projection(run, mixed);
    tap(run, name + "_proj", projected);
    return ops::add(run, x,
                    global ? projected.reshaped(x.shape())
                           : ops::windowUnpartition(run, projected, m_window, m_grid, m_grid));
}

Tensor Vit::transform(Run& run, const Block& block, const Tensor& x, const std::string& name) const {
    const Tensor h = block.mlpNorm(run, x);
    if (wantsTaps(run)) {
        const Tensor hidden = block.mlp.hidden(run, h);
        tap(run, name + "_norm2", h);
        tap(run, name + "_gelu", hidden);
        tap(run, name + "_mlp", block.mlp.output(run, hidden));
    }
    return block.mlp(run, h, x);
}

} // namespace inference
