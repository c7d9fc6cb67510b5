// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/model/image_trunk.h"
#include "inference/model/light_head.h"
#include "inference/nn/conv.h"
#include "inference/nn/linear.h"

#include <optional>
#include <vector>

namespace inference {

/// RepViT: a depthwise kernel mixes pixels, two linear layers mix channels; the parallel branches it was
/// trained with are one kernel here (light-encoders §4). Sizes come from the tensors' shapes.
class RepVit final : public ImageTrunk {
public:
    /// `w` at the trunk's "model".
    RepVit(const WeightScope& w, const Config& config);
    Result<Tensor> operator()(Run& run, const Tensor& pixels) const override;

private:
    /// Scales channels by what their means over the map say.
    struct Squeeze {
        Squeeze(const WeightScope& w, std::int64_t channels);
        Tensor operator()(Run& run, const Tensor& x) const;
        Linear reduce;
        Linear restore;
    };
    struct Block {
        Block(const WeightScope& w, std::int64_t in);
        Tensor operator()(Run& run, const Tensor& x) const;
        std::int64_t outputs;
        DepthwiseConv mix;
        std::optional<Squeeze> squeeze; ///< in the blocks that have it
        std::optional<Linear> widen;    ///< in a stage's first block, which halves the map
        FeedForward channels;
    };

    Conv2d m_stemA;
    Conv2d m_stemB;
    std::vector<Block> m_blocks;
    std::optional<LightHead> m_head;
};

} // namespace inference
