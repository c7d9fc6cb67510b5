// SPDX-License-Identifier: Apache-2.0
#include "inference/model/geometry_encoder.h"

#include "inference/nn/taps.h"

namespace inference {
namespace {

Linear poolProjection(const WeightScope& w, const Config& c) {
    const Tensor weight = w.convolution("weight", {c.dModel, c.dModel, c.roiSize, c.roiSize});
    const Shape flat{c.dModel, static_cast<std::int64_t>(c.roiSize) * c.roiSize * c.dModel};
    return Linear(
        LinearWeights{weight.isEmpty() ? weight : weight.reshaped(flat), w.tensor("bias", {c.dModel})});
}

} // namespace

GeometryEncoder::Layer::Layer(const WeightScope& w, const Config& c)
    : selfNorm(w / "norm1", c.dModel), selfAttention(w / "self_attn", c.dModel, c.heads),
      imageNorm(w / "norm2", c.dModel), imageAttention(w / "cross_attn_image", c.dModel, c.heads),
      mlpNorm(w / "norm3", c.dModel), mlp(Linear(w / "linear1", c.dModel, c.ffnDim),
                                          Linear(w / "linear2", c.ffnDim, c.dModel), Activation::Relu) {}

GeometryEncoder::GeometryEncoder(const WeightScope& w, const Config& c)
    : m_boxDirect(w / "boxes_direct_project", 4, c.dModel),
      m_boxPool(poolProjection(w / "boxes_pool_project", c)),
      m_boxPosition(w / "boxes_pos_enc_project", c.dModel + 2, c.dModel),
      m_labels((w / "label_embed").tensor("weight", {2, c.dModel})),
      m_class((w / "cls_embed").tensor("weight", {1, c.dModel})), m_imageNorm(w / "img_pre_norm", c.dModel),
      m_projection(w / "final_proj", c.dModel, c.dModel), m_norm(w / "norm", c.dModel),
      m_finalNorm(w / "encode_norm", c.dModel), m_roiSize(c.roiSize), m_grid(c.grid()), m_dim(c.dModel) {
    for (int i = 0; i < c.geoLayers; ++i)
        m_layers.emplace_back(w / "encode" / i, c);
}

std::vector<KeyValue> GeometryEncoder::prepare(Run& run, const Tensor& l2, const Tensor& position) const {
    const Tensor keys = ops::add(run, l2, position);
    std::vector<KeyValue> image;
    for (const Layer& layer : m_layers)
        image.push_back(layer.imageAttention.project(run, keys, l2));
    return image;
}

Tensor GeometryEncoder::boxTokens(Run& run, const Tensor& l2, std::span<const Exemplar> exemplars) const {
    const auto count = static_cast<std::int64_t>(exemplars.size());
    std::vector<float> boxes;
    std::vector<float> centres;
    std::vector<float> sizes;
    std::vector<float> pixels;
    std::vector<std::int32_t> labels;
    const auto grid = static_cast<float>(m_grid);
    for (const Exemplar& exemplar : exemplars) {
        const auto [cx, cy, w, h] = exemplar.box;
        boxes.insert(boxes.end(), {cx, cy, w, h});
        centres.insert(centres.end(), {cx, cy});
        sizes.insert(sizes.end(), {h, w});
        pixels.insert(pixels.end(),
                      {(cx - w / 2) * grid, (cy - h / 2) * grid, (cx + w / 2) * grid, (cy + h / 2) * grid});
        labels.push_back(exemplar.positive ? 1 : 0);
    }
    constexpr std::array<int, 2> kRowFirst{1, 0};
    const Tensor code = ops::sineEncode(run, ops::fromHost(run, centres, {count, 2}), kRowFirst, m_dim / 2);
    const std::array<Tensor, 2> position{code, ops::fromHost(run, sizes, {count, 2})};
    const Tensor normalised = m_imageNorm(run, l2);
    const Tensor pooled = ops::roiAlign(run, normalised, ops::fromHost(run, pixels, {count, 4}), m_roiSize);
    Tensor x = m_boxDirect(run, ops::fromHost(run, boxes, {count, 4}));
    x = m_boxPool(run, pooled.reshaped({count, pooled.count() / count}), Activation::None, x);
    x = m_boxPosition(run, ops::concatChannels(run, position), Activation::None, x);
    return ops::add(run, x, ops::gatherRows(run, m_labels, labels));
}

Result<Tensor> GeometryEncoder::operator()(Run& run, const Tensor& l2, const std::vector<KeyValue>& image,
                                           std::span<const Exemplar> exemplars) const {
    const Trace::Scope scope(run.trace, "geometry");
    const int total = static_cast<int>(m_layers.size());
    Tensor x = m_class;
    if (!exemplars.empty()) {
        const std::array<Tensor, 2> tokens{boxTokens(run, l2, exemplars), m_class};
        tap(run, "geo_boxes", tokens[0]);
        x = ops::concatRows(run, tokens);
    }
    x = m_norm(run, m_projection(run, x));
    tap(run, "geo_proj", x);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        RETURN_IF_ERROR(run.checkpoint({"geometry", static_cast<int>(i), total}));
        const Layer& layer = m_layers[i];
        const Tensor h = layer.selfNorm(run, x);
        x = layer.selfAttention.attend(run, h, layer.selfAttention.project(run, h, h), x);
        x = layer.imageAttention.attend(run, layer.imageNorm(run, x), image[i], x);
        x = layer.mlp(run, layer.mlpNorm(run, x), x);
        tap(run, "geo_layer" + std::to_string(i), x);
    }
    x = m_finalNorm(run, x);
    tap(run, "geo", x);
    RETURN_IF_ERROR(run.checkpoint({"geometry", total, total}));
    return x;
}

} // namespace inference
