// SPDX-License-Identifier: Apache-2.0
#include "inference/model/mask_decoder.h"

#include "inference/nn/taps.h"

namespace inference {
namespace {

/// The four pixels of each window of 2x2 side by side.
Tensor quadsOf(Run& run, const Tensor& map) {
    return ops::windowPartition(run, map, 2).reshaped({map.dim(0) / 2, map.dim(1) / 2, 4 * map.dim(2)});
}

/// Of values that lie side by side, those of the first mask, then of the next.
std::vector<float> onePerMask(const std::vector<float>& side, std::size_t masks) {
    std::vector<float> sorted(side.size());
    const std::size_t area = side.size() / masks;
    for (std::size_t i = 0; i < area; ++i)
        for (std::size_t k = 0; k < masks; ++k)
            sorted[k * area + i] = side[i * masks + k];
    return sorted;
}

} // namespace

MaskDecoder::ImageAttention::ImageAttention(const WeightScope& w, const Config& c)
    : whole(w, c.dModel, c.samInner, c.samHeads),
      ofFew(w / "k_proj", w / "v_proj", c.dModel, c.samInner, c.samHeads) {}

MaskDecoder::Layer::Layer(const WeightScope& w, const Config& c)
    : selfAttention(w / "self_attn", c.dModel, c.dModel, c.samHeads), selfNorm(w / "norm1", c.dModel),
      toImage(w / "cross_attn_token_to_image", c), toImageNorm(w / "norm2", c.dModel),
      mlp(Linear(w / "mlp" / "lin1", c.dModel, c.samMlp), Linear(w / "mlp" / "lin2", c.samMlp, c.dModel),
          Activation::Relu),
      mlpNorm(w / "norm3", c.dModel),
      toTokens(w / "cross_attn_image_to_token", c.dModel, c.samInner, c.samHeads),
      toFewTokens({w / "cross_attn_image_to_token" / "q_proj", "weight", "bias", c.samInner, 0},
                  w / "cross_attn_image_to_token" / "out_proj", c.dModel, c.samInner, c.samHeads),
      toTokensNorm(w / "norm4", c.dModel) {}

MaskDecoder::MaskDecoder(const WeightScope& w, const Config& c)
    : m_scoreToken((w / "obj_score_token").tensor("weight", {1, c.dModel})),
      m_iouToken((w / "iou_token").tensor("weight", {1, c.dModel})),
      m_maskTokens((w / "mask_tokens").tensor("weight", {kMasks, c.dModel})),
      m_finalAttention(w / "transformer" / "final_attn_token_to_image", c),
      m_finalNorm(w / "transformer" / "norm_final_attn", c.dModel),
      m_reduce0(pointwise(w / "conv_s0", c.dModel, c.dModel / 8)),
      m_reduce1(pointwise(w / "conv_s1", c.dModel, c.dModel / 4)),
      m_up1(w / "output_upscaling" / 0, c.dModel, c.dModel / 4),
      m_upNorm(w / "output_upscaling" / 1, c.dModel / 4, LayerNorm::kMapEpsilon),
      m_up0(w / "output_upscaling" / 3, c.dModel / 4, c.dModel / 8),
      m_iouHead(w / "iou_prediction_head", {c.dModel, c.iouHidden, c.iouHidden, kMasks}),
      m_scoreHead(w / "pred_obj_score_head", {c.dModel, c.dModel, c.dModel, 1}),
      m_iouActivation(c.architecture.isMultiplex ? Activation::None : Activation::Sigmoid), m_grid(c.grid()),
      m_dim(c.dModel) {
    for (int i = 0; i < c.samDepth; ++i)
        m_layers.emplace_back(w / "transformer" / "layers" / i, c);
    for (int k = 0; k < kMasks; ++k)
        m_hyperHeads.emplace_back(w / "output_hypernetworks_mlps" / k,
                                  std::vector<std::int64_t>{c.dModel, c.dModel, c.dModel, c.dModel / 8});
}

Tensor MaskDecoder::sorted1(Run& run, const Tensor& high1) {
    const Tensor quads = quadsOf(run, high1);
    return quads.reshaped({quads.dim(0) * quads.dim(1), quads.dim(2)});
}

Tensor MaskDecoder::sorted0(Run& run, const Tensor& high0) {
    const Tensor quads = quadsOf(run, quadsOf(run, high0));
    return quads.reshaped({4 * quads.dim(0) * quads.dim(1), quads.dim(2) / 4});
}

std::size_t ClickStart::bytes() const {
    return tokens.bytes() + placed.bytes() + keys.key.bytes() + keys.value.bytes();
}

ClickStart MaskDecoder::begin(Run& run, const Tensor& tokens, const Tensor& imageCode) const {
    const Tensor placed = ops::add(run, tokens, imageCode);
    return {tokens, placed, m_layers.front().toImage.project(run, placed, tokens)};
}

Tensor MaskDecoder::takeFrom(Run& run, const ImageAttention& attention, const Tensor& placedQueries,
                             const ClickStart& image, const Tensor& q) {
    const Tensor queries = attention.whole.projectQueries(run, placedQueries);
    if (!image.keys.key.isEmpty())
        return attention.whole.attend(run, queries, image.keys, q);
    if (attention.ofFew.suits(queries.dim(0)))
        return attention.whole.output(run, attention.ofFew(run, queries, image.placed, image.tokens), q);
    return attention.whole.attend(run, queries, attention.whole.project(run, image.placed, image.tokens), q);
}

Tensor MaskDecoder::giveTo(Run& run, const Layer& layer, const ClickStart& image, const KeyValue& prompt) {
    if (layer.toFewTokens.suits(prompt.key.dim(0)))
        return layer.toFewTokens(run, image.placed, prompt, image.tokens);
    return layer.toTokens.attend(run, layer.toTokens.projectQueries(run, image.placed), prompt, image.tokens);
}

Result<MaskDecoder::State> MaskDecoder::transform(Run& run, const Tensor& tokens, const ClickStart& start,
                                                  const Tensor& imageCode) const {
    const int total = static_cast<int>(m_layers.size());
    Tensor q = tokens;
    ClickStart image = start;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"mask decoder", static_cast<int>(i), total}));
        const Layer& layer = m_layers[i];
        if (i == 0) { // neither residual nor positions here
            q = layer.selfAttention(run, q, q, q);
        } else {
            const Tensor placed = ops::add(run, q, tokens);
            q = layer.selfAttention(run, placed, placed, q, q);
        }
        q = layer.selfNorm(run, q);
        q = layer.toImageNorm(run, takeFrom(run, layer.toImage, ops::add(run, q, tokens), image, q));
        q = layer.mlpNorm(run, layer.mlp(run, q, q));
        const KeyValue prompt = layer.toTokens.project(run, ops::add(run, q, tokens), q);
        const Tensor keys = layer.toTokensNorm(run, giveTo(run, layer, image, prompt));
        image = {keys, ops::add(run, keys, imageCode), {}};
    }
    q = m_finalNorm(run, takeFrom(run, m_finalAttention, ops::add(run, q, tokens), image, q));
    return State{q, image.tokens};
}

