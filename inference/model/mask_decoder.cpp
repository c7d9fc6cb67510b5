// SPDX-License-Identifier: Apache-2.0
#include "inference/model/mask_decoder.h"

#include "inference/nn/taps.h"

namespace inference {

MaskDecoder::Layer::Layer(const WeightScope& w, const Config& c)
    : selfAttention(w / "self_attn", c.dModel, c.dModel, c.samHeads), selfNorm(w / "norm1", c.dModel),
      toImage(w / "cross_attn_token_to_image", c.dModel, c.samInner, c.samHeads),
      toImageNorm(w / "norm2", c.dModel),
      mlp(Linear(w / "mlp" / "lin1", c.dModel, c.samMlp), Linear(w / "mlp" / "lin2", c.samMlp, c.dModel),
          Activation::Relu),
      mlpNorm(w / "norm3", c.dModel),
      toTokens(w / "cross_attn_image_to_token", c.dModel, c.samInner, c.samHeads),
      toTokensNorm(w / "norm4", c.dModel) {}

MaskDecoder::MaskDecoder(const WeightScope& w, const Config& c)
    : m_scoreToken((w / "obj_score_token").tensor("weight", {1, c.dModel})),
      m_iouToken((w / "iou_token").tensor("weight", {1, c.dModel})),
      m_maskTokens((w / "mask_tokens").tensor("weight", {kMasks, c.dModel})),
      m_finalAttention(w / "transformer" / "final_attn_token_to_image", c.dModel, c.samInner, c.samHeads),
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

std::size_t ClickStart::bytes() const {
    return tokens.bytes() + queries.bytes() + keys.key.bytes() + keys.value.bytes();
}

ClickStart MaskDecoder::begin(Run& run, const Tensor& tokens, const Tensor& imageCode) const {
    return project(run, m_layers.front(), tokens, imageCode);
}

ClickStart MaskDecoder::project(Run& run, const Layer& layer, const Tensor& tokens, const Tensor& imageCode) {
    const Tensor placed = ops::add(run, tokens, imageCode);
    return {tokens, layer.toTokens.projectQueries(run, placed), layer.toImage.project(run, placed, tokens)};
}

Result<MaskDecoder::State> MaskDecoder::transform(Run& run, const Tensor& tokens, const ClickStart& start,
                                                  const Tensor& imageCode) const {
    const int total = static_cast<int>(m_layers.size());
    Tensor q = tokens;
    Tensor keys = start.tokens;
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
        const ClickStart image = i == 0 ? start : project(run, layer, keys, imageCode);
        q = layer.toImageNorm(
            run, layer.toImage.attend(run, layer.toImage.projectQueries(run, ops::add(run, q, tokens)),
                                      image.keys, q));
        q = layer.mlpNorm(run, layer.mlp(run, q, q));
        const KeyValue prompt = layer.toTokens.project(run, ops::add(run, q, tokens), q);
        keys = layer.toTokensNorm(run, layer.toTokens.attend(run, image.queries, prompt, keys));
    }
    const Tensor placedKeys = ops::add(run, keys, imageCode);
    q = m_finalNorm(run, m_finalAttention(run, ops::add(run, q, tokens), placedKeys, keys, q));
    return State{q, keys};
}

Tensor MaskDecoder::upscale(Run& run, const ClickImage& image, const Tensor& state) const {
    Tensor x = m_up1(run, state.reshaped({m_grid, m_grid, m_dim}));
    tap(run, "upscale0", x);
    x = m_upNorm(run, ops::add(run, x, image.high1), Activation::Gelu);
    x = m_up0(run, x);
    tap(run, "upscale1", x);
    return ops::activate(run, ops::add(run, x, image.high0), Activation::Gelu);
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
    const std::int64_t area = pixels.dim(0) * pixels.dim(1);
    const Tensor masks =
        ops::matmulTransposed(run, ops::concatRows(run, hyper), pixels.reshaped({area, pixels.dim(2)}));
    const Tensor iou = m_iouHead(run, state.queries.rows(1, 2), m_iouActivation);
    if (wantsTaps(run)) {
        tap(run, "masks_all", masks);
        tap(run, "iou_all", iou);
        tap(run, "obj_score", m_scoreHead(run, state.queries.rows(0, 1)));
    }
    const int total = static_cast<int>(m_layers.size());
    RETURN_IF_ERROR(run.checkpoint({"mask decoder", total, total}));
    DecodedMasks result;
    ASSIGN_OR_RETURN(result.logits, ops::toHost(run, masks));
    ASSIGN_OR_RETURN(result.iou, ops::toHost(run, iou));
    return result;
}

} // namespace inference
