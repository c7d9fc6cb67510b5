// SPDX-License-Identifier: Apache-2.0
#include "inference/model/model.h"

#include "inference/model/efficient_vit.h"
#include "inference/model/mobile_clip.h"
#include "inference/model/rep_vit.h"
#include "inference/model/text_encoder.h"
#include "inference/model/tiny_vit.h"
#include "inference/model/vit.h"
#include "inference/nn/position.h"
#include "inference/nn/taps.h"
#include "inference/weights/weight_scan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inference {
namespace {

constexpr std::string_view kTrunk = "detector.backbone.vision_backbone.trunk.";
constexpr std::string_view kText = "detector.backbone.language_backbone.";
constexpr std::array<std::string_view, 8> kHeads{"detector.backbone.vision_backbone.convs.",
                                                 "detector.backbone.vision_backbone.sam2_convs.",
                                                 "detector.backbone.vision_backbone.interactive_convs.",
                                                 "detector.dot_prod_scoring.",
                                                 "detector.geometry_encoder.",
                                                 "detector.segmentation_head.",
                                                 "detector.transformer.",
                                                 "tracker."};

/// Finite weights can still be so wrong that what they make is not.
Status checkResult(const Run& run, std::span<const float> values) {
    if (isFinite({"F32", DType::F32, {}, std::as_bytes(values)}))
        return {};
    if (run.stop.stop_requested()) // what was not computed may be anything
        return fail(ErrorCode::Cancelled, "The request was cancelled.");
    return fail(ErrorCode::CorruptFile, "The model computes values that are not finite numbers, so its file "
                                        "is damaged; fetch it again.");
}

float sigmoid(float x) {
    return 1.0F / (1.0F + std::exp(-x));
}

std::int64_t tokenCount(const Config& c) {
    return static_cast<std::int64_t>(c.grid()) * c.grid();
}

bool startsWith(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

/// In SAM 3.1 the plain names are those of the modules that follow objects.
std::string clickModule(const char* name, const Config& c) {
    return (c.architecture.isMultiplex ? "interactive_" : "") + std::string(name);
}

WeightScope trackerScope(const WeightScope& w, const Config& c) {
    return c.architecture.isMultiplex ? w / "tracker" / "model" : w / "tracker";
}

std::unique_ptr<ImageTrunk> makeTrunk(const WeightScope& w, const Config& c) {
    switch (c.architecture.trunk) {
    case TrunkKind::EfficientVit:
        return std::make_unique<EfficientVit>(w / "model", c);
    case TrunkKind::RepVit:
        return std::make_unique<RepVit>(w / "model", c);
    case TrunkKind::TinyVit:
        return std::make_unique<TinyVit>(w / "model", c);
    case TrunkKind::Vit:
        break;
    }
    return std::make_unique<Vit>(w, c);
}

std::unique_ptr<TextTower> makeText(const WeightScope& w, const Config& c) {
    if (c.architecture.text == TextKind::None)
        return nullptr;
    if (c.architecture.text == TextKind::Clip)
        return std::make_unique<TextEncoder>(w, c);
    return std::make_unique<MobileClip>(w, c);
}

} // namespace

bool isKnownExtra(std::string_view name) {
    constexpr std::array<std::string_view, 6> kUnused{
        "detector.backbone.vision_backbone.sam2_convs.",
        "detector.backbone.vision_backbone.interactive_convs.",
        "detector.backbone.vision_backbone.propagation_convs.",
        "detector.segmentation_head.pixel_decoder.conv_layers.2.",
        "detector.segmentation_head.pixel_decoder.norms.2.",
        "detector.geometry_encoder.points_"};
    constexpr std::array<std::string_view, 4> kClicks{
        "tracker.sam_prompt_encoder.", "tracker.sam_mask_decoder.",
        "tracker.model.interactive_sam_prompt_encoder.", "tracker.model.interactive_sam_mask_decoder."};
    const auto leads = [&](std::string_view start) { return startsWith(name, start); };
    if (std::any_of(kUnused.begin(), kUnused.end(), leads))
        return true;
    return startsWith(name, "tracker.") && std::none_of(kClicks.begin(), kClicks.end(), leads);
}

std::size_t ImageFeatures::bytes() const {
    std::size_t total = 0;
    const auto add = [&](const Tensor& tensor) { total += tensor.isEmpty() ? 0 : tensor.bytes(); };
    add(trunk);
    add(fusionStart);
    for (const Tensor& level : levels)
        add(level);
    for (const KeyValue& tokens : geometry) {
        add(tokens.key);
        add(tokens.value);
    }
    return total + (clicks ? clicks->bytes() : 0);
}

Model::ClickPart::ClickPart(const WeightScope& detector, const WeightScope& tracker, const Config& c)
    : neck(detector / "backbone" / "vision_backbone" /
               (c.architecture.isMultiplex ? "interactive_convs" : "sam2_convs"),
           c),
      noMemory(tracker.tensor(c.architecture.isMultiplex ? "interactivity_no_mem_embed" : "no_mem_embed",
                              {1, 1, c.dModel})),
      promptEncoder(tracker / clickModule("sam_prompt_encoder", c), c),
      maskDecoder(tracker / clickModule("sam_mask_decoder", c), c) {}

Model::Model(const WeightScope& w, const Config& c, std::optional<Tokenizer> tokenizer)
    : m_config(c), m_tokenizer(std::move(tokenizer)),
      m_position(w.upload(sineMap(c.grid(), c.dModel), {tokenCount(c), c.dModel})),
      m_trunk(makeTrunk(w / "detector" / "backbone" / "vision_backbone" / "trunk", c)),
      m_neck(w / "detector" / "backbone" / "vision_backbone" / "convs", c),
      m_text(makeText(w / "detector" / "backbone" / "language_backbone", c)),
      m_geometry(c.architecture.hasGeometry
                     ? std::make_unique<GeometryEncoder>(w / "detector" / "geometry_encoder", c)
                     : nullptr),
      m_fusion(w / "detector" / "transformer" / "encoder", c),
      m_decoder(w / "detector" / "transformer" / "decoder", c),
      m_scoring(w / "detector" / "dot_prod_scoring", c),
      m_segmentation(w / "detector" / "segmentation_head", c),
      m_clicks(c.architecture.hasClicks ? std::make_unique<ClickPart>(w / "detector", trackerScope(w, c), c)
                                        : nullptr) {}

Result<Tensor> Model::encodeTrunk(Run& run, const Tensor& pixels) const {
    RETURN_IF_ERROR(m_scan->scan(run, kTrunk));
    ASSIGN_OR_RETURN(Tensor trunk, (*m_trunk)(run, pixels));
    ASSIGN_OR_RETURN(const std::vector<float> values, ops::toHost(run, trunk));
    RETURN_IF_ERROR(checkResult(run, values));
    run.device.releaseUnused();
    return trunk;
}

Result<ImageFeatures> Model::startFeatures(Run& run, const Tensor& trunk) const {
    for (const std::string_view part : kHeads)
        RETURN_IF_ERROR(m_scan->scan(run, part));
    ImageFeatures features;
    features.trunk = trunk;
    ASSIGN_OR_RETURN(features.levels[2], m_neck(run, trunk, 2, "fpn"));
    tap(run, "pos2", m_position);
    const Tensor coarse = features.levels[2].reshaped({tokenCount(m_config), m_config.dModel});
    if (m_geometry) {
        const Trace::Scope scope(run.trace, "geometry");
        features.geometry = m_geometry->prepare(run, coarse, m_position);
    }
    {
        const Trace::Scope scope(run.trace, "fusion");
        features.fusionStart = m_fusion.prepare(run, coarse, m_position);
    }
    RETURN_IF_ERROR(run.checkpoint({"image encoder", m_config.vitDepth, m_config.vitDepth}));
    return features;
}

Status Model::addFineLevels(Run& run, ImageFeatures& image) const {
    for (const std::size_t level : {std::size_t{1}, std::size_t{0}})
        if (image.levels[level].isEmpty()) {
            ASSIGN_OR_RETURN(image.levels[level], m_neck(run, image.trunk, level, "fpn"));
            run.device.releaseUnused();
        }
    releaseTrunk(image);
    return {};
}

Status Model::addClickMaps(Run& run, ImageFeatures& image) const {
    if (image.clicks)
        return {};
    const Neck& neck = m_clicks->neck;
    run.device.releaseUnused();
    std::array<Tensor, 2> fine;
    {
        ASSIGN_OR_RETURN(const Tensor level, neck(run, image.trunk, 0, "sam2_fpn"));
        fine[0] = m_clicks->maskDecoder.high0(run, level);
        tap(run, "pvs_high0", fine[0]);
    }
    run.device.releaseUnused();
    {
        ASSIGN_OR_RETURN(const Tensor level, neck(run, image.trunk, 1, "sam2_fpn"));
        fine[1] = m_clicks->maskDecoder.high1(run, level);
        tap(run, "pvs_high1", fine[1]);
    }
    ASSIGN_OR_RETURN(const Tensor coarse, neck(run, image.trunk, 2, "sam2_fpn"));
    const Tensor embedding = ops::add(run, coarse, m_clicks->noMemory.reshaped({m_config.dModel}));
    const Tensor& code = m_clicks->promptEncoder.imageCode();
    tap(run, "pvs_embed", embedding);
    tap(run, "pvs_pe", code);
    ClickImage clicks =
        m_clicks->maskDecoder.prepare(run, embedding, fine, m_clicks->promptEncoder.noMask(), code);
    RETURN_IF_ERROR(run.checkpoint({"necks", 3, 3}));
    image.clicks = std::move(clicks);
    run.device.releaseUnused();
    releaseTrunk(image);
    return {};
}

void Model::releaseTrunk(ImageFeatures& image) const {
    if (!image.levels[0].isEmpty() && !image.levels[1].isEmpty() && (image.clicks || !m_clicks))
        image.trunk = {};
}

Result<Tensor> Model::encodeText(Run& run, std::string_view phrase) const {
    RETURN_IF_ERROR(m_scan->scan(run, kText));
    return (*m_text)(run, m_tokenizer->encode(phrase));
}

Status Model::tapLayerScores(Run& run, const DecodedQueries& decoded, const Tensor& summary) const {
    std::vector<float> all;
    for (const Tensor& layer : decoded.layers) {
        ASSIGN_OR_RETURN(const std::vector<float> logits, m_scoring(run, layer, summary));
        all.insert(all.end(), logits.begin(), logits.end());
        if (&layer == &decoded.layers.back())
            tap(run, "logits", ops::fromHost(run, logits, {static_cast<std::int64_t>(logits.size())}));
    }
    const auto layers = static_cast<std::int64_t>(decoded.layers.size());
    tap(run, "score_logits", ops::fromHost(run, all, {layers, 1, decoded.queries.dim(0), 1}));
    return {};
}

Result<FoundConcept> Model::findConcept(Run& run, ImageFeatures& image, const Tensor& text,
                                        std::span<const Exemplar> exemplars, float minScore) const {
    Tensor prompt = text;
    if (m_geometry) {
        ASSIGN_OR_RETURN(const Tensor geometry,
                         (*m_geometry)(run, image.levels[2], image.geometry, exemplars));
        const std::array<Tensor, 2> parts{text, geometry};
        prompt = ops::concatRows(run, parts);
    }
    tap(run, "prompt", prompt);
    ASSIGN_OR_RETURN(const Tensor memory, m_fusion(run, image.fusionStart, m_position, prompt));
    ASSIGN_OR_RETURN(const DecodedQueries decoded, m_decoder(run, memory, m_position, prompt));

    FoundConcept found;
    std::vector<std::int32_t> kept;
    {
        const Trace::Scope scope(run.trace, "scoring");
        const Tensor summary = m_scoring.summarise(run, prompt);
        ASSIGN_OR_RETURN(const std::vector<float> presence, ops::toHost(run, decoded.presence));
        ASSIGN_OR_RETURN(const std::vector<float> logits, m_scoring(run, decoded.queries, summary));
        ASSIGN_OR_RETURN(const std::vector<float> boxes, ops::toHost(run, decoded.boxes));
        RETURN_IF_ERROR(run.checkpoint({"scoring", 1, 1}));
        if (wantsTaps(run)) {
            RETURN_IF_ERROR(tapLayerScores(run, decoded, summary));
        }
        for (const std::vector<float>* values : {&presence, &logits, &boxes})
            RETURN_IF_ERROR(checkResult(run, *values));
        found.presence = sigmoid(presence[0]);
        for (std::size_t q = 0; q < logits.size(); ++q) {
            const float score = sigmoid(logits[q]) * found.presence;
            if (!(score >= minScore))
                continue;
            kept.push_back(static_cast<std::int32_t>(q));
            found.queries.push_back(
                {score, {boxes[4 * q], boxes[4 * q + 1], boxes[4 * q + 2], boxes[4 * q + 3]}, {}});
        }
    }
    if (kept.empty())
        return found;
    RETURN_IF_ERROR(addFineLevels(run, image));
    const SegmentationInput input{memory, prompt, image.levels[1], image.levels[0]};
    ASSIGN_OR_RETURN(std::vector<std::vector<float>> masks,
                     m_segmentation(run, input, ops::gatherRows(run, decoded.queries, kept)));
    for (std::size_t i = 0; i < kept.size(); ++i) {
        RETURN_IF_ERROR(checkResult(run, masks[i]));
        found.queries[i].maskLogits = std::move(masks[i]);
    }
    return found;
}

Result<DecodedMasks> Model::segmentClicks(Run& run, ImageFeatures& image, std::span<const ClickPoint> points,
                                          std::span<const float> mask) const {
    RETURN_IF_ERROR(addClickMaps(run, image));
    ASSIGN_OR_RETURN(const EncodedClicks prompt, m_clicks->promptEncoder(run, points, mask));
    ASSIGN_OR_RETURN(DecodedMasks masks,
                     m_clicks->maskDecoder(run, *image.clicks, prompt, m_clicks->promptEncoder.imageCode()));
    RETURN_IF_ERROR(checkResult(run, masks.iou));
    RETURN_IF_ERROR(checkResult(run, masks.logits));
    return masks;
}

Result<std::unique_ptr<Model>> loadModel(std::shared_ptr<const WeightSource> source, const Config& config,
                                         std::optional<Tokenizer> tokenizer, Device& device,
                                         std::stop_token stop) {
    WeightLoader loader(std::move(source), device, std::move(stop));
    auto model = std::make_unique<Model>(loader.root(), config, std::move(tokenizer));
    RETURN_IF_ERROR(loader.finish(isKnownExtra));
    model->setScan(loader.takeScan());
    return model;
}

} // namespace inference
