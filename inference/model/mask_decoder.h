// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/model/prompt_encoder.h"
#include "inference/model/token_exchange.h"
#include "inference/nn/attention.h"
#include "inference/nn/conv.h"
#include "inference/nn/few_tokens.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <array>
#include <functional>
#include <vector>

namespace inference {

/// An image as the mask decoder sees it.
struct ClickImage {
    Tensor embedding;              ///< [g,g,C]
    KeyValue keys;                 ///< [g·g,inner] of the first layer, without a mask prompt
    TokenExchange::Image exchange; ///< without a mask prompt
    Tensor
        high1; ///< sliced [S,C,kMapSlice]: the finer map [2g,2g,C/4], the four pixels of a token side by side
    Tensor high0; ///< sliced [S,2C,kMapSlice]: [4g,4g,C/8], four of its pixels for each of high1's
    std::size_t bytes() const;
};

/// All four answers: index 0 is the single mask, 1 to 3 the candidates. On the host.
struct DecodedMasks {
    std::vector<float> logits; ///< [4, 4g·4g]
    std::vector<float> iou;    ///< [4]
};

/// Two-way transformer between prompt tokens and the image, then masks and quality (sam3-image §13).
class MaskDecoder {
public:
    MaskDecoder(const WeightScope& w, const Config& config);

    /// The fine maps of an image, [2g,2g,C/4] and [4g,4g,C/8], from the click neck's levels.
    Tensor high0(Run& run, const Tensor& level0) const { return m_reduce0(run, level0); }
    Tensor high1(Run& run, const Tensor& level1) const { return m_reduce1(run, level1); }
    /// The image of an embedding [g,g,C] and the fine maps; `noMask` [C] stands for no mask prompt.
    ClickImage prepare(Run& run, const Tensor& embedding, const std::array<Tensor, 2>& fine,
                       const Tensor& noMask, const Tensor& imageCode) const;
    /// `imageCode` [g·g,C].
    Result<DecodedMasks> operator()(Run& run, const ClickImage& image, const EncodedClicks& prompt,
                                    const Tensor& imageCode) const;

private:
    static constexpr int kMasks = 4;

    /// The attention of tokens to the image, and the same for a few of them.
    struct ImageAttention {
        ImageAttention(const WeightScope& w, const Config& config);
        KeyValue project(Run& run, const Tensor& k, const Tensor& v) const {
            return whole.project(run, k, v);
        }
        NarrowAttention whole;
        AttentionOfFew ofFew;
    };

    struct Layer {
        Layer(const WeightScope& w, const Config& config);
        NarrowAttention selfAttention;
        LayerNorm selfNorm;
        ImageAttention toImage;
        LayerNorm toImageNorm;
        FeedForward mlp;
        LayerNorm mlpNorm;
        NarrowAttention toTokens;
        AttentionToFew toFewTokens; ///< the same
        LayerNorm toTokensNorm;
    };

    /// The image's side of the transformer as maps, for many tokens and mask prompts.
    struct Maps {
        Tensor tokens; ///< [g·g,C]
        Tensor placed; ///< [g·g,C], with positions
    };
    /// One layer's image → token attention and norm, then what projected `queries` of the next attention
    /// take: [T,inner].
    using ImageSide = std::function<Tensor(std::size_t layer, const KeyValue& prompt, const Tensor& queries)>;

    /// The attention of tokens to the image after a layer.
    const ImageAttention& after(std::size_t layer) const {
        return layer + 1 < m_layers.size() ? m_layers[layer + 1].toImage : m_finalAttention;
    }
    Tensor selfAttended(Run& run, std::size_t layer, const Tensor& q, const Tensor& tokens) const;
    /// The queries after all layers.
    Result<Tensor> transform(Run& run, const Tensor& tokens, const KeyValue& firstKeys,
                             const ImageSide& imageSide) const;
    Result<Tensor> transformMaps(Run& run, const Tensor& tokens, Maps& maps, const Tensor& imageCode) const;
    /// What queries take from the maps.
    static Tensor takeFrom(Run& run, const ImageAttention& attention, const Tensor& queries,
                           const Maps& maps);
    /// Adds what the maps take from a prompt, and normalises.
    static void giveTo(Run& run, const Layer& layer, const KeyValue& prompt, Maps& maps);
    /// The products of all pixels with the masks' rows.
    Tensor upscale(Run& run, const ClickImage& image, UpscaleJob& job, const Tensor& queries) const;
    /// Stages that only maps have.
    void tapMaps(Run& run, const ClickImage& image, const Tensor& map) const;

    Tensor m_scoreToken;
    Tensor m_iouToken;
    Tensor m_maskTokens;
    std::vector<Layer> m_layers;
    ImageAttention m_finalAttention;
    LayerNorm m_finalNorm;
    Linear m_reduce0;
    Linear m_reduce1;
    TokenExchange m_exchange;
    ConvTranspose2 m_up1;
    NormWeights m_upNorm;
    LinearWeights m_up0;
    std::vector<Mlp> m_hyperHeads;
    Mlp m_iouHead;
    Mlp m_scoreHead;            ///< object score: for video; computed for taps
    Activation m_iouActivation; ///< SAM 3.1 predicts the quality itself, not its logit
    int m_grid;
    int m_dim;
};

} // namespace inference
