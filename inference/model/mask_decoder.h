// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/model/prompt_encoder.h"
#include "inference/nn/attention.h"
#include "inference/nn/conv.h"
#include "inference/nn/few_tokens.h"
#include "inference/nn/linear.h"
#include "inference/nn/norm.h"

#include <array>
#include <vector>

namespace inference {

/// What the first layer makes of the image's tokens before any prompt, and what a later one begins with.
struct ClickStart {
    Tensor tokens; ///< [g·g,C]
    Tensor placed; ///< [g·g,C], with positions
    KeyValue keys; ///< [g·g,inner], projected
    std::size_t bytes() const;
};

/// An image as the mask decoder sees it.
struct ClickImage {
    Tensor embedding; ///< [g,g,C]
    ClickStart start; ///< without a mask prompt
    Tensor high1;     ///< [g·g,C]: the finer map [2g,2g,C/4], the four pixels of a token side by side
    Tensor high0;     ///< [4·g·g,C/2]: [4g,4g,C/8], four of its pixels for each of high1's
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
    /// The same in the order that ClickImage keeps.
    static Tensor sorted0(Run& run, const Tensor& high0);
    static Tensor sorted1(Run& run, const Tensor& high1);
    /// `tokens` [g·g,C]: the embedding with the mask prompt, or with what stands for none.
    ClickStart begin(Run& run, const Tensor& tokens, const Tensor& imageCode) const;
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

    /// Queries and image tokens after the transformer.
    struct State {
        Tensor queries;
        Tensor image;
    };

    /// What prompt tokens take from an image: residual `q` + attention. Keys that are empty are not projected
    /// yet.
    static Tensor takeFrom(Run& run, const ImageAttention& attention, const Tensor& placedQueries,
                           const ClickStart& image, const Tensor& q);
    /// The same the other way round.
    static Tensor giveTo(Run& run, const Layer& layer, const ClickStart& image, const KeyValue& prompt);
    Result<State> transform(Run& run, const Tensor& tokens, const ClickStart& start,
                            const Tensor& imageCode) const;
    /// The features of each pixel [16·g·g,C/8], those of a token side by side.
    Tensor upscale(Run& run, const ClickImage& image, const Tensor& state) const;
    void tapUpscaled(Run& run, const Tensor& state, const Tensor& middle) const;

    Tensor m_scoreToken;
    Tensor m_iouToken;
    Tensor m_maskTokens;
    std::vector<Layer> m_layers;
    ImageAttention m_finalAttention;
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