// Norm, activation and the masks' products look at one pixel at a time: so pixels stay in the order in which
// the transposed convolutions make them, and only the masks are sorted into rows.
Tensor MaskDecoder::upscale(Run& run, const ClickImage& image, const Tensor& state) const {
    const std::int64_t tokens = state.dim(0);
    Tensor x = m_up1.quads(run, state, Activation::None, image.high1);
    x = m_upNorm(run, x.reshaped({4 * tokens, m_dim / 4}), Activation::Gelu);
    if (wantsTaps(run))
        tapUpscaled(run, state, x);
    return m_up0.quads(run, x, Activation::Gelu, image.high0).reshaped({16 * tokens, m_dim / 8});
}

void MaskDecoder::tapUpscaled(Run& run, const Tensor& state, const Tensor& middle) const {
    tap(run, "upscale0", m_up1(run, state.reshaped({m_grid, m_grid, m_dim})));
    tap(run, "upscale1", m_up0(run, ops::pixelShuffle2(run, middle.reshaped({m_grid, m_grid, m_dim}))));
}

Result<DecodedMasks> MaskDecoder::operator()(Run& run, const ClickImage& image, const EncodedClicks& prompt,
                                             const Tensor& imageCode) const {
    const Trace::Scope scope(run.trace, "mask decoder");
    std::vector<Tensor> rows{m_scoreToken, m_iouToken, m_maskTokens};
    if (!prompt.sparse.isEmpty())
        rows.push_back(prompt.sparse);
    const std::int64_t tokensOfImage = static_cast<std::int64_t>(m_grid) * m_grid;
    const ClickStart start =
        prompt.hasMask
            ? begin(run, ops::add(run, image.embedding.reshaped({tokensOfImage, m_dim}), prompt.dense),
                    imageCode)
            : image.start;
    ASSIGN_OR_RETURN(const State state, transform(run, ops::concatRows(run, rows), start, imageCode));
    tap(run, "queries", state.queries);
    tap(run, "keys", state.image);

    const Tensor pixels = upscale(run, image, state.image);
    std::vector<Tensor> hyper;
    hyper.reserve(kMasks);
    for (int k = 0; k < kMasks; ++k)
        hyper.push_back(m_hyperHeads[static_cast<std::size_t>(k)](run, state.queries.rows(2 + k, 3 + k)));
    const Tensor answers = ops::linear(run, pixels, {ops::concatRows(run, hyper), {}});
    const Tensor masks = ops::pixelShuffle2(
        run, ops::pixelShuffle2(run, answers.reshaped({m_grid, m_grid, 16 * kMasks}))); // [4g,4g,4]
    const Tensor iou = m_iouHead(run, state.queries.rows(1, 2), m_iouActivation);
    if (wantsTaps(run)) {
        tap(run, "iou_all", iou);
        tap(run, "obj_score", m_scoreHead(run, state.queries.rows(0, 1)));
    }
    const int total = static_cast<int>(m_layers.size());
    RETURN_IF_ERROR(run.checkpoint({"mask decoder", total, total}));
    DecodedMasks result;
    ASSIGN_OR_RETURN(const std::vector<float> side, ops::toHost(run, masks));
    result.logits = onePerMask(side, kMasks);
    tap(run, "masks_all", ops::fromHost(run, result.logits, {kMasks, masks.dim(0) * masks.dim(1)}));
    ASSIGN_OR_RETURN(result.iou, ops::toHost(run, iou));
    return result;
}

} // namespace inference
