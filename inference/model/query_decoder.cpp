// SPDX-License-Identifier: Apache-2.0
#include "inference/model/query_decoder.h"

#include "inference/nn/taps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inference {
namespace {

constexpr float kMaxLogit = 12.0F;

std::string layerName(std::size_t index, const char* suffix) {
    return "dec_layer" + std::to_string(index) + suffix;
}

} // namespace

QueryDecoder::Layer::Layer(const WeightScope& w, const Config& c)
    : selfAttention(w / "self_attn", c.dModel, c.heads), selfNorm(w / "norm2", c.dModel),
      textAttention(w / "ca_text", c.dModel, c.heads), textNorm(w / "catext_norm", c.dModel),
      imageAttention(w / "cross_attn", c.dModel, c.heads), imageNorm(w / "norm1", c.dModel),
      mlp(Linear(w / "linear1", c.dModel, c.ffnDim), Linear(w / "linear2", c.ffnDim, c.dModel),
          Activation::Relu),
      mlpNorm(w / "norm3", c.dModel) {}

QueryDecoder::QueryDecoder(const WeightScope& w, const Config& c)
    : m_content((w / "query_embed").tensor("weight", {c.queries, c.dModel})),
      m_references((w / "reference_points").tensor("weight", {c.queries, 4})),
      m_presenceToken((w / "presence_token").tensor("weight", {1, c.dModel})),
      m_zeroRow(w.upload(std::vector<float>(static_cast<std::size_t>(c.dModel), 0.0F), {1, c.dModel})),
      m_referenceHead(w / "ref_point_head", {2 * static_cast<std::int64_t>(c.dModel), c.dModel, c.dModel}),
      m_biasX(w / "boxRPB_embed_x", {2, c.dModel, c.heads}),
      m_biasY(w / "boxRPB_embed_y", {2, c.dModel, c.heads}), m_norm(w / "norm", c.dModel),
      m_boxHead(w / "bbox_embed", {c.dModel, c.dModel, c.dModel, 4}),
      m_presenceNorm(w / "presence_token_out_norm", c.dModel),
      m_presenceHead(w / "presence_token_head", {c.dModel, c.dModel, c.dModel, 1}), m_grid(c.grid()),
      m_dim(c.dModel) {
    for (int i = 0; i < c.decoderLayers; ++i)
        m_layers.emplace_back(w / "layers" / i, c);
}

Tensor QueryDecoder::advance(Run& run, std::size_t index, const Tensor& state, const Tensor& reference,
                             const Scene& scene) const {
    constexpr std::array<int, 4> kRowFirst{1, 0, 2, 3};
    const Layer& layer = m_layers[index];
    const Tensor queryPosition = m_referenceHead(run, ops::sineEncode(run, reference, kRowFirst, m_dim / 2));
    const std::array<Tensor, 2> positions{m_zeroRow, queryPosition};
    const Tensor position = ops::concatRows(run, positions);
    const std::array<Tensor, 2> edges = ops::boxEdgeDistances(run, reference, m_grid);
    const Tensor bx = m_biasX(run, edges[0]);
    const Tensor by = m_biasY(run, edges[1]);
    if (wantsTaps(run)) {
        tap(run, layerName(index, "_ref"), reference);
        tap(run, layerName(index, "_query_pos"), queryPosition);
        tap(run, layerName(index, "_rpb"), ops::boxBias(run, bx, by));
    }
    Tensor x = state;
    Tensor placed = ops::add(run, x, position);
    x = layer.selfAttention.attend(run, placed, layer.selfAttention.project(run, placed, x), x);
    x = layer.selfNorm(run, x);
    placed = ops::add(run, x, position);
    x = layer.textAttention.attend(run, placed, layer.textAttention.project(run, scene.prompt, scene.prompt),
                                   x);
    x = layer.textNorm(run, x);
    placed = ops::add(run, x, position);
    const KeyValue image = layer.imageAttention.project(run, scene.placedMemory, scene.memory);
    x = layer.imageAttention.attend(run, placed, image, x, {bx, by, 1});
    x = layer.imageNorm(run, x);
    return layer.mlpNorm(run, layer.mlp(run, x, x));
}

Result<DecodedQueries> QueryDecoder::operator()(Run& run, const Tensor& memory, const Tensor& position,
                                                const Tensor& prompt) const {
    const Trace::Scope scope(run.trace, "decoder");
    const int total = static_cast<int>(m_layers.size());
    const Tensor placedMemory = ops::add(run, memory, position);
    const Scene scene{memory, placedMemory, prompt};
    const std::array<Tensor, 2> rows{m_presenceToken, m_content};
    Tensor x = ops::concatRows(run, rows);
    DecodedQueries result;
    result.boxes = ops::activate(run, m_references, Activation::Sigmoid);
    std::vector<Tensor> references;
    std::vector<Tensor> presences;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"decoder", static_cast<int>(i), total}));
        references.push_back(result.boxes);
        x = advance(run, i, x, result.boxes, scene);
        const Tensor queries = x.rows(1, x.dim(0));
        result.queries = m_norm(run, queries);
        result.boxes = ops::refineBoxes(run, m_boxHead(run, result.queries), result.boxes);
        if (!wantsTaps(run))
            continue;
        tap(run, layerName(i, ""), queries);
        tap(run, layerName(i, "_presence"), x.rows(0, 1));
        result.layers.push_back(result.queries);
        presences.push_back(m_presenceHead(run, m_presenceNorm(run, x.rows(0, 1))));
    }
    result.presence = m_presenceHead(run, m_presenceNorm(run, x.rows(0, 1)));
    if (wantsTaps(run)) {
        tap(run, "hs", ops::concatRows(run, result.layers));
        tap(run, "ref_boxes", ops::concatRows(run, references));
        tap(run, "presence_logits", ops::concatRows(run, presences));
        tap(run, "presence", result.presence);
        tap(run, "boxes", result.boxes);
    }
    RETURN_IF_ERROR(run.checkpoint({"decoder", total, total}));
    return result;
}

Scoring::Scoring(const WeightScope& w, const Config& c)
    : m_promptMlp(w / "prompt_mlp", {c.dModel, c.ffnDim, c.dModel}),
      m_promptNorm(w / "prompt_mlp" / "out_norm", c.dModel),
      m_promptProjection(w / "prompt_proj", c.dModel, c.dModel),
      m_queryProjection(w / "hs_proj", c.dModel, c.dModel),
      m_scale(1.0F / std::sqrt(static_cast<float>(c.dModel))) {}

Tensor Scoring::summarise(Run& run, const Tensor& prompt) const {
    const Tensor rows = m_promptNorm(run, ops::add(run, prompt, m_promptMlp(run, prompt)));
    return m_promptProjection(run, ops::meanRows(run, rows));
}

Result<std::vector<float>> Scoring::operator()(Run& run, const Tensor& queries, const Tensor& summary) const {
    const Tensor products = ops::matmulTransposed(run, m_queryProjection(run, queries), summary);
    ASSIGN_OR_RETURN(std::vector<float> logits, ops::toHost(run, products));
    for (float& logit : logits)
        logit = std::clamp(logit * m_scale, -kMaxLogit, kMaxLogit);
    return logits;
}

} // namespace inference
