// SPDX-License-Identifier: Apache-2.0
#include "inference/model/mask_decoder.h"

#include "inference/nn/taps.h"

namespace inference {
namespace {

/// The four pixels of each window of 2x2 side by side.
Tensor quadsOf(Run& run, const Tensor& map) {
    return ops::windowPartition(run, map, 2).reshaped({map.dim(0) / 2, map.dim(1) / 2, 4 * map.dim(2)});
}

/// The rows [N,C] of a sliced map.
Tensor unsliced(Run& run, const Tensor& map, std::int64_t rows) {
    const std::vector<float> from = ops::toHost(run, map).value_or(std::vector<float>());
    const std::int64_t channels = map.dim(1);
    std::vector<float> to(static_cast<std::size_t>(rows * channels));
    for (std::int64_t n = 0; n < rows; ++n)
        for (std::int64_t c = 0; c < channels; ++c)
            to[static_cast<std::size_t>(n * channels + c)] =
                from[static_cast<std::size_t>((n / kMapSlice * channels + c) * kMapSlice + n % kMapSlice)];
    return ops::fromHost(run, to, {rows, channels});
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
      m_reduce1(pointwise(w / "conv_s1", c.dModel, c.dModel / 4)), m_exchange(w, c),
      m_up1(w / "output_upscaling" / 0, c.dModel, c.dModel / 4),
      m_upNorm{(w / "output_upscaling" / 1).tensor("weight", {c.dModel / 4}),
               (w / "output_upscaling" / 1).tensor("bias", {c.dModel / 4})},
      m_up0{(w / "output_upscaling" / 3).transposedConvolution("weight", {c.dModel / 4, c.dModel / 8, 2, 2}),
            (w / "output_upscaling" / 3).transposedBias("bias", c.dModel / 8)},
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

std::size_t ClickImage::bytes() const {
    return embedding.bytes() + keys.key.bytes() + keys.value.bytes() + exchange.bytes() + high1.bytes() +
           high0.bytes();
}

ClickImage MaskDecoder::prepare(Run& run, const Tensor& embedding, const std::array<Tensor, 2>& fine,
                                const Tensor& noMask, const Tensor& imageCode) const {
    const std::int64_t count = imageCode.dim(0);
    const auto sorted = [&](const Tensor& quads) {
        return ops::sliceMap(run, quads.reshaped({count, quads.count() / count}));
    };
    ClickImage image;
    image.embedding = embedding;
    image.high0 = sorted(quadsOf(run, quadsOf(run, fine[0])));
    image.high1 = sorted(quadsOf(run, fine[1]));
    const Tensor tokens = ops::add(run, embedding.reshaped(imageCode.shape()), noMask);
    image.keys = m_layers.front().toImage.whole.project(run, ops::add(run, tokens, imageCode), tokens);
    image.exchange = m_exchange.prepare(run, tokens, imageCode);
    return image;
}

Tensor MaskDecoder::selfAttended(Run& run, std::size_t layer, const Tensor& q, const Tensor& tokens) const {
    const Layer& own = m_layers[layer];
    if (layer == 0) // neither residual nor positions here
        return own.selfNorm(run, own.selfAttention(run, q, q, q));
    const Tensor placed = ops::add(run, q, tokens);
    return own.selfNorm(run, own.selfAttention(run, placed, placed, q, q));
}

Result<Tensor> MaskDecoder::transform(Run& run, const Tensor& tokens, const KeyValue& firstKeys,
                                      const ImageSide& imageSide) const {
    const int total = static_cast<int>(m_layers.size());
    const NarrowAttention& first = m_layers.front().toImage.whole;
    Tensor q = selfAttended(run, 0, tokens, tokens);
    Tensor taken = first.mixed(run, first.projectQueries(run, ops::add(run, q, tokens)), firstKeys);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"mask decoder", static_cast<int>(i), total}));
        const Layer& layer = m_layers[i];
        q = layer.toImageNorm(run, layer.toImage.whole.output(run, taken, q));
        q = layer.mlpNorm(run, layer.mlp(run, q, q));
        const KeyValue prompt = layer.toTokens.project(run, ops::add(run, q, tokens), q);
        if (i + 1 < m_layers.size())
            q = selfAttended(run, i + 1, q, tokens);
        taken = imageSide(i, prompt, after(i).whole.projectQueries(run, ops::add(run, q, tokens)));
    }
    return m_finalNorm(run, m_finalAttention.whole.output(run, taken, q));
}

Tensor MaskDecoder::takeFrom(Run& run, const ImageAttention& attention, const Tensor& queries,
                             const Maps& maps) {
    if (attention.ofFew.suits(queries.dim(0)))
        return attention.ofFew(run, queries, maps.placed, maps.tokens);
    return attention.whole.mixed(run, queries, attention.whole.project(run, maps.placed, maps.tokens));
}

