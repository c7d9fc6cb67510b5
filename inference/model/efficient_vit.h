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

/// EfficientViT b0 to b3: inverted bottlenecks, in the last two stages after attention without softmax
/// (light-encoders §3). Sizes come from the tensors' shapes.
class EfficientVit final : public ImageTrunk {
public:
    /// `w` at the trunk's "model".
    EfficientVit(const WeightScope& w, const Config& config);
    Result<Tensor> operator()(Run& run, const Tensor& pixels) const override;

private:
    /// expand, depthwise, project; without `expand` it is the stem's separable convolution.
    struct Bottleneck {
        Bottleneck(const WeightScope& w, std::int64_t in, int stride);
        Tensor operator()(Run& run, const Tensor& x) const;
        std::int64_t outputs;
        std::optional<Linear> expand;
        DepthwiseConv depth;
        Linear project;
        bool addsInput;
    };
    struct LinearAttention {
        LinearAttention(const WeightScope& w, std::int64_t channels);
        Tensor operator()(Run& run, const Tensor& x) const;
        Linear qkv;
        DepthwiseConv depth;
        int headDim;
        Tensor groups; ///< [3·heads, headDim, headDim]
        Linear project;
    };
    struct Block {
        std::optional<LinearAttention> context;
        Bottleneck local;
    };

    static Conv2d stem(const WeightScope& w, std::int64_t width);
    void addStage(const WeightScope& w, std::int64_t& channels);

    Conv2d m_stem;
    std::vector<Block> m_blocks;
    std::optional<LightHead> m_head;
};

} // namespace inference
