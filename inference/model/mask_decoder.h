// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/model/prompt_encoder.h"
#include "inference/nn/attention.h"
#include "inference/nn/conv.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <array>
#include <vector>

namespace inference {

/// An image as the mask decoder sees it.
/// What the first layer makes of the image's tokens before any prompt.
struct ClickStart {
    Tensor tokens;  ///< [g·g,C]
    Tensor queries; ///< [g·g,inner], projected
    KeyValue keys;  ///< [g·g,inner], projected
    std::size_t bytes() const;
};

struct ClickImage {
    Tensor embedding; ///< [g,g,C]
    ClickStart start; ///< without a mask prompt
    Tensor high1;     ///< [2g,2g,C/4]
    Tensor high0;     ///< [4g,4g,C/8]
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

    /// The fine maps of an image from the click neck's levels.
    Tensor high0(Run& run, const Tensor& level0) const { return m_reduce0(run, level0); }
    Tensor high1(Run& run, const Tensor& level1) const { return m_reduce1(run, level1); }
    /// `tokens` [g·g,C]: the embedding with the mask prompt, or with what stands for none.
    ClickStart begin(Run& run, const Tensor& tokens, const Tensor& imageCode) const;
    /// `imageCode` [g·g,C].
    Result<DecodedMasks> operator()(Run& run, const ClickImage& image, const EncodedClicks& prompt,
                                    const Tensor& imageCode) const;

private:
    static constexpr int kMasks = 4;

    struct Layer {
        Layer(const WeightScope& w, const Config& config);
        NarrowAttention selfAttention;
        LayerNorm selfNorm;
        NarrowAttention toImage;
        LayerNorm toImageNorm;
        FeedForward mlp;
        LayerNorm mlpNorm;
        NarrowAttention toTokens;
        LayerNorm toTokensNorm;
    };

    /// Queries and image tokens after the transformer.
    struct State {
        Tensor queries;
        Tensor image;
    };

    static ClickStart project(Run& run, const Layer& layer, const Tensor& tokens, const Tensor& imageCode);
    Result<State> transform(Run& run, const Tensor& tokens, const ClickStart& start,
                            const Tensor& imageCode) const;
    Tensor upscale(Run& run, const ClickImage& image, const Tensor& state) const;

    Tensor m_scoreToken;
    Tensor m_iouToken;
    Tensor m_maskTokens;
    std::vector<Layer> m_layers;
    NarrowAttention m_finalAttention;
    LayerNorm m_finalNorm;
    Linear m_reduce0;
    Linear m_reduce1;
    ConvTranspose2 m_up1;
    LayerNorm m_upNorm;
    ConvTranspose2 m_up0;
    std::vector<Mlp> m_hyperHeads;
    Mlp m_iouHead;
    Mlp m_scoreHead;            ///< object score: for video; computed for taps
    Activation m_iouActivation; ///< SAM 3.1 predicts the quality itself, not its logit
    int m_grid;
    int m_dim;
};

} // namespace inference
