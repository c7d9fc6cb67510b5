// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/model/image_trunk.h"
#include "inference/model/light_head.h"
#include "inference/nn/conv.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <optional>
#include <vector>

namespace inference {

/// TinyViT: convolutions at first, then attention inside windows with a bias for each offset
/// (light-encoders §5). Sizes come from the tensors' shapes.
class TinyVit final : public ImageTrunk {
public:
    /// `w` at the trunk's "model".
    TinyVit(const WeightScope& w, const Config& config);
    Result<Tensor> operator()(Run& run, const Tensor& pixels) const override;

private:
    /// expand, depthwise, project with GELU between; adds its input, or halves the map.
    struct Bottleneck {
        Bottleneck(const WeightScope& w, std::int64_t in, int stride);
        Tensor operator()(Run& run, const Tensor& x) const;
        std::int64_t outputs;
        Linear expand;
        DepthwiseConv depth;
        Linear project;
        bool addsInput;
    };
    /// Windows at the map's end are padded, and the padding takes part. It is a constant c of the block: k =
    /// c and v = d for certain rows c, d. Subtracting c from all keys changes no softmax, and as weights sum
    /// to 1, d may be added afterwards; so here keys and values have no bias, padding is 0, and d is in the
    /// bias of `project`.
    struct WindowAttention {
        WindowAttention(const WeightScope& w, std::int64_t channels);
        Tensor operator()(Run& run, const Tensor& x) const;
        int heads;
        int window;
        NormWeights unit; ///< the norm's own gain and bias are in the three layers
        Linear query;
        Linear key;
        Linear value;
        Linear project;
        Tensor bias; ///< [heads, window², window²]
    };
    struct Transformer {
        Transformer(const WeightScope& w, std::int64_t channels);
        Tensor operator()(Run& run, const Tensor& x) const;
        WindowAttention attention;
        DepthwiseConv local;
        LayerNorm norm;
        FeedForward mlp;
    };
    struct Layer {
        std::vector<Bottleneck> convolutions; ///< the first layer's
        std::vector<Transformer> blocks;      ///< the others'
        std::optional<Bottleneck> merge;
    };

    Result<Tensor> runLayers(Run& run, Tensor x) const;

    Conv2d m_patchA;
    Conv2d m_patchB;
    std::vector<Layer> m_layers;
    std::optional<LightHead> m_head;
};

} // namespace inference