void MaskDecoder::giveTo(Run& run, const Layer& layer, const KeyValue& prompt, Maps& maps) {
    const Tensor given = layer.toFewTokens.suits(prompt.key.dim(0))
                             ? layer.toFewTokens(run, maps.placed, prompt, maps.tokens)
                             : layer.toTokens.attend(run, layer.toTokens.projectQueries(run, maps.placed),
                                                     prompt, maps.tokens);
    maps.tokens = layer.toTokensNorm(run, given);
}

Result<Tensor> MaskDecoder::transformMaps(Run& run, const Tensor& tokens, Maps& maps,
                                          const Tensor& imageCode) const {
    const KeyValue keys = m_layers.front().toImage.whole.project(run, maps.placed, maps.tokens);
    return transform(run, tokens, keys, [&](std::size_t i, const KeyValue& prompt, const Tensor& queries) {
        giveTo(run, m_layers[i], prompt, maps);
        maps.placed = ops::add(run, maps.tokens, imageCode);
        return takeFrom(run, after(i), queries, maps);
    });
}

// Norm, activation and the masks' products look at one pixel at a time: so pixels stay in the order in which
// the transposed convolutions make them, and only the masks are sorted into rows.
Tensor MaskDecoder::upscale(Run& run, const ClickImage& image, UpscaleJob& job, const Tensor& queries) const {
    std::vector<Tensor> hyper;
    hyper.reserve(kMasks);
    for (int k = 0; k < kMasks; ++k)
        hyper.push_back(m_hyperHeads[static_cast<std::size_t>(k)](run, queries.rows(2 + k, 3 + k)));
    job.middle = image.high1;
    job.norm = m_upNorm;
    job.epsilon = LayerNorm::kMapEpsilon;
    job.outer = m_up0;
    job.fine = image.high0;
    job.products = ops::concatRows(run, hyper);
    const Trace::Scope scope(run.trace, "mask decoder/upscaling");
    return ops::upscaleProducts(run, job, m_grid);
}
void MaskDecoder::tapMaps(Run& run, const ClickImage& image, const Tensor& map) const {
    tap(run, "keys", map);
    tap(run, "upscale0", m_up1(run, map.reshaped({m_grid, m_grid, m_dim})));
    const Tensor high = unsliced(run, image.high1, map.dim(0));
    const Tensor middle = ops::layerNorm(
        run, m_up1.quads(run, map, Activation::None, high).reshaped({4 * map.dim(0), m_dim / 4}), m_upNorm,
        LayerNorm::kMapEpsilon, Activation::Gelu);
    const Tensor pixels = ops::pixelShuffle2(run, middle.reshaped({m_grid, m_grid, m_dim}));
    tap(run, "upscale1", ops::pixelShuffle2(run, ops::linear(run, pixels, m_up0)));
}

Result<DecodedMasks> MaskDecoder::operator()(Run& run, const ClickImage& image, const EncodedClicks& prompt,
                                             const Tensor& imageCode) const {
    const Trace::Scope scope(run.trace, "mask decoder");
    std::vector<Tensor> rows{m_scoreToken, m_iouToken, m_maskTokens};
    if (!prompt.sparse.isEmpty())
        rows.push_back(prompt.sparse);
    const Tensor tokens = ops::concatRows(run, rows);
    const bool isExchange = !prompt.hasMask && m_exchange.suits(tokens.dim(0));
    Tensor queries;
    UpscaleJob job;
    if (isExchange) {
        TokenExchange::State state;
        ASSIGN_OR_RETURN(queries, transform(run, tokens, image.keys,
                                            [&](std::size_t, const KeyValue& few, const Tensor& next) {
                                                return m_exchange(run, image.exchange, few, next, state);
                                            }));
        m_exchange.upscale(run, image.exchange, state, job);
    }
    if (!isExchange || wantsTaps(run)) { // some stages are the maps
        Maps maps;
        maps.tokens = ops::add(run, image.embedding.reshaped(imageCode.shape()), prompt.dense);
        maps.placed = ops::add(run, maps.tokens, imageCode);
        ASSIGN_OR_RETURN(const Tensor plain, transformMaps(run, tokens, maps, imageCode));
        if (wantsTaps(run))
            tapMaps(run, image, maps.tokens);
        if (!isExchange) {
            queries = plain;
            job.base = ops::sliceMap(run, m_up1.quads(run, maps.tokens));
        }
    }
    tap(run, "queries", queries);
    const Tensor masks = upscale(run, image, job, queries);
    const Tensor iou = m_iouHead(run, queries.rows(1, 2), m_iouActivation);
    if (wantsTaps(run)) {
        tap(run, "masks_all", masks);
        tap(run, "iou_all", iou);
        tap(run, "obj_score", m_scoreHead(run, queries.rows(0, 1)));
    }
    const int total = static_cast<int>(m_layers.size());
    RETURN_IF_ERROR(run.checkpoint({"mask decoder", total, total}));
    DecodedMasks result;
    ASSIGN_OR_RETURN(result.logits, ops::toHost(run, masks));
    ASSIGN_OR_RETURN(result.iou, ops::toHost(run, iou));
    return result;
}

} // namespace inference
