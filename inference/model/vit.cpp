// SPDX-License-Identifier: Apache-2.0
#include "inference/model/vit.h"

#include "inference/nn/position.h"
#include "inference/nn/taps.h"

#include <algorithm>

namespace inference {
namespace {

/// The position table, repeated across the grid, and down where the grid is no whole number of tables; a sum
/// repeats it down otherwise.
Tensor tiledPositions(const WeightScope& w, const Config& c) {
    const int side = c.pretrainGrid;
    const std::vector<float> table =
        w.values("pos_embed", {1, static_cast<std::int64_t>(side) * side, c.vitDim});
    std::vector<float> tiled;
    const int height = c.grid() % side == 0 ? side : c.grid();
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < c.grid(); ++x) {
            const auto row =
                table.begin() + (static_cast<std::ptrdiff_t>(y % side) * side + x % side) * c.vitDim;
            tiled.insert(tiled.end(), row, row + c.vitDim);
        }
    return w.upload(tiled, {height, c.grid(), c.vitDim});
}

/// Rows of a map [grid·grid, width] window by window.
std::vector<float> byWindow(const std::vector<float>& map, int grid, int window) {
    const auto width = static_cast<std::ptrdiff_t>(map.size()) / (std::ptrdiff_t{grid} * grid);
    std::vector<float> ordered;
    ordered.reserve(map.size());
    for (int top = 0; top < grid; top += window)
        for (int left = 0; left < grid; left += window)
            for (int y = top; y < top + window; ++y) {
                const auto row = map.begin() + (std::ptrdiff_t{y} * grid + left) * width;
                ordered.insert(ordered.end(), row, row + window * width);
            }
    return ordered;
}

/// Tokens stay in windows from block to block unless windows hang over the edge of the map.
bool staysInWindows(const Config& c) {
    return c.grid() % c.windowSize == 0;
}

RopeTable windowRope(const WeightScope& w, const Config& c) {
    const int headDim = c.vitDim / c.vitHeads;
    const RopeAngles angles = ropeAngles(c.windowSize, headDim, c.ropeTheta, 1.0);
    const Shape shape{static_cast<std::int64_t>(c.windowSize) * c.windowSize, headDim / 2};
    return {w.upload(angles.cosine, shape), w.upload(angles.sine, shape)};
}

RopeTable globalRope(const WeightScope& w, const Config& c) {
    const int grid = c.grid();
    const int headDim = c.vitDim / c.vitHeads;
    RopeAngles angles = ropeAngles(grid, headDim, c.ropeTheta, static_cast<double>(c.windowSize) / grid);
    if (staysInWindows(c)) {
        angles.cosine = byWindow(angles.cosine, grid, c.windowSize);
        angles.sine = byWindow(angles.sine, grid, c.windowSize);
    }
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
      m_positions(tiledPositions(w, c)), m_norm(w / "ln_pre", c.vitDim), m_windowRope(windowRope(w, c)),
      m_globalRope(globalRope(w, c)), m_grid(c.grid()), m_window(c.windowSize), m_heads(c.vitHeads),
      m_inWindows(staysInWindows(c)) {
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
    const Shape bands{m_grid / m_positions.dim(0), m_positions.dim(0), m_grid, x.dim(2)};
    x = ops::add(run, x.reshaped(bands), m_positions).reshaped(x.shape());
    tap(run, "pos_added", x);
    x = m_norm(run, x);
    tap(run, "ln_pre", x);
    if (m_inWindows)
        x = ops::windowPartition(run, x, m_window);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"image encoder", static_cast<int>(i), total}));
        const std::string name = blockName(i);
        x = attend(run, m_blocks[i], x, m_isGlobal[i], name);
        x = transform(run, m_blocks[i], x, name);
        tap(run, name, asMap(run, x));
    }
    RETURN_IF_ERROR(run.checkpoint({"image encoder", total, total}));
    if (m_inWindows)
        x = ops::windowUnpartition(run, x, m_window, m_grid, m_grid);
    tap(run, "trunk", x);
    return x;
}

Tensor Vit::asMap(Run& run, const Tensor& x) const {
    if (!wantsTaps(run) || !m_inWindows)
        return x;
    const std::int64_t window = std::int64_t{m_window} * m_window;
    return ops::windowUnpartition(run, x.reshaped({x.count() / x.dim(-1) / window, window, x.dim(-1)}),
                                  m_window, m_grid, m_grid);
}

void Vit::tapTokens(Run& run, bool global, const std::string& name, const Tensor& x) const {
    if (wantsTaps(run))
        tap(run, name, global ? asMap(run, x).reshaped(x.shape()) : x);
}

Tensor Vit::attend(Run& run, const Block& block, const Tensor& x, bool global,
                   const std::string& name) const {
    const Trace::Scope scope(run.trace, global ? "image encoder/global attention" : "image encoder/windows");
    Tensor h = block.attentionNorm(run, x);
    tap(run, name + "_norm1", asMap(run, h));
    if (global)
        h = h.reshaped({1, h.count() / h.dim(-1), h.dim(-1)});
    else if (!m_inWindows)
        h = ops::windowPartition(run, h, m_window);
    const Tensor qkv = block.qkv(run, h);
    const RopeTable& rope = global ? m_globalRope : m_windowRope;
    tapTokens(run, global, name + "_qkv", qkv);
    if (wantsTaps(run)) {
        const ops::Qkv turned = ops::splitRope(run, qkv, rope, m_heads);
        tapTokens(run, global, name + "_q_rope", turned.q);
        tapTokens(run, global, name + "_k_rope", turned.k);
    }
    const Tensor mixed = ops::selfAttention(run, qkv, rope, m_heads);
    tapTokens(run, global, name + "_attn", mixed);
    if (wantsTaps(run))
        tapTokens(run, global, name + "_proj", block.projection(run, mixed));
    if (global || m_inWindows)
        return block.projection(run, mixed.reshaped(x.shape()), Activation::None, x);
    return ops::add(run, x,
                    ops::windowUnpartition(run, block.projection(run, mixed), m_window, m_grid, m_grid));
}

Tensor Vit::transform(Run& run, const Block& block, const Tensor& x, const std::string& name) const {
    const Trace::Scope scope(run.trace, "image encoder/mlp");
    const Tensor h = block.mlpNorm(run, x);
    if (wantsTaps(run)) {
        const Tensor hidden = block.mlp.hidden(run, h);
        tap(run, name + "_norm2", asMap(run, h));
        tap(run, name + "_gelu", asMap(run, hidden));
        tap(run, name + "_mlp", asMap(run, block.mlp.output(run, hidden)));
    }
    return block.mlp(run, h, x);
}

} // namespace inference
