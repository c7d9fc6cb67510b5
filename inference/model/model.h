// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/model/config.h"
#include "inference/model/fusion_encoder.h"
#include "inference/model/geometry_encoder.h"
#include "inference/model/image_trunk.h"
#include "inference/model/mask_decoder.h"
#include "inference/model/neck.h"
#include "inference/model/prompt_encoder.h"
#include "inference/model/query_decoder.h"
#include "inference/model/segmentation_head.h"
#include "inference/model/text_tower.h"
#include "inference/model/tokenizer.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace inference {

/// All that prompts need of one image, including what doesn't depend on the prompt. What not every prompt
/// needs is added by the first that does: sam3-image §15.
struct ImageFeatures {
    Tensor trunk;                     ///< [g,g,E]; empty once everything was made of it
    std::array<Tensor, 3> levels;     ///< L0 [4g,4g,C], L1 [2g,2g,C], L2 [g,g,C]; L0 and L1 may be empty
    Tensor fusionStart;               ///< [g·g,C]
    std::vector<KeyValue> geometry;   ///< the image's keys and values for each geometry layer
    std::optional<ClickImage> clicks; ///< once somebody clicked
    std::size_t bytes() const;
};

/// One query above the asked score.
struct FoundQuery {
    float score = 0;
    std::array<float, 4> box{};    ///< cx, cy, width, height in [0,1]
    std::vector<float> maskLogits; ///< [4g·4g]
};

struct FoundConcept {
    float presence = 0;
    std::vector<FoundQuery> queries; ///< in query order
};

/// SAM 3 for single images: the parts, and how data flows between them. Its weights never change after
/// loading, so requests may nest. Weights and results that are not finite numbers are the error CorruptFile.
class Model {
public:
    Model(const WeightScope& w, const Config& config, std::optional<Tokenizer> tokenizer);
    void setScan(std::unique_ptr<WeightScan> scan) { m_scan = std::move(scan); }

    const Config& config() const { return m_config; }
    /// Null without a text part or a vocabulary.
    const Tokenizer* tokenizer() const { return m_tokenizer && m_text ? &*m_tokenizer : nullptr; }
    bool hasExemplars() const { return m_geometry != nullptr; }
    bool hasClicks() const { return m_clicks != nullptr; }

    /// The image encoder's output [g,g,E]: nearly all of the work on an image. pixels [R,R,3] in [-1,1].
    Result<Tensor> encodeTrunk(Run& run, const Tensor& pixels) const;
    /// Looks through all weights that no request has used yet for values that are not finite numbers: reads
    /// the rest of the file. Each request does so for the part that it is the first to use.
    Status checkWeights(const Run& run) const { return m_scan->scan(run, ""); }
    /// What every prompt needs.
    Result<ImageFeatures> startFeatures(Run& run, const Tensor& trunk) const;
    /// What masks of a concept need; nothing to do if it is there.
    Status addFineLevels(Run& run, ImageFeatures& image) const;
    /// What clicks need; nothing to do if it is there. Needs hasClicks().
    Status addClickMaps(Run& run, ImageFeatures& image) const;
    /// Rows [n,C]. Needs tokenizer().
    Result<Tensor> encodeText(Run& run, std::string_view phrase) const;
    /// `text` from encodeText; `exemplars` need hasExemplars(). Masks are computed only for queries with a
    /// score of at least `minScore`; adds to `image` what they need.
    Result<FoundConcept> findConcept(Run& run, ImageFeatures& image, const Tensor& text,
                                     std::span<const Exemplar> exemplars, float minScore) const;
    /// Needs hasClicks(). `mask` holds 4g·4g logits or nothing. Adds to `image` what is missing, as
    /// findConcept.
    Result<DecodedMasks> segmentClicks(Run& run, ImageFeatures& image, std::span<const ClickPoint> points,
                                       std::span<const float> mask) const;

private:
    struct ClickPart {
        ClickPart(const WeightScope& detector, const WeightScope& tracker, const Config& config);
        Neck neck;
        Tensor noMemory; ///< [C], stands for the memory of a video
        PromptEncoder promptEncoder;
        MaskDecoder maskDecoder;
    };

    void releaseTrunk(ImageFeatures& image) const;
    Status tapLayerScores(Run& run, const DecodedQueries& decoded, const Tensor& summary) const;

    Config m_config;
    std::unique_ptr<WeightScan> m_scan; ///< of what no request has used yet
    std::optional<Tokenizer> m_tokenizer;
    Tensor m_position; ///< sine code of the coarse map, [g·g,C]
    std::unique_ptr<ImageTrunk> m_trunk;
    Neck m_neck;
    std::unique_ptr<TextTower> m_text;           ///< null if the file has none
    std::unique_ptr<GeometryEncoder> m_geometry; ///< null if the file has none: the prompt is the text alone
    FusionEncoder m_fusion;
    QueryDecoder m_decoder;
    Scoring m_scoring;
    SegmentationHead m_segmentation;
    std::unique_ptr<ClickPart> m_clicks; ///< null if the file has none
};

/// Makes the model of a file. Every missing, misshapen and unknown tensor is listed in one error. `tokenizer`
/// as found beside the file. Cancelled once `stop` is requested.
Result<std::unique_ptr<Model>> loadModel(std::shared_ptr<const WeightSource> source, const Config& config,
                                         std::optional<Tokenizer> tokenizer, Device& device,
                                         std::stop_token stop = {});

/// True for tensors that a SAM 3 file may hold and single images don't need: the tracker's memory, unused
/// branches, tables that are recomputed.
bool isKnownExtra(std::string_view name);

} // namespace inference
