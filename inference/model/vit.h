// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/model/image_trunk.h"
#include "inference/nn/conv.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <string>
#include <vector>

namespace inference {

/// The image encoder: patches, then blocks that attend inside windows or over the whole grid (sam3-image §4).
class Vit final : public ImageTrunk {
public:
    Vit(const WeightScope& w, const Config& config);
    Result<Tensor> operator()(Run& run, const Tensor& pixels) const override;

private:
    struct Block {
        Block(const WeightScope& w, const Config& config);
        LayerNorm attentionNorm;
        Linear qkv;
        Linear projection;
        LayerNorm mlpNorm;
        FeedForward mlp;
    };

    Tensor attend(Run& run, const Block& block, const Tensor& x, bool global, const std::string& name) const;
    /// Tokens as a map [g,g,C], for taps; others get x.
    Tensor asMap(Run& run, const Tensor& x) const;
    /// Taps tokens [n,T,C]: of a global block in the map's order, of others window by window.
    void tapTokens(Run& run, bool global, const std::string& name, const Tensor& x) const;
    Tensor transform(Run& run, const Block& block, const Tensor& x, const std::string& name) const;

    Conv2d m_patches;
    Tensor m_positions; ///< [g or a divisor of it, g, E], tiled
    LayerNorm m_norm;
    std::vector<Block> m_blocks;
    std::vector<bool> m_isGlobal;
    RopeTable m_windowRope;
    RopeTable m_globalRope;
    int m_grid;
    int m_window;
    int m_heads;
    bool m_inWindows; ///< tokens [windows, window·window, C] from block to block, else [g,g,C]
};

} // namespace inference
